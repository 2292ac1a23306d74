"""Items without numbers: the headings that stand over the business of minutes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile, zip_longest

from kg.model import Kind, Paragraph
from kg.structure import bodies
from kg.structure.labels import label
from kg.structure.openings import says_who_came, tells
from kg.structure.people_labels import people_label
from kg.structure.titles import stands_over, title_span
from kg.tables.load import either

_TITLE_LENGTH = 320
_HEAD = 25
_LETTERHEAD = 6
_OPENING = 12
_NAMED = 40
_LONG = 110
_FEWEST = 3
_MOSTLY = 0.6
_LEAD = re.compile(
    r"(?=(?:\S+\s+){0,7}?\S*[.:–—])[A-Z0-9][^.:;\n–—]{2,70}(?:\.?:|\.|\s[–—])(?=\s|$)"
)
_RUN_IN = re.compile(
    r"(?=[A-Z]{6}|[A-Z’']+ [A-Z]{3})[A-Z]{3}[A-Z’']*(?:\s+(?:&|[A-Z’',/-]{2,})){0,7}(?=\s+[a-z])"
)
_OTHER = (("items", "no_titles"), ("lists", "own"))
_BARE = (("items", "bare"),)
_PRESENT = re.compile(r"\b(?:present|attend\w+)\W*$", re.IGNORECASE)


def headed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The headings that stand over the business, after the lists of people.

    Those below two depths head items of their own where something is told under them, and
    no heading of their depth is a label such as "Decision".
    """
    after = _business(paragraphs)
    headings = [
        p
        for at, p in enumerate(paragraphs[after:], start=after)
        if may_head(p, paragraphs)
        and (at >= _LETTERHEAD or bodies.in_line(p.text) is None)
        and not _only_lists_people(at, paragraphs)
    ]
    depths = Counter(p.level or 1 for p in headings)
    shared = [depth for depth, count in depths.items() if count > 1]
    alike = all(p.text[:_OPENING].isupper() for p in headings)
    depth = min(shared) if shared and not alike else max(depths, default=1)
    base = paragraphs[0].ordinal if paragraphs else 0
    labelled = {p.level for p in paragraphs if p.kind is Kind.HEADING and label(p) is not None}
    return [
        p
        for p in headings
        if (p.level or 1) <= depth + 1
        or (p.level not in labelled and _tells_below(p.ordinal - base, paragraphs))
    ]


def led(paragraphs: Sequence[Paragraph], headings: int) -> list[tuple[Paragraph, int]]:
    """The paragraphs that open with a title that nothing marks, and where each title ends.

    "Finance. The accounts were ..." has one, and so has a short line over a longer one, in
    a paper without ``headings`` where most long paragraphs have, or most bullets; or a bullet,
    where text stands below most and they are more than the headings. Where all titles are in
    capitals, one may run on into its sentence: "THE ACCOUNTS were approved".
    """
    bullets = over_text(paragraphs)
    if len(bullets) > headings:
        return [
            (p, match.end() if (match := _LEAD.match(p.text)) else len(p.text)) for p in bullets
        ]
    if headings:
        return []
    if titled := _titled_bullets(paragraphs):
        return titled
    text = [p for p in paragraphs[_led_business(paragraphs) :] if p.kind is Kind.TEXT]
    found: list[tuple[Paragraph, int]] = []
    for paragraph, after in zip_longest(text, text[1:]):
        match = _LEAD.match(paragraph.text)
        over = after is not None and len(after.text) > len(paragraph.text) + _NAMED
        matter = match and (
            names_matter(match.group()) or _tells_of_absence(paragraph, match.end())
        )
        if match and matter and (over or match.end() < len(paragraph.text)):
            found.append((paragraph, match.end()))
    if shouted := _in_capitals(text, found):
        found = shouted
    long = sum(len(p.text) > _LONG for p in text)
    return found if len(found) >= max(_FEWEST, _MOSTLY * long) else []


def _in_capitals(
    text: Sequence[Paragraph], found: Sequence[tuple[Paragraph, int]]
) -> list[tuple[Paragraph, int]]:
    """The leads in capitals where nearly all are, labels among them; titles that run on too."""
    shouted = [(p, end) for p, end in found if p.text[:end].isupper()]
    if len(shouted) < max(_FEWEST, _MOSTLY * len(found)):
        return []
    known = {p.ordinal for p, _ in found}
    labels = [
        (p, match.end())
        for p in text
        if p.ordinal not in known
        and (match := _LEAD.match(p.text))
        and match[0].isupper()
        and not _heads_people(match[0])
    ]
    whole = [*shouted, *labels]
    return sorted((*whole, *_run_in(text, whole)), key=lambda head: head[0].ordinal)


def _run_in(
    text: Sequence[Paragraph], found: Sequence[tuple[Paragraph, int]]
) -> Iterator[tuple[Paragraph, int]]:
    """The other paragraphs that open with a title in capitals which runs on into a sentence."""
    known = {p.ordinal for p, _ in found}
    for paragraph in text:
        match = _RUN_IN.match(paragraph.text) if paragraph.ordinal not in known else None
        if match and _tells_matter(match[0]) and not _heads_people(match[0]):
            yield paragraph, match.end()


def over_text(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The bullets of a paper, and titles with numbers among them, if most stand over text."""
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    bullets = [
        (p, after.kind is Kind.TEXT)
        for p, after in pairwise(shown)
        if (p.kind is Kind.LIST_ITEM if p.number is None else stands_over(p, after))
    ]
    over = [p for p, has_text in bullets if has_text]
    return over if len(over) >= max(_FEWEST, _MOSTLY * len(bullets)) else []


def _titled_bullets(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, int]]:
    """The outer bullets that open with a title: "Correspondence: ...", if most do."""
    bullets = [
        p
        for p in paragraphs
        if p.kind is Kind.LIST_ITEM and p.number is None and people_label(p.text) is None
    ]
    outer = min((p.level or 1 for p in bullets), default=1)
    bullets = [p for p in bullets if (p.level or 1) == outer]
    found = [
        (p, match.end())
        for p in bullets
        if (match := _LEAD.match(p.text)) and not match[0].endswith(".") and names_matter(match[0])
    ]
    return found if len(found) >= max(_FEWEST, _MOSTLY * len(bullets)) else []


def names_matter(title: str) -> bool:
    """Whether words name a matter, and label no people."""
    return people_label(title) is None and _tells_matter(title)


def _tells_matter(title: str) -> bool:
    """Whether words name a matter: none tells of it, and they label no list or signature."""
    told = either("sections", "openings", "told").search(title)
    return told is None and not _matches((*_OTHER, *_BARE), title)


def _tells_below(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a sentence under a heading tells what was said or done."""
    return any(tells(p) and len(p.text) > _NAMED for p in _below(at, paragraphs))


def _below(at: int, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs under a heading, up to the next."""
    return list(takewhile(lambda p: p.kind is not Kind.HEADING, paragraphs[at + 1 :]))


def _business(paragraphs: Sequence[Paragraph]) -> int:
    """Where the business begins: after the last line of the head that says who came."""
    came = [at for at, p in enumerate(paragraphs[:_HEAD]) if says_who_came(p)]
    return came[-1] + 1 if came else 1


def _led_business(paragraphs: Sequence[Paragraph]) -> int:
    """Where business that titles lead begins: an item may itself tell who did not come."""
    after = _business(paragraphs)
    for at in range(after - 1, 0, -1):
        match = _LEAD.match(paragraphs[at].text)
        if match is None or not _tells_of_absence(paragraphs[at], match.end()):
            return at + 1
    return after


def _tells_of_absence(paragraph: Paragraph, at: int) -> bool:
    """Whether a title that leads up to ``at`` is of apologies, and a sentence stands behind it."""
    people = people_label(paragraph.text[:at])
    told = either("sections", "openings", "told").search(paragraph.text, at)
    return people is not None and people.status == "apologies" and told is not None


def _only_lists_people(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a heading of people stands over names alone: a list, or below those who came."""
    if not _of_people(paragraphs[at].text):
        return False
    above = next((p for p in reversed(paragraphs[:at]) if p.kind is Kind.HEADING), None)
    listed = any(p.kind is Kind.LIST_ITEM for p in _below(at, paragraphs))
    beside = above is not None and _of_people(above.text)
    return (listed or beside) and not _tells_below(at, paragraphs)


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


def may_head(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a paragraph is a heading without a number that may stand over business.

    An office or a label of people is one where something is told under it.
    """
    if paragraph.kind is not Kind.HEADING or paragraph.number is not None:
        return False
    start, end = title_span(paragraph)
    title = paragraph.text[start:end]
    if not title or len(title) > _TITLE_LENGTH or _breaks_off(title) or _matches(_OTHER, title):
        return False
    if label(paragraph) is None and not _heads_people(title) and not _matches(_BARE, title):
        return True
    office = _matches(_BARE, title) or (people_label(title) is not None)
    return office and _tells_below(paragraph.ordinal - paragraphs[0].ordinal, paragraphs)


def _matches(names: Sequence[tuple[str, str]], title: str) -> bool:
    return any(either("sections", part, name).search(title) for part, name in names)
