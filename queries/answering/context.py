"""What the graph knows around an answer."""

from collections.abc import Iterable, Sequence

from kg.store.graph import KnowledgeGraph
from queries.answering.answer import Citation, Context, Named
from queries.place import Place, places
from queries.terms import iri_list, local_name

_AROUND = """
SELECT DISTINCT ?class ?thing ?label
WHERE {
  VALUES ?paragraph { %s }
  VALUES ?class { foaf:Person mb:Organisation mb:Council mb:Board mb:Programme mb:Matter }
  { ?paragraph mb:mentions ?thing }
  UNION { ?fact mb:statedIn ?paragraph . ?step mb:concerns ?fact . ?thing mb:step ?step }
  ?thing a ?class ; foaf:name|skos:prefLabel|dct:title ?label .
}
ORDER BY ?thing ?class ?label
"""
_FIELDS = {
    "Person": "people",
    "Organisation": "organisations",
    "Council": "organisations",
    "Board": "organisations",
    "Programme": "programmes",
    "Matter": "matters",
}


def context(graph: KnowledgeGraph, cited: Sequence[Citation]) -> Context:
    """The meetings, items, people, bodies, programmes and matters of the cited paragraphs."""
    paragraphs = [citation.paragraph for citation in cited]
    held = places(graph, paragraphs).values()
    found: dict[str, dict[str, Named]] = {name: {} for name in dict.fromkeys(_FIELDS.values())}
    for kind, thing, label in graph.select(_AROUND % iri_list(paragraphs)).rows:
        field = _FIELDS[local_name(str(kind))]
        found[field].setdefault(str(thing), Named(str(thing), str(label)))
    return Context(
        meetings=_each(_meeting(place) for place in held),
        items=_each(_item(place) for place in held),
        **{name: tuple(some.values()) for name, some in found.items()},
    )


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
