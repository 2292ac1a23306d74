"""Lines that say by whom what is listed below them was decided: "Approved by the Borough"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from kg.extraction.decisions import sayings
from kg.extraction.decisions.told import Statement
from kg.structure.sections import Piece, Section
from kg.tables.load import alternation, words

_FINITE = frozenset(words("verbs", "decisions", "finite"))

_BY_WHOM = re.compile(
    rf"\W*(?:{alternation('verbs', 'decisions', 'handed_down')})\s+by\s+(?:the\s+)?"
    r"(?P<whom>(?-i:[A-Z])[^.,;:]{1,60})\W*",
    re.IGNORECASE,
)


def apart(parts: Sequence[Section], board: str) -> tuple[list[Section], list[Statement]]:
    """The sections without such lists at their heads, and what of these ``board`` decided."""
    left: list[Section] = []
    found: list[Statement] = []
    for part in parts:
        listed = [] if part.name else _list(part.pieces)
        found += _own(listed, board)
        left.append(replace(part, pieces=part.pieces[len(listed) :]))
    return left, found


def _list(pieces: Sequence[Piece]) -> list[Piece]:
    """Such a line at the head of some pieces, and the titles of business below it."""
    if not pieces or _BY_WHOM.fullmatch(pieces[0].text) is None:
        return []
    return [pieces[0], *takewhile(_is_title, pieces[1:])]


def _is_title(piece: Piece) -> bool:
    """Whether a line names business, and tells nothing of it."""
    told = not _FINITE.isdisjoint(piece.text.lower().split())
    return not (told and piece.text.rstrip().endswith("."))


def _own(listed: Sequence[Piece], board: str) -> list[Statement]:
    """The decisions of ``board`` in a list of which some lines say who decided what follows."""
    found: list[Statement] = []
    head: Piece | None = None
    for piece in listed:
        if by := _BY_WHOM.fullmatch(piece.text):
            head = piece if _is_own(by["whom"], board) else None
        elif head is not None:
            found.append(Statement((piece,), piece.paragraph.number, head.text, verdict=head.text))
    return found


def _is_own(whom: str, board: str) -> bool:
    """Whether words name the body itself, be it by a word of its name: "the Parish"."""
    named = set(whom.lower().split()) <= set(board.lower().split())
    return named or sayings.is_subject(whom, board)
