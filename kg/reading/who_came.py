"""Whether a paper says who came to a meeting, as minutes do."""

from collections.abc import Sequence

from kg.model import Kind
from kg.reading.blocks import Block
from kg.tables.load import either

_HEAD = 25


def says_who_came(blocks: Sequence[Block]) -> bool:
    """Whether the first lines of a paper say who came, as minutes do."""
    shown = [block for block in blocks if block.kind is not Kind.FURNITURE][:_HEAD]
    lines = (
        line
        for block in shown
        for text in (block.text, *(cell for row in block.rows for cell in row.cells))
        for line in text.split("\n")
    )
    came, opened = either("sections", "openings", "came"), either("sections", "openings", "opened")
    return any(came.match(line) or opened.search(line) for line in lines)
