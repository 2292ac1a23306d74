"""The items of a meeting: in its minutes, where each heads what was said under it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from kg.model import Kind, Paragraph
from kg.reading.numbering import ListStyle, counter
from kg.structure import bodies
from kg.structure.labels import label
from kg.structure.openings import says_who_came
from kg.structure.people_labels import people_label
from kg.structure.sections import NUMBER
from kg.tables.load import patterns

_TITLE_LENGTH = 320
_LONG_TITLE = 120
_HEAD = 25
_LETTERHEAD = 6
_GAP = 2
_FEWEST_MINUTES = 3
_RUNNING = 100
_SUMMARIES = frozenset({"action", "decision", "recommendation"})
_WHOLE = re.compile(r"(?:[A-Z]{1,5}[/. ]?)?(?P<first>\d{1,4})(?:/(?P<second>\d{2,4}))?")
_PART = re.compile(r"(?P<of>\d{1,3})(?:\.\d{1,3}){1,2}")
_SENTENCE = re.compile(r"[.;][”\"’]?$|[.;][”\"’]? [A-Z]")
_IN_SERIES = re.compile(
    r"(?P<number>(?P<roman>[IVX]{1,5})(?=[.)]\s)"
    r"|(?P<series>[A-Z]{1,5}\.?|[A-Z]{1,2} |\d{4}\.)(?P<count>\d{1,4}))[.:)]?\s+(?=[A-Z\d])"
)
_PURPOSE = re.compile(r"To [a-z][^.;]*\.")
_ALIKE = 75
_OPENING = 12


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its number, the span of its title in paragraph ``title_at``, its paragraphs.

    ``number`` is "" where the minutes give none. ``first`` to ``last`` are half-open
    ordinals; ``first`` is the paragraph of the heading, which is that of the title too
    unless a list of the items stands above the minutes.
    """

    number: str
    title: str
    start: int
    end: int
    first: int
    last: int
    title_at: int

    @property
    def label(self) -> str:
        """What facts call the item: its number, or its title where it has none."""
        return self.number or self.title


def minuted_items(paragraphs: Sequence[Paragraph]) -> tuple[Item, ...]:
    """The items of minutes: those numbered in sequence, else those under headings.

    Items without a number get none: the place of a heading among others is not
    something that the paper says. Headings below a numbered list of the items take
    the number and title of the one that they are like.
    """
    heads = _in_series(paragraphs) or _numbered(paragraphs)
    listed = heads if _is_list(heads, paragraphs) else []
    below = [p for p in _headed(paragraphs) if listed and p.ordinal > listed[-1].ordinal]
    heads = below if len(below) > 1 else heads or _headed(paragraphs)
    if not heads:
        return ()
    ends = [*(head.ordinal for head in heads[1:]), _end(heads[-1], paragraphs)]
    items = tuple(_item(head, end) for head, end in zip(heads, ends, strict=True))
    return _with_list(items, listed) if heads is below else items


def _is_list(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs follow one another, and so head nothing."""
    between = [p for p in paragraphs if heads and heads[0].ordinal < p.ordinal < heads[-1].ordinal]
    apart = {head.ordinal for head in heads}
    return len(heads) > 1 and all(p.ordinal in apart or p.kind is Kind.FURNITURE for p in between)


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
    for paragraph in paragraphs[last.ordinal + 1 - paragraphs[0].ordinal :]:
        if paragraph.kind is Kind.HEADING and any(
            pattern.search(paragraph.text) for pattern in patterns("sections", "starts", "appendix")
        ):
            return paragraph.ordinal
    return paragraphs[-1].ordinal + 1


def title_span(paragraph: Paragraph) -> tuple[int, int]:
    """Where the title stands in an item's heading: without number and end signs."""
    numbered = NUMBER if paragraph.number is not None else _IN_SERIES
    match = numbered.match(paragraph.text)
    start = match.end() if match else 0
    title = paragraph.text[start:].split("\n")[0].rstrip(" :;–-")
    if len(title) > _LONG_TITLE and (end := _SENTENCE.search(title)):
        title = title[: end.start()]
    if title.endswith(".") and "." not in title.split()[-1][:-1]:
        title = title[:-1]
    return start, start + len(title)


def _item(head: Paragraph, end: int) -> Item:
    start, stop = title_span(head)
    series = None if head.number else _IN_SERIES.match(head.text)
    number = head.number or (series["number"] if series else "")
    return Item(number, head.text[start:stop], start, stop, head.ordinal, end, head.ordinal)


# Items with numbers


def _in_series(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs that count I, II, III or, in a series of their own, PC.22, PC.23, PC.24."""
    romans: list[Paragraph] = []
    series: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        match = _series_number(paragraph)
        if match is None:
            continue
        if match["roman"] == counter(ListStyle.UPPER_ROMAN, len(romans) + 1):
            romans.append(paragraph)
        elif match["series"]:
            run = series.setdefault(match["series"], [])
            last = _series_number(run[-1]) if run else None
            if last is None or int(match["count"]) == int(last["count"]) + 1:
                run.append(paragraph)
    found = max(romans, *series.values(), key=len) if series else romans
    return found if len(found) >= _FEWEST_MINUTES else []


def _series_number(paragraph: Paragraph) -> re.Match[str] | None:
    """The number of a short paragraph that is no plain number."""
    if paragraph.number is not None and "." not in paragraph.number:
        return None
    if paragraph.kind is not Kind.HEADING and len(paragraph.text) > _TITLE_LENGTH:
        return None
    return _IN_SERIES.match(paragraph.text)


@dataclass(frozen=True, slots=True)
class _Head:
    """A paragraph that may head an item, and where its number stands in the count."""

    paragraph: Paragraph
    count: int

    @property
    def is_heading(self) -> bool:
        return self.paragraph.kind is Kind.HEADING


def _numbered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs whose numbers run on from one another, headings before others."""
    candidates = _counted(_of_one_form([p for p in paragraphs if _may_head(p)]))
    headings = [head for head in candidates if head.is_heading]
    rising = _rising(headings)
    apart = [c for c in candidates if not _in_list(c, paragraphs, rising)]
    chain = [*_counting_to(rising, candidates), *_filled(rising, apart)]
    if not _runs(chain):
        plain = [head for head in candidates if head.is_heading or not is_sentence(head.paragraph)]
        found = _chain(plain, paragraphs)
        chain = [*_counting_to(found, candidates), *_filled(found, candidates)]
    if len(chain) < 2 and _headed(paragraphs):
        return []
    return list(_with_parts([head.paragraph for head in chain], paragraphs))


def _of_one_form(candidates: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Only the minute numbers where items have them ("6/16"): plain numbers are lists in these."""
    minutes = [p for p in candidates if "/" in (p.number or "")]
    kept = len(minutes) >= _FEWEST_MINUTES and candidates[0] is minutes[0]
    return minutes if kept else candidates


def _may_head(paragraph: Paragraph) -> bool:
    if paragraph.kind in (Kind.TABLE, Kind.FURNITURE) or paragraph.number is None:
        return False
    if not _WHOLE.fullmatch(paragraph.number):
        return False
    start, end = title_span(paragraph)
    found = label(paragraph)
    return start < end <= start + _TITLE_LENGTH and (found is None or found.name not in _SUMMARIES)


def is_sentence(paragraph: Paragraph) -> bool:
    """Whether what stands where a title would is a sentence, so that the title is the minute."""
    start, _ = title_span(paragraph)
    if _PURPOSE.fullmatch(paragraph.text, start):
        return False
    return _SENTENCE.search(paragraph.text[start:].split("\n")[0]) is not None


def _counted(candidates: Sequence[Paragraph]) -> list[_Head]:
    """Each with its count: of "23/045", "23/046" the part that moves."""
    parted = [_WHOLE.fullmatch(p.number or "") for p in candidates]
    slashed = Counter(match["first"] for match in parted if match and match["second"])
    heads = []
    for paragraph, match in zip(candidates, parted, strict=True):
        if match is not None:
            moves = match["second"] and (slashed[match["first"]] > 1 or len(match["second"]) == 3)
            heads.append(_Head(paragraph, int(match["second"] if moves else match["first"])))
    return heads


def _filled(chain: Sequence[_Head], candidates: Sequence[_Head]) -> list[_Head]:
    """Heads in sequence, with the other paragraphs that carry on their numbers."""
    filled: list[_Head] = []
    for head, following in zip_longest(chain, chain[1:]):
        filled += [head, *_between(head, following, candidates)]
    return filled


def _counting_to(heads: Sequence[_Head], candidates: Sequence[_Head]) -> Iterator[_Head]:
    """The paragraphs that count from 1 up to the first of the heads, if they are all there.

    Numbers that go on from meeting to meeting are told by their size, wherever they begin.
    """
    chain: list[_Head] = [*heads[:1]]
    for one in reversed(candidates if heads else ()):
        above = one.paragraph.ordinal < chain[-1].paragraph.ordinal
        if above and one.count == chain[-1].count - 1:
            chain.append(one)
    if chain and (chain[0].count >= _RUNNING or chain[-1].count == 1):
        yield from reversed(chain[1:])


def _between(before: _Head, after: _Head | None, candidates: Sequence[_Head]) -> Iterator[_Head]:
    """The paragraphs that count on from one heading, up to the next."""
    count = before.count
    for one in candidates:
        behind = before.paragraph.ordinal < one.paragraph.ordinal
        ahead = after is None or (
            one.paragraph.ordinal < after.paragraph.ordinal and one.count < after.count
        )
        if behind and ahead and one.count == count + 1:
            yield one
            count = one.count


def _rising(heads: Sequence[_Head]) -> list[_Head]:
    """The heads whose counts go up by at most a small gap, from the first on."""
    chain: list[_Head] = []
    for head in heads:
        if not chain or 0 < head.count - chain[-1].count <= _GAP + 2:
            chain.append(head)
    return chain


def _runs(heads: Sequence[_Head]) -> bool:
    steps = [after.count - before.count for before, after in pairwise(heads)]
    return len(heads) >= 2 and sum(step == 1 for step in steps) >= 0.7 * len(steps)


def _chain(candidates: Sequence[_Head], paragraphs: Sequence[Paragraph]) -> list[_Head]:
    """Paragraphs numbered in sequence that are no list among others."""
    chain: list[_Head] = []
    for candidate in candidates:
        if _in_list(candidate, paragraphs, chain):
            continue
        if not chain or 0 < candidate.count - chain[-1].count <= _GAP:
            chain.append(candidate)
    return chain


def _with_parts(heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The heads of items, each with the headings of its own parts ("7.1" under "7")."""
    for head, following in zip_longest(heads, heads[1:]):
        yield head
        end = following.ordinal if following else paragraphs[-1].ordinal + 1
        base = paragraphs[0].ordinal
        for paragraph in paragraphs[head.ordinal + 1 - base : end - base]:
            part = _PART.fullmatch(paragraph.number or "")
            if part and part["of"] == head.number and paragraph.kind is Kind.HEADING:
                yield paragraph


def _in_list(candidate: _Head, paragraphs: Sequence[Paragraph], chain: Sequence[_Head]) -> bool:
    """Whether the paragraph just before carries the number before, and heads nothing itself."""
    people = people_label(candidate.paragraph.text)
    if candidate.is_heading or (people is not None and people.several):
        return False
    at = candidate.paragraph.ordinal - paragraphs[0].ordinal
    before = [p for p in paragraphs[max(0, at - 3) : at] if p.kind is not Kind.FURNITURE]
    if not before or any(head.paragraph is before[-1] for head in chain):
        return False
    last = _counted(before[-1:])
    return bool(last) and candidate.count == last[0].count + 1


# Items without numbers


def _headed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The headings of two depths that stand over the business, after the lists of people."""
    after = _business(paragraphs)
    headings = [
        p
        for at, p in enumerate(paragraphs[after:], start=after)
        if _may_head_unnumbered(p) and (at >= _LETTERHEAD or bodies.in_line(p.text) is None)
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


def _heads_people(title: str) -> bool:
    """Whether a heading stands over those who came or were absent; apologies are business."""
    people = people_label(title)
    if people is None or people.rest is not None or people.status == "apologies":
        return False
    return people.told or people.status == "present"


def _may_head_unnumbered(paragraph: Paragraph) -> bool:
    if paragraph.kind is not Kind.HEADING or paragraph.number is not None:
        return False
    start, end = title_span(paragraph)
    title = paragraph.text[start:end]
    if not title or len(title) > _TITLE_LENGTH or _heads_people(title):
        return False
    heads_other = any(p.search(title) for p in patterns("sections", "items", "no_titles"))
    return not heads_other and label(paragraph) is None
