"""Whether decisions speak of enough of what is asked to be a yes or no to it."""

from collections.abc import Sequence

from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.distance import WHOLE
from queries.graphs.place import Place

SPOKEN = 0.6
"""The least share of the subject, by weight, that a passage must hold to tell of a decision."""
BEST = 0.9
"""Yes or no is said by the decisions down to this part of the share of the best one."""
NEAR_BY = 5
"""The last rank of a hit that tells of a thing instead of a decision which has less of it."""


def speaks(asking: Asking, stated: Sequence[Place]) -> bool:
    """Whether what states a decision speaks of enough of what is asked."""
    return _most(asking, stated) >= SPOKEN


def outspoken(asking: Asking, stated: Sequence[Place]) -> bool:
    """Whether one of the nearest passages has all of what is asked, and no decision most of it."""
    near = [hit.place for hit in asking.result.hits[:NEAR_BY]]
    return _most(asking, stated) < BEST and _most(asking, near) >= WHOLE


def _most(asking: Asking, places: Sequence[Place]) -> float:
    """The greatest share of the subject that one of some passages has, with its titles."""
    return max((asking.share(with_titles(one)) for one in places), default=0.0)
