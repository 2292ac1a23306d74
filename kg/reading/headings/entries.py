"""Lines of a list that say of what they tell: they head nothing."""

import re
from collections.abc import Sequence

from kg.reading.blocks import Block

_ENTRY = re.compile(r"[A-Z][^.;:–—\n]{1,60}?\s[–—-]\s\S")
_MANY = 3
"""More such lines than these in a row are a list."""


def is_among_entries(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line is one of several in a row like "County - a grant for the hall"."""
    above = blocks[max(0, index - _MANY) : index]
    below = blocks[index + 1 : index + 1 + _MANY]
    if not _ENTRY.match(blocks[index].text):
        return False
    return _in_row(above[::-1]) + _in_row(below) >= _MANY


def _in_row(blocks: Sequence[Block]) -> int:
    """How many blocks are entries before the first that is none."""
    return next(
        (at for at, block in enumerate(blocks) if not _ENTRY.match(block.text)), len(blocks)
    )
