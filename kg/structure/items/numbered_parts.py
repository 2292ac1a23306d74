"""Parts of items: titles with letters or with dotted numbers below the number of their item."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from string import ascii_lowercase

from kg.model import Kind, Paragraph
from kg.numbering import LETTER, of_item
from kg.structure.items.matter_words import names_matter
from kg.structure.items.titles import (
    is_sentence,
    is_title,
    lettered_number,
    number_of,
    stands_over,
    title_span,
)
from kg.structure.labels import label
from kg.structure.people_labels import people_label
from kg.tables.load import either, matches

TITLE_LENGTH = 320
"""The longest title with its number, in characters."""
_MOSTLY = 0.6
_NOUGHT = ".0"
_OF_YEAR = 3
"""The digits of a number behind its year: "23/045"."""
_THREE_PARTS = re.compile(r"\d{1,2}/\d{2}/\d{2,3}")
_RESOLVES = re.compile(r"^\W*[A-Z][.)]\s+(?:That|To)\s+[a-z]")
_SUMMARIES = frozenset({"action", "decision", "recommendation"})
_PART_TITLE = 70
_VERDICT = 40
_FEWEST_SMALL = 2
_WORD = re.compile(r"[^\W\d_]{2}")
_SUM = re.compile(r"\d\.\d\d$")
"""How a line ends that says what was paid."""
_TASK = re.compile(r"[A-Z]{2,4}(?:(?:,| and| &|/)\s*[A-Z]{2,4})* to [a-z]")
"""What people are to do, by their initials: "AL and BT to write"."""
_TO_BE = re.compile(r"\bto be(?:come)? [a-z]")
SMALL = re.compile(r"[a-z]|[ivx]{2,5}")
"""The number of a lettered part, or of one that counts in small Roman numerals."""
WHOLE = re.compile(
    r"(?:[A-Z]{1,5}[/. ]?)?(?P<first>\d{1,5}(?:[a-z](?=/))?)"
    r"(?:\.0|/(?P<second>\d{2,4})(?:/\d{2,4})?)?"
)
"""A number that is no part of another."""
PART = re.compile(r"(?P<of>\d{1,3})(?:(?:\.\d{1,3}){1,2}|[a-zA-H])")
"""The number of a part: that of its item, and what counts behind it."""


def lettered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The longest run of paragraphs that count A, B, C, two at least and none a lead-in."""
    runs: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        letter = _letter(paragraph)
        if letter == 1:
            runs.append([paragraph])
        elif runs[-1] and letter == len(runs[-1]) + 1:
            runs[-1].append(paragraph)
    found = max(runs, key=len)
    leads = any(map(_leads_in, found))
    return found if len(found) > 1 and not leads else []


def _letter(paragraph: Paragraph) -> int | None:
    """The place in the alphabet of the capital letter that a short paragraph opens with."""
    number = lettered_number(paragraph) if has_series_number(paragraph) else None
    return number.count(LETTER) if number else None


def _leads_in(paragraph: Paragraph) -> bool:
    """Whether a paragraph leads in to what is below it, or is resolved: "A. That the fee be"."""
    ends = paragraph.text.rstrip().endswith((":", ";")) and len(paragraph.text) > _PART_TITLE
    return ends or _RESOLVES.search(paragraph.text) is not None


def whole_count(paragraph: Paragraph) -> int | None:
    """How far the number of a paragraph counts that is no part of another: 45 of "45/22"."""
    if paragraph.counted is not None:
        return paragraph.counted.path[0]
    match = WHOLE.fullmatch(paragraph.number or "")
    if match is None:
        return None
    year_first = match["second"] is not None and len(match["second"]) == _OF_YEAR
    return int((match["second"] if year_first else match["first"]).rstrip(ascii_lowercase))


def has_series_number(paragraph: Paragraph) -> bool:
    """Whether the number of a short paragraph, if it has one, is no plain one: "IV", "43.15".

    So is that of one with a title on a line of its own, however long what is below it.
    """
    number = paragraph.number
    whole = number is not None and WHOLE.fullmatch(number) is not None
    if number and whole and not (number.endswith(_NOUGHT) or _THREE_PARTS.fullmatch(number)):
        return False
    title, _, _ = paragraph.text.partition("\n")
    return paragraph.kind is Kind.HEADING or len(title) <= TITLE_LENGTH


def with_parts(
    heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph], inner: Collection[int]
) -> Iterator[Paragraph]:
    """The heads of items, each with the headings of its own parts ("7.1" under "7").

    Those of a series ``inner`` to an item are parts of it.
    """
    titled = _titled_parts(paragraphs) if heads else frozenset()
    yield from _parts_before(heads, paragraphs)
    for head, following in zip_longest(heads, heads[1:]):
        yield head
        end = following.ordinal if following else paragraphs[-1].ordinal + 1
        base = paragraphs[0].ordinal
        below = paragraphs[head.ordinal + 1 - base : end - base]
        whole = _whole_number(head)
        near = (whole, number_of(following) if following else whole)
        counted = {*_small_titles([head, *below]), *inner}
        capitals = _capital_titles(below)
        for paragraph, after in zip_longest(below, below[1:]):
            if paragraph.ordinal in capitals:
                heads_part = not _lists_people(paragraph)
            else:
                heads_part = (
                    paragraph.ordinal in counted
                    or _is_lettered_title(paragraph, after, whole)
                    or (_is_dotted(paragraph, near) and _is_titled(paragraph, after, titled))
                )
            if heads_part:
                yield paragraph


def _whole_number(head: Paragraph) -> str:
    """The number of an item as its parts have it before the point."""
    return number_of(head).lstrip("*").removesuffix(_NOUGHT)


def _capital_titles(below: Sequence[Paragraph]) -> frozenset[int]:
    """Which paragraphs of an item count A, B, C; of a list none where most are sentences."""
    parts = lettered(below)
    told = 2 * sum(map(is_sentence, parts)) > len(parts)
    return frozenset(p.ordinal for p in parts if p.kind is not Kind.LIST_ITEM or not told)


def _is_lettered_title(paragraph: Paragraph, after: Paragraph | None, whole: str) -> bool:
    """Whether a paragraph with a small letter stands as a title over the one below it; a line of
    what was paid is none, nor is the reference of an application alone.
    """
    worded = _WORD.search(paragraph.text, title_span(paragraph)[0])
    if SMALL.fullmatch(paragraph.number or "") is None or worded is None:
        return False
    over = _is_over_text(paragraph, after) or _is_over_part(paragraph, after, whole)
    over = over or _is_over_heading(paragraph, after)
    return (over and _SUM.search(paragraph.text) is None) or _is_cut_over(paragraph, after)


def _is_dotted(paragraph: Paragraph, near: tuple[str, str]) -> bool:
    """Whether the number of a paragraph is that of a part of an item, and it may be a title."""
    number = of_item(paragraph.inside or "", paragraph.number or "")
    part = PART.fullmatch(number)
    return part is not None and _is_near(part["of"], *near) and not _sums_up_or_lists(paragraph)


def _is_titled(paragraph: Paragraph, after: Paragraph | None, titled: Collection[int]) -> bool:
    """Whether a part is a heading or one of the ``titled``, or stands over what is below it."""
    if paragraph.kind is Kind.HEADING or paragraph.ordinal in titled:
        return True
    bulleted = paragraph.inside is None and _is_over_bullets(paragraph, after)
    return bulleted or _is_over_text(paragraph, after) or _is_over_deeper(paragraph, after)


def _is_over_text(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a title stands over what was said, and not of a planning application or a motion."""
    over = after is not None and stands_over(paragraph, after)
    return over and not (_is_application(paragraph, after) or _is_moved(paragraph, after))


def _is_moved(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a line says what is to be, and the one below it who moved that."""
    records = either("verbs", "motions", "records")
    moved = after is not None and records.match(after.text) is not None
    return moved and _TO_BE.search(paragraph.text) is not None


def _parts_before(
    heads: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> Sequence[Paragraph]:
    """The parts before the first head of an item without a line of its own: "1.1", "1.2", "2"."""
    first = whole_count(heads[0]) if heads else None
    if first is None or first == 1:
        return ()
    above = [p for p in paragraphs if p.ordinal < heads[0].ordinal and p.number]
    counted = [f"{first - 1}.{at}" for at in range(1, len(above) + 1)]
    counts = [p.number for p in above] == counted
    return above if counts and not any(map(is_sentence, above)) else ()


def _is_near(number: str, whole: str, following: str) -> bool:
    """Whether a number is that of an item, or up to the next, as one without a title is."""
    if not (number.isdigit() and whole.isdigit() and following.isdigit()):
        return number == whole
    return int(whole) <= int(number) <= int(following)


def by_series(paragraphs: Iterable[Paragraph]) -> Collection[Sequence[Paragraph]]:
    """The paragraphs whose numbers run on in a form that no list has, those of each form."""
    series: dict[str, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.counted is not None and paragraph.counted.series:
            series.setdefault(paragraph.counted.series, []).append(paragraph)
    return series.values()


def inner_series(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The headings in a series of their own ("D1", "D2") that all stand in one numbered item."""
    headings = [p for p in paragraphs if p.kind is Kind.HEADING and p.number]
    series = by_series(headings)
    plain = [p for p in headings if p.number and p.number.isdigit()]
    return frozenset(
        p.ordinal
        for before, after in pairwise(plain)
        if whole_count(after) == (whole_count(before) or 0) + 1
        for run in series
        if before.ordinal < run[0].ordinal <= run[-1].ordinal < after.ordinal
        for p in run
    )


def _small_titles(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The paragraphs below the first that count a, b, c, all titles that nothing led in to."""
    found: list[Paragraph] = []
    for before, paragraph in pairwise(paragraphs):
        counted = paragraph.number == ascii_lowercase[len(found) % 26]
        if counted and (found or not before.text.rstrip().endswith((":", ";", ","))):
            found.append(paragraph)
    if len(found) >= _FEWEST_SMALL and all(map(_is_small_title, found)):
        yield from (p.ordinal for p in found)


def _is_small_title(paragraph: Paragraph) -> bool:
    start, end = title_span(paragraph)
    reports = matches(paragraph.text[start:end], "sections", "items", "reporters")
    return paragraph.text[start : start + 1].isupper() and _is_part_title(paragraph) and not reports


def _is_application(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a line gives a planning application, and the one below it what was said of it."""
    short = after is not None and len(after.text) <= _VERDICT
    return short and matches(paragraph.text, "sections", "items", "applications")


def _is_cut_over(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a lettered title that a stop parts from a few words stands right over what was
    resolved: "(a) The roof. AL left the room".
    """
    if after is None or after.number:
        return False
    start, end = title_span(paragraph)
    cut = paragraph.text[end : end + 1] == "." and end - start <= _PART_TITLE
    found = label(after)
    decided = found is not None and found.name == "decision" and found.rest is not None
    return cut and decided and names_matter(paragraph.text[start:end])


def _is_over_part(paragraph: Paragraph, after: Paragraph | None, whole: str) -> bool:
    """Whether a title stands right over a numbered part of its item: "(a) Fees" over "3.1"."""
    part = PART.fullmatch(after.number or "") if after is not None else None
    titled = is_title(paragraph) and paragraph.text[title_span(paragraph)[0]].isupper()
    return part is not None and part["of"] == whole and titled


def _is_over_heading(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a heading stands right over one without a number."""
    headings = after is not None and {paragraph.kind, after.kind} == {Kind.HEADING}
    return headings and after is not None and after.number is None and is_title(paragraph)


def _is_over_deeper(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a title stands right over the first part of its own: "5.1" over "5.1.1"."""
    first = after is not None and after.number == f"{paragraph.number}.1"
    return first and paragraph.inside is None and is_title(paragraph)


def _is_over_bullets(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a title stands right over bullets."""
    bulleted = after is not None and after.kind is Kind.LIST_ITEM and not after.number
    return bulleted and is_title(paragraph)


def _sums_up_or_lists(paragraph: Paragraph) -> bool:
    """Whether a part is no title: it sums up its item, or says something of a list below it."""
    told = either("sections", "openings", "told")
    lists = paragraph.text.rstrip().endswith(":") and told.search(paragraph.text) is not None
    return lists or sums_up(paragraph)


def _lists_people(paragraph: Paragraph) -> bool:
    """Whether a paragraph says behind a label who came or did not."""
    said = people_label(paragraph.text)
    return said is not None and said.told and said.rest is not None


def _titled_parts(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The parts with dotted numbers that are short titles, where most of a paper's are.

    Those of lists inside items, which print no number of the item, are where all are.
    """
    parts = [p for p in paragraphs if p.inside or (p.number and PART.fullmatch(p.number))]
    titled = [p for p in parts if p.kind is Kind.HEADING or _is_part_title(p)]
    told = any(p.inside is not None and p not in titled for p in parts)
    shown = [p.ordinal for p in titled if not (told and p.inside)]
    return frozenset(shown if len(titled) >= _MOSTLY * len(parts) else ())


def _is_part_title(paragraph: Paragraph) -> bool:
    start, end = title_span(paragraph)
    alone = end == len(paragraph.text.rstrip(" :")) <= start + _PART_TITLE
    if _TASK.match(paragraph.text, start):
        return False
    return alone and names_matter(paragraph.text[start:end])


def sums_up(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the label of what was decided or is to be done."""
    found = label(paragraph)
    return found is not None and found.name in _SUMMARIES
