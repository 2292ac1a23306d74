"""Rows of tables that open with a label of people: "Officers: | Ann Lowe"."""

from collections.abc import Sequence

from kg.extraction.columns import Row
from kg.extraction.people import names
from kg.structure.people_labels import PeopleLabel, group_label, people_label

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
