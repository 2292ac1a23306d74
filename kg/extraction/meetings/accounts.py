"""The parts of a paper that give an account of a meeting: minutes, and notes under any title."""

import re
from collections.abc import Iterator, Sequence

from kg.extraction.context import Context
from kg.facts import MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.openings import tells, tells_who_came
from kg.structure.parts import Part, PartKind
from kg.structure.people_labels import group_label, people_label

_HEAD = 40
_TOLD = 2
_SIGN = re.compile(r"\W{0,3}[*†‡#^§]\W{1,4}(?=\w)")
"""What stands before the meaning of a sign: "* = apologies"."""
_TO_ORDER = re.compile(r"\bcall(?:ed|s)\b[^.;]{0,80}\bto order\b", re.IGNORECASE)


def accounts(context: Context) -> Iterator[tuple[Part, MeetingKey | None]]:
    """The minutes of a paper, and its parts of no kind of their own that say who came."""
    for _, part, meeting in context.of_kind(PartKind.MINUTES, PartKind.OTHER):
        if part.kind is PartKind.MINUTES or _says_who_came(context.paragraphs(part)):
            yield part, meeting


def agendas_that_tell_who_came(context: Context) -> Iterator[tuple[Part, MeetingKey | None]]:
    """The agendas that say who came: so does one that the notes of its meeting were written into.

    One that no minutes of the same meeting follow must say so above its items, and then tell
    something: else its list is of those who are asked to come.
    """
    for at, part, meeting in context.of_kind(PartKind.AGENDA):
        after = context.parts[at + 1 : at + 2]
        told = bool(after) and after[0].kind is PartKind.MINUTES
        same = told and meeting is not None and context.meetings[at + 1] == meeting
        paragraphs = context.paragraphs(part)
        noted = _says_who_came(paragraphs[:_HEAD]) and sum(map(tells, paragraphs)) >= _TOLD
        if noted or (same and _says_who_came(paragraphs)):
            yield part, meeting


def _says_who_came(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a label or a sentence says that somebody was present or in attendance."""
    shown = [p for p in paragraphs if p.kind not in (Kind.FURNITURE, Kind.TABLE)]
    told = any(_heads_those_who_came(p) or _TO_ORDER.search(p.text) for p in shown)
    return told or tells_who_came(shown)


def _heads_those_who_came(paragraph: Paragraph) -> bool:
    line = paragraph.text.split("\n")[0]
    if sign := _SIGN.match(line):
        said = people_label(line[sign.end() :])
        return said is not None and said.told and said.rest is None
    said = people_label(line) or group_label(line)
    return said is not None and said.told and said.status in ("present", "in attendance")
