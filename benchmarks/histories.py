"""How long one more paper takes to enter the histories, in a small library and in larger ones.

Papers are invented: each meeting has an agenda pack, minutes and a log that follows the actions
of the meeting before. The graph alone is measured, without reading and vectors. Run:

    python benchmarks/histories.py [SIZE...]

A SIZE is how many papers a library holds before some more are added one by one.
"""

import argparse
import statistics
import sys
import time
from datetime import date, timedelta

from kg.extraction.extract import extract
from kg.rdf.conversion import convert
from kg.rdf.identity import identity
from kg.rdf.iris import Iris
from kg.rdf.linking import histories
from kg.reading.read import read_document
from kg.reference import Councils
from kg.store.graph import KnowledgeGraph

ADDED = 9
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


def put(graph: KnowledgeGraph, number: int, councils: Councils) -> None:
    """Put one paper into the graph, without what depends on all papers."""
    document = read_document(*paper(number))
    quads = convert.quads(document, extract(document, councils), IRIS, councils)
    graph.replace_document(IRIS.document(document.source.sha256), list(quads))


def settle(graph: KnowledgeGraph) -> tuple[float, float]:
    """Bring up to date what depends on all papers; seconds for identity and for histories."""
    begun = time.process_time()
    identity.update(graph, IRIS)
    known = time.process_time()
    histories.update(graph, IRIS)
    return known - begun, time.process_time() - known


def main() -> None:
    """Print for each size the medians, and how many times the smallest library's they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[14, 114, 514])
    councils, at = Councils.load(), 0
    least: tuple[float, ...] = ()
    with KnowledgeGraph.open() as graph:
        for size in sorted(parser.parse_args().sizes):
            while at < size:
                put(graph, at := at + 1, councils)
            settle(graph)
            taken = []
            for _ in range(ADDED):
                put(graph, at := at + 1, councils)
                taken.append(settle(graph))
            medians = tuple(statistics.median(part) for part in zip(*taken, strict=True))
            least = least or medians
            told = (
                f"{name} {1000 * one:6.1f} ms ({one / first:.1f} times)"
                for name, one, first in zip(("identity", "histories"), medians, least, strict=True)
            )
            sys.stdout.write(f"{size:5d} papers: {', '.join(told)}\n")


if __name__ == "__main__":
    main()
