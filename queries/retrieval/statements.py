"""Facts matched against a question: by class, day and traits exactly, then by words."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from embeddings.facts import FactIndex, Wanted, statement_stems
from embeddings.statements import KINDS, Statement, statements
from queries.texts.wording import stems
from queries.understanding.periods import Period, periods_in
from queries.understanding.question import Question

__all__ = ["KINDS", "Match", "Statement", "day_spans", "match", "statements", "within"]


@dataclass(frozen=True, slots=True)
class Match:
    """A statement and the share (0 to 1) of the question's subject that its words cover."""

    statement: Statement
    share: float


def match(facts: FactIndex, question: Question, wanted: Wanted, least: float) -> list[Match]:
    """The wanted statements that speak of ``least`` or more of the question's subject.

    Best first, ties by IRI. Each term weighs by how rare it is among the statements wanted; a
    name is covered by any form of it. A question without a subject is matched by all, with
    share 1.
    """
    if not question.subject:
        return [Match(one, 1.0) for one in within(question, wanted, facts.all(wanted))]
    weights = _weights(facts, question, wanted)
    total = sum(weights.values())
    names = [
        (own, [frozenset(stems(label)) for label in labels])
        for own, labels in (
            (frozenset(stems(question.text[one.start : one.end])) & weights.keys(), one.labels)
            for one in question.mentions
        )
        if own
    ]
    weighed = [
        (label, sum(weights[stem] for stem in sorted(own))) for own, some in names for label in some
    ]
    told = facts.speaking(wanted, weights, weighed, least * total)
    matches = [
        Match(one, _covered(statement_stems(one), weights, names) / total)
        for one in within(question, wanted, told)
    ]
    return sorted(
        (found for found in matches if found.share >= least),
        key=lambda found: (-found.share, found.statement.iri),
    )


def day_spans(question: Question) -> tuple[tuple[date, date], ...]:
    """The days that a question names, first and last of each period."""
    return tuple((one.first or date.min, one.last or date.max) for one in question.periods)


def within(question: Question, wanted: Wanted, told: Iterable[Statement]) -> list[Statement]:
    """The statements on a day that is wanted: the index knows of years in traits only the year."""
    if not wanted.spans:
        return list(told)
    return [one for one in told if any(_at(period, one) for period in question.periods)]


def _at(period: Period, statement: Statement) -> bool:
    """Whether a statement is tied to a day in a period, or to a year that meets it."""
    years = (year for trait in statement.traits for year in periods_in(trait))
    return any(map(period.holds, statement.days)) or any(map(period.meets, years))


def _weights(facts: FactIndex, question: Question, wanted: Wanted) -> dict[str, float]:
    """What each stem of the subject weighs, by how rare it is among the statements wanted."""
    held = facts.count(wanted)
    return {
        stem: math.log(1 + (held + 0.5) / (facts.count(wanted, stem) + 0.5))
        for stem in question.subject
    }


def _covered(
    words: set[str],
    weights: Mapping[str, float],
    names: Iterable[tuple[frozenset[str], list[frozenset[str]]]],
) -> float:
    """What the stems of the subject weigh that are among the words, or in a name that is."""
    covered = weights.keys() & words
    for own, labels in names:
        if any(label <= words for label in labels):
            covered |= own
    return sum(weights[stem] for stem in sorted(covered))
