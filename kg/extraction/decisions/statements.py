"""The words that record one decision, however they were found."""

from dataclasses import dataclass

from kg.structure.sections import Piece


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that record one decision; ``number`` where it stands in a numbered list.

    ``lead`` are the words before it that say who decided, moved or seconded, ``after``
    those behind it that count the votes, ``verdict`` a sentence of it that is only an outcome.
    """

    pieces: tuple[Piece, ...]
    number: str | None = None
    lead: str = ""
    after: str = ""
    verdict: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the document."""
        return self.pieces[0].paragraph.ordinal, self.pieces[0].start

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(" ".join(piece.text for piece in self.pieces).split())
