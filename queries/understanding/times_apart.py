"""One question asked of two times: "who spoke in May 2020, and who did in June 2021?"."""

from queries.texts.wording import first_match, says
from queries.understanding.question import Question

_OF_BOTH = "change"
"""The way of a question that is about both times at once."""


def of_each_time(question: Question) -> tuple[tuple[str, str], ...]:
    """The question for each of the two times that it names, behind that time as it is written.

    Nothing where it does not name two, side by side, or asks of both at once, as what changed
    between them.
    """
    text, periods = question.text, question.periods
    if len(periods) != 2 or question.way == _OF_BOTH or not all(one.bounded for one in periods):
        return ()
    first, second = periods
    parted = first_match(text[first.end : second.begin], "side_by_side")
    if parted is None or says(text, "at_two_times", "both"):
        return ()
    head, tail = text[: first.begin], text[second.end :]
    times = (text[one.begin : one.end] for one in periods)
    return tuple((time, f"{head}{time}{parted['thing']}{tail}") for time in times)
