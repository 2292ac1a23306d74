"""A lead-in and the list below it, while they are read: "RESOLVED that:" and what follows."""

from dataclasses import dataclass, field

from kg.extraction.decisions import motions, sayings
from kg.extraction.decisions.fates import says_outcome
from kg.extraction.decisions.leads import (
    FOLLOWING,
    LEAD_LENGTH,
    THAT,
    decides_of_all,
    has_own_outcome,
    in_one_list,
    is_listed,
    is_quoted,
    leads_deeper,
)
from kg.extraction.decisions.verdicts import verb_of
from kg.model import Kind
from kg.structure.sections import Piece

_OPENING = 40


def _settles(text: str) -> bool:
    """Whether words say who moved what stands above them, and what became of it."""
    return motions.records(text) and says_outcome(text)


@dataclass
class LedList:
    """The words that lead in, and what is read so far of the list below them.

    ``named`` are the things of which the lead-in says what is decided, ``apart`` those of which
    another thing became; ``depth`` is the level of the items that are decisions of their own.
    Below a ``bare`` lead-in, no more than who decides, an item says itself what was done.
    The list is ``unended`` where its last line ends in a semicolon; below words that are
    ``quoted`` only others that are go on with it. ``last`` is the last decision of it.
    """

    lead: Piece
    bare: bool = False
    named: list[Piece] = field(default_factory=list)
    apart: list[Piece] = field(default_factory=list)
    depth: int | None = None
    waited: bool = False
    unended: bool = False
    quoted: bool = False
    last: Piece | None = None

    def waits(self, piece: Piece) -> bool:
        """Whether a line is let pass between the lead-in and its list: one line is.

        None is that says what became of a lead-in which is whole without a list.
        """
        begun = self.named or self.apart or self.depth is not None
        if FOLLOWING.search(self.lead.text) is None and _settles(piece.text):
            return False
        waits = not self.waited and not begun and len(piece.text) < LEAD_LENGTH
        self.waited = self.waited or waits
        return waits

    def goes_deeper(self, piece: Piece) -> bool:
        """Whether an item of a list only says more of the decision above it."""
        if piece.paragraph.kind is not Kind.LIST_ITEM or self.depth is None:
            return False
        led = self.last is not None and leads_deeper(self.last, piece)
        return led or (piece.paragraph.level or 1) > self.depth

    def takes(self, piece: Piece, board: str) -> bool:
        """Take a paragraph that is one of the things of which it is said what is decided."""
        if not decides_of_all(self.lead.text) or self.depth is not None:
            return False
        unended = piece.text.rstrip().endswith(";")
        if not (is_listed(piece) or self.unended or unended) or in_one_list(piece, self.lead):
            return False
        apart = has_own_outcome(piece.text, self.lead.text)
        if not apart and sayings.decides(piece.text, board):
            return False
        self.unended = unended
        (self.apart if apart else self.named).append(piece)
        return True

    def leads_to(self, piece: Piece) -> bool:
        """Whether a paragraph carries on the lead-in: a list's item, or quoted words."""
        if self.quoted and not is_quoted(piece.text):
            return False
        self.quoted = is_quoted(piece.text)
        above, self.unended = self.unended, piece.text.rstrip().endswith(";")
        listed = is_listed(piece) or above or self.unended
        governs = THAT.match(self.lead.text) is not None
        small = piece.text[:1].islower()
        if governs and (listed or small):
            return True
        if self.depth is None and small and self.lead.text.rstrip(" -–—").endswith(":"):
            return True
        if listed and FOLLOWING.search(self.lead.text):
            return not (decides_of_all(self.lead.text) or in_one_list(piece, self.lead))
        start = piece.text.strip()[:_OPENING].lower()
        if is_quoted(piece.text) or start.startswith("that "):
            return True
        opens = small or verb_of(start) is not None or THAT.match(start) is not None
        return listed and (opens or not self.bare)
