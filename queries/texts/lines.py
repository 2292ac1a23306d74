"""Paragraphs that say nothing by themselves: they name, lead in, or say whom to ask."""

import re

from kg.tables.load import matches
from queries.graphs.place import Place
from queries.texts.wording import stems, tokens
from queries.understanding.periods import periods_in

_LINE = 12
"""The most words of a line that only names or leads in."""
_ENDED = re.compile(r"[.!?)\d]\s*$")


def only_leads(place: Place) -> bool:
    """Whether a passage only names something, leads in to what follows, or says whom to ask."""
    if matches(place.text, "trace", "leading"):
        return True
    if _only_says_where(place):
        return True
    few = place.form != "table" and len(place.text.split()) <= _LINE
    return few and not _ENDED.search(place.text)


def _only_says_where(place: Place) -> bool:
    """Whether a passage says no more than the board and the day of its meeting."""
    if place.meeting is None or place.form == "table":
        return False
    board = set(stems(place.meeting.board or ""))
    dates = periods_in(place.text)
    outside = [
        word
        for word, start, end in tokens(place.text)
        if not any(date.begin < end and start < date.end for date in dates)
    ]
    return bool(dates or board) and set(stems(" ".join(outside))) <= board
