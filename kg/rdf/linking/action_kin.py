"""Which actions may be one: a look at those near each other that misses no pair.

What makes two tellings one (`kg.rdf.linking.action_lives`) is a number, the meeting that gave both,
or their words; actions that share none of these have lives that do not touch.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import fuzz

from kg import terms as t
from kg.rdf.iris import tail_of
from kg.rdf.linking.reach import Reach
from kg.tables.load import matches, table

_BY = re.compile(r"\s+(?:by|before|for the meeting on)\s+[^,;]*\d{4}$")
SET_NUMBER = re.compile(r"\w+[/.-]\w+|\d{2,}")
"""A number that a log gives an action for good; "2" only counts the actions of one list."""
_OF_PAPER = re.compile(r"[0-9a-f]{12}-")
_TOLD = frozenset({t.TEXT, t.NUMBER, t.ASSIGNEE_AS_WRITTEN, t.ARISES_FROM})


def bare_words(text: str, owner: str | None) -> str:
    """The words of an action without who is to do it and by when."""
    return " ".join(re.findall(r"\w+", what_to_do(text, owner).casefold()))


def what_to_do(text: str, owner: str | None) -> str:
    """What an action says is to be done, without who is to do it and by when."""
    text = _BY.sub("", text.strip().rstrip("."))
    if owner and text.startswith(owner):
        text = text.removeprefix(owner).lstrip().removeprefix("to ")
    return text


def telling_words_of(bare: str) -> frozenset[str]:
    """The words that tell one action from others, of its words without owner and date."""
    return frozenset(bare.split()) - _small()


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two sets of words are: the mean of their share of the smaller and of both."""
    if not one or not other:
        return 0.0
    common = len(one & other)
    return (common / min(len(one), len(other)) + common / len(one | other)) / 2


def same_words(one: str, other: str) -> bool:
    """Whether the words of two actions are the same, or nearly so with the same numbers; those
    that point to what was told before ("This will be reported") do not say which action it is.
    """
    if any(matches(said, "histories", "points_back") for said in (one, other)):
        return False
    if one == other:
        return True
    need = table("histories")["likeness"]
    enough = len(telling_words_of(one)) >= need["fewest_words"]
    alike = enough and numbers_in(one) == numbers_in(other)
    return alike and fuzz.token_sort_ratio(one, other) >= 100 * need["same_action"]


def numbers_in(bare: str) -> list[str]:
    """The words with a digit, sorted."""
    return sorted(word for word in bare.split() if any(map(str.isdigit, word)))


def related(reach: Reach, seeds: Iterable[str]) -> set[str]:
    """The actions whose lives may touch those of the seeds, and so on."""
    near = _Near(reach)
    found = {one for one in seeds if near.kin(one).bare}
    waiting = sorted(found)
    while waiting:
        new = near.of(waiting.pop()) - found
        found |= new
        waiting += sorted(new)
    return found


def given_near(reach: Reach, meetings: Collection[str]) -> set[str]:
    """The actions that were given or told at some meetings, or at those of their boards which are
    near in time.
    """
    near = reach.around(meetings)
    places = [*near, *reach.items(near)]
    found = {one for at in places for one in reach.graph.subjects(t.ARISES_FROM, at)}
    found |= {one for at in near for one in reach.graph.subjects(t.OF_MEETING, at)}
    return {str(one) for one in found if reach.iris.kind(one) == "action"}


@dataclass(frozen=True, slots=True)
class _Kin:
    """What may make an action one with another; ``meetings`` are those that gave it."""

    numbers: frozenset[str]
    meetings: frozenset[str]
    bare: tuple[str, ...]

    def may_be(self, other: "_Kin") -> bool:
        """Whether two are the same in words, or in some words and in number or meeting."""
        pairs = [(one, two) for one in self.bare for two in other.bare]
        if any(same_words(one, two) for one, two in pairs):
            return True
        if self.numbers.isdisjoint(other.numbers) and self.meetings.isdisjoint(other.meetings):
            return False
        need = table("histories")["likeness"]
        least = min(need["same_number"], need["same_meeting"])
        return any(
            share(telling_words_of(one), telling_words_of(two)) >= least for one, two in pairs
        )


class _Near:
    """Actions by what lies near them: their meeting, those before and after it, their number."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._graph = reach.graph
        self._kin: dict[str, _Kin] = {}
        self._around: dict[str, set[str]] = {}

    @cached_property
    def _all(self) -> set[str]:
        return set(map(str, self._graph.subjects(t.TYPE, t.ACTION)))

    @cached_property
    def _of_no_meeting(self) -> set[str]:
        """The actions that no meeting gave; a document takes the place of the meeting in an IRI."""
        return {one for one in self._all if _OF_PAPER.match(tail_of(one))}

    def of(self, iri: str) -> set[str]:
        """The actions that may be the same as one."""
        kin = self.kin(iri)
        pool = set(self._of_no_meeting) if kin.meetings else set(self._all)
        for meeting in kin.meetings:
            pool |= self._there(meeting)
        for number in kin.numbers:
            numbered = map(str, self._graph.saying(t.NUMBER, number))
            pool |= {one for one in numbered if self._reach.iris.kind(one) == "action"}
        return {one for one in pool if kin.may_be(self.kin(one))}

    def _there(self, meeting: str) -> set[str]:
        """The actions of the meetings of a board that are near one in time."""
        if meeting not in self._around:
            self._around[meeting] = given_near(self._reach, [meeting])
        return self._around[meeting]

    def kin(self, iri: str) -> _Kin:
        """What may make an action one with another."""
        if iri not in self._kin:
            self._kin[iri] = self._read(iri)
        return self._kin[iri]

    def _read(self, iri: str) -> _Kin:
        told = self._graph.described([iri], _TOLD).get(iri, {})
        numbers = {str(one) for one in told.get(t.NUMBER, ()) if SET_NUMBER.fullmatch(str(one))}
        owners = [None, *map(str, told.get(t.ASSIGNEE_AS_WRITTEN, ()))]
        bare = {bare_words(str(text), owner) for text in told.get(t.TEXT, ()) for owner in owners}
        given = {
            at
            for at in self._reach.meetings_of(iri)
            if t.ARISES_FROM not in told or tail_of(iri).startswith(f"{tail_of(at)}-")
        }
        return _Kin(frozenset(numbers), frozenset(given), tuple(sorted(bare)))


@cache
def _small() -> frozenset[str]:
    return frozenset(table("histories")["small"])
