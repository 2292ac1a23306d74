"""Items whose numbers a rendering of minutes lost, and those that go on behind them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import Kind, Paragraph
from kg.reading.headings.customary import is_customary
from kg.structure.items.matter_words import names_matter
from kg.structure.items.numbered_parts import whole_count
from kg.structure.items.titles import stands_over, title_span
from kg.structure.openings import tells

_MOST = 5
"""How far a number may be from the one before it."""


def resumed(
    heads: Sequence[Paragraph], able: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> Iterator[Paragraph]:
    """The paragraphs behind the last head whose numbers go up by a few, if they are titles over
    what was said.
    """
    last = whole_count(heads[-1]) if heads else None
    after = {p.ordinal: below for p, below in pairwise(paragraphs)}
    for paragraph in able if last is not None else ():
        count, below = whole_count(paragraph), after.get(paragraph.ordinal)
        if count is None or last is None or paragraph.ordinal <= heads[-1].ordinal:
            continue
        if last < count <= last + _MOST and below is not None and _heads(paragraph, below):
            yield paragraph
            last = count


def _heads(paragraph: Paragraph, below: Paragraph) -> bool:
    start, end = title_span(paragraph)
    named = names_matter(paragraph.text[start:end])
    return named and stands_over(paragraph, below) and tells(below)


def stand_ins(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The bullets that name what most meetings have and stand over text between two heads, if
    they are no more than the numbers left out there.
    """
    found: list[Paragraph] = []
    for before, following in pairwise(heads):
        first, last = whole_count(before), whole_count(following)
        left_out = last - first - 1 if first is not None and last is not None else 0
        between = [
            p
            for p, below in pairwise(paragraphs)
            if before.ordinal < p.ordinal < following.ordinal
            and p.kind is Kind.LIST_ITEM
            and p.number is None
            and below.kind is Kind.TEXT
            and is_customary(p.text.rstrip(" :"))
        ]
        if len(between) <= left_out:
            found.extend(between)
    return found
