"""Who belonged to a body, or came, at each of two times, or at one and not the other."""

from collections.abc import Sequence
from dataclasses import replace

from kg.store.graph import KnowledgeGraph
from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking
from queries.answering.refusing.coverage import not_held
from queries.answering.structured import told_by
from queries.graphs.terms import iri_list
from queries.retrieval.evidence import wanted
from queries.retrieval.statements import day_spans, match
from queries.texts.wording import first_said, says
from queries.understanding.periods import Period, times_in

_KINDS = ("Membership", "Attendance")
"""The facts that tell that somebody belonged to a body or came."""
TIMES = 2
_ABSENT = frozenset({"apologies", "absent"})
_VISITING = frozenset({"in attendance"})
"""The status of those who come without belonging to a body."""
_PEOPLE = """SELECT DISTINCT ?fact ?person
WHERE { VALUES ?fact { %s } ?fact org:member|mb:person ?person }
ORDER BY ?fact ?person"""


def by_both(asking: Asking) -> Found | Missing | None:
    """The people whom papers have at both times named, or at one and not the other, or that no
    paper tells of one of the times; None where that is not asked, or of neither.
    """
    text = asking.question.text
    periods = [one for one in times_in(text) if one.bounded]
    how = first_said(text, "at_two_times")
    if len(periods) != TIMES or how is None:
        return None
    kinds = _KINDS[:1] if says(text, "of_membership") else _KINDS
    kinds = _KINDS[1:] if says(text, "coming") else kinds
    first, last = (_people(asking.graph, _facts(asking, one, kinds)) for one in periods)
    if not first and not last:
        return None
    if not first or not last:
        return _without_list(asking, periods[1] if first else periods[0])
    sides = {"joined": (last, first), "left": (first, last), "both": (first, last)}[how]
    people = [one for one in sides[0] if (one in sides[1]) == (how == "both")]
    facts = [fact for person in people for side in sides for fact in side.get(person, ())]
    way = "attendance" if says(text, "coming") else "role"
    return told_by(asking, facts, way) or Missing("The papers name nobody of whom that is so.")


def _without_list(asking: Asking, period: Period) -> Missing:
    """That no paper held tells who belonged to the body, or came, at one of the two times."""
    then = replace(asking, question=replace(asking.question, periods=(period,)))
    written = asking.question.text[period.begin : period.end]
    return not_held(then) or Missing(f"No paper held tells who was there in {written}.")


def _facts(asking: Asking, period: Period, kinds: Sequence[str]) -> list[str]:
    """The facts of some kinds that have somebody in a body, or present, at a time."""
    asked = replace(asking.question, periods=(period,), subject=(), way="role")
    found = (
        one.statement
        for kind in kinds
        for one in match(
            asking.searcher.library.facts, asked, wanted(asked, kind, day_spans(asked)), 1.0
        )
    )
    other = _ABSENT if kinds == _KINDS[1:] else _ABSENT | _VISITING
    return [one.iri for one in found if asking.asked_of(one) and other.isdisjoint(one.traits)]


def _people(graph: KnowledgeGraph, facts: list[str]) -> dict[str, list[str]]:
    """The facts by the person (IRI) that each is of."""
    people: dict[str, list[str]] = {}
    for fact, person in graph.select(_PEOPLE % iri_list(facts)).rows:
        people.setdefault(str(person), []).append(str(fact))
    return people
