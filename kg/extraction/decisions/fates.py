"""What tells the fate of a motion: words under a label of actions ("ACTION: Approved 4-0."),
or a clause of a sentence ("seconded by B, all aye").
"""

import re
from functools import lru_cache

from kg.extraction.decisions import motions, sayings
from kg.extraction.decisions.verdicts import verdict_of
from kg.structure.sections import Section
from kg.tables.load import alternation

_COMMA = re.compile(r"[,;/]")
_VOTE = re.compile(r"\W*votes?\s*:", re.IGNORECASE)
_LAST = re.compile(r"\band\s+(?P<said>[^,;]{3,40})$")
_FATE = re.compile(rf"\s(?P<said>{alternation('verbs', 'decided', 'fates')})$", re.IGNORECASE)
_TO_DO = re.compile(r"\b(?:to|will|would|should|must|needs?)\s+(?!the\b|an?\b)[a-z]{2,}")


def tells_fates(section: Section) -> bool:
    """Whether half of what is headed as actions tells of motions and what became of them."""
    told = sum(tells_fate(piece.text) for piece in section.pieces)
    return told > 0 and 2 * told >= len(section.pieces)


@lru_cache(maxsize=1024)
def tells_fate(text: str) -> bool:
    """Whether words say of a motion what became of it, or what was decided and nothing to do."""
    if motions.makes(text) and verdict_of(text) is not None:
        return True
    return _TO_DO.search(text) is None and sayings.decides(text, "")


def says_outcome(text: str) -> bool:
    """Whether a clause of a sentence says what became of a motion: "seconded by B, all aye"."""
    clauses = _COMMA.split(text)[1:]
    text = text.rstrip(" .!)")
    last = _LAST.search(text) or (_FATE.search(text) if motions.records(text) else None)
    return any(map(sayings.is_verdict, [*clauses, *([last["said"]] if last else [])]))


def tells_vote(text: str) -> bool:
    """Whether words only tell the vote on a motion or decision: "(Vote: unanimous)"."""
    return _VOTE.match(text) is not None
