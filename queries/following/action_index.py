"""Which actions are due in a time, or told by some papers, found without reading all of them."""

from collections.abc import Collection, Iterator, Sequence

from kg.store.graph import KnowledgeGraph
from queries.graphs.terms import iri_list
from queries.understanding.periods import Period

_DUE = """SELECT DISTINCT ?action
WHERE { ?action a mb:Action ; mb:dueDate ?day . FILTER(%s) }
ORDER BY ?action"""
_TOLD = """SELECT DISTINCT ?action
WHERE {
  VALUES ?document { %s }
  GRAPH ?document { ?form a mb:Action }
  OPTIONAL { ?form mb:mergedInto ?whole }
  BIND(COALESCE(?whole, ?form) AS ?action)
}
ORDER BY ?action"""


def due_in(graph: KnowledgeGraph, spans: Sequence[Period]) -> list[str]:
    """The actions (IRIs) to which a paper gives a due date in one of some times."""
    return _actions(graph, _DUE % " || ".join(f"({_within(span)})" for span in spans))


def told_by(graph: KnowledgeGraph, papers: Collection[str]) -> list[str]:
    """The actions (IRIs) of which some papers (IRIs) tell."""
    return _actions(graph, _TOLD % iri_list(sorted(papers)))


def _actions(graph: KnowledgeGraph, query: str) -> list[str]:
    return [str(action) for (action,) in graph.select(query).rows]


def _within(span: Period) -> str:
    """That a day lies in a time, in SPARQL."""
    return " && ".join(_bounds(span)) or "true"


def _bounds(span: Period) -> Iterator[str]:
    if span.first is not None:
        yield f'?day >= "{span.first.isoformat()}"^^xsd:date'
    if span.after is not None:
        yield f'?day < "{span.after.isoformat()}"^^xsd:date'
