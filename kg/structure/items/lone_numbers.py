"""Numbers among headings without: one that no other runs on from ("147/12/13 PATHS"), and titles
that count in small Roman numbers below one heading.
"""

import re
from collections.abc import Sequence

from kg.model import Kind, Paragraph
from kg.numbering import ListStyle, counter
from kg.structure.items.titles import is_sentence, is_title
from kg.structure.items.unnumbered import business

_OF_MINUTES = re.compile(r"(?:[A-Z]{1,5}[/. ]?)?(?:\d{3,5}|\d{1,4}(?:[/.]\d{2,4}){1,2})[a-z]?")
"""A number as those of minutes are, and those of lists and parts are not."""
_FEWEST = 3


def with_lone(headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The headings without numbers, those among them with a number of minutes, and the titles
    that count below one.
    """
    after = business(paragraphs)
    lone = [p for p in paragraphs[after:] if _has_lone_number(p)]
    counted = _counted_over_text(headings, paragraphs)
    return sorted((*headings, *lone, *counted), key=lambda heading: heading.ordinal)


def _counted_over_text(
    headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> Sequence[Paragraph]:
    """The titles with the only small Roman numbers, all below one heading, each over text."""
    able = [p for p in paragraphs if p.number and p.number.islower() and p.kind is not Kind.TABLE]
    counts = [counter(ListStyle.LOWER_ROMAN, at) for at in range(1, len(able) + 1)]
    under = {sum(heading.ordinal < p.ordinal for heading in headings) for p in able}
    if len(able) < _FEWEST or [p.number for p in able] != counts or len(under) > 1 or 0 in under:
        return ()
    below = [paragraphs[p.ordinal + 1 - paragraphs[0].ordinal :][:1] for p in able]
    over = all(after and after[0].number is None and _is_text(after[0]) for after in below)
    titled = all(is_title(p) or not is_sentence(p) for p in able)
    return able if over and titled else ()


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.kind in (Kind.TEXT, Kind.LIST_ITEM)


def _has_lone_number(paragraph: Paragraph) -> bool:
    numbered = paragraph.kind is Kind.HEADING and paragraph.number is not None
    if not numbered or not is_title(paragraph):
        return False
    return _OF_MINUTES.fullmatch(paragraph.number or "") is not None
