"""Minutes and agendas of invented meetings, written in habits of which most pairs meet.

What a paper states is known, since the meeting was there first. Single papers may be read
wrongly where rare habits meet; how many is held down here. The styles that are often read wrongly
are apart, each with the share of facts that it may not fall below.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

import pytest

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
"""How many houses are tried; the first of a covering set hold nine in ten of its pairs."""

UNREAD: dict[str, tuple[Callable[[House], bool], float]] = {
    "numbers alone on a line": (lambda house: house.title is Title.OWN_LINE, 0.98),
    "titles in bold that run into their text": (
        lambda house: house.title is Title.BOLD_RUN_IN,
        0.95,
    ),
    "titles without numbers that run into their text": (
        lambda house: house.number is Number.NONE and house.title in RUN_IN,
        0.96,
    ),
}
"""Styles of minutes often read wrongly: how to know each, and the least share of facts read."""
UNREAD_AGENDAS: dict[str, tuple[Callable[[AgendaHouse], bool], float]] = {
    "items without numbers": (lambda house: house.number is Number.NONE, 0.75),
    "hours before the numbers": (lambda house: house.beside is Beside.TIME_BEFORE, 0.97),
}
"""Styles of agendas often read wrongly."""


@cache
def minutes_houses() -> list[House]:
    return covering(House, possible)[:MINUTES]


@cache
def agenda_houses() -> list[AgendaHouse]:
    return covering(AgendaHouse, possible_agenda)[:AGENDAS]


def read_all(write: Callable, houses: Iterable[House | AgendaHouse]) -> list[Comparison]:
    return [_read(write, house, seed) for seed, house in enumerate(houses)]


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


def test_minutes_of_most_pairs_of_habits_are_read() -> None:
    known = [is_style for is_style, _ in UNREAD.values()]
    found = read_all(minutes, (h for h in minutes_houses() if not any(k(h) for k in known)))
    assert len(found) >= 110
    assert share_right(found) >= 0.995
    assert share_whole(found) >= 0.95


def test_agendas_of_most_pairs_of_habits_are_read() -> None:
    known = [is_style for is_style, _ in UNREAD_AGENDAS.values()]
    found = read_all(agenda_paper, (h for h in agenda_houses() if not any(k(h) for k in known)))
    assert len(found) >= 70
    assert share_right(found) >= 0.995
    assert share_whole(found) >= 0.98


@pytest.mark.parametrize("style", UNREAD)
def test_minutes_in_styles_often_read_wrongly_are_read_no_worse(style: str) -> None:
    is_style, least = UNREAD[style]
    assert share_right(read_all(minutes, filter(is_style, minutes_houses()))) >= least


@pytest.mark.parametrize("style", UNREAD_AGENDAS)
def test_agendas_in_styles_often_read_wrongly_are_read_no_worse(style: str) -> None:
    is_style, least = UNREAD_AGENDAS[style]
    assert share_right(read_all(agenda_paper, filter(is_style, agenda_houses()))) >= least


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
