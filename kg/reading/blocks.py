"""What a reader of one format yields: blocks of layout, before they are paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.model import Kind


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the text of each cell, left to right.

    A cell that spans columns is given once, with empty cells after it. Line
    breaks in a cell separate its paragraphs. ``header`` marks a head row.
    """

    cells: tuple[str, ...]
    header: bool = False

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns of the cells that hold text."""
        return tuple(column for column, cell in enumerate(self.cells) if cell.strip())


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table as a format presents it.

    ``text`` holds the words with their written or computed number, without a
    bullet. ``level`` is the depth of a heading or of a list item from 1, where
    the format says. ``page`` counts from 1. ``rows`` are a table's rows; its
    ``text`` is empty. ``strong`` says that the whole text is set in bold or
    capitals, a hint that it may be a heading.
    """

    kind: Kind
    text: str = ""
    level: int | None = None
    page: int | None = None
    rows: tuple[Row, ...] = ()
    strong: bool = False

    def with_text(self, text: str) -> "Block":
        """The same block with other words."""
        return replace(self, text=text)

    def words(self) -> Iterator[str]:
        """The words of the block or of the cells of its rows, in order."""
        yield from self.text.split()
        for row in self.rows:
            for cell in row.cells:
                yield from cell.split()


@dataclass(frozen=True, slots=True)
class Reading:
    """The blocks of one file in reading order, and what the format says beside them.

    ``reader`` names the reader and its version ("pdf/1"). ``styled`` says that
    the format itself tells headings, so that none is to be guessed. ``title``
    is the title the format states, if any; ``pages`` its number of pages.
    """

    blocks: tuple[Block, ...]
    reader: str
    styled: bool = False
    title: str | None = None
    pages: int | None = None
