"""Where a board met: the venue of the meeting asked about."""

from datetime import date

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.calendar import ORDINAL
from queries.periods import in_time, long_date
from queries.terms import iri_list
from queries.wording import says

_VENUES = """SELECT DISTINCT ?meeting ?venue ?date ?board
WHERE {
  ?meeting a mb:Meeting ; mb:venue ?venue ; dct:date ?date ; mb:heldBy ?board .
}
ORDER BY ?date ?meeting ?venue"""
_SAID = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact mb:venue ?value ; dct:date ?detail ; mb:statedIn/mb:inDocument ?paper .
  ?paragraph mb:inDocument ?paper ; mb:text ?quote .
  FILTER(CONTAINS(?quote, ?value))
}
ORDER BY ?fact ?value ?paragraph"""


def by_venue(asking: Asking) -> Found | None:
    """The venues of the meetings in the time asked of; None where no time is, where the next
    meeting is meant or something else than a meeting, or where no paper says where it was.
    """
    question = asking.question
    bounded = [one for one in question.periods if one.bounded]
    other = not all(map(ORDINAL.fullmatch, question.subject))
    if not bounded or other or says(question.text, "next"):
        return None
    boards = asking.boards or set(question.named("Board"))
    meetings = [
        str(row["meeting"])
        for row in asking.graph.select(_VENUES).dicts()
        if isinstance(row["date"], date)
        and in_time(row["date"], bounded)
        and (not boards or row["board"] in boards)
    ]
    return _told(asking, meetings) if meetings else None


def _told(asking: Asking, meetings: list[str]) -> Found | None:
    """What the papers say of the venues of some meetings."""
    sparql = _SAID % iri_list(meetings)
    rows = list(asking.graph.select(sparql).dicts())
    if not rows:
        return None
    venues = dict.fromkeys((str(row["fact"]), str(row["value"]), row["detail"]) for row in rows)
    lines = [f"{value} ({long_date(day)})" for _, value, day in venues if isinstance(day, date)]
    quotes = dict.fromkeys((str(row["paragraph"]), str(row["quote"])) for row in rows)
    return Found(
        answer="\n".join(lines),
        values=tuple(dict.fromkeys(value for _, value, _ in venues)),
        quotes=[Quote(paragraph, words) for paragraph, words in quotes],
        sparql=sparql,
        facts=tuple(dict.fromkeys(fact for fact, _, _ in venues)),
    )
