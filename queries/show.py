"""One resource with its links, each with the passage that says it.

`show` takes an IRI or words: the day of a meeting, a person, a board, a council,
a programme, a paper (`queries.graphs.naming`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, Value
from queries.cards import CARDS, CORRECTIONS, KNOWN_AS, Gathering, query_of
from queries.graphs.naming import alike, resolve
from queries.graphs.sources import Source, source_of, sources_of, text_of
from queries.graphs.terms import local_name
from queries.understanding.periods import long_date

_LABELLING = ("name", "prefLabel", "title", "text", "altLabel")
"""The properties that name a resource, best first."""

_TYPES = "SELECT DISTINCT ?type { ?this a ?type }"
_PROPERTIES = """
SELECT DISTINCT ?property ?value ?name ?day ?board {
  ?this ?property ?value .
  OPTIONAL { ?value foaf:name|skos:prefLabel|dct:title ?name }
  OPTIONAL { ?value dct:date ?day ; mb:heldBy/skos:prefLabel ?board }
  FILTER(?property NOT IN (rdf:type, mb:statedIn, mb:quote, mb:rule, mb:confidence, mb:mentions,
                           mb:step))
}
ORDER BY ?property ?value ?name
"""


@dataclass(frozen=True, slots=True)
class Link:
    """Something the resource hangs together with; ``links`` stand under it."""

    iri: Iri | None
    label: str
    detail: str | None
    date: date | None
    source: Source | None
    links: tuple["Link", ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Links of one kind under one title."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ShownProperty:
    """A property of the resource by its local name, and all its values as people read them."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One resource: its class ("Meeting"), its best name, what is said of it, its links."""

    iri: Iri
    type: str
    label: str
    properties: tuple[ShownProperty, ...] = ()
    groups: tuple[Group, ...] = ()
    sources: tuple[Source, ...] = ()


def show(graph: KnowledgeGraph, what: str) -> Card:
    """The card of the resource that ``what`` names.

    :param what: an IRI, or words such as "21 July 2023", a name, a title, a file name.
    :raises NotFound: nothing fits, or several things do; the message lists them.
    """
    iri = resolve(graph, what, loosely=alike)
    kind = _kind(graph, iri)
    properties = _properties(graph, iri)
    return Card(
        iri=iri,
        type=kind,
        label=_label(iri, properties),
        properties=properties,
        groups=_groups(graph, iri, (KNOWN_AS, *CARDS.get(kind, ()), CORRECTIONS)),
        sources=sources_of(graph, [iri]).get(iri, ()),
    )


def _kind(graph: KnowledgeGraph, iri: Iri) -> str:
    """The local name of the class; where there are several, the first that has a card."""
    kinds = sorted(local_name(str(kind)) for (kind,) in graph.select(_TYPES, this=iri).rows)
    carded = [kind for kind in CARDS if kind in kinds]
    return (carded or kinds or ["Resource"])[0]


def _properties(graph: KnowledgeGraph, iri: Iri) -> tuple[ShownProperty, ...]:
    found: dict[str, dict[Value, None]] = {}
    for name, value, label, day, board in graph.select(_PROPERTIES, this=iri).rows:
        meeting = f"{board}, {long_date(day)}" if isinstance(day, date) else None
        found.setdefault(local_name(str(name)), {})[label or meeting or value] = None
    return tuple(ShownProperty(name, tuple(values)) for name, values in found.items())


def _label(iri: Iri, properties: tuple[ShownProperty, ...]) -> str:
    values = {held.name: held.values for held in properties}
    if {"heldBy", "date"} <= values.keys() and isinstance(day := values["date"][0], date):
        return f"{values['heldBy'][0]}, {long_date(day)}"
    for name in _LABELLING:
        if name in values:
            return str(values[name][0])
    return local_name(iri)


def _groups(graph: KnowledgeGraph, iri: Iri, gatherings: Iterable[Gathering]) -> tuple[Group, ...]:
    """The groups that have links; links with a parent stand under it."""
    rows = [
        (gathering.title, row)
        for gathering in gatherings
        for row in graph.select(query_of(gathering), this=iri).dicts()
    ]
    facts = {Iri(row["fact"]) for _, row in rows if row["fact"] is not None}
    stated = sources_of(graph, facts)
    groups: dict[str, dict[tuple[Value, ...], Link]] = {}
    under: dict[Value, dict[tuple[Value, ...], Link]] = {}
    for title, row in rows:
        link = _link(row, stated)
        if row["parent"] is not None:
            under.setdefault(row["parent"], {}).setdefault(_identity(link), link)
            continue
        whole = title if row["group"] is None else f"{title}: {row['group']}"
        groups.setdefault(whole, {}).setdefault(_identity(link), link)
    return tuple(
        Group(title, tuple(_with_parts(link, under) for link in links.values()))
        for title, links in groups.items()
    )


def _with_parts(link: Link, under: dict[Value, dict[tuple[Value, ...], Link]]) -> Link:
    return replace(link, links=tuple(under.get(link.iri, {}).values()))


def _identity(link: Link) -> tuple[Value, ...]:
    """What makes two links the same, whatever passage each was read from."""
    return (link.iri, link.detail, link.date) if link.iri else (link.label, link.detail)


def _link(row: dict[str, Value], stated: dict[Iri, tuple[Source, ...]]) -> Link:
    fact = stated.get(Iri(row["fact"]), ()) if row["fact"] is not None else ()
    return Link(
        iri=Iri(row["iri"]) if row["iri"] is not None else None,
        label=str(row["label"]),
        detail=text_of(row["detail"]),
        date=row["date"] if isinstance(row["date"], date) else None,
        source=fact[0] if fact else source_of(row),
    )
