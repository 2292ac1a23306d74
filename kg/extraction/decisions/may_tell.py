"""Which words of a section may tell a decision that no label heads."""

from collections.abc import Sequence
from itertools import dropwhile

from kg.extraction.decisions import sayings
from kg.extraction.decisions.fates import tells_fate, tells_fates
from kg.extraction.decisions.leads import continues
from kg.structure.sections import Piece, Section
from kg.tables.load import matches

_SKIPPED = frozenset({"discussion", "action", "recommendation", "decision"})


def may_tell(section: Section, board: str, title: Piece | None, *, summed: bool) -> Sequence[Piece]:
    """The words of a section that may tell a decision; ``title`` is that of its item.

    Of what others decided, as its title says, only what ``board`` made of it.
    """
    pieces = _of_kind(section, board, summed=summed)
    if not _is_heard(section, title):
        return pieces
    return [piece for piece in pieces if sayings.decides_itself(piece.text, board)]


def _is_heard(section: Section, title: Piece | None) -> bool:
    """Whether a section, or the item that it stands in, tells what others decided."""
    over = section.title.text if section.title else title.text if title else ""
    return sayings.is_of_others(over)


def _of_kind(section: Section, board: str, *, summed: bool) -> Sequence[Piece]:
    """The words of a section that may tell a decision: those behind "Action: ..." among them,
    and those behind a decision or reasons in one paragraph with its label.

    A discussion may where no decision of its item is ``summed`` up.
    """
    if section.name == "action" and section.is_inline:
        return section.pieces[0 if _tells_decision(section.pieces[0].text) else 1 :]
    if section.name == "decision" and section.pieces:
        first, *others = section.pieces
        return list(dropwhile(lambda piece: continues(piece, first, board), others))
    if section.name == "reasons":
        return section.pieces[1:] if section.is_inline else ()
    if section.name == "action":
        tells = tells_fates(section)
        return [piece for piece in section.pieces if tells or _tells_decision(piece.text)]
    skipped = section.name in _SKIPPED and (section.name != "discussion" or summed)
    return () if skipped else section.pieces


def _tells_decision(text: str) -> bool:
    """Whether what stands under actions says what was decided, be it to do something."""
    return tells_fate(text) or matches(text, "verbs", "decided", "it_was")
