"""Lines that are set as the headings of a paper are, whatever their words begin with."""

from collections import Counter
from collections.abc import Sequence

from kg.model import Kind
from kg.reading.blocks import Block

_FEWEST = 2
_MOSTLY = 2 / 3
_LONGEST = 110
_ENDS = (".", ";", ",", ":")


def alike_headings(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of lines in bold whose look most others have that are headings: "2025 fees"."""
    set_off = [block for block in blocks if _is_line(block)]
    looks = Counter(block.look for block in set_off)
    heads = Counter(block.look for block in set_off if block.kind is Kind.HEADING)
    usual = {look for look in heads if heads[look] >= max(_FEWEST, _MOSTLY * looks[look])}
    return frozenset(
        at
        for at, block in enumerate(blocks)
        if block.kind is Kind.TEXT and _is_line(block) and block.look in usual
    )


def _is_line(block: Block) -> bool:
    """Whether a block is a short line that shows how it is set."""
    line = block.kind in (Kind.TEXT, Kind.HEADING) and block.look and "\n" not in block.text
    return bool(line) and len(block.text) <= _LONGEST and not block.text.endswith(_ENDS)
