"""Which meeting a question means that gives no whole date: "the July meeting", "the last one",
"the annual meeting".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from kg.tables.load import alternation, table, words
from queries.answering.answer import Missing
from queries.answering.asking import Asking
from queries.answering.meetings.held import HeldOf, of_boards
from queries.graphs.terms import iri_list
from queries.texts.wording import first_match, says, small_words, stems
from queries.understanding.periods import Period
from queries.understanding.question import Question

_HELD = """SELECT DISTINCT ?day ?board ?meeting ?paper
WHERE {
  %s
  ?paper a mb:Document ; mb:ofMeeting ?meeting .
  ?meeting dct:date ?day ; mb:heldBy ?board .
}
ORDER BY ?day ?board ?meeting ?paper"""

_FIRST = frozenset({"first", "1st", "inaugural"})
_OF_DAY = "SELECT DISTINCT ?meeting { ?meeting a mb:Meeting ; dct:date ?day } LIMIT 1"
_FIRST_LINES = """SELECT ?paper ?text
WHERE {
  VALUES ?paper { %s }
  ?paragraph mb:inDocument ?paper ; mb:ordinal ?ordinal ; mb:text ?text .
  FILTER(?ordinal < 12)
}
ORDER BY ?paper ?ordinal"""
_COUNTED_SO = rf"\b(?:%s)\b(?! {alternation('dates', 'month')})(?: [\w&’-]+){{0,4}} meeting\b"
"""How the first lines of a paper number its meeting."""


def of_meeting(asking: Asking) -> Asking:
    """A question with the time of the meeting it means, where the papers leave only one."""
    if (day := _of_a_meeting(asking)) is not None:
        return replace(asking, question=replace(asking.question, periods=(day,)))
    question = asking.question
    counted = _counted(question)
    written = counted or (None if question.periods else first_match(question.text, "meant"))
    if written is None or says(question.text[: written.start()], "still_to_come"):
        return asking
    period = _nth(asking, counted["nth"]) if counted else _meant(asking, written[0])
    if period is None:
        return asking
    begin, end = written.span()
    said = set(stems(question.text[begin:end]))
    meant = replace(
        question,
        periods=(replace(period, begin=begin, end=end),),
        subject=tuple(stem for stem in question.subject if stem not in said),
    )
    return replace(asking, question=meant)


def _of_a_meeting(asking: Asking) -> Period | None:
    """The day of a meeting from which something is asked for: "actions from 9 May 2031" are those
    of the meeting of that day, where one was held.
    """
    question = asking.question
    day = question.periods[0] if len(question.periods) == 1 else None
    if day is None or day.first is None or day.after is not None:
        return None
    behind, before = question.text[day.end :], question.text[: day.begin]
    if not says(before, "taken_from") or says(behind, "and_since"):
        return None
    known = asking.graph.select(_OF_DAY, day=day.first).rows
    return replace(day, after=day.first + timedelta(1)) if known else None


def uncounted(asking: Asking) -> Missing | None:
    """That no paper says which meeting has the number asked for; None where that is not so."""
    counted = _counted(asking.question)
    told = counted and f"The papers held do not tell which one meeting was the {counted['nth']}."
    return Missing(told) if told else None


def _counted(question: Question) -> re.Match[str] | None:
    """Where a question with no time of its own names a meeting of a body by its place among all;
    that of another thing which it names, and no body, is none ("the Lamp Fund and its first
    meeting").
    """
    match = None if question.periods else first_match(question.text, "counted_meeting")
    if match is None:
        return None
    bodies = [one for one in question.mentions if one.kind == "Board"]
    if match["of"]:
        return match if any(one.start <= match.end() < one.end for one in bodies) else None
    before = question.text[: match.start()]
    others = any(one.end <= match.start() for one in question.mentions)
    return None if others and not bodies and says(before, "its_own") else match


def _nth(asking: Asking, written: str) -> Period | None:
    """The day of the first meeting that is held, or of that whose papers open with its number."""
    held = list(_held(asking))
    if written.lower() in _FIRST:
        return _first_of(asking, held)
    names = table("questions")["ordinals"]
    at = names.index(written.lower()) + 1 if written.lower() in names else int(written[:-2])
    forms = (written.lower(), *names[at - 1 : at], _in_figures(at))
    papers = {one.iri for form in forms for one in asking.searcher.papers.opening_with((form,))}
    told = _counting(asking, papers, "|".join(forms))
    days = {day for day, _, paper in held if paper in told}
    return _day(days.pop()) if len(days) == 1 else None


def _first_of(asking: Asking, held: Sequence[tuple[date, str, str]]) -> Period | None:
    """The day of the earliest of some meetings, None where its papers count it as a later one."""
    earliest = min((day for day, *_ in held), default=None)
    papers = {paper for day, _, paper in held if day == earliest}
    later = "|".join((*table("questions")["ordinals"][1:], r"(?!1st)\d{1,3}(?:st|nd|rd|th)"))
    return None if _counting(asking, papers, later) else _day(earliest)


def _counting(asking: Asking, papers: Iterable[str], forms: str) -> set[str]:
    """Those of some papers whose first lines give their meeting a place in a row."""
    rows = asking.graph.select(_FIRST_LINES % iri_list(sorted(papers))).rows
    counted = re.compile(_COUNTED_SO % forms, re.IGNORECASE)
    return {str(paper) for paper, text in rows if counted.search(str(text))}


def _in_figures(at: int) -> str:
    """A place in a row in figures ("3rd")."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{at}{'th' if at % 100 in range(10, 21) else ends.get(at % 10, 'th')}"


def _meant(asking: Asking, written: str) -> Period | None:
    """The month or day of the one meeting that the words can mean."""
    held = list(_held(asking))
    month = next((at for name, at in _months().items() if name in written.casefold()), None)
    if month is not None:
        return _only([day for day, _, _ in held], month)
    kind = set(words("questions", "kinds_of_meeting")) & small_words(written)
    if kind:
        opening = {one.iri for one in asking.searcher.papers.opening_with(kind)}
        of_kind = {day for day, _, paper in held if paper in opening}
        return _day(of_kind.pop()) if len(of_kind) == 1 else None
    latest = sorted(((day, meeting) for day, meeting, _ in held), reverse=True)
    return _day(next((day for day, one in latest if HeldOf(asking.graph, one).minuted), None))


def _held(asking: Asking) -> Iterator[tuple[date, str, str]]:
    """The meetings of which papers are held, of the bodies asked: day, meeting and paper (IRIs)."""
    for day, _, meeting, paper in asking.graph.select(_HELD % of_boards(asking.boards)).rows:
        if isinstance(day, date):
            yield day, str(meeting), str(paper)


def _day(day: object) -> Period | None:
    """A day as a time."""
    return Period(day, day + timedelta(1)) if isinstance(day, date) else None


@cache
def _months() -> dict[str, int]:
    """The months by their names in small letters."""
    return {name.casefold(): at for at, name in enumerate(table("dates")["month"], 1)}


def _only(days: Sequence[date], month: int) -> Period | None:
    """The days of a month where meetings were held in that month of one year alone."""
    held = sorted(day for day in days if day.month == month)
    if not held or held[0].year != held[-1].year:
        return None
    return Period(held[0], held[-1] + timedelta(1))
