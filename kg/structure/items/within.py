"""The headings between numbered items that head a matter of their own."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.model import Kind, Paragraph
from kg.reading.headings.customary import is_customary
from kg.structure.items.item import Item
from kg.structure.items.not_items import heads_sums
from kg.structure.items.unnumbered import groups, may_head
from kg.structure.labels import is_status
from kg.structure.people_labels import people_label
from kg.tables.load import matches

_REPORT = re.compile(r"\b(?:reports?|updates?)\b", re.IGNORECASE)
_ONE_REPORT = re.compile(r"\b(?:report|updates?)\b", re.IGNORECASE)
_OF_ACTIONS = re.compile(r"\bactions?\b", re.IGNORECASE)


def headings_within(items: Sequence[Item], paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The headings between the first and the last item that may head a matter of their own."""
    texts = Counter(p.text for p in paragraphs if p.kind is Kind.HEADING)
    firsts = {item.first for item in items}
    for at, p in enumerate(paragraphs if items else ()):
        if (
            texts[p.text] == 1
            and items[0].first < p.ordinal < items[-1].last
            and p.ordinal + 1 not in firsts
            and may_head(p, paragraphs)
            and not groups(at, paragraphs)
            and not heads_sums(p, paragraphs)
            and not _names_people(p, paragraphs)
            and not is_status(p.text)
            and not matches(p.text, "sections", "items", "no_parts")
            and not _is_reported(p, items, paragraphs)
        ):
            yield p


def _is_reported(
    heading: Paragraph, items: Sequence[Item], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether a heading stands in a report over what it tells; below "Reports" it is over one.

    What a report on actions tells of are matters of their own, and so is what stands beside
    one report that says nothing itself, right over a heading.
    """
    over = next(item for item in reversed(items) if item.first < heading.ordinal)
    head, below = paragraphs[over.first - paragraphs[0].ordinal :][:2]
    deeper = (heading.level or 1) > (head.level or 1)
    one = _ONE_REPORT.search(over.title)
    told = one if deeper else _REPORT.search(over.title)
    silent = one is not None and not deeper and below.kind is Kind.HEADING
    if told is None or silent or _OF_ACTIONS.search(over.title):
        return False
    return not (is_customary(heading.text) or _REPORT.search(heading.text))


def _names_people(heading: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a heading lists names right under one of people, as in bold under "Present"."""
    above = paragraphs[heading.ordinal - 1 - paragraphs[0].ordinal]
    found = people_label(above.text) if above.kind is Kind.HEADING else None
    return found is not None and found.rest is None and "," in heading.text
