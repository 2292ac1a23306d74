"""How actions stood in the logs of a time: later papers tell it otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from queries.actions import actions
from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.answering.business.assigning import (
    MOST,
    as_actions,
    in_scope,
    of_state,
    on_subject,
)
from queries.following.action_index import actions_told_in, papers_in_times
from queries.following.action_rows import ActionRow
from queries.texts.wording import says
from queries.understanding.periods import in_time


def by_log(asking: Asking) -> Found | None:
    """The actions in the logs of the time asked about, on what is asked and in the state that is
    named, as they stood there; None where no log is asked of.
    """
    if not (asking.question.periods and says(asking.question.text, "on_log")):
        return None
    rows = list(_then(asking))
    told = of_state(asking, on_subject(asking, rows, owned=False))
    return as_actions(asking, told) if 0 < len(told) <= MOST else None


def _then(asking: Asking) -> Iterator[ActionRow]:
    """The actions that papers of the time tell the state of, as they do."""
    papers = set(papers_in_times(asking.graph, asking.question.periods))
    held = actions_told_in(
        asking.graph, papers if asking.papers is None else papers & asking.papers
    )
    for row in actions(asking.graph, date.max, only=held):
        told = [
            one
            for one in row.life
            if in_time(one.day, asking.question.periods) and one.status_as_written
        ]
        if told and in_scope(asking, row):
            last = told[-1]
            yield replace(
                row,
                status=last.status,
                status_as_written=last.status_as_written,
                due=last.due or row.due,
                due_as_written=last.due_as_written or row.due_as_written,
                sources=tuple(one for one in row.sources if one.file in {e.file for e in told}),
            )
