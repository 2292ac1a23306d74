"""Attendance in tables of members under a key to their marks: "Membership (A = absent)"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extraction import people_cells
from kg.extraction.attendance_rows import Standing, rows
from kg.extraction.columns import Row, Table, columns
from kg.facts import Attendance, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.people_labels import people_label

_KEY = re.compile(r"[(\[]?(?<!\w)(?P<mark>[A-Z]{1,3}|\*)\s*(?:=|[–—-])\s*(?P<said>[A-Za-z]+)\W*")


def of_keyed(
    found: Table, paragraphs: Sequence[Paragraph], meeting: MeetingKey
) -> list[Attendance]:
    """The attendance of a table whose line above says what a mark beside a name means."""
    above = [p for p in paragraphs if p.ordinal < found.first and p.kind is not Kind.FURNITURE]
    line = above[-1].text if above and above[-1].kind is not Kind.TABLE else ""
    key = {m["mark"]: said.status for m in _KEY.finditer(line) if (said := people_label(m["said"]))}
    if not key or "present" in key.values():
        return []
    over = people_label(_KEY.sub("", line).strip())
    default = Standing.of(over) if over else Standing("present")
    told = [one for one in found.rows if not columns(one, "people")]
    return [row for one in told for row in _of_row(one, key, default, meeting)]


def _of_row(
    one: Row, key: Mapping[str, str], default: Standing, meeting: MeetingKey
) -> Iterator[Attendance]:
    cells = [one.paragraph.cell_text(cell).strip() for cell in one.filled]
    status = next((key[text] for text in cells if text in key), None)
    standing = Standing(status) if status else default
    if len(cells) > 1:
        people = people_cells.people(one.paragraph, one.filled[0], None)
        capacity = next(
            (said for text in cells[1:] if (said := people_cells.capacity_in(text))), None
        )
        yield from rows(meeting, people, Standing(standing.status, capacity or standing.capacity))
