"""The paragraphs that stand on items and reports, and that state what arose from them."""

from collections.abc import Iterable, Sequence

from kg.store.graph import KnowledgeGraph
from queries.graphs.terms import iri_list

_UNDER = """
SELECT DISTINCT ?paragraph
WHERE { VALUES ?thing { %s } ?paragraph mb:inReport|mb:onItem ?thing }
"""
_NEAR = """
SELECT DISTINCT ?paragraph {
  VALUES ?one { %s }
  ?one mb:inDocument ?document ; mb:ordinal ?at .
  ?paragraph mb:inDocument ?document ; mb:ordinal ?ordinal .
  FILTER(?ordinal >= ?at - 1 && ?ordinal <= ?at + %d)
}
"""
_ACTIONS = """
SELECT DISTINCT ?paragraph ?action
WHERE {
  VALUES ?thing { %s }
  ?action a mb:Action ; mb:arisesFrom ?thing ; mb:statedIn ?paragraph .
}
"""
_NUMBERED = """
SELECT DISTINCT ?paragraph ?one
WHERE { ?one a mb:Recommendation ; mb:number ?number ; mb:statedIn ?paragraph }
"""


def paragraphs_under(graph: KnowledgeGraph, things: Sequence[str]) -> list[str]:
    """The paragraphs of reports and items."""
    return [str(row[0]) for row in graph.select(_UNDER % iri_list(things)).rows]


def paragraphs_near(graph: KnowledgeGraph, some: Sequence[str], behind: int) -> list[str]:
    """Some paragraphs, the one before each, and up to so many ``behind`` it."""
    return [str(row[0]) for row in graph.select(_NEAR % (iri_list(some), behind)).rows]


def paragraphs_of_actions(
    graph: KnowledgeGraph, things: Sequence[str]
) -> dict[str, frozenset[str]]:
    """The paragraphs that state actions arising from items and reports, with those actions."""
    found: dict[str, set[str]] = {}
    for paragraph, action in graph.select(_ACTIONS % iri_list(things)).rows:
        found.setdefault(str(paragraph), set()).add(str(action))
    return {paragraph: frozenset(actions) for paragraph, actions in found.items()}


def paragraphs_numbered(graph: KnowledgeGraph, numbers: Iterable[str]) -> dict[str, frozenset[str]]:
    """The paragraphs that state recommendations of some numbers, with those recommendations."""
    found: dict[str, set[str]] = {}
    for number in sorted(numbers):
        for paragraph, one in graph.select(_NUMBERED, number=number).rows:
            found.setdefault(str(paragraph), set()).add(str(one))
    return {paragraph: frozenset(some) for paragraph, some in found.items()}
