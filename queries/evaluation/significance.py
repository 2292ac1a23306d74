"""Whether two systems differ by more than chance, question by question.

The paired permutation test of scipy: if the systems were alike, each question's
two scores could as well be exchanged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from queries.evaluation.retrieval import Ranking

RESAMPLES = 9999
"""How many exchanges are tried where there are too many to try all."""
_SEED = 20170613


@dataclass(frozen=True)
class Difference:
    """How much better (mean nDCG@10) one system is than another on the same questions.

    ``p`` is the share of exchanges that differ as much or more, either way.
    """

    mean: float
    p: float


def difference(one: Mapping[str, Ranking], other: Mapping[str, Ranking]) -> Difference:
    """The scores of ``one`` less those of ``other``; both must have the same questions."""
    pairs = [(one[key].ndcg10, other[key].ndcg10) for key in one]
    return Difference(fmean(a - b for a, b in pairs), _p([a - b for a, b in pairs]))


def _p(differences: list[float]) -> float:
    """By exchanging signs, which is exchanging the scores of pairs; 1 where none can tell."""
    import numpy as np
    from scipy import stats

    if len(differences) < 2 or not any(differences):
        return 1.0
    test = stats.permutation_test(
        (np.array(differences),),
        lambda values, axis: np.mean(values, axis=axis),
        permutation_type="samples",
        n_resamples=RESAMPLES,
        vectorized=True,
        rng=np.random.default_rng(_SEED),
    )
    return float(test.pvalue)
