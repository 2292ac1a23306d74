"""Titles without numbers among the numbered items of an agenda, over the text of their items."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.extraction.agenda.lines import Line
from kg.extraction.agenda.numbers import Titled
from kg.extraction.agenda.unmarked import says_purpose
from kg.model import Kind
from kg.tables.load import matches

_LOST = 2


def over_text(lines: Sequence[Line], wholes: Mapping[int, Titled]) -> frozenset[int]:
    """The places of the lines without numbers that are titles of items.

    They say who hands in a motion or a question; or they stand over what the meeting is to do,
    where the count leaves numbers out.
    """
    if not wholes:
        return frozenset()
    given = (at for at, line in enumerate(lines) if at > min(wholes) and names_giver(line.text))
    return frozenset({*given, *_among_lost(lines, wholes)} - set(wholes))


def names_giver(text: str) -> bool:
    """Whether a line is the title of a motion or a question: "Motion submitted by Cllr Lowe"."""
    return matches(text.strip(), "sections", "items", "given_by")


def _among_lost(lines: Sequence[Line], wholes: Mapping[int, Titled]) -> Iterator[int]:
    """The headings over "To consider ..." between two numbers of which others lie between."""
    for one, other in pairwise(sorted(wholes)):
        numbers = [wholes[at].number for at in (one, other)]
        if all(map(str.isdigit, numbers)) and int(numbers[1]) - int(numbers[0]) > _LOST:
            for at in range(one + 1, other - 1):
                heading = lines[at].paragraph.kind is Kind.HEADING
                if heading and says_purpose(lines[at + 1].text):
                    yield at
