"""Ruled tables of a PDF page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pdfplumber.page import Page
from pdfplumber.table import Table

from kg.reading.blocks import Row
from kg.reading.html import CELL_ITEM
from kg.reading.hyphens import Mender
from kg.reading.markers import parse_marker
from kg.reading.pdf_lines import Word, gather, make_line, passages

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the top left corner."""

_FEWEST_RULINGS = 4
_LARGEST_BOX = 0.6
_SETTINGS = {"snap_tolerance": 4, "join_tolerance": 4, "intersection_tolerance": 4}


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table as it stands on a page; ``columns`` are the left edges of its columns."""

    box: Box
    rows: tuple[Row, ...]
    columns: tuple[float, ...]


def find_tables(page: Page) -> list[Table]:
    """The ruled tables of a page that are no frames; none is sought where little is ruled."""
    if len(page.lines) + len(page.rects) + len(page.curves) < _FEWEST_RULINGS:
        return []
    found = page.find_tables(_SETTINGS)
    area = page.width * page.height
    inner = [t for t in found if len(t.cells) > 1 or _area(t.bbox) < _LARGEST_BOX * area]
    return [t for t in inner if not any(_holds(t.bbox, o.bbox) for o in inner if o is not t)]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(outer: Box, inner: Box) -> bool:
    """Whether one box lies inside another; of equal boxes neither does."""
    inside = inner[0] >= outer[0] and inner[1] >= outer[1]
    return inside and inner[2] <= outer[2] and inner[3] <= outer[3] and outer != inner


def is_inside(word: Word, box: Box) -> bool:
    """Whether the middle of a word lies in a box."""
    x = (word["x0"] + word["x1"]) / 2
    y = (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def read_table(table: Table, words: Sequence[Word], page: int, mender: Mender) -> RuledTable:
    """The rows of a table, without the columns and rows that hold nothing."""
    inside = [word for word in words if is_inside(word, table.bbox)]
    grid = [
        [_cell_text(inside, box, mender) if box else "" for box in row.cells] for row in table.rows
    ]
    width = max(len(cells) for cells in grid)
    grid = [cells + [""] * (width - len(cells)) for cells in grid if any(cells)]
    used = [column for column in range(width) if any(cells[column] for cells in grid)]
    rows = tuple(Row(tuple(cells[column] for column in used), page=page) for cells in grid)
    return RuledTable(table.bbox, rows, tuple(_edges(table, used)))


def _edges(table: Table, used: Sequence[int]) -> list[float]:
    """The left edges of the columns in use."""
    lefts: dict[int, float] = {}
    for row in table.rows:
        for column, box in enumerate(row.cells):
            if box:
                lefts[column] = min(box[0], lefts.get(column, box[0]))
    return [round(lefts[column], 1) for column in used if column in lefts]


def _cell_text(words: Sequence[Word], box: Box, mender: Mender) -> str:
    """The words of a cell: a line for each paragraph, items of a list parted by bullets."""
    lines = [make_line(line) for line in gather(w for w in words if is_inside(w, box))]
    text = ""
    for passage in passages(lines, box[2], mender):
        words_of = passage.text.replace("\n", " ")
        if text and parse_marker(words_of).bullet:
            text += CELL_ITEM + parse_marker(words_of).text
        else:
            text += ("\n" if text else "") + words_of
    return text


def continues(above: RuledTable, below: RuledTable) -> bool:
    """Whether a table at the head of a page goes on with the one at the foot of the last."""
    return len(above.columns) == len(below.columns) and all(
        abs(left - right) <= 6 for left, right in zip(above.columns, below.columns, strict=True)
    )


def joined(above: RuledTable, below: RuledTable) -> RuledTable:
    """Two parts of one table; the head row said again on the second page is dropped."""
    rows = below.rows
    if rows and above.rows and rows[0].cells == above.rows[0].cells:
        rows = rows[1:]
    return replace(below, rows=above.rows + rows)
