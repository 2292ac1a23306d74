"""Items without numbers: the headings that stand over the business of minutes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from kg.model import Kind, Paragraph
from kg.reading.headings.customary import is_customary
from kg.structure.items.bullets import (
    customary,
    over_bullets,
    over_text,
    shouted_bullets,
    titled_bullets,
)
from kg.structure.items.lead_titles import LEAD, RUN_IN, leads, sign
from kg.structure.items.matter_words import (
    BARE,
    OTHER,
    heads_people,
    is_any,
    is_business,
    names_matter,
    tells_matter,
    tells_of_absence,
)
from kg.structure.items.titles import title_span
from kg.structure.labels import is_bare_agenda, is_bare_minutes, label
from kg.structure.names import bodies, title_days
from kg.structure.openings import says_who_came, tells
from kg.structure.people_labels import people_label
from kg.tables.load import either, matches

_TITLE_LENGTH = 320
_HEAD = 25
_COVER = 60
_LETTERHEAD = 6
_OPENING = 12
_NAMED = 40
_LONG = 110
_FEWEST = 3
_SEVERAL = 2
_NEXT = 2
_MOSTLY = 0.6
_NEARLY = 0.75
_OFTEN = 0.35
_APPROVED = re.compile(
    r"[^.;]{0,80}\b(?:approv\w+|agreed|accept\w+|adopt\w+|confirmed|signed)\b"
    r"|\W*proposed\b[^.;]{0,60}\bseconded\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\bmeeting\b|\d{4}", re.IGNORECASE)
_NAME = r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+"
_NAMES = re.compile(rf"{_NAME}(?:, {_NAME}){{2,}}")
"""Three people or more by their full names, and no more."""
_PRESENT = re.compile(r"\b(?:present|attend\w+)\W*$", re.IGNORECASE)


def headed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The headings that stand over the business, after the lists of people."""
    after = business(paragraphs)
    opening = either("sections", "items", "opening")
    headings = [
        p
        for at, p in enumerate(paragraphs)
        if ((at > 0 and (at >= after or _is_told(at, paragraphs))) or opening.search(p.text))
        and may_head(p, paragraphs)
        and (at >= _LETTERHEAD or bodies.in_line(p.text) is None or _is_told(at, paragraphs))
        and not (at < _LETTERHEAD and _is_of_head(at, paragraphs))
        and not _only_lists_people(at, paragraphs)
    ]
    base = paragraphs[0].ordinal if paragraphs else 0
    over = _of_business_depth(headings, paragraphs)
    return [p for p in over if not groups(p.ordinal - base, paragraphs)]


def _of_business_depth(
    headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]
) -> list[Paragraph]:
    """The headings of the two depths of business, and deeper ones that head items of their own.

    These are where something is told under them, and no heading of their depth is a label such
    as "Decision".
    """
    depths = Counter(p.level or 1 for p in headings)
    shared = [depth for depth, count in depths.items() if count > 1]
    alike = all(p.text[:_OPENING].isupper() for p in headings)
    depth = min(shared) if shared and not alike else max(depths, default=1)
    base = paragraphs[0].ordinal if paragraphs else 0
    deep = [p for p in headings if (p.level or 1) > depth + 1]
    told = {p.ordinal for p in deep if _tells_below(p.ordinal - base, paragraphs)}
    deeper = Counter(p.level or 1 for p in deep if p.ordinal in told)
    labelled = {p.level for p in paragraphs if p.kind is Kind.HEADING and label(p) is not None}
    titled = {level for level, count in deeper.items() if count > 1 and level not in labelled}
    return [
        p
        for p in headings
        if (level := p.level or 1) <= depth + 1
        or level in titled
        or (level not in labelled and p.ordinal in told)
    ]


def _is_of_head(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a line is of the head of a paper: "Minutes" or full names right above how the
    meeting opened, "Minutes" with its day, a title above its day or who came, or a place
    right above another line of the head.
    """
    below = next(iter(paragraphs[at + 1 :]), None)
    if below is None:
        return False
    opened = matches(below.text, "sections", "items", "opened")
    if is_bare_minutes(paragraphs[at].text) or _NAMES.fullmatch(paragraphs[at].text):
        return opened
    if is_bare_minutes(title_days.without(paragraphs[at].text)) and not _APPROVED.match(below.text):
        return True
    over_people = people_label(below.text) is not None and not is_customary(paragraphs[at].text)
    if bodies.says_paper(paragraphs[at].text) and (title_days.is_day(below.text) or over_people):
        return True
    place = matches(paragraphs[at].text, "sections", "items", "places")
    return place and (opened or not (below.kind is Kind.TEXT and tells(below)))


def groups(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a heading in general words only groups several others a depth below it.

    One other is enough where it only announces the business: "Topics".
    """
    announces = matches(paragraphs[at].text, "sections", "items", "announces")
    if not announces and not matches(paragraphs[at].text, "sections", "items", "groups"):
        return False
    level = paragraphs[at].level or 1
    inside = list(
        takewhile(
            lambda p: p.kind is not Kind.HEADING or (p.level or 1) > level, paragraphs[at + 1 :]
        )
    )
    below = [p for p in inside if p.kind is Kind.HEADING and p.level == level + 1]
    fewest = 1 if announces else _SEVERAL
    return len(below) >= fewest and inside[0] is below[0]


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
        return [(p, match.end() if (match := LEAD.match(p.text)) else len(p.text)) for p in bullets]
    if len(shouted := shouted_bullets(paragraphs)) > len(headings):
        return shouted
    if headings and not _are_leads(headings, paragraphs):
        return []
    bulleted = (over_bullets, titled_bullets, customary)
    if not headings and (titled := next(filter(None, (f(paragraphs) for f in bulleted)), [])):
        return titled
    shown = paragraphs[_led_business(paragraphs) :]
    known = {p.ordinal for p in headings}
    known |= {p.ordinal for p in shown if known and _is_bullet(p)}
    text = [p for p in shown if p.kind is Kind.TEXT or p.ordinal in known]
    signs = {sign(p) for p in headings}
    found = [lead for lead in leads(text) if not signs or sign(lead[0]) in signs]
    if shouted := _in_capitals(text, found):
        found = shouted
    long = sum(len(p.text) > _LONG for p in text)
    before_colons = {p.text[:end] for p, end in found if p.text[:end].endswith((":", ":-"))}
    mostly = _OFTEN if len(before_colons) == len(found) else _MOSTLY
    return found if len(found) >= max(_FEWEST, mostly * long) else []


def _are_leads(headings: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether headings are titles of the same form as others that more paragraphs open with."""
    signs = {sign(p) for p in headings}
    opening = sum(_opens(p) and sign(p) in signs for p in paragraphs)
    return opening > len(headings) and all(_opens(p) or _ends_in_colon(p) for p in headings)


def _ends_in_colon(heading: Paragraph) -> bool:
    """Whether a heading is a title with the sign that parts others from their text."""
    return heading.text.endswith(":") and names_matter(heading.text[:-1])


def _opens(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a title with more behind it: "Any other business – none"."""
    able = paragraph.kind in (Kind.TEXT, Kind.HEADING) or _is_bullet(paragraph)
    match = LEAD.match(paragraph.text) if able else None
    more = paragraph.text[match.end() :] if match else ""
    return match is not None and more.strip() != "" and is_business(match[0], more)


def _is_bullet(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.LIST_ITEM and paragraph.number is None


def _in_capitals(
    text: Sequence[Paragraph], found: Sequence[tuple[Paragraph, int]]
) -> list[tuple[Paragraph, int]]:
    """The leads in capitals where nearly all are, labels among them; titles that run on too."""
    shouted = [(p, end) for p, end in found if _is_shouted(p.text[:end])]
    if len(shouted) < max(_FEWEST, _MOSTLY * len(found)):
        run_in = list(_run_in(text, ()))
        long = sum(len(p.text) > _NAMED for p in text)
        return run_in if len(run_in) >= max(_FEWEST, _NEARLY * long) else []
    known = {p.ordinal for p, _ in found}
    labels = [
        (p, match.end())
        for p in text
        if p.ordinal not in known
        and (match := LEAD.match(p.text))
        and _is_shouted(match[0])
        and not heads_people(match[0])
    ]
    whole = [*shouted, *labels]
    return sorted((*whole, *_run_in(text, whole)), key=lambda head: head[0].ordinal)


def _is_shouted(title: str) -> bool:
    """Whether a title is in capitals, but for a day in it: "MINUTES OF MEETING, 3rd May"."""
    return title_days.without(title).isupper()


def _run_in(
    text: Sequence[Paragraph], found: Sequence[tuple[Paragraph, int]]
) -> Iterator[tuple[Paragraph, int]]:
    """The other paragraphs that open with a title in capitals which runs on into a sentence."""
    known = {p.ordinal for p, _ in found}
    for paragraph in text:
        match = RUN_IN.match(paragraph.text) if paragraph.ordinal not in known else None
        if match and tells_matter(match[0]) and not heads_people(match[0]):
            yield paragraph, match.end()


def _tells_below(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a sentence under a heading tells what was said or done."""
    return any(tells(p) and len(p.text) > _NAMED for p in _below(at, paragraphs))


def _is_told(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether something told stands under a heading that is one of several as deep.

    No line there says who came, and the heading does not name the meeting.
    """
    heading, below = paragraphs[at], _below(at, paragraphs)
    alike = any(p.kind is Kind.HEADING and p.level == heading.level for p in paragraphs[at + 1 :])
    titled = matches(heading.text, "sections", "openings", "day") or _MEETING.search(heading.text)
    told = any(map(tells, below)) and not any(map(says_who_came, below))
    return told and alike and not titled and people_label(heading.text) is None


def _below(at: int, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs under a heading, up to the next."""
    return list(takewhile(lambda p: p.kind is not Kind.HEADING, paragraphs[at + 1 :]))


def business(paragraphs: Sequence[Paragraph]) -> int:
    """Where the business begins: after the last line of the head that says who came.

    A line below headings under which something is told is not of the head. A heading
    "Minutes" below one "Agenda" ends it, as the list of the agenda is of it too.
    """
    told = 0
    after = 1
    if (at := minutes_below_agenda(paragraphs)) is not None:
        return at + 1
    for at, paragraph in enumerate(paragraphs[:_HEAD]):
        if says_who_came(paragraph):
            after = at + 1
        told += at > 0 and paragraph.kind is Kind.HEADING and _tells_below(at, paragraphs)
        if told >= _FEWEST:
            break
    return after


def minutes_below_agenda(paragraphs: Sequence[Paragraph]) -> int | None:
    """The place of the heading "Minutes" that stands below the heading of an agenda."""
    agenda = False
    for at, paragraph in enumerate(paragraphs[:_COVER]):
        if paragraph.kind is Kind.HEADING and paragraph.number is None:
            if agenda and is_bare_minutes(paragraph.text):
                return at
            agenda = agenda or is_bare_agenda(paragraph.text)
    return None


def _led_business(paragraphs: Sequence[Paragraph]) -> int:
    """Where business that titles lead begins: an item may itself tell who did not come."""
    after = business(paragraphs)
    for at in range(after - 1, 0, -1):
        match = LEAD.match(paragraphs[at].text)
        if match is None or not tells_of_absence(paragraphs[at], match.end()):
            return at + 1
    return after


def _only_lists_people(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a heading of people stands over names alone: a list, or below those who came.

    "Minutes" is an item where something is told right under it, and else a title.
    """
    if is_bare_minutes(paragraphs[at].text):
        return not _below(at, paragraphs)
    if not _of_people(paragraphs[at].text):
        return False
    if _is_one_of_lists(at, paragraphs):
        return True
    above = next((p for p in reversed(paragraphs[:at]) if p.kind is Kind.HEADING), None)
    below = _below(at, paragraphs)
    listed = any(p.kind is Kind.LIST_ITEM for p in below)
    beside = above is not None and _of_people(above.text)
    said = people_label(paragraphs[at].text)
    absent = said is not None and said.status == "apologies" and any(map(tells, below))
    return (listed or beside) and not absent and not _tells_below(at, paragraphs)


def _is_one_of_lists(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a line with a label and names stands right below another: "EXCUSED: A LOWE"."""
    said = [people_label(p.text) for p in paragraphs[max(0, at - 1) : at + 1]]
    listed = len(said) > 1 and all(one is not None and one.rest is not None for one in said)
    return listed and not is_customary(paragraphs[at].text)


def _of_people(title: str) -> bool:
    """Whether a heading labels people, and no business: "Apologies and approval of minutes"."""
    said = people_label(title)
    business = said is not None and said.rest is not None and is_customary(title[said.rest :])
    return not business and (said is not None or _PRESENT.search(title) is not None)


def _breaks_off(title: str) -> bool:
    """Whether brackets are opened or closed only: a line of words that go on elsewhere."""
    return title.count("(") != title.count(")")


def _approves(heading: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether minutes that a heading names are approved in the lines right under it."""
    if not heading.text.lower().startswith("minutes of"):
        return False
    below = _below(heading.ordinal - paragraphs[0].ordinal, paragraphs)
    return any(_APPROVED.match(line) for p in below[:_NEXT] for line in p.text.split("\n"))


def _names_meeting(title: str) -> bool:
    """Whether a heading is a body and the day of a meeting, and no more: "Marle Senate 3 May"."""
    name, *behind = title_days.parted(title)
    alone = bool(behind) and not "".join(behind).strip(" .,")
    return alone and bodies.in_line(name) == name.strip(" ,:–-")


def may_head(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a paragraph is a heading without a number that may stand over business.

    An office or a label of people is one where something is told under it.
    """
    if paragraph.kind is not Kind.HEADING or paragraph.number is not None:
        return False
    start, end = title_span(paragraph)
    title = paragraph.text[start:end]
    if not title or len(title) > _TITLE_LENGTH or _breaks_off(title):
        return False
    if is_any(OTHER, title) and not _approves(paragraph, paragraphs):
        return False
    if _names_meeting(title):
        return False
    opens = matches(title, "sections", "items", "opening")
    if opens or (label(paragraph) is None and not heads_people(title) and not is_any(BARE, title)):
        return True
    at = paragraph.ordinal - paragraphs[0].ordinal
    if is_any(BARE, title):
        return _tells_below(at, paragraphs) or _elects_below(at, paragraphs)
    return people_label(title) is not None and _tells_below(at, paragraphs)


def _elects_below(at: int, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the first line below an office, or a label there, tells of its election."""
    below = (p for p in paragraphs[at + 1 :] if p.kind is not Kind.FURNITURE)
    return any(matches(p.text, "sections", "items", "elects") for p in islice(below, _NEXT))
