"""What is told of a recommendation: its row, the decisions on it, and what was heard last."""

import re
from dataclasses import dataclass
from datetime import date
from sys import maxsize

from kg.store.values import Iri
from queries.following.action_rows import ActionRow
from queries.following.answered import AS_ASKED, Reworded
from queries.graphs.sources import Source

QUOTED, INFERRED = "quoted", "inferred"
"""The basis of a link that a paper states itself, and of one that reading suggests."""
UNKNOWN = "minutes not held"
"""The state of a recommendation of which nothing can be said."""

_PARTS = re.compile(r"\d+|[^\W\d]+")


@dataclass(frozen=True, slots=True)
class Taken:
    """The decision taken on a recommendation, verbatim.

    ``basis`` is "quoted" where a paper links the two, "inferred" where reading suggests
    it; ``confidence`` (0 to 1) says how surely the link holds, ``rule`` by which rule.
    ``answer`` says how it answers what was asked ("as asked", "changed", "noted instead of
    agreed", "deferred", "rejected", ...), ``reworded`` with which other words.
    """

    iri: Iri
    text: str
    verb: str | None
    outcome: str | None
    date: date
    basis: str
    confidence: float
    answer: str = AS_ASKED
    reworded: tuple[Reworded, ...] = ()
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """The latest that tells of a recommendation; ``basis`` as in `Taken`."""

    date: date
    kind: str
    label: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A recommendation and what became of it by a day.

    ``reference`` is made of day, item and number; ``status`` is "complete",
    "in progress", "answered", the outcome of the decision, "no response held" (one
    made by others), "not decided" (minutes are held and tell of no decision) or
    "minutes not held". ``days_open`` counts
    from the day of the meeting, None when it is closed or undated.
    ``never_reported_back`` is true when it was not closed and no later paper tells of it.
    """

    reference: str
    iri: Iri
    kind: str | None
    number: str | None
    origin: str | None
    day: date | None
    board: str | None
    area: str | None
    made_by: tuple[str, ...]
    addressed_to: tuple[str, ...]
    text: str
    response: str | None
    decision: Taken | None
    decisions: tuple[Taken, ...]
    actions: tuple[ActionRow, ...]
    lead_officers: tuple[str, ...]
    latest: Heard | None
    status: str
    days_open: int | None
    never_reported_back: bool
    sources: tuple[Source, ...]

    @property
    def leads(self) -> tuple[str, ...]:
        """Who sees to it: the owners of its actions, else the contact officers."""
        owners = (name for one in self.actions for name in one.owners or (one.owner_as_written,))
        return tuple(dict.fromkeys(name for name in owners if name)) or self.lead_officers

    @property
    def days_owed(self) -> int | None:
        """The days it is open, None also where no minutes tell whether it is."""
        return None if self.status == UNKNOWN else self.days_open

    @property
    def natural(self) -> tuple[tuple[int, str], ...]:
        """The reference with its numbers counted, so that item 10 follows item 9, and what
        others recommend follows what the report asks.
        """
        parts = _PARTS.findall(self.reference)
        return tuple((int(part), "") if part.isdigit() else (maxsize, part) for part in parts)
