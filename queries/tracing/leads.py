"""What leads in to passages: "In May the Board asked that:" before what was asked."""

from collections.abc import Iterable

from kg.store.graph import KnowledgeGraph
from queries.graphs.terms import iri_list

_BACK = 8
"""How many passages before one are looked at: a list may stand between it and what leads in."""
_BEFORE = """
SELECT DISTINCT ?one ?text {
  VALUES ?one { %s }
  ?one mb:inDocument ?document ; mb:ordinal ?at .
  ?paragraph mb:inDocument ?document ; mb:ordinal ?ordinal ; mb:text ?text .
  FILTER(?ordinal < ?at && ?ordinal >= ?at - %d)
}
ORDER BY ?one DESC(?ordinal)
"""
_GOES_ON = (";", ",", "; and", "; or")


def lead_ins(graph: KnowledgeGraph, paragraphs: Iterable[str]) -> dict[str, str]:
    """The text that leads in to each of some paragraphs, by their IRIs, where one does."""
    before: dict[str, list[str]] = {}
    asked = sorted(set(paragraphs))
    for one, text in graph.select(_BEFORE % (iri_list(asked), _BACK)).rows:
        before.setdefault(str(one), []).append(str(text).rstrip())
    return {one: text for one, told in before.items() if (text := _leading(told))}


def _leading(told: Iterable[str]) -> str | None:
    """The first of the passages before one, the nearest first, that ends with a colon, where only
    entries of a list stand between.
    """
    first = next((text for text in told if not text.endswith(_GOES_ON)), "")
    return first if first.endswith(":") else None
