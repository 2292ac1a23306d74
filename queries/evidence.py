"""The facts that a question is after, and the paragraphs that state them.

Structure decides here: the way of asking names the class of fact, and what the
question says of day, status, capacity and party narrows the facts exactly; only
what is left of the question, its subject, is matched against words.
"""

from collections.abc import Sequence

from kg.store.graph import KnowledgeGraph
from kg.tables.load import table
from queries.question import Question
from queries.statements import Match, Statement, match, statements, within

_OF_PEOPLE = frozenset({"Attendance", "Membership"})
_GENERAL = ("member",)
"""Capacities that everybody has, so that they ask nothing."""
_OVER_TIME = frozenset({"change"})
"""The ways whose dates frame what is told rather than narrow it."""
LEAST = 0.34
"""The least share of the subject that a fact must speak of."""
NEAR = 0.6
"""Facts are kept down to this part of the share of the best one."""


def facts_wanted(graph: KnowledgeGraph, question: Question) -> list[Match]:
    """The facts that the question is after, best first, ties by IRI."""
    found: list[Match] = []
    day_matters = question.way not in _OVER_TIME
    for kind in table("questions")["wanted"].get(question.way, ()):
        held = statements(graph, kind)
        told = within(question, held) if day_matters else held
        told = [one for one in told if fits(question, one)]
        found = match(question, told)
        if found:
            break
    least = max(LEAST, NEAR * found[0].share) if found else 1.0
    return [one for one in found if one.share >= least]


def evidence(graph: KnowledgeGraph, question: Question) -> list[str]:
    """The paragraphs that state what the question is after: the best match first,
    then those that state most, ties by IRI.
    """
    shares: dict[str, float] = {}
    counts: dict[str, int] = {}
    for found in facts_wanted(graph, question):
        for paragraph in found.statement.paragraphs:
            shares[paragraph] = max(shares.get(paragraph, 0.0), found.share)
            counts[paragraph] = counts.get(paragraph, 0) + 1
    return sorted(shares, key=lambda one: (-shares[one], -counts[one], one))


def fits(question: Question, statement: Statement) -> bool:
    """Whether a fact is of the people, and has the status, capacity or party, that are named."""
    traits = statement.traits
    people = [mention.labels for mention in question.mentions if mention.kind == "Person"]
    if statement.type == "Substitute":
        return not people or any(statement.about & set(labels) for labels in people)
    if statement.type not in _OF_PEOPLE:
        return True
    if people and not any(statement.words in labels for labels in people):
        return False
    if not _any(question.capacities, traits, _GENERAL) or not _any(question.parties, traits, ()):
        return False
    return statement.type == "Membership" or bool(people) or _status(question, traits)


def _status(question: Question, traits: set[str]) -> bool:
    if question.way == "apologies":
        return "apologies" in traits
    return question.way != "attendance" or bool(traits & {"present", "in attendance"})


def _any(named: Sequence[str], traits: set[str], general: Sequence[str]) -> bool:
    """Whether one of the words named is among the traits; general words ask nothing."""
    asked = set(named) - set(general)
    return not asked or bool(asked & traits)
