"""How the numbers of paragraphs count on from one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Kind, Paragraph
from kg.structure.items.titles import is_sentence

GAP = 2
"""How far a number may be from the one before where one is left out."""
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph that may head an item, and where its number stands in the count."""

    paragraph: Paragraph
    count: int

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.paragraph.kind is Kind.HEADING


def runs_on(head: Paragraph) -> bool:
    """Whether the number of a minute is one of a year's, or of a series: "55/22"."""
    return "/" in (head.number or "")


def _rising(heads: Sequence[Head]) -> list[Head]:
    """The heads whose counts go up by at most a small gap, from the first on; all if all go up."""
    if all_go_up(heads):
        return [*heads]
    chain: list[Head] = []
    for head in heads:
        step = head.count - chain[-1].count if chain else 1
        if 0 < step <= GAP + 2 or _stands_still(chain[-1], head):
            chain.append(head)
    return chain


def _stands_still(one: Head, after: Head) -> bool:
    """Whether two headings have one number of a series: the clerk gave it twice."""
    return one.count == after.count and runs_on(after.paragraph)


def all_go_up(heads: Sequence[Head]) -> bool:
    """Whether several headings count up, however many are left out between them."""
    return len(heads) > 2 and all(one.count < after.count for one, after in pairwise(heads))


def taken_early(headings: Sequence[Head]) -> tuple[Sequence[Head], list[Head]]:
    """The first heading where it was taken out of its order, and those that go up after it."""
    rising, others = _rising(headings), _rising(headings[1:])
    early = len(rising) == 1 and len(others) > 2 and headings[0].count > others[-1].count
    return (headings[:1], others) if early else ((), rising)


def goes_up(heads: Sequence[Head]) -> bool:
    """Whether most paragraphs have the number after that of the one before."""
    steps = [
        after.count == before.count + 1 or _stands_still(before, after)
        for before, after in pairwise(heads)
    ]
    return len(heads) >= 2 and sum(steps) >= 0.7 * len(steps)


def counts_up(heads: Sequence[Head]) -> bool:
    """Whether several paragraphs count 1, 2, 3 to the last, and some titles alone are among them.

    They are no list in one place: other paragraphs stand between some of them.
    """
    counts = [head.count for head in heads]
    apart = any(b.paragraph.ordinal > a.paragraph.ordinal + 1 for a, b in pairwise(heads))
    titled = any(not is_sentence(head.paragraph) for head in heads)
    whole = counts == [*range(1, len(counts) + 1)]
    return whole and len(counts) > _FEWEST and apart and titled
