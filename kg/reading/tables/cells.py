"""The words of a table cell that holds paragraphs and lists."""

from collections.abc import Iterable

from kg.model import Kind
from kg.reading.blocks import CELL_ITEM, Block
from kg.reading.markers import parse_marker

_TITLE = 60


def cell_text(blocks: Iterable[Block]) -> str:
    """The words of a cell's blocks: paragraphs parted by line breaks, items by bullets."""
    text = ""
    for block in blocks:
        words = _titled(block) or " ".join(part for row in block.rows for part in row.cells)
        bare = block.kind is Kind.LIST_ITEM and not parse_marker(words).number
        text += (CELL_ITEM if bare else "\n") + words if text else words
    return text


def _titled(block: Block) -> str:
    """The words of a block, a title in bold that runs into them on a line of its own."""
    lead, rest = block.lead.rstrip(), block.text[len(block.lead.rstrip()) :]
    runs_in = lead and block.text.startswith(lead) and rest.startswith(" ") and len(lead) <= _TITLE
    if not runs_in or lead[-1] in ":.," or not rest.lstrip()[:1].isupper():
        return block.text
    return f"{lead}\n{rest.strip()}"
