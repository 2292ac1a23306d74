"""What somebody is to act on whose name stands alone beside or below a row of minutes."""

from collections.abc import Iterator, Sequence

from kg.extraction.actions import words
from kg.extraction.actions.actors import Actors
from kg.extraction.actions.promises import promised
from kg.extraction.decisions import motions, sayings
from kg.model import Paragraph
from kg.structure.sections import Piece, body, sentences


def acted_on(row: Sequence[Paragraph], actors: Actors) -> Piece:
    """The words of a row that say what somebody is to do, the last of several.

    Where none do, the last paragraph, but for one that tells only of the vote on it.
    """
    told = [paragraph for paragraph in row if not _tells_vote(paragraph.text)] or row[-1:]
    return next(_promises(told, actors), body(told[-1]))


def _tells_vote(text: str) -> bool:
    """Whether words say only who moved a motion, or what became of it."""
    return sayings.is_verdict(text) or motions.records(text)


def _promises(row: Sequence[Paragraph], actors: Actors) -> Iterator[Piece]:
    """The sentences of a row in which somebody is to act, from the last on."""
    for paragraph in reversed(row):
        for sentence in reversed([*sentences(body(paragraph))]):
            if promised(words.one_line(sentence.text), actors) is not None:
                yield sentence
