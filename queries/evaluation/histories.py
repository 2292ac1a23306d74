"""Histories of a matter: stops found, steps that belong to it, dates in order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from queries.evaluation.answers import key_tokens
from queries.evaluation.gold import GoldHistory, GoldPassage, GoldQuestion
from queries.evaluation.normalise import tokens
from queries.evaluation.passages import FoundPassage, covers

NAMED = 0.5

Tracer = Callable[[str], Sequence[FoundPassage]]
"""What a user would type, to the quotes of the steps in order."""


@dataclass(frozen=True)
class Course:
    """Scores of one history, or the means of several.

    ``recall``: the share of stops that a step covers. ``on_stop``: the share
    of steps that cover a stop. ``on_matter``: those and the steps on another
    passage about the matter. ``order``: of the pairs of stops found, the share
    whose dates do not run against the gold's order; None without a pair.
    """

    recall: float
    on_stop: float
    on_matter: float
    order: float | None
    stops: int
    steps: int


def follow(
    history: GoldHistory, steps: Sequence[FoundPassage], about: Sequence[GoldPassage] = ()
) -> Course:
    """Score the ``steps`` found for a ``history``; ``about`` are other passages on the matter."""
    first = [next((step for step in steps if covers(step, stop)), None) for stop in history.stops]
    found = [step for step in first if step is not None]
    on_stop = [any(covers(step, stop) for stop in history.stops) for step in steps]
    on_matter = [
        here or any(covers(step, one) for one in about) or names_matter(step, history.start)
        for here, step in zip(on_stop, steps, strict=True)
    ]
    return Course(
        len(found) / len(history.stops) if history.stops else 1.0,
        fmean(on_stop) if steps else 0.0,
        fmean(on_matter) if steps else 0.0,
        _order([step.date for step in found if step.date is not None]),
        len(history.stops),
        len(steps),
    )


def names_matter(step: FoundPassage, start: str) -> bool:
    """True when a step has at least half of the key tokens of ``start``."""
    wanted = key_tokens(start)
    return bool(wanted) and len(wanted & set(tokens(step.text))) >= NAMED * len(wanted)


def follow_all(
    histories: Iterable[GoldHistory], questions: Sequence[GoldQuestion], tracer: Tracer
) -> dict[str, Course]:
    """Scores by history id."""
    return {one.id: follow(one, tracer(one.start), related(one, questions)) for one in histories}


def related(history: GoldHistory, questions: Iterable[GoldQuestion]) -> list[GoldPassage]:
    """Passages of the questions that share a passage with a stop of ``history``."""
    return [
        passage
        for question in questions
        if any(_same(one, stop) for one in question.relevant for stop in history.stops)
        for passage in question.relevant
    ]


def mean(courses: Mapping[str, Course]) -> Course | None:
    """The means over all histories, with stops and steps added up; None without any."""
    if not courses:
        return None
    each = list(courses.values())
    orders = [one.order for one in each if one.order is not None]
    return Course(
        fmean(one.recall for one in each),
        fmean(one.on_stop for one in each),
        fmean(one.on_matter for one in each),
        fmean(orders) if orders else None,
        sum(one.stops for one in each),
        sum(one.steps for one in each),
    )


def _same(one: GoldPassage, other: GoldPassage) -> bool:
    return any(covers(FoundPassage(a.file, a.snippet), b) for a, b in ((one, other), (other, one)))


def _order(dates: Sequence[str]) -> float | None:
    pairs = list(combinations(dates, 2))
    return fmean(earlier <= later for earlier, later in pairs) if pairs else None
