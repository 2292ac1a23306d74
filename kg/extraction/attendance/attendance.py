"""Attendance: who was there, who sent apologies, who sat in for whom."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise, takewhile

from kg.extraction.attendance.initials import apologies as initialled
from kg.extraction.attendance.keys import marked_lines, of_keyed
from kg.extraction.attendance.lines import of_lines
from kg.extraction.attendance.one_by_one import labelled, one_by_one
from kg.extraction.attendance.rows import AWAY, sits
from kg.extraction.attendance.runs import heads_beside
from kg.extraction.attendance.sides import of_sides
from kg.extraction.attendance.signs import (
    UNMARKED,
    by_signs,
    key_lines,
    of_starred,
    signed_lines,
)
from kg.extraction.attendance.tables import of_grid, of_table
from kg.extraction.attendance.two_columns import members_by_turns
from kg.extraction.columns import tables
from kg.extraction.context import Context
from kg.extraction.meetings.accounts import accounts, agendas_that_tell_who_came, was_held
from kg.extraction.meetings.head_lines import BESIDE_DAY, is_day
from kg.facts import Attendance, Evidence, MeetingKey, PersonName
from kg.model import Kind, Paragraph
from kg.structure.labels import is_bare_minutes
from kg.structure.parts import PartKind
from kg.structure.people_labels import PeopleLabel, labels_in, people_label
from kg.tables.load import alternation

_CAME = 2
"""Who is fewer than these is not all who came to a meeting."""
_FEWEST = 3
_HEAD = 14
_MEETING = re.compile(r"^.{4,80}\bmeeting$", re.IGNORECASE)
_POSITION = re.compile(rf",\s+(?:[A-Z][\w-]*\s+){{0,3}}{alternation('people', 'posts')}\b")
_TWICE = {("apologies", "absent"), ("absent", "apologies"), ("present", "apologies")}
_INITIAL = re.compile(r"(?P<first>[^\W\d_])(?:\. ?| )(?P<last>\S{2,})")


def attendance(context: Context) -> tuple[Attendance, ...]:
    """Attendance at the meetings whose minutes the document holds, and by its grids."""
    found: list[Attendance] = []
    for part, meeting in (*agendas_that_tell_who_came(context), *accounts(context)):
        if meeting is not None:
            paragraphs = _below_letterhead(context.paragraphs(part))
            told = _excused(list(_of_minutes(paragraphs, meeting)), paragraphs)
            few = part.kind is not PartKind.AGENDA and _came(told) < _CAME
            found.extend((*told, *one_by_one(paragraphs, meeting)) if few else told)
    for _, part, meeting in context.of_kind(PartKind.GRID, PartKind.MEMBERSHIP):
        if meeting is not None:
            paragraphs = context.paragraphs(part)
            for grid in tables(paragraphs):
                found.extend(of_grid(grid, meeting))
                found.extend(of_keyed(grid, paragraphs, meeting))
    if not found:
        found.extend(_labelled_anywhere(context))
    people = [row for row in found if row.person.name.lower() != row.meeting.board.lower()]
    return _join(list(_unless_told(list(_whole_names(people)))))


def _excused(told: Sequence[Attendance], paragraphs: Sequence[Paragraph]) -> list[Attendance]:
    """The rows of minutes, those listed as absent who sent apologies as that: it says more.

    A table of who came to several meetings says only that they were absent.
    """
    in_tables = {p.ordinal for p in paragraphs if p.kind is Kind.TABLE}
    sent = {row.person.name for row in told if row.status == "apologies"}
    return [
        replace(row, status="apologies")
        if row.status == "absent"
        and row.person.name in sent
        and row.evidence[0].paragraph not in in_tables
        else row
        for row in told
    ]


def _labelled_anywhere(context: Context) -> Iterator[Attendance]:
    """Those whom labels of any words name in a paper that reads as no account of its meeting."""
    for _, part, meeting in context.of_kind(PartKind.AGENDA, PartKind.OTHER):
        paragraphs = context.paragraphs(part)
        if meeting is not None and meeting == context.main and was_held(paragraphs):
            rows = labelled(paragraphs, meeting)
            if _came(rows) >= _CAME:
                yield from rows


def _came(rows: Iterable[Attendance]) -> int:
    """How many rows are of people who came."""
    return sum(row.status not in AWAY for row in rows)


def _below_letterhead(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs below a title that only says "Minutes", where members are listed above it.

    So where a list below it says who came: the letterhead names all members of the board. A line
    that announces a meeting over its day is such a title.
    """
    pairs = pairwise(p.text for p in paragraphs[:_HEAD])
    titles = (at for at, pair in enumerate(pairs) if is_bare_minutes(pair[0]) or _announces(*pair))
    at = next(titles, 0)
    above = [said.told for p in paragraphs[:at] for said in labels_in(p.text)]
    listed = bool(above) and not any(above)
    came = listed and any(said.told for p in paragraphs[at:] for said in labels_in(p.text))
    return paragraphs[at:] if came else paragraphs


def _announces(line: str, after: str) -> bool:
    """Whether a line says what meeting it is, and the next on which day."""
    return _MEETING.search(line) is not None and is_day(after, BESIDE_DAY)


def _unless_told(found: Sequence[Attendance]) -> Iterator[Attendance]:
    """The rows without those of people who bear no mark, and of whom another says more."""
    told = {(row.meeting, row.person.name) for row in found if row.rule != UNMARKED}
    for row in found:
        if row.rule != UNMARKED or (row.meeting, row.person.name) not in told:
            yield row


def _whole_names(found: Sequence[Attendance]) -> Iterator[Attendance]:
    """A first name or a surname alone stands for the one at the meeting who bears it.

    "Cllr Lowe" is no "Mr A Lowe": titles that differ keep two people apart.
    """
    whole: dict[MeetingKey, dict[str, Attendance]] = {}
    for row in found:
        if " " in row.person.name:
            whole.setdefault(row.meeting, {})[row.person.name] = row
    ending = _by_end(one for rows in whole.values() for one in rows.values())
    for row in found:
        others = ending.get((row.meeting, _telling_word(row.person)), ())
        bearers = _best_titled([one for one in others if _bears(one.person, row.person)], row)
        apart = [one for one in bearers if _are_two_people(one, row)]
        named = bearers[0].person.name if len(bearers) == 1 and not apart else row.person.name
        same = named == row.person.name
        yield row if same else replace(row, person=replace(row.person, name=named))


def _by_end(rows: Iterable[Attendance]) -> dict[tuple[MeetingKey, str], list[Attendance]]:
    """The rows of whole names by the first word and by the last, so that none is sought in all."""
    found: dict[tuple[MeetingKey, str], list[Attendance]] = {}
    for row in rows:
        words = row.person.name.split()
        for word in dict.fromkeys((words[0], words[-1])):
            found.setdefault((row.meeting, word), []).append(row)
    return found


def _telling_word(alone: PersonName) -> str:
    """The word that a whole name begins or ends with if it may be this one."""
    initial = _INITIAL.fullmatch(alone.name)
    return initial["last"] if initial else alone.name


def _best_titled(bearers: Sequence[Attendance], row: Attendance) -> Sequence[Attendance]:
    """Of several who bear a name, those with most of its titles: "Mrs Lowe" is "Mrs B Lowe"."""
    shared = [len(set(one.person.honorifics) & set(row.person.honorifics)) for one in bearers]
    return [one for one, count in zip(bearers, shared, strict=True) if count == max(shared)]


def _are_two_people(one: Attendance, other: Attendance) -> bool:
    """Whether two rows tell of two people: one list names both, one came and one did not, or
    one is a member and one beside them.
    """
    if (one.status in AWAY) != (other.status in AWAY):
        return True
    if sits(other.person) and {one.status, other.status} == {"present", "in attendance"}:
        return True
    same = one.status == other.status and one.evidence[0].paragraph == other.evidence[0].paragraph
    chairs = "chair" in (one.capacity, other.capacity)
    return same and one.evidence != other.evidence and not chairs


def _bears(whole: PersonName, alone: PersonName) -> bool:
    """Whether a whole name may be that of somebody named by one word or the initial of it."""
    titled, titles = bool(alone.honorifics), set(alone.honorifics)
    apart = titled and whole.honorifics and not titles.intersection(whole.honorifics)
    words = whole.name.split()
    if initial := _INITIAL.fullmatch(alone.name):
        first = words[0].strip(".")
        same = len(first) > 1 and (first[0], words[-1]) == (initial["first"], initial["last"])
        return bool(same and titled and not apart)
    return not apart and alone.name in (words[-1:] if titled else (words[0], words[-1]))


def _of_minutes(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[Attendance]:
    found: list[Attendance] = []
    for table in tables(paragraphs):
        keyed = of_keyed(table, paragraphs, meeting) or of_starred(table, paragraphs, meeting)
        sides = keyed or of_sides(table, meeting)
        found.extend(sides or of_table(table, paragraphs, meeting))
    keys = key_lines(paragraphs)
    signs = [sign for sign, status in keys.values() if status == "present"]
    marked = [*marked_lines(paragraphs, meeting), *signed_lines(paragraphs, meeting, signs)]
    lines = {row.evidence[0].paragraph for row in marked} | keys.keys()
    lines |= heads_beside(paragraphs)
    others = [p for p in paragraphs if p.ordinal not in lines]
    away = {sign: status for sign, status in keys.values() if status != "present"}
    found.extend((*marked, *by_signs([*of_lines(others, meeting)], paragraphs, away)))
    found = [*initialled(paragraphs, found, meeting), *found]
    labels = [label for p in paragraphs for label in labels_in(p.text)]
    found = list(members_by_turns([*_staff_below(found, paragraphs)], paragraphs))
    if _lists_only_attendance(found, labels):
        found = list(_only_list(found, {label.capacity for label in labels}))
    return iter(_without_title_behind(found, paragraphs))


def _without_title_behind(
    found: Sequence[Attendance], paragraphs: Sequence[Paragraph]
) -> Sequence[Attendance]:
    """The rows without a last one of a single word that is a line of its own.

    Behind whole names, or names in one paragraph, such a line heads the business, where a
    text marks no headings: "Roads".
    """
    last = max(found, key=lambda row: row.evidence[0].paragraph, default=None)
    if last is None or not _is_one_word(last):
        return found
    at = last.evidence[0].paragraph
    line = paragraphs[at - paragraphs[0].ordinal]
    others = [row for row in found if row.evidence[0].paragraph != at]
    alone = line.kind is Kind.TEXT and line.text.strip(" .:") == last.person.written
    like = [row.evidence[0].paragraph for row in others if row.status == last.status]
    apart = not any(map(_is_one_word, others)) or (len(like) > 1 and len(set(like)) == 1)
    return others if alone and apart and len(others) >= _FEWEST else found


def _is_one_word(row: Attendance) -> bool:
    return not row.person.sure


def _staff_below(
    found: Sequence[Attendance], paragraphs: Sequence[Paragraph]
) -> Iterator[Attendance]:
    """The rows, with staff beside the members where a list of all who came names them last.

    Its first lines are names alone, and behind each of the last stands a post of staff: a
    treasurer or a secretary may be a member. Where councillors bear their title, no officer is.
    """
    first = {row.evidence[0].paragraph: row for row in reversed(found)}
    staff: set[int] = set()
    for paragraph in paragraphs:
        said = people_label(paragraph.text)
        if said is None or not said.mixed or said.rest is not None:
            continue
        run = [*takewhile(first.__contains__, count(paragraph.ordinal + 1))]
        behind = [_holds_position(first[at], paragraphs[at - paragraphs[0].ordinal]) for at in run]
        members = behind.index(True) if True in behind else len(run)
        if _FEWEST <= members < len(run) and all(behind[members:]):
            staff.update(run[members:])
        if any(sits(first[at].person) for at in run):
            staff.update(at for at in run if first[at].capacity == "officer")
    for row in found:
        beside = row.evidence[0].paragraph in staff and row.status == "present"
        yield replace(row, status="in attendance") if beside else row


def _holds_position(row: Attendance, paragraph: Paragraph) -> bool:
    """Whether a post of staff stands behind the name of somebody who is not in the chair."""
    behind = paragraph.text[row.evidence[0].end :]
    return row.capacity is None and _POSITION.match(behind) is not None


def _lists_only_attendance(found: Sequence[Attendance], labels: Iterable[PeopleLabel]) -> bool:
    """Whether those in attendance are all who came: nobody is present, and no list is of such."""
    if any(row.status == "present" and row.capacity != "chair" for row in found):
        return False
    return not any(said.told and said.status == "present" for said in labels)


def _only_list(found: Sequence[Attendance], labels: Container[str | None]) -> Iterator[Attendance]:
    """Those in attendance as the people of the meeting, but for lists of officers and guests.

    Where councillors bear their title, officers beside them are no members.
    """
    councillors = any(sits(row.person) for row in found)
    for row in found:
        outside = row.capacity in ("guest", "observer")
        beside = outside or (row.capacity == "officer" and (councillors or "officer" in labels))
        kept = beside or row.status != "in attendance"
        yield row if kept else replace(row, status="present")


def _join(found: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """One row for a person at a meeting; what is stated first wins, later evidence is added.

    One who is present is not only in attendance: the minutes may be taken by a member.

    Apologies in minutes and absence in a table of other meetings are both true of one person, and
    a paper may list one as present and away: each keeps its row.
    """
    joined: dict[tuple[MeetingKey, str, bool], Attendance] = {}
    evidence: dict[tuple[MeetingKey, str, bool], dict[Evidence, None]] = {}
    statuses = {(row.meeting, row.person.name): row.status for row in reversed(found)}
    present = {(row.meeting, row.person.name) for row in found if row.status == "present"}
    statuses |= {one: "present" for one in present if statuses[one] == "in attendance"}
    for row in found:
        first = statuses[row.meeting, row.person.name]
        apart = (first, row.status) in _TWICE
        key = (row.meeting, row.person.name, apart)
        if row.status == "in attendance" and first == "present":
            row = replace(row, status=first, capacity=None)
        joined[key] = _with(joined[key], row) if key in joined else row
        evidence.setdefault(key, {}).update(dict.fromkeys(row.evidence))
    return tuple(replace(row, evidence=tuple(evidence[key])) for key, row in joined.items())


def _with(first: Attendance, row: Attendance) -> Attendance:
    """A row with what another says of the same person, but for its evidence.

    A capacity goes with its status; "member" gives way to a more telling one.
    """
    told = [one.capacity for one in (first, row) if one.capacity and one.status == first.status]
    return replace(
        first,
        capacity=next((one for one in told if one != "member"), told[0] if told else None),
        representing=first.representing or row.representing,
        substitute_for=first.substitute_for or row.substitute_for,
    )
