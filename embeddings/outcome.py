"""What comes of adding and removing, and how the one who waits is told of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from embeddings.library import Held


class Progress(Protocol):
    """Told how far a long piece of work has come."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` is finished; stages: "reading", "embedding", "indexing"."""
        ...


def no_progress(stage: str, done: int, total: int) -> None:
    """Take a report of progress and do nothing with it."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be added, and why in one line."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A paper that was read but yields too little for what it is, and the reasons."""

    file: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of adding or removing.

    ``added`` and ``skipped`` are of the files given, in their order, by base name;
    ``reread`` are documents read again from the originals that the library keeps,
    ``failed`` files and originals that could not be read. ``doubtful`` are, among those
    that were read now, the papers that yield too little. ``removed`` holds the IRIs
    of documents taken out, ``rebuilt`` the names of indexes that were damaged and are
    built again. ``embedded`` counts the texts that were embedded; the rest is what the
    library then holds.
    """

    added: tuple[str, ...] = ()
    reread: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    failed: tuple[Failed, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    removed: tuple[str, ...] = ()
    rebuilt: tuple[str, ...] = ()
    embedded: int = 0
    documents: int = 0
    passages: int = 0


@dataclass
class Work:
    """What was done so far.

    ``papers`` are the files still to be read, ``outdated`` the documents to be read
    again from their originals; ``fresh`` holds the documents read from either by IRI,
    whose passages are not counted yet. ``broken`` are the indexes to be built again.
    """

    papers: list[Path] = field(default_factory=list)
    outdated: list[Held] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    reread: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    doubtful: list[Doubtful] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    fresh: dict[str, Held] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    embedded: int = 0

    def outcome(self, held: Mapping[str, Held]) -> Outcome:
        """The work as it ended, on a library that now holds these documents."""
        return Outcome(
            tuple(self.added),
            tuple(self.reread),
            tuple(self.skipped),
            tuple(self.failed),
            tuple(self.doubtful),
            tuple(self.removed),
            tuple(sorted(self.broken)),
            self.embedded,
            len(held),
            sum(one.passages for one in held.values()),
        )
