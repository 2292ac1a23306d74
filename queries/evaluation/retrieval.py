"""Ranked passages: nDCG@10, recall@5, hit@1 and hit@5.

A ranked list of hits is read as a ranked list of the gold's passages: each
hit stands for the passages it is the first to cover, best grade first, or for
something irrelevant when it covers none that is new. So every passage counts
once, and no list scores above 1. nDCG is that of trec_eval through
ir-measures, whose gains are the relevance values themselves; they are given
as 2^grade - 1.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TypeVar

from queries.evaluation.gold import GoldQuestion
from queries.evaluation.passages import FoundPassage, covers

DEPTH = 10
"""Hits that a system is asked for."""

ANSWERS = 2
"""The grade of a passage that answers."""

ALL = "all"
"""The name of the row over all answerable questions."""

Scored = TypeVar("Scored")
Summed = TypeVar("Summed")

System = Callable[[str], Sequence[FoundPassage]]
"""A question in words to ranked hits, best first."""


@dataclass(frozen=True)
class Ranking:
    """The scores of one question, or the means over ``questions`` of them."""

    ndcg10: float
    recall5: float
    hit1: float
    hit5: float
    questions: int = 1


def score_search(question: GoldQuestion, hits: Sequence[FoundPassage]) -> Ranking:
    """Score the ``hits`` of an answerable ``question``; it must have relevant passages."""
    places = first_covered(question, hits)
    answering = [i for i, passage in enumerate(question.relevant) if passage.grade >= ANSWERS]
    best = min((places[i] for i in answering if i in places), default=DEPTH)
    return Ranking(
        _ndcg(question, places, min(len(hits), DEPTH)),
        sum(place < 5 for place in places.values()) / len(question.relevant),
        float(best < 1),
        float(best < 5),
    )


def first_covered(question: GoldQuestion, hits: Sequence[FoundPassage]) -> dict[int, int]:
    """For each passage covered by the first ``DEPTH`` hits, by index, the place of the first.

    Places count from 0.
    """
    places: dict[int, int] = {}
    for place, hit in enumerate(hits[:DEPTH]):
        for i, passage in enumerate(question.relevant):
            if i not in places and covers(hit, passage):
                places[i] = place
    return places


def compare(
    questions: Iterable[GoldQuestion], systems: Mapping[str, System]
) -> dict[str, dict[str, Ranking]]:
    """The scores of each question by system and question id, side by side.

    Questions without an answer or without passages are left out.
    """
    asked = [one for one in questions if one.answerable and one.relevant]
    return {
        name: {one.id: score_search(one, system(one.question)) for one in asked}
        for name, system in systems.items()
    }


def means_by_type(
    questions: Iterable[GoldQuestion], rankings: Mapping[str, Ranking]
) -> dict[str, Ranking]:
    """Means by type of question, in order of name, and over all under ``ALL``."""
    return summed_by_type(questions, rankings, _mean)


def summed_by_type(
    questions: Iterable[GoldQuestion],
    scores: Mapping[str, Scored],
    summed: Callable[[Sequence[Scored]], Summed],
) -> dict[str, Summed]:
    """What scores by question id come to by type of question, in order of name, and over all under
    ``ALL``; nothing where there are none.
    """
    groups: dict[str, list[Scored]] = {}
    for question in questions:
        if question.id in scores:
            groups.setdefault(question.type, []).append(scores[question.id])
    by_type = {name: summed(groups[name]) for name in sorted(groups)}
    return {**by_type, ALL: summed(list(scores.values()))} if scores else by_type


def _mean(rankings: Sequence[Ranking]) -> Ranking:
    return Ranking(
        fmean(one.ndcg10 for one in rankings),
        fmean(one.recall5 for one in rankings),
        fmean(one.hit1 for one in rankings),
        fmean(one.hit5 for one in rankings),
        len(rankings),
    )


def _ndcg(question: GoldQuestion, places: Mapping[int, int], hits: int) -> float:
    import ir_measures

    gains = {f"passage {i}": 2**one.grade - 1 for i, one in enumerate(question.relevant)}
    ranked = [name for place in range(hits) for name in _stands_for(question, places, place)]
    if not ranked:
        return 0.0
    run = {name: float(-order) for order, name in enumerate(ranked)}
    measure = ir_measures.nDCG @ DEPTH
    scores = ir_measures.calc_aggregate([measure], {question.id: gains}, {question.id: run})
    return float(scores[measure])


def _stands_for(question: GoldQuestion, places: Mapping[int, int], place: int) -> list[str]:
    """The names of the passages that the hit at ``place`` is the first to cover."""
    covered = [i for i, first in places.items() if first == place]
    covered.sort(key=lambda i: (-question.relevant[i].grade, i))
    return [f"passage {i}" for i in covered] or [f"other {place}"]
