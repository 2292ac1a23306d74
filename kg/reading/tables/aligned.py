"""Tables in plain text whose columns are aligned by blanks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, pairwise, takewhile, zip_longest

from kg.reading.blocks import Row
from kg.reading.headings.headings import is_people_label, known, names_position
from kg.reading.hyphens import BREAK, Mender
from kg.reading.markers import parse_marker
from kg.reading.tables.columned import with_columns
from kg.reading.tables.people import NAME, are_two_labels, names_alone, names_person
from kg.reading.tables.ruled import with_ruled
from kg.reading.tables.tables import is_head_row

_WORD = re.compile(r"\S+")
_CELL = re.compile(r"\S+(?: \S+)*")
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 40
_FEWEST_ROWS = 3
_SPACED = re.compile(r"\S {2,}\S")
_COLUMN = re.compile(r"x+(?: x+)*")
_GAP = re.compile(r"\s{3,}")
_FAR = 20
_INSET = 8
_LONGEST_NAME = 60
_FEWEST_LINES = 2
_PAIR = 2


def _people_apart(lines: Sequence[str]) -> Iterator[str]:
    """The lines, those with people in columns under a label of people told apart.

    So are names with what each is, in two columns, under a title in capitals.
    """
    listed = titled = False
    for named, run in groupby(lines, key=_opens_with_name):
        held = list(run)
        apart = named and (listed or (titled and _with_posts(held)))
        yield from _told_apart(held) if apart else held
        last = next((line for line in reversed(held) if line.strip()), None)
        if last is not None and not named:
            listed = is_people_label(parse_marker(last.strip()).rest.partition(":")[0].strip())
            titled = last.isupper()


def _with_posts(lines: Sequence[str]) -> bool:
    """Whether each of some lines has two columns: a name, and what that person is."""
    return all(len(_GAP.split(line.strip())) == _PAIR for line in lines if line.strip())


def _labels_apart(lines: Sequence[str]) -> Iterator[str]:
    """The lines, a label of people and the names far behind it and below these told apart.

    "Present    Ann Lowe    Ben Tarn" is the label and a line for each name, and so are names
    set below the first ones.
    """
    margin = 0
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        label, *cells = _GAP.split(line.strip())
        inset = len(line) - len(line.lstrip())
        if margin and inset >= margin - 1 and all(map(names_person, (label, *cells))):
            yield from (label, *cells)
            continue
        named = bool(cells) and "\t" not in line and is_people_label(label.rstrip(": "))
        if named and (len(cells) > 1 or _is_inset(after)) and all(map(_names_somebody, cells)):
            margin = line.index(cells[0], line.index(label) + len(label))
            yield from (label, *cells)
        else:
            margin = 0
            yield line


def _is_inset(line: str) -> bool:
    """Whether a line stands far from the margin and names somebody."""
    inset = len(line) - len(line.lstrip())
    return inset >= _INSET and names_person(line.strip())


def _names_somebody(cell: str) -> bool:
    named = names_person(cell) and not is_people_label(cell.rstrip(": "))
    return len(cell) <= _LONGEST_NAME and named and not cell.endswith(".")


def _opens_with_name(line: str) -> bool:
    """Whether the first words of a line without tabs are a name, and no office or label."""
    first, *behind = _GAP.split(line.strip())
    titled = first.isupper() and not behind
    named = "\t" not in line and not titled and NAME.fullmatch(first) is not None
    return named and not names_position(first) and not is_people_label(first)


def _told_apart(lines: Sequence[str]) -> Iterator[str]:
    """Lines of people: rows of names as a line for each, a name and what somebody is by a tab.

    Two lines or more have wide gaps.
    """
    rows = [_GAP.split(line.strip()) for line in lines]
    cells = [cell for row in rows for cell in row]
    if sum(len(row) > 1 for row in rows) < _FEWEST_LINES:
        yield from lines
    elif all(map(names_alone, cells)) and len({cell.isupper() for cell in cells}) == 1:
        yield from cells
    else:
        yield from (
            "\t".join(row) if len(row) == _PAIR else line
            for row, line in zip(rows, lines, strict=True)
        )


def with_tabs(lines: Sequence[str]) -> list[str]:
    """The lines, with tabs between the cells of each aligned table.

    Such a table begins with the names of three columns or more; its rows leave a
    blank before each of them. Words under a row's own go on with it. One without such a
    head has three lines or more, parted by two gaps or more that run down all of them; under
    a head that they part, one gap is enough, and cells may go on in the lines below.
    Two lists of people side by side are one as well, and so are names with what each is;
    rows of names alone become a line for each.
    """
    found: list[str] = []
    lines = list(_people_apart(list(_labels_apart(with_columns(with_ruled(lines))))))
    at = 0
    while at < len(lines):
        if (beside := _two_lists(lines, at)) is not None:
            people, at = beside
            found += ["\t".join(cells) for cells in people]
            continue
        rows = _parted(lines, at)
        if not rows and (starts := _columns(lines[at])):
            rows = list(_rows(lines, at, starts))
        if len(rows) > 1:
            found += ["\t".join(cells) for cells in _whole(rows)]
            at += len(rows)
        else:
            found.append(lines[at])
            at += 1
    return found


def _two_lists(lines: Sequence[str], at: int) -> tuple[list[list[str]], int] | None:
    """Two lists of people side by side under their labels, and where the lines after them begin.

    Blanks alone part the lists, blank lines their rows; a single name is of the first list,
    but one far from the margin.
    """
    heads = _GAP.split(lines[at].strip())
    if not are_two_labels(heads):
        return None
    rows, end = [heads], len(lines)
    for position, line in enumerate(lines[at + 1 :], start=at + 1):
        cells = _GAP.split(line.strip())
        if len(cells) > 2 or any(map(_is_no_name, cells)):
            end = position
            break
        if line.strip():
            far = len(line) - len(line.lstrip()) > _FAR
            rows.append(cells if len(cells) == 2 else ["", *cells] if far else [*cells, ""])
    return (rows, end) if any(all(row) for row in rows[1:]) else None


def _is_no_name(cell: str) -> bool:
    return len(cell) > _LONGEST_NAME or cell.endswith((".", ":")) or known(cell) is not None


def _columns(line: str) -> tuple[int, ...]:
    """Where the columns begin that a line names; none where it is no head of a table."""
    cells = [] if "\t" in line else list(_CELL.finditer(line))
    if len(cells) < _FEWEST_COLUMNS or not is_head_row(Row(tuple(c.group() for c in cells))):
        return ()
    return (0, *(cell.start() for cell in cells[1:]))


def _rows(lines: Sequence[str], at: int, starts: Sequence[int]) -> Iterator[list[str]]:
    """The cells of the head at ``at`` and of the lines below that keep to its columns."""
    for line in lines[at:]:
        if not line.strip() or any(line[start - 1 : start].strip() for start in starts[1:]):
            return
        bounds = pairwise([*starts, len(line) + 1])
        yield [line[start:end].strip() for start, end in bounds]


def _parted(lines: Sequence[str], at: int) -> list[list[str]]:
    """The cells of the lines from ``at`` on as far as none is blank, where gaps of two blanks
    or more run down all of them and most lines have words in three columns, or the first names
    the columns; else none.
    """
    if (at and lines[at - 1].strip()) or _SPACED.search(lines[at]) is None:
        return []
    run = list(takewhile(str.strip, islice(lines, at, None)))
    width = max(map(len, run))
    if len(run) < _FEWEST_ROWS or any("\t" in line for line in run):
        return []
    starts = [match.start() for match in _COLUMN.finditer(_taken(run, width))]
    if not 1 < len(starts) <= _MOST_COLUMNS:
        return []
    rows = [[line[a:b].strip() for a, b in pairwise([*starts, width])] for line in run]
    if all(rows[0]) and is_head_row(Row(tuple(rows[0]))):
        return _with_wrapped(rows)
    full = sum(sum(map(bool, cells)) >= _FEWEST_COLUMNS for cells in rows)
    return _whole(rows) if 2 * full > len(rows) else []


def _with_wrapped(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows, each with the lines below it in which its cells go on: their first cell is empty
    or opens in lower case, one above ends in a hyphen, or few are filled where the first above
    had no room for more.
    """
    whole: list[list[list[str]]] = []
    width = max(len(cells[0]) for cells in rows)
    last = rows[0]
    for cells in rows:
        word = cells[0].partition(" ")[0]
        broken = not word or word[0].islower() or any(cell.endswith(BREAK) for cell in last)
        few = 2 * sum(map(bool, cells)) < len(cells) and len(last[0]) + len(word) >= width
        if not whole or not (broken or few):
            whole.append([])
        whole[-1].append(cells)
        last = cells
    mender = Mender([])
    return [list(map(mender.whole, zip(*lines, strict=True))) for lines in whole]


def _taken(lines: Iterable[str], width: int) -> str:
    """An "x" for each place at which one of some lines has a sign, a blank for each other."""
    taken = bytearray(b" " * width)
    for line in lines:
        for word in _WORD.finditer(line):
            taken[word.start() : word.end()] = b"x" * (word.end() - word.start())
    return taken.decode()


def _whole(rows: Sequence[list[str]]) -> list[list[str]]:
    """The rows, each with the words that stand under it where the first column is empty."""
    whole: list[list[str]] = []
    for cells in rows:
        if whole and not cells[0]:
            whole[-1] = [f"{a} {b}".strip() for a, b in zip(whole[-1], cells, strict=True)]
        else:
            whole.append(cells)
    return whole
