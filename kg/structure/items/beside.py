"""What heads items beside the numbered ones: headings, and paragraphs that open with a title."""

from collections.abc import Sequence

from kg.model import Kind, Paragraph
from kg.reading.headings.customary import is_customary
from kg.structure.items.lead_titles import leads, sign
from kg.structure.openings import tells
from kg.structure.people_labels import people_label
from kg.tables.load import matches

_FEWEST = 3
_FEWEST_LEVEL = 2


def leads_beside(
    heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> list[tuple[Paragraph, int]]:
    """The paragraphs before and behind numbered items that open with a title and tell of it.

    Few do where each names what most meetings have; a list of people before the items heads none.
    """
    base = paragraphs[0].ordinal
    leading = leads(paragraphs[: heads[0].ordinal - base])
    before = [(p, stop) for p, stop in leading if people_label(p.text) is None]
    behind = [*leads(paragraphs[heads[-1].ordinal + 1 - base :])]
    told = [(p, stop) for p, stop in (*before, *behind) if tells(p) and sign(p) == ":"]
    many = sum(p.ordinal < heads[0].ordinal for p, _ in told) >= _FEWEST
    return [(p, end) for p, end in told if many or is_customary(p.text[:end])]


def without_business(
    headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> list[tuple[Paragraph, int]]:
    """The lines behind the first of several headings that name usual business of which there was
    none: "New Business: none".
    """
    first = headings[0].ordinal if len(headings) > 1 else paragraphs[-1].ordinal
    leading = leads([p for p in paragraphs if p.ordinal > first and p.kind is Kind.TEXT])
    return [
        (p, end)
        for p, end in leading
        if is_customary(p.text[:end].rstrip(" :.–—-"))
        and matches(p.text[end:], "sections", "items", "nothing")
    ]


def level_headings(
    heads: Sequence[Paragraph], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> list[Paragraph]:
    """The headings without numbers over business before the first number; and all that are level
    with numbered ones, where these are few among them.
    """
    base, first, last = paragraphs[0].ordinal, heads[0].ordinal, heads[-1].ordinal
    told = [
        p
        for p in headings
        if p.number is None
        and p.ordinal < last
        and p.ordinal + 1 != first
        and tells(paragraphs[p.ordinal + 1 - base])
    ]
    levels = {p.level for p in heads if p.kind is Kind.HEADING}
    level = [p for p in told if p.ordinal > first and {p.level} == levels]
    return [p for p in told if p.ordinal < first or len(level) >= _FEWEST_LEVEL * len(heads)]
