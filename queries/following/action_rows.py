"""What is told of an action: its row, the papers that tell of it, and that it was done."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg.store.values import Iri
from queries.graphs.sources import Source

OPEN, COMPLETE, OVERDUE = "open", "complete", "overdue"


class Joined(NamedTuple):
    """Why a telling belongs to a life: by which rule, how surely (0 to 1), on what basis."""

    rule: str
    confidence: float
    basis: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What one paper says of an action; ``day`` is the day of the paper, ``time`` the month in
    words ("June 2011") where the paper tells no more and ``day`` is the end of it.

    ``joined`` says why this is taken to be the same action, None where the paper words it as
    the first did or is the first.
    """

    file: str
    document: str
    day: date | None
    time: str | None
    text: str
    status: str | None
    status_as_written: str | None
    due: date | None
    due_as_written: str | None
    previous_due: tuple[date, ...]
    update: str | None
    assignee_as_written: str | None
    joined: Joined | None


@dataclass(frozen=True, slots=True)
class Done:
    """That an action was done: the day of the paper that says so first, and its words; ``time``
    as of an `Entry`.
    """

    day: date | None
    file: str
    words: str | None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class ToldDone:
    """That what an action was to bring about is there, as a later paper tells without naming the
    action: the day, that of the paper, its words, and by which rule they are taken to be of it.
    """

    day: date
    recorded: date
    file: str
    paragraph: Iri
    words: str
    joined: Joined


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as it stands on a day.

    ``status`` is "open", "complete" or None where no paper says; ``moves`` holds
    the earlier due dates, in order, and ``days_moved`` says how far the first lies
    before the present one; ``days_overdue`` counts from the due date to the day, 0
    when it is not overdue; ``owners_before`` are the owners as written that papers named
    before the present one, in order; ``last_heard`` is the day of the last paper that speaks
    of it; ``silent_since`` is that day where later papers follow actions of its
    board, do not name it, and it was not done; ``told_done`` is inferred, and what is told so is
    not overdue. ``life`` has an entry for each paper,
    in order of day; ``tellings`` are the IRIs under which papers tell it.
    """

    iri: Iri
    number: str | None
    text: str
    owners: tuple[str, ...]
    owner_as_written: str | None
    owners_before: tuple[str, ...]
    due: date | None
    due_as_written: str | None
    moves: tuple[date, ...]
    days_moved: int | None
    status: str | None
    status_as_written: str | None
    done: Done | None
    told_done: ToldDone | None
    days_overdue: int
    update: str | None
    theme: str | None
    arises_from: str | None
    given: date | None
    board: str | None
    last_heard: date | None
    silent_since: date | None
    life: tuple[Entry, ...]
    sources: tuple[Source, ...]
    tellings: tuple[Iri, ...]

    @property
    def stands(self) -> str:
        """How it stands: by its status, else by what a later paper tells of its thing."""
        seems = "seems done" if self.told_done else self.status
        return self.status if self.status == COMPLETE else seems or "no status told"

    @property
    def overdue(self) -> bool:
        """Whether it was due before the day and is not known to be complete."""
        return self.days_overdue > 0
