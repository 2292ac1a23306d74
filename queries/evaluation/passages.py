"""Whether a text found in a paper covers a passage that the gold points to."""

from dataclasses import dataclass

from queries.evaluation.gold import Passage
from queries.evaluation.naming import file_of
from queries.evaluation.normalise import grams

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that a system returned: a paragraph, a quote or a step.

    ``file`` is the base name of its paper, ``date`` an ISO day where it has one.
    """

    file: str
    text: str
    date: str | None = None


def covers(hit: Hit, passage: Passage) -> bool:
    """True when ``hit``, in the same file, holds at least half of the snippet's word 4-grams."""
    if file_of(hit.file, (passage.file,)) is None:
        return False
    wanted = grams(passage.snippet)
    if not wanted:
        return False
    width = len(next(iter(wanted)))
    return len(wanted & grams(hit.text, width)) >= HALF * len(wanted)
