"""Every recommendation with what became of it: the tracker that officers keep by hand.

A row goes from the recommendation to the decision taken on it, the actions that
arose, and the latest paper that tells of it. Whether a paper says that a decision
answers a recommendation, or reading suggests it, is kept with the decision.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri, Value
from queries.actions import actions
from queries.following.action_rows import COMPLETE, ActionRow
from queries.following.answered import (
    RESPONSES,
    Asked,
    answered,
    tells_only,
)
from queries.following.ledger_rows import INFERRED, QUOTED, UNKNOWN, Heard, LedgerRow, Taken
from queries.graphs.fold import Folded, by, fold
from queries.graphs.sources import sources_of, text_of
from queries.texts.wording import bears, content_stems, small_stems

IN_PROGRESS, ANSWERED = "in progress", "answered"

_NOT_ITS_OWN = frozenset({RESPONSES, "asked-again/1", "names-recommendation/1"})
"""The rules by which a decision answers also what it was not taken on alone."""

_CLOSING = frozenset({"noted", "rejected", "withdrawn", ANSWERED, COMPLETE})
"""The states after which nothing more is owed."""

_IN_COMMON = 2
"""How many telling words an action and a recommendation share that speak of the same."""
_RECOMMENDATIONS = """
SELECT DISTINCT ?recommendation ?text ?kind ?number ?response ?madeBy ?addressedTo ?origin
       ?originTitle ?theme ?officer ?item ?itemNumber ?meeting ?meetingDay ?board ?paperDay {
  ?recommendation a mb:Recommendation ; mb:text ?text ; mb:statedIn/mb:inDocument ?document .
  OPTIONAL { ?recommendation mb:kind ?kind }
  OPTIONAL { ?recommendation mb:number ?number }
  OPTIONAL { ?recommendation mb:response ?response }
  OPTIONAL { ?recommendation mb:madeBy/skos:prefLabel ?madeBy }
  OPTIONAL { ?recommendation mb:addressedTo/skos:prefLabel ?addressedTo }
  OPTIONAL {
    ?recommendation mb:madeIn ?origin .
    ?origin dct:title ?originTitle .
    OPTIONAL { ?origin mb:planTheme ?theme }
    OPTIONAL { ?origin mb:contactOfficer/foaf:name ?officer }
  }
  OPTIONAL {
    ?recommendation mb:onItem|(mb:madeIn/mb:onItem) ?item .
    OPTIONAL { ?item mb:itemNumber ?itemNumber }
  }
  OPTIONAL {
    ?recommendation (mb:ofMeeting|(mb:madeIn/mb:onItem/mb:atMeeting)
                     |(mb:statedIn/mb:inDocument/mb:ofMeeting)) ?meeting .
    ?meeting dct:date ?meetingDay ; mb:heldBy/skos:prefLabel ?board
  }
  OPTIONAL { ?document dct:date ?paperDay }
}
ORDER BY ?recommendation ?meetingDay ?paperDay ?originTitle ?number ?madeBy ?addressedTo ?officer
         ?response ?board ?theme
"""
_DECISIONS = """
SELECT DISTINCT ?decision ?text ?verb ?outcome ?meeting ?day ?recommendation {
  ?decision a mb:Decision ; mb:text ?text ; mb:decidedAt ?meeting .
  ?meeting dct:date ?day .
  OPTIONAL { ?decision mb:verb ?verb }
  OPTIONAL { ?decision mb:outcome ?outcome }
  OPTIONAL { ?decision mb:decidesOn ?recommendation }
}
ORDER BY ?day ?decision ?text ?outcome ?verb ?recommendation
"""
_LINKS = """
SELECT DISTINCT ?decision ?recommendation ?basis ?confidence ?rule {
  ?link a mb:Link ; rdf:subject ?decision ; rdf:predicate mb:decidesOn ; mb:basis ?basis ;
    rdf:object ?recommendation .
  OPTIONAL { ?link mb:confidence ?confidence }
  OPTIONAL { ?link mb:rule ?rule }
}
ORDER BY ?decision ?recommendation ?basis ?confidence ?rule
"""
_ARISING = """
SELECT DISTINCT ?action ?source {
  ?telling a mb:Action ; mb:arisesFrom ?source .
  OPTIONAL { ?telling mb:sameActionAs ?first }
  BIND(COALESCE(?first, ?telling) AS ?action)
}
ORDER BY ?action ?source
"""
_MINUTED = """
SELECT DISTINCT ?meeting { ?document mb:ofMeeting ?meeting ; mb:kind "minutes" }
ORDER BY ?meeting
"""
_LATER = """
SELECT DISTINCT ?recommendation ?day ?kind ?label ?basis {
  ?matter mb:step ?first, ?step .
  ?first mb:concerns ?recommendation .
  ?recommendation a mb:Recommendation .
  ?step dct:date ?day ; mb:stepKind ?kind ; mb:concerns ?concerned .
  FILTER(?concerned != ?recommendation)
  FILTER(?kind IN ("reported", "progressed", "completed", "published"))
  OPTIONAL { ?step mb:basis ?basis }
  OPTIONAL { ?concerned dct:title|mb:text ?label }
}
ORDER BY ?recommendation ?day ?kind ?label ?basis
"""
_NAMING = """
SELECT DISTINCT ?recommendation ?day ("reported" AS ?kind) ?label ?basis {
  ?paragraph mb:refersTo ?item ; mb:text ?label ; mb:ofMeeting/dct:date ?day .
  ?decision mb:onItem ?item ; mb:decidesOn ?recommendation ; mb:decidedAt/dct:date ?decided .
  FILTER(?day > ?decided)
  OPTIONAL {
    ?link rdf:subject ?decision ; rdf:predicate mb:decidesOn ; rdf:object ?recommendation ;
      mb:basis ?basis
  }
}
ORDER BY ?recommendation ?day ?label ?basis
"""


def ledger(
    graph: KnowledgeGraph,
    as_of: date,
    kind: str | None = None,
    board: str | None = None,
    quoted_only: bool = False,
) -> tuple[LedgerRow, ...]:
    """Every recommendation made up to a day, in order of day, item and number.

    :param as_of: the day; what papers dated later say is left out.
    :param kind: "board" or "external"; both when None.
    :param board: words of the name of the board, in any case.
    :param quoted_only: leave out decisions and reports that are only taken to answer it.
    """
    return _Ledger(graph, as_of, quoted_only).rows(kind, board)


class _Ledger:
    """The parts of the ledger, read from the graph once."""

    def __init__(self, graph: KnowledgeGraph, as_of: date, quoted_only: bool) -> None:
        self.as_of = as_of
        self.quoted_only = quoted_only
        self.recommendations = fold(graph.select(_RECOMMENDATIONS), "recommendation")
        decisions = [
            decision
            for decision in fold(graph.select(_DECISIONS), "decision").values()
            if (decision.day("day") or date.max) <= as_of
        ]
        self.deciding = by(decisions, "recommendation")
        self.bases = {(row[0], row[1]): row[2:] for row in graph.select(_LINKS).rows}
        self.actions = {row.iri: row for row in actions(graph, as_of, quoted_only=quoted_only)}
        self.arising = by(fold(graph.select(_ARISING), "action").values(), "source")
        self.minuted = {meeting for (meeting,) in graph.select(_MINUTED).rows}
        self.minuted |= {meeting for one in decisions for meeting in one.values["meeting"]}
        self.later: dict[Iri, list[Heard]] = {}
        for iri, heard in self._heard(graph):
            self.later.setdefault(iri, []).append(heard)
        stated = [*self.recommendations, *(one.key for one in decisions)]
        self.sources = sources_of(graph, stated)

    def _heard(self, graph: KnowledgeGraph) -> Iterator[tuple[Iri, Heard]]:
        """What later papers tell of recommendations: as steps of their matters, or where they name
        the minute of the decision.

        A report of a matter tells of each; of the actions of a matter and of what names a minute,
        which may hold several decisions, that which speaks of the same.
        """
        for query, of_all in ((_LATER, "reported"), (_NAMING, None)):
            for iri, day, told, label, basis in graph.select(query).rows:
                if not isinstance(day, date) or day > self.as_of:
                    continue
                kept = not (basis == INFERRED and self.quoted_only)
                if kept and (told == of_all or self._of(iri, label)):
                    yield Iri(str(iri)), Heard(day, str(told), text_of(label), str(basis or QUOTED))

    def _of(self, recommendation: Value, label: Value) -> bool:
        """Whether words speak of the same as a recommendation."""
        asked = self.recommendations[Iri(recommendation)].text("text") or ""
        shared = set(content_stems(asked)) & set(content_stems(str(label or "")))
        return sum(stem.isalpha() for stem in shared - small_stems()) >= _IN_COMMON

    def rows(self, kind: str | None, board: str | None) -> tuple[LedgerRow, ...]:
        """The rows of one kind and board, in order."""
        made = [
            self._row(record)
            for record in self.recommendations.values()
            if (_day(record) or self.as_of) <= self.as_of
            and kind in (None, record.text("kind"))
            and bears(record.text("board"), board)
        ]
        return tuple(sorted(made, key=lambda row: (row.day or date.max, row.natural, row.iri)))

    def _row(self, record: Folded) -> LedgerRow:
        decisions = self._decisions(record)
        decision = decisions[-1] if decisions else None
        arisen = self._arisen(record, decisions)
        status = self._status(record, decision)
        latest = self._latest(record, decision, arisen, status)
        day = _day(record)
        closed = status in _CLOSING
        return LedgerRow(
            reference=_reference(record),
            iri=record.key,
            kind=record.text("kind"),
            number=Asked.of(record).number,
            origin=record.text("originTitle"),
            day=day,
            board=record.text("board"),
            area=record.text("theme"),
            made_by=record.texts("madeBy"),
            addressed_to=record.texts("addressedTo"),
            text=record.text("text") or "",
            response=record.text("response"),
            decision=decision,
            decisions=decisions,
            actions=arisen,
            lead_officers=record.texts("officer"),
            latest=latest,
            status=status,
            days_open=(self.as_of - day).days if day and not closed else None,
            never_reported_back=not closed and latest is None,
            sources=self.sources.get(record.key, ()),
        )

    def _decisions(self, record: Folded) -> tuple[Taken, ...]:
        """The decisions on it in order of day, of one day the surest last."""
        taken = [self._taken(record, one) for one in self.deciding.get(record.key, [])]
        kept = [one for one in taken if one.basis == QUOTED or not self.quoted_only]
        return tuple(sorted(kept, key=lambda one: (one.date, one.confidence, one.iri)))

    def _taken(self, record: Folded, decision: Folded) -> Taken:
        basis, confidence, rule = self.bases.get((decision.key, record.key), (QUOTED, 1, None))
        decided, rule = decision.text("text") or "", text_of(rule)
        result = answered(Asked.of(record), decided, decision.text("outcome"), rule)
        return Taken(
            iri=decision.key,
            text=decided,
            verb=decision.text("verb"),
            outcome=result.outcome,
            date=decision.days("day")[0],
            basis=str(basis),
            confidence=float(str(confidence)),
            answer=result.how,
            reworded=result.reworded,
            rule=rule,
        )

    def _arisen(self, record: Folded, decisions: Sequence[Taken]) -> tuple[ActionRow, ...]:
        """The actions that arise from the decisions on it, or name it.

        What arises from a decision on the same thing asked again belongs there; where a
        decision takes the responses to what others recommend, its actions are not of each.
        """
        own = [one.iri for one in decisions if one.rule not in _NOT_ITS_OWN]
        return self._from([record.key, *own])

    def _from(self, origins: Iterable[Iri]) -> tuple[ActionRow, ...]:
        found = {one.key for origin in origins for one in self.arising.get(origin, [])}
        return tuple(self.actions[iri] for iri in sorted(found) if iri in self.actions)

    def _carried_out(self, record: Folded, decision: Taken) -> str | None:
        """How far the actions have come that follow the decision that counts, None without any.

        Actions given before it, and those that only the paper names which asks for it, say
        nothing of that. To have told somebody of it is not to have carried it out.
        """
        own = () if decision.rule == RESPONSES else (decision.iri,)
        asking = {one.file for one in self.sources.get(record.key, ())}
        asking -= {one.file for one in self.sources.get(decision.iri, ())}
        following = [
            row
            for row in self._from((record.key, *own))
            if (row.given is None or row.given >= decision.date)
            and not {entry.file for entry in row.life} <= asking
        ]
        if any(row.status != COMPLETE for row in following):
            return IN_PROGRESS
        said = f"{record.text('text')} {decision.text}"
        done = any(not tells_only(row.text, row.owner_as_written, said) for row in following)
        return COMPLETE if done else None

    def _latest(
        self, record: Folded, decision: Taken | None, arisen: tuple[ActionRow, ...], status: str
    ) -> Heard | None:
        """The last that is heard of it after it was decided, or made; what papers tell of its own
        actions before all else of that day.
        """
        since = decision.date if decision else _day(record)
        own = {one for row in arisen for one in _heard_of(row, status)}
        heard = (*self.later.get(record.key, ()), *own)
        after = [one for one in heard if since is None or one.date > since]
        return max(
            after, key=lambda one: (one.date, one.kind, one in own, one.label or ""), default=None
        )

    def _status(self, record: Folded, decision: Taken | None) -> str:
        if decision is not None:
            outcome = decision.outcome or "decided"
            if outcome in _CLOSING:
                return outcome
            return self._carried_out(record, decision) or outcome
        if record.text("response") is not None:
            return ANSWERED
        if record.text("kind") == "external":
            return "no response held"
        return "not decided" if record.iri("meeting") in self.minuted else UNKNOWN


def _heard_of(row: ActionRow, status: str) -> Iterator[Heard]:
    """What papers of a known day tell of an action, each in its words for how it stands; that it
    is done completes only what is complete by it.
    """
    for entry in row.life:
        if entry.day is not None:
            done = COMPLETE == status == entry.status
            said = entry.update or entry.status_as_written or row.text
            yield Heard(entry.day, "completed" if done else "progressed", said, QUOTED)


def _day(record: Folded) -> date | None:
    """The day of the meeting it was put to, else of the paper that makes it."""
    return record.day("meetingDay") or record.day("paperDay")


def _reference(record: Folded) -> str:
    """Day, item and number as far as they are known: "2021-03-03 item 4 (1)"; what others
    recommend, which an item has beside what its report asks, is "(recommendation 1)".
    """
    day, item, number = _day(record), record.text("itemNumber"), Asked.of(record).number
    if number and record.text("kind") == "external":
        number = f"recommendation {number}"
    parts = (
        day.isoformat() if day else "undated",
        f"item {item}" if item else "",
        f"({number})" if number else "",
    )
    return " ".join(part for part in parts if part)
