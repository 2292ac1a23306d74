"""The items of a meeting: in its minutes, where each heads what was said under it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Kind, Paragraph
from kg.structure.labels import label
from kg.structure.people_labels import people_label
from kg.structure.sections import NUMBER, number_of
from kg.tables.load import patterns

_TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its number, the span of its title in paragraph ``first``, its paragraphs.

    ``first`` to ``last`` are half-open ordinals; ``first`` is the paragraph of the title.
    """

    number: str
    title: str
    start: int
    end: int
    first: int
    last: int


def minuted_items(paragraphs: Sequence[Paragraph]) -> tuple[Item, ...]:
    """The numbered items of minutes, told from numbered lists by their place and sequence."""
    heads = _chain([p for p in paragraphs if _may_head(p)], paragraphs)
    if not heads:
        return ()
    ends = [*(head.ordinal for head in heads[1:]), _end(heads[-1], paragraphs)]
    return tuple(_item(head, end) for head, end in zip(heads, ends, strict=True))


def _end(last: Paragraph, paragraphs: Sequence[Paragraph]) -> int:
    """Where the last item ends: at an appendix to the minutes, or with them."""
    for paragraph in paragraphs[last.ordinal + 1 - paragraphs[0].ordinal :]:
        if paragraph.kind is Kind.HEADING and any(
            pattern.search(paragraph.text) for pattern in patterns("sections", "starts", "appendix")
        ):
            return paragraph.ordinal
    return paragraphs[-1].ordinal + 1


def title_span(paragraph: Paragraph) -> tuple[int, int]:
    """Where the title stands in an item's heading: without number and end signs."""
    match = NUMBER.match(paragraph.text)
    start = match.end() if match and paragraph.number is not None else 0
    first_line = paragraph.text[start:].split("\n")[0]
    return start, start + len(first_line.rstrip(" :;–-"))


def _may_head(paragraph: Paragraph) -> bool:
    if number_of(paragraph) is None or paragraph.kind in (Kind.TABLE, Kind.FURNITURE):
        return False
    start, end = title_span(paragraph)
    title = paragraph.text[start:end]
    if not title or len(title) > _TITLE_LENGTH or label(paragraph) is not None:
        return False
    return paragraph.kind is Kind.HEADING or not re.search(r"[.;]$|[.;] [A-Z]", title)


def _chain(candidates: list[Paragraph], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The candidates whose numbers run on from one another, headings before others."""
    headings = [p for p in candidates if p.kind is Kind.HEADING]
    chosen = headings if _runs(headings) else candidates
    chain: list[Paragraph] = []
    for candidate in chosen:
        number = number_of(candidate)
        if number is None or _in_list(candidate, paragraphs, chain):
            continue
        last = number_of(chain[-1]) if chain else None
        if last is None or 0 < number - last <= 2:
            chain.append(candidate)
    return chain


def _runs(headings: list[Paragraph]) -> bool:
    numbers = [number for p in headings if (number := number_of(p)) is not None]
    steps = [after - before for before, after in pairwise(numbers)]
    return len(numbers) >= 2 and sum(step == 1 for step in steps) >= 0.7 * len(steps)


def _in_list(candidate: Paragraph, paragraphs: Sequence[Paragraph], chain: list[Paragraph]) -> bool:
    """Whether the paragraph just before carries the number before, and heads nothing itself."""
    if candidate.kind is Kind.HEADING:
        return False
    at = candidate.ordinal - paragraphs[0].ordinal
    before = [p for p in paragraphs[max(0, at - 3) : at] if p.kind is not Kind.FURNITURE]
    if not before:
        return False
    number, last = number_of(candidate), number_of(before[-1])
    if people_label(candidate.text) is not None:
        return False
    return last is not None and number == last + 1 and before[-1] not in chain


def _item(head: Paragraph, end: int) -> Item:
    start, stop = title_span(head)
    return Item(head.number or "", head.text[start:stop], start, stop, head.ordinal, end)
