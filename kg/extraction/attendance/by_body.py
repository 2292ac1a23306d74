"""Lists that say of each body in turn who came for it, and who sent apologies.

"Millbrook: Ann Lowe, apologies from Ben Tarn" stands over "Oxwick: no rep".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.extraction.attendance.rows import Standing, rows
from kg.extraction.people import cells as people_cells
from kg.facts import Attendance, MeetingKey
from kg.model import Kind, Paragraph
from kg.reading.fields import NO_TITLES, Says, says
from kg.structure.people_labels import people_label
from kg.structure.sections import Piece
from kg.tables.load import matches, pattern

_FEWEST = 3
_OF_MEETING = NO_TITLES | {Says.NEXT_MEETING}


def by_body(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Mapping[int, list[Attendance]]:
    """What the lines of such lists tell, by their ordinals.

    They stand below a label of those present. One at least says that nobody came or who sent
    apologies, and most of them name somebody.
    """
    found: dict[int, list[Attendance]] = {}
    for at, paragraph in enumerate(paragraphs):
        listed = _listed(paragraphs[at + 1 :]) if _heads(paragraph) else []
        told = any(pattern("attendance", "lines", "not_there").search(p.text) for p in listed)
        came = {p.ordinal: list(_of_line(Piece.whole(p), meeting)) for p in listed}
        named = 2 * sum(map(bool, came.values())) > len(came)
        if told and named and len(came) >= _FEWEST:
            found |= came
    return found


def _heads(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the label of those present, and no more."""
    said = people_label(paragraph.text)
    return said is not None and said.told and said.rest is None and said.status == "present"


def _listed(below: Sequence[Paragraph]) -> list[Paragraph]:
    return list(takewhile(_is_of_body, below))


def _is_of_body(paragraph: Paragraph) -> bool:
    """Whether a line names something before a colon that is no label of people or of the meeting,
    and no office.
    """
    match = pattern("attendance", "lines", "of_body").fullmatch(paragraph.text)
    if match is None or paragraph.kind not in (Kind.TEXT, Kind.LIST_ITEM):
        return False
    whose = match["whose"]
    of_meeting = says(whose) in _OF_MEETING or matches(whose, "attendance", "lines", "no_bodies")
    return not (of_meeting or people_label(whose) or people_cells.names_office(whose))


def _of_line(line: Piece, meeting: MeetingKey) -> Iterator[Attendance]:
    """Who came for a body, and behind "apologies from" who did not."""
    match = pattern("attendance", "lines", "of_body").fullmatch(line.text)
    if match is None:
        return
    away = pattern("attendance", "lines", "not_there").search(line.text, match.start("who"))
    here = line.part(match.start("who"), away.start() if away else None)
    behind = line.part(away.end()) if away else line.part(len(line.text))
    for piece, status in ((here, "present"), (behind, "apologies")):
        people = people_cells.listed(piece, labelled=True)
        named = [replace(one, representing=match["whose"].strip()) for one in people]
        yield from rows(meeting, named, Standing(status))
