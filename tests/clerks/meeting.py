"""What a meeting was: the values that every clerk puts into a paper in a way of their own."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a meeting; ``title`` and ``role`` are "" where there is none."""

    given: str
    surname: str
    title: str = ""
    role: str = ""

    @property
    def name(self) -> str:
        """The name without title."""
        return f"{self.given} {self.surname}"

    @property
    def initials(self) -> str:
        """The first letters of the name."""
        return self.given[0] + self.surname[0]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision in the three moods that clerks use.

    ``that`` completes "resolved that", ``to`` completes "agreed to", and ``report`` names
    what a body only noted. ``mover`` and ``seconder`` are members who were present.
    """

    that: str
    to: str
    report: str
    mover: Person
    seconder: Person


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do ("write to the brewery"), by whom, and by when."""

    owner: Person
    to: str
    due: date


@dataclass(frozen=True, slots=True)
class Item:
    """An item of business; ``ask`` is the title as an agenda that gives orders puts it."""

    title: str
    ask: str
    said: tuple[str, ...]
    decision: Decision | None = None
    task: Task | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of ``body``, which calls itself ``noun`` ("Council"); ``time`` is of the clock."""

    body: str
    noun: str
    day: date
    time: str
    venue: str
    present: tuple[Person, ...]
    apologies: tuple[Person, ...]
    attending: tuple[Person, ...]
    items: tuple[Item, ...]
