"""Ruled tables of a PDF page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pdfplumber.page import Page
from pdfplumber.table import Table

from kg.reading.blocks import CELL_ITEM, Row
from kg.reading.hyphens import Mender
from kg.reading.markers import parse_marker
from kg.reading.pdf.lines import Line, Word, gather, make_line
from kg.reading.pdf.numbered_rows import LEVEL, count_on, rows_at
from kg.reading.pdf.paragraphs import ends_early, passages

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the top left corner."""

_FEWEST_RULINGS = 4
_LARGEST_BOX = 0.6
_WHOLE_PAGE = 0.9
_LEAST_WIDTH = 100.0
_SPANNING = 0.6
_LEAST_LIST = 3
_SETTINGS = {"snap_tolerance": 4, "join_tolerance": 4, "intersection_tolerance": 4}


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table as it stands on a page; ``columns`` are the left edges of its columns, ``rights``
    how far they reach where no rulings part them.
    """

    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    rights: tuple[float, ...] = ()


def find_ruled(page: Page) -> tuple[list[Table], list[Box]]:
    """The ruled tables of a page and its ruled boxes of one cell.

    None is sought where little is ruled; a frame around the page is none.
    """
    if len(page.lines) + len(page.rects) + len(page.curves) < _FEWEST_RULINGS:
        return [], []
    finder = page.debug_tablefinder(_SETTINGS)
    whole = _WHOLE_PAGE * page.width * page.height
    tables = [
        table
        for table in finder.tables
        if _area(table.bbox) < whole
        and not any(_holds(other.bbox, table.bbox) for other in finder.tables)
    ]
    most = _LARGEST_BOX * page.width * page.height
    boxes = [
        cell
        for cell in finder.cells
        if _is_box(cell, most) and not any(_holds(table.bbox, cell) for table in finder.tables)
    ]
    return tables, boxes


def _is_box(cell: Box, most: float) -> bool:
    return cell[2] - cell[0] >= _LEAST_WIDTH and _area(cell) <= most


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(outer: Box, inner: Box) -> bool:
    """Whether one box lies inside another and is smaller."""
    inside = inner[0] >= outer[0] and inner[1] >= outer[1]
    return inside and inner[2] <= outer[2] and inner[3] <= outer[3] and outer != inner


def is_inside(word: Word, box: Box) -> bool:
    """Whether the middle of a word lies in a box."""
    x = (word["x0"] + word["x1"]) / 2
    y = (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def read_table(table: Table, words: Sequence[Word], page: int, mender: Mender) -> RuledTable:
    """The rows of a table, without the columns and rows that hold nothing.

    Parts of a row that fills and rulings inside a cell cut apart are put
    together; a row that holds a list in each cell is taken line by line.
    """
    grid = _merge_rows(_grid(table, words))
    split = [part for cells in grid for part in _split_row(cells)]
    texts = [[cell.text(mender) if cell else "" for cell in cells] for cells in split]
    used, texts = _merge_columns(texts)
    rows = tuple(Row(tuple(cells), page=page) for cells in texts if any(cells))
    return RuledTable(rows, tuple(_left_edge(grid, column) for column in used))


def _left_edge(grid: "_Grid", column: int) -> float:
    return min(cell.box[0] for cells in grid if (cell := cells[column]))


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell on the page: its box and the lines in it."""

    box: Box
    lines: tuple[Line, ...]

    def text(self, mender: Mender) -> str:
        """The words: a line for each paragraph, items of a list parted by bullets."""
        text = ""
        for passage in passages(self.lines, self.box[2], mender):
            flat = passage.text.replace("\n", " ")
            marker = parse_marker(flat)
            if text and marker.bullet:
                text += CELL_ITEM + marker.text
            else:
                text += ("\n" if text else "") + flat
        return text


_Grid = list[list[_Cell | None]]


def _grid(table: Table, words: Sequence[Word]) -> _Grid:
    """The cells by row and column, None where one of another row or column reaches in.

    A word belongs to the smallest cell around it.
    """
    places = [
        (row, column, box)
        for row, cells in enumerate(table.rows)
        for column, box in enumerate(cells.cells)
        if box
    ]
    places.sort(key=lambda place: _area(place[2]))
    owned: dict[tuple[int, int], list[Word]] = {}
    for word in (word for word in words if is_inside(word, table.bbox)):
        home = next((place[:2] for place in places if is_inside(word, place[2])), None)
        if home:
            owned.setdefault(home, []).append(word)
    width = max(len(row.cells) for row in table.rows)
    grid: _Grid = [[None] * width for _ in table.rows]
    for row, column, box in places:
        lines = gather(owned.get((row, column), []))
        grid[row][column] = _Cell(box, tuple(make_line(line) for line in lines))
    return [_spanning_first(cells, table.bbox) for cells in grid]


def _spanning_first(cells: list[_Cell | None], table: Box) -> list[_Cell | None]:
    """The row; where one cell spans most of the table and alone holds words, it comes first."""
    filled = [cell for cell in cells if cell and cell.lines]
    if len(filled) != 1 or cells[0] is filled[0] or all(cells):
        return cells
    wide = filled[0].box[2] - filled[0].box[0] >= _SPANNING * (table[2] - table[0])
    return [filled[0], *([None] * (len(cells) - 1))] if wide else cells


def _merge_rows(grid: _Grid) -> _Grid:
    """Rows of which most cells are reached into from above are parts of the row above."""
    merged: _Grid = []
    for cells in grid:
        reached = 2 * sum(cell is None for cell in cells) > len(cells)
        opens = cells[0] is not None and bool(cells[0].lines)
        if merged and reached and not opens:
            above = merged[-1]
            for column, cell in enumerate(cells):
                old = above[column]
                if cell and old:
                    cell = _Cell(old.box, old.lines + cell.lines)
                above[column] = cell or old
        else:
            merged.append(list(cells))
    return merged


def _split_row(cells: list[_Cell | None]) -> Iterator[list[_Cell | None]]:
    """A row as the rows it holds: one, or one for each line when its cells hold lists, or one
    for each of the numbers that are all its first cell holds.
    """
    filled = [cell for cell in cells if cell and cell.lines]
    if (
        len(filled) > 1
        and filled[0] is cells[0]
        and count_on([line.text for line in filled[0].lines])
    ):
        yield from _split_at_numbers(cells, filled)
        return
    counts = {len(cell.lines) for cell in filled}
    alike = len(filled) > 1 and len(counts) == 1 and min(counts) >= _LEAST_LIST
    if not (alike and all(map(_is_list, filled)) and _are_level(filled)):
        yield cells
        return
    for index in range(min(counts)):
        yield [
            _Cell(cell.box, cell.lines[index : index + 1]) if cell and cell.lines else cell
            for cell in cells
        ]


def _split_at_numbers(
    cells: Sequence[_Cell | None], filled: Sequence[_Cell]
) -> Iterator[list[_Cell | None]]:
    """The rows that the numbers part which are all that the first cell holds."""
    numbers = filled[0].lines
    for number, held in zip(
        numbers, rows_at(numbers, [cell.lines for cell in filled[1:]]), strict=True
    ):
        lines = iter([(number,), *held])
        yield [_Cell(cell.box, next(lines)) if cell and cell.lines else cell for cell in cells]


def _is_list(cell: _Cell) -> bool:
    """Whether most lines of a cell end although the next word would have fitted."""
    if not any(char.isalpha() for line in cell.lines for char in line.text):
        return True
    pairs = list(pairwise(cell.lines))
    early = sum(ends_early(last, line, cell.box[2]) for last, line in pairs)
    return early >= 0.7 * len(pairs)


def _are_level(cells: Sequence[_Cell]) -> bool:
    """Whether the lines of cells stand at the same heights."""
    return all(
        abs(line.bottom - first.bottom) <= LEVEL
        for cell in cells
        for line, first in zip(cell.lines, cells[0].lines, strict=True)
    )


def _merge_columns(texts: list[list[str]]) -> tuple[list[int], list[list[str]]]:
    """The columns in use and the cells in them.

    A column without a head of its own that never holds text beside the
    column before it is a part of that one.
    """
    used: list[int] = []
    for column in range(len(texts[0]) if texts else 0):
        if not any(cells[column] for cells in texts):
            continue
        if used and _is_part(texts, used[-1], column):
            for cells in texts:
                cells[used[-1]] = cells[used[-1]] or cells[column]
        else:
            used.append(column)
    return used, [[cells[column] for column in used] for cells in texts]


def _is_part(texts: list[list[str]], before: int, column: int) -> bool:
    headed = bool(texts[0][before]) and not texts[0][column]
    return headed and not any(cells[before] and cells[column] for cells in texts)


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
