"""Attendance by marks beside names, and a key to the marks: "Membership (A = absent)".

The key stands above a table, or by a list with marks behind the names: "Mr B Tarn A".
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.extraction.attendance.rows import Standing, rows
from kg.extraction.columns import Row, Table, columns
from kg.extraction.people import cells as people_cells
from kg.facts import Attendance, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.people_labels import people_label
from kg.structure.sections import Piece

_KEY = re.compile(r"[(\[]?(?<!\w)(?P<mark>[A-Z]{1,3}|\*)\s*(?:=|[–—-])\s*(?P<said>[A-Za-z]+)\W*")
_WHOLE_KEY = re.compile(r"\W*(?P<mark>[A-Z]{1,3})\s*=\s*(?P<said>[A-Za-z][\w -]*)(?:[,;.)\]]|$)")
_MARK_BEHIND = re.compile(r"(?P<who>\S.*?)\s+(?P<mark>[A-Z]{1,3})(?:\s+\([^()]*\))?\s*")
_HEAD = 50
_FEWEST = 3
_LINE = 120


def of_keyed(
    found: Table, paragraphs: Sequence[Paragraph], meeting: MeetingKey
) -> list[Attendance]:
    """The attendance of a table whose line above says what a mark beside a name means."""
    above = found.line_above(paragraphs)
    line = above.text if above is not None else ""
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
    cells = [one.words(cell) for cell in one.filled]
    status = next((key[text] for text in cells if text in key), None)
    standing = Standing(status) if status else default
    if len(cells) > 1:
        people = people_cells.people(one.paragraph, one.filled[0], None)
        capacity = next(
            (said for text in cells[1:] if (said := people_cells.capacity_in(text))), None
        )
        yield from rows(meeting, people, Standing(standing.status, capacity or standing.capacity))


def marked_lines(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> list[Attendance]:
    """The attendance of lines with a mark behind each name, where a line is the key to all.

    The key says what stands for those present as well as for the others.
    """
    head = [p for p in paragraphs[:_HEAD] if p.kind is not Kind.TABLE and len(p.text) <= _LINE]
    key = next((key for p in head if "present" in (key := _whole_key(p.text)).values()), {})
    found: list[Attendance] = []
    for paragraph in head if key else ():
        match = _MARK_BEHIND.fullmatch(paragraph.text)
        if match is None or match["mark"] not in key:
            continue
        people = people_cells.listed(Piece(paragraph, 0, match.end("who")), labelled=True)
        if len(people) == 1:
            found.extend(rows(meeting, people, Standing(key[match["mark"]])))
    return found if len(found) >= _FEWEST else []


def _whole_key(line: str) -> dict[str, str]:
    """What each mark of a line stands for that is a key alone; several at least."""
    key: dict[str, str] = {}
    at = 0
    while match := _WHOLE_KEY.match(line, at):
        said = people_label(match["said"].strip())
        if said is None:
            return {}
        key[match["mark"]], at = said.status, match.end()
    return key if at == len(line) and len(key) > 1 else {}
