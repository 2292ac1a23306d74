"""Rows of tables that open with a label of people: "Officers: | Ann Lowe"."""

import re
from collections.abc import Sequence

from kg.extraction.columns import Row, Table
from kg.extraction.people import names
from kg.model import Cell
from kg.structure.people_labels import PeopleLabel, group_label, people_label

_INITIALLED = re.compile(r"\([A-Z]{2,4}\)")
_LINES_OF_LABEL = 4


def label_first(head: Row) -> bool:
    """Whether the first row of a table is a label with its colon beside somebody, and no head."""
    beside = [cell for cell in head.filled if cell.column == 1]
    named = bool(beside) and names.leading(head.words(beside[0])) is not None
    return named and head.text(0).endswith(":") and labels_row(head)


def labels_row(one: Row) -> bool:
    """Whether a row is a label in its first cell and people beside it."""
    first = one.cells[0]
    said = people_label(one.words(first))
    beside = any(cell.column != first.column for cell in one.filled)
    return said is not None and said.rest is None and first.column == 0 and beside


def wrapped_labels(rows_: Sequence[Row]) -> dict[int, PeopleLabel]:
    """The rows in whose first cells a label goes on down to its colon, with the label."""
    found: dict[int, PeopleLabel] = {}
    start = 0
    for at, one in enumerate(rows_):
        first = one.text(0)
        if not first or at - start >= _LINES_OF_LABEL:
            start = at + 1 if not first else at
        if first.endswith(":"):
            above = [row.text(0) for row in rows_[start:at]]
            said = group_label(" ".join([*above, first]))
            if said is not None and said.status and above and not any(map(people_label, above)):
                found |= dict.fromkeys(range(start, at + 1), said)
            start = at + 1
    return found


def columns_below(found: Table, one: Row, head: Cell) -> list[int]:
    """The columns under a label: its own, and those up to the next filled cell that name people
    with their titles or initials.
    """
    behind = (cell.column for cell in one.filled if cell.column > head.column)
    free = range(head.column + 1, next(behind, head.column + 1))
    return [head.column, *(column for column in free if _names_surely(found, column))]


def _names_surely(found: Table, column: int) -> bool:
    """Whether most cells of a column hold people by a title, or with initials in brackets."""
    cells = [text for one in found.below if (text := one.text(column))]
    sure = [text for text in cells if names.TITLED.match(text) or _INITIALLED.search(text)]
    return bool(sure) and 2 * len(sure) > len(cells)
