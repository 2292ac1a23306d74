"""Tables that only lay out running text: taken apart into paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.counting import FEWEST, Opening, longest_runs
from kg.numbering import first_part, head_number
from kg.reading.blocks import CELL_ITEM, Row
from kg.reading.fields import Says, says
from kg.reading.headings.customary import is_customary
from kg.reading.headings.headings import is_people_label
from kg.reading.markers import is_bare_marker, parse_marker
from kg.tables.load import matches, table

_TABLE = "reading_tables"
LONG = 60
"""The longest title in a cell of its own, in characters."""
_BODY = 30
MINUTES = re.compile(r"^Minutes\W*$", re.MULTILINE)
"""The line in a cell that heads the minutes of an item."""
_MARK = re.compile(r"(?:^|\s)(?:Actions?|Decisions?)\s?:\s")
_FEWEST = 2
_MOST = 0.6
_SEVERAL = 3
_MARGIN = 30


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table lays out running text: in one of these forms of minutes, or plainly.

    ``minuted`` rows begin with a number; those in a ``margin`` layout stand beside who is to
    act; ``titled`` ones have their number and title in the first cell; ``counted`` ones their
    number and text; ``topical`` ones a title alone.
    """

    minuted: bool = False
    margin: bool = False
    titled: bool = False
    counted: bool = False
    topical: bool = False


_PLAIN = Layout()


def layout_of(rows: Sequence[Row]) -> Layout | None:
    """How a table wraps running text, or None where it is a table of its own.

    It wraps text when it has one column, when its head names the columns of a
    record of a meeting, when its rows are numbered and tell what was said and done,
    or when each row holds one text, or a number and a title.
    """
    found = _PLAIN
    if len(rows) > 1:
        forms = (_are_minutes, _has_margin, _has_titles, _counts_and_tells, _has_topics)
        found = Layout(*(holds(rows) for holds in forms))
    one_column = len({column for row in rows for column in row.filled}) <= 1
    wraps = found != _PLAIN or one_column or is_record_head(rows[0]) or _all_running(rows)
    return found if wraps else None


def after_people(rows: Sequence[Row]) -> int | None:
    """Where the head or the first business of a record stands right below rows of another kind."""
    for at, row in enumerate(rows[1:-1], start=1):
        if (is_record_head(row) or _is_usual(row)) and layout_of(rows[at:]) is not None:
            return at
    return None


def _all_running(rows: Sequence[Row]) -> bool:
    """Whether each row holds one text, or a number and a title."""
    texts = [row for row in rows if len(row.filled) == 1 and row.filled != (0,)]
    longest = max((len(row.cells[row.filled[0]]) for row in texts), default=0)
    has_items = any(map(is_item, rows))
    return bool(texts) and (longest > LONG or has_items) and all(map(_is_running, rows))


def _words(row: Row) -> set[str]:
    return {word.strip(".:").lower() for cell in row.cells for word in cell.split()}


def is_record_head(row: Row) -> bool:
    """Whether a row names the columns of a record of a meeting."""
    words = _words(row)
    heads: list[list[str]] = table(_TABLE)["layout"]
    told = words & set(table(_TABLE)["told"]) and words & set(table(_TABLE)["items"])
    if words & set(table(_TABLE)["not_layout"]) and not told:
        return False
    if len(row.filled) < 2 or is_bare_marker(row.cells[row.filled[0]]):
        return False
    return len(words) < 12 and any(set(head) <= words for head in heads)


def _are_minutes(rows: Sequence[Row]) -> bool:
    """Whether most rows are numbered minutes, and the head is that of no list of tasks or such."""
    head = set() if is_numbered(rows[0]) else _words(_without_margin(rows))
    words = {name: set(table(_TABLE)[name]) for name in ("record", "items", "not_layout")}
    names_items = head & words["items"] and not head & words["not_layout"]
    if head and not (head & words["record"] or names_items):
        return False
    groups: list[list[Row]] = []
    for row in rows if is_numbered(rows[0]) else rows[1:]:
        if groups and row.filled[0] > 0:
            groups[-1].append(row)
        else:
            groups.append([row])
    numbered = [group for group in groups if is_numbered(group[0])]
    told = [group for group in numbered if any(map(_tells, group))]
    numbers = [group[0].cells[0].strip(" .") for group in numbered]
    if len(numbered) == len(groups) and (_run_on(numbers) or _count_up(numbers)):
        usual = sum(_names_customary(group[0].cells[group[0].filled[1]]) for group in groups)
        says = _ends_or_says if usual >= _FEWEST else _says
        told = [group for group in groups if any(map(says, group))]
    titles = sum(below == first_part(number) for number, below in pairwise(numbers))
    if titles >= _SEVERAL and _names_margin_alone(rows[0]):
        return True
    most = 2 * len(told) >= len(numbered) - titles and len(numbered) >= _MOST * len(groups)
    return len(told) >= _FEWEST and most


def _names_margin_alone(row: Row) -> bool:
    """Whether a head names nothing but the margin beside minutes, in its last cell."""
    column = len(row.cells) - 1
    return row.filled == (column,) and names_margin(row.cells[-1])


def names_margin(cell: str) -> bool:
    """Whether a head names the margin beside minutes: "Action:"."""
    return cell.strip(" .:").lower() in table(_TABLE)["margin"]


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
    margin = names_margin(rows[0].cells[1])
    told = [row for row in rows if is_told(row.cells[0])]
    titled = [row for row in told if title_of(row.cells[0])]
    numbers = [n for row in rows[1:] if (n := parse_marker(row.cells[0]).number)]
    counts = numbers == [str(at) for at in range(1, len(numbers) + 1)]
    opened = counts and _FEWEST < len(numbers) < len(rows) - 1
    return margin and ((len(titled) >= _FEWEST and 2 * len(told) >= len(rows)) or opened)


def _has_titles(rows: Sequence[Row]) -> bool:
    """Whether numbers that count on and titles stand in first cells, beside or over what was said.

    The head, if there is one, is that of a record; without one, or where it names items alone,
    more than one cell must tell.
    """
    head = set() if counted_title(rows[0]) else _words(rows[0])
    numbers = [number for row in rows if (number := counted_title(row)).isdigit()]
    counts = len(numbers) >= _FEWEST and numbers == [
        str(number) for number in range(int(numbers[0]), int(numbers[0]) + len(numbers))
    ]
    told = sum(any(_is_marked(row.cells[column]) for column in row.filled) for row in rows)
    recorded = head & set(table(_TABLE)["record"])
    names_items = head & set(table(_TABLE)["items"]) and not head & set(table(_TABLE)["not_layout"])
    may_tell = not head or recorded or names_items
    return bool(counts and may_tell) and told >= (1 if recorded else _FEWEST)


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
    told = sum(is_told(row.cells[0]) for row in below)
    return counts and told >= _FEWEST and all(len(words) <= _MARGIN for words in beside)


def _has_topics(rows: Sequence[Row]) -> bool:
    """Whether titles without numbers fill first cells, each beside what was said of it.

    Some name business that most meetings have, and none is a label of people or of the meeting.
    """
    titled = [row for row in rows if is_short_titled(row)]
    labels = any(_labels_meeting(row.cells[0]) for row in titled if not _is_usual(row))
    told = sum(map(_ends_or_says, titled))
    usual = sum(map(_is_usual, titled))
    mostly = len(titled) >= max(_SEVERAL, _MOST * len(rows)) and 2 * told >= len(titled)
    return usual >= _FEWEST and mostly and not labels


def _is_usual(row: Row) -> bool:
    """Whether the first of several cells names business that most meetings have."""
    return is_short_titled(row) and _names_customary(row.cells[0])


def _names_customary(cell: str) -> bool:
    return is_customary(parse_marker(cell).rest)


def _labels_meeting(cell: str) -> bool:
    """Whether a first cell labels people, or a field such as the day of the meeting."""
    words = cell.strip(" .:").lower()
    said = says(words)
    return is_people_label(words) or (said is not None and said is not Says.NEXT_MEETING)


def counted_title(row: Row) -> str:
    """The number before a title that fills the first cell, "" where none does."""
    first = row.cells[0]
    number = parse_marker(first).number if row.filled[:1] == (0,) else None
    short = len(first) <= LONG + _BODY and first[-1:] not in ".,;"
    return number or "" if short and not is_bare_marker(first) else ""


def is_titled(row: Row) -> bool:
    """Whether a first cell is a title, and the next holds what was said."""
    title, *cells = (row.cells[column] for column in row.filled)
    short = len(title) <= LONG + _BODY and "\n" not in title and title[-1:] not in ".,;"
    return row.filled[0] == 0 and short and bool(cells) and len(cells[0]) > len(title)


def is_short_titled(row: Row) -> bool:
    """Whether a first cell is short enough for a title, and another holds words."""
    title = row.cells[0]
    return (
        row.filled[:1] == (0,) and len(row.filled) > 1 and len(title) <= LONG and "\n" not in title
    )


def title_of(cell: str) -> str | None:
    """The first of several lines where it stands over the others as a title."""
    first, *more = cell.split("\n")
    alone = more and CELL_ITEM not in first and len(first) <= LONG + _BODY
    return first if alone and first[-1:] not in ",;" else None


def is_told(text: str) -> bool:
    """Whether a cell is long and tells what was said or done, or heads the minutes of an item."""
    if MINUTES.search(text):
        return True
    return len(text) > LONG and matches(text, "sections", "openings", "told")


def _is_marked(text: str) -> bool:
    """Whether a cell tells what was said or done, or has the label of an action or a decision."""
    return is_told(text) or _MARK.search(text) is not None


def is_numbered(row: Row) -> bool:
    """Whether the first of several cells is a bare number."""
    return row.filled[0] == 0 and len(row.filled) > 1 and is_bare_marker(row.cells[0])


def _tells(row: Row) -> bool:
    """Whether a cell of a row is long, and tells what was said or done."""
    return any(is_told(row.cells[column]) for column in row.filled if column > 0)


def _says(row: Row) -> bool:
    """Whether a cell behind the number says what was said or done, however short."""
    behind = (row.cells[column] for column in row.filled if column > 0)
    return any(matches(cell, "sections", "openings", "told") for cell in behind)


def _ends_or_says(row: Row) -> bool:
    """Whether a cell behind the first is a sentence, or says what was said or done."""
    return _says(row) or any(row.cells[column].endswith(".") for column in row.filled[1:])


def _is_running(row: Row) -> bool:
    return len(row.filled) <= 1 or is_item(row)


def is_item(row: Row) -> bool:
    """Whether a row is the number and the title of an item."""
    return len(row.filled) == 2 and row.filled[0] == 0 and is_bare_marker(row.cells[0])
