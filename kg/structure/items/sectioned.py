"""Items that count from 1 again in each section of the minutes: its consent items, its reports."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise, zip_longest

from kg.model import Kind, Paragraph
from kg.structure.items.numbered_parts import whole_count
from kg.structure.items.titles import LONG_TITLE, is_sentence
from kg.structure.labels import label

_FEWEST = 2
_NO_TEXT = (None, Kind.HEADING)
_TOLD = ("recommendation", "action", "decision")


def in_sections(able: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The numbered paragraphs that count from 1 under several titles in capitals.

    Below most of those of half of the sections a label says what was recommended, or what was done.
    """
    titles = [p.ordinal for p in paragraphs if _is_title(p)]
    found = [p for p in able if whole_count(p) is not None]
    groups = _between(titles, found)
    below = found and bisect(titles, found[0].ordinal) > 0
    sections = sum(len(group) >= _FEWEST for group in groups)
    if not below or sections < _FEWEST or not _count_on(found):
        return []
    pairs = zip_longest(found, found[1:])
    told = {one.ordinal for one, after in pairs if _tells(one, after, titles, paragraphs)}
    mostly = sum(2 * sum(p.ordinal in told for p in group) > len(group) for group in groups)
    heads = [p for p in found if p.ordinal in told or not is_sentence(p)]
    return heads if 2 * mostly >= len(groups) else []


def headed_sections(
    headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> list[Paragraph]:
    """The headings with numbers that count from 1 again below several of ``headings``, and those
    of these that stand over text.
    """
    counted = [p for p in paragraphs if p.kind is Kind.HEADING and whole_count(p) is not None]
    over = {p.ordinal: p.level or 1 for p in headings if p.number is None}
    levels = {p.level or 1 for p in counted}
    outer = min(over.values(), default=1)
    titles = [at for at, level in over.items() if level == outer]
    groups = _between(titles, counted)
    again = all(map(_count_from_one, groups))
    if len(groups) < _FEWEST or len(counted) <= len(groups) or levels != {outer + 1} or not again:
        return []
    base = paragraphs[0].ordinal
    told = [
        p
        for p in headings
        if over.get(p.ordinal) == outer and _is_over_text(p.ordinal - base, paragraphs)
    ]
    return sorted((*told, *counted), key=lambda p: p.ordinal)


def _between(titles: Sequence[int], counted: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Paragraphs in groups, each of those between two titles, given by their ordinals."""
    return [[*group] for _, group in groupby(counted, lambda p: bisect(titles, p.ordinal))]


def _count_from_one(group: Sequence[Paragraph]) -> bool:
    """Whether the numbers of paragraphs count 1, 2, 3."""
    return [whole_count(p) for p in group] == [*range(1, len(group) + 1)]


def _count_on(found: Sequence[Paragraph]) -> bool:
    """Whether each number is one more than that before it, or begins anew: 1, 2, 1, 2, 3."""
    counts = [0, *map(whole_count, found)]
    return all(count in (1, (before or 0) + 1) for before, count in pairwise(counts))


def _is_over_text(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether text or a list stands right below a heading."""
    kinds = (paragraphs[below].kind for below in range(at + 1, len(paragraphs)))
    return next((kind for kind in kinds if kind is not Kind.FURNITURE), None) not in _NO_TEXT


def _is_title(paragraph: Paragraph) -> bool:
    """Whether a short line without a number is in capitals."""
    line = paragraph.kind in (Kind.HEADING, Kind.TEXT) and paragraph.number is None
    return line and len(paragraph.text) < LONG_TITLE and paragraph.text.isupper()


def _tells(
    head: Paragraph,
    following: Paragraph | None,
    titles: Sequence[int],
    paragraphs: Sequence[Paragraph],
) -> bool:
    """Whether a label stands below a title, before what comes next."""
    base = paragraphs[0].ordinal
    ends = [following.ordinal] if following else []
    ends += titles[bisect(titles, head.ordinal) :][:1]
    end = min(ends, default=paragraphs[-1].ordinal + 1)
    said = (
        label(replace(p, text=line))
        for p in paragraphs[head.ordinal - base : end - base]
        if p.kind is not Kind.TABLE
        for line in p.text.split("\n")
    )
    return any(one is not None and one.name in _TOLD for one in said)
