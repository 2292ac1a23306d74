"""Attendance by signs beside names, where a line says what the sign stands for: "* absent"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.attendance.rows import AWAY, Standing, rows
from kg.extraction.columns import Table
from kg.extraction.people import cells as people_cells
from kg.facts import Attendance, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.people_labels import label_of, people_label
from kg.structure.sections import Piece

_SIGNS = "*†‡#^§"
_KEY = re.compile(
    rf"\W{{0,3}}(?P<sign>[{_SIGNS}])\W{{0,4}}(?:(?:denotes|indicates|means)\s+)?"
    r"(?P<said>[^\W\d][\w ]*)\W*",
    re.IGNORECASE,
)
_DENOTES = re.compile(r"\W*(?:denotes|indicates|means)\s+|\s*=\s*", re.IGNORECASE)
_STAR = "*"
_HEAD = 50
_BESIDE = 3

UNMARKED = "attendance/unmarked/1"


def key_lines(paragraphs: Sequence[Paragraph]) -> dict[int, tuple[str, str]]:
    """The lines near the head that say what a sign stands for: the sign, and the status."""
    shown = [p for p in paragraphs[:_HEAD] if p.kind is not Kind.TABLE]
    signed = any(_STAR in p.text for p in shown)
    found: dict[int, tuple[str, str]] = {}
    for line, after in pairwise((*shown, None)):
        ends = after is None or after.kind is not Kind.LIST_ITEM
        said = line and _key(line, bulleted=signed and ends)
        if line and said:
            found[line.ordinal] = said
    return found


def _key(line: Paragraph, *, bulleted: bool) -> tuple[str, str] | None:
    """The sign of a line and its status; a star before the words may be read as their bullet."""
    match = _KEY.fullmatch(line.text.strip())
    bullet = bulleted and line.kind is Kind.LIST_ITEM and ":" not in line.text
    if match is None and not bullet and not _DENOTES.match(line.text):
        return None
    words = match["said"] if match else _DENOTES.sub("", line.text)
    said = label_of(words)
    if said is None or said.rest is not None or not said.told:
        return None
    return (match["sign"] if match else _STAR), said.status


def of_starred(
    found: Table, paragraphs: Sequence[Paragraph], meeting: MeetingKey
) -> list[Attendance]:
    """The attendance of a table with a star in front of those who were present.

    The others were absent, where nothing else says more of them (rule ``UNMARKED``).
    """
    last = found.rows[-1].paragraph.ordinal
    below = next((p for p in paragraphs if p.ordinal > last and p.kind is not Kind.FURNITURE), None)
    if below is None or _key(below, bulleted=True) != (_STAR, "present"):
        return []
    told: list[Attendance] = []
    for at in _starred_columns(found):
        for one in found.rows:
            cell = one.cell(at + 1)
            people = people_cells.people(one.paragraph, cell, None) if cell else []
            if one.text(at) == _STAR:
                told.extend(rows(meeting, people, Standing("present")))
            else:
                away = rows(meeting, people, Standing("absent"))
                told.extend(replace(row, rule=UNMARKED) for row in away)
    return told


def signed_lines(
    paragraphs: Sequence[Paragraph], meeting: MeetingKey, signs: Sequence[str]
) -> list[Attendance]:
    """The attendance of lines of names of which some bear the sign of those present.

    The others were absent, where nothing else says more of them (rule ``UNMARKED``).
    """
    found: list[Attendance] = []
    for paragraph in paragraphs[:_HEAD] if signs else ():
        if paragraph.kind is Kind.TABLE or not any(map(paragraph.text.__contains__, signs)):
            continue
        said = people_label(paragraph.text)
        piece = Piece.whole(paragraph).part((said and said.rest) or 0)
        for one in people_cells.listed(piece, said.title if said else None, labelled=True):
            marked = _sign_beside(paragraph.text, one.evidence.start, one.evidence.end) in signs
            told = rows(meeting, [one], Standing("present" if marked else "absent"))
            found.extend(row if marked else replace(row, rule=UNMARKED) for row in told)
    return found


def by_signs(
    found: Sequence[Attendance], paragraphs: Sequence[Paragraph], key: dict[str, str]
) -> Iterator[Attendance]:
    """The rows, those of people beside whom a sign stands with the status that it means."""
    for row in found:
        quote = row.evidence[0]
        text = paragraphs[quote.paragraph - paragraphs[0].ordinal].text
        status = key.get(_sign_beside(text, quote.start, quote.end), row.status)
        held = None if status in AWAY else row.capacity
        yield row if status == row.status else replace(row, status=status, capacity=held)


def _sign_beside(text: str, start: int, end: int) -> str:
    """The sign right before or behind some words."""
    beside = text[:start].rstrip()[-1:] + text[end : end + _BESIDE].strip()[:1]
    return next((sign for sign in beside if sign in _SIGNS), "")


def _starred_columns(found: Table) -> list[int]:
    """The columns that hold stars and nothing else."""
    marks: dict[int, set[str]] = {}
    for one in found.rows:
        for cell in one.cells:
            marks.setdefault(cell.column, set()).add(one.text(cell.column))
    return [at for at, said in sorted(marks.items()) if _STAR in said and said <= {"", _STAR}]
