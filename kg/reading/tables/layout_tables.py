"""Tables that only lay out running text: taken apart into paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.counting import FEWEST, Opening, longest_runs
from kg.model import Kind
from kg.numbering import head_number
from kg.reading.blocks import Block, Row
from kg.reading.markers import is_bare_marker, parse_marker
from kg.reading.web.html import CELL_ITEM
from kg.reading.web.saved_portal import ICON
from kg.tables.load import matches, table

_TABLE = "reading_tables"
_LONG = 60
_BODY = 30
_BRIEF = 160
_MINUTES = re.compile(r"^Minutes\W*$", re.MULTILINE)
_FEWEST = 2
_MOST = 0.6
_SEVERAL = 3
_MARGIN = 30


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table lays out running text: in one of these forms of minutes, or plainly.

    ``minuted`` rows begin with a number; those in a ``margin`` layout stand beside who is to
    act; ``titled`` ones have their number and title in the first cell; ``counted`` ones their
    number and text.
    """

    minuted: bool = False
    margin: bool = False
    titled: bool = False
    counted: bool = False


_PLAIN = Layout()


def layout_of(rows: Sequence[Row]) -> Layout | None:
    """How a table wraps running text, or None where it is a table of its own.

    It wraps text when it has one column, when its head names the columns of a
    record of a meeting, when its rows are numbered and tell what was said and done,
    or when each row holds one text, or a number and a title.
    """
    found = _PLAIN
    if len(rows) > 1:
        forms = (_are_minutes, _has_margin, _has_titles, _counts_and_tells)
        found = Layout(*(holds(rows) for holds in forms))
    one_column = len({column for row in rows for column in row.filled}) <= 1
    wraps = found != _PLAIN or one_column or _is_record_head(rows[0]) or _all_running(rows)
    return found if wraps else None


def after_people(rows: Sequence[Row]) -> int | None:
    """Where the head of a record stands that a page sets right below a table of another kind."""
    for at, row in enumerate(rows[1:-1], start=1):
        if _is_record_head(row) and layout_of(rows[at:]) is not None:
            return at
    return None


def _all_running(rows: Sequence[Row]) -> bool:
    """Whether each row holds one text, or a number and a title."""
    texts = [row for row in rows if len(row.filled) == 1 and row.filled != (0,)]
    longest = max((len(row.cells[row.filled[0]]) for row in texts), default=0)
    has_items = any(map(_is_item, rows))
    return bool(texts) and (longest > _LONG or has_items) and all(map(_is_running, rows))


def _words(row: Row) -> set[str]:
    return {word.strip(".:").lower() for cell in row.cells for word in cell.split()}


def _is_record_head(row: Row) -> bool:
    words = _words(row)
    heads: list[list[str]] = table(_TABLE)["layout"]
    if words & set(table(_TABLE)["not_layout"]):
        return False
    return len(row.filled) > 1 and len(words) < 12 and any(set(head) <= words for head in heads)


def _are_minutes(rows: Sequence[Row]) -> bool:
    """Whether most rows are numbered minutes, and the head is that of no list of tasks or such."""
    head = set() if _is_numbered(rows[0]) else _words(_without_margin(rows))
    words = {name: set(table(_TABLE)[name]) for name in ("record", "items", "not_layout")}
    names_items = head & words["items"] and not head & words["not_layout"]
    if head and not (head & words["record"] or names_items):
        return False
    groups: list[list[Row]] = []
    for row in rows[1:] if head else rows:
        if groups and row.filled[0] > 0:
            groups[-1].append(row)
        else:
            groups.append([row])
    numbered = [group for group in groups if _is_numbered(group[0])]
    told = [group for group in numbered if any(map(_tells, group))]
    numbers = [group[0].cells[0].strip(" .") for group in numbered]
    if len(numbered) == len(groups) and (_run_on(numbers) or _count_up(numbers)):
        told = [group for group in groups if any(map(_says, group))]
    titles = sum(_is_over(number, below) for number, below in pairwise(numbers))
    most = 2 * len(told) >= len(numbered) - titles and len(numbered) >= _MOST * len(groups)
    return len(told) >= _FEWEST and most


def _is_over(number: str, below: str) -> bool:
    """Whether the next number is that of a first part: "2.1" below "2" or "2.0"."""
    return below == f"{number.removesuffix('.0')}.1"


def _run_on(numbers: Sequence[str]) -> bool:
    """Whether most of the numbers of minutes ("NP/23/20", "84/23") count on from one another."""
    read = [number for written in numbers if (number := head_number(written))]
    runs = longest_runs([Opening(at, number) for at, number in enumerate(read)])
    named = [run for run in runs if run.form.before or run.form.after]
    return any(len(run) > FEWEST and 2 * len(run) > len(numbers) for run in named)


def _count_up(numbers: Sequence[str]) -> bool:
    """Whether several whole numbers count up by one."""
    counts = [int(number) for number in numbers if number.isdigit()]
    whole = len(counts) == len(numbers) > _SEVERAL
    return whole and all(after == count + 1 for count, after in pairwise(counts))


def _without_margin(rows: Sequence[Row]) -> Row:
    """The head row without the names of columns that are empty in most rows below."""
    below = Counter(column for row in rows[1:] for column in row.filled)
    cells = [cell if 2 * below[at] > len(rows) - 1 else "" for at, cell in enumerate(rows[0].cells)]
    return replace(rows[0], cells=tuple(cells))


def _has_margin(rows: Sequence[Row]) -> bool:
    """Whether titled minutes stand in a first column, beside a margin for who is to act.

    Their titles stand over text in one cell, or open rows of their own and count from 1.
    """
    if any(column > 1 for row in rows for column in row.filled) or len(rows[0].cells) < 2:
        return False
    margin = rows[0].cells[1].strip(" .:").lower() in table(_TABLE)["margin"]
    told = [row for row in rows if _is_told(row.cells[0])]
    titled = [row for row in told if _title_of(row.cells[0])]
    numbers = [n for row in rows[1:] if (n := parse_marker(row.cells[0]).number)]
    counts = numbers == [str(at) for at in range(1, len(numbers) + 1)]
    opened = counts and _FEWEST < len(numbers) < len(rows) - 1
    return margin and ((len(titled) >= _FEWEST and 2 * len(told) >= len(rows)) or opened)


def _has_titles(rows: Sequence[Row]) -> bool:
    """Whether numbers that count on and titles stand in first cells, beside or over what was said.

    The head, if there is one, is that of a record; without one more than one cell must tell.
    """
    head = set() if _counted_title(rows[0]) else _words(rows[0])
    numbers = [number for row in rows if (number := _counted_title(row)).isdigit()]
    counts = len(numbers) >= _FEWEST and numbers == [
        str(number) for number in range(int(numbers[0]), int(numbers[0]) + len(numbers))
    ]
    told = sum(any(_is_told(row.cells[column]) for column in row.filled) for row in rows)
    recorded = not head or head & set(table(_TABLE)["record"])
    return bool(counts and recorded) and told >= (1 if head else _FEWEST)


def _counts_and_tells(rows: Sequence[Row]) -> bool:
    """Whether numbers that count from 1 open first cells that tell, beside a margin of short words.

    The head, if there is one, names the margin alone, and not who is to act.
    """
    headed = not rows[0].cells[0].strip()
    below = rows[1:] if headed else rows
    if headed and _words(rows[0]) & set(table(_TABLE)["not_layout"]):
        return False
    numbers = [parse_marker(row.cells[0]).number for row in below]
    counts = numbers == [str(count) for count in range(1, len(below) + 1)]
    beside = [row.cells[column] for row in below for column in row.filled if column > 0]
    told = sum(_is_told(row.cells[0]) for row in below)
    return counts and told >= _FEWEST and all(len(words) <= _MARGIN for words in beside)


def _counted_title(row: Row) -> str:
    """The number before a title that fills the first cell, "" where none does."""
    first = row.cells[0]
    number = parse_marker(first).number if row.filled[:1] == (0,) else None
    short = len(first) <= _LONG + _BODY and first[-1:] not in ".,;"
    return number or "" if short and not is_bare_marker(first) else ""


def _is_titled(row: Row) -> bool:
    """Whether a first cell is a title, and the next holds what was said."""
    title, *cells = (row.cells[column] for column in row.filled)
    short = len(title) <= _LONG + _BODY and "\n" not in title and title[-1:] not in ".,;"
    return row.filled[0] == 0 and short and bool(cells) and len(cells[0]) > len(title)


def _is_short_titled(row: Row) -> bool:
    """Whether a first cell is short enough for a title, and another holds words."""
    title = row.cells[0]
    return (
        row.filled[:1] == (0,) and len(row.filled) > 1 and len(title) <= _LONG and "\n" not in title
    )


def _title_of(cell: str) -> str | None:
    """The first of several lines where it stands over the others as a title."""
    first, *more = cell.split("\n")
    alone = more and CELL_ITEM not in first and len(first) <= _LONG + _BODY
    return first if alone and first[-1:] not in ",;" else None


def _is_told(text: str) -> bool:
    if _MINUTES.search(text):
        return True
    return len(text) > _LONG and matches(text, "sections", "openings", "told")


def _is_numbered(row: Row) -> bool:
    return row.filled[0] == 0 and len(row.filled) > 1 and is_bare_marker(row.cells[0])


def _tells(row: Row) -> bool:
    """Whether a cell of a row is long, and tells what was said or done."""
    return any(_is_told(row.cells[column]) for column in row.filled if column > 0)


def _says(row: Row) -> bool:
    """Whether a cell behind the number says what was said or done, however short."""
    behind = (row.cells[column] for column in row.filled if column > 0)
    return any(matches(cell, "sections", "openings", "told") for cell in behind)


def _is_running(row: Row) -> bool:
    return len(row.filled) <= 1 or _is_item(row)


def _is_item(row: Row) -> bool:
    """Whether a row is the number and the title of an item."""
    return len(row.filled) == 2 and row.filled[0] == 0 and is_bare_marker(row.cells[0])


def unwrap(block: Block, layout: Layout) -> Iterator[Block]:
    """The paragraphs of a table that lays out running text, row by row and cell by cell.

    The number and title of an item become a heading; the head row becomes furniture, and so
    does a margin of short words, such as who proposed and seconded.
    """
    numbers = {row.cells[0].strip(" .").removesuffix(".0") for row in block.rows}
    record = _is_record_head(block.rows[0]) and any(map(_is_titled, block.rows[1:]))
    decided = _decision_column(block.rows)
    for index, row in enumerate(block.rows):
        if index and decided is not None and row.filled[:1] != (decided,):
            yield from _decided_blocks(row, decided, block.rows[0].cells[decided], block.page)
            continue
        of_item = row.cells[0].strip(" .").rpartition(".")[0] in numbers - {""}
        heads = (
            (layout.minuted and not _is_numbered(row))
            or (layout.titled and not _counted_title(row))
            or (layout.counted and not row.cells[0].strip())
        )
        if index == 0 and (_is_record_head(row) or heads):
            yield Block(Kind.FURNITURE, " / ".join(filter(None, row.cells)), page=block.page)
        elif layout.counted:
            yield from _cell_blocks(row.cells[0], block.page)
            for column in row.filled[1:]:
                yield Block(Kind.FURNITURE, row.cells[column], page=block.page)
        elif layout.titled and _counted_title(row):
            yield from _headed_blocks(row, block.page)
        elif _is_item(row) and _is_one_title(row.cells[row.filled[1]]) and not of_item:
            title = " ".join(" ".join(row.cells[column].split()) for column in row.filled)
            yield Block(Kind.HEADING, title, page=block.page)
        elif layout.margin and (first := _title_of(row.cells[0])):
            yield Block(Kind.HEADING, first, page=block.page)
            for text in (row.cells[0].partition("\n")[2], *row.cells[1:]):
                yield from _cell_blocks(text, block.page)
        elif _is_numbered(row):
            yield from _numbered_blocks(_without_margin_head(row), block.page, part=of_item)
        elif index and (_is_titled(row) or (record and _is_short_titled(row))):
            yield from _headed_blocks(row, block.page)
        else:
            for column in row.filled:
                yield from _cell_blocks(row.cells[column], block.page)


def _decision_column(rows: Sequence[Row]) -> int | None:
    """The last column of a record where its head says that it holds what was decided.

    Where one of its cells is long the column holds all that was minuted.
    """
    head, *below = rows
    column = head.filled[-1]
    label = head.cells[column].strip(" .:").lower()
    decides = label in table("sections")["labels"]["decision"] and _is_record_head(head)
    brief = all(len(row.cells[column]) <= _BRIEF for row in below)
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
    return not cell.endswith(".") and ("\n" not in cell or not _is_told(cell))


def _headed_blocks(row: Row, page: int | None) -> Iterator[Block]:
    """A row whose first cell is the heading of what stands in the others."""
    yield Block(Kind.HEADING, row.cells[0], page=page)
    for column in row.filled[1:]:
        yield from _cell_blocks(row.cells[column], page)


def _without_margin_head(row: Row) -> Row:
    """A row without the name of the margin in its last cell: "1 | Apologies | Action"."""
    column = row.filled[-1]
    names = row.cells[column].strip(" .:").lower() in table(_TABLE)["margin"]
    return replace(row, cells=row.cells[:column]) if names and column > 1 else row


def _numbered_blocks(row: Row, page: int | None, *, part: bool) -> Iterator[Block]:
    """A row of minutes: its number before the first line, a heading where that is only a title.

    The ``part`` of an item that another row titles has none.
    """
    number, cell, *others = (row.cells[column] for column in row.filled)
    first, *more = ICON.sub("", cell).split("\n")
    over = bool(more) or bool(others) or number.isdigit()
    alone = len(first) <= _LONG and over and first[-1:] not in ".;," and not part
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
        if _MINUTES.match(line):
            yield Block(Kind.FURNITURE, line, page=page)
            continue
        first, *items = line.split(CELL_ITEM)
        opening = Kind.LIST_ITEM if items and first.rstrip()[-1:] in (".", "") else Kind.TEXT
        if first.strip():
            yield Block(opening, first.strip(), page=page)
        for item in items:
            yield Block(Kind.LIST_ITEM, item.strip(), page=page)
