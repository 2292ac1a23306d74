"""Attendance: who was there, who sent apologies, who sat in for whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction import dates, names, people_cells
from kg.extraction.columns import Table, columns, tables
from kg.extraction.context import Context, evidence
from kg.facts import Attendance, Evidence, MeetingKey, PersonName
from kg.model import Kind, Paragraph
from kg.structure.labels import people_label, plain
from kg.structure.parts import PartKind
from kg.structure.sections import Piece, lines, number_of, sentences
from kg.tables.load import table

RULE = "attendance/1"

_APOLOGIES = re.compile(
    r"\bapolog(?:ies|y)\b[^.]{0,60}?\b(?:from|by|for)\b(?!\s+(?:lateness|absence\s*\.))"
    r"|\bapologies(?: for absence)?\s*:",
    re.IGNORECASE,
)
_SUBSTITUTED = re.compile(
    r"\(\s*(?:sub(?:stitute)?(?:d by)?|substituted by)\s*:?\s*(?P<by>[^()]+)\)"
    r"|,?\s*(?:who\s+)?(?:was|were)\s+(?:being\s+)?substituted\s+by\s+(?P<then>[^.;,]+)"
    r"|,?\s*for whom\s+(?P<whom>[^.;,]+?)\s+(?:was\s+|is\s+|had\s+)?"
    r"(?:substitut\w+|attended as (?:a\s+)?substitute|deputis\w+|sat)\b",
    re.IGNORECASE,
)
_IN_ATTENDANCE = re.compile(
    r"(?P<who>[^.]*?)\b(?:was|were) (?:also )?(?:in attendance|present)"
    r"(?: as (?P<as>observers?|guests?))?",
    re.IGNORECASE,
)


def attendance(context: Context) -> tuple[Attendance, ...]:
    """Attendance at the meetings whose minutes the document holds, and by its grids."""
    found: list[Attendance] = []
    for _, part, meeting in context.of_kind(PartKind.MINUTES):
        if meeting is not None:
            found.extend(_of_minutes(context.paragraphs(part), meeting))
    for _, part, meeting in context.of_kind(PartKind.GRID, PartKind.MEMBERSHIP):
        if meeting is not None:
            for grid in tables(context.paragraphs(part)):
                found.extend(_of_grid(grid, meeting))
    return _join(found)


def _of_minutes(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[Attendance]:
    listed = False
    for found in tables(paragraphs):
        rows = list(_of_table(found, meeting))
        listed = listed or bool(rows)
        yield from rows
    yield from _of_lists(paragraphs, meeting)
    for paragraph in paragraphs:
        if paragraph.kind not in (Kind.TABLE, Kind.FURNITURE, Kind.HEADING):
            yield from _of_sentences(paragraph, meeting)


# --- tables -----------------------------------------------------------------


def _of_table(found: Table, meeting: MeetingKey) -> Iterator[Attendance]:
    head = found.rows[0]
    by_head = columns(head, "people")
    if "person" in by_head and "attendance" in by_head:
        yield from _of_marks(found, by_head, meeting)
        return
    if "person" in by_head and ("role" in by_head or "authority" in by_head):
        yield from _of_roles(found, by_head, meeting)
        return
    labels = {cell.column: people_label(head.paragraph.cell_text(cell)) for cell in head.filled}
    if labels and any(labels.values()):
        yield from _of_columns(found, meeting)
    elif people_label(head.text(head.cells[0].column)) is not None:
        yield from _of_roles(found, {"role": 0, "person": 1, "authority": 2}, meeting)


def _of_roles(found: Table, by_head: dict[str, int], meeting: MeetingKey) -> Iterator[Attendance]:
    """A table of role, person and authority; a role holds until the next."""
    role = ""
    for row in found.rows[1:]:
        role = row.text(by_head.get("role")) or role
        cell = row.cell(by_head["person"])
        if cell is None:
            continue
        status, capacity = _standing(role)
        for one in people_cells.people(row.paragraph, cell, row.cell(by_head.get("authority"))):
            yield _row(meeting, one, status, capacity)


def _of_marks(found: Table, by_head: dict[str, int], meeting: MeetingKey) -> Iterator[Attendance]:
    """A table with a column that says of each person whether they came."""
    for row in found.rows[1:]:
        cell, said = row.cell(by_head["person"]), plain(row.text(by_head["attendance"]))
        status = next((s for s, forms in table("people")["marks"].items() if said in forms), None)
        if cell is None or status is None:
            continue
        capacity = (
            "substitute" if "substitute" in said else _capacity(row.text(by_head.get("role")))
        )
        for one in people_cells.people(row.paragraph, cell, row.cell(by_head.get("authority"))):
            quote = Evidence(row.paragraph.ordinal, row.cells[0].start, row.cells[-1].end)
            yield replace(_row(meeting, one, str(status), capacity), evidence=(quote,))


def _of_columns(found: Table, meeting: MeetingKey) -> Iterator[Attendance]:
    """Lists side by side: each column has labels, and people under each."""
    for column in sorted({cell.column for row in found.rows for cell in row.cells}):
        standing: tuple[str, str | None] | None = None
        for row in found.rows:
            cell = row.cell(column)
            text = row.text(column)
            if cell is None or not text:
                continue
            if (said := people_label(text)) is not None and said[1] is None:
                standing = (said[0], _capacity(text))
            elif standing is not None:
                for one in people_cells.people(row.paragraph, cell, None):
                    yield _row(meeting, one, *standing)


def _of_grid(found: Table, meeting: MeetingKey) -> Iterator[Attendance]:
    """A table of people by date: what is not written stays unknown."""
    head = found.rows[0]
    days = {
        cell.column: day
        for cell in head.cells
        if (day := dates.first_day(head.paragraph.cell_text(cell), meeting.date)) is not None
    }
    if not days:
        return
    capacity: str | None = None
    for row in found.rows[1:]:
        name = row.cells[0]
        if len(row.filled) == 1:
            capacity = _capacity(row.text(name.column))
            continue
        for one in people_cells.people(row.paragraph, name, None):
            for column, day in days.items():
                status = _mark(row.text(column))
                if status is not None:
                    quote = Evidence(row.paragraph.ordinal, row.cells[0].start, row.cells[-1].end)
                    key = MeetingKey(meeting.board, day)
                    yield replace(
                        _row(key, one, status, one.capacity or capacity), evidence=(quote,)
                    )


def _mark(text: str) -> str | None:
    marks = table("people")["grid"]
    return next(
        (
            status
            for status, forms in marks.items()
            if plain(text) in forms or text.strip() in forms
        ),
        None,
    )


# --- lists ------------------------------------------------------------------


def _of_lists(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[Attendance]:
    """Labels over lines of names, or with names behind a colon."""
    standing: tuple[str, str | None] | None = None
    for paragraph in paragraphs:
        if paragraph.kind in (Kind.TABLE, Kind.FURNITURE):
            continue
        for piece in lines(paragraph):
            said = people_label(piece.text.strip())
            if said is not None:
                standing = (said[0], _capacity(piece.text))
                if said[1] is None:
                    continue
                piece = Piece(paragraph, piece.start + said[1], piece.end)
            elif standing is None:
                continue
            people = (
                list(people_cells.listed(piece)) if number_of(paragraph) is None or said else []
            )
            if not people:
                standing = None
                continue
            for one in people:
                yield _row(meeting, one, *standing)


# --- sentences --------------------------------------------------------------


def _of_sentences(paragraph: Paragraph, meeting: MeetingKey) -> Iterator[Attendance]:
    for sentence in sentences(Piece(paragraph, 0, len(paragraph.text))):
        if said := _APOLOGIES.search(sentence.text):
            yield from _apologies(
                Piece(paragraph, sentence.start + said.end(), sentence.end), sentence, meeting
            )
        elif said := _IN_ATTENDANCE.search(sentence.text):
            capacity = _capacity(said["as"] or "")
            for name, _, _ in names.titled(said["who"]):
                yield _fact(meeting, name, "in attendance", evidence(sentence), capacity)


def _apologies(piece: Piece, sentence: Piece, meeting: MeetingKey) -> Iterator[Attendance]:
    """Who sent apologies: "from A (sub B) and C, who was substituted by D"."""
    text = piece.text
    subs: dict[int, PersonName] = {}
    for match in _SUBSTITUTED.finditer(text):
        substitute = names.parse(match["by"] or match["then"] or match["whom"])
        if substitute is not None:
            subs[match.start()] = substitute
    for name, start, _ in people_cells.named(text):
        if any(name.name == sub.name for sub in subs.values()):
            continue
        yield _fact(meeting, name, "apologies", evidence(sentence))
        after = [at for at in subs if at >= start]
        nearer = [n for n, s, _ in people_cells.named(text) if start < s and after and s < after[0]]
        if after and not nearer:
            yield replace(
                _fact(meeting, subs[after[0]], "present", evidence(sentence), "substitute"),
                substitute_for=name,
            )


# --- rows -------------------------------------------------------------------


def _standing(role: str) -> tuple[str, str | None]:
    """What a role in the first column says: a status of attendance, a capacity, or both."""
    said = people_label(role)
    if said is not None:
        return said[0], _capacity(role)
    return "present", _capacity(role)


def _capacity(words: str) -> str | None:
    """The contract's word for a capacity, by the words of a label or a bracket."""
    text = plain(re.sub(r"\([^()]*\)", "", words))
    for capacity, forms in table("people")["capacities"].items():
        if text in forms:
            return str(capacity)
    return None


def _row(
    meeting: MeetingKey, one: people_cells.Listed, status: str, capacity: str | None
) -> Attendance:
    held = one.capacity or capacity
    return Attendance(
        meeting=meeting,
        person=one.name,
        status=status,
        capacity=held if held in table("people")["at_meetings"]["capacities"] else None,
        representing=one.representing,
        substitute_for=one.substitute_for,
        evidence=(one.evidence,),
        rule=RULE,
    )


def _fact(
    meeting: MeetingKey, name: PersonName, status: str, quote: Evidence, capacity: str | None = None
) -> Attendance:
    return Attendance(
        meeting=meeting, person=name, status=status, capacity=capacity, evidence=(quote,), rule=RULE
    )


def _join(found: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """One row for a person at a meeting; what is listed first wins, later evidence is added.

    A capacity of the word "member" gives way to a more telling one.
    """
    joined: dict[tuple[MeetingKey, str], Attendance] = {}
    for row in found:
        key = (row.meeting, row.person.name)
        first = joined.get(key)
        if first is None:
            joined[key] = row
            continue
        joined[key] = replace(
            first,
            status="apologies"
            if {first.status, row.status} == {"absent", "apologies"}
            else first.status,
            capacity=first.capacity or row.capacity,
            representing=first.representing or row.representing,
            substitute_for=first.substitute_for or row.substitute_for,
            evidence=first.evidence + tuple(e for e in row.evidence if e not in first.evidence),
        )
    return tuple(joined.values())
