"""How deep bullets stand whose format shows only where they begin, and lists inside lists."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.model import Kind
from kg.numbering import head_number, of_item
from kg.reading.blocks import Block
from kg.reading.markers import parse_marker
from kg.tables.load import alternation

_APART = 0.75
_WORD = re.compile(r"\s*[AI]\s+\w")
_FIRST = ("1", "a", "A", "i", "I")


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


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list: how deep it stands, the number of the item it is in, and with its own."""

    depth: float
    inside: str
    number: str


_SIGNED = re.compile(
    rf"[A-Z]\.\s?(?:[A-Z]\.\s?)*[A-Z][\w’'-]+,\s.*\b{alternation('people', 'offices')}\b"
)
"""Who signs, whose initial is no number: "P. Lowe, Clerk"."""


def set_inside(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of numbered lists inside others, each with the number of the item it is in.

    Where a format shows only where lines begin, a list inside another begins its own count; an
    item that carries on the count of one that is in none is in none, whatever stands between.
    """
    above: list[_Item] = []
    outer: dict[float, str] = {}
    for block in blocks:
        number = _number(block.text)
        depth = block.margin if block.margin is not None else block.level
        if block.kind is Kind.HEADING or block.rows:
            above = []
        elif depth is not None and (number or block.level is not None):
            beside = [one for one in above if abs(one.depth - depth) <= _APART]
            above = [one for one in above if one.depth + _APART < depth]
            if block.level is None and number not in _FIRST and not (beside and beside[-1].inside):
                above = []
                number = "" if _SIGNED.match(block.text) else number
            inside = above[-1].number if above else ""
            if inside and _carries_on(number, outer.get(depth, "")):
                above, inside = [], ""
            if number and inside:
                block = replace(block, inside=inside)
                outer.pop(depth, None)
            elif number:
                outer[depth] = number
            above.append(_Item(depth, inside, of_item(inside, number) if number else ""))
        yield block


def _carries_on(number: str, before: str) -> bool:
    """Whether a number in digits is the next one after another."""
    return number.isdecimal() and before.isdecimal() and int(number) == int(before) + 1


def outside_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, lists in an item that turned out to be a heading no longer inside another.

    Where a format knows which list is inside which, they are; it does not of a line typed by hand.
    """
    heading: str | None = None
    typed = False
    for block in blocks:
        if block.kind is Kind.HEADING and block.inside is None:
            heading, typed = _number(block.text), block.margin is not None
        elif heading and block.inside == heading and (typed or block.margin is not None):
            block = replace(block, inside=None)
        yield block


def _number(text: str) -> str:
    """The number that a block opens with, in a form of lists or a capital one: "III".

    Lines with capital numbers may stand in one block, which then is no item. "A" and "I" with no
    sign behind them are words.
    """
    if number := parse_marker(text).number:
        return number
    capital = head_number(text) if "\n" not in text and not _WORD.match(text) else None
    return capital.written if capital and capital.written.isalpha() else ""


def _is_bullet(block: Block) -> bool:
    unmarked = block.kind is Kind.LIST_ITEM and block.level is None
    return unmarked and parse_marker(block.text).number is None
