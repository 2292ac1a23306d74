"""Titles that are counted: short lines with the numbers of items."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.markers import parse_marker

_FEWEST = 4
_LONGEST = 110


def counts_titles(blocks: Sequence[Block]) -> bool:
    """Whether short lines count on from one another and stand over text, as titles of items do."""
    last, counted, titles = 0, 0, 0
    for block, below in zip_longest(blocks, blocks[1:]):
        count = _place(block)
        if count is None or (last and count != last + 1):
            continue
        last, counted = count, counted + 1
        over = below is not None and _place(below) is None
        titles += over and (block.kind is Kind.HEADING or is_short_title(block.text))
    return counted >= _FEWEST and 2 * titles > counted


def _place(block: Block) -> int | None:
    """Where the number at the head of a block stands in its count, whatever its form."""
    if block.counted is not None and len(block.counted.path) == 1:
        return block.counted.path[0]
    return _count(block)


def is_short_title(text: str) -> bool:
    """Whether a text is one short line that no stop ends."""
    return len(text) <= _LONGEST and "\n" not in text and not text.endswith((".", ";"))


def demote_numbered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with those headings made text whose number counts on among paragraphs.

    Of paragraphs numbered 39, 40, 41 one may be set large; it is a paragraph.
    """
    found = list(blocks)
    numbered = [i for i, block in enumerate(found) if _count(block) is not None]
    for before, index, _ in zip(numbered, numbered[1:], numbered[2:], strict=False):
        count, above = _count(found[index]), found[before]
        goes_on = count is not None and above.kind is Kind.TEXT and _count(above) == count - 1
        if found[index].kind is Kind.HEADING and goes_on:
            found[index] = replace(found[index], kind=Kind.TEXT, level=None)
    return found


def _count(block: Block) -> int | None:
    """The whole number at the head of a paragraph or heading."""
    number = parse_marker(block.text).number if block.kind in (Kind.TEXT, Kind.HEADING) else None
    return int(number) if number and number.isdigit() else None
