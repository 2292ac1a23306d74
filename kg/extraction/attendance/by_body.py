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
from kg.structure.people_labels import people_label
from kg.structure.sections import Piece
from kg.tables.load import pattern

_FEWEST = 3


def by_body(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Mapping[int, list[Attendance]]:
    """What the lines of such lists tell, by their ordinals.

    They stand below a label of those present, and one at least says that nobody came or who sent
    apologies.
    """
    found: dict[int, list[Attendance]] = {}
    for at, paragraph in enumerate(paragraphs):
        listed = _listed(paragraphs[at + 1 :]) if _heads(paragraph) else []
        told = any(pattern("attendance", "lines", "not_there").search(p.text) for p in listed)
        if told and len(listed) >= _FEWEST:
            found |= {p.ordinal: list(_of_line(Piece.whole(p), meeting)) for p in listed}
    return found


def _heads(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the label of those present, and no more."""
    said = people_label(paragraph.text)
    return said is not None and said.told and said.rest is None and said.status == "present"


def _listed(below: Sequence[Paragraph]) -> list[Paragraph]:
    return list(takewhile(_is_of_body, below))


def _is_of_body(paragraph: Paragraph) -> bool:
    """Whether a line names something before a colon that is no label of people and no office."""
    match = pattern("attendance", "lines", "of_body").fullmatch(paragraph.text)
    if match is None or paragraph.kind not in (Kind.TEXT, Kind.LIST_ITEM):
        return False
    whose = match["whose"]
    return people_label(whose) is None and not people_cells.names_office(whose)


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
