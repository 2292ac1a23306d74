"""What a reader of one format yields: blocks of layout, before they are paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.model import Counted, Kind

CELL_ITEM = " \u2022 "
"""What stands before each item of a list in the text of a cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the text of each cell, left to right.

    A cell that spans columns is given once, with empty cells after it. Line
    breaks in a cell separate its paragraphs. ``header`` marks a head row;
    ``page`` counts from 1 where the format has pages.
    """

    cells: tuple[str, ...]
    header: bool = False
    page: int | None = None

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
    capitals, a hint that it may be a heading; ``boxed`` that it stands in a
    ruled box of its own; ``told`` that a title ran into it, so that it heads
    nothing. ``look`` names how strong text is set, the same name
    for the same look, where the format shows it. ``lead`` are the words at the head of
    a plain text that are set in bold. ``ticked`` says whether the box before a list
    item is ticked, None where it has none. ``counted`` is the number at its head where only
    others that run on from it tell that it is one. ``margin`` is how far to the right it begins,
    in widths of a letter, where the format shows it. ``inside`` is the number of the item of a
    list in whose own list it stands. ``typed`` says that its lines stand as they were typed,
    with nothing to tell its look.
    """

    kind: Kind
    text: str = ""
    level: int | None = None
    page: int | None = None
    rows: tuple[Row, ...] = ()
    strong: bool = False
    boxed: bool = False
    told: bool = False
    look: str = ""
    lead: str = ""
    ticked: bool | None = None
    counted: Counted | None = None
    margin: float | None = None
    inside: str | None = None
    typed: bool = False

    def with_text(self, text: str) -> "Block":
        """The same block with other words."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Reading:
    """The blocks of one file in reading order, and what the format says beside them.

    ``reader`` names the reader and its version ("pdf/1"). ``broken`` says that paragraphs may be
    broken over pages, as in a format that knows lines and no paragraphs; ``numbered`` that each
    item has its number on a line of its own over its title.
    ``title`` is the title the format states, if any; ``pages`` its number of pages.
    """

    blocks: tuple[Block, ...]
    reader: str
    broken: bool = False
    numbered: bool = False
    title: str | None = None
    pages: int | None = None

    @property
    def shows_headings(self) -> bool:
        """Whether headings are told by the format or set off by their look.

        If so, a plain line is a heading only when its words are well known.
        """
        set_off = (block.kind is Kind.HEADING or block.strong for block in self.blocks)
        return self.numbered or (not self._is_typed() and any(set_off))

    def _is_typed(self) -> bool:
        """Whether most of the text is as it was typed."""
        typed = sum(len(block.text) for block in self.blocks if block.typed)
        return 2 * typed > sum(len(block.text) for block in self.blocks)


def next_told(blocks: Sequence[Block], index: int) -> Block | None:
    """The next block after one that is no furniture."""
    below = (blocks[at] for at in range(index + 1, len(blocks)))
    return next((block for block in below if block.kind is not Kind.FURNITURE), None)
