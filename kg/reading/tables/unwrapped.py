"""The paragraphs of a table that only lays out running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kg.model import Kind
from kg.reading.blocks import CELL_ITEM, Block, Row
from kg.reading.markers import is_bare_marker
from kg.reading.tables.layout_tables import (
    LONG,
    MINUTES,
    Layout,
    counted_title,
    is_item,
    is_numbered,
    is_record_head,
    is_short_titled,
    is_titled,
    is_told,
    names_margin,
    title_of,
)
from kg.reading.web.saved_portal import ICON
from kg.tables.load import matches, table

_TABLE = "reading_tables"
_BRIEF = 160
_INITIALS = re.compile(r"[A-Z]{2,3}(?:[/&, ]+[A-Z]{2,3}){0,5}")
_FEWEST = 2


def unwrap(block: Block, layout: Layout) -> Iterator[Block]:
    """The paragraphs of a table that lays out running text, row by row and cell by cell.

    The number and title of an item become a heading; the head row becomes furniture, and so
    does a margin of short words, such as who proposed and seconded.
    """
    numbers = {row.cells[0].strip(" .").removesuffix(".0") for row in block.rows} - {""}
    record = is_record_head(block.rows[0]) and any(map(is_titled, block.rows[1:]))
    decided = _decision_column(block.rows)
    head = block.rows[0]
    margin = head.filled[-1] if _names_margin(head) else None
    for index, row in enumerate(chain.from_iterable(map(_each_numbered, block.rows))):
        if index and decided is not None and row.filled[:1] != (decided,):
            yield from _decided_blocks(row, decided, block.rows[0].cells[decided], block.page)
        elif index == 0 and _is_head(row, layout):
            yield Block(Kind.FURNITURE, " / ".join(filter(None, row.cells)), page=block.page)
        else:
            of_item = row.cells[0].strip(" .").rpartition(".")[0] in numbers
            short = (record or layout.topical) and is_short_titled(row)
            titled = short or (index > 0 and is_titled(row))
            told, acts = _with_who_acts(row, margin)
            for part in _row_blocks(told, layout, block.page, of_item=of_item, titled=titled):
                yield replace(part, told=True) if acts and part.text == acts else part


def _each_numbered(row: Row) -> Sequence[Row]:
    """A row whose first cell holds several numbers, as a row for each line beside them."""
    if row.filled[:2] != (0, 1):
        return (row,)
    numbers, texts = (cell.split("\n") for cell in row.cells[:2])
    if not (len(numbers) == len(texts) > 1 and all(map(is_bare_marker, numbers))):
        return (row,)
    beside = row.cells[2:]
    *above, last = zip(numbers, texts, strict=True)
    empty = ("",) * len(beside)
    found = [replace(row, cells=(*one, *empty)) for one in above]
    return (*found, replace(row, cells=(*last, *beside)))


def _is_head(row: Row, layout: Layout) -> bool:
    """Whether the first row of a table names its columns."""
    return (
        is_record_head(row)
        or (layout.minuted and not is_numbered(row))
        or (layout.titled and not counted_title(row))
        or (layout.counted and not row.cells[0].strip())
    )


def _row_blocks(
    row: Row, layout: Layout, page: int | None, *, of_item: bool, titled: bool
) -> Iterator[Block]:
    """The paragraphs of a row that is no head of the table.

    :param of_item: its number is that of a part of another row's item.
    :param titled: its first cell is a title over what the others hold.
    """
    if layout.counted:
        yield from _cell_blocks(row.cells[0], page)
        for column in row.filled[1:]:
            yield Block(Kind.FURNITURE, row.cells[column], page=page)
    elif layout.titled and counted_title(row):
        yield from _headed_blocks(row, page)
    elif is_item(row) and _is_one_title(row.cells[row.filled[1]]) and not of_item:
        title = " ".join(" ".join(row.cells[column].split()) for column in row.filled)
        yield Block(Kind.HEADING, title, page=page)
    elif layout.margin and (first := title_of(row.cells[0])):
        yield Block(Kind.HEADING, first, page=page)
        for text in (row.cells[0].partition("\n")[2], *row.cells[1:]):
            yield from _cell_blocks(text, page)
    elif is_numbered(row):
        yield from _numbered_blocks(_without_margin_head(row), page, part=of_item)
    elif titled:
        yield from _headed_blocks(row, page)
    else:
        for column in row.filled:
            yield from _cell_blocks(row.cells[column], page)


def _decision_column(rows: Sequence[Row]) -> int | None:
    """The last column of a record where its head says that it holds what was decided.

    Where one of its cells is long the column holds all that was minuted; so does one of
    outcomes that alone stands beside the items.
    """
    head, *below = rows
    column = head.filled[-1]
    label = head.cells[column].strip(" .:").lower()
    decides = label in table("sections")["labels"]["decision"] and is_record_head(head)
    longest = LONG if label.startswith("outcome") and len(head.filled) == _FEWEST else _BRIEF
    brief = all(len(row.cells[column]) <= longest for row in below)
    return column if decides and brief and column > 0 else None


def _decided_blocks(row: Row, decided: int, label: str, page: int | None) -> Iterator[Block]:
    """A row of a record: number and title as a heading, its text, and what was decided."""
    cells = [row.cells[column] for column in row.filled if column != decided]
    if not cells or is_bare_marker(cells[-1]):
        yield from (Block(Kind.TEXT, cell, page=page) for cell in cells)
        cells = []
    counted = is_bare_marker(cells[0]) if cells else False
    title, more = (" ".join(cells[:2]), cells[2:]) if counted else (" ".join(cells[:1]), cells[1:])
    if title:
        yield Block(Kind.HEADING if row.filled[0] == 0 else Kind.TEXT, title, page=page)
    for cell in more:
        yield from _cell_blocks(cell, page)
    told = row.cells[decided].strip() if decided in row.filled else ""
    if told and not matches(f"{title}: {told}", _TABLE, "undecided"):
        yield Block(Kind.TEXT, label, page=page)
    yield from _cell_blocks(told, page)


def _is_one_title(cell: str) -> bool:
    """Whether a cell is one line without a full stop, or lines too short to be told."""
    return not cell.endswith(".") and ("\n" not in cell or not is_told(cell))


def _headed_blocks(row: Row, page: int | None) -> Iterator[Block]:
    """A row whose first cell is the heading of what stands in the others."""
    yield Block(Kind.HEADING, row.cells[0], page=page)
    for column in row.filled[1:]:
        yield from (replace(part, told=True) for part in _cell_blocks(row.cells[column], page))


def _without_margin_head(row: Row) -> Row:
    """A row without the name of the margin in its last cell: "1 | Apologies | Action"."""
    return replace(row, cells=row.cells[: row.filled[-1]]) if _names_margin(row) else row


def _names_margin(row: Row) -> bool:
    """Whether the last cell of a row, behind a number and a text, names the margin."""
    column = row.filled[-1]
    return column > 1 and names_margin(row.cells[column])


def _with_who_acts(row: Row, margin: int | None) -> tuple[Row, str]:
    """A row with the initials in its margin in one line, each once, and that line; "" for none."""
    if margin is None or margin not in row.filled:
        return row, ""
    lines = row.cells[margin].split("\n")
    if not all(map(_INITIALS.fullmatch, lines)):
        return row, ""
    acts = " ".join(dict.fromkeys(lines))
    cells = (*row.cells[:margin], acts, *row.cells[margin + 1 :])
    return replace(row, cells=cells), acts


def _numbered_blocks(row: Row, page: int | None, *, part: bool) -> Iterator[Block]:
    """A row of minutes: its number before the first line, a heading where that is only a title.

    The ``part`` of an item that another row titles has none.
    """
    number, cell, *others = (row.cells[column] for column in row.filled)
    first, *more = ICON.sub("", cell).split("\n")
    over = bool(more) or bool(others) or number.isdigit()
    alone = len(first) <= LONG and over and first[-1:] not in ".;," and not part
    kind = Kind.HEADING if alone and CELL_ITEM not in first else Kind.TEXT
    written = number if number.rstrip()[-1:] in ".)" or "/" in number else f"{number.strip()}."
    if kind is Kind.HEADING:
        yield Block(kind, f"{written} {first}", page=page)
    else:
        opening, *items = _cell_blocks(first, page)
        yield opening.with_text(f"{written} {opening.text}")
        yield from items
    for text in (*more, *others):
        yield from _cell_blocks(text, page)


def _cell_blocks(cell: str, page: int | None) -> Iterator[Block]:
    for line in cell.split("\n"):
        if MINUTES.match(line):
            yield Block(Kind.FURNITURE, line, page=page)
            continue
        first, *items = line.split(CELL_ITEM)
        opening = Kind.LIST_ITEM if items and first.rstrip()[-1:] in (".", "") else Kind.TEXT
        if first.strip():
            yield Block(opening, first.strip(), page=page)
        for item in items:
            yield Block(Kind.LIST_ITEM, item.strip(), page=page)
