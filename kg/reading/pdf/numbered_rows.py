"""Rows of a table that nothing parts but the numbers in its first column."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from kg.reading.pdf.lines import Line

LEVEL = 3.0
"""By how much lines at one height may differ, in points."""
_FEWEST = 3
_LONGEST = 4
"""The most digits of a number of a row."""


def count_on(texts: Sequence[str]) -> bool:
    """Whether words are nothing but three numbers or more that count on by one."""
    numbers = [text.strip(" .)") for text in texts]
    short = all(text.isdecimal() and len(text) <= _LONGEST for text in numbers)
    if len(numbers) < _FEWEST or not short:
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(numbers))


def rows_at(
    numbers: Sequence[Line], columns: Sequence[Sequence[Line]]
) -> Iterator[list[tuple[Line, ...]]]:
    """The lines of each column in each numbered row, whether the numbers stand at the heads of
    their rows or in the middle: that is taken by which fewer rows begin in lower case.
    """
    heights = [line.bottom for line in numbers]
    fullest = max(columns, key=len)
    every = sorted(line.bottom for column in columns for line in column)
    tops = min((heights, _tops_around(heights, every)), key=partial(_begun_small, fullest))
    for top, below in pairwise([*tops, float("inf")]):
        yield [_from(column, top, below) for column in columns]


def _tops_around(heights: Sequence[float], lines: Sequence[float]) -> list[float]:
    """Where rows begin whose middles have some heights and that fill some lines (by their
    heights, from the top) one after the other.
    """
    tops = [lines[0]]
    for middle in heights[:-1]:
        end = 2 * middle - tops[-1]
        tops.append(next((one for one in lines if one > end + LEVEL), end))
    return tops


def _begun_small(lines: Sequence[Line], tops: Sequence[float]) -> int:
    """How many rows that begin at some heights open with a line in lower case, or with none."""
    rows = (_from(lines, *span) for span in pairwise([*tops, float("inf")]))
    return sum(not row or row[0].text[:1].islower() for row in rows)


def _from(lines: Sequence[Line], top: float, below: float) -> tuple[Line, ...]:
    """The lines from one height down to another."""
    return tuple(line for line in lines if top - LEVEL <= line.bottom < below - LEVEL)
