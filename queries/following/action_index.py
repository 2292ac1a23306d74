"""Which actions are due in a time, or told by papers of one, found without reading all of them."""

from collections.abc import Collection, Iterator, Sequence

from kg.rdf.papers import PaperDays
from kg.store.graph import KnowledgeGraph
from queries.graphs.terms import iri_list
from queries.understanding.periods import Period, in_time

_DUE = """SELECT DISTINCT ?action
WHERE { ?action a mb:Action ; mb:dueDate ?day . FILTER(%s) }
ORDER BY ?action"""
_PAPERS = """SELECT DISTINCT ?document
WHERE {
  ?document a mb:Document .
  OPTIONAL { ?document mb:ofMeeting/dct:date ?held }
  OPTIONAL { ?document dct:date ?own }
  BIND(COALESCE(?held, ?own) AS ?day)
  FILTER(!BOUND(?day) || %s)
}
ORDER BY ?document"""
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
    return _column(graph, _DUE % _in_time(spans))


def actions_told_in(graph: KnowledgeGraph, papers: Collection[str]) -> list[str]:
    """The actions (IRIs) of which some papers (IRIs) tell."""
    return _column(graph, _TOLD % iri_list(sorted(papers)))


def papers_in_times(graph: KnowledgeGraph, spans: Sequence[Period]) -> list[str]:
    """The papers (IRIs) that are of one of some times by their meeting or date, or else their name
    or what they follow.
    """
    days = PaperDays(graph)
    return [
        one for one in _column(graph, _PAPERS % _in_time(spans)) if in_time(days.of(one), spans)
    ]


def _column(graph: KnowledgeGraph, query: str) -> list[str]:
    return [str(iri) for (iri,) in graph.select(query).rows]


def _in_time(spans: Sequence[Period]) -> str:
    """That a day lies in one of some times, in SPARQL."""
    return " || ".join(f"({' && '.join(_bounds(span)) or 'true'})" for span in spans)


def _bounds(span: Period) -> Iterator[str]:
    if span.first is not None:
        yield f'?day >= "{span.first.isoformat()}"^^xsd:date'
    if span.after is not None:
        yield f'?day < "{span.after.isoformat()}"^^xsd:date'
