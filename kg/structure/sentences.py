"""Sentences of a text, with their places in it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.tables.load import alternation

_LONGEST_ABBREVIATION = 20
_ENDS = re.compile(
    r"""
    [.!?\n] (?:
      (?<=\n)                                # a row of a table or a line of a list
      | (?P<closed>["'”’)\]]*)\s+            # the end of a sentence
        (?=["'“‘(\[]?[A-Z0-9£$€#•]|(?:[ivx]{1,4}[.)]|[a-z][.)]\s+[A-Z])\s?)
    )
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    rf"\b(?:{alternation('abbreviations', 'titles')}"
    rf"|{alternation('abbreviations', 'stopped')}|[A-Z])\.$"
)
_HOUR_LENGTH = 6
_HOUR = re.compile(r"\d ?[ap]\.m\.$", re.IGNORECASE)
_BEHIND_HOUR = re.compile(rf"[\"'“‘(\[]?{alternation('abbreviations', 'behind_hours')}(?![\w'’])")
_ORDINAL_LENGTH = 4
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\.$")
_MONTH_AND_YEAR = re.compile(
    rf"{alternation('dates', 'months')}\b\.?,?\s+(?:\d{{4}}\b|[’']\d{{2}}\b)|(?:19|20)\d\d\b"
)
_NUMBER = re.compile(r"\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)\)?\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, ``start`` to ``end`` (half-open)."""

    start: int
    end: int


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of a stretch of a text in order, without the blanks around them.

    A line is never joined with the next; a stop after an abbreviation, an initial, the
    number of a paragraph or that of a day ends nothing, but behind an hour ("7 p.m.") it may.
    """
    end = len(text) if end is None else end
    cuts = [start]
    for match in _ENDS.finditer(text, start, end):
        stop = match.start() + 1
        within = _is_short(text, cuts[-1], stop) or _is_in_day(text, stop, match.end())
        if match["closed"] is None or not within or _is_behind_hour(text, stop, match.end()):
            cuts.append(match.end())
    cuts.append(end)
    spans = (_trim(text, start, end) for start, end in pairwise(cuts))
    return [span for span in spans if span.end > span.start]


def _is_short(text: str, start: int, stop: int) -> bool:
    """Whether what stands before a stop is an abbreviation, or a number and nothing else."""
    if _NUMBER.fullmatch(text[start:stop].lstrip()):
        return True
    return bool(_ABBREVIATION.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop))


def _is_behind_hour(text: str, stop: int, after: int) -> bool:
    """Whether an hour stands before a stop, and behind it a word with which sentences begin."""
    hour = _HOUR.search(text, max(0, stop - _HOUR_LENGTH), stop)
    return hour is not None and _BEHIND_HOUR.match(text, after) is not None


def _is_in_day(text: str, stop: int, after: int) -> bool:
    """Whether a stop stands inside a day with its year: "26th. October 2016"."""
    return _ORDINAL.search(text, stop - _ORDINAL_LENGTH, stop) is not None and bool(
        _MONTH_AND_YEAR.match(text, after)
    )


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
