"""Rows of tables that open with a label of people: "Officers: | Ann Lowe"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.attendance.rows import Standing, quote_of, row, rows
from kg.extraction.columns import Row, Table
from kg.extraction.people import cells as people_cells
from kg.extraction.people import names
from kg.facts import Attendance, MeetingKey
from kg.model import Cell
from kg.structure.people_labels import PeopleLabel, group_label, people_label
from kg.tables.load import matches

_INITIALLED = re.compile(r"\([A-Z]{2,4}\)")
_LINES_OF_LABEL = 4
_ONE_WORD = re.compile(rf"[{names.UPPER}][^\W\d_]+(?:[’'-][^\W\d_]+)*")


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


def of_labels(found: Table, meeting: MeetingKey, over: Standing | None) -> Iterator[Attendance]:
    """A table of label, people and authority; a label holds until the next.

    "Councillor" in a table under "Also present" says nothing against that. Right below a heading
    of those who came, so did groups of any name: "Trade unions". Attendees below members sit
    beside them.
    """
    open_to_all = over if over is not None and over.status == "present" else None
    standing = open_to_all
    split = _splits_names(found)
    wrapped = wrapped_labels(found.rows)
    seated = False
    for at, one in enumerate(found.rows):
        first = one.text(0)
        if first:
            said = people_label(first) if at not in wrapped else wrapped[at]
            said = said or (group_label(f"{first}:") if open_to_all else None)
            of_group = None if matches(first, "attendance", "no_group") else open_to_all
            standing = Standing.of(said) if said and said.status else of_group
            if said and said.mixed and seated:
                standing = replace(Standing.of(said), status="in attendance")
            seated = seated or (standing is not None and standing.capacity == "member")
            if said and over and not said.told and over.status != "present":
                standing = replace(Standing.of(said), status=over.status)
        cell = one.cell(1)
        if standing is None or cell is None:
            continue
        authority = one.cell(2)
        if split and (name := names.parse(f"{one.text(1)} {one.text(2)}")) is not None:
            capacity = people_cells.capacity_in(one.text(3))
            yield row(meeting, people_cells.Listed(name, quote_of(one), capacity), standing)
            continue
        people = people_cells.people(one.paragraph, cell, authority, standing.title)
        yield from rows(meeting, people, standing)


def _splits_names(found: Table) -> bool:
    """Whether the second column holds given names and the third the surnames to them."""
    given = [names.TITLES.sub("", one.text(1), count=1) for one in found.rows]
    pairs = [(first, one.text(2)) for first, one in zip(given, found.rows, strict=True)]
    single = [pair for pair in pairs if all(_ONE_WORD.fullmatch(word) for word in pair)]
    return len(single) > 1 and 3 * len(single) > 2 * len(pairs)


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
