"""The life of an action: what papers tell of it, one after the other, and what that comes to."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from kg.store.values import Iri
from kg.structure.names.body_names import are_initials
from queries.following.action_rows import COMPLETE, Done, Entry
from queries.graphs.fold import Folded
from queries.texts.wording import bears

_Told = TypeVar("_Told")


@dataclass(frozen=True)
class Life:
    """What papers tell of one action.

    ``records`` are what the union says of each of its forms, the first form first, and ``given_at``
    the first meeting that each of them arose at; ``told`` are the tellings in order of day, and
    ``entries`` what each of them says.
    """

    records: Sequence[Folded]
    given_at: Sequence[Folded]
    told: Sequence[tuple[Iri, Folded]]
    entries: tuple[Entry, ...]

    @cached_property
    def awaited(self) -> Sequence[Entry]:
        """The entries up to the one that says it is done."""
        return _until_done(self.entries)

    @property
    def status(self) -> str | None:
        """How it stands: as a person ruled, else as the last entry to say so."""
        return self.records[0].text("ruledStatus") or last(entry.status for entry in self.entries)

    @property
    def timed(self) -> Entry | None:
        """The last entry that gives it a time."""
        return last(one for one in self.awaited if one.due or one.due_as_written)

    @property
    def due(self) -> date | None:
        """When it is due: as a person ruled, else as that entry says."""
        return self.records[0].day("ruledDue") or (self.timed.due if self.timed else None)

    @property
    def moves(self) -> tuple[date, ...]:
        """The due dates before the present one, earliest first."""
        given = (day for one in self.awaited for day in (*one.previous_due, one.due))
        told = {day for day in given if day is not None}
        return tuple(sorted(day for day in told if self.due is None or is_move(day, self.due)))

    @property
    def done(self) -> Done | None:
        """The first of the tellings, without a break up to the last, that say it is done."""
        first = self.awaited[-1] if self.awaited else None
        if self.status != COMPLETE or first is None or first.status != COMPLETE:
            return None
        return Done(first.day, first.file, first.update or first.status_as_written, first.time)

    @property
    def owners_before(self) -> tuple[str, ...]:
        """The owners that papers name before the last one, each once, in its longest form."""
        held: list[str] = []
        for name in filter(None, (one.assignee_as_written for one in self.awaited)):
            same = [one for one in held if _one_owner(one, name)]
            held = [one for one in held if one not in same] + [max((*same, name), key=len)]
        return tuple(held[:-1])

    @property
    def heard(self) -> date | None:
        """The day of the last paper that speaks of it."""
        return last(entry.day for entry in self.entries)

    @property
    def board(self) -> str | None:
        """The board that gave it."""
        return last(one.text("board") for one in reversed(self.given_at))

    def days_late(self, as_of: date) -> int:
        """How many days it is overdue on a day; 0 where it is not."""
        if self.due is None or self.status == COMPLETE:
            return 0
        return max((as_of - self.due).days, 0)


def last(values: Iterable[_Told | None]) -> _Told | None:
    """The last value that is told."""
    told = [value for value in values if value is not None]
    return told[-1] if told else None


def _one_owner(some: str, other: str) -> bool:
    """Whether one of two owners as written is a part or the initials of the other."""
    long, short = (some, other) if len(some) > len(other) else (other, some)
    return bears(long, short.lower().removeprefix("the ")) or are_initials(short, long)


def _until_done(life: Sequence[Entry]) -> Sequence[Entry]:
    """The tellings up to the first that, without a break up to the last, says that it is done;
    what is done has no due date that could move.
    """
    end = len(life)
    for at in range(len(life) - 1, -1, -1):
        if life[at].status == COMPLETE:
            end = at + 1
        elif life[at].status is not None:
            break
    return life[:end]


def is_move(before: date, due: date) -> bool:
    """Whether a due date is another than the one before. A month, which stands for its last day,
    and a day in it are not.
    """
    earlier, later = sorted((before, due))
    of_month = (earlier.year, earlier.month) == (later.year, later.month)
    return earlier != later and not (
        of_month and later.day == monthrange(later.year, later.month)[1]
    )
