"""Memberships: who sits on a body, for whom, in what role, from its table of members."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.extraction import dates
from kg.extraction.columns import Row, Table, columns, tables
from kg.extraction.context import Context
from kg.extraction.people import cells as people_cells
from kg.facts import MeetingKey, Membership
from kg.structure.labels import plain
from kg.structure.names import bodies
from kg.structure.parts import Part, PartKind
from kg.tables.load import kinds
from kg.vocabulary import name_key

RULE = "memberships/1"

_COUNT = re.compile(r"\s*\(\d+\)\s*$")


@dataclass(frozen=True, slots=True)
class _Group:
    """What the rows of a table, or of a group in it, have in common."""

    body: str
    period: str | None
    as_of: date | None
    role: str = "member"
    party: str | None = None


def memberships(context: Context) -> tuple[Membership, ...]:
    """The rows of every membership table of the document."""
    found: list[Membership] = []
    for _, part, meeting in context.of_kind(PartKind.MEMBERSHIP, PartKind.AGENDA):
        for members in tables(context.paragraphs(part)):
            if part.kind is PartKind.MEMBERSHIP or _has_parties(members):
                found.extend(_of_table(members, part, meeting))
    return tuple(dict.fromkeys(found))


def _has_parties(members: Table) -> bool:
    heads = columns(members.head, "people")
    parties = [
        row
        for row in members.rows
        if _party(row.text(row.cells[0].column)) and len(row.filled) == 1
    ]
    return (
        "person" in heads
        and ("authority" in heads or "party" in heads)
        and bool(parties or "party" in heads)
    )


def _of_table(members: Table, part: Part, meeting: MeetingKey | None) -> Iterator[Membership]:
    heads = columns(members.head, "people")
    person = heads.get("person", 0)
    authority = heads.get("authority", 1 if person == 0 else 0)
    known = _of_part(part, meeting)
    if known is None:
        return
    group = known
    for row in members.below if heads else members.rows:
        label = row.text(row.cells[0].column)
        if len(row.filled) == 1 and (headed := _group(label, known, group)) is not None:
            group = headed
            continue
        if (party := _party(row.text(heads.get("party")))) is not None:
            group = replace(group, party=party)
        yield from _members(row, person, authority, group)


def _of_part(part: Part, meeting: MeetingKey | None) -> _Group | None:
    """What all members of a table share: the body, and the period or the day of the list."""
    body = bodies.in_sentence(part.title) or (meeting.board if meeting else None)
    if body is None:
        return None
    if meeting and name_key(meeting.board) == name_key(body):
        body = meeting.board
    period = dates.period(part.title)
    as_of = meeting.date if meeting and period is None else None
    return _Group(body, period, as_of)


def _members(row: Row, person: int, authority: int, group: _Group) -> Iterator[Membership]:
    cell = row.cell(person)
    if cell is None:
        return
    for one in people_cells.people(row.paragraph, cell, row.cell(authority)):
        yield Membership(
            person=one.name,
            body=group.body,
            role=one.capacity or group.role,
            party=group.party,
            representing=one.representing,
            period=group.period,
            as_of=group.as_of,
            evidence=(one.evidence,),
            rule=RULE,
        )


def _group(label: str, known: _Group, group: _Group) -> _Group | None:
    """What a row with one cell says of the rows under it: a party, or a role within it."""
    party = _party(label)
    if party is not None:
        return replace(known, party=party)
    role = kinds("people", "capacities").get(plain(_COUNT.sub("", label)))
    return replace(group if role == "substitute" else known, role=role) if role else None


def _party(text: str) -> str | None:
    """The party that a cell names, be it with a count of its members."""
    return kinds("people", "parties").get(plain(_COUNT.sub("", text)))
