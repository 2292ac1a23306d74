"""Of what day each paper is."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from kg.store.values import Iri
from kg.terms import DATE, FILE_NAME, OF_MEETING

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_SPOKEN_OF = """
SELECT (MAX(?day) AS ?latest) WHERE {
  GRAPH ?document { ?action mb:arisesFrom ?form }
  ?form mb:mergedInto? ?origin .
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
        self._by_month: set[str] = set()

    def of(self, document: str) -> date | None:
        """The day of a paper by its IRI, None where nothing says it."""
        if document not in self._days:
            self._days[document] = self._read(document) if document else None
        return self._days[document]

    def told_by_month(self, document: str) -> bool:
        """Whether only the month in the name of its file says the day of a paper."""
        self.of(document)
        return document in self._by_month

    def _read(self, document: str) -> date | None:
        meetings = self._graph.objects(document, OF_MEETING)
        held = self._graph.values_of(meetings, DATE).values()
        days = [day for day in held if isinstance(day, date)]
        if days:
            return min(days)
        own = self._graph.values_of([document], DATE).get(document)
        if isinstance(own, date):
            return own
        file = str(self._graph.values_of([document], FILE_NAME).get(document))
        named = named_day(file)
        if named is not None and names_a_month(file):
            self._by_month.add(document)
        return named or self._spoken_of(document)

    def _spoken_of(self, document: str) -> date | None:
        for (day,) in self._graph.select(_SPOKEN_OF, document=Iri(document)).rows:
            return day if isinstance(day, date) else None
        return None


def named_day(file: str) -> date | None:
    """The day in the name of a file ("2024-03-07-log.pdf"); a month stands for its last day."""
    found = _IN_NAME.search(file)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    with suppress(ValueError):
        return date(year, month, int(found[3] or monthrange(year, month)[1]))
    return None


def names_a_month(file: str) -> bool:
    """Whether the name of a file says a month and no day."""
    found = _IN_NAME.search(file)
    return found is not None and found[3] is None
