"""A hit as it is told: its words, with the points under it."""

from dataclasses import dataclass
from typing import TypeAlias

from queries.search import Hit

Stretch: TypeAlias = tuple[str, str]
"""A paragraph and words of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A hit with the points under it, where it leads in to some."""

    hit: Hit
    points: tuple[Stretch, ...] = ()

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join((self.hit.place.text, *(words for _, words in self.points)))
