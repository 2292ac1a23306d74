"""Meetings: which the document belongs to, records or announces, when and where."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from kg.extraction import dates, month_order
from kg.extraction.context import Context, evidence
from kg.extraction.meetings.head_lines import breaks_a_day
from kg.extraction.meetings.referred import is_of_another
from kg.facts import Evidence, Meeting, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.parts import Part, PartKind
from kg.structure.people_labels import people_label
from kg.structure.sections import body, lines, sentences
from kg.tables.load import alternation, either, matches

RULE = "meetings/28"

_HOUR = alternation("meetings", "hours")
_BEGINS = alternation("meetings", "begins")
_CLOCK = rf"\d{{1,2}}(?:[.:]\d{{2}})?\s*{_HOUR}?"
_TIME = re.compile(
    rf"(?<![\d.£])(?P<time>\d{{1,2}}(?:[.:]\d{{2}})?\s*{_HOUR}|\d{{1,2}}[.:]\d{{2}}(?!\.?\d))",
    re.IGNORECASE,
)
_VENUE = re.compile(
    rf"^{alternation('meetings', 'places')}\s*:\s*(?P<venue>.+?)"
    rf"(?:\W*{alternation('meetings', 'behind_places')})?$",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    rf"^[\s,]*(?i:(?:{_BEGINS} )?(?:at |@ )?{_CLOCK}[\s,]*)?"
    r"(?i:(?:held )?(?:in|at) )?(?i:the )?(?P<venue>[A-Z(][^.]{6,140}?)\.?$"
)
_NO_PLACE = re.compile(
    rf"^(?:for|to)\b|\b{alternation('reading_headings', 'run_in', 'auxiliaries')}\b", re.IGNORECASE
)
"""Words that are no place: a sentence, or what the meeting is for."""
_OF_MEETINGS = (PartKind.AGENDA, PartKind.MINUTES)
_HEAD = 40
_LINE = 200
_SENTENCE = 400
_AHEAD = 3


def meetings(context: Context) -> tuple[Meeting, ...]:
    """Every meeting a part of the document belongs to, then those it announces."""
    found: dict[MeetingKey, Meeting] = {}
    for _, part, key in context.of_kind(*PartKind):
        if key is None:
            continue
        meeting = _meeting(context, part, key)
        if meeting is not None:
            found[key] = _join(found[key], meeting) if key in found else meeting
    return tuple(found.values())


def _join(first: Meeting, other: Meeting) -> Meeting:
    return replace(
        first,
        start_time=first.start_time or other.start_time,
        venue=first.venue or other.venue,
        previous=first.previous or other.previous,
        next=first.next or other.next,
        evidence=first.evidence + tuple(e for e in other.evidence if e not in first.evidence),
    )


def _meeting(context: Context, part: Part, key: MeetingKey) -> Meeting | None:
    paragraphs = context.paragraphs(part)
    said = next(_says(paragraphs, key), None) or _breaks_off(paragraphs, key)
    if not said:
        return None
    head = list(_lines([p for p in paragraphs if p.kind is not Kind.FURNITURE][:_HEAD]))
    own = [line for line in head if _names(line, key)]
    timed = head if part.kind is PartKind.AGENDA else takewhile(_before_people, head)
    return Meeting(
        key=key,
        start_time=_first(_time, [*own, *timed]),
        venue=_first(_venue, head) or _first(_after_date, own),
        previous=_previous(paragraphs, key) if part.kind in _OF_MEETINGS else None,
        next=_next(paragraphs, key),
        evidence=said,
        rule=RULE,
    )


def _names(line: str, key: MeetingKey) -> bool:
    """Whether a line gives the day of the meeting, in numbers with either the day first or not."""
    found = dates.days(line, key.date)
    turned = dates.days(month_order.month_first(line), key.date) if found else ()
    return any(one.day == key.date for one in (*found, *turned))


def _before_people(line: str) -> bool:
    """Whether a line stands before those who came."""
    return people_label(line) is None


def _says(paragraphs: Sequence[Paragraph], key: MeetingKey) -> Iterator[tuple[Evidence, ...]]:
    """The lines that name the day of the meeting."""
    for paragraph in paragraphs:
        for line in lines(paragraph):
            if _names(line.text, key):
                yield (evidence(line),)


def _breaks_off(paragraphs: Sequence[Paragraph], key: MeetingKey) -> tuple[Evidence, ...]:
    """The two lines of the head between which the day of the meeting breaks off."""
    head = [line for paragraph in paragraphs[:_HEAD] for line in lines(paragraph)]
    for line, after in pairwise(head):
        if breaks_a_day(line.text, after.text) and _names(f"{line.text} {after.text}", key):
            return evidence(line), evidence(after)
    return ()


def _lines(head: Sequence[Paragraph]) -> Iterator[str]:
    return (line for paragraph in head for line in paragraph.text.split("\n"))


def _first(read: Callable[[str], str | None], written: Sequence[str]) -> str | None:
    return next((value for line in written if (value := read(line))), None)


def _time(line: str) -> str | None:
    match = _TIME.search(line) if len(line) < _LINE else None
    return " ".join(match["time"].split()) if match else None


def _venue(line: str) -> str | None:
    match = _VENUE.match(line.replace("\t", " "))
    return match["venue"].strip() if match else None


def _after_date(line: str) -> str | None:
    """The place behind the day in a line that speaks of the meeting."""
    for found in dates.days(line):
        after = _AFTER_DATE.match(line[found.end :])
        told = after and _NO_PLACE.search(after["venue"])
        if after and not told and "meeting" in line[: found.start].lower():
            return after["venue"].strip()
    return None


def _previous(paragraphs: Sequence[Paragraph], key: MeetingKey) -> MeetingKey | None:
    """The latest meeting before this whose minutes it speaks of, one of its own body first."""
    found = [
        (not is_of_another(sentence.text, one, key.board), one.day)
        for paragraph in paragraphs
        if paragraph.kind is not Kind.FURNITURE and matches(paragraph.text, "meetings", "previous")
        for sentence in sentences(body(paragraph))
        if len(sentence.text) < _SENTENCE and matches(sentence.text, "meetings", "previous")
        for one in dates.days(sentence.text, key.date)
        if one.day < key.date
    ]
    return MeetingKey(key.board, max(found)[1]) if found else None


def _next(paragraphs: Sequence[Paragraph], key: MeetingKey) -> MeetingKey | None:
    """The day behind words for the next meeting, or in the lines that they head.

    Those that open a paragraph come before others, which may speak of another body.
    """
    told = [
        (at, match)
        for at, paragraph in enumerate(paragraphs)
        if paragraph.kind is not Kind.FURNITURE and matches(paragraph.text, "meetings", "next")
        if (match := either("meetings", "next").search(paragraph.text))
    ]
    for at, match in sorted(told, key=_stands_inside):
        texts = [match.string[match.end() :]]
        if len(match.string) < _LINE:
            texts += [p.text for p in paragraphs[at + 1 : at + 1 + _AHEAD]]
        for found in (found for text in texts for found in dates.days(text, key.date)):
            if found.day > key.date:
                return MeetingKey(key.board, found.day)
    return None


def _stands_inside(told: tuple[int, re.Match[str]]) -> bool:
    """Whether words stand before those found."""
    return any(map(str.isalpha, told[1].string[: told[1].start()]))
