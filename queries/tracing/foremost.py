"""Which of the passages that may belong to a matter are kept of each paper."""

from collections import Counter
from collections.abc import Iterator, Sequence

from queries.tracing.steps import Belonging

SPOKEN_OF_A_KIND = 3
"""The most passages of one kind in a paper that speak of the matter and do not name it."""
NEAR_IN_A_PAPER = 4
"""The most passages of a paper that only come near."""
ALIKE_THAT_STATE = 2
"""The most passages of a paper that are only alike and decide or assign something."""
ALIKE_BESIDE_SURER = 1
"""The most of the others where surer rules find a step in the same paper."""
ALIKE_NEAR_SURER = 2
"""The same, where they find one only in other papers."""
ALIKE_ALONE = 3
"""The same, where they find none at all."""
_BY_LIKENESS = frozenset({"alike", "nearest"})


def foremost(found: Sequence[Belonging]) -> Iterator[Belonging]:
    """What belongs: of that which is not named the few of each paper that say most of it, and of
    that which is only alike the fewer, the more is told by surer rules.
    """
    taken = Counter[tuple[str, str, str]]()
    surer = {one.piece.place.document for one in found if one.rule not in _BY_LIKENESS}
    for one in sorted(found, key=lambda one: (-one.share, one.piece.place.paragraph)):
        most = _most(one, surer)
        if most is not None:
            among = one.piece.place.document, one.rule, _sort(one)
            taken[among] += 1
            if taken[among] > most:
                continue
        yield one


def _sort(one: Belonging) -> str:
    """Among which passages of a paper and rule one is counted."""
    if one.rule == "nearest":
        return ""
    return one.kind if one.rule == "speaks-of-it" else str(_decides(one))


def _decides(one: Belonging) -> bool:
    return one.concerns is not None and one.kind != "recommended"


def _most(one: Belonging, surer: set[str]) -> int | None:
    """How many passages of its sort a paper may have; None if any number."""
    if one.rule == "speaks-of-it":
        return SPOKEN_OF_A_KIND
    if one.rule == "nearest":
        return NEAR_IN_A_PAPER
    if one.rule != "alike":
        return None
    return ALIKE_THAT_STATE if _decides(one) else _most_alike(one.piece.place.document, surer)


def _most_alike(paper: str, surer: set[str]) -> int:
    """How many passages that state nothing a paper may have, with those of surer rules."""
    if not surer:
        return ALIKE_ALONE
    return ALIKE_BESIDE_SURER if paper in surer else ALIKE_NEAR_SURER
