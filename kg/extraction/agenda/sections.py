"""The items of an agenda under headings, some of which stand over lists that each count anew."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile, zip_longest

from kg.extraction.agenda.lines import LIST_HEAD, RULE, heads_list
from kg.extraction.context import evidence
from kg.facts import AgendaItem, MeetingKey
from kg.model import Kind, Paragraph
from kg.numbering import of_item
from kg.reading.headings.customary import is_customary
from kg.structure.items.matter_words import tells_matter
from kg.structure.items.titles import title_span
from kg.structure.items.unnumbered import may_head
from kg.structure.sections import Piece, is_deeper
from kg.tables.load import matches

_TITLE_LINE = re.compile(r"[A-Z][^.:;?!\n]{2,60}")
_FIRST = "1"
_FEWEST = 3
_LISTS = 2
_TELLS = ("sections", "items", "runs_on")


def under_headings(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> list[AgendaItem]:
    """The headings below "Agenda" and the lines with numbers under them, in order.

    They may stand below the title of the paper or its notice too. None where the numbers go
    on from one heading to the next: these count the items alone. A heading that only parts the
    business ("Part A", "Then comes business:") is no item; a letter is part of the number above.
    Where a line with a number has a list of its own, such lines are the items, and headings only
    group them.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    tops = [at for at, p in enumerate(shown) if LIST_HEAD.match(p.text)]
    tops = tops or [at for at, p in enumerate(shown) if any(map(heads_list, p.text.split("\n")))]
    below = shown[tops[-1] + 1 :] if tops else []
    headings = {p.ordinal for p in below if may_head(p, paragraphs)}
    over = {p.ordinal for p in below if p.kind is Kind.HEADING and p.number is None}
    anew = sum(head.ordinal in over and p.number == _FIRST for head, p in pairwise(below))
    if anew < _LISTS or (len(headings) < _FEWEST and anew < len(over)):
        return []
    headings -= {h.ordinal for h, p in zip_longest(below, below[1:]) if _leads_to(h, p)}
    if any(p.inside for p in below):
        headings, below = set(), [p for p in below if not p.inside]
    items: list[AgendaItem] = []
    taken: set[str] = set()
    whole = ""
    for p in below:
        if p.ordinal in headings or p.number is not None:
            number = p.number or ""
            if number.isalpha():
                number = of_item(whole, number)
            else:
                whole = number
            items.append(_item(p, meeting, number, shared=bool(number) and number in taken))
            taken.add(number)
    return items


def _leads_to(heading: Paragraph, below: Paragraph | None) -> bool:
    """Whether a heading only leads in to the list that counts from 1 below it, or tells more."""
    leads = heading.text.endswith(":") and below is not None and below.number == _FIRST
    return leads or (heading.kind is Kind.HEADING and matches(heading.text, *_TELLS))


def among_lists(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> list[AgendaItem]:
    """The short lines without numbers that stand over bullets and lists of their own.

    Some name what most meetings have, and several of the lists begin at 1.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    heads = [at for at, p in enumerate(shown) if any(map(heads_list, p.text.split("\n")))]
    below = shown[heads[-1] + 1 :] if heads else []
    titles = [p for p in below if _is_title_line(p)]
    usual = sum(is_customary(p.text) for p in titles)
    lists = sum(p.number == _FIRST for p in below)
    found = usual >= _FEWEST and lists >= _LISTS
    return [_item(p, meeting, p.number or "") for p in titles] if found else []


def below_heading(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> list[AgendaItem]:
    """The headings without numbers deeper than the heading "Agenda", up to one that is no title.

    Bullets stand under some: "Agenda" over "Announcements", "Boats" and "Open discussion".
    """
    tops = [p for p in paragraphs if p.kind is Kind.HEADING and LIST_HEAD.match(p.text)]
    behind = paragraphs[tops[-1].ordinal + 1 - paragraphs[0].ordinal :] if tops else ()
    within = list(takewhile(lambda p: _is_within(p, tops[-1], paragraphs), behind))
    heads = [p for p in within if p.kind is Kind.HEADING]
    bulleted = any(p.kind is Kind.LIST_ITEM for p in within)
    counted = any(p.number is not None for p in within)
    found = len(heads) >= _FEWEST and bulleted and not counted
    return [_item(p, meeting, p.number or "") for p in heads] if found else []


def _is_within(one: Paragraph, top: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a paragraph stands under a heading: no heading, or a deeper one over business."""
    return one.kind is not Kind.HEADING or (is_deeper(one, top) and may_head(one, paragraphs))


def _is_title_line(paragraph: Paragraph) -> bool:
    """Whether a short line without a number names a matter and tells nothing."""
    if paragraph.number is not None or paragraph.kind in (Kind.LIST_ITEM, Kind.TABLE):
        return False
    text = paragraph.text
    return _TITLE_LINE.fullmatch(text) is not None and tells_matter(text)


def _item(
    paragraph: Paragraph, meeting: MeetingKey, number: str, *, shared: bool = False
) -> AgendaItem:
    """The item that a paragraph is; ``shared`` where another has its number."""
    start, end = title_span(paragraph)
    return AgendaItem(
        meeting=meeting,
        number=number,
        title=paragraph.text[start:end],
        evidence=(evidence(Piece(paragraph, start, end)),),
        rule=RULE,
        shared=shared,
    )
