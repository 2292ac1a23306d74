"""One step of one system: ``build`` its index, or ``ask`` it every question.

Reads what `compare.py` gives as JSON from standard input and writes what it measured as one
line of JSON, the last of its output.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

DEPTH = 10
Given = dict[str, Any]
Ask = Callable[[str], list[str]]


def build_minutebook(given: Given) -> None:
    """Graph and papers are read already; every index is made from them."""
    from embeddings import facts, keywords, tokens, vectors
    from embeddings.embedder import SentenceTransformerEmbedder, find_model
    from embeddings.gather import all_passages
    from embeddings.library import Library

    folder = Path(given["folder"])
    with Library.open(Path(given["library"])) as held:
        passages = list(all_passages(held.graph))
        keywords.write(folder / "keywords", passages)
        facts.write(folder / "facts", held.graph)
        embedder = SentenceTransformerEmbedder(find_model())
        graph = held.graph.digest()
        tokens.build(passages, embedder, None, folder / "tokens", graph)
        vectors.build(passages, embedder, None, folder / "vectors", graph)


def ask_minutebook(given: Given) -> Ask:
    """The library as it is."""
    from embeddings.library import Library
    from queries.search import Searcher

    opened = Library.open(Path(given["library"]))
    searcher = Searcher(opened.__enter__())  # open until the process ends
    _OPEN.append(opened)

    def ask(question: str) -> list[str]:
        found = searcher.search(searcher.understand(question), limit=DEPTH)
        return [hit.place.paragraph for hit in found.hits]

    return ask


_OPEN: list[object] = []


def build_txtai(given: Given, *, graph: bool) -> None:
    """Keywords and vectors of the texts, and a graph of their likenesses where asked for."""
    from txtai import Embeddings

    settings = {"path": given["model"], "hybrid": True, "content": False}
    if graph:
        settings |= {"content": True, "graph": {"topics": {}}}
    index = Embeddings(settings)
    index.index([(one["id"], one["text"]) for one in given["passages"]])
    index.save(f"{given['folder']}/txtai")


def ask_txtai(given: Given, *, graph: bool) -> Ask:
    """Hybrid hits; with the graph, the nodes of the graph of hits by centrality."""
    from txtai import Embeddings

    index = Embeddings()
    index.load(f"{given['folder']}/txtai")

    def hybrid(question: str) -> list[str]:
        return [one for one, _ in index.search(question, DEPTH)]

    def linked(question: str) -> list[str]:
        found = index.search(question, DEPTH, graph=True)
        return [found.attribute(node, "id") for node in list(found.centrality())[:DEPTH]]

    return linked if graph else hybrid


def build_faiss(given: Given) -> None:
    """One vector for each text, all compared."""
    import faiss
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(given["model"], device="cpu")
    texts = [one["text"] for one in given["passages"]]
    vectors = model.encode(texts, normalize_embeddings=True)
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, f"{given['folder']}/plain.faiss")


def ask_faiss(given: Given) -> Ask:
    """The nearest vectors."""
    import faiss
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(given["model"], device="cpu")
    index = faiss.read_index(f"{given['folder']}/plain.faiss")

    def ask(question: str) -> list[str]:
        _, rows = index.search(model.encode([question], normalize_embeddings=True), DEPTH)
        return [given["passages"][row]["id"] for row in rows[0]]

    return ask


def build(system: str, given: Given) -> Given:
    """Seconds that it takes to make the index."""
    start = time.perf_counter()
    if system == "minutebook":
        build_minutebook(given)
    elif system == "plain FAISS":
        build_faiss(given)
    else:
        build_txtai(given, graph="graph" in system)
    return {"index": time.perf_counter() - start}


def ask(system: str, given: Given) -> Given:
    """Hits of every question, seconds to the first answer, milliseconds of the others."""
    if system == "minutebook":
        asked = ask_minutebook(given)
    elif system == "plain FAISS":
        asked = ask_faiss(given)
    else:
        asked = ask_txtai(given, graph="graph" in system)
    asked(given["questions"][0])
    cold = time.time() - given["begun"]
    hits, times = [], []
    for question in given["questions"]:
        start = time.perf_counter()
        hits.append(asked(question))
        times.append(1000 * (time.perf_counter() - start))
    times.sort()
    return {
        "hits": hits,
        "cold": cold,
        "warm": times[len(times) // 2],
        "p95": times[int(0.95 * len(times))],
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    sys.stdout.write(
        "\n"
        + json.dumps({"build": build, "ask": ask}[sys.argv[1]](sys.argv[2], json.load(sys.stdin)))
    )
