"""Attendance in tables under the title that have no head and no label."""

import re
from collections.abc import Iterator, Sequence

from kg.extraction.attendance.rows import Standing, mark_of, quoting_row, row, rows, sits
from kg.extraction.columns import Row, Table
from kg.extraction.people import cells as people_cells
from kg.facts import Attendance, MeetingKey
from kg.model import Paragraph
from kg.structure.names import bodies
from kg.structure.people_labels import labels_in, people_label
from kg.tables.load import alternation

_HEAD = 12
_FEWEST = 3
_BRIEF = 40
_SEAT = re.compile(rf"\b{alternation('people', 'councillor_titles')}$")


def of_seats(
    found: Table, paragraphs: Sequence[Paragraph], meeting: MeetingKey
) -> Iterator[Attendance]:
    """A table under the title, without a head or a label, in which each cell or row is a person.

    A paper with a label of those present says there who came. Among councillors others are in
    attendance; where none is a councillor all are members.
    """
    said = (label for p in paragraphs for label in labels_in(p.text))
    labelled = any(label.told and label.status == "present" for label in said)
    if found.first >= _HEAD or labelled:
        return
    if everybody := _in_each_cell(found):
        yield from rows(meeting, everybody, Standing("present"))
        return
    listed = [people_cells.people(one.paragraph, one.cells[0], None) for one in found.rows]
    named = [people[0] for people in listed if len(people) == 1]
    if len(named) < max(_FEWEST, len(found.rows)):
        return
    standing = _standings(found, named)
    for one, person, stands in zip(found.rows, named, standing, strict=True):
        if stands is not None:
            yield quoting_row(row(meeting, person, stands), one)


def _standings(found: Table, named: Sequence[people_cells.Listed]) -> list[Standing | None]:
    """How those whom the rows of a table name were there; nobody where the rows tell too little."""
    councillors = [one for one in named if sits(one.name)]
    members = councillors if 2 * len(councillors) > len(named) else named
    standing = [
        _standing_beside(one, member=person in members)
        for one, person in zip(found.rows, named, strict=True)
    ]
    if councillors:
        return standing
    offices = sum(stands is not None for stands in standing)
    if 2 * offices < len(named) or not all(map(_is_brief, found.rows)):
        return [None] * len(named)
    return [stands or Standing("present") for stands in standing]


def _in_each_cell(found: Table) -> list[people_cells.Listed]:
    """The people of a table of several columns each cell of which names one in full."""
    cells = [(one.paragraph, cell) for one in found.rows for cell in one.filled]
    if len(cells) <= 2 or all(len(one.filled) <= 1 for one in found.rows):
        return []
    everybody: list[people_cells.Listed] = []
    for paragraph, cell in cells:
        people = people_cells.people(paragraph, cell, None)
        if len(people) != 1 or not people[0].name.sure:
            return []
        everybody += people
    return everybody


def _is_brief(one: Row) -> bool:
    """Whether what stands beside the name in a row is short, and has no figures."""
    beside = [one.words(cell) for cell in one.filled if cell.column > 0]
    return all(len(text) <= _BRIEF and not any(map(str.isdigit, text)) for text in beside)


def _standing_beside(one: Row, *, member: bool) -> Standing | None:
    """What stands beside a name, if it is nothing, an office, a body or a mark of who came."""
    beside = [one.words(cell) for cell in one.filled if cell.column > 0]
    if len(beside) != 1:
        return None if beside else Standing("present")
    if said := mark_of(beside[0]) or _status_of(beside[0]):
        return Standing(said)
    office = people_cells.capacity_in(beside[0])
    where = _SEAT.search(beside[0].strip()) if member else bodies.owner(beside[0])
    if office or people_cells.names_office(beside[0]) or where:
        return Standing("present" if member else "in attendance", office)
    return None


def _status_of(text: str) -> str | None:
    """The status that a cell says as a label would: "Not present"."""
    said = people_label(text)
    return said.status if said is not None and said.told and said.rest is None else None
