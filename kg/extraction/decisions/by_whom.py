"""Lines that say what was done with what is listed below them: "Approved by the Borough",
"Grants awarded".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from kg.extraction.decisions import sayings
from kg.extraction.decisions.leads import is_listed
from kg.extraction.decisions.statements import Statement
from kg.structure.sections import Piece, Section
from kg.tables.load import alternation, matches, words

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


def is_of_others(text: str, board: str) -> bool:
    """Whether words only say that another body decided: "Approved by the Borough"."""
    by = _BY_WHOM.fullmatch(text)
    return by is not None and not _is_own(by["whom"], board)


def tells_fates(head: str) -> bool:
    """Whether a heading says what was done with each of the things in a list below it."""
    return _things_done().fullmatch(head) is not None


def _list(pieces: Sequence[Piece]) -> list[Piece]:
    """Such a line at the head of some pieces, and the titles of business below it."""
    if not pieces:
        return []
    if _BY_WHOM.fullmatch(pieces[0].text):
        return [pieces[0], *takewhile(_is_application, pieces[1:])]
    named = [*takewhile(_is_entry, pieces[1:])] if tells_fates(pieces[0].text) else []
    return [pieces[0], *named] if named else []


@cache
def _things_done() -> re.Pattern[str]:
    """Things in the plural and what was done with them: "New grants approved"."""
    no_things = alternation("verbs", "decisions", "no_things")
    done = alternation("verbs", "decisions", "done_with")
    return re.compile(
        rf"\W*(?:\d+[.)]\s+)?(?:[\w’'-]+\s+){{0,3}}(?!{no_things}\b)\w{{3,}}s\s+{done}\W*",
        re.IGNORECASE,
    )


def _is_entry(piece: Piece) -> bool:
    """Whether an item of a list names a thing, and tells nothing of it."""
    return is_listed(piece) and _is_title(piece)


def _is_title(piece: Piece) -> bool:
    """Whether a line names business, and tells nothing of it."""
    told = not _FINITE.isdisjoint(piece.text.lower().split())
    return not (told and piece.text.rstrip().endswith("."))


def _is_application(piece: Piece) -> bool:
    """Whether a line names business that may be applied for, and is of no accounts."""
    return _is_title(piece) and not matches(piece.text, "verbs", "decided", "of_accounts")


def _own(listed: Sequence[Piece], board: str) -> list[Statement]:
    """The decisions of ``board`` in a list of which some lines say who decided what follows."""
    if listed and not _BY_WHOM.fullmatch(listed[0].text):
        return [Statement((listed[0], piece), verdict=listed[0].text) for piece in listed[1:]]
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
