"""Titles that a list at the head of the paper announces: the same words, alone on a line below."""

from collections.abc import Sequence

from rapidfuzz.utils import default_process

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.headings.counted import is_short_title
from kg.reading.markers import parse_marker

_FEWEST = 2


def announced_titles(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of plain lines that repeat an entry of a list above them, if several do.

    Lists are of bullets or numbers, as a list of contents or an agenda is.
    """
    entries: set[str] = set()
    found: set[int] = set()
    for at, block in enumerate(blocks):
        if block.kind not in (Kind.TEXT, Kind.LIST_ITEM) or not is_short_title(block.text):
            continue
        marker = parse_marker(block.text)
        words = default_process(marker.rest)
        if marker or block.kind is Kind.LIST_ITEM:
            entries.add(words)
        elif words in entries and at + 1 < len(blocks):
            found.add(at)
    return frozenset(found if len(found) >= _FEWEST else ())
