"""Of what day each paper is."""

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_PAPERS = """
SELECT ?document ?file ?day WHERE {
  ?document a mb:Document ; mb:fileName ?file .
  OPTIONAL { ?document mb:ofMeeting/dct:date ?held }
  OPTIONAL { ?document dct:date ?dated }
  BIND(COALESCE(?held, ?dated) AS ?day)
}
"""
_SPOKEN_OF = """
SELECT ?document (MAX(?day) AS ?latest) WHERE {
  GRAPH ?document { ?document a mb:Document . ?action mb:arisesFrom ?origin }
  ?origin dct:date|(mb:atMeeting/dct:date) ?day
} GROUP BY ?document
"""
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_. ]?(\d\d)(?:[-_. ]?(\d\d))?(?!\d)")


class PaperDays:
    """The days of the papers of a graph.

    A paper is of the day of its meeting, or of its own date. One that bears neither is of the
    day in its file name, else of the latest meeting whose actions it follows.
    """

    def __init__(self, graph: "KnowledgeGraph") -> None:
        self._days: dict[str, date] = {}
        spoken = {str(paper): day for paper, day in graph.select(_SPOKEN_OF).rows}
        for paper, file, day in sorted(graph.select(_PAPERS).rows, key=str):
            if isinstance(day, date):
                self._days.setdefault(str(paper), day)
                continue
            told = named_day(str(file)) or spoken.get(str(paper))
            if isinstance(told, date):
                self._days.setdefault(str(paper), told)

    def of(self, document: str) -> date | None:
        """The day of a paper by its IRI, None where nothing says it."""
        return self._days.get(document)


def named_day(file: str) -> date | None:
    """The day in the name of a file ("2024-03-07-log.pdf"); a month stands for its first day."""
    found = _IN_NAME.search(file)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    with suppress(ValueError):
        return date(year, month, day)
    return None
