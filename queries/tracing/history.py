"""What a history is: the steps of a matter in order of date, where it stands, what is missing."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Day: TypeAlias = date


@dataclass(frozen=True, slots=True)
class Matter:
    """What is followed; ``iri`` is None where the graph has no matter of that name."""

    iri: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened in a matter.

    ``date`` is the day the passage tells of, else that of its meeting or paper; a month stands
    for its last day, or that of the paper where it comes first, and ``time`` says it in words
    ("May 2023"; None where a day is told). ``concerns`` is the fact, item or report concerned.
    ``quote`` is the paragraph's text[start:end]. ``basis`` is "quoted" where the words name
    the matter, "inferred" where reading suggests it, by ``rule`` and with ``confidence``.
    ``recorded`` is the day of the meeting or paper that tells it, ``added`` the day that this
    came into the library, both None where that is not known.
    """

    date: Day | None
    kind: str
    label: str
    concerns: str | None
    file: str
    page: int | None
    paragraph: str
    quote: str
    start: int
    end: int
    basis: str
    rule: str
    confidence: float
    recorded: Day | None = None
    added: Day | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """A matter, its steps in order of date, where it stands now, and what is missing."""

    matter: Matter
    status: str
    steps: tuple[Step, ...]
    gaps: tuple[str, ...]
