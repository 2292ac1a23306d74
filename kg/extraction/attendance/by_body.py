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
    apologies, and most of them name somebody. Lines among them may tell of the meeting, and of
    nobody.
    """
    found: dict[int, list[Attendance]] = {}
    for at, paragraph in enumerate(paragraphs):
        below = _below(paragraphs[at + 1 :]) if _heads(paragraph) else []
        listed = [p for p in below if not _tells_of_meeting(p)]
        lines = {p.ordinal: list(_of_line(Piece.whole(p), meeting)) for p in listed}
        told = any(pattern("attendance", "lines", "not_there").search(p.text) for p in listed)
        named = 2 * sum(bool(lines[p.ordinal]) for p in listed) > len(listed)
        if told and named and len(listed) >= _FEWEST:
            found |= {p.ordinal: lines.get(p.ordinal, []) for p in below}
    return found


def _heads(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the label of those present, and no more."""
    said = people_label(paragraph.text)
    return said is not None and said.told and said.rest is None and said.status == "present"


def _below(following: Sequence[Paragraph]) -> list[Paragraph]:
    return list(takewhile(_is_labelled, following))


def _is_labelled(paragraph: Paragraph) -> bool:
    """Whether a line names something before a colon that is no label of people and no office."""
    match = pattern("attendance", "lines", "of_body").fullmatch(paragraph.text)
    if match is None or paragraph.kind not in (Kind.TEXT, Kind.LIST_ITEM):
        return False
    whose = match["whose"]
    return people_label(whose) is None and not people_cells.names_office(whose)


def _tells_of_meeting(line: Paragraph) -> bool:
    """Whether a line says where or when the meeting was, or what it was on."""
    whose = line.text.partition(":")[0]
    return says(whose) in _OF_MEETING or matches(whose, "attendance", "lines", "no_bodies")


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
