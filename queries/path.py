"""How two resources hang together: each step of the way in words, with what says so."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from textwrap import shorten

from kg.errors import NotFound
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from kg.tables.load import table
from queries.graphs.naming import JOINED, resolve, with_all_words
from queries.graphs.sources import Source, source_of, sources_of
from queries.graphs.terms import iri_list, local_name
from queries.network import EDGES, NotJoined, Stop, shortest_path

_PARAGRAPHS = """
SELECT ?paragraph ?file ?page ?number {
  VALUES ?paragraph { %s }
  ?paragraph mb:inDocument/mb:fileName ?file ; mb:ordinal ?ordinal .
  OPTIONAL { ?paragraph mb:page ?page }
  OPTIONAL { ?paragraph mb:number ?number }
}
ORDER BY ?file ?ordinal
"""
_BASIS = """
ASK { ?link a mb:Link ; mb:basis "inferred" ; rdf:subject ?one ; rdf:object ?other }
"""
_LABEL = 100
"""The most letters of a label in the words of a step; the stops have them whole."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a way: what it says in words, on what basis, and where that is said."""

    start: Stop
    end: Stop
    words: str
    basis: str
    source: Source | None


def way(
    graph: KnowledgeGraph,
    start: str,
    end: str,
    as_of: date | None = None,
    quoted_only: bool = False,
) -> tuple[Hop, ...]:
    """A shortest way between two resources, each given by its IRI or its name.

    :param as_of: only by what papers up to that day say.
    :param quoted_only: not by links that no paper states.
    :raises NotFound: a name is not held, several resources bear it, or nothing joins the two.
    """
    ends = resource(graph, start), resource(graph, end)
    try:
        stops = shortest_path(graph, *ends, as_of, quoted_only)
    except NotJoined:
        raise NotFound(f"nothing in the papers joins {start} and {end}") from None
    return tuple(_hop(graph, one, other) for one, other in pairwise(stops))


def resource(graph: KnowledgeGraph, what: str) -> Iri:
    """The resource of an IRI or a name, else the only one whose name holds all its words.

    Of several things of one name that differ in kind, a person comes first, then bodies,
    programmes, matters and meetings, and items and reports last.

    :raises NotFound: no resource has the IRI or is called so, or several of one kind are.
    """
    return resolve(graph, what, JOINED, with_all_words)


def _hop(graph: KnowledgeGraph, start: Stop, end: Stop) -> Hop:
    both = iri_list([start.iri, end.iri])
    narrowed = f"VALUES ?one {{ {both} }} VALUES ?other {{ {both} }}"
    rows = [
        row
        for row in graph.select(EDGES % (" ?fact", narrowed)).rows
        if {str(row[0]), str(row[2])} == {start.iri, end.iri}
    ]
    one, relation, other, _ = min(rows, key=lambda row: tuple(map(str, row)))
    labels = {stop.iri: shorten(stop.label, _LABEL, placeholder=" …") for stop in (start, end)}
    said = table("network")["relations"][local_name(str(relation))]
    inferred = graph.ask(_BASIS, one=Iri(one), other=Iri(other))
    return Hop(
        start,
        end,
        said.format(labels[Iri(one)], labels[Iri(other)]),
        "inferred" if inferred or relation == "step" else "quoted",
        _source(graph, [Iri(row[3]) for row in rows if row[3] is not None]),
    )


def _source(graph: KnowledgeGraph, facts: list[Iri]) -> Source | None:
    """A passage that states one of the facts, or is one."""
    stated = sources_of(graph, facts)
    passages = (source_of(row) for row in graph.select(_PARAGRAPHS % iri_list(facts)).dicts())
    return next((one for fact in sorted(stated) for one in stated[fact]), next(passages, None))
