"""Every action with its owner, its due date and how that moved, and its status.

An action that several papers tell of has one life with an entry for each of them,
in order of day; what holds on a day is what the last paper up to that day says,
unless a person corrected it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.rdf.papers import PaperDays
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from queries.following.action_life import Life, last
from queries.following.action_rows import COMPLETE, OPEN, OVERDUE, ActionRow, Entry, Joined
from queries.following.told_done import TELLING, told_done
from queries.graphs.fold import Folded, by, fold
from queries.graphs.sources import sources_of
from queries.graphs.terms import iri_list
from queries.texts.wording import bears

_ACTIONS = """
SELECT DISTINCT ?action ?text ?number ?owner ?ownerName ?theme ?origin ?originLabel ?meeting
       ?ruledDue ?ruledStatus {
  #only
  ?action a mb:Action ; mb:text ?text .
  OPTIONAL { ?action mb:number ?number }
  OPTIONAL { ?action mb:assignedTo ?owner . ?owner foaf:name|skos:prefLabel ?ownerName }
  OPTIONAL { ?action mb:planTheme ?theme }
  OPTIONAL {
    ?action mb:arisesFrom ?origin .
    OPTIONAL { ?origin dct:title|mb:text ?originLabel }
    OPTIONAL { ?origin mb:decidedAt|mb:atMeeting|(mb:onItem/mb:atMeeting) ?at }
    BIND(COALESCE(?at, ?origin) AS ?meeting)
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
ORDER BY ?action ?text ?number ?ownerName ?theme ?meeting ?originLabel
"""
_MEETINGS = """
SELECT DISTINCT ?meeting ?day ?board {
  VALUES ?meeting { %s }
  ?meeting dct:date ?day ; mb:heldBy ?held .
  ?held skos:prefLabel ?board
}
ORDER BY ?meeting ?day ?board
"""
_ENTRIES = """
SELECT DISTINCT ?entry ?document ?action ?file ?text ?status ?statusAsWritten ?due ?dueAsWritten
       ?before ?update ?assignee {
  GRAPH ?document {
    #only
    ?form a mb:Action ; mb:text ?text .
    OPTIONAL { ?form mb:actionStatus ?status }
    OPTIONAL { ?form mb:actionStatusAsWritten ?statusAsWritten }
    OPTIONAL { ?form mb:dueDate ?due }
    OPTIONAL { ?form mb:dueAsWritten ?dueAsWritten }
    OPTIONAL { ?form mb:previousDue ?before }
    OPTIONAL { ?form mb:update ?update }
    OPTIONAL { ?form mb:assigneeAsWritten ?assignee }
    ?document mb:fileName ?file .
  }
  OPTIONAL { ?form mb:mergedInto ?whole }
  BIND(COALESCE(?whole, ?form) AS ?action)
  BIND(CONCAT(STR(?document), " ", STR(?action)) AS ?entry)
}
ORDER BY ?file ?document ?action ?text ?status ?due ?before ?update ?assignee
"""
_SAME = """
SELECT DISTINCT ?later ?first ?rule ?confidence ?basis {
  #only
  ?link a mb:Link ; rdf:subject ?later ; rdf:predicate mb:sameActionAs ; rdf:object ?first ;
    mb:rule ?rule ; mb:confidence ?confidence ; mb:basis ?basis .
}
ORDER BY ?later ?first
"""
_FORMS = "SELECT ?form { VALUES ?whole { %s } ?form mb:mergedInto ?whole }"
_FOLLOWED = """
SELECT DISTINCT ?document {
  ?body skos:prefLabel ?board .
  ?meeting mb:heldBy ?body .
  ?action mb:arisesFrom/(mb:atMeeting|mb:decidedAt)? ?meeting ; a mb:Action ;
    mb:statedIn/mb:inDocument ?document .
}
ORDER BY ?document
"""


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which actions are asked for.

    ``owner`` holds words of the owner's name, or of the owner as written, ``board`` of the name
    of the board that gave it, ``theme`` of the theme or of what it arises from, all in any case;
    ``status`` is "open" (which includes those of which nothing is said), "complete" or "overdue".
    """

    owner: str | None = None
    status: str | None = None
    board: str | None = None
    theme: str | None = None

    def keeps(self, row: ActionRow) -> bool:
        """Whether an action is one of those."""
        return (
            _has_status(row, self.status)
            and _named(self.owner, (*row.owners, row.owner_as_written))
            and _named(self.board, (row.board,))
            and _named(self.theme, (row.theme, row.arises_from))
        )


ALL = ActionFilter()
"""Every action."""


def actions(
    graph: KnowledgeGraph,
    as_of: date,
    wanted: ActionFilter = ALL,
    *,
    quoted_only: bool = False,
    only: Collection[str] | None = None,
) -> tuple[ActionRow, ...]:
    """The actions of the papers up to a day, the earliest due first, those without a due date last.

    :param as_of: the day; papers dated later are left out, undated ones are kept.
    :param quoted_only: join only what papers themselves say is one action.
    :param only: IRIs of actions: those lives that have one of them, and none where there is none.
    """
    if only is not None and not only:
        return ()
    rows = _Actions(graph, as_of, quoted_only, only).rows()
    return tuple(sorted(filter(wanted.keeps, rows), key=_order))


class _Actions:
    """What papers up to a day tell of actions, read from the graph once."""

    def __init__(
        self,
        graph: KnowledgeGraph,
        as_of: date,
        quoted_only: bool,
        only: Collection[str] | None = None,
    ) -> None:
        self.graph, self.as_of = graph, as_of
        self.days = PaperDays(graph)
        heads = None if only is None else _heads(graph, only)
        same = graph.select(_among("first", heads, _SAME)).rows
        wanted = None if heads is None else heads | {str(row[0]) for row in same}
        self.records = fold(graph.select(_among("action", wanted, _ACTIONS)), "action")
        given_at = {iri for one in self.records.values() for iri in one.values["meeting"]}
        meetings = graph.select(_MEETINGS % iri_list(sorted(map(str, given_at))))
        self.meetings = fold(meetings, "meeting")
        forms = None if wanted is None else _forms(graph, wanted)
        told = fold(graph.select(_among("form", forms, _ENTRIES)), "entry").values()
        known = by((one for one in told if self._day(one) <= as_of), "action")
        self.entries = {iri: group for iri, group in known.items() if iri in self.records}
        self.sources = sources_of(graph, self.entries)
        self.joined = {
            Iri(later): (Iri(first), Joined(str(rule), float(str(sure)), str(basis)))
            for later, first, rule, sure, basis in same
            if basis == "quoted" or not quoted_only
        }
        telling = _among("action", wanted, TELLING)
        self.told_done = {} if quoted_only else told_done(graph, telling, self.days, as_of)
        self.followed: dict[str, date | None] = {}

    def rows(self) -> Iterator[ActionRow]:
        """One row for each life."""
        lives: dict[Iri, list[Iri]] = {}
        for iri in self.entries:
            first, _ = self.joined.get(iri, (iri, None))
            lives.setdefault(first, []).append(iri)
        for first, group in lives.items():
            yield self._row(first, sorted(group, key=lambda iri: (iri != first, iri)))

    def _day(self, entry: Folded) -> date:
        """The day of the paper; what is of no known day has always been said."""
        return self.days.of(entry.text("document") or "") or date.min

    def _row(self, first: Iri, group: Sequence[Iri]) -> ActionRow:
        life = self._life(first, group)
        due, moves = life.due, life.moves
        told = None if life.done else self.told_done.get(first)
        return ActionRow(
            iri=first,
            number=last(one.text("number") for one in life.records),
            text=life.records[0].text("text") or "",
            owners=_latest(self.records, life.told),
            owner_as_written=last(entry.assignee_as_written for entry in life.entries),
            owners_before=life.owners_before,
            due=due,
            due_as_written=life.timed.due_as_written if life.timed else None,
            moves=moves,
            days_moved=(due - moves[0]).days if due and moves else None,
            status=life.status,
            status_as_written=last(entry.status_as_written for entry in life.entries),
            done=life.done,
            told_done=told,
            days_overdue=0 if told else life.days_late(self.as_of),
            update=last(entry.update for entry in life.entries),
            theme=last(one.text("theme") for one in life.records),
            arises_from=last(one.text("originLabel") for one in reversed(life.records)),
            given=min((day for one in life.given_at if (day := one.day("day"))), default=None),
            board=life.board,
            last_heard=life.heard,
            silent_since=None if told else self._silent_since(life),
            life=life.entries,
            sources=tuple(source for iri in group for source in self.sources.get(iri, ())),
            tellings=tuple(group),
        )

    def _life(self, first: Iri, group: Sequence[Iri]) -> Life:
        told = [(iri, record) for iri in group for record in self.entries[iri]]
        told.sort(key=lambda one: (self._day(one[1]), one[1].text("file") or "", one[0]))
        records = [self.records[iri] for iri in (first, *group) if iri in self.records]
        given_at = [at for one in records if (at := self._given_at(one)) is not None]
        entries = tuple(self._entry(iri, record) for iri, record in told)
        return Life(records, given_at, told, entries)

    def _given_at(self, action: Folded) -> Folded | None:
        """The first meeting that an action arose at, None where no paper tells one."""
        meetings = (self.meetings.get(Iri(iri)) for iri in action.values["meeting"])
        held = (one for one in meetings if one is not None)
        return min(held, key=lambda one: (one.day("day") or date.max, one.key), default=None)

    def _silent_since(self, life: Life) -> date | None:
        """The day of the last paper that speaks of it, where it is not done and later papers
        follow actions of its board.
        """
        heard, latest = life.heard, self._last_followed(life.board)
        if heard is None or latest is None or life.status == COMPLETE:
            return None
        return heard if latest > heard else None

    def _last_followed(self, board: str | None) -> date | None:
        """The day of the last paper that tells of actions of a board, read once for each."""
        if board is None:
            return None
        if board not in self.followed:
            papers = (str(one) for (one,) in self.graph.select(_FOLLOWED, board=board).rows)
            days = (day for paper in papers if (day := self.days.of(paper)) is not None)
            self.followed[board] = max((day for day in days if day <= self.as_of), default=None)
        return self.followed[board]

    def _entry(self, iri: Iri, record: Folded) -> Entry:
        document = record.text("document") or ""
        day = self.days.of(document)
        return Entry(
            file=record.text("file") or "",
            document=document,
            day=day,
            time=f"{day:%B %Y}" if day and self.days.told_by_month(document) else None,
            text=record.text("text") or "",
            status=COMPLETE if COMPLETE in record.texts("status") else record.text("status"),
            status_as_written=record.text("statusAsWritten"),
            due=max(record.days("due"), default=None),
            due_as_written=record.text("dueAsWritten"),
            previous_due=tuple(sorted(record.days("before"))),
            update=record.text("update"),
            assignee_as_written=record.text("assignee"),
            joined=self.joined.get(iri, (iri, None))[1],
        )


def _heads(graph: KnowledgeGraph, only: Collection[str]) -> set[str]:
    """The actions that are first of the lives to which some belong."""
    first = {str(row[0]): str(row[1]) for row in graph.select(_among("later", only, _SAME)).rows}
    return {first.get(iri, iri) for iri in only}


def _forms(graph: KnowledgeGraph, wanted: Collection[str]) -> set[str]:
    """Actions, and the forms in which papers tell them."""
    rows = graph.select(_FORMS % iri_list(sorted(wanted))).rows
    return {*wanted, *(str(form) for (form,) in rows)}


def _among(name: str, iris: Collection[str] | None, query: str) -> str:
    """A query whose variable is one of some IRIs, where there are any given."""
    if iris is None:
        return query
    return query.replace("#only", f"VALUES ?{name} {{ {iri_list(sorted(iris))} }}", 1)


def _latest(records: Mapping[Iri, Folded], told: Sequence[tuple[Iri, Folded]]) -> tuple[str, ...]:
    """The owners that the last telling with owners names."""
    named = [records[iri].texts("ownerName") for iri, _ in told if iri in records]
    return next((owners for owners in reversed(named) if owners), ())


def _order(row: ActionRow) -> tuple[date, date, Iri]:
    return row.due or date.max, row.given or date.max, row.iri


def _has_status(row: ActionRow, status: str | None) -> bool:
    if status == OVERDUE:
        return row.overdue
    if status == OPEN:
        return row.status != COMPLETE
    return status is None or row.status == status


def _named(wanted: str | None, names: Iterable[str | None]) -> bool:
    """Whether one of the names has the words wanted in it."""
    return any(bears(name, wanted) for name in names)
