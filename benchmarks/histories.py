"""How long one more paper takes to enter the histories, in a small library and in a larger one.

Papers are invented: each meeting has an agenda pack, minutes and a log that follows the actions
of the meeting before. The graph alone is measured, without reading and vectors. Run:

    python benchmarks/histories.py [MORE]

MORE (100) is by how many papers the larger library is larger.
"""

import argparse
import statistics
import sys
import time
from datetime import date, timedelta

from kg.extraction.extract import extract
from kg.rdf import convert, histories, identity
from kg.rdf.iris import Iris
from kg.reading.read import read_document
from kg.reference import Councils
from kg.store.graph import KnowledgeGraph

FEW = 14
ADDED = 5
IRIS = Iris()
TOPICS = ("drains", "hedges", "lamps", "bridges", "ferries", "wells", "towers")


def paper(number: int) -> tuple[bytes, str]:
    """The minutes of one meeting of an invented board."""
    day = date(2000, 1, 3) + timedelta(weeks=6 * number)
    topic, before = TOPICS[number % len(TOPICS)], TOPICS[(number - 1) % len(TOPICS)]
    lines = (
        f"# Minutes of the Quay Towns Board, {day.day} {day:%B %Y}",
        "## 1. Minutes of the previous meeting",
        "The minutes were agreed.",
        f"## 2. Repair of the {topic}, phase {number}",
        f"The Board considered a report on the {topic} of ward {number}.",
        f"The Board agreed to repair {number + 3} {topic} in ward {number}.",
        f"ACTION: Ann Lowe to order the {topic} for ward {number}.",
        f"## 3. The {before} of ward {number - 1}",
        f"The Board noted that the {before} of ward {number - 1} had been ordered.",
    )
    return "\n\n".join(lines).encode(), f"minutes-{number}.md"


def add(graph: KnowledgeGraph, number: int, councils: Councils) -> tuple[float, float]:
    """Add one paper; the seconds that reading it takes, and that the graphs of all take."""
    begun = time.perf_counter()
    document = read_document(*paper(number))
    quads = list(convert.quads(document, extract(document, councils), IRIS, councils))
    graph.replace_document(IRIS.document(document.source.sha256), quads)
    read = time.perf_counter()
    for name, made in (("identity", identity.quads), ("histories", histories.quads)):
        graph.replace_graph(IRIS.graph(name), made(graph, IRIS))
    return read - begun, time.perf_counter() - read


def main() -> None:
    """Print the medians for both libraries."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("more", type=int, nargs="?", default=100)
    more = parser.parse_args().more
    councils = Councils.load()
    with KnowledgeGraph.open() as graph:
        at = 0
        for size in (FEW, FEW + more):
            while at < size:
                at += 1
                document = read_document(*paper(at))
                facts = extract(document, councils)
                iri = IRIS.document(document.source.sha256)
                graph.replace_document(iri, convert.quads(document, facts, IRIS, councils))
            times = [add(graph, at := at + 1, councils) for _ in range(ADDED)]
            read, related = (statistics.median(part) for part in zip(*times, strict=True))
            told = f"reading {read:.3f} s, identity and histories {related:.3f} s"
            sys.stdout.write(f"{size:5d} papers: {told}\n")


if __name__ == "__main__":
    main()
