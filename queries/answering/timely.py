"""Of the time asked about: the passages that are of it, or speak of it in a later paper."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kg.tables.load import matches, table
from queries.graphs.place import Place
from queries.understanding.periods import Period, times_in
from queries.understanding.question import Question

WRITTEN = 31
"""A written time speaks of the one asked about if it is of up to this many days, or no longer."""
AFTERWARDS, NEXT_YEAR = 100, 365
"""So many days after a time of more than one day, and after a year, papers still report on it."""
_FRAMING = frozenset({"change", "history", "when", "definition", "count"})
"""The ways of asking whose times do not say of when the answer is."""


def asked_time(question: Question) -> Period | None:
    """The one time of a day to a season that a question is asked of; None where it names another
    or several.
    """
    if question.way in _FRAMING or len(question.periods) != 1:
        return None
    (period,) = question.periods
    due = matches(question.text[: period.begin], "questions", "due")
    return period if period.is_short and not due else None


def framing_time(question: Question) -> Period | None:
    """The one longer time that frames a question ("in 2016/17"): what is of another does not
    answer it. None where it asks what came over time, or names several.
    """
    spans = [period for period in question.periods if period.bounded]
    if question.way in _FRAMING or len(spans) != 1 or len(question.periods) != 1:
        return None
    return None if spans[0].is_short else spans[0]


def opening_time(question: Question) -> Period | None:
    """The time from a day on, without an end, of which a question asks how often, how many and the
    like; None where it asks no such thing, or how it came to be.
    """
    opened = [
        one
        for one in question.periods
        if one.first is not None and one.after is None and _is_since(question.text, one)
    ]
    exactly = question.expects in {"frequency", "number", "money", "date"}
    return opened[0] if exactly and question.way not in _FRAMING and len(opened) == 1 else None


def _is_since(text: str, time: Period) -> bool:
    """Whether a time stands behind "since", or goes on from then ("from May 2031 on")."""
    before, behind = text[: time.begin].casefold().split(), text[time.end :].casefold().split()
    return before[-1:] == ["since"] or before[-2:] == ["since", "the"] or behind[:1] == ["on"]


def is_of(place: Place, paper: date | None, time: Period) -> bool:
    """Whether a passage, with the day of its paper, is of a time or speaks of it; of a later paper
    that reports on the time what writes another day is not.
    """
    if (paper is not None and time.holds(paper)) or speaks_of(place, paper, time):
        return True
    elsewhere = any(one.days == 1 for one in times_in(place.text))
    return paper is not None and _reports(paper, time) and not elsewhere


def speaks_of(place: Place, paper: date | None, time: Period) -> bool:
    """Whether a passage, with the day of its paper, writes a time or a month of it."""
    words = "\n".join(part for part in (place.text, place.heading) if part)
    return any(
        span.meets(time) and (span.days or 0) <= max(WRITTEN, time.days or 0)
        for span in times_written(words, paper)
    )


def times_written(words: str, paper: date | None) -> tuple[Period, ...]:
    """The times that words of a paper write, those of no year as the nearest to its day."""
    return (*times_in(words), *_months(words, paper))


def _reports(paper: date, time: Period) -> bool:
    """Whether a paper is of the weeks after a time that is more than a day."""
    after = time.after or date.max
    long = (time.days or 0) > 1
    following = NEXT_YEAR if (time.days or 0) >= NEXT_YEAR else AFTERWARDS
    return long and after <= paper <= after + timedelta(following)


def _months(words: str, paper: date | None) -> Iterator[Period]:
    """The months that words name, in short where a day stands before them, each as the nearest to
    the day of the paper.
    """
    names: Sequence[str] = table("dates")["month"]
    if paper is None:
        return
    for at, name in enumerate(names, 1):
        if re.search(rf"\b(?:{name}|\d{{1,2}} {name[:3]}t?)\b", words):
            years = (paper.year - 1, paper.year, paper.year + 1)
            nearest = min((date(year, at, 1) for year in years), key=lambda day: abs(day - paper))
            following = (nearest + timedelta(31)).replace(day=1)
            yield Period(nearest, following)
