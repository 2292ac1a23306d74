"""Who belonged to a body, or came, at each of two times."""

from dataclasses import replace

from kg.store.graph import KnowledgeGraph
from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking
from queries.answering.structured import told_by
from queries.graphs.terms import iri_list
from queries.retrieval.evidence import wanted
from queries.retrieval.statements import match, spans
from queries.texts.wording import says
from queries.understanding.periods import Period

_KINDS = ("Membership", "Attendance")
"""The facts that tell that somebody belonged to a body or came."""
TIMES = 2
_ABSENT = frozenset({"apologies", "absent"})
_PEOPLE = """SELECT DISTINCT ?fact ?person
WHERE { VALUES ?fact { %s } ?fact org:member|mb:person ?person }
ORDER BY ?fact ?person"""


def by_both(asking: Asking) -> Found | Missing | None:
    """The people whom papers have at both times named; None where that is not asked."""
    periods = [one for one in asking.question.periods if one.bounded]
    if len(periods) != TIMES or not says(asking.question.text, "in_both"):
        return None
    sides = [_people(asking.graph, _facts(asking, one)) for one in periods]
    if not all(sides):
        return None
    both = [person for person in sides[0] if person in sides[1]]
    facts = [fact for person in both for side in sides for fact in side[person]]
    return told_by(asking, facts, "role") or Missing("The papers name nobody at both times.")


def _facts(asking: Asking, period: Period) -> list[str]:
    """The facts that have somebody in a body, or present, at a time."""
    asked = replace(asking.question, periods=(period,), subject=(), way="role")
    found = (
        one.statement
        for kind in _KINDS
        for one in match(
            asking.searcher.library.facts, asked, wanted(asked, kind, spans(asked)), 1.0
        )
    )
    return [one.iri for one in found if asking.asked_of(one) and _ABSENT.isdisjoint(one.traits)]


def _people(graph: KnowledgeGraph, facts: list[str]) -> dict[str, list[str]]:
    """The facts by the person (IRI) that each is of."""
    people: dict[str, list[str]] = {}
    for fact, person in graph.select(_PEOPLE % iri_list(facts)).rows:
        people.setdefault(str(person), []).append(str(fact))
    return people
