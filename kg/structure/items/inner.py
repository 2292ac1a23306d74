"""Parts of items in lists of their own, and lists of items that lost their count."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from kg.counting import is_lost
from kg.model import Kind, Paragraph
from kg.numbering import ListStyle, counter
from kg.reading.headings.run_in_titles import OF_EARLIER, names_person
from kg.structure.items.matter_words import is_business
from kg.structure.items.titles import LONG_TITLE, is_sentence, title_span
from kg.tables.load import either

Titled = tuple[Paragraph, int, int]
"""A paragraph, and where the title that it opens with stands in it."""

_ENDS = tuple(".:;,!?")
_SMALL = (ListStyle.LOWER_ROMAN, ListStyle.LOWER_LETTER)
_MOSTLY = 0.6
_WORD = re.compile(r"[a-z]{3}")
_TITLE = re.compile(
    r"(?P<title>[A-Z0-9][^\s.:;–—(]*"
    r"(?:(?:\s(?!-\s)[^\s.:;–—(]+){5,8}(?=\s[–—-]\s)|(?:\s[^\s.:;–—(]+){0,4}))"
    r"(?:\s*\([^()]*\))?(?:\s?[.:](?=\s)|\s[–—-]|—)"
)


def uncounted(able: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs that may head items, if the count of their list is lost; headings have theirs,
    if they count 1, 2, 3.
    """
    headings = [p.number for p in able if p.kind is Kind.HEADING]
    counted = len(headings) > 2 and headings == [str(at + 1) for at in range(len(headings))]
    return able if is_lost([p.number for p in able]) and not counted else ()


def inner_parts(below: Sequence[Paragraph]) -> Sequence[Titled]:
    """The parts of an item among the paragraphs below its head.

    Their numbers begin again at 1 and each stands over text, or they are small letters or
    Roman numerals and each runs on from its title.
    """
    return _over_text(below) or _run_on(below, _SMALL)


def lettered_parts(below: Sequence[Paragraph]) -> Sequence[Titled]:
    """The paragraphs below a title with small letters, of which each runs on from its own."""
    return _run_on(below, (ListStyle.LOWER_LETTER,))


def under_title(below: Sequence[Paragraph]) -> bool:
    """Whether a line that is no sentence stands right over the first number below an item.

    What counts below it is then no part of the item: "Part B".
    """
    above: Paragraph | None = None
    for paragraph in below:
        if paragraph.number is not None:
            break
        above = paragraph if paragraph.kind is not Kind.FURNITURE else above
    short = above is not None and len(above.text) <= LONG_TITLE
    return short and above is not None and above.text[-1:] not in _ENDS


def _over_text(below: Sequence[Paragraph]) -> Sequence[Titled]:
    shown = [p for p in below if p.kind is not Kind.FURNITURE]
    numbers = [p.number for p in shown if p.number is not None]
    found = [
        (p, *title_span(p))
        for p, after in zip_longest(shown, shown[1:])
        if p.number is not None
        and ("\n" in p.text or (after and _tells(after, nested=p.inside is not None)))
    ]
    counts = numbers == [str(count) for count in range(1, len(found) + 1)]
    told = any(is_sentence(p) and not _is_title((p, start, end)) for p, start, end in found)
    titled = 2 * sum(map(_is_title, found)) >= len(found)
    return found if counts and titled and not told else ()


def _tells(paragraph: Paragraph, *, nested: bool) -> bool:
    """Whether a paragraph without a number is text, or a bullet below a list of its own."""
    told = paragraph.kind is Kind.TEXT or (paragraph.kind is Kind.LIST_ITEM and not nested)
    return told and paragraph.number is None


def _is_title(one: Titled) -> bool:
    """Whether a title names a matter and is no minute."""
    paragraph, start, end = one
    cut = end < len(paragraph.text.rstrip(" .:"))
    short = start < end <= start + LONG_TITLE
    told = either("sections", "openings", "told").search(paragraph.text, start, end)
    return short and (cut or not is_sentence(paragraph)) and told is None


def _run_on(below: Sequence[Paragraph], styles: Sequence[ListStyle]) -> Sequence[Titled]:
    listed = [p for p in below if p.number is not None]
    numbers = [p.number for p in listed]
    if len(listed) < 2 or not any(
        numbers == [counter(style, at) for at in range(1, len(listed) + 1)] for style in styles
    ):
        return ()
    found: list[Titled] = []
    for paragraph in listed:
        match = _TITLE.match(paragraph.text, title_span(paragraph)[0])
        if match is None or not _WORD.search(match["title"]):
            continue
        if names_person().match(match["title"]) or OF_EARLIER.match(match["title"]):
            return ()
        if is_business(match["title"], paragraph.text[match.end() :]):
            found.append((paragraph, *match.span("title")))
    return found if len(found) >= max(2, _MOSTLY * len(listed)) else ()
