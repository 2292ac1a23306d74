"""How deep bullets stand whose format shows only where they begin, and lists inside lists."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Kind
from kg.numbering import of_item
from kg.reading.blocks import Block
from kg.reading.markers import parse_marker

_APART = 0.75


def set_depths(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with a level for each bullet: one more than that of the bullet it stands below.

    What begins no further to the right than the first bullet ends its list.
    """
    margins: list[float] = []
    for block in blocks:
        own = block.margin
        if own is None or block.rows:
            yield block
            continue
        if _is_bullet(block):
            margins = [*(margin for margin in margins if margin + _APART < own), own]
            block = replace(block, level=len(margins))
        elif margins and own < margins[0] + _APART:
            margins = []
        yield block


def set_inside(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of numbered lists inside others, each with the number of the item it is in."""
    above: list[tuple[int, str]] = []
    for block in blocks:
        if block.kind is Kind.HEADING or block.rows:
            above = []
        elif (level := block.level) is not None:
            above = [(depth, number) for depth, number in above if depth < level]
            number = parse_marker(block.text).number
            inside = above[-1][1] if above else ""
            if number and inside:
                block = replace(block, inside=inside)
            above.append((level, of_item(inside, number) if number else ""))
        yield block


def _is_bullet(block: Block) -> bool:
    unmarked = block.kind is Kind.LIST_ITEM and block.level is None
    return unmarked and parse_marker(block.text).number is None
