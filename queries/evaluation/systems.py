"""The library's own search with some of its signals, to be compared side by side."""

from collections.abc import Mapping

from queries.evaluation.passages import FoundPassage
from queries.evaluation.retrieval import DEPTH, System
from queries.retrieval.ranking import WEIGHTS
from queries.search import Searcher

SEARCH = "search"
"""The name of search as it is, with all signals."""

LADDER: Mapping[str, tuple[str, ...]] = {
    "keywords": ("keyword",),
    "vectors": ("vector",),
    "keywords and vectors": ("keyword", "vector"),
    "these and facts": ("keyword", "vector", "fact"),
    "these and graph": ("keyword", "vector", "graph"),
    SEARCH: tuple(WEIGHTS),
}
"""The systems compared, each with the signals that it joins."""


def own_systems(searcher: Searcher) -> dict[str, System]:
    """Search with each choice of signals, as functions from a question to hits."""
    return {name: _system(searcher, signals) for name, signals in LADDER.items()}


def _system(searcher: Searcher, signals: tuple[str, ...]) -> System:
    def find(question: str) -> list[FoundPassage]:
        asked = searcher.understand(question)
        found = searcher.search(asked, limit=DEPTH, signals=signals)
        return [FoundPassage(hit.place.file, hit.place.text) for hit in found.hits]

    return find
