"""When a board meets: the days of its meetings, those to come among them."""

import re
from collections.abc import Sequence
from datetime import date

from kg import terms as t
from kg.store.graph import KnowledgeGraph, Value
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.answering.meetings.held import HeldOf, none_held, of_boards
from queries.answering.structured import Row
from queries.graphs.place import Place, places
from queries.graphs.terms import iri_list
from queries.retrieval.ranking import in_place
from queries.texts.wording import says
from queries.understanding.periods import Period, in_time, long_date
from queries.understanding.question import Question

_MEETINGS = """SELECT DISTINCT ?meeting ?board ?date ?paragraph ?quote
WHERE {%s
  ?meeting a mb:Meeting ; dct:date ?date ; mb:heldBy ?board .
  OPTIONAL { ?meeting mb:statedIn ?paragraph }
  OPTIONAL { ?meeting mb:quote ?quote }
}
ORDER BY ?date ?meeting ?paragraph ?quote"""
_ANNOUNCED = """
SELECT DISTINCT ?paragraph ?text
WHERE {
  GRAPH ?document {
    ?before mb:nextMeeting ?meeting .
    ?paragraph a mb:Paragraph ; mb:text ?text .
    FILTER(CONTAINS(LCASE(?text), LCASE(?month)))
  }
}
ORDER BY ?paragraph ?text"""
_LOOKED_AT = 20
"""How many passages on the next meeting are looked at."""
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?")
"""The number of a meeting ("its 6th meeting") is no subject beside meetings."""


def by_calendar(asking: Asking, *, held: bool = False) -> Found | None:
    """The days of the meetings asked about, or None where more than a day is asked.

    :param held: leave out those that no paper is of.
    """
    question = asking.question
    if not _only_of_meetings(asking):
        return None
    boards = asking.boards or question.named("Board") or _holding(asking)
    rows: list[Row] = [
        row
        for row in asking.graph.select(_MEETINGS % of_boards(boards)).dicts()
        if isinstance(row["date"], date)
    ]
    if held:
        rows = [row for row in rows if _held_of(asking.graph, row).any]
    following = says(question.text, "next")
    if following:
        kept = _next(asking, rows) if question.periods else _last(_to_come(asking.graph, rows))
    elif question.periods and says(question.text, "previous"):
        kept = _previous(question.periods[0], rows)
    else:
        kept = _of_order(question.text, [row for row in rows if _within(question, row["date"])])
    if following and not _sure(asking.graph, kept):
        announced = _in_words(asking)
        if announced is not None:
            return announced
    quotes = _quotes(asking.graph, kept, following)
    if not quotes:
        return _in_words(asking) if following else None
    told = tuple(
        dict.fromkeys(long_date(row["date"]) for row in kept if isinstance(row["date"], date))
    )
    meetings = iri_list(sorted({str(row["meeting"]) for row in kept}))
    sparql = _MEETINGS % f"\n  VALUES ?meeting {{ {meetings} }}"
    return Found(answer=", ".join(told), values=told, quotes=quotes, sparql=sparql)


def without_meeting(asking: Asking) -> Missing | None:
    """That the papers tell of no meeting in the times asked of; None where one is, or more is asked
    than the days of meetings.
    """
    question = asking.question
    bounded = [one for one in question.periods if one.bounded]
    if not bounded or not _only_of_meetings(asking):
        return None
    sparql = _MEETINGS % ""
    held = any(in_time(row["date"], bounded) for row in asking.graph.select(sparql).dicts())
    return None if held else none_held(question.text, bounded, sparql)


def _only_of_meetings(asking: Asking) -> bool:
    """Whether a question has no subject but a body and its meetings, which may have numbers."""
    besides = (one for one in asking.question.subject if one not in asking.own_stems)
    return all(map(ORDINAL.fullmatch, besides))


def _in_words(asking: Asking) -> Found | None:
    """What the latest paper of the body asked says of its next meeting; None where none does."""
    if not asking.boards:
        return None
    near = asking.searcher.library.keywords.nearest("next meeting", _LOOKED_AT, asking.where)
    told = [
        place
        for place in places(asking.graph, near).values()
        if says(in_place(place), "announces") and says(place.text, "dated")
    ]
    before = [one for one in told if _day(one) < _asked_before(asking.question)] or told
    last = max((_day(place) for place in before), default=date.min)
    kept = sorted((one.ordinal, one.paragraph, one.text) for one in told if _day(one) == last)
    if not kept:
        return None
    return Found(
        answer="\n".join(text for *_, text in kept),
        quotes=[Quote(paragraph) for _, paragraph, _ in kept],
    )


def _asked_before(question: Question) -> date:
    """The day before which papers announce the meeting that is asked for."""
    span = next(iter(question.periods), None)
    return (span and (span.after or span.first)) or date.max


def _sure(graph: KnowledgeGraph, rows: Sequence[Row]) -> bool:
    """Whether a paper of one of some meetings is held, or another announces one."""
    return any(
        _held_of(graph, row).any or graph.subjects(t.NEXT_MEETING, str(row["meeting"]))
        for row in rows
    )


def _held_of(graph: KnowledgeGraph, row: Row) -> HeldOf:
    return HeldOf(graph, str(row["meeting"]))


def _day(place: Place) -> date:
    return (place.meeting and place.meeting.date) or date.min


def _to_come(graph: KnowledgeGraph, rows: Sequence[Row]) -> list[Row]:
    """The meetings after the last of which minutes are held, the latest first."""
    late = sorted(rows, key=_day_of, reverse=True)
    past = next((_day_of(row) for row in late if _held_of(graph, row).minuted), date.min)
    return [row for row in late if _day_of(row) > past]


def _holding(asking: Asking) -> list[str]:
    """The boards whose papers are held, where they are of one board; else none."""
    boards = list(asking.searcher.papers.boards)
    return boards if len(boards) == 1 else []


def _within(question: Question, day: Value) -> bool:
    """Whether a day lies in one of the times asked of, or none is."""
    return isinstance(day, date) and in_time(day, question.periods)


def _last(rows: Sequence[Row]) -> list[Row]:
    """The rows of the latest day."""
    last = max((str(row["date"]) for row in rows), default="")
    return [row for row in rows if str(row["date"]) == last]


def _of_order(text: str, rows: list[Row]) -> list[Row]:
    """The meetings, or the first or the last of them where that is asked for."""
    if says(text, "first_of_all"):
        first = min(map(_day_of, rows), default=date.min)
        return [row for row in rows if _day_of(row) == first]
    return _last(rows) if says(text, "last_of_all") else rows


def _previous(span: Period, rows: Sequence[Row]) -> list[Row]:
    """The last meeting before a time, or before the end of one that is open at its beginning."""
    bound = span.first or span.after or date.min
    return _last([row for row in rows if _day_of(row) < bound])


def _next(asking: Asking, rows: Sequence[Row]) -> list[Row]:
    """The meeting that papers of the time asked of announce, else the first one after it.

    What is asked of a time that is open towards the end is of the last meeting before it.
    """
    span = asking.question.periods[0]
    first, after = span.first or date.min, span.after or span.first or date.min
    begun = [row for row in rows if _day_of(row) < after]
    before = [row for row in begun if _day_of(row) >= first] if span.after else _last(begun)
    of = {str(row["meeting"]) for row in before}
    told = {new for one in of for new in asking.graph.objects(one, t.NEXT_MEETING)}
    announced = [row for row in rows if row["meeting"] in told and _day_of(row) >= after]
    coming = sorted(_day_of(row) for row in announced or rows if _day_of(row) >= after)
    return [row for row in announced or rows if _day_of(row) in coming[:1]]


def _day_of(row: Row) -> date:
    day = row["date"]
    return day if isinstance(day, date) else date.min


def _quotes(graph: KnowledgeGraph, rows: Sequence[Row], following: bool) -> list[Quote]:
    """The words that state a meeting, or those that announce its day; the latter first where
    it is asked which one is ``following``.
    """
    quotes: list[Quote] = []
    for row in rows:
        if following and isinstance(row["date"], date):
            quotes += _announced(graph, row["meeting"], row["date"])
        if row["paragraph"] is not None:
            words = None if row["quote"] is None else str(row["quote"])
            quotes.append(Quote(str(row["paragraph"]), words))
        elif isinstance(row["date"], date):
            quotes += _announced(graph, row["meeting"], row["date"])
    return quotes


def _announced(graph: KnowledgeGraph, meeting: Value, day: date) -> list[Quote]:
    """The first words that announce a meeting by its day, with or without the year."""
    month = f"{day:%B}"
    written = re.compile(
        rf"\b{day.day}(?:st|nd|rd|th)?(?: day)?(?: of)? {month}\b|\b{month} {day.day}\b",
        re.IGNORECASE,
    )
    rows = graph.select(_ANNOUNCED, meeting=meeting, month=month).rows
    found = ((paragraph, written.search(str(text))) for paragraph, text in rows)
    return [Quote(str(paragraph), match[0]) for paragraph, match in found if match][:1]
