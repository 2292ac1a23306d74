"""A lead-in and the points under it: "The members are:" says nothing without them."""

import re

from kg.store.graph import Iri, KnowledgeGraph
from queries.place import Place

MOST = 14
"""The most points of a list that an answer tells."""
_AFTER = """SELECT ?paragraph ?text ?form ?number
WHERE {
  ?paragraph mb:inDocument ?document ; mb:ordinal ?ordinal ; mb:text ?text .
  OPTIONAL { ?paragraph mb:kind ?form }
  OPTIONAL { ?paragraph mb:number ?number }
  FILTER(?ordinal > ?first && ?ordinal <= ?last)
}
ORDER BY ?ordinal ?paragraph ?form ?number"""
_LETTERED = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})[).]?")


def leads(place: Place) -> bool:
    """Whether a paragraph ends by leading in to what follows it."""
    return place.form != "table" and place.text.rstrip().endswith(":")


def points(graph: KnowledgeGraph, lead: Place) -> list[tuple[str, str]]:
    """The paragraphs under a lead-in with their texts, in order; none where no list follows."""
    rows = graph.select(
        _AFTER, document=Iri(lead.document), first=lead.ordinal, last=lead.ordinal + MOST
    ).rows
    found: list[tuple[str, str]] = []
    for paragraph, text, form, number in rows:
        if not _is_point(lead, form, number):
            break
        if (str(paragraph), str(text)) not in found:
            found.append((str(paragraph), str(text)))
    return found


def _is_point(lead: Place, form: object, number: object) -> bool:
    written = "" if number is None else str(number)
    under = lead.number is not None and written.startswith(f"{lead.number.rstrip('.')}.")
    return form == "list item" or under or _LETTERED.fullmatch(written) is not None
