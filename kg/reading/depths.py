"""How deep bullets stand whose format shows only where they begin."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Kind
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


def _is_bullet(block: Block) -> bool:
    unmarked = block.kind is Kind.LIST_ITEM and block.level is None
    return unmarked and parse_marker(block.text).number is None
