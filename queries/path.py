"""How two resources hang together: each step of the way in words, with what says so."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from textwrap import shorten

from kg.errors import NotFound
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from kg.tables.load import table
from queries.graphs.fold import Record, fold
from queries.graphs.sources import Source, source_of, sources_of
from queries.graphs.terms import iri_list, is_iri, local_name
from queries.network import EDGES, NotJoined, Stop, shortest_path
from queries.show import held
from queries.texts.wording import plainly

_NAMED = """
SELECT DISTINCT ?thing ?label ?type {
  VALUES ?type {
    foaf:Person mb:Board mb:Organisation mb:Council mb:Programme mb:Matter mb:AgendaItem mb:Report
  }
  ?thing a ?type ; foaf:name|skos:prefLabel|skos:altLabel|dct:title ?label .
  FILTER NOT EXISTS { ?thing dct:isPartOf ?whole }
}
ORDER BY ?thing ?label
"""
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
_MOST_NAMED = 5
_LABEL = 100
"""The most letters of a label in the words of a step; the stops have them whole."""
_KINDS = (
    *("Person", "Board", "Organisation", "Council", "Programme", "Matter"),
    *("AgendaItem", "Report"),
)
"""The kinds of what may be named, the first meant before the others."""


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
    """The resource of a name (in any case), else the only one whose name holds all its words.

    Of several things of one name that differ in kind, a person comes first, then bodies,
    programmes, matters, and items and reports last.

    :raises NotFound: no resource has the IRI or is called so, or several of one kind are.
    """
    if is_iri(what):
        return held(graph, Iri(what))
    named = fold(graph.select(_NAMED), "thing")
    wanted = plainly(what).split()
    loose = _called(named.values(), wanted.__eq__) or _called(
        named.values(), lambda words: set(wanted) <= set(words)
    )
    kinds = sorted({_rank(one) for one in loose})
    found = [one.key for one in loose if _rank(one) == kinds[0]]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"the library holds nothing called {what}; search for it in words")
    some = ", ".join(f"<{iri}>" for iri in found[:_MOST_NAMED])
    raise NotFound(f"{len(found)} resources are called {what}; give the IRI of one: {some}")


def _rank(record: Record) -> int:
    return _KINDS.index(local_name(record.text("type") or ""))


def _called(named: Iterable[Record], fits: Callable[[list[str]], bool]) -> list[Record]:
    """The resources of which a name, as a list of words written plainly, fits."""
    return [
        one for one in named if any(fits(plainly(label).split()) for label in one.texts("label"))
    ]


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
