"""Rows of attendance from the people of lists, by what their label says of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extraction.columns import Row
from kg.extraction.people.cells import Listed
from kg.facts import Attendance, Evidence, MeetingKey, PersonName
from kg.structure.labels import plain
from kg.structure.people_labels import PeopleLabel, people_label
from kg.tables.load import kinds, table

RULE = "attendance/32"

AWAY = ("apologies", "absent")
_IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the people of a list before they are named.

    A ``mixed`` list is of all who came, members or not ("Attendees"). A table of roles
    is ``seated``: its observers sit with the members, and those of other lists beside them.
    """

    status: str
    capacity: str | None = None
    title: str | None = None
    mixed: bool = False
    seated: bool = False

    @staticmethod
    def of(label: PeopleLabel) -> "Standing":
        """The standing that a label gives."""
        return Standing(label.status, label.capacity, label.title, label.mixed)


def standing_of(role: str) -> Standing:
    """What a cell beside a name says: a label, or a capacity of somebody present."""
    said = people_label(role)
    return Standing.of(said) if said is not None else Standing("present", capacity_of(role))


def capacity_of(words: str) -> str | None:
    """The ontology's word for a capacity, by the words of a label or a cell."""
    return kinds("people", "capacities").get(plain(_IN_BRACKETS.sub("", words)))


def rows(meeting: MeetingKey, people: Iterable[Listed], standing: Standing) -> Iterator[Attendance]:
    """A row for each person of a list, and for who sat in for one that was away.

    Where councillors bear their title, or are called so, an officer of a mixed list is no member.
    """
    people = list(people)
    standing = replace(standing, seated=standing.seated or _is_of_those_present(standing))
    if not any(sits(one.name) or one.capacity == "member" for one in people):
        standing = replace(standing, mixed=False)
    for count, one in enumerate(people):
        if count and standing.capacity in ("chair", "vice-chair"):
            standing = replace(standing, capacity=None)
        yield row(meeting, one, standing)
        if one.substitute is not None and _was_away(one, standing):
            yield fact(meeting, one.substitute, "present", one.evidence, "substitute", one.name)


def _is_of_those_present(standing: Standing) -> bool:
    """Whether a list says of all on it that they were present: its observers were as well."""
    return standing.status == "present" and standing.capacity is None and not standing.mixed


def sits(name: PersonName) -> bool:
    """Whether a name bears the title of a councillor."""
    return not set(table("people")["councillor_titles"]).isdisjoint(name.honorifics)


def row(meeting: MeetingKey, one: Listed, standing: Standing) -> Attendance:
    """The row of one person of a list."""
    away = _was_away(one, standing)
    return fact(
        meeting,
        one.name,
        _status(one, standing),
        one.evidence,
        None if away else one.capacity or standing.capacity,
        None if away else one.substitute,
        one.representing,
    )


def _status(one: Listed, standing: Standing) -> str:
    """The list's status, but for who was away and for who was there and is no member."""
    if one.status is not None:
        return one.status
    if standing.status not in AWAY and _was_away(one, standing):
        return "apologies"
    if standing.status != "present":
        return standing.status
    beside = one.capacity == "officer" or one.before in table("people")["lists"]["tiers"]
    observes = "observer" in (one.capacity, standing.capacity) and not standing.seated
    watches = observes and not sits(one.name)
    outside = one.capacity == "guest" or watches or (standing.mixed and beside)
    return "in attendance" if outside else "present"


def _was_away(one: Listed, standing: Standing) -> bool:
    """Whether somebody of a list was away: "(sub X)" among apologies names who came instead."""
    if one.status is not None:
        return True
    return standing.status in AWAY if one.away is None else one.away


def fact(
    meeting: MeetingKey,
    person: PersonName,
    status: str,
    quote: Evidence,
    capacity: str | None = None,
    substitute_for: PersonName | None = None,
    representing: str | None = None,
) -> Attendance:
    """An attendance; a capacity that is none of a meeting's is left out."""
    return Attendance(
        meeting=meeting,
        person=person,
        status=status,
        capacity=capacity if capacity in table("people")["at_meetings"]["capacities"] else None,
        representing=representing,
        substitute_for=substitute_for,
        evidence=(quote,),
        rule=RULE,
    )


def mark_of(text: str) -> str | None:
    """The status that a mark in a cell of a table stands for."""
    marks = kinds("people", "grid")
    return marks.get(plain(text)) or marks.get(text.strip())


def quoting_row(found: Attendance, one: Row) -> Attendance:
    """A fact that takes a whole row of its table to say."""
    return replace(found, evidence=(quote_of(one),))


def quote_of(one: Row) -> Evidence:
    """A whole row of a table as evidence."""
    return Evidence(one.paragraph.ordinal, one.cells[0].start, one.cells[-1].end)
