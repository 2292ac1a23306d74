"""Attendance in tables: by role, by column, by marks, and in grids of dates."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.extraction import dates
from kg.extraction.attendance.ranks import of_ranks
from kg.extraction.attendance.row_labels import (
    columns_below,
    label_first,
    labels_row,
    of_labels,
)
from kg.extraction.attendance.rows import (
    AWAY,
    Standing,
    capacity_of,
    mark_of,
    quote_of,
    quoting_row,
    row,
    rows,
    standing_of,
)
from kg.extraction.attendance.seats import of_seats
from kg.extraction.columns import Row, Table, columns
from kg.extraction.people import cells as people_cells
from kg.extraction.people import names
from kg.facts import Attendance, MeetingKey
from kg.model import Cell, Paragraph
from kg.structure.labels import plain
from kg.structure.people_labels import PeopleLabel, group_label, people_label
from kg.tables.load import alternation, kinds, matches, table

_ASIDE = re.compile(r"(?:\(.*|[,;–—-]\s.*|\b(?:from|until|for|left|arrived)\b.*)$")
_BESIDE = ("officer", "observer", "guest")
_SEVERAL = 2
_CROSS = "x"
"""A mark that says yes where it is the only one of a column, and no beside ticks."""
_BODY = re.compile(
    rf"\b(?:{alternation('bodies', 'authority_ends')}|{alternation('organisations', 'nouns')})$"
)


def of_table(
    found: Table, paragraphs: Sequence[Paragraph], meeting: MeetingKey
) -> Iterator[Attendance]:
    """The attendance that one table of minutes shows."""
    heads = map(found.head.words, found.head.filled)
    if any(matches(text, "attendance", "of_others") for text in heads):
        return iter(())
    named = {} if label_first(found.head) else columns(found.head, "people")
    by_head = _with_names(found, named)
    if (marked := _by_marks(found, by_head, meeting)) is not None:
        return marked
    over = _over(found, paragraphs)
    seated = list(of_seats(found, paragraphs, meeting)) if over is None else []
    listed = seated or list(of_ranks(found, meeting))
    return iter(listed) if listed else _by_labels(found, by_head, meeting, over)


def _by_marks(
    found: Table, by_head: dict[str, int], meeting: MeetingKey
) -> Iterator[Attendance] | None:
    """What a table shows whose columns split names, or mark who came; None of any other."""
    if "given" in by_head and "family" in by_head:
        return _of_split_names(found, by_head, meeting)
    if "person" in by_head and "attendance" in by_head:
        return _of_marks(found, by_head, meeting)
    if _is_grid(found, meeting):
        return of_grid(found, meeting)
    ticked = _ticked(found)
    if len(ticked) < _SEVERAL and (answers := _answered(found)) is not None:
        return _of_answers(found, answers, meeting)
    return _of_ticks(found, ticked, meeting) if ticked else None


def _by_labels(
    found: Table, by_head: dict[str, int], meeting: MeetingKey, over: Standing | None
) -> Iterator[Attendance]:
    """What a table shows whose columns or rows are labelled, or that stands below a label."""
    head = found.head
    said = {cell.column: _head_label(head.words(cell)) for cell in head.filled}
    of_roles = over is not None or not by_head.keys().isdisjoint({"role", "authority"})
    if len(said) > 1 and all(label and label.told and not label.rest for label in said.values()):
        return _of_columns(found, meeting)
    if len(found.rows) > 1 and "person" in by_head and of_roles:
        return _of_roles(found, by_head, meeting, over or Standing("present"))
    if said and all(label and label.rest is None for label in said.values()) and len(said) > 1:
        return _of_columns(found, meeting)
    labelled = [one for one in found.rows if labels_row(one)]
    if labelled and not (by_head and labelled == [head] and not _only_first_is_labelled(found)):
        return of_labels(found, meeting, over)
    if over or any(said.values()):
        return _of_columns(found, meeting, over)
    return iter(())


def _with_names(found: Table, by_head: dict[str, int]) -> dict[str, int]:
    """The columns by the head of a table, with the one of names beside roles by what it holds."""
    if "role" not in by_head or {"person", "given", "family"} & by_head.keys():
        return by_head
    head = found.head
    free = [cell for cell in head.filled if not people_label(head.words(cell))]
    others = [cell.column for cell in free if cell.column != by_head["role"]]
    held = {at: [text for one in found.below if (text := one.text(at))] for at in others}
    named = [at for at, said in held.items() if len(said) > 1 and all(map(names.leading, said))]
    return {**by_head, "person": named[0]} if len(named) == 1 else by_head


def _over(found: Table, paragraphs: Sequence[Paragraph]) -> Standing | None:
    """What the line just above a table says of the people in it."""
    above = found.line_above(paragraphs)
    if above is None:
        return None
    said, group = people_label(above.text), group_label(above.text)
    if said is None and group is not None and group.told:
        said = group
    return Standing.of(said) if said is not None and said.rest is None else None


def _of_roles(
    found: Table, by_head: dict[str, int], meeting: MeetingKey, default: Standing
) -> Iterator[Attendance]:
    """A table of role, person and authority; a role holds until the next."""
    role = ""
    for one in found.below:
        role = one.text(by_head.get("role")) or role
        cell = one.cell(by_head["person"])
        if cell is None:
            continue
        standing = standing_of(role)
        if people_label(role) is None:
            standing = replace(default, capacity=standing.capacity or default.capacity)
        standing = replace(standing, seated=True)
        people = people_cells.people(one.paragraph, cell, one.cell(by_head.get("authority")))
        yield from rows(meeting, people, standing)


def _of_split_names(
    found: Table, by_head: dict[str, int], meeting: MeetingKey
) -> Iterator[Attendance]:
    """A table with a column for given names and one for surnames; a row alone is a label."""
    standing = Standing("present")
    for one in found.below:
        if len(one.filled) == 1:
            said = _label_ending(one.words(one.filled[0]))
            standing = Standing.of(said) if said is not None else standing
        name = names.parse(f"{one.text(by_head['given'])} {one.text(by_head['family'])}")
        if name is not None and len(one.filled) > 1:
            capacity = people_cells.capacity_in(one.text(by_head.get("role")))
            person = people_cells.Listed(name, quote_of(one), capacity)
            beside = capacity in _BESIDE
            yield row(meeting, person, Standing("in attendance") if beside else standing)


def _label_ending(text: str) -> PeopleLabel | None:
    """The label that some words are or end with: "Institute Staff"."""
    return people_label(text) or people_label(text.split()[-1])


def _of_marks(found: Table, by_head: dict[str, int], meeting: MeetingKey) -> Iterator[Attendance]:
    """A table with a column that says of each person whether they came."""
    for one in found.below:
        cell, said = one.cell(by_head["person"]), _marked(one.text(by_head["attendance"]))
        status = kinds("people", "marks").get(said)
        if cell is None or status is None:
            continue
        held = "substitute" if "substitute" in said else capacity_of(one.text(by_head.get("role")))
        people = people_cells.people(one.paragraph, cell, one.cell(by_head.get("authority")))
        for person in people:
            yield quoting_row(row(meeting, person, Standing(status, held)), one)


def _marked(said: str) -> str:
    """A mark without what it says of when: "Present (from item 4)", "present - left at 8pm"."""
    whole, bare = plain(said), plain(_ASIDE.sub("", said))
    return whole if whole in kinds("people", "marks") else bare


def _answered(found: Table) -> int | None:
    """The column beside the names, headed "Present", that answers yes or no for each."""
    head = found.head
    for cell in head.filled:
        said = people_label(head.words(cell).rstrip(" ?"))
        asked = said is not None and said.told and said.status not in AWAY and said.rest is None
        answers = [text for one in found.below if (text := one.text(cell.column))]
        if asked and len(answers) > 1 and all(map(_answer, answers)):
            return cell.column
    return None


def _answer(text: str) -> str | None:
    """The status that an answer stands for, without what it says besides: "✔ (left 7.20pm)"."""
    if "apolog" in text.lower():
        return "apologies"
    sign = text.split()[0] if text.split() else ""
    said = mark_of(text) or mark_of(_ASIDE.sub("", text))
    return said or (None if sign.isalpha() else mark_of(sign))


def _of_answers(found: Table, answers: int, meeting: MeetingKey) -> Iterator[Attendance]:
    """A table with a column that answers of each person whether they came; blank is unknown."""
    said = {plain(one.text(answers)) for one in found.below}
    crossed = said <= {"", _CROSS}
    named = 0 if answers else 1
    for one in found.below:
        status = _answer(one.text(answers))
        status = "present" if status and crossed else status
        cell = one.cell(named)
        people = people_cells.people(one.paragraph, cell, None) if cell else []
        if status is not None and len(people) == 1:
            capacity = people_cells.capacity_in(one.text(named + 1))
            yield quoting_row(row(meeting, people[0], Standing(status, capacity)), one)


def _ticked(found: Table) -> dict[int, str]:
    """The columns under a label that hold marks only, with the status of each label."""
    head = found.head
    ticked = {}
    for cell in head.filled:
        said = people_label(head.words(cell))
        marks = [one.text(cell.column) for one in found.below]
        if said and said.rest is None and any(marks) and all(_is_tick(mark) for mark in marks):
            ticked[cell.column] = said.status
    return ticked


def _is_tick(mark: str) -> bool:
    return not mark or mark.lower() in table("people")["ticks"]


def _of_ticks(found: Table, ticked: dict[int, str], meeting: MeetingKey) -> Iterator[Attendance]:
    """A table with a column for each status and a mark in the one that holds."""
    column = columns(found.head, "people").get("person", 0)
    for one in found.below:
        cell = one.cell(column)
        marked = [status for at, status in ticked.items() if one.text(at)]
        if cell is None or len(marked) != 1:
            continue
        for person in people_cells.people(one.paragraph, cell, None):
            yield quoting_row(row(meeting, person, Standing(marked[0])), one)


def _only_first_is_labelled(found: Table) -> bool:
    """Whether the first cells below that of the first row are empty: its label holds for all."""
    below = [one.text(0) for one in found.below]
    return bool(below) and not any(below)


def _of_columns(
    found: Table, meeting: MeetingKey, over: Standing | None = None
) -> Iterator[Attendance]:
    """Lists side by side: each column has labels, and people under each.

    A label ``over`` the table, or alone in its row, is that of all columns.
    """
    every = sorted({cell.column for one in found.rows for cell in one.cells})
    standings = dict.fromkeys(every, over)
    beside = _beside(found)
    for one in found.rows:
        for cell in one.filled:
            if cell.column in beside:
                continue
            text = one.paragraph.cell_text(cell)
            said = _head_label(text)
            if said is not None:
                under = every if len(one.filled) == 1 else columns_below(found, one, cell)
                standings |= dict.fromkeys(under, Standing.of(said))
                cell = replace(cell, start=cell.start + (said.rest or len(text)))
            if (standing := standings.get(cell.column)) is not None:
                told = _told_of(one, cell.column, beside)
                office = people_cells.capacity_in(one.words(told)) if told else None
                standing = replace(standing, capacity=office or standing.capacity)
                people = people_cells.people(one.paragraph, cell, told, standing.title)
                yield from rows(meeting, people, standing)


def _head_label(text: str) -> PeopleLabel | None:
    """The label that a cell is, with a colon or without one: "Staff in attendance"."""
    return people_label(text) or people_label(f"{text.strip()}:")


def _told_of(one: Row, column: int, beside: Sequence[int]) -> Cell | None:
    """The cell of a row that says where the people of a column come from."""
    behind = (cell for cell in one.filled if cell.column > column and cell.column in beside)
    return next((cell for cell in behind if re.search(r"\w", one.words(cell))), None)


def _beside(found: Table) -> list[int]:
    """The columns that say something of the people of another, where they come from or what
    they are: behind a column of dashes, or with words that come again or name bodies.
    """
    texts: dict[int, list[str]] = {}
    for one in found.rows:
        for cell in one.filled:
            texts.setdefault(cell.column, []).append(plain(one.words(cell)))
    dashes = [column for column, said in texts.items() if not any(said)]
    return [
        column
        for column, said in sorted(texts.items())
        if column > min(texts)
        and (column in dashes or any(at < column for at in dashes) or _names_bodies(found, column))
    ]


def _names_bodies(found: Table, column: int) -> bool:
    """Whether a column under no label of its own holds bodies, roles or words that come again."""
    cells = [text for one in found.rows if (text := one.text(column))]
    nameless = [text for text in cells if names.leading(text) is None]
    roles = [text for text in nameless if _is_role(text)]
    if 2 * len(roles) > len(cells):
        return True
    if any(people_label(text) for text in cells):
        return False
    again = len({plain(text) for text in cells}) < len(cells)
    return again or any(_BODY.search(text) and names.leading(text) is None for text in cells)


def _is_role(text: str) -> bool:
    office = people_cells.capacity_in(text) or people_cells.names_office(text)
    return bool(office) or matches(text, "attendance", "seats_of")


def of_grid(found: Table, meeting: MeetingKey) -> Iterator[Attendance]:
    """A table of people by date: what is not written stays unknown."""
    days = _days(found, meeting)
    if not days:
        return
    capacity: str | None = None
    said = {plain(one.text(column)) for column in days for one in found.below}
    crossed = said <= {"", _CROSS}
    for one in found.below:
        name = one.cells[0]
        if len(one.filled) == 1:
            capacity = capacity_of(one.text(name.column))
            continue
        for person in people_cells.people(one.paragraph, name, None):
            for column, day in days.items():
                if (status := mark_of(one.text(column))) is not None:
                    key = MeetingKey(meeting.board, day)
                    standing = Standing("present" if crossed else status, capacity, seated=True)
                    yield quoting_row(row(key, person, standing), one)


def _days(found: Table, meeting: MeetingKey) -> dict[int, date]:
    """The columns that are headed by a day."""
    head = found.head
    return {
        cell.column: day
        for cell in head.cells
        if (day := dates.first_day(head.words(cell), meeting.date)) is not None
    }


def _is_grid(found: Table, meeting: MeetingKey) -> bool:
    """Whether a table has marks, and nothing else, under days."""
    cells = [one.text(column) for column in _days(found, meeting) for one in found.below]
    filled = [text for text in cells if text]
    return bool(filled) and all(mark_of(text) is not None for text in filled)
