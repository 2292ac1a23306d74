"""Which actions slipped or changed hands, and what of an action changed from paper to paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from queries.actions import actions
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking, without_stems
from queries.answering.business.action_states import by_action
from queries.answering.business.assigning import in_scope, on_subject
from queries.answering.business.planned import planned
from queries.following.action_index import actions_told_in
from queries.following.action_life import is_move
from queries.following.action_rows import COMPLETE, ActionRow, Entry
from queries.graphs.terms import iri_list
from queries.texts.wording import says, stems_of
from queries.understanding.periods import in_time

MOST = 12
"""The most actions that are told."""
_MOVED = """SELECT DISTINCT ?action ?text ?owner ?due ?paragraph
WHERE {
  VALUES ?action { %s }
  ?action a mb:Action ; mb:text ?text .
  OPTIONAL { ?action mb:assigneeAsWritten ?owner }
  OPTIONAL { ?action mb:dueAsWritten ?due }
  OPTIONAL { ?action mb:statedIn ?paragraph }
}
ORDER BY ?action ?text ?owner ?due ?paragraph"""


@dataclass(frozen=True, slots=True)
class Move:
    """An action, and what it was moved from and to, in a paper."""

    row: ActionRow
    change: str
    file: str


def by_moved(asking: Asking) -> Found | Missing | None:
    """The actions whose due date, or whose owner, moved in papers of the time asked of, or that
    none did; None where that is not asked.
    """
    text = asking.question.text
    if not says(text, "moved", "due") and not says(text, "moved", "owner"):
        return None
    told = [move for row in _rows(asking) for move in _moves(asking, row)]
    if not told:
        none = Missing("No paper asked of tells of an action that moved so.")
        return none if says(text, "several") else None
    return Found(
        answer="\n".join(f"{one.row.text} ({one.change})" for one in told[:MOST]),
        values=tuple(dict.fromkeys(one.row.text for one in told[:MOST])),
        quotes=[quote for one in told[:MOST] for quote in _quotes(one)],
        sparql=_MOVED % iri_list(sorted({iri for one in told for iri in one.row.tellings})),
        note=f"The first {MOST} of {len(told)}." if len(told) > MOST else None,
    )


def by_action_changed(asking: Asking) -> Found | None:
    """How an action stood from paper to paper, where it is asked what of it changed."""
    if not says(asking.question.text, "moved", "of_action"):
        return None
    return by_action(replace(asking, question=replace(asking.question, way="status")))


def _rows(asking: Asking) -> Sequence[ActionRow]:
    """The actions of the papers, the plan and the subject asked about."""
    asking = without_stems(asking, stems_of("questions", "asking", "moved"))
    plan = planned(asking)
    only = plan or (asking.papers and actions_told_in(asking.graph, asking.papers))
    rows = actions(asking.graph, date.max, only=only)
    held = [row for row in rows if in_scope(asking, row)]
    return held if plan else on_subject(asking, held, owned=False)


def _moves(asking: Asking, row: ActionRow) -> Iterator[Move]:
    """How an action moved in papers of the time asked of, from each paper to the next."""
    periods = asking.question.periods
    of_owner = says(asking.question.text, "moved", "owner")
    first = row.life[0]
    if not of_owner and first.previous_due and first.due_as_written and in_time(first.day, periods):
        yield Move(row, first.due_as_written, first.file)
    for before, after in pairwise(row.life):
        change = _owners(row, before, after) if of_owner else _due(before, after)
        if change and in_time(after.day, periods):
            yield Move(row, change, after.file)


def _due(before: Entry, after: Entry) -> str | None:
    """From when to when an action that is not done was moved: to a later day, or to none."""
    if (
        after.status == COMPLETE
        or before.due is None
        or not before.due_as_written
        or not after.due_as_written
    ):
        return None
    later = after.due is None or (after.due > before.due and is_move(before.due, after.due))
    return f"{before.due_as_written} to {after.due_as_written}" if later else None


def _owners(row: ActionRow, before: Entry, after: Entry) -> str | None:
    """From whom to whom an action was passed, who are not the same one in short."""
    one, other = before.assignee_as_written, after.assignee_as_written
    passed = one in row.owners_before and other is not None and other not in row.owners_before
    return f"{one} to {other}" if passed else None


def _quotes(move: Move) -> list[Quote]:
    """Where the paper that moved an action tells of it."""
    return [Quote(one.paragraph, one.quote) for one in move.row.sources if one.file == move.file]
