"""How many of the public came to a meeting, as its minutes count them."""

from collections.abc import Iterator, Sequence
from datetime import date

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.structured import Row, rows_asked_of
from queries.graphs.terms import iri_list
from queries.texts.wording import first_match, says
from queries.understanding.periods import long_date

MOST = 12
"""The most meetings that are told."""
OPENING = 60
"""How far from the beginning of a paper it says who came."""
_MEETINGS = """SELECT DISTINCT ?paper ?day ?board
WHERE {
  ?paper a mb:Document ; mb:ofMeeting ?meeting .
  ?meeting dct:date ?day ; mb:heldBy ?board .
}
ORDER BY ?day ?paper ?board"""
_OPENINGS = """SELECT DISTINCT ?paper ?paragraph ?text ?day ?board ?name
WHERE {
  VALUES ?paper { %s }
  ?paper mb:ofMeeting ?meeting . ?meeting dct:date ?day ; mb:heldBy ?board .
  ?board skos:prefLabel ?name .
  ?paragraph mb:inDocument ?paper ; mb:ordinal ?ordinal ; mb:text ?text .
  FILTER(?ordinal < %d)
}
ORDER BY ?day ?name ?paper ?ordinal ?paragraph ?text ?board"""


def by_turnout(asking: Asking) -> Found | None:
    """How many of the public came to the meetings asked about; None where that is not asked, or no
    paper of them counts them.
    """
    if not says(asking.question.text, "turnout"):
        return None
    papers = dict.fromkeys(str(row["paper"]) for row in rows_asked_of(asking, _MEETINGS))
    sparql = _OPENINGS % (iri_list(papers), OPENING)
    told = _counted(rows_asked_of(asking, sparql) if papers else ())
    if not 0 < len(told) <= MOST:
        return None
    numbers = [number for number, _ in told.values()]
    return Found(
        answer="\n".join(map("{}: {}".format, _meetings(list(told)), numbers)),
        values=tuple(dict.fromkeys(numbers)),
        quotes=[quote for _, quote in told.values()],
        sparql=sparql,
    )


def _counted(rows: Sequence[Row]) -> dict[tuple[date, str], tuple[str, Quote]]:
    """The number of the public by the day and the body, as its minutes first give one."""
    told: dict[tuple[date, str], tuple[str, Quote]] = {}
    for row in rows:
        day, number = row["day"], next(_numbers(str(row["text"])), None)
        if isinstance(day, date) and number:
            told.setdefault((day, str(row["name"])), (number, Quote(str(row["paragraph"]))))
    return told


def _meetings(held: Sequence[tuple[date, str]]) -> list[str]:
    """What meetings are called: by their days, those of several bodies also by the body."""
    alone = len({body for _, body in held}) == 1
    return [long_date(day) if alone else f"{body}, {long_date(day)}" for day, body in held]


def _numbers(text: str) -> Iterator[str]:
    """What the lines of a text count of the public who came."""
    for line in text.splitlines():
        if match := first_match(line, "public_came"):
            yield match["number"].lower()
