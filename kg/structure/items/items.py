"""The items of a meeting: in its minutes, where each heads what was said under it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from kg.model import Kind, Paragraph
from kg.numbering import of_item
from kg.structure.items.beside import leads_beside, level_headings, without_business
from kg.structure.items.bullets import over_text
from kg.structure.items.codes import with_codes
from kg.structure.items.inner import Titled, inner_parts, lettered_parts, under_title
from kg.structure.items.item import Item
from kg.structure.items.left_out import stand_ins
from kg.structure.items.lone_numbers import with_lone
from kg.structure.items.next_agenda import without_next_agenda
from kg.structure.items.not_items import (
    are_applications,
    are_articles,
    are_consented,
    are_lines,
    are_motions,
    are_of_one_title,
    are_points,
    are_questions,
    are_text,
    are_told_in_one,
    behind_last,
    over_paragraphs,
)
from kg.structure.items.numbered import in_count, numbered
from kg.structure.items.numbered_parts import SMALL, whole_count
from kg.structure.items.partings import parted
from kg.structure.items.sectioned import headed_sections, in_sections
from kg.structure.items.titles import number_of, title_span
from kg.structure.items.unnumbered import headed, led, minutes_below_agenda
from kg.structure.items.within import headings_within
from kg.structure.labels import is_bare_agenda, is_bare_minutes
from kg.structure.openings import tells
from kg.structure.people_labels import people_label
from kg.structure.sections import body
from kg.tables.load import either

_ALIKE = 75
_FEWEST_LISTED = 3
_LINE = 60
_FIRST = ("a", "A", "i")
"""The list of business that most meetings have."""


def minuted_items(paragraphs: Sequence[Paragraph]) -> tuple[Item, ...]:
    """The items of minutes by the marks of items, else by what parts most of their business.

    Those behind a list that says one title over and over, where minutes begin with one.
    """
    heads = in_count(paragraphs)
    if are_of_one_title(heads):
        paragraphs = behind_last(heads, paragraphs)
        heads = in_count(paragraphs)
    items = _marked(paragraphs, heads) if paragraphs else ()
    return with_codes(items if len(items) > 1 else _parted(paragraphs) or items)


def _marked(paragraphs: Sequence[Paragraph], heads: list[Paragraph]) -> tuple[Item, ...]:
    """The items of minutes: those numbered in sequence, ``heads``, else those under headings.

    Items without a number get none: the place of a heading among others is not
    something that the paper says. Headings below a numbered list of the items take
    the number and title of the one that they are like.
    """
    headings = headed(paragraphs)
    if sectioned := headed_sections(headings, paragraphs):
        return _under(sectioned, paragraphs, counted=False)
    if _head_nothing(heads, headings, paragraphs):
        headings = over_paragraphs(heads, headings) if are_text(heads, headings) else headings
        heads = []
    if taken_up := _taken_up(heads, paragraphs):
        return _with_list(_under(taken_up, paragraphs, counted=True), heads)
    listed = heads if are_lines(heads, paragraphs) or _are_agenda(heads, paragraphs) else []
    headings, below = _of_business(headings, listed, paragraphs)
    if len(below) > 1 and below != headings:
        heads, listed = headings, []
    elif len(below) > 1:
        heads = below
    if heads and heads is not below and heads is not headings:
        return _counted(heads, headings, paragraphs)
    if not heads and (opened := _opening(headings, paragraphs)):
        return opened
    heads = heads or with_lone(headings, paragraphs)
    if not heads:
        return ()
    beside = without_business(headings, paragraphs)
    items = _under(heads, paragraphs, counted=False, opening=beside)
    items = _counted_below(_told_once(items, paragraphs), paragraphs)
    return _with_list(items, listed) if heads is below else items


def _head_nothing(
    heads: Sequence[Paragraph], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether numbered paragraphs are points, questions, motions, text, or one of few."""
    if in_sections(heads, paragraphs):
        return False
    among_bullets = len(heads) == 1 and len(over_text(paragraphs)) > 1
    told = are_told_in_one(heads, paragraphs) or are_points(heads, headings, paragraphs)
    consented = are_consented(heads, headings) or are_text(heads, headings)
    worded = are_motions(heads) or are_articles(heads, headings, paragraphs)
    applied = are_applications(heads, headings)
    return among_bullets or told or consented or worded or applied or are_questions(heads)


def _counted(
    heads: Sequence[Paragraph], headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> tuple[Item, ...]:
    """The items that numbered paragraphs head, with those without a number that stand beside."""
    beside = (*level_headings(heads, headings, paragraphs), *stand_ins(heads, paragraphs))
    every = sorted((*beside, *heads), key=lambda head: head.ordinal)
    return _under(every, paragraphs, counted=True, opening=leads_beside(heads, paragraphs))


def _opening(headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> tuple[Item, ...]:
    """The items whose titles open paragraphs, with the headings of people among them."""
    people = [h for h in headings if people_label(h.text) is not None]
    others = [h for h in headings if h not in people]
    opened = _spread(led(paragraphs, others), others)
    beside = [h for h in people if not is_bare_minutes(h.text)]
    return _led(_in_order(opened, beside), paragraphs) if opened else ()


def _parted(paragraphs: Sequence[Paragraph]) -> tuple[Item, ...]:
    """The items of the way that parts minutes best."""
    return _led(heads, paragraphs) if (heads := parted(paragraphs)) else ()


def _spread(
    opened: Sequence[tuple[Paragraph, int]], headings: Sequence[Paragraph]
) -> Sequence[tuple[Paragraph, int]]:
    """Paragraphs that open with titles; none where they ask, or are a list under one heading."""
    under = {sum(heading.ordinal <= p.ordinal for heading in headings) for p, _ in opened}
    listed = len(headings) >= _FEWEST_LISTED and len(under) == 1 and 0 not in under
    return () if listed or are_questions([p for p, _ in opened]) else opened


def _under(
    heads: Sequence[Paragraph],
    paragraphs: Sequence[Paragraph],
    *,
    counted: bool,
    opening: Sequence[tuple[Paragraph, int]] = (),
) -> tuple[Item, ...]:
    """The items that paragraphs head, each up to the next; of ``opening`` the first words do."""
    stops = {p.ordinal: stop for p, stop in opening}
    known = {head.ordinal for head in heads}
    others = (p for p, _ in opening if p.ordinal not in known)
    heads = sorted((*heads, *others), key=lambda head: head.ordinal)
    ends = [*(head.ordinal for head in heads[1:]), _end(heads[-1], paragraphs)]
    found = [
        _item(head, end, counted)
        if head.ordinal in known
        else _opened(head, stops[head.ordinal], end)
        for head, end in zip(heads, ends, strict=True)
    ]
    return _told_apart(_lettered(found))


def _told_once(items: Sequence[Item], paragraphs: Sequence[Paragraph]) -> Sequence[Item]:
    """The items without those that only list what a later one of their title tells of."""
    base = paragraphs[0].ordinal
    last = {default_process(item.title): item for item in items}
    return [
        item
        for item in items
        if last[default_process(item.title)] is item
        or any(map(_is_text, paragraphs[item.first + 1 - base : item.last - base]))
    ]


def _is_text(paragraph: Paragraph) -> bool:
    """Whether a paragraph is longer than a line of a list, or tells something."""
    return len(paragraph.text) > _LINE or tells(paragraph)


def _counted_below(items: Sequence[Item], paragraphs: Sequence[Paragraph]) -> tuple[Item, ...]:
    """Items with the numbers that stand under their titles, where these count them one by one."""
    base = paragraphs[0].ordinal
    firsts = [
        paragraphs[item.first + 1 - base].number for item in items if item.first + 1 < item.last
    ]
    counts = [str(at) for at in range(1, len(items) + 1)]
    inside = paragraphs[items[0].first - base : items[-1].last - base]
    alone = sum(p.number is not None and p.number.isdigit() for p in inside) == len(items)
    if len(items) < _FEWEST_LISTED or firsts != counts or not alone:
        return tuple(items)
    return tuple(replace(item, number=number) for item, number in zip(items, counts, strict=True))


def _taken_up(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs below a list of items that count again from where it begins, most with titles
    of the list.
    """
    if len(heads) < _FEWEST_LISTED:
        return []
    listed = {head.number for head in heads if head.number}
    below = paragraphs[heads[-1].ordinal + 1 - paragraphs[0].ordinal :]
    again = numbered(below) if sum(p.number in listed for p in below) > 1 else []
    announced = [_item(head, head.ordinal + 1) for head in heads]
    told = [_item(head, head.ordinal + 1) for head in again]
    alike = sum(any(_likeness(one, item) >= _ALIKE for one in announced) for item in told)
    begins = bool(again) and (whole_count(again[0]) or 0) <= (whole_count(heads[0]) or 0)
    return again if begins and alike > 1 and 2 * alike > len(told) else []


def _are_agenda(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs stand between the headings "Agenda" and "Minutes" of a paper."""
    at = minutes_below_agenda(paragraphs)
    return bool(heads) and at is not None and heads[-1].ordinal < paragraphs[at].ordinal


def _of_business(
    headings: list[Paragraph], listed: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> tuple[list[Paragraph], list[Paragraph]]:
    """The headings of business, and those below a numbered list, if there is one."""
    below = [p for p in headings if listed and p.ordinal > listed[-1].ordinal]
    printed = bool(listed) and _heads_agenda(listed[0], paragraphs)
    return (below if printed else headings), below


def _heads_agenda(first: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a heading right above a list says "Agenda", so that what heads it is no business."""
    above = reversed(paragraphs[: first.ordinal - paragraphs[0].ordinal])
    headings = takewhile(lambda p: p.kind is Kind.HEADING or len(p.text) <= _LINE, above)
    return any(p.kind is Kind.HEADING and is_bare_agenda(p.text) for p in headings)


def _in_order(
    opened: Sequence[tuple[Paragraph, int]], headings: Sequence[Paragraph]
) -> list[tuple[Paragraph, int]]:
    """The paragraphs that open with titles, and headings of people among them."""
    known = {p.ordinal for p, _ in opened}
    others = [(h, len(h.text)) for h in headings if h.ordinal not in known]
    return sorted((*opened, *others), key=lambda head: head[0].ordinal)


def _led(
    heads: Sequence[tuple[Paragraph, int]], paragraphs: Sequence[Paragraph]
) -> tuple[Item, ...]:
    """The items of minutes of which only the first words of paragraphs are titles."""
    ends = [*(head.ordinal for head, _ in heads[1:]), paragraphs[-1].ordinal + 1]
    items = (_opened(head, stop, end) for (head, stop), end in zip(heads, ends, strict=True))
    return tuple(item for item in items if item.title)


def _opened(head: Paragraph, stop: int, end: int) -> Item:
    """The item whose title is the first words of a paragraph, up to ``stop``."""
    start = body(head).start
    title = head.text[start:stop].rstrip(" .:–—-")
    number = head.number or ""
    return Item(number, title, start, start + len(title), head.ordinal, end, head.ordinal)


def with_headings(items: Sequence[Item], paragraphs: Sequence[Paragraph]) -> tuple[Item, ...]:
    """The items of minutes, with the headings and parts below those that have a number.

    What is decided under one of these is still of the numbered item; one right over such an
    item only groups some. Where no item has a number, those have parts that letters count.
    """
    paragraphs = without_next_agenda(paragraphs)
    whole = [item for item in items if item.number]
    parts_of = inner_parts if whole else lettered_parts
    known = {item.first for item in items} | {item.title_at for item in items}
    base = paragraphs[0].ordinal if paragraphs else 0
    inner = [
        _inner("" if under_title(below) else item.number, part)
        for item in whole or items
        for below in [paragraphs[item.first + 1 - base : item.last - base]]
        for part in parts_of(below)
        if part[0].ordinal not in known
    ]
    parts = _told_apart(inner, items)
    known |= {part.first for part in parts}
    within = headings_within(whole, paragraphs)
    below = [_item(p, p.ordinal + 1) for p in within if p.ordinal not in known]
    return _lettered(sorted((*items, *below, *parts), key=lambda item: item.first))


def _inner(whole: str, part: Titled) -> Item:
    """The part of the item with the number ``whole`` whose title stands behind its number."""
    head, start, end = part
    number = of_item(whole, head.number or "")
    title = head.text[start:end]
    return Item(number, title, start, end, head.ordinal, head.ordinal + 1, head.ordinal)


def _lettered(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, lettered parts with the number of their item: "2a", "IV.A".

    Letters that begin before any number are the numbers of items themselves.
    """
    parts = _parts(items)
    found: list[Item] = []
    whole = of = ""
    for at, item in enumerate(items):
        if at in parts:
            begins = item.number in _FIRST or SMALL.fullmatch(item.number)
            of = whole if begins else of and whole
            item = replace(item, number=of_item(of, item.number))
        elif item.number:
            whole = item.number
        found.append(item)
    return tuple(found)


def _told_apart(items: Sequence[Item], known: Sequence[Item] = ()) -> tuple[Item, ...]:
    """The items, each marked whose number one before it has, or one that is ``known``."""
    taken = {item.number for item in known if item.number}
    found: list[Item] = []
    for item in items:
        found.append(replace(item, shared=item.number in taken))
        taken |= {item.number} - {""}
    return tuple(found)


def _parts(items: Sequence[Item]) -> list[int]:
    """Which items are lettered parts: small letters, and capitals that count from A."""
    parts: list[int] = []
    following = "A"
    for at, item in enumerate(items):
        if SMALL.fullmatch(item.number) or item.number in ("A", following):
            parts.append(at)
        if item.number in ("A", following):
            following = chr(ord(item.number) + 1)
    return parts


def _with_list(items: Sequence[Item], listed: Sequence[Paragraph]) -> tuple[Item, ...]:
    """Items under headings, with those of a list of items: each heading is the one it is like."""
    announced = [_item(paragraph, paragraph.ordinal + 1) for paragraph in listed]
    found: list[Item] = []
    for item in items:
        like = max(announced, key=lambda one: _likeness(one, item), default=None)
        if like is not None and _likeness(like, item) >= _ALIKE:
            announced.remove(like)
            item = replace(like, first=item.first, last=item.last)
        found.append(item)
    return tuple(sorted([*announced, *found], key=lambda item: item.first))


def _likeness(one: Item, other: Item) -> float:
    """How much the titles of two items have in common, of 100."""
    return fuzz.token_set_ratio(one.title, other.title, processor=default_process)


def _end(last: Paragraph, paragraphs: Sequence[Paragraph]) -> int:
    """Where the last item ends: at an appendix to the minutes, or with them."""
    appendix = either("sections", "starts", "appendix")
    for paragraph in paragraphs[last.ordinal + 1 - paragraphs[0].ordinal :]:
        if paragraph.kind is Kind.HEADING and appendix.search(paragraph.text):
            return paragraph.ordinal
    return paragraphs[-1].ordinal + 1


def _item(head: Paragraph, end: int, series: bool = False) -> Item:
    start, stop = title_span(head, series=series)
    number = number_of(head) if series else of_item(head.inside or "", head.number or "")
    return Item(number, head.text[start:stop], start, stop, head.ordinal, end, head.ordinal)
