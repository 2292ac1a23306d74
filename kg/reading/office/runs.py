"""Runs of words of a paragraph, each in bold or not."""

from collections.abc import Sequence
from itertools import takewhile

from kg.reading.markers import is_bare_marker

Run = tuple[str, bool]
"""Words, and whether they are set in bold."""


def all_bold(runs: Sequence[Run]) -> bool:
    """Whether all words are set in bold, and there are some."""
    filled = [bold for words, bold in runs if words.strip()]
    return bool(filled) and all(filled)


def lead_of(runs: Sequence[Run]) -> str:
    """The words at the head of a paragraph in bold, with a number in plain before them."""
    numbered = bool(runs) and not runs[0][1] and is_bare_marker(runs[0][0])
    number, behind = (runs[0][0], runs[1:]) if numbered else ("", runs)
    bold = takewhile(lambda run: run[1] or not run[0].strip(), behind)
    lead = "".join(words for words, _ in bold)
    return (number + lead).strip() if lead.strip() else ""
