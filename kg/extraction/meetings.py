"""Meetings: which the document belongs to, records or announces, when and where."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.extraction import dates
from kg.extraction.context import Context, evidence
from kg.facts import Evidence, Meeting, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.parts import Part, PartKind
from kg.structure.sections import lines

RULE = "meetings/1"

_CLOCK = r"\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|noon)?"
_TIME = re.compile(
    r"(?<![\d.£])(?P<time>\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|noon)|\d{1,2}[.:]\d{2}(?!\.?\d))",
    re.IGNORECASE,
)
_VENUE = re.compile(r"^(?:venue|location|place|held at|where)\s*:\s*(?P<venue>.+)$", re.IGNORECASE)
_AFTER_DATE = re.compile(
    rf"^[\s,]*(?i:(?:commencing |starting |from )?(?:at |@ )?{_CLOCK}[\s,]*)?"
    r"(?i:(?:held )?(?:in|at) )?(?i:the )?(?P<venue>[A-Z(][^.]{6,140}?)\.?$"
)
_PREVIOUS = re.compile(
    r"\b(?:previous|last) meeting\b|\bminutes of (?:the )?meeting\b|\bmeeting held on\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:date of (?:the )?next meeting|next meeting(?: of)?)\b", re.IGNORECASE)
_HEAD = 40


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
    said = next(_says(paragraphs, key), None)
    if said is None:
        return None
    head = [p for p in paragraphs if p.kind is not Kind.FURNITURE][:_HEAD]
    return Meeting(
        key=key,
        start_time=_first(_time, head),
        venue=_first(_venue, head),
        previous=_previous(paragraphs, key),
        next=_next(paragraphs, key),
        evidence=(said,),
        rule=RULE,
    )


def _says(paragraphs: Sequence[Paragraph], key: MeetingKey) -> Iterator[Evidence]:
    """The lines that name the day of the meeting."""
    for paragraph in paragraphs:
        for line in lines(paragraph):
            if any(found.day == key.date for found in dates.days(line.text, key.date)):
                yield evidence(line)


def _first(read: Callable[[str], str | None], head: Sequence[Paragraph]) -> str | None:
    written = (line for paragraph in head for line in paragraph.text.split("\n"))
    return next((value for line in written if (value := read(line))), None)


def _time(line: str) -> str | None:
    match = _TIME.search(line) if len(line) < 200 else None
    return " ".join(match["time"].split()) if match else None


def _venue(line: str) -> str | None:
    if match := _VENUE.match(line.replace("\t", " ")):
        return match["venue"].strip()
    for found in dates.days(line):
        if (after := _AFTER_DATE.match(line[found.end :])) and "meeting" in line[
            : found.start
        ].lower():
            return after["venue"].strip()
    return None


def _previous(paragraphs: Sequence[Paragraph], key: MeetingKey) -> MeetingKey | None:
    for paragraph in paragraphs:
        if len(paragraph.text) < 300 and _PREVIOUS.search(paragraph.text):
            day = next(
                (f.day for f in dates.days(paragraph.text, key.date) if f.day < key.date), None
            )
            if day is not None:
                return MeetingKey(key.board, day)
    return None


def _next(paragraphs: Sequence[Paragraph], key: MeetingKey) -> MeetingKey | None:
    for paragraph in paragraphs:
        match = _NEXT.search(paragraph.text)
        if match is None or paragraph.kind is Kind.FURNITURE:
            continue
        for found in dates.days(paragraph.text[match.end() :], key.date):
            if found.day > key.date:
                return MeetingKey(key.board, found.day)
    return None
