"""Decisions: what was decided, and yes or no where it is asked whether it was."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.rdf import terms as t
from kg.store.graph import Value
from kg.tables.load import table
from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking, with_titles
from queries.answering.passages import Told, telling
from queries.answering.responding import by_outcome
from queries.answering.structured import by_facts, told_by
from queries.periods import times_in
from queries.wording import says

SPOKE = 0.5
"""The least share of the subject that a passage must hold to settle the matter asked about."""
SPOKEN = 0.6
"""The least share of the subject, by weight, that a passage must hold to tell of a decision."""
LIKELY = 0.4
"""The least closeness (`Asking.closeness_to_facts`) of such a passage."""
_AGREED = "agreed"
_SAME = {"agreed with changes": _AGREED}
"""Outcomes that count as another one."""
_AGAINST = frozenset({"rejected", "deferred", "withdrawn", "referred"})
"""Outcomes by which a thing is not agreed."""


def by_decision(asking: Asking) -> Found | Missing | None:
    """The decisions asked for, with yes or no where that is asked; None where none fits."""
    found = by_outcome(asking) or by_facts(asking)
    if not asking.question.whether:
        return found or unsettled(asking)
    if found is not None:
        return _with_verdict(asking, found)
    spoken = asking.covered >= SPOKEN and asking.closeness_to_facts >= LIKELY
    return None if spoken else Missing("No paper held tells of a decision on it.")


def unsettled(asking: Asking) -> Missing | None:
    """That no passage which speaks of the matter settles it, or recommends anything where that is
    asked; None where one does, or where more is asked for than what was decided.
    """
    if asking.question.expects is not None or not asking.question.subject:
        return None
    if any(_settles(asking, one) for one in telling(asking)):
        return None
    return Missing(f"The papers held tell of no {asking.question.way} on it.")


def _settles(asking: Asking, told: Told) -> bool:
    """Whether a passage settles the matter asked about, at the time asked of or speaking of it."""
    place, question = told.hit.place, asking.question
    day = place.meeting.date if place.meeting else None
    text = told.text.casefold()
    timely = not question.periods or any(
        (day is not None and span.holds(day))
        or question.text[span.begin : span.end].casefold() in text
        for span in question.periods
    )
    spoken = asking.share(with_titles(place)) >= SPOKE
    return timely and spoken and says(told.text, "settles", question.way)


def _with_verdict(asking: Asking, found: Found) -> Found:
    """An answer with yes or no before it, and the decisions that say so first."""
    texts = asking.graph.values_of(found.facts, t.TEXT)
    dated = _of_days(asking.question.text, found.facts, texts)
    outcomes = {
        iri: _outcome(str(outcome), str(texts.get(iri, "")), asking.question.text)
        for iri, outcome in asking.graph.values_of(dated, t.OUTCOME).items()
    }
    asked = _asked(asking.question.text)
    against = _AGAINST if asked == _AGREED else {_AGREED}
    yes = [iri for iri in dated if outcomes.get(iri) == asked]
    no = [iri for iri in dated if outcomes.get(iri) in against]
    first = yes or no
    if not first:
        return found
    told = told_by(asking, sorted(found.facts, key=lambda iri: iri not in first), "decision")
    said = table("questions")["verdicts"]["yes" if yes else "no"]
    return found if told is None else replace(told, answer=f"{said}: {told.answer}")


def _of_days(question: str, facts: Sequence[str], texts: Mapping[str, Value]) -> Sequence[str]:
    """The decisions that write a day of the question, as on minutes of a day; else all."""
    asked = {one.first for one in times_in(question) if one.days == 1}
    held = [
        iri
        for iri in facts
        if asked & {one.first for one in times_in(str(texts.get(iri, ""))) if one.days == 1}
    ]
    return held or facts


def _asked(text: str) -> str:
    """The outcome that a question asks after, agreement where it names no other."""
    named = table("questions")["asked_outcomes"]
    return next((name for name in named if says(text, "asked_outcomes", name)), _AGREED)


def _outcome(outcome: str, decided: str, question: str) -> str:
    """The outcome of a decision on what is asked: to agree that it be not done is to reject it, and
    that it be brought back is to defer it.
    """
    whole = _SAME.get(outcome, outcome)
    if whole == _AGREED and _puts_off(decided) and not says(question, "put_off"):
        return "deferred"
    denied = says(decided, "denied") and not says(question, "denied")
    return "rejected" if denied and whole == _AGREED else whole


def _puts_off(decided: str) -> bool:
    """Whether a decision only brings the matter to another meeting."""
    return says(decided, "put_off") and not says(decided, "agreed_now")
