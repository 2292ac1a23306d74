"""Headings whose number no other runs on from: "147/12/13 PATHS" among titles without."""

import re
from collections.abc import Sequence

from kg.model import Kind, Paragraph
from kg.structure.items.titles import is_title
from kg.structure.items.unnumbered import business

_OF_MINUTES = re.compile(r"(?:[A-Z]{1,5}[/. ]?)?(?:\d{3,5}|\d{1,4}(?:[/.]\d{2,4}){1,2})[a-z]?")
"""A number as those of minutes are, and those of lists and parts are not."""


def with_lone(headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The headings without numbers, and those among them with a number of minutes."""
    after = business(paragraphs)
    lone = [p for p in paragraphs[after:] if _has_lone_number(p)]
    return sorted((*headings, *lone), key=lambda heading: heading.ordinal)


def _has_lone_number(paragraph: Paragraph) -> bool:
    numbered = paragraph.kind is Kind.HEADING and paragraph.number is not None
    if not numbered or not is_title(paragraph):
        return False
    return _OF_MINUTES.fullmatch(paragraph.number or "") is not None
