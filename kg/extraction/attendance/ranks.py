"""Attendance in tables with a column of ranks between that of labels and that of names."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.attendance.rows import Standing, rows
from kg.extraction.columns import Table
from kg.extraction.people import cells as people_cells
from kg.facts import Attendance, MeetingKey
from kg.structure.people_labels import people_label
from kg.tables.load import table

_FEWEST = 3
_LABEL, _RANK, _NAME, _AUTHORITY = range(4)


def of_ranks(found: Table, meeting: MeetingKey) -> Iterator[Attendance]:
    """A table of label, rank and name: "Present | Councillor: | Lowe"; both hold until the next.

    Nothing where the first row has no label, or the second column holds anything but ranks.
    """
    said = [people_label(one.text(_LABEL)) for one in found.rows]
    ranks = [text for one in found.rows if (text := one.text(_RANK))]
    named = sum(bool(one.text(_NAME)) for one in found.rows)
    ranked = ranks and all(map(_is_rank, ranks)) and len(ranks) < len(found.rows)
    if said[0] is None or not ranked or named < max(_FEWEST, len(ranks)):
        return
    standing, rank = Standing.of(said[0]), ranks[0]
    for one, label in zip(found.rows, said, strict=True):
        standing = Standing.of(label) if label is not None else standing
        rank = one.text(_RANK) or rank
        if (cell := one.cell(_NAME)) is not None:
            people = people_cells.people(one.paragraph, cell, one.cell(_AUTHORITY), _title(rank))
            yield from rows(meeting, people, replace(standing, capacity=_capacity(rank)))


def _capacity(rank: str) -> str | None:
    """As what those of a rank came: a "Parish Councillor" is a member."""
    said = people_label(rank)
    return said.capacity if said is not None else "member" if _title(rank) else None


def _title(rank: str) -> str | None:
    """The title that all of a rank bear: "Councillor:", "Parish Councillor"."""
    last = rank.strip(" :").split()[-1:]
    return next((title for title in last if title in table("people")["councillor_titles"]), None)


def _is_rank(text: str) -> bool:
    """Whether a cell says what those beside it are, and not whether they came."""
    said = people_label(text)
    return (said is not None and said.rest is None and not said.told) or _title(text) is not None
