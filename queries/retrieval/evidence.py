"""The facts that a question is after, and the paragraphs that state them.

Structure decides here: the way of asking names the class of fact, and what the
question says of day, status, capacity and party narrows the facts exactly; only
what is left of the question, its subject, is matched against words.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from embeddings.facts import FactIndex, Wanted
from kg.tables.load import table
from queries.retrieval.statements import Match, day_spans, match
from queries.texts.wording import says
from queries.understanding.question import Question

_OF_PEOPLE = frozenset({"Attendance", "Membership"})
_GENERAL = ("member",)
"""Capacities that everybody has, so that they ask nothing."""
_OVER_TIME = frozenset({"change"})
"""The ways whose dates frame what is told rather than narrow it."""
STATUSES = {
    "attendance": ("present", "in attendance"),
    "apologies": ("apologies",),
    "absence": ("absent", "apologies"),
}
"""The statuses of attendance that a way of asking is after."""
LEAST = 0.34
"""The least share of the subject that a fact must speak of."""
NEAR = 0.6
"""Facts are kept down to this part of the share of the best one."""


def facts_wanted(facts: FactIndex, question: Question) -> list[Match]:
    """The facts that the question is after, best first, ties by IRI."""
    for kind in table("questions")["wanted"].get(question.way, ()):
        dated = () if question.way in _OVER_TIME else day_spans(question)
        found = match(facts, question, wanted(question, kind, dated), LEAST)
        found = [one for one in found if not question.excepts(one.statement.words)]
        if found:
            least = max(LEAST, NEAR * found[0].share)
            return [one for one in found if one.share >= least]
    return []


def wanted(question: Question, kind: str, dated: tuple[tuple[date, date], ...] = ()) -> Wanted:
    """The facts of a class that have what the question names, tied to one of some spans of days."""
    return Wanted(kind, tuple(_asked(question, kind)), dated)


def evidence(facts: FactIndex, question: Question) -> list[str]:
    """The paragraphs that state what the question is after: the best match first,
    then those that state most, ties by IRI.
    """
    shares: dict[str, float] = {}
    counts: dict[str, int] = {}
    for found in facts_wanted(facts, question):
        for paragraph in found.statement.paragraphs:
            shares[paragraph] = max(shares.get(paragraph, 0.0), found.share)
            counts[paragraph] = counts.get(paragraph, 0) + 1
    return sorted(shares, key=lambda one: (-shares[one], -counts[one], one))


def _asked(question: Question, kind: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The people, and the status, capacity or party, that a fact of a class must be of or have."""
    people = [mention.labels for mention in question.mentions if mention.kind == "Person"]
    forms = tuple(dict.fromkeys(label for labels in people for label in labels))
    if kind == "Substitute" and people:
        yield "about", forms
    if kind not in _OF_PEOPLE:
        return
    if people:
        yield "words", forms
    elif kind == "Attendance" and question.way in STATUSES:
        of_members = says(question.text, "members")
        came = question.way == "attendance" and of_members
        visiting = question.way == "attendance" and says(question.text, "visiting")
        only = ("in attendance",) if visiting else ("present",) if came else None
        yield "trait", only or STATUSES[question.way]
    capacities = () if says(question.text, "members_and") else question.capacities
    for named in (capacities, question.parties):
        asked = _telling(named)
        if asked:
            yield "trait", asked


def _telling(named: Sequence[str]) -> tuple[str, ...]:
    """The capacities or parties that ask something."""
    return tuple(one for one in named if one not in _GENERAL)
