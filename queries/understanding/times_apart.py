"""One question asked of two times: "who spoke in May 2020, and who did in June 2021?"."""

import re

from queries.texts.wording import first_match, says
from queries.understanding.periods import Period
from queries.understanding.question import Question

_OF_BOTH = "change"
"""The way of a question that is about both times at once."""
_TWO = 2
_YEAR = re.compile(r"\d{4}|['’]?\d\d$|/\d\d$")
_FIGURES = frozenset({"measure", "money", "number", "proportion", "score"})
"""The kinds of numbers that are asked for."""


def of_each_time(question: Question) -> tuple[tuple[str, str], ...]:
    """The question for each of the two times that it names, behind that time as it is written.

    Nothing where it does not name two, side by side, or asks of both at once, as what changed
    between them.
    """
    return () if question.way == _OF_BOTH else _each(question, "side_by_side")


def of_compared_times(question: Question) -> tuple[tuple[str, str], ...]:
    """The same of a question for a number in one time compared with that in another."""
    return _each(question, "compared_with") if question.expects in _FIGURES else ()


def _each(question: Question, between: str) -> tuple[tuple[str, str], ...]:
    """The question for each of two times between which there are words of a kind."""
    text, periods = question.text, question.periods
    if len(periods) != _TWO or not all(one.bounded for one in periods):
        return ()
    if says(text, "at_two_times", "both"):
        return ()
    first, second = periods
    parted = first_match(text[first.end : second.begin], between)
    if parted is None:
        return ()
    head, tail = text[: first.begin], text[second.end :]
    times = (_with_year(text[one.begin : one.end], one) for one in periods)
    return tuple((time, f"{head}{time}{parted['thing']}{tail}") for time in times)


def _with_year(written: str, period: Period) -> str:
    """A time as it is written, with its year where only the other of two has it written out."""
    shared = period.first is not None and not _YEAR.search(written)
    return f"{written} {period.first:%Y}" if shared else written
