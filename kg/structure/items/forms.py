"""The forms of numbers: items have those of one, and lists inside them those of others."""

import re
from collections.abc import Sequence

from kg.model import Paragraph

_FEWEST = 3
_CALLED = re.compile(r"(?:agenda|(?:agenda\s+)?item)\s+\d", re.IGNORECASE)


def of_one_form(candidates: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Those of one form where the first has it and others do not: the others are lists in these.

    So are plain numbers where items have the numbers of minutes ("6/16").
    """
    for of_form in (_is_called, _is_bare):
        alike = [p for p in candidates if of_form(p)]
        if _FEWEST <= len(alike) < len(candidates) and candidates[0] is alike[0]:
            candidates = alike
    minutes = [p for p in candidates if "/" in (p.number or "")]
    kept = len(minutes) >= _FEWEST and candidates[0] is minutes[0]
    return minutes if kept else candidates


def _is_called(paragraph: Paragraph) -> bool:
    """Whether a paragraph calls itself an item: "Item 3: Fees"."""
    return _CALLED.match(paragraph.text) is not None


def _is_bare(paragraph: Paragraph) -> bool:
    """Whether a number has no bracket before it, as that of a list inside an item has."""
    return not paragraph.text.startswith("(")
