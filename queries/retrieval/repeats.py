"""Leaving out what a list has already said."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from queries.texts.wording import stems

ALIKE = 0.9
"""Two texts are repeats of each other when they share this part of their words."""
_SHORTEST = 5

T = TypeVar("T")


def without_repeats(
    entries: Iterable[T], text: Callable[[T], str], scope: Callable[[T], object]
) -> Iterator[T]:
    """The entries without those that repeat an earlier one of the same scope.

    Likeness is that of Jaccard over the sets of stems; texts of fewer than five words are
    repeats only when their words are the same.
    """
    kept: dict[object, list[frozenset[str]]] = {}
    for entry in entries:
        words = frozenset(stems(text(entry)))
        earlier = kept.setdefault(scope(entry), [])
        if not any(_alike(words, other) for other in earlier):
            earlier.append(words)
            yield entry


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < _SHORTEST:
        return one == other
    return len(one & other) >= ALIKE * len(one | other)
