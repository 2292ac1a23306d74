"""Those in the chair, each in a line right above the members: "Chairman Lowe", "Members: …"."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import itemgetter

from kg.extraction.attendance.rows import Standing, rows
from kg.extraction.people import cells as people_cells
from kg.facts import Attendance, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.people_labels import people_label
from kg.structure.sections import Piece, lines
from kg.tables.load import alternation

_HEAD = 30
_OFFICES = "|".join(
    alternation("people", "capacities", office)
    for office in ("chair", "vice-chair", "deputy chair")
)
_HELD = re.compile(rf"(?P<office>(?i:{_OFFICES}))\s+[A-Z][^,:;]{{1,40}}")


def officers_above(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[Attendance]:
    """The people of lines that give an office and a name, above the label of the members alone."""
    shown = [p for p in paragraphs[:_HEAD] if p.kind in (Kind.TEXT, Kind.HEADING)]
    head = [line for paragraph in shown for line in lines(paragraph)]
    labelled = (at for at, line in enumerate(head) if _labels_members(line))
    above = reversed(head[: next(labelled, 0)])
    for people, capacity in takewhile(itemgetter(1), map(_held, above)):
        yield from rows(meeting, people, Standing("present", capacity))


def _labels_members(line: Piece) -> bool:
    """Whether a line lists members behind a label that has no word of who came."""
    said = people_label(line.text)
    return said is not None and said.rest is not None and said.several and not said.told


def _held(line: Piece) -> tuple[list[people_cells.Listed], str | None]:
    """The one person to whom a line gives an office of the chair and nothing more, with it."""
    held = _HELD.fullmatch(line.text.strip())
    people = people_cells.listed(line, labelled=True) if held else []
    said = people_label(f"{held['office']}:") if held and len(people) == 1 else None
    return people, said.capacity if said else None
