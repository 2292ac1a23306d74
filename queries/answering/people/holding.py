"""Whether somebody held an office ("Did Ada Quill chair the meeting?"): yes, or who did instead."""

from dataclasses import replace

from kg.tables.load import table
from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.answering.structured import told_by
from queries.retrieval.evidence import wanted
from queries.retrieval.statements import day_spans, match
from queries.understanding.question import Question

MOST = 8
"""The most facts that are told."""
_KINDS = ("Membership", "Attendance")


def by_office_held(asking: Asking) -> Found | None:
    """Yes where a paper has the person in the office, no where it has another in it on the day
    asked of; None where neither is told, or where that is not asked.
    """
    question = asking.question
    if not (question.whether and question.named("Person") and _offices(question)):
        return None
    own = _told(asking, question)
    if own is not None:
        return replace(own, answer=f"{table('questions')['verdicts']['yes']}: {own.answer}")
    dated = any(one.days == 1 for one in question.periods)
    others = tuple(one for one in question.mentions if one.kind != "Person")
    other = _told(asking, replace(question, mentions=others)) if dated else None
    no = table("questions")["verdicts"]["open"]
    return other and replace(other, answer=f"{no}: {other.answer}")


def by_holding(asking: Asking) -> Found | None:
    """Who had an office at the meetings of a body that is named; None where none is."""
    question = asking.question
    named = question.named("Board") and _offices(question) and not question.named("Person")
    return _told(asking, question) if named else None


def _offices(question: Question) -> tuple[str, ...]:
    """The capacities named that not everybody has."""
    return tuple(one for one in question.capacities if one != "member")


def _told(asking: Asking, question: Question) -> Found | None:
    """The facts that have what a question names of people and offices, whatever else it says."""
    bare = replace(question, subject=(), way="role")
    for kind in _KINDS:
        sought = wanted(bare, kind, day_spans(bare))
        found = match(asking.searcher.library.facts, bare, sought, 0.0)
        facts = [one.statement.iri for one in found if asking.asked_of(one.statement)]
        told = told_by(asking, facts[:MOST], "role")
        if told is not None:
            return told
    return None
