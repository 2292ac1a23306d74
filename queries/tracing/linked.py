"""What hangs together with the facts that a matter passes through, by the links of the graph."""

from collections.abc import Iterable

from kg.store.graph import Iri, KnowledgeGraph
from queries.graphs.terms import iri_list

_LINKED = """
SELECT DISTINCT ?one ?other {
  VALUES ?one { %s }
  { ?one mb:decidesOn|mb:sameActionAs ?other }
  UNION { ?other mb:decidesOn|mb:sameActionAs ?one }
  UNION { ?one a mb:Decision . ?other a mb:Action ; mb:arisesFrom ?one }
}
"""
_SAME = """
SELECT DISTINCT ?one ?other {
  VALUES ?one { %s }
  { ?one mb:sameActionAs ?other }
  UNION { ?other mb:sameActionAs ?one }
  UNION { ?one mb:sameActionAs ?first . ?other mb:sameActionAs ?first }
}
"""
_TOLD_DONE = """
SELECT DISTINCT ?paragraph ?action {
  VALUES ?action { %s }
  ?action mb:toldDoneIn ?paragraph
}
ORDER BY ?paragraph ?action
"""
_STATED = """
SELECT DISTINCT ?paragraph ?fact { VALUES ?fact { %s } ?fact mb:statedIn ?paragraph }
"""
_OUTCOMES = """
SELECT ?decision ?outcome { VALUES ?decision { %s } ?decision mb:outcome ?outcome }
ORDER BY ?decision ?outcome
"""
_MOST = 3
"""A decision that answers more things than this is about them all, and leads to none."""
_HOPS = 3
"""From what is asked to the decision, to the action, to its later tellings."""


def outcomes(graph: KnowledgeGraph, facts: Iterable[str]) -> dict[str, str]:
    """What the decisions among some facts came to."""
    rows = graph.select(_OUTCOMES % iri_list(sorted(set(facts)))).rows
    return {str(decision): str(outcome) for decision, outcome in rows}


def linked(graph: KnowledgeGraph, facts: Iterable[str]) -> dict[str, frozenset[str]]:
    """The paragraphs that state what links join to the facts, with those facts."""
    seen = set(facts)
    fresh, found = seen, set[str]()
    for _ in range(_HOPS):
        beside: dict[str, set[str]] = {}
        for one, other in graph.select(_LINKED % iri_list(sorted(fresh))).rows:
            beside.setdefault(str(one), set()).add(str(other))
        fresh = {other for others in beside.values() if len(others) <= _MOST for other in others}
        fresh -= seen
        if not fresh:
            break
        found |= fresh
        seen = seen | fresh
    return _stated(graph, found)


def told_again(graph: KnowledgeGraph, facts: Iterable[str]) -> dict[str, frozenset[str]]:
    """The paragraphs of all papers that tell the actions among the facts, with those actions."""
    rows = graph.select(_SAME % iri_list(sorted(set(facts)))).rows
    return _stated(graph, {str(other) for _, other in rows})


def told_done(graph: KnowledgeGraph, facts: Iterable[str]) -> dict[str, str]:
    """The paragraphs which tell that what the actions among the facts were to bring about is there,
    each with the first such action.
    """
    rows = graph.select(_TOLD_DONE % iri_list(sorted(set(facts)))).rows
    found: dict[str, str] = {}
    for paragraph, action in rows:
        found.setdefault(str(paragraph), str(action))
    return found


def tellings(graph: KnowledgeGraph, what: Iri | str) -> frozenset[str]:
    """An action and all that tells it again; none where ``what`` is no IRI of an action."""
    if not isinstance(what, Iri) or not graph.ask("ASK { ?what a mb:Action }", what=what):
        return frozenset()
    rows = graph.select(_SAME % iri_list([what])).rows
    return frozenset({what, *(str(other) for _, other in rows)})


def _stated(graph: KnowledgeGraph, facts: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for paragraph, fact in graph.select(_STATED % iri_list(sorted(facts))).rows:
        found.setdefault(str(paragraph), set()).add(str(fact))
    return {paragraph: frozenset(stated) for paragraph, stated in found.items()}
