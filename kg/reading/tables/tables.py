"""Tables: which rows are heads, and which rows make one passage."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.reading.blocks import Row
from kg.reading.markers import is_bare_marker, parse_marker
from kg.tables.load import matches, words

_LONGEST_HEAD = 60
_LONG_CELL = 80
_LONGEST_NAME = 40
_LARGEST_GROUP = 24
_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:19|20)\d\d(?:[/-]\d{2,4})?")


def is_head_row(row: Row) -> bool:
    """Whether the words of a row are those of a head: two cells or more, each a column's name."""
    cells = [row.cells[column] for column in row.filled]
    return row.header or (len(cells) > 1 and all(_is_head_cell(cell) for cell in cells))


def _is_head_cell(cell: str) -> bool:
    if len(cell) > _LONGEST_HEAD or cell.rstrip().endswith(":"):
        return False
    found = [word.lower() for word in _WORD.findall(cell)]
    known = sum(word in words("reading_tables", "header") for word in found)
    return 2 * known > len(found) if found else bool(_DATE.search(cell))


def mark_heads(rows: Sequence[Row]) -> list[Row]:
    """The rows with the head rows at their top marked, where the format marked none.

    A title row may stand above the head row.
    """
    marked = list(rows)
    if any(row.header for row in rows):
        return marked
    if len(marked) > 1 and (_names_columns(marked[0]) or _stands_over_prose(marked)):
        marked[0] = replace(marked[0], header=True)
        return marked
    for position, row in enumerate(marked[:2]):
        if is_head_row(row) and len(marked) > position + 1:
            marked[position] = replace(row, header=True)
            break
        if len(row.filled) > 1:
            break
    return marked


def _names_columns(row: Row) -> bool:
    """Whether all of several cells end in a colon, as over lists side by side."""
    cells = [row.cells[column] for column in row.filled]
    return len(cells) > 1 and all(cell.rstrip().endswith(":") for cell in cells)


def _stands_over_prose(rows: Sequence[Row]) -> bool:
    """Whether a first row of short words, none missing, stands over rows of sentences."""
    first = rows[0]
    names = all(cell and len(cell) <= _LONGEST_NAME for cell in first.cells)
    return names and len(first.cells) > 1 and is_long(rows[1:])


def label_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The indexes of the rows that name the rows below them.

    Only the first of their cells holds text. Of several such rows in
    sequence the first is a label, and the last if full rows follow; those
    between are members of a group who have nothing in the other columns.
    """
    if any(_names_columns(row) for row in rows[:1]):
        return frozenset()
    alike = [index for index, row in enumerate(rows) if _may_label(row)]
    first = {index for index in alike if index - 1 not in alike}
    last = {index for index in alike if index + 1 not in alike}
    return frozenset(index for index in first | last if index + 1 < len(rows))


def _may_label(row: Row) -> bool:
    return (
        len(row.cells) > 1
        and not row.header
        and row.filled == (0,)
        and len(row.cells[0]) <= 2 * _LONG_CELL
        and not parse_marker(row.cells[0])
        and not is_bare_marker(row.cells[0])
    )


def is_long(rows: Sequence[Row]) -> bool:
    """Whether the cells of a table hold sentences rather than names and numbers."""
    body = [row for row in rows if not row.header and len(row.filled) > 1]
    longest = [max(len(cell) for cell in row.cells) for row in body]
    return bool(longest) and sum(longest) / len(longest) > _LONG_CELL


def passages(rows: Sequence[Row]) -> list[range]:
    """The half-open ranges of rows that make one passage each; they cover the table.

    In a table of long cells a row is a passage; in a table of short cells
    the rows under one label are (a label row, or a first cell with empty cells
    below). Head rows belong to the passage after them.
    """
    labels = label_rows(rows)
    long = is_long(rows)
    each = long or _is_numbered(rows) or _is_filled_once(rows)
    starts = [index for index in range(1, len(rows)) if _opens(rows, index, labels, long, each)]
    bounds = zip([0, *starts], [*starts, len(rows)], strict=True)
    return [part for start, end in bounds for part in _pieces(range(start, end))]


def _opens(rows: Sequence[Row], index: int, labels: frozenset[int], long: bool, each: bool) -> bool:
    """Whether a passage begins with the row at ``index``.

    ``long``: the row below a label is a passage of its own; ``each``: so is
    every row whose first cell is filled.
    """
    row, above = rows[index], rows[index - 1]
    if above.header:
        return False
    if row.header or index in labels:
        return True
    if index - 1 in labels:
        return long
    return each and bool(row.cells[0].strip())


def _is_numbered(rows: Sequence[Row]) -> bool:
    """Whether most first cells hold a number, as those of an agenda."""
    firsts = [row.cells[0] for row in rows if not row.header and row.cells[0].strip()]
    numbered = [bool(parse_marker(cell)) or is_bare_marker(cell) for cell in firsts]
    return 2 * sum(numbered) > len(numbered)


def _is_filled_once(rows: Sequence[Row]) -> bool:
    """Whether the first column names groups, each once, and is empty below.

    Lists side by side, each under its own head, are no groups; nor are two
    columns of which the first is only shorter.
    """
    if any(_names_columns(row) for row in rows[:1]):
        return False
    firsts = [bool(row.cells[0].strip()) for row in rows if not row.header]
    if max((len(row.cells) for row in rows), default=0) > 2:
        return not all(firsts)
    return 2 * sum(firsts) <= len(firsts)


def _pieces(whole: range) -> list[range]:
    """A range in pieces of bounded size."""
    steps = range(whole.start, whole.stop, _LARGEST_GROUP)
    return [range(start, min(start + _LARGEST_GROUP, whole.stop)) for start in steps]


def is_phone_list(rows: Sequence[Row]) -> bool:
    """Whether a table lists how to reach the offices of the groups."""
    found = [matches(cell, "furniture", "phone_list") for row in rows for cell in row.cells]
    return sum(found) * 2 > len(rows)
