"""The cells of tables: as many in each row, and the words of those with paragraphs and lists."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import Kind
from kg.reading.blocks import CELL_ITEM, Block, Row
from kg.reading.markers import parse_marker

_TITLE = 60
_MOST_EMPTY = 100_000
"""How many cells a table may get that its paper does not have."""


def even(rows: Sequence[Row], width: int = 0) -> list[Row]:
    """Rows of as many cells each, at least ``width``: short ones end in empty cells.

    Where a few rows are so long that hardly a cell of the table would hold words, the last cell
    of these holds all the rest.
    """
    lengths = [len(row.cells) for row in rows]
    most = (sum(lengths) + _MOST_EMPTY) // max(len(rows), 1)
    fit = min(max([width, *lengths]), most)
    return [replace(row, cells=_fitted(row.cells, fit)) for row in rows]


def _fitted(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """The cells of a row in so many columns."""
    if len(cells) <= width:
        return (*cells, *[""] * (width - len(cells)))
    return (*cells[: width - 1], " ".join(filter(None, cells[width - 1 :])))


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
