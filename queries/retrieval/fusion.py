"""Joining ranked lists: weighted reciprocal rank fusion.

Source: Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms
Condorcet and individual rank learning methods", SIGIR 2009.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fused:
    """An entry of the joined list; ``ranks`` holds its rank (from 1) in each list that has it."""

    key: str
    score: float
    ranks: Mapping[str, int]


def fuse(
    rankings: Mapping[str, Sequence[str]], weights: Mapping[str, float], constant: float
) -> list[Fused]:
    """Joins rankings of keys, best first; ties break by key.

    An entry scores, over the lists that hold it, the sum of weight / (constant + rank),
    divided by what an entry at the head of every list would score: scores lie in (0, 1].
    Lists without a weight or without entries are left out.
    """
    used = {name: keys for name, keys in rankings.items() if keys and weights.get(name, 0) > 0}
    best = sum(weights[name] / (constant + 1) for name in used)
    ranks: dict[str, dict[str, int]] = {}
    for name, keys in used.items():
        for rank, key in enumerate(dict.fromkeys(keys), 1):
            ranks.setdefault(key, {})[name] = rank
    fused = [
        Fused(
            key, sum(weights[name] / (constant + rank) for name, rank in held.items()) / best, held
        )
        for key, held in ranks.items()
    ]
    return sorted(fused, key=lambda entry: (-entry.score, entry.key))
