"""What a title line of a paper says of it beside its kind, and what stands around it."""

import re
from collections.abc import Sequence

from kg.model import Kind, Paragraph
from kg.structure.labels import is_bare_agenda, is_bare_minutes
from kg.structure.names import bodies
from kg.structure.openings import tells_who_came
from kg.structure.people_labels import people_label
from kg.structure.sections import is_deeper
from kg.tables.load import matches

FIRST = 6
"""Among how many paragraphs a paper says what it is."""
LOOK_AHEAD = 25
_LONG_TITLE = 240
_TAKER = re.compile(r"[A-Z]{2,3}|[A-Z][a-z’'-]+(?: [A-Z][\w’'-]*){0,2}")


def states_its_meeting(paragraph: Paragraph) -> bool:
    """Whether a sentence at the head says whose minutes these are, and of which day."""
    line = paragraph.text.split("\n")[0]
    stated = paragraph.ordinal < FIRST and len(line) <= _LONG_TITLE
    stated = stated and paragraph.kind in (Kind.TEXT, Kind.HEADING)
    titled = stated and matches(line, "sections", "starts", "minutes")
    return titled and matches(line, "sections", "openings", "day")


def names_taker(line: str) -> bool:
    """Whether a line says who takes the minutes, by name or letters: "Minutes: DH"."""
    said = people_label(line)
    who = line[said.rest :].strip() if said and said.rest is not None else ""
    return _TAKER.fullmatch(who) is not None and bodies.in_line(who) is None


def lists_members(line: str) -> bool:
    """Whether a line lists members behind its label: "Membership: Ann Lowe, Ben Marsh"."""
    return "," in line.partition(":")[2]


def stands_over_count(paragraph: Paragraph, after: Sequence[Paragraph]) -> bool:
    """Whether a bare "Minutes" stands right over the first of numbered headings below it."""
    bare = is_bare_minutes(paragraph.text)
    first = next((p for p in after if p.kind is not Kind.FURNITURE), None)
    counted = first is not None and first.number == "1" and is_deeper(first, paragraph)
    return bare and counted


def is_first_business(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether "Minutes" stands right below "Agenda" over its first number: minutes to approve."""
    if not paragraph.ordinal or not is_bare_minutes(paragraph.text):
        return False
    after = paragraphs[paragraph.ordinal + 1 : paragraph.ordinal + 1 + LOOK_AHEAD]
    listed = after[:1] and after[0].number == "1" and after[0].kind is not Kind.HEADING
    above = paragraphs[paragraph.ordinal - 1].text
    return bool(listed) and is_bare_agenda(above) and not tells_who_came(after)
