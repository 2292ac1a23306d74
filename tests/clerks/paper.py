"""Minutes of a meeting in the style of a house, with the facts that they state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.build_sample import Block
from tests.clerks.agenda import agenda, agenda_items
from tests.clerks.business import business, entries
from tests.clerks.head import head
from tests.clerks.house import AgendaHouse, House
from tests.clerks.meeting import Decision, Meeting, Person, Task
from tests.clerks.roll import roll
from tests.clerks.wording import stated_name

Said = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a reader learns: people by name and status, items by number and title.

    Decisions and tasks stand with the number of their item, or its title where it has none.
    """

    body: str
    day: date
    attendance: frozenset[tuple[str, str]]
    items: tuple[tuple[str, str], ...]
    decisions: tuple[tuple[str, Decision], ...] = ()
    tasks: tuple[tuple[str, Task], ...] = ()


def minutes(meeting: Meeting, house: House) -> tuple[Sequence[Block], Stated]:
    """The blocks of the minutes, and what they state."""
    blocks = [*head(meeting, house, "Minutes"), *roll(meeting, house), *business(meeting, house)]
    written = entries(meeting, house)
    labels = [(entry.number or entry.title, entry.of) for entry in written]
    return blocks, Stated(
        body=meeting.body,
        day=meeting.day,
        attendance=frozenset(attendance(meeting, house)),
        items=tuple((entry.number, entry.title) for entry in written),
        decisions=tuple((label, item.decision) for label, item in labels if item.decision),
        tasks=tuple((label, item.task) for label, item in labels if item.task),
    )


def agenda_paper(meeting: Meeting, house: AgendaHouse) -> tuple[Sequence[Block], Stated]:
    """The blocks of an agenda, and what it states."""
    blocks = [*head(meeting, house, "Agenda"), *agenda(meeting, house)]
    items = tuple(agenda_items(meeting, house))
    return blocks, Stated(meeting.body, meeting.day, frozenset(), items)


def attendance(meeting: Meeting, house: House) -> list[tuple[str, str]]:
    """Each person's name, as far as the paper tells it, and status."""
    groups: list[tuple[tuple[Person, ...], str]] = [
        (meeting.present, "present"),
        (meeting.apologies, "apologies"),
        (meeting.attending, "in attendance"),
    ]
    return [
        (stated_name(house.names, person), status) for people, status in groups for person in people
    ]
