"""Few houses in which every two habits meet that can."""

from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from itertools import combinations
from random import Random
from typing import Any, TypeVar

from tests.clerks import house as houses

House = TypeVar("House")
_CANDIDATES = 12
_PATIENCE = 40


def covering(kind: type[House], possible: Callable[[House], bool], seed: int = 0) -> list[House]:
    """Houses of a kind, in the order of drawing, that together hold nearly all pairs of habits.

    Each is the best of some drawn at random; drawing ends when pairs that are left over do
    not come up any more.
    """
    random = Random(seed)
    met: set[tuple[Enum, Enum]] = set()
    chosen: list[House] = []
    idle = 0
    while idle < _PATIENCE:
        drawn = [_draw(kind, possible, random) for _ in range(_CANDIDATES)]
        best = max(drawn, key=lambda house: len(_pairs(house) - met))
        if new := _pairs(best) - met:
            met |= new
            chosen.append(best)
        idle = 0 if len(new) > 1 else idle + 1
    return chosen


def _draw(kind: type[House], possible: Callable[[House], bool], random: Random) -> House:
    while True:
        habits: dict[str, Any] = {
            field.name: random.choice(list(getattr(houses, str(_name(field.type)))))
            for field in fields(kind)  # type: ignore[arg-type]
        }
        if possible(house := kind(**habits)):
            return house


def _name(annotation: Any) -> str:
    return annotation if isinstance(annotation, str) else annotation.__name__


def _pairs(house: Any) -> set[tuple[Enum, Enum]]:
    habits = [getattr(house, field.name) for field in fields(house)]
    named = list(zip([field.name for field in fields(house)], habits, strict=True))
    return {(one, other) for one, other in combinations(named, 2)}
