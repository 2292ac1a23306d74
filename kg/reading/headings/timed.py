"""Titles with an hour before them: "7:05 Lamps on the quay"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import Kind
from kg.reading.blocks import Block
from kg.tables.load import alternation, matches

HOUR = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.]|(?<!19)(?<!20)(?<=\d\d)(?=\d\d:\s))(?P<minute>[0-5]\d)"
    r"\s*(?:[ap]\.?m\b\.?)?\s*(?:[–—:-]\s*)?"
    r"(?=[\"'“‘(]?[A-Z])",
    re.IGNORECASE,
)
"""The hour before a title; in four digits with a colon ("1700: Lamps") where it is no year."""
_LONGEST = 110
_FEWEST = 3
_ENDS = (".", ";", ",", ":")
_HALF_DAY = 12 * 60  # minutes
_MOVES = re.compile(rf"\b{alternation('reading_headings', 'timed', 'moves')}\b")


def timed_titles(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of the lines that open with an hour and a title, if several do.

    Their hours go on from one to the next, and most stand over text.
    """
    timed = dict(_timed(blocks))
    steps = [(after - before) % _HALF_DAY for before, after in pairwise(timed.values())]
    goes_on = all(step < _HALF_DAY / 2 for step in steps)
    over = sum(at + 1 < len(blocks) and at + 1 not in timed for at in timed)
    return frozenset(timed if goes_on and over >= max(_FEWEST, len(timed) / 2) else ())


def _timed(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The lines that open with an hour and a title, each with its minute of the day."""
    for at, block in enumerate(blocks):
        able = block.kind in (Kind.TEXT, Kind.HEADING) and block.counted is None
        match = HOUR.match(block.text) if able else None
        if match is None or "\n" in block.text or len(block.text) > _LONGEST:
            continue
        if not block.text.endswith(_ENDS) and not _tells(block.text[match.end() :]):
            yield at, 60 * int(match["hour"]) + int(match["minute"])


def _tells(words: str) -> bool:
    """Whether words are a sentence, and no title."""
    return _MOVES.search(words) is not None or matches(words, "sections", "openings", "told")
