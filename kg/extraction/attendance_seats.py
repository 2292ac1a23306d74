"""Attendance in tables under the title that have no head and no label."""

import re
from collections.abc import Iterator, Sequence

from kg.extraction import people_cells
from kg.extraction.attendance_rows import Standing, mark_of, quoting_row, row, sits
from kg.extraction.columns import Row, Table
from kg.facts import Attendance, MeetingKey
from kg.model import Paragraph
from kg.structure import bodies
from kg.structure.people_labels import people_label
from kg.tables.load import alternation

_HEAD = 12
_FEWEST = 3
_SEAT = re.compile(rf"\b{alternation('people', 'councillor_titles')}$")


def of_councillors(
    found: Table, paragraphs: Sequence[Paragraph], meeting: MeetingKey
) -> Iterator[Attendance]:
    """A table under the title, without a head or a label: each row a person, most councillors.

    A paper with a label of those present says there who came.
    """
    listed = [people_cells.people(one.paragraph, one.cells[0], None) for one in found.rows]
    named = [people[0] for people in listed if len(people) == 1]
    councillors = [one for one in named if sits(one.name)]
    if (
        found.first >= _HEAD
        or len(named) < max(_FEWEST, len(found.rows))
        or 2 * len(councillors) <= len(named)
        or any(_tells_present(line) for p in paragraphs for line in p.text.split("\n"))
    ):
        return
    for one, person in zip(found.rows, named, strict=True):
        standing = _standing_beside(one, member=sits(person.name))
        if standing is not None:
            yield quoting_row(row(meeting, person, standing), one)


def _tells_present(line: str) -> bool:
    """Whether a line is a label of those present, or begins with one."""
    said = people_label(line)
    return said is not None and said.told and said.status == "present"


def _standing_beside(one: Row, *, member: bool) -> Standing | None:
    """What stands beside a name, if it is nothing, an office, a body or a mark of who came."""
    beside = [one.paragraph.cell_text(cell) for cell in one.filled if cell.column > 0]
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
