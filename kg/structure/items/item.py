"""An item of a meeting, as its minutes head it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its number, the span of its title in paragraph ``title_at``, its paragraphs.

    ``number`` is "" where the minutes give none, and ``shared`` where an item before has it
    too, as in a list that lost its count and prints "1." over and over. ``first`` to
    ``last`` are half-open ordinals; ``first`` is the paragraph of the heading, which is that
    of the title too unless a list of the items stands above the minutes.
    """

    number: str
    title: str
    start: int
    end: int
    first: int
    last: int
    title_at: int
    shared: bool = False

    @property
    def label(self) -> str:
        """What facts call the item: its number, or its title where it has none alone."""
        return self.title if self.shared else self.number or self.title
