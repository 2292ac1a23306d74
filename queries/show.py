"""One resource with its links, each with the passage that says it.

`show` takes an IRI or words: the day of a meeting, a person, a board, a council,
a programme, a paper. Words are matched exactly against every name the graph
holds, then by likeness; when several fit, the candidates are named instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz, process, utils

from kg.errors import NotFound
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, Value
from queries.cards import CARDS, CORRECTIONS, KNOWN_AS, Gathering, query_of
from queries.graphs.sources import Source, source_of, sources_of, text_of
from queries.graphs.terms import is_iri, local_name
from queries.texts.wording import stopwords, tokens
from queries.understanding.periods import long_date, periods_in

_LIKE = 85.0
_CLEARLY_BETTER = 4.0
_MOST_CANDIDATES = 6
_MONTH = 31
_LABELLING = ("name", "prefLabel", "title", "text", "altLabel")
"""The properties that name a resource, best first."""

_TYPES = "SELECT DISTINCT ?type { ?this a ?type }"
_LABELS = """
SELECT ?iri ?label {
  { ?iri foaf:name|skos:prefLabel|skos:altLabel|mb:fileName ?label }
  UNION
  { VALUES ?type { mb:Document mb:Report mb:Matter } ?iri a ?type ; dct:title ?label
    FILTER NOT EXISTS { ?iri dct:isPartOf ?whole } }
}
"""
_ROLES = "SELECT DISTINCT ?iri { ?iri a skos:Concept }"
_MERGED = "SELECT ?whole { ?this mb:mergedInto ?whole }"
_FORMS = """
SELECT DISTINCT ?form {
  { ?form mb:mergedInto ?this } UNION { ?link rdf:object ?this ; rdf:subject ?form ; mb:within ?in }
}
ORDER BY ?form
"""
_WITHHELD = """
SELECT ?by ?on ?because {
  ?this mb:withheldBy ?ruling . ?ruling mb:curatedBy ?by ; dct:date ?on ; mb:because ?because
}
"""
_MEETINGS = """
SELECT DISTINCT ?iri ?date ?board {
  ?iri a mb:Meeting ; dct:date ?date ; mb:heldBy/skos:prefLabel ?board
}
ORDER BY ?date ?board ?iri
"""
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
class Property:
    """A property of the resource by its local name, and all its values as people read them."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One resource: its class ("Meeting"), its best name, what is said of it, its links."""

    iri: Iri
    type: str
    label: str
    properties: tuple[Property, ...] = ()
    groups: tuple[Group, ...] = ()
    sources: tuple[Source, ...] = ()


def show(graph: KnowledgeGraph, what: str) -> Card:
    """The card of the resource that ``what`` names.

    :param what: an IRI, or words such as "21 July 2023", a name, a title, a file name.
    :raises NotFound: nothing fits, or several things do; the message lists them.
    """
    iri = resolve(graph, what)
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


def resolve(graph: KnowledgeGraph, what: str) -> Iri:
    """The IRI of the resource that ``what`` names (see `show`).

    :raises NotFound: nothing fits, or several things do; the message lists them.
    """
    words = " ".join(what.split())
    if is_iri(words):
        return held(graph, Iri(words))
    names = _names(graph)
    exact = {iri: label for iri, label in names if label.casefold() == words.casefold()}
    found = exact or _meetings_named(graph, words) or _alike(words, names)
    return _only(words, _of_first_kind(graph, found))


def _names(graph: KnowledgeGraph) -> list[tuple[Iri, str]]:
    """Every form of every name but those of roles."""
    roles = {iri for (iri,) in graph.select(_ROLES).rows}
    rows = [row for row in graph.select(_LABELS).rows if row[0] not in roles]
    return sorted({(Iri(iri), str(label)) for iri, label in rows})


def forms_of(graph: KnowledgeGraph, iri: Iri) -> tuple[Iri, ...]:
    """The IRIs under which documents know a resource, its own first."""
    return (iri, *(Iri(form) for (form,) in graph.select(_FORMS, this=iri).rows))


def held(graph: KnowledgeGraph, iri: Iri) -> Iri:
    """The IRI itself, or that of the resource it was merged into.

    :raises NotFound: it was ruled wrong, or nothing is said of it.
    """
    for (whole,) in graph.select(_MERGED, this=iri).rows:
        return Iri(whole)
    for by, on, because in graph.select(_WITHHELD, this=iri).rows:
        raise NotFound(f"{iri} was ruled wrong by {by} on {on}: {because}; see curate list")
    if not graph.ask("ASK { ?this ?property ?value }", this=iri):
        raise NotFound(f"the library holds nothing with the IRI {iri}; name it in words")
    return iri


def _meetings_named(graph: KnowledgeGraph, words: str) -> dict[Iri, str]:
    """The meetings on the day, or in the month, that the words name, by board where said.

    :raises NotFound: the words are a day and nothing else, and no meeting was then.
    """
    periods = periods_in(words)
    if len(periods) != 1 or (periods[0].days or _MONTH + 1) > _MONTH:
        return {}
    period = periods[0]
    rest = (words[: period.begin] + words[period.end :]).casefold()
    told = [word for word, _, _ in tokens(rest) if word not in stopwords() | {"meeting"}]
    meetings = {
        Iri(iri): f"{board}, {long_date(day)}"
        for iri, day, board in graph.select(_MEETINGS).rows
        if isinstance(day, date)
        and period.holds(day)
        and (not told or fuzz.token_set_ratio(" ".join(told), str(board).casefold()) >= _LIKE)
    }
    if not meetings and not told:
        raise NotFound(
            f"no paper in the library tells of a meeting on {words!r}; see meetings-held"
        )
    return meetings


def _alike(words: str, names: list[tuple[Iri, str]]) -> dict[Iri, str]:
    """What is named most like the words: one resource if it is clearly the best."""
    scored = process.extract(
        words,
        [label for _, label in names],
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        score_cutoff=_LIKE,
        limit=None,
    )
    best: dict[Iri, tuple[float, str]] = {}
    for label, score, position in scored:
        best.setdefault(names[position][0], (score, label))
    ranked = sorted(best.items(), key=lambda entry: (-entry[1][0], entry[0]))
    least = ranked[0][1][0] - _CLEARLY_BETTER if ranked else 0.0
    return {iri: label for iri, (score, label) in ranked if score > least}


def _of_first_kind(graph: KnowledgeGraph, candidates: dict[Iri, str]) -> dict[Iri, str]:
    """The candidates of the kind that stands first among the cards: a board before a paper."""
    order = list(CARDS)
    ranks = {iri: order.index(kind) for iri in candidates if (kind := _kind(graph, iri)) in order}
    return {
        iri: candidates[iri] for iri in ranks if ranks[iri] == min(ranks.values())
    } or candidates


def _only(words: str, candidates: dict[Iri, str]) -> Iri:
    if not candidates:
        raise NotFound(f"nothing in the library is called {words!r}; try search")
    if len(candidates) == 1:
        return next(iter(candidates))
    listed = [f"{label} <{iri}>" for iri, label in candidates.items()][:_MOST_CANDIDATES]
    more = "; ..." if len(candidates) > _MOST_CANDIDATES else ""
    raise NotFound(f"{words!r} may mean several things, name one: {'; '.join(listed)}{more}")


def _kind(graph: KnowledgeGraph, iri: Iri) -> str:
    """The local name of the class; where there are several, the first that has a card."""
    kinds = sorted(local_name(str(kind)) for (kind,) in graph.select(_TYPES, this=iri).rows)
    carded = [kind for kind in CARDS if kind in kinds]
    return (carded or kinds or ["Resource"])[0]


def _properties(graph: KnowledgeGraph, iri: Iri) -> tuple[Property, ...]:
    found: dict[str, dict[Value, None]] = {}
    for name, value, label, day, board in graph.select(_PROPERTIES, this=iri).rows:
        meeting = f"{board}, {long_date(day)}" if isinstance(day, date) else None
        found.setdefault(local_name(str(name)), {})[label or meeting or value] = None
    return tuple(Property(name, tuple(values)) for name, values in found.items())


def _label(iri: Iri, properties: tuple[Property, ...]) -> str:
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
