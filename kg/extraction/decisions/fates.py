"""What stands under a label of actions and tells what was decided: "ACTION: Approved 4-0."."""

import re
from functools import lru_cache

from kg.extraction.decisions import motions, sayings
from kg.extraction.decisions.verdicts import verdict_of
from kg.structure.sections import Section

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
