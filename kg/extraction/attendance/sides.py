"""Tables in which labels of people stand beside their names and over them, side by side."""

from collections.abc import Iterator

from kg.extraction.attendance.rows import Standing, rows
from kg.extraction.columns import Table, columns
from kg.extraction.people import cells as people_cells
from kg.facts import Attendance, MeetingKey
from kg.structure.people_labels import PeopleLabel, people_label


def of_sides(found: Table, meeting: MeetingKey) -> list[Attendance]:
    """The attendance of a table that holds in one column who came and in another who did not.

    A label says what those below it and in the next column are, until other words with a colon
    stand in its column: "Present:" over names with their roles, "Apologies:" beside names. So
    none does that has a column which says of each person whether they came.
    """
    told = [
        (at, cell.column, said)
        for at, one in enumerate(found.rows)
        for cell in one.filled
        if (said := people_label(one.words(cell))) is not None and said.told
    ]
    if {"person", "attendance"} <= columns(found.head, "people").keys():
        return []
    apart = len({column for _, column, _ in told}) > 1 and len({at for at, _, _ in told}) > 1
    alone = all(said.rest is None for _, _, said in told)
    away = {said.status for _, _, said in told} - {"in attendance"}
    return list(_beside(found, meeting)) if apart and alone and len(away) > 1 else []


def _beside(found: Table, meeting: MeetingKey) -> Iterator[Attendance]:
    labels: dict[int, PeopleLabel | None] = {}
    for one in found.rows:
        for cell in one.filled:
            text = one.words(cell)
            said = people_label(text)
            if said is not None and said.rest is None:
                labels[cell.column] = said
            elif text.endswith(":"):
                labels[cell.column] = None
            elif (over := labels.get(cell.column, labels.get(cell.column - 1))) is not None:
                people = people_cells.people(one.paragraph, cell, None)
                yield from rows(meeting, people, Standing.of(over))
