"""How a plain text is laid out, told from the lengths of its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from kg.reading.markers import parse_marker

RULE = re.compile(r"[-=_~*\u2013\u2014]{3,}")
"""A line drawn below a title or between parts."""
LONG_LINE = 120
_WIDEST_WRAP = 115
_NARROWEST_WRAP = 45
_NEAR_WIDTH = 0.8
_FULL_SHARE = 0.25
_FEWEST_LINES = 12
_FEWEST_FULL = 4
_OVER = 1.1
_RAGGED = 0.92
_SPACED = re.compile(r"\S {3,}\S")


class Flow(Enum):
    """What a line break between two lines of text means."""

    WRAPPED = "wrapped"
    """The lines are broken at a width: a break inside a paragraph means nothing."""
    LINES = "lines"
    """Each line is a paragraph, blank lines are decoration."""
    BLOCKS = "blocks"
    """Blank lines part paragraphs; adjacent short lines belong together."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The flow of a text and, where its lines are wrapped, their width in characters."""

    flow: Flow
    width: int = 0
    full: int = 0
    """From how many characters on a line is full: letters of a printed page differ in width."""


def layout_of(lines: Sequence[str], paged: bool = False) -> Layout:
    """The layout of a text, judged by its lines of words without tabs.

    One that a program took from pages (``paged``) is wrapped if a line of it goes on.
    """
    plain = ["" if "\t" in line or RULE.fullmatch(line.strip()) else line.strip() for line in lines]
    lengths = sorted(len(line) for line in plain if line)
    if not lengths:
        return Layout(Flow.BLOCKS)
    if paged:
        return _of_pages([line for line in plain if not _SPACED.search(line)])
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
    if _is_wrapped(plain, len(lengths), width):
        return Layout(Flow.WRAPPED, width)
    if _fills_lines(plain, lengths[-1]):
        return Layout(Flow.WRAPPED, lengths[-1])
    return Layout(Flow.LINES if _lines_are_paragraphs(plain) else Flow.BLOCKS)


def _of_pages(lines: Sequence[str]) -> Layout:
    """The layout of a text from pages by its lines without wide gaps."""
    width = max(map(len, lines), default=0)
    goes_on = any(len(a) > _NEAR_WIDTH * width and b for a, b in pairwise(lines))
    if not goes_on or not _NARROWEST_WRAP <= width <= LONG_LINE:
        return Layout(Flow.BLOCKS)
    return Layout(Flow.WRAPPED, width, int(_RAGGED * width))


def _is_wrapped(lines: Sequence[str], count: int, width: int) -> bool:
    """Whether lines end near one width, hardly any beyond, and go on in the next line."""
    if count < _FEWEST_LINES or not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    going_on = [
        line
        for line, following in pairwise(lines)
        if line and following and not parse_marker(following)
    ]
    full = sum(1 for line in going_on if len(line) >= _NEAR_WIDTH * width)
    over = sum(1 for line in lines if len(line) > _OVER * width)
    if full >= _FULL_SHARE * count:
        return True
    return over <= 0.01 * count and full >= max(_FEWEST_FULL, 0.5 * len(going_on))


def _fills_lines(lines: Sequence[str], width: int) -> bool:
    """Whether most lines that go on leave no room for the first word of the next."""
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    going_on = [
        len(line) + 1 + len(following.split()[0]) > width
        for line, following in pairwise(lines)
        if line and following and not parse_marker(following)
    ]
    return sum(going_on) >= max(2, 0.6 * len(going_on))


def _lines_are_paragraphs(lines: Sequence[str]) -> bool:
    """Whether long lines often stand against others without a blank line between."""
    pairs = [
        max(len(line), len(following)) >= LONG_LINE
        for line, following in pairwise(lines)
        if line and following and not parse_marker(following)
    ]
    return len(pairs) > 2 and sum(pairs) >= 0.4 * len(pairs)
