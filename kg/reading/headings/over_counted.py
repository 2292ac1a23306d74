"""Titles over paragraphs that a paper counts through: "Welcome" over "1. All were welcomed."."""

import re
from collections.abc import Iterator, Sequence

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.headings.counted import is_short_title
from kg.reading.headings.headings import made_headings
from kg.reading.headings.run_in_titles import names_person
from kg.reading.markers import parse_marker
from kg.tables.load import alternation, matches

_FEWEST = 8
_FEWEST_HEADINGS = 2
_MOSTLY = 2 / 3
_LONG = 110
_TELLS = re.compile(rf"\b{alternation('line_breaks', 'telling')}\b", re.IGNORECASE)
"""A verb that tells what was done, as no title does."""


def titled_over_counted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with short lines made headings right above paragraphs that count through a paper.

    Most of these tell something in a sentence, and headings stand right above others of them.
    """
    return made_headings(blocks, _titles(blocks))


def _titles(blocks: Sequence[Block]) -> frozenset[int]:
    counted = list(_counted_through(blocks))
    told = [at for at in counted if _tells(blocks[at])]
    if len(counted) < _FEWEST or len(told) < _MOSTLY * len(counted):
        return frozenset()
    above = [place for at in counted if (place := _above(blocks, at)) is not None]
    headings = sum(blocks[at].kind is Kind.HEADING for at in above)
    if headings < _FEWEST_HEADINGS:
        return frozenset()
    return frozenset(at for at in above if _may_be_title(blocks[at], blocks[max(at - 1, 0)]))


def _counted_through(blocks: Sequence[Block]) -> Iterator[int]:
    """The places of the paragraphs that count on from 1."""
    last = 0
    for at, block in enumerate(blocks):
        if block.kind is Kind.TEXT and parse_marker(block.text).number == str(last + 1):
            last += 1
            yield at


def _above(blocks: Sequence[Block], at: int) -> int | None:
    """The place of what stands right above one, running heads left out."""
    before = (i for i in range(at - 1, -1, -1) if blocks[i].kind is not Kind.FURNITURE)
    return next(before, None)


def _tells(block: Block) -> bool:
    return len(block.text) > _LONG or block.text.rstrip().endswith((".", ":", ";"))


def _may_be_title(block: Block, above: Block) -> bool:
    """Whether a block is a short line that tells nothing, names nobody and ends no sentence."""
    line = block.kind is Kind.TEXT and block.counted is None and not parse_marker(block.text)
    short = is_short_title(block.text) and not block.text.endswith((":", ","))
    told = matches(block.text, "sections", "openings", "told") or _TELLS.search(block.text)
    led = above.text.rstrip().endswith(":")
    opens = block.text[:1].isupper() and not names_person().match(block.text)
    return line and short and opens and not (told or led)
