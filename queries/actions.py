"""Every action with its owner, its due date and how that moved, and its status.

An action that several papers speak of has one entry for each of them, in order
of date; what holds on a day is what the last paper up to that day says, unless a
person corrected it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from queries.fold import Record, by, fold
from queries.same_actions import same_actions
from queries.sources import Source, sources_of

OPEN, COMPLETE, OVERDUE = "open", "complete", "overdue"

_Told = TypeVar("_Told")

_ACTIONS = """
SELECT DISTINCT ?action ?text ?number ?owner ?ownerName ?theme ?origin ?originLabel ?day ?board
       ?ruledDue ?ruledStatus {
  ?action a mb:Action ; mb:text ?text .
  OPTIONAL { ?action mb:number ?number }
  OPTIONAL { ?action mb:assignedTo ?owner . ?owner foaf:name|skos:prefLabel ?ownerName }
  OPTIONAL { ?action mb:planTheme ?theme }
  OPTIONAL {
    ?action mb:arisesFrom ?origin .
    OPTIONAL { ?origin dct:title|mb:text ?originLabel }
    OPTIONAL { ?origin mb:decidedAt|mb:atMeeting|(mb:onItem/mb:atMeeting) ?at }
    BIND(COALESCE(?at, ?origin) AS ?meeting)
    OPTIONAL { ?meeting dct:date ?day ; mb:heldBy/skos:prefLabel ?board }
  }
  OPTIONAL {
    ?ruling mb:verdict "correct" ; rdf:subject ?action ; rdf:predicate mb:dueDate .
    ?action mb:dueDate ?ruledDue
  }
  OPTIONAL {
    ?verdict mb:verdict "correct" ; rdf:subject ?action ; rdf:predicate mb:actionStatus .
    ?action mb:actionStatus ?ruledStatus
  }
}
ORDER BY ?action ?text ?number ?ownerName ?theme ?day ?originLabel
"""
_ENTRIES = """
SELECT DISTINCT ?entry ?document ?action ?day ?file ?status ?statusAsWritten ?due ?dueAsWritten
       ?before ?update ?assignee {
  GRAPH ?document {
    ?form a mb:Action .
    OPTIONAL { ?form mb:actionStatus ?status }
    OPTIONAL { ?form mb:actionStatusAsWritten ?statusAsWritten }
    OPTIONAL { ?form mb:dueDate ?due }
    OPTIONAL { ?form mb:dueAsWritten ?dueAsWritten }
    OPTIONAL { ?form mb:previousDue ?before }
    OPTIONAL { ?form mb:update ?update }
    OPTIONAL { ?form mb:assigneeAsWritten ?assignee }
    ?document mb:fileName ?file .
    OPTIONAL { ?document dct:date ?day }
  }
  OPTIONAL { ?form mb:mergedInto ?whole }
  BIND(COALESCE(?whole, ?form) AS ?action)
  BIND(CONCAT(STR(?document), " ", STR(?action)) AS ?entry)
}
ORDER BY ?day ?file ?document ?action ?status ?due ?before ?update ?assignee
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one paper says of an action; ``day`` is the day of the paper."""

    file: str
    day: date | None
    status: str | None
    status_as_written: str | None
    due: date | None
    due_as_written: str | None
    previous_due: tuple[date, ...]
    update: str | None
    assignee_as_written: str | None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as it stands on a day.

    ``status`` is "open", "complete" or None where no paper says; ``moves`` holds
    the earlier due dates, in order; ``days_overdue`` counts from the due date to
    the day, 0 when it is not overdue; ``last_heard`` is the day of the last paper
    that speaks of it; ``life`` has an entry for each paper, in order of day.
    """

    iri: Iri
    number: str | None
    text: str
    owners: tuple[str, ...]
    owner_as_written: str | None
    due: date | None
    due_as_written: str | None
    moves: tuple[date, ...]
    status: str | None
    status_as_written: str | None
    days_overdue: int
    update: str | None
    theme: str | None
    arises_from: str | None
    given: date | None
    board: str | None
    last_heard: date | None
    life: tuple[Entry, ...]
    sources: tuple[Source, ...]

    @property
    def overdue(self) -> bool:
        """Whether it was due before the day and is not known to be complete."""
        return self.days_overdue > 0


def actions(
    graph: KnowledgeGraph,
    as_of: date,
    owner: str | None = None,
    status: str | None = None,
    board: str | None = None,
) -> tuple[ActionRow, ...]:
    """The actions of the papers up to a day, the earliest due first, those without a due date last.

    :param as_of: the day; papers dated later are left out, undated ones are kept.
    :param owner: words of the owner's name, or of the owner as written, in any case.
    :param status: "open" (which includes those of which nothing is said), "complete" or
        "overdue".
    :param board: words of the name of the board that gave it, in any case.
    """
    entries = by(_entries(graph, as_of), "action")
    stated = sources_of(graph, entries)
    records = {
        iri: record
        for iri, record in fold(graph.select(_ACTIONS), "action").items()
        if iri in entries
    }
    rows = [
        _row(records[group[0]], _told(group, entries), _stated(group, stated), as_of)
        for group in same_actions(records, entries)
    ]
    kept = [
        row
        for row in rows
        if _has_status(row, status)
        and _named(owner, (*row.owners, row.owner_as_written))
        and _named(board, (row.board,))
    ]
    return tuple(sorted(kept, key=_order))


def _told(group: Sequence[Iri], entries: Mapping[Iri, list[Record]]) -> list[Record]:
    """What every paper says of one action, in order of day."""
    told = [record for iri in group for record in entries[iri]]
    return sorted(told, key=lambda record: record.day("day") or date.min)


def _stated(group: Sequence[Iri], stated: Mapping[Iri, tuple[Source, ...]]) -> tuple[Source, ...]:
    return tuple(source for iri in group for source in stated.get(iri, ()))


def _entries(graph: KnowledgeGraph, as_of: date) -> list[Record]:
    """What each paper up to a day says of each action, in order of day."""
    records = fold(graph.select(_ENTRIES), "entry").values()
    told = [record for record in records if (record.day("day") or as_of) <= as_of]
    return sorted(told, key=lambda record: record.day("day") or date.min)


def _order(row: ActionRow) -> tuple[date, date, Iri]:
    return row.due or date.max, row.given or date.max, row.iri


def _row(
    record: Record, entries: list[Record], sources: tuple[Source, ...], as_of: date
) -> ActionRow:
    life = tuple(_entry(entry) for entry in entries)
    due = record.day("ruledDue") or _last(entry.due for entry in life)
    status = record.text("ruledStatus") or _last(entry.status for entry in life)
    late = due is not None and status != COMPLETE and due < as_of
    return ActionRow(
        iri=record.key,
        number=record.text("number"),
        text=record.text("text") or "",
        owners=record.texts("ownerName"),
        owner_as_written=_last(entry.assignee_as_written for entry in life),
        due=due,
        due_as_written=_last(entry.due_as_written for entry in life),
        moves=_moves(life, due),
        status=status,
        status_as_written=_last(entry.status_as_written for entry in life),
        days_overdue=(as_of - due).days if late and due else 0,
        update=_last(entry.update for entry in life),
        theme=record.text("theme"),
        arises_from=record.text("originLabel"),
        given=record.day("day"),
        board=record.text("board"),
        last_heard=_last(entry.day for entry in life),
        life=life,
        sources=sources,
    )


def _entry(record: Record) -> Entry:
    return Entry(
        file=record.text("file") or "",
        day=record.day("day"),
        status=COMPLETE if COMPLETE in record.texts("status") else record.text("status"),
        status_as_written=record.text("statusAsWritten"),
        due=max(record.days("due"), default=None),
        due_as_written=record.text("dueAsWritten"),
        previous_due=tuple(sorted(record.days("before"))),
        update=record.text("update"),
        assignee_as_written=record.text("assignee"),
    )


def _moves(life: tuple[Entry, ...], due: date | None) -> tuple[date, ...]:
    """The due dates before the present one, earliest first."""
    told = {day for entry in life for day in (*entry.previous_due, entry.due) if day is not None}
    return tuple(sorted(told - {due}))


def _last(values: Iterable[_Told | None]) -> _Told | None:
    """The last value that is told."""
    told = [value for value in values if value is not None]
    return told[-1] if told else None


def _has_status(row: ActionRow, status: str | None) -> bool:
    if status == OVERDUE:
        return row.overdue
    if status == OPEN:
        return row.status != COMPLETE
    return status is None or row.status == status


def _named(wanted: str | None, names: Iterable[str | None]) -> bool:
    """Whether one of the names has the words wanted in it."""
    return not wanted or any(wanted.casefold() in (name or "").casefold() for name in names)
