"""The words of a table cell that holds paragraphs and lists."""

from collections.abc import Iterable

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.html import CELL_ITEM
from kg.reading.markers import parse_marker


def cell_text(blocks: Iterable[Block]) -> str:
    """The words of a cell's blocks: paragraphs parted by line breaks, items by bullets."""
    text = ""
    for block in blocks:
        words = block.text or " ".join(part for row in block.rows for part in row.cells)
        bare = block.kind is Kind.LIST_ITEM and not parse_marker(words).number
        text += (CELL_ITEM if bare else "\n") + words if text else words
    return text
