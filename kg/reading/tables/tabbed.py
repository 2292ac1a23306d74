"""Tables in plain text: cells parted by tabs, a line for a row."""

import re
from collections.abc import Iterator, Sequence

from kg.reading.blocks import Row
from kg.reading.markers import is_bare_marker
from kg.reading.normalise import clean
from kg.reading.tables.cells import even
from kg.reading.tables.tables import is_head_row
from kg.reading.text.inline import has_tags, inline_text
from kg.reading.web.html import cell_text

_SIGN = re.compile(r"[-*+>#|]\s")
_PAIR = 2
_RULE = re.compile(r"[\s:|+]*-[\s:|+-]*")


def table_regions(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The half-open ranges of lines that are tables: two rows or more with tabs inside.

    A blank line between two rows does not end a table; lines that hold only
    a number or bullet, a tab and words are numbered paragraphs, not rows.
    """
    regions = []
    start = 0
    while start < len(lines):
        end = _region_end(lines, start)
        rows = [line for line in lines[start:end] if line.strip()]
        if len(rows) > 1 and not all(_is_numbered(row) for row in rows):
            regions.append((start, end))
        start = max(end, start + 1)
    return regions


def typed_tables(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The tables of tabs in Markdown: none where a tab stands behind a sign, or in a list."""
    return [
        (start, end)
        for start, end in table_regions(lines)
        if not any(_SIGN.match(line.lstrip()) for line in lines[start:end])
        and sum("\t" in line.strip() for line in lines[start:end]) > 1
    ]


def _region_end(lines: Sequence[str], start: int) -> int:
    """Where the rows that begin at ``start`` end; ``start`` itself where none begins."""
    end = start
    if "\t" not in lines[start].lstrip():
        return end
    position = start
    while position < len(lines) and (position < start + 1 or _continues(lines, position)):
        position += 1
        if lines[position - 1].strip():
            end = position
    return end


def _continues(lines: Sequence[str], position: int) -> bool:
    """Whether a line is a row, or a single blank line before a row.

    Behind a blank line a number with a title in capitals opens an item, and is no row.
    """
    if "\t" in lines[position]:
        return True
    following = lines[position + 1] if position + 1 < len(lines) else ""
    if lines[position].strip() or "\t" not in following:
        return False
    return not (_is_numbered(following) and following.partition("\t")[2].isupper())


def _is_numbered(line: str) -> bool:
    """Whether a line is a number or bullet, one tab, and words."""
    cells = line.split("\t")
    return len(cells) == 2 and bool(cells[1].strip()) and is_bare_marker(cells[0])


def parse_rows(lines: Sequence[str]) -> list[list[Row]]:
    """The tables in the lines of one region.

    A row after a blank line whose first cell is empty goes on with the row
    above it (a table that runs over a page); one that is a head row opens a
    new table.
    """
    lines = _in_two_columns(lines)
    width = max(line.count("\t") for line in lines) + 1
    typed = list(_typed(lines))
    tables: list[list[Row]] = [[]]
    for row, (_, after_blank) in zip(even([row for row, _ in typed], width), typed, strict=True):
        _place(row, tables, after_blank)
    return [rows for rows in tables if rows]


def _typed(lines: Sequence[str]) -> Iterator[tuple[Row, bool]]:
    """The rows as they are typed, each with whether it stands behind a blank line."""
    after_blank = False
    for line in lines:
        if not line.strip():
            after_blank = True
        elif not _RULE.fullmatch(line):
            yield Row(tuple(map(_cell, line.split("\t")))), after_blank
            after_blank = False


def _in_two_columns(lines: Sequence[str]) -> Sequence[str]:
    """The lines with one tab between the cells of two columns that several tabs part.

    A line that begins with tabs goes on in the second column.
    """
    if not any("\t\t" in line for line in lines):
        return lines
    cells = [[cell.strip() for cell in line.split("\t") if cell.strip()] for line in lines]
    below = [line.startswith("\t") for line in lines]
    filled = [len(row) + inner for row, inner in zip(cells, below, strict=True) if row]
    if any(count > _PAIR for count in filled) or not any(below):
        return lines
    rows = zip(cells, below, strict=True)
    return ["\t".join(["", *row] if inner else row) for row, inner in rows]


def _place(row: Row, tables: list[list[Row]], after_blank: bool) -> None:
    """Put a row into the last table, join it to the row above, or open a table with it."""
    above = tables[-1]
    if after_blank and above and not row.cells[0]:
        pairs = zip(above[-1].cells, row.cells, strict=True)
        above[-1] = Row(tuple(f"{old} {new}".strip() for old, new in pairs))
    elif after_blank and above and is_head_row(row):
        tables.append([row])
    else:
        above.append(row)


def _cell(text: str) -> str:
    """The words of a cell: HTML and Markdown inside it removed."""
    if has_tags(text):
        text = cell_text(text)
    return clean(inline_text(text))
