"""The parts of a paper that give an account of a meeting: minutes, and notes under any title."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from kg.extraction.context import Context
from kg.facts import MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.openings import tells, tells_who_came
from kg.structure.parts import Part, PartKind
from kg.structure.people_labels import group_label, labels_in, people_label
from kg.tables.load import either

_HEAD = 40
_NOTES = 3
_LONG = 80
"""Three paragraphs that are longer are notes of what was said."""
_CELL_ENDS = re.compile(r"[\t\n]")
_MINUTED = re.compile(r"\bminutes (?:for|by|of)\b|\bminutes\W*$", re.IGNORECASE)
_SIGN = re.compile(r"\W{0,3}[*†‡#^§]\W{1,4}(?=[^\W\d])")
"""What stands before the meaning of a sign: "* = apologies"."""
_TO_ORDER = re.compile(r"\bcall(?:ed|s)\b[^.;]{0,80}\bto order\b", re.IGNORECASE)


def accounts(context: Context) -> Iterator[tuple[Part, MeetingKey | None]]:
    """The minutes of a paper, and its parts of no kind of their own that say who came."""
    for _, part, meeting in context.of_kind(PartKind.MINUTES, PartKind.OTHER):
        if part.kind is PartKind.MINUTES or tells_of_those_present(context.paragraphs(part)):
            yield part, meeting


def agendas_that_tell_who_came(context: Context) -> Iterator[tuple[Part, MeetingKey | None]]:
    """The agendas that say who came: so does one that the notes of its meeting were written into.

    One that no minutes of the same meeting follow must tell that it was held: those whom an
    agenda lists as "Attendees" may only be asked to come.
    """
    for at, part, meeting in context.of_kind(PartKind.AGENDA):
        after = context.parts[at + 1 : at + 2]
        told = bool(after) and after[0].kind is PartKind.MINUTES
        same = told and meeting is not None and context.meetings[at + 1] == meeting
        paragraphs = context.paragraphs(part)
        held = same or was_held(paragraphs)
        if held and tells_of_those_present(paragraphs if same else paragraphs[:_HEAD]):
            yield part, meeting


def was_held(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a paper tells that its meeting was held: in what it tells, or by "Present"."""
    present = either("sections", "openings", "present")
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    lines = [line for p in shown for line in _CELL_ENDS.split(p.text)]
    told = any(present.match(f"{line.rstrip(' ?:')}:") for line in lines)
    said = [
        p for p in shown if p.kind in (Kind.TEXT, Kind.LIST_ITEM) and not any(labels_in(p.text))
    ]
    notes = any(map(tells, said)) or sum(len(p.text) > _LONG for p in said) >= _NOTES
    above = takewhile(lambda p: p.number is None and p.kind is not Kind.TABLE, shown)
    head = (line for p in above for line in p.text.split("\n"))
    return told or notes or any(map(_MINUTED.search, islice(head, _HEAD)))


def tells_of_those_present(paragraphs: Sequence[Paragraph]) -> bool:
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
