"""Where a board met and when it began: what the papers have as venue and time of a meeting."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.answering.choosing.numbering import sentences
from queries.answering.meetings.calendar import ORDINAL
from queries.answering.meetings.held import none_held
from queries.answering.structured import rows_asked_of
from queries.graphs.terms import iri_list
from queries.texts.wording import light, says, stems, stems_of
from queries.understanding.periods import Period, long_date

_NAMED = 2
"""So many words of a venue name it."""
_MEETINGS = """SELECT DISTINCT ?meeting ?day ?board
WHERE { ?meeting a mb:Meeting ; dct:date ?day ; mb:heldBy ?board }
ORDER BY ?day ?meeting"""
_VENUES = """SELECT DISTINCT ?day ?board ?venue
WHERE { ?meeting a mb:Meeting ; dct:date ?day ; mb:heldBy ?board ; mb:venue ?venue }
ORDER BY ?day ?board ?venue"""
_SAID = """SELECT DISTINCT ?fact ?value ?detail ?paragraph ?quote
WHERE {
  VALUES ?fact { %s }
  ?fact %s ?value ; dct:date ?detail ; mb:statedIn/mb:inDocument ?paper .
  ?paragraph mb:inDocument ?paper ; mb:ordinal ?ordinal ; mb:text ?quote .
  FILTER(CONTAINS(?quote, ?value))
}
ORDER BY ?detail ?fact ?value ?ordinal ?paragraph"""


def by_venue(asking: Asking) -> Found | Missing | None:
    """The venues of the meetings in the time asked of, or that there was none in it; None where no
    time is asked of, where the next meeting is meant or something else than a meeting, or where no
    paper says where it was.
    """
    question = asking.question
    bounded = [one for one in question.periods if one.bounded]
    other = not all(map(ORDINAL.fullmatch, question.subject))
    if not bounded or other or says(question.text, "next"):
        return None
    return _told(asking, _of_time(asking, bounded), "mb:venue") or _no_meeting(asking, bounded)


def by_start(asking: Asking) -> Found | None:
    """When the meetings in the time asked of were to begin, where no more is asked than that."""
    question = asking.question
    bounded = [one for one in question.periods if one.bounded]
    begins = says(question.text, "bounds", "begins")
    own = stems_of("questions", "bounding") | light()
    if question.expects != "clock" or not begins or not bounded or set(question.subject) - own:
        return None
    return _told(asking, _of_time(asking, bounded), "mb:startTime")


def without_venue(asking: Asking) -> Asking:
    """A question without the words for where the meetings in its times were, if it has them all
    ("the June session at Quay House").
    """
    question = asking.question
    bounded = [one for one in question.periods if one.bounded]
    if not bounded or not says(question.text, "marks", "venue"):
        return asking
    for row in rows_asked_of(asking, _VENUES, bounded):
        where = stems(str(row["venue"]))
        named = [stem for stem in question.subject if stem in where]
        if len(named) >= _NAMED or where[:1] == named:
            left = tuple(stem for stem in question.subject if stem not in where)
            return replace(asking, question=replace(question, subject=left))
    return asking


def _of_time(asking: Asking, spans: Sequence[Period]) -> list[str]:
    """The meetings of the bodies asked in some times."""
    return [str(row["meeting"]) for row in rows_asked_of(asking, _MEETINGS, spans)]


def _no_meeting(asking: Asking, spans: Sequence[Period]) -> Missing | None:
    """That the papers tell of no meeting in some times, where no sentence of a near passage gives
    a place with one of them.
    """
    text = asking.question.text
    times = [text[span.begin : span.end].casefold() for span in spans]
    near = [part for hit in asking.result.hits for part in sentences(hit.place.text)]
    places = [part.casefold() for part in near if says(part, "marks", "venue")]
    if _of_time(asking, spans) or any(one in said for one in times for said in places):
        return None
    return none_held(text, spans, _MEETINGS)


def _told(asking: Asking, meetings: Sequence[str], property_: str) -> Found | None:
    """What the papers say of some meetings."""
    sparql = _SAID % (iri_list(meetings), property_)
    rows = list(asking.graph.select(sparql).dicts()) if meetings else []
    if not rows:
        return None
    said = dict.fromkeys((str(row["fact"]), str(row["value"]), row["detail"]) for row in rows)
    lines = [f"{value} ({long_date(day)})" for _, value, day in said if isinstance(day, date)]
    quotes = dict.fromkeys((str(row["paragraph"]), str(row["quote"])) for row in rows)
    return Found(
        answer="\n".join(lines),
        values=tuple(dict.fromkeys(value for _, value, _ in said)),
        quotes=[Quote(paragraph, text) for paragraph, text in quotes],
        sparql=sparql,
        facts=tuple(dict.fromkeys(fact for fact, _, _ in said)),
    )
