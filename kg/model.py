"""The values of reading: a file becomes a document of ordered paragraphs.

These types import nothing but the standard library. Offsets count characters,
start at 0 and are half-open everywhere.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What a paragraph is on the page."""

    HEADING = "heading"
    TEXT = "text"
    LIST_ITEM = "list item"
    TABLE = "table"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the bytes of a document came from.

    ``name`` is the base name of the file, ``sha256`` the hex digest of its
    bytes, ``url`` where it was published, if known.
    """

    name: str
    sha256: str
    media_type: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``start`` and ``end`` lie in the paragraph's text.

    ``row`` counts from 0 over the whole table, so that rows of one table keep
    their numbers when it is split into several paragraphs; ``column`` counts
    from 0. ``header`` marks the cells of a head row. ``breaks`` are the places in the text of
    the blanks at which a line of the cell ends in the paper.
    """

    row: int
    column: int
    start: int
    end: int
    header: bool = False
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that others of its form run on from, at the head of a paragraph.

    ``number`` is as written ("IV", "2024-31.2"), ``path`` what counts in it, level by level:
    (4,), (31, 2). ``head`` is the number with what calls it and its marks ("Minute 31:"),
    ``series`` names the form of its run; a part of another number has none.
    """

    number: str
    path: tuple[int, ...]
    head: str
    series: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, heading, list item or group of table rows.

    ``text`` is NFC, in words exactly as the paper has them (markup removed,
    runs of blanks made one), and keeps a written number such as ``13.``.
    ``number`` is that number without its punctuation ("13", "7.1", "a").
    ``headings`` are the headings above it, outermost first. ``page`` counts
    from 1. ``start`` and ``end`` lie in the text of the document.
    A paragraph of kind TABLE holds rows (lines) of ``cells`` (joined by tabs);
    ``table`` numbers the tables of a document from 0. ``level`` is the depth of a heading
    from 1, or of a list item's nesting from 1. ``ticked`` says whether the box before a
    list item is ticked, None where it has none. ``counted`` is the number where others run on
    from it through the paper, and not a list alone tells that it is one. ``inside`` is the
    number of the item of a list in whose own list it stands ("3", "3.1"), None elsewhere.
    """

    ordinal: int
    kind: Kind
    text: str
    start: int
    end: int
    headings: tuple[str, ...] = ()
    number: str | None = None
    page: int | None = None
    level: int | None = None
    table: int | None = None
    cells: tuple[Cell, ...] = ()
    ticked: bool | None = None
    counted: Counted | None = None
    inside: str | None = None

    def rows(self) -> list[tuple[Cell, ...]]:
        """The cells row by row, in order."""
        rows: dict[int, list[Cell]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append(cell)
        return [tuple(row) for row in rows.values()]

    def cell_text(self, cell: Cell) -> str:
        """The words of a cell."""
        return self.text[cell.start : cell.end]

    @property
    def lined(self) -> str:
        """The text, as long as it is, with the paper's line breaks inside the cells of a table."""
        breaks = [at for cell in self.cells for at in cell.breaks]
        letters = list(self.text) if breaks else []
        for at in breaks:
            letters[at] = "\n"
        return "".join(letters) or self.text

    def cell_lines(self, cell: Cell) -> str:
        """The words of one of its cells, as long as ``cell_text``, with the paper's line breaks."""
        letters = list(self.cell_text(cell))
        for at in cell.breaks:
            letters[at - cell.start] = "\n"
        return "".join(letters)


@dataclass(frozen=True)
class Document:
    """A paper as it was read: its source and its paragraphs in reading order.

    ``pages`` is the number of pages where the format has pages. ``reader``
    names the reader and its version ("pdf/1").
    """

    source: Source
    title: str
    paragraphs: tuple[Paragraph, ...]
    reader: str
    pages: int | None = None

    @cached_property
    def text(self) -> str:
        """The paragraphs' texts joined by blank lines; offsets point here."""
        return PARAGRAPH_BREAK.join(paragraph.text for paragraph in self.paragraphs)


PARAGRAPH_BREAK = "\n\n"
