"""A hit as it is told: its words, with the points under it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from queries.graphs.place import Place
from queries.search import Hit

Stretch: TypeAlias = tuple[str, str]
"""A paragraph and words of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A hit with the points under it, where it leads in to some, or what leads in to it."""

    hit: Hit
    points: tuple[Stretch, ...] = ()
    lead: Place | None = None

    @property
    def text(self) -> str:
        """All its words."""
        before = () if self.lead is None else (self.lead.text,)
        return "\n".join((*before, self.hit.place.text, *(words for _, words in self.points)))

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands, and what leads in to it."""
        return (self.hit.place,) if self.lead is None else (self.lead, self.hit.place)


def as_wholes(told: Sequence[Told]) -> list[Told]:
    """Those told, in place of each whose lead-in is told with all its points that one, once."""
    whole = {one.hit.place.paragraph: one for one in told if one.points}
    return each_once(
        (whole.get(one.lead.paragraph, one) if one.lead else one for one in told),
        by=lambda one: one.hit.place.paragraph,
    )


def each_once(told: Iterable[Told], by: Callable[[Told], str]) -> list[Told]:
    """Those told, of each that are alike ``by`` something the first."""
    first: dict[str, Told] = {}
    for one in told:
        first.setdefault(by(one), one)
    return list(first.values())
