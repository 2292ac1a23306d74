"""Whether a text found in a paper covers a passage that the gold points to."""

from dataclasses import dataclass

from queries.evaluation.gold import GoldPassage
from queries.evaluation.naming import file_of
from queries.evaluation.normalise import grams

HALF = 0.5


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A text that a system returned: a paragraph, a quote or a step.

    ``file`` is the base name of its paper, ``date`` an ISO day where it has one.
    """

    file: str
    text: str
    date: str | None = None


def covers(found: FoundPassage, passage: GoldPassage) -> bool:
    """True when ``found``, in the same file, holds at least half of the snippet's word 4-grams."""
    if file_of(found.file, (passage.file,)) is None:
        return False
    wanted = grams(passage.snippet)
    if not wanted:
        return False
    width = len(next(iter(wanted)))
    return len(wanted & grams(found.text, width)) >= HALF * len(wanted)
