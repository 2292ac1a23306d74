"""The meeting of a report by its head: "Report to: X Board" and "Date: 9 May 2032", each behind a
label, or a line with the body over one with the day.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extraction import dates
from kg.extraction.meetings.head_lines import BESIDE_DAY, is_day
from kg.extraction.meetings.own_body import body_of, letterhead
from kg.extraction.meetings.owners import qualified
from kg.facts import MeetingKey
from kg.model import Document, Paragraph
from kg.reading.fields import DAYS, NAMES, Says, field, says_in_rows
from kg.structure.names import bodies

_WHOSE = NAMES | {Says.MEETING, Says.BODY, Says.ADDRESSEE}
_DATED = DAYS | {Says.MEETING}
_OF_MEETING = re.compile(
    r"^(?:the\s+)?(?:\d{1,3}(?:st|nd|rd|th)\s+)?(?:\w+\s+)?meeting\s+of\s+(?:the\s+)?|\s+meeting$",
    re.IGNORECASE,
)
"""What says in front of a body or behind it that its meeting is meant."""


def stated_in(head: Sequence[Paragraph], document: Document) -> MeetingKey | None:
    """The body and the day that a head states, each by a label; None where it lacks one."""
    said = [one for paragraph in head for one in _fields(paragraph)]
    named = (_body(value, document) for label, value in said if label in _WHOSE)
    dated = (dates.first_day(value) for label, value in said if label in _DATED)
    name, day = next(filter(None, named), None), next(filter(None, dated), None)
    return MeetingKey(name, day) if name and day else None


def over_its_day(head: Sequence[Paragraph]) -> MeetingKey | None:
    """The body that a line names right over a line that is a day."""
    lines = [line for paragraph in head for line in paragraph.text.split("\n")]
    for line, below in pairwise(lines):
        name = body_of(line) if is_day(below, BESIDE_DAY) else None
        if name and (day := dates.first_day(below)):
            return MeetingKey(name, day)
    return None


def _fields(paragraph: Paragraph) -> Iterator[tuple[Says, str]]:
    """What the lines or the rows of a paragraph say behind a label."""
    yield from says_in_rows(paragraph)
    for line in () if paragraph.rows() else paragraph.text.split("\n"):
        if (stated := field(line)) is not None:
            yield stated.says, stated.value


def _body(value: str, document: Document) -> str | None:
    """The body that a value is, with whose it is where any may have that name."""
    generic = bodies.bare(_OF_MEETING.sub("", value.split(",")[0].strip())) or bodies.bare(value)
    return qualified(generic, list(letterhead(document))) if generic else bodies.in_line(value)
