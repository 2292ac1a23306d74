"""Captions: short numbered lines that say what the paragraph under each is about.

Lists of articles, papers and events give each a numbered line and tell of it below, where that
line is not said again. Two of them under one heading show the habit.
"""

from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise

from kg.model import Kind, Paragraph
from kg.reading.headings.counted import is_short_title

LEAST = 2
"""So many captions under one heading are no accident."""


def captions(paragraphs: Sequence[Paragraph], items: Container[int]) -> dict[int, str]:
    """The captions by the ordinals of the paragraphs that stand under them.

    :param items: the ordinals of paragraphs that are items of an agenda, which are no captions.
    """
    shown = [one for one in paragraphs if one.kind is not Kind.FURNITURE]
    pairs = ((line, below) for line, below in pairwise(shown) if line.ordinal not in items)
    over = [line for line, below in pairs if _captions(line, below)]
    counts = Counter(one.headings for one in over)
    kept = {one.ordinal for one in over if counts[one.headings] >= LEAST}
    found: dict[int, str] = {}
    caption: Paragraph | None = None
    for one in shown:
        if one.ordinal in kept:
            caption = one
        elif caption is not None and _goes_on(caption, one):
            found[one.ordinal] = caption.text
        else:
            caption = None
    return found


def _captions(line: Paragraph, below: Paragraph) -> bool:
    """Whether a numbered line is a title with a paragraph of sentences under it."""
    titled = line.kind is Kind.TEXT and line.number is not None and is_short_title(line.text)
    return titled and not line.text.endswith((":", ",", "?", "!")) and _tells(line, below)


def _tells(line: Paragraph, below: Paragraph) -> bool:
    return _goes_on(line, below) and below.text.rstrip().endswith((".", "!", "?"))


def _goes_on(line: Paragraph, below: Paragraph) -> bool:
    """Whether a paragraph without a number stands in the section of a line."""
    return below.kind is Kind.TEXT and below.number is None and below.headings == line.headings
