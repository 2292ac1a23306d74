"""The papers of a library, looked up by the bodies that they are of and the words they open with.

So no question reads all papers, however many there are.
"""

from collections.abc import Collection, Iterable
from functools import cached_property

from embeddings.facts import NO_BOARD, FactIndex
from embeddings.openings import Opening
from kg import terms as t
from kg.store.graph import Iri, KnowledgeGraph

OFTEN = 10
"""In how many paragraphs a paper names the organisation that it is most of all about."""
_MOST_NAMED = """SELECT ?organisation (COUNT(DISTINCT ?paragraph) AS ?paragraphs)
WHERE {
  ?paragraph mb:inDocument ?document ; mb:mentions ?organisation .
  ?organisation a mb:Organisation .
}
GROUP BY ?organisation
ORDER BY DESC(?paragraphs) ?organisation
LIMIT 1"""


def most_named(graph: KnowledgeGraph, paper: str) -> str | None:
    """The organisation (IRI) that a paper (IRI) names in more paragraphs than any other, where
    these are many; else None.
    """
    rows = graph.select(_MOST_NAMED, document=Iri(paper)).rows
    return next(
        (str(one) for one, times in rows if isinstance(times, int) and times >= OFTEN), None
    )


class Papers:
    """Looks up the papers (IRIs) of a library in its index of facts."""

    def __init__(self, graph: KnowledgeGraph, index: FactIndex) -> None:
        self._graph, self._index = graph, index

    def __len__(self) -> int:
        return self._index.count_openings()

    @cached_property
    def boards(self) -> frozenset[str]:
        """The bodies of whose meetings papers are held."""
        boards = self._graph.subjects(t.TYPE, t.BOARD)
        return frozenset(one for one in boards if self._index.count_openings(("board", [one])))

    @cached_property
    def of_none(self) -> tuple[Opening, ...]:
        """The papers that are of no known body."""
        return tuple(self._index.openings(("board", [NO_BOARD])))

    def of(self, boards: Collection[str]) -> set[str]:
        """The papers of some bodies."""
        return {one.iri for one in self._index.openings(("board", boards))} if boards else set()

    def openings(self, papers: Collection[str]) -> list[Opening]:
        """How some papers open."""
        return self._index.openings(("iri", papers)) if papers else []

    def opening_with(self, words: Iterable[str]) -> list[Opening]:
        """The papers in whose first lines all of some words are (in small letters)."""
        return self._index.openings(*(("word", [word]) for word in words))

    def open_with(self, words: Iterable[str], among: Collection[str] | None = None) -> bool:
        """Whether a paper, one ``among`` these where given, has all of some words (in small
        letters) in its first lines.
        """
        papers = () if among is None else [("iri", among)]
        return self._index.count_openings(*(("word", [word]) for word in words), *papers) > 0
