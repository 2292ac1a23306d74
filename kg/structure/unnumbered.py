"""Items without numbers: the headings that stand over the business of minutes."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from kg.model import Kind, Paragraph
from kg.structure import bodies
from kg.structure.labels import label
from kg.structure.openings import says_who_came, tells
from kg.structure.people_labels import people_label
from kg.structure.titles import title_span
from kg.tables.load import patterns

_TITLE_LENGTH = 320
_HEAD = 25
_LETTERHEAD = 6
_OPENING = 12
_PRESENT = re.compile(r"\b(?:present|attend\w+)\W*$", re.IGNORECASE)


def headed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The headings of two depths that stand over the business, after the lists of people."""
    after = _business(paragraphs)
    headings = [
        p
        for at, p in enumerate(paragraphs[after:], start=after)
        if may_head(p)
        and (at >= _LETTERHEAD or bodies.in_line(p.text) is None)
        and not _only_lists_people(at, paragraphs)
    ]
    depths = Counter(p.level or 1 for p in headings)
    shared = [depth for depth, count in depths.items() if count > 1]
    alike = all(p.text[:_OPENING].isupper() for p in headings)
    depth = min(shared) if shared and not alike else max(depths, default=1)
    return [p for p in headings if (p.level or 1) <= depth + 1]


def _business(paragraphs: Sequence[Paragraph]) -> int:
    """Where the business begins: after the last line of the head that says who came."""
    came = [at for at, p in enumerate(paragraphs[:_HEAD]) if says_who_came(p)]
    return came[-1] + 1 if came else 1


def _only_lists_people(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a heading of people stands over names alone: a list, or below those who came."""
    if not _of_people(paragraphs[at].text):
        return False
    below = list(takewhile(lambda p: p.kind is not Kind.HEADING, paragraphs[at + 1 :]))
    above = next((p for p in reversed(paragraphs[:at]) if p.kind is Kind.HEADING), None)
    listed = any(p.kind is Kind.LIST_ITEM for p in below)
    beside = above is not None and _of_people(above.text)
    return (listed or beside) and not any(map(tells, below))


def _of_people(title: str) -> bool:
    return people_label(title) is not None or _PRESENT.search(title) is not None


def _heads_people(title: str) -> bool:
    """Whether a heading stands over those who came or were absent; apologies are business."""
    people = people_label(title)
    if people is None or people.status == "apologies":
        return False
    return people.told or (people.rest is None and people.status == "present")


def _breaks_off(title: str) -> bool:
    """Whether brackets are opened or closed only: a line of words that go on elsewhere."""
    return title.count("(") != title.count(")")


def may_head(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading without a number that may stand over business."""
    if paragraph.kind is not Kind.HEADING or paragraph.number is not None:
        return False
    start, end = title_span(paragraph)
    title = paragraph.text[start:end]
    if not title or len(title) > _TITLE_LENGTH or _heads_people(title) or _breaks_off(title):
        return False
    other = (*patterns("sections", "items", "no_titles"), *patterns("sections", "lists", "own"))
    return label(paragraph) is None and not any(pattern.search(title) for pattern in other)
