"""What the graph knows around an answer."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from kg import terms as t
from kg.store.graph import Iri, KnowledgeGraph, Value
from queries.answering.answer import Citation, Context, Named
from queries.graphs.place import Place, places
from queries.graphs.terms import iri_list, local_name

_AROUND = """
SELECT DISTINCT ?class ?thing ?label
WHERE {
  { SELECT DISTINCT ?thing { VALUES ?paragraph { %s } ?paragraph mb:mentions ?thing } }
  ?thing a ?class ; foaf:name|skos:prefLabel ?label .
  FILTER(?class IN (foaf:Person, mb:Organisation, mb:Council, mb:Board, mb:Programme))
}
ORDER BY ?thing ?class ?label
"""
_MATTERS = """
SELECT DISTINCT ?class ?thing ?label
WHERE {
  VALUES ?paragraph { %s }
  ?fact mb:statedIn ?paragraph . ?step mb:concerns ?fact . ?thing mb:step ?step ; dct:title ?label .
  FILTER NOT EXISTS { ?thing dct:isPartOf ?whole }
  BIND(mb:Matter AS ?class)
}
ORDER BY ?thing ?label
"""
_FOLLOWED = """
SELECT DISTINCT ?field ?thing ?label
WHERE {
  VALUES ?item { %s }
  { ?item mb:presentedBy ?thing . ?thing foaf:name ?label . BIND("presenters" AS ?field) }
  UNION
  { ?thing a mb:Decision ; mb:onItem ?item ; mb:text ?label . BIND("decisions" AS ?field) }
  UNION
  {
    { ?thing mb:arisesFrom ?item } UNION { ?thing mb:arisesFrom/mb:onItem ?item }
    ?thing a mb:Action ; mb:text ?label . BIND("actions" AS ?field)
  }
  FILTER NOT EXISTS {
    VALUES ?paragraph { %s }
    ?thing mb:statedIn ?paragraph . FILTER(?field != "presenters")
  }
}
ORDER BY ?field ?thing ?label
"""
ITEMS = 2
"""Up to how many items it is told who spoke to them and what came of them."""
_FIELDS = {
    "Person": "people",
    "Organisation": "organisations",
    "Council": "organisations",
    "Board": "organisations",
    "Programme": "programmes",
    "Matter": "matters",
}


def context(graph: KnowledgeGraph, cited: Sequence[Citation]) -> Context:
    """What stands around the cited paragraphs, and what came of their items."""
    paragraphs = [citation.paragraph for citation in cited]
    held = places(graph, paragraphs).values()
    items = _each(_item(place) for place in held)
    rows = [
        (_FIELDS[local_name(str(kind))], thing, label)
        for query in (_AROUND, _MATTERS)
        for kind, thing, label in graph.select(query % iri_list(paragraphs)).rows
    ]
    rows += _followed(graph, paragraphs, [item.iri for item in items])
    found: dict[str, dict[str, Named]] = {}
    for field, thing, label in rows:
        found.setdefault(field, {}).setdefault(str(thing), Named(str(thing), str(label)))
    return Context(
        meetings=_each(_meeting(place) for place in held),
        items=items,
        **{name: tuple(some.values()) for name, some in found.items()},
    )


def _followed(
    graph: KnowledgeGraph, paragraphs: Sequence[str], items: Sequence[str]
) -> list[tuple[str, Value, Value]]:
    """Who spoke to the items of the cited paragraphs, and what came of them, where they are few.

    What came of an item under its number in the minutes, or of that for which a report was likely
    written, is inferred.
    """
    own = {*items, *_stated_items(graph, paragraphs)}
    likely = set() if own else set(_items_of_reports(graph, paragraphs))
    if not 0 < len(own | likely) <= ITEMS:
        return []
    likely |= {one for item in own | likely for one in _same_items(graph, item)} - own
    return [
        (str(field), thing, f"{label}{mark}")
        for around, mark in ((own, ""), (likely, " (inferred)"))
        for field, thing, label in _came_of(graph, around, paragraphs)
    ]


def _came_of(
    graph: KnowledgeGraph, items: Collection[str], paragraphs: Sequence[str]
) -> list[tuple[Value, ...]]:
    query = _FOLLOWED % (iri_list(sorted(items)), iri_list(paragraphs))
    return graph.select(query).rows if items else []


def _items_of_reports(graph: KnowledgeGraph, paragraphs: Iterable[str]) -> Iterator[Iri]:
    """The items for which the reports of some paragraphs were likely written."""
    reports = {one for p in paragraphs for one in graph.objects(p, t.IN_REPORT)}
    yield from (item for one in sorted(reports) for item in graph.objects(one, t.FOR_ITEM))


def _same_items(graph: KnowledgeGraph, item: str) -> Iterator[Iri]:
    """The items that are one with an item under other numbers."""
    yield from graph.objects(item, t.SAME_ITEM_AS)
    yield from graph.subjects(t.SAME_ITEM_AS, item)


def _stated_items(graph: KnowledgeGraph, paragraphs: Iterable[str]) -> Iterator[Iri]:
    """The items that paragraphs state, and those that facts stated there are on."""
    for fact in (one for paragraph in paragraphs for one in graph.subjects(t.STATED_IN, paragraph)):
        yield from graph.objects(fact, t.ON_ITEM)
        if graph.is_a(fact, t.AGENDA_ITEM):
            yield fact


def _each(named: Iterable[Named | None]) -> tuple[Named, ...]:
    kept = {one.iri: one for one in named if one is not None}
    return tuple(kept[iri] for iri in sorted(kept))


def _meeting(place: Place) -> Named | None:
    meeting = place.meeting
    if meeting is None:
        return None
    parts = (meeting.board, meeting.date.isoformat() if meeting.date else None)
    return Named(meeting.iri, ", ".join(part for part in parts if part))


def _item(place: Place) -> Named | None:
    item = place.item
    if item is None:
        return None
    return Named(item.iri, " ".join(part for part in (item.number, item.title) if part))
