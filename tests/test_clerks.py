"""Minutes and agendas of invented meetings, written in habits that meet in every pair.

What a paper states is known, since the meeting was there first. Single papers may be read
wrongly where rare habits meet; how many is held down here, apart from the styles that are
known not to be read.
"""

from collections.abc import Callable, Sequence
from functools import cache

from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils
from tests.clerks.compare import Comparison, compare
from tests.clerks.covering import covering
from tests.clerks.house import (
    RUN_IN,
    AgendaHouse,
    Beside,
    House,
    Number,
    Title,
    possible,
    possible_agenda,
)
from tests.clerks.invent import invent
from tests.clerks.paper import agenda_paper, minutes
from tests.clerks.render import rendered

MINUTES, AGENDAS = 150, 90
"""How many houses are tried; the first of a covering set hold most of its pairs."""

UNREAD: dict[str, Callable[[House], bool]] = {
    "items counted by small letters": lambda house: house.number is Number.LETTER,
    "numbers alone on a line": lambda house: house.title is Title.OWN_LINE,
    "titles in bold that run into their text": lambda house: house.title is Title.BOLD_RUN_IN,
    "titles without numbers that run into their text": lambda house: (
        house.number is Number.NONE and house.title in RUN_IN
    ),
}
"""Styles of minutes that are often read wrongly, each with how to know it."""
UNREAD_AGENDAS: dict[str, Callable[[AgendaHouse], bool]] = {
    "items counted by small letters": lambda house: house.number is Number.LETTER,
    "items without numbers": lambda house: house.number is Number.NONE,
    "hours before the numbers": lambda house: house.beside is Beside.TIME_BEFORE,
}
"""Styles of agendas that are often read wrongly."""


@cache
def read_minutes() -> list[Comparison]:
    houses = covering(House, possible)[:MINUTES]
    kept = [house for house in houses if not any(known(house) for known in UNREAD.values())]
    return [_read(minutes, house, seed) for seed, house in enumerate(kept)]


@cache
def read_agendas() -> list[Comparison]:
    houses = covering(AgendaHouse, possible_agenda)[:AGENDAS]
    kept = [one for one in houses if not any(known(one) for known in UNREAD_AGENDAS.values())]
    return [_read(agenda_paper, house, seed) for seed, house in enumerate(kept)]


def _read(write: Callable, house, seed: int) -> Comparison:
    blocks, stated = write(invent(seed), house)
    name, data = rendered(blocks, house)
    return compare(stated, extract(read_document(data, name), Councils.load()), house)


def share_right(found: Sequence[Comparison]) -> float:
    """The share of facts read rightly among those stated or read."""
    right = sum(one.right for one in found)
    return right / (right + sum(len(one.differences) for one in found))


def share_whole(found: Sequence[Comparison]) -> float:
    """The share of papers in which nothing was missed and nothing added."""
    return sum(not one.differences for one in found) / len(found)


def test_minutes_of_any_two_habits_are_read() -> None:
    found = read_minutes()
    assert len(found) >= 80
    assert share_right(found) >= 0.985
    assert share_whole(found) >= 0.88


def test_agendas_of_any_two_habits_are_read() -> None:
    found = read_agendas()
    assert len(found) >= 45
    assert share_right(found) >= 0.98
    assert share_whole(found) >= 0.93


def test_the_same_seed_invents_the_same_meeting() -> None:
    assert invent(3) == invent(3)
    assert invent(3) != invent(4)


def test_a_paper_of_another_meeting_differs_in_every_fact() -> None:
    house = covering(House, possible)[0]
    blocks, _ = minutes(invent(1), house)
    _, stated = minutes(invent(2), house)
    name, data = rendered(blocks, house)
    found = compare(stated, extract(read_document(data, name), Councils.load()), house)
    assert {one.kind for one in found.differences} >= {"meeting", "attendance", "decisions"}
