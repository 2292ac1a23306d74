"""Of what day each paper is."""

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from kg.rdf.terms import DATE, FILE_NAME, OF_MEETING
from kg.store.values import Iri

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_SPOKEN_OF = """
SELECT (MAX(?day) AS ?latest) WHERE {
  GRAPH ?document { ?action mb:arisesFrom ?origin }
  ?origin dct:date|(mb:atMeeting/dct:date) ?day
}
"""
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(\d\d)(?:[-_. ]?(\d\d))?(?!\d)")


class PaperDays:
    """The days of the papers of a graph, each read when it is asked for.

    A paper is of the day of its meeting, or of its own date. One that bears neither is of the
    day in its file name, else of the latest meeting whose actions it follows.
    """

    def __init__(self, graph: "KnowledgeGraph") -> None:
        self._graph = graph
        self._days: dict[str, date | None] = {}

    def of(self, document: str) -> date | None:
        """The day of a paper by its IRI, None where nothing says it."""
        if document not in self._days:
            self._days[document] = self._read(document) if document else None
        return self._days[document]

    def _read(self, document: str) -> date | None:
        meetings = self._graph.objects(document, OF_MEETING)
        held = self._graph.values_of(meetings, DATE).values()
        days = [day for day in held if isinstance(day, date)]
        if days:
            return min(days)
        own = self._graph.values_of([document], DATE).get(document)
        if isinstance(own, date):
            return own
        file = self._graph.values_of([document], FILE_NAME).get(document)
        return named_day(str(file)) or self._spoken_of(document)

    def _spoken_of(self, document: str) -> date | None:
        for (day,) in self._graph.select(_SPOKEN_OF, document=Iri(document)).rows:
            return day if isinstance(day, date) else None
        return None


def named_day(file: str) -> date | None:
    """The day in the name of a file ("2024-03-07-log.pdf"); a month stands for its first day."""
    found = _IN_NAME.search(file)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    with suppress(ValueError):
        return date(year, month, day)
    return None
