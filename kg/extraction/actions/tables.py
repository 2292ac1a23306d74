"""Actions in the rows of logs and plans, and in the action column of minutes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.extraction import dates
from kg.extraction.actions import status as states
from kg.extraction.actions import words
from kg.extraction.actions.actors import Actors, Place
from kg.extraction.actions.facts import listed_action
from kg.extraction.actions.lists import is_headed
from kg.extraction.columns import Entry, Row, Table, columns, entries, tables
from kg.facts import Action, Evidence, MeetingKey
from kg.model import Cell, Kind, Paragraph
from kg.structure.labels import is_status, plain
from kg.structure.sections import Piece, sentences
from kg.tables.load import table
from kg.tables.load import words as words_of

_THEME_LENGTH = 200
_THEME = re.compile(r"^(?:theme|priority|workstream|objective|area)\b", re.IGNORECASE)
_HEAD_ROWS = 3
_STATUS_WORDS = 3
_FEWEST_COLUMNS = 2
_CODE = re.compile(r"#?(?:[A-Za-z]{1,4}[ .-]?)?\d[\w./-]{0,9}")
_NUMBERED = re.compile(r"^\s*\(?(?P<number>\d{1,4}(?:[./]\d{1,4})*|[a-z](?=[.)]))[.)]{0,2}\s+")
_BLANK = re.compile(r"^[\W_]+$(?<![✓✔✅☑✗❌☐⏳️])")
_SMALL = re.compile(r"(?<![\w’'-])(?!and\b|of\b|the\b|for\b)[a-z]{2,}")
_ACTION_COLUMN = re.compile(r"(?:responsible |person |who )?action")
_ACTION_BY = re.compile(r"^\s*actions?(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)
_ORDERED = r"(?P<who>[A-Z][\w’'-]*(?:\s[A-Z]?[\w’'-]*)?)\s(?:to|will)\s[a-z]"
_BEGINS_ORDER = re.compile(rf"(?:^|(?<=[.;])\s+){_ORDERED}")
_BETWEEN = re.compile(rf"\s*[•\n]\s*|(?<=[.;])\s+(?={_ORDERED})")
"""Between the statements of a cell."""
_OWN = ("number", "meeting", "owner", "due", "status")


@dataclass(frozen=True, slots=True)
class _Heads:
    """Which column is which, and how many columns there are."""

    columns: dict[str, int]
    width: int


def of_tables(paragraphs: Sequence[Paragraph], place: Place, actors: Actors) -> Iterator[Action]:
    """The rows of tables whose head names an action and its due date, status or owner.

    A table without a head, as wide as the one just before, goes on with it.
    """
    last: tuple[_Heads, Row] | None = None
    for rows in tables(paragraphs):
        heads = _heads(rows)
        if heads is None and (heads := _heads_by_cells(rows, paragraphs, actors)) is not None:
            rows = _without_head(rows, heads, actors)
        if heads is None and last is not None and _goes_on(paragraphs, rows.head, *last):
            heads = last[0]
        last = (heads, rows.rows[-1]) if heads else None
        if heads is not None:
            found = list(_of_rows(rows, heads.columns, place, actors))
            yield from found if "status" in heads.columns else _open_beside_others(found)
        else:
            yield from _beside_minutes(rows, place, actors)


def _goes_on(paragraphs: Sequence[Paragraph], first: Row, heads: _Heads, last: Row) -> bool:
    """Whether only the foot and head of a page part a row from the last row of a log."""
    base = paragraphs[0].ordinal
    between = paragraphs[last.paragraph.ordinal + 1 - base : first.paragraph.ordinal - base]
    parted = all(paragraph.kind is Kind.FURNITURE for paragraph in between)
    return parted and len(first.cells) == heads.width


def _heads(rows: Table) -> _Heads | None:
    for row in rows.rows[:_HEAD_ROWS]:
        if (heads := _heads_of(row)) is not None:
            return _Heads(_with_codes(rows, row, heads), len(row.cells))
    return None


def _with_codes(rows: Table, head: Row, heads: dict[str, int]) -> dict[str, int]:
    """The columns of a table; one headed "Action" that holds only numbers is that of the numbers,
    where another tells what is to be done ("Description").
    """
    at = heads["action"]
    told = [text for row in rows.below if (text := row.text(at))]
    tells = words_of("verbs", "columns", "action")
    others = [
        cell.column
        for cell in head.filled
        if cell.column != at and plain(head.words(cell)) in tells
    ]
    coded = told and all(map(_CODE.fullmatch, told)) and "number" not in heads
    return {**heads, "number": at, "action": others[0]} if coded and others else heads


def _heads_by_cells(rows: Table, paragraphs: Sequence[Paragraph], actors: Actors) -> _Heads | None:
    """The columns of a table under a heading for actions, by what their cells hold.

    The widest column tells the actions; one of names tells who, one of days by when.
    """
    title = rows.line_above(paragraphs)
    if title is None or not is_headed(title):
        return None
    cells: dict[int, list[str]] = {}
    for row in rows.rows:
        for cell in row.filled:
            cells.setdefault(cell.column, []).append(row.words(cell))
    if len(cells) < _FEWEST_COLUMNS or _counts_money(rows.head):
        return None
    found = {"action": max(cells, key=lambda column: sum(map(len, cells[column])))}
    named = [columns(row, "verbs").get("owner") for row in rows.rows[:_HEAD_ROWS]]
    owner = next((at for at in named if at not in (None, found["action"])), None)
    found |= {"owner": owner} if owner is not None else {}
    for column, texts in cells.items():
        for name, holds in (("due", states.is_due), ("status", is_status)):
            _take(found, name, column, texts, holds)
        _take(found, "owner", column, texts, actors.is_only)
    return _Heads(found, len(rows.head.cells)) if len(found) > 1 else None


def _without_head(rows: Table, heads: _Heads, actors: Actors) -> Table:
    """The rows of a table without a first one that has neither name nor day where they stand."""
    first = rows.head
    owner = first.text(heads.columns.get("owner"))
    due = first.text(heads.columns.get("due"))
    said = not (owner or due) or actors.is_only(owner) or states.is_due(due)
    return rows if said or len(rows.rows) == 1 else Table(rows.below)


def _take(
    found: dict[str, int],
    name: str,
    column: int,
    texts: Sequence[str],
    holds: Callable[[str], bool],
) -> None:
    """Note what a column is where most of its cells are that."""
    if column in found.values() or name in found:
        return
    if 2 * sum(map(holds, texts)) >= len(texts):
        found[name] = column


def _heads_of(row: Row) -> dict[str, int] | None:
    heads = columns(row, "verbs")
    if "action" not in heads or _counts_money(row):
        return None
    if plain(row.text(heads["action"])) in table("verbs")["weak"]["action"]:
        strange = table("verbs")["weak"]["others"]
        heads = {name: at for name, at in heads.items() if plain(row.text(at)) not in strange}
    heads |= _by_day(row, heads)
    if heads.get("due", heads["action"]) < heads["action"] and _is_date(row, heads["due"]):
        heads["meeting"] = heads.pop("due")
    after = heads.get("update", -1) > heads["action"]
    if not after and not {"due", "status", "owner"} & set(heads):
        return None
    if heads["action"] == 0 and "number" not in heads and len(row.cells) > 1 and not row.text(1):
        return {**heads, "number": 0, "action": 1}
    return heads


def _counts_money(row: Row) -> bool:
    money = table("verbs")["weak"]["money"]
    return any(plain(row.words(cell)) in money for cell in row.filled)


def _by_day(row: Row, heads: Mapping[str, int]) -> dict[str, int]:
    """Where a column "By" stands beside one for the owner: by when, and who."""
    owners = [c.column for c in row.cells if plain(row.words(c)) in _owner_heads()]
    by = next((column for column in owners if plain(row.text(column)) == "by"), None)
    if by is None or "due" in heads or len(owners) == 1:
        return {}
    return {"due": by, "owner": next(column for column in owners if column != by)}


def _owner_heads() -> Sequence[str]:
    return words_of("verbs", "columns", "owner")


def _is_date(row: Row, column: int) -> bool:
    """Whether a column before the action is only called "Date": that of the meeting."""
    return plain(row.text(column)) == "date"


def _of_rows(rows: Table, heads: dict[str, int], place: Place, actors: Actors) -> Iterator[Action]:
    theme = place.theme
    own = [heads[name] for name in _OWN if name in heads]
    for entry in entries(rows.rows, heads["action"], own):
        row = entry.rows[0]
        if (new := _heads_of(row)) is not None:
            heads = _with_codes(rows, row, new)
        elif _heads_group(row, heads):
            theme = text if len(text := _only(row)) < _THEME_LENGTH else theme
        elif len(row.filled) > 1 and _is_task(entry.text(heads["action"])):
            yield _of_entry(entry, heads, replace(place, theme=theme), actors)


def _is_task(text: str) -> bool:
    """Whether words say what to do, and not only what a paper is for: "To note"."""
    said = re.findall(r"[\w£]+", text.lower())
    return words.says(text) and not set(said) <= set(table("verbs")["purposes"]["words"])


def _heads_group(row: Row, heads: dict[str, int]) -> bool:
    """Whether a row only names the theme of those under it."""
    return len(row.filled) == 1 and (_THEME.match(_only(row)) is not None or "number" in heads)


def _only(row: Row) -> str:
    return row.words(row.filled[0])


def _of_entry(entry: Entry, heads: dict[str, int], place: Place, actors: Actors) -> Action:
    def cell(name: str) -> str:
        return _BLANK.sub("", entry.text(heads.get(name)))

    raised = dates.first_day(cell("meeting"), place.near)
    near = place.near or raised
    original = cell("original") or None
    due = cell("due") or original
    status, update = _progress(cell("status"), cell("update"))
    struck = words.struck(cell("action"))
    text = struck or cell("action")
    numbered = _NUMBERED.match(text) if "number" not in heads else None
    who = cell("owner") or words.who_in(text, "", actors)
    given = _given_at(raised, place)
    here = given is None or given == place.meeting
    later = _put_off(states.last_due(due, near), (cell("status"), cell("update")), near)
    return Action(
        text=words.one_line(text[numbered.end() if numbered else 0 :]),
        kind="listed",
        number=cell("number").strip(" .") or (numbered["number"] if numbered else None),
        meeting=place.meeting,
        arises_at=given,
        item=place.item if here else None,
        report=place.report if here else None,
        assignees=tuple(words.people(who)),
        assignee_as_written=who,
        due_as_written=due,
        due=later or states.last_due(due, near),
        previous_due=_previous(due, original, near, later),
        status=states.status_of(status) or states.due_status(due, near) or (struck and "complete"),
        status_as_written=status,
        update=update,
        theme=_theme(cell("theme")) or place.theme,
        evidence=tuple(
            Evidence(row.paragraph.ordinal, row.cells[0].start, row.cells[-1].end)
            for row in entry.rows
        ),
        rule=words.RULE,
    )


def _put_off(due: date | None, said: Iterable[str], near: date | None) -> date | None:
    """The day after the one due to which a status or an update says that an action was put off."""
    days = (states.put_off_to(one, near) for one in said)
    return next((day for day in days if day and due and day > due), None)


def _previous(
    due: str | None, original: str | None, near: date | None, later: date | None
) -> tuple[date, ...]:
    """What a due date was moved from, as its own words, a column beside it or that it was put off
    to a ``later`` day say.
    """
    now = later or states.last_due(due, near)
    first = states.last_due(original or (due if later else None), near)
    moved = states.moved_from(due, near)
    if first is None or first == now:
        return moved
    return (first, *(day for day in moved if day != first))


def _theme(text: str) -> str | None:
    """A theme; how urgent an action is, as "High" under "Priority", is none."""
    return None if plain(text) in table("verbs")["statuses"]["urgency"] else text or None


def _progress(status: str, update: str) -> tuple[str | None, str | None]:
    """Status and update; a longer text where a status is due, which names none, is an update."""
    told = words.one_line(update) or None
    if status and states.status_of(status) is None and len(status.split()) > _STATUS_WORDS:
        return None, words.one_line(f"{status} {update}")
    return status or (told if told and is_status(told) else None), told


def _given_at(raised: date | None, place: Place) -> MeetingKey | None:
    """The meeting of the day a row names; without one, that which gave the whole list."""
    board = place.meeting.board if place.meeting else place.board
    return MeetingKey(board, raised) if board and raised else place.given_at


def _open_beside_others(found: Sequence[Action]) -> Iterator[Action]:
    """Where due dates say of some actions how they stand, the others that are due are open."""
    stated = any(action.status for action in found)
    for action in found:
        unsaid = stated and action.status is None and action.due_as_written
        yield replace(action, status="open") if unsaid else action


# --- the action column of minutes ---------------------------------------------------


def _beside_minutes(rows: Table, place: Place, actors: Actors) -> Iterator[Action]:
    """A table of minutes whose last column says what is to be done, or only by whom."""
    head = rows.head
    column = head.cells[-1].column
    told = _ACTION_BY.sub("", head.text(column))
    headless = told != head.text(column) and actors.is_only(told)
    if not column or not _ACTION_COLUMN.match(plain(head.text(column))):
        return
    for row in rows.rows[0 if headless else 1 :]:
        cell = row.cell(column)
        if cell is None or not row.text(column) or not _is_task(row.text(column)):
            continue
        lines = (_ACTION_BY.sub("", line).strip() for line in row.text(column).split("\n"))
        owners = [line for line in lines if line]
        if all(map(actors.is_only, owners)) or not _SMALL.search(row.text(column)):
            yield from _told_beside(row, column, owners, place)
        else:
            for start, end in _statements(row.paragraph.text, cell):
                yield _stated(Piece(row.paragraph, start, end), place, actors)


def _told_beside(row: Row, column: int, owners: Sequence[str], place: Place) -> Iterator[Action]:
    """What is to be done, beside the names of who is to act: each in turn, or one together."""
    wide = max(
        (cell for cell in row.filled if cell.column < column),
        key=lambda cell: cell.end - cell.start,
        default=None,
    )
    if wide is None:
        return
    beside = Piece(row.paragraph, wide.start, wide.end)
    told = [one for one in sentences(beside) if words.says_to_do(one.text)]
    if len(owners) == 1 or len(told) != len(owners):
        told, owners = [words.to_be_done(beside)], ["/".join(dict.fromkeys(owners))]
    for one, who in zip(told, owners, strict=True):
        quote = Piece(row.paragraph, one.start, row.cells[-1].end)
        yield listed_action(one, place, who=who, due=states.due_in(one.text), quotes=(quote,))


def _statements(text: str, cell: Cell) -> Iterator[tuple[int, int]]:
    """The spans of a cell's lines and bulleted items, and of orders that run on in one.

    "Anna to price paint. Ben to buy it", and without a stop where one of them acts again.
    """
    said = _BEGINS_ORDER.finditer(text[cell.start : cell.end])
    acting = "|".join(re.escape(match["who"]) for match in said)
    again = rf"\s+(?=(?:{acting})\s(?:to|will)\s)"
    between = re.compile(f"{_BETWEEN.pattern}|{again}") if acting else _BETWEEN
    start = cell.start
    for match in [*between.finditer(text, cell.start, cell.end), None]:
        end = match.start() if match else cell.end
        if text[start:end].strip():
            yield start, end
        start = match.end() if match else end


def _stated(piece: Piece, place: Place, actors: Actors) -> Action:
    said = words.said(piece.text, "", actors)
    return listed_action(
        piece.part(said.start, said.end),
        place,
        who=said.who,
        due=said.due,
        status=said.status,
        quotes=(piece,),
    )
