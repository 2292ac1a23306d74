"""Items without numbers: the headings that stand over the business of minutes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile, zip_longest

from kg.model import Kind, Paragraph
from kg.structure import bodies
from kg.structure.labels import is_bare_minutes, label
from kg.structure.openings import says_who_came, tells
from kg.structure.people_labels import people_label
from kg.structure.titles import stands_over, title_span
from kg.tables.load import alternation, either, matches

_TITLE_LENGTH = 320
_HEAD = 25
_LETTERHEAD = 6
_OPENING = 12
_NAMED = 40
_LONG = 110
_FEWEST = 3
_FEW_WORDS = 6
_MOST_STOPPED = 8
_DASHES = ("–", "—", "-")
_MOSTLY = 0.6
_NEARLY = 0.75
_OFTEN = 0.35
_LEAD = re.compile(
    r"(?:\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?,?\s+(?:[–—-]\s+)?)?"
    r"(?=(?:\S+\s+){0,11}?\S*[.:–—-])(?!(?:Agenda )?(?:Topic|Subject)\b)[A-Z0-9][^.:;\n–—]{2,70}?"
    r"(?:(?:\.?:|\.|\s[–—-])(?=\s|$)|(?<=[a-z])(?:[–—-](?=\s[A-Z])|(?:--|—)(?=[A-Z])))"
)
_RUN_IN = re.compile(
    r"(?=[A-Z]{6}|[A-Z’']+ [A-Z]{3})[A-Z]{3}[A-Z’']*"
    r"(?:\s+(?:&|\d{4}|[A-Z’',/-]{2,})){0,7}(?=\s+[a-z])"
)
_OTHER = (("items", "no_titles"), ("lists", "own"))
_BARE = (("items", "bare"),)
_ADDRESS = re.compile(r"\s*(?:https?:|www\.)", re.IGNORECASE)
_INITIAL = re.compile(r"\s[A-Z]\.$")
_PRESENT = re.compile(r"\b(?:present|attend\w+)\W*$", re.IGNORECASE)


def headed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The headings that stand over the business, after the lists of people.

    Those below two depths head items of their own where something is told under them, and
    no heading of their depth is a label such as "Decision".
    """
    after = business(paragraphs)
    opening = either("sections", "items", "opening")
    headings = [
        p
        for at, p in enumerate(paragraphs[1:], start=1)
        if (at >= after or opening.search(p.text))
        and may_head(p, paragraphs)
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


def led(
    paragraphs: Sequence[Paragraph], headings: Sequence[Paragraph]
) -> list[tuple[Paragraph, int]]:
    """The paragraphs that open with a title that nothing marks, and where each title ends.

    "Finance. The accounts were ..." has one, and so has a short line over a longer one, in
    a paper without other ``headings`` where most long paragraphs have, or most bullets; or a
    bullet, where text stands below most and they are more than the headings, or where bullets
    name the business that most meetings have. Where all titles are in capitals, one may run on
    into its sentence: "THE ACCOUNTS were approved".
    """
    bullets = over_text(paragraphs)
    if len(bullets) > len(headings):
        return [
            (p, match.end() if (match := _LEAD.match(p.text)) else len(p.text)) for p in bullets
        ]
    if len(shouted := _shouted_bullets(paragraphs)) > len(headings):
        return shouted
    if headings and not _are_leads(headings, paragraphs):
        return []
    if not headings and (titled := _titled_bullets(paragraphs) or _customary(paragraphs)):
        return titled
    shown = paragraphs[_led_business(paragraphs) :]
    known = {p.ordinal for p in headings}
    text = [p for p in shown if p.kind is Kind.TEXT or p.ordinal in known]
    signs = {sign(p) for p in headings}
    found = [lead for lead in leads(text) if not signs or sign(lead[0]) in signs]
    if shouted := _in_capitals(text, found):
        found = shouted
    long = sum(len(p.text) > _LONG for p in text)
    before_colons = {p.text[:end] for p, end in found if p.text[:end].endswith(":")}
    mostly = _OFTEN if len(before_colons) == len(found) else _MOSTLY
    return found if len(found) >= max(_FEWEST, mostly * long) else []


def leads(text: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, int]]:
    """The paragraphs that open with a title, or are one over another, and where it ends."""
    for paragraph, after in zip_longest(text, text[1:]):
        match = _LEAD.match(paragraph.text)
        if match is None:
            continue
        colon = paragraph.text.endswith(":")
        over = after is not None and (colon or len(after.text) > len(paragraph.text) + _NAMED)
        more = paragraph.text[match.end() :]
        if _ADDRESS.match(more) or _INITIAL.search(match[0]) or _is_stopped_sentence(match[0]):
            continue
        matter = _is_business(match.group(), more) or _tells_of_absence(paragraph, match.end())
        if matter and (over or more):
            yield paragraph, match.end()


def _is_stopped_sentence(title: str) -> bool:
    """Whether words up to a full stop are too many for a title, or have the verb of a sentence."""
    if not title.endswith("."):
        return False
    return len(title.split()) > _MOST_STOPPED or _verb().search(title) is not None


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation('reading_headings', 'run_in', 'verbs')}\b")


def _are_leads(headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether headings are titles of the same form as others that more paragraphs open with."""
    signs = {sign(p) for p in headings}
    opening = sum(_opens(p) and sign(p) in signs for p in paragraphs)
    return opening > len(headings) and all(_opens(p) or _ends_in_colon(p) for p in headings)


def sign(paragraph: Paragraph) -> str:
    """The sign that ends the title a paragraph opens with, one for all dashes."""
    match = _LEAD.match(paragraph.text)
    sign = match.group().rstrip()[-1:] if match else ""
    return "-" if sign in _DASHES else sign


def _ends_in_colon(heading: Paragraph) -> bool:
    """Whether a heading is a title with the sign that parts others from their text."""
    return heading.text.endswith(":") and names_matter(heading.text[:-1])


def _opens(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a title with more behind it: "Any other business – none"."""
    match = _LEAD.match(paragraph.text) if paragraph.kind in (Kind.TEXT, Kind.HEADING) else None
    more = paragraph.text[match.end() :] if match else ""
    return match is not None and more.strip() != "" and _is_business(match[0], more)


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


def _outer_bullets(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The bullets without numbers of the first depth."""
    bullets = [p for p in paragraphs if p.kind is Kind.LIST_ITEM and p.number is None]
    outer = min((p.level or 1 for p in bullets), default=1)
    return [p for p in bullets if (p.level or 1) == outer]


def _shouted_bullets(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, int]]:
    """The outer bullets that open with a title in capitals, if nearly all do."""
    bullets = _outer_bullets(paragraphs)
    found = [(p, match.end()) for p in bullets if (match := _shouted(p.text))]
    return found if len(found) >= max(_FEWEST, _NEARLY * len(bullets)) else []


def _shouted(text: str) -> re.Match[str] | None:
    """The title in capitals that a text opens with, parted from it or run in to its sentence."""
    match = _LEAD.match(text)
    return match if match and match[0].isupper() else _RUN_IN.match(text)


def _titled_bullets(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, int]]:
    """The outer bullets that open with a title: "Correspondence: ...", if most do."""
    bullets = [
        (p, match)
        for p in _outer_bullets(paragraphs)
        if _is_any_business(p.text, match := _LEAD.match(p.text))
    ]
    found = [
        (p, match.end())
        for p, match in bullets
        if match and not match[0].endswith(".") and _is_business(match[0], p.text[match.end() :])
    ]
    return found if len(found) >= max(_FEWEST, _MOSTLY * len(bullets)) else []


def _is_any_business(text: str, lead: re.Match[str] | None) -> bool:
    """Whether a bullet labels no people, or is of apologies and tells who sent them."""
    told = lead is not None and _is_business(lead[0], text[lead.end() :])
    return told or people_label(text) is None


def _customary(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, int]]:
    """The bullets that are titles or open with one, if several name what most meetings have."""
    bullets = [p for p in paragraphs if p.kind is Kind.LIST_ITEM and p.number is None]
    titles = [(p, match.end() if (match := _LEAD.match(p.text)) else len(p.text)) for p in bullets]
    routine = either("sections", "items", "routine")
    named = [(p, end) for p, end in titles if _is_business(p.text[:end], p.text[end:])]
    usual = {p.ordinal for p, end in named if routine.search(p.text[:end].rstrip(" ."))}
    if len(usual) < _FEWEST:
        return []
    return [
        (p, end)
        for p, end in named
        if end <= _NAMED and (p.ordinal in usual or (end == len(p.text) and _is_over(p, end)))
    ]


def _is_over(bullet: Paragraph, end: int) -> bool:
    """Whether a bullet is a title and no sentence: few words, and no verb or figure in them."""
    short = len(bullet.text.split()) <= _FEW_WORDS
    return short and not matches(bullet.text[:end], "sections", "items", "says")


def _is_business(title: str, behind: str) -> bool:
    """Whether words name a matter; apologies and minutes are where a sentence tells of them."""
    said = people_label(title)
    told = matches(behind, "sections", "openings", "told")
    bare = is_bare_minutes(title)
    named = said is None or (told and (bare or said.status == "apologies"))
    return _tells_matter(title) and named


def names_matter(title: str) -> bool:
    """Whether words name a matter, and label no people."""
    return people_label(title) is None and _tells_matter(title)


def _tells_matter(title: str) -> bool:
    """Whether words name a matter: none tells of it, and they label no list or signature."""
    told = matches(title, "sections", "openings", "told")
    return not told and not _is_any((*_OTHER, *_BARE), title)


def _tells_below(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a sentence under a heading tells what was said or done."""
    return any(tells(p) and len(p.text) > _NAMED for p in _below(at, paragraphs))


def _below(at: int, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs under a heading, up to the next."""
    return list(takewhile(lambda p: p.kind is not Kind.HEADING, paragraphs[at + 1 :]))


def business(paragraphs: Sequence[Paragraph]) -> int:
    """Where the business begins: after the last line of the head that says who came."""
    came = [at for at, p in enumerate(paragraphs[:_HEAD]) if says_who_came(p)]
    return came[-1] + 1 if came else 1


def _led_business(paragraphs: Sequence[Paragraph]) -> int:
    """Where business that titles lead begins: an item may itself tell who did not come."""
    after = business(paragraphs)
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
    """Whether a heading of people stands over names alone: a list, or below those who came.

    "Minutes" is an item where something is told right under it, and else a title.
    """
    if is_bare_minutes(paragraphs[at].text):
        return not _below(at, paragraphs)
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
    if not title or len(title) > _TITLE_LENGTH or _breaks_off(title) or _is_any(_OTHER, title):
        return False
    if label(paragraph) is None and not _heads_people(title) and not _is_any(_BARE, title):
        return True
    office = _is_any(_BARE, title) or (people_label(title) is not None)
    return office and _tells_below(paragraph.ordinal - paragraphs[0].ordinal, paragraphs)


def _is_any(names: Sequence[tuple[str, str]], title: str) -> bool:
    return any(matches(title, "sections", part, name) for part, name in names)
