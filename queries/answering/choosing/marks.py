"""What marks a passage as telling what is asked ("Absent:" for who was absent)."""

from kg.tables.load import patterns, table
from queries.answering.asking import Asking
from queries.graphs.place import Place
from queries.texts.wording import LONGEST, says


def marked(asking: Asking, place: Place, text: str) -> bool:
    """Whether a text, or the heading right above it, has a mark of what is asked."""
    way = asking.question.way
    return way in table("questions")["marks"] and says(
        f"{place.last_heading}\n{text}", "marks", way
    )


def strength(asking: Asking, text: str) -> int:
    """Which of the marks of what is asked a text has, the strongest being 0."""
    way = asking.question.way
    marks = patterns("questions", "marks", way) if way in table("questions")["marks"] else ()
    head = text[:LONGEST]
    return next((at for at, mark in enumerate(marks) if mark.search(head)), len(marks))
