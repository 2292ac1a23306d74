"""The text that ModernGov makes of minutes: items between marks, a line for a cell.

A cell begins with a tab on a line of its own and may go on over lines (its
paragraphs); an empty line ends a row; ``<AI1>`` ... ``</AI1>`` enclose an item
and ``<TRAILER_SECTION>`` what follows the last.
"""

import re
from collections.abc import Iterator, Sequence

from kg.model import Kind
from kg.reading.blocks import Block, Row

_MARK = re.compile(r"</?\s?(?:AI\d+[A-Za-z]?|[A-Z]+(?:_[A-Z]+)+)>|FIELD_[A-Z]+")
"""A mark, or what stands where a template was not filled in."""
_LEAST_MARKS = 2


def is_marked(lines: Sequence[str]) -> bool:
    """Whether a text carries the marks of items."""
    return sum(bool(_MARK.fullmatch(line.strip())) for line in lines) >= _LEAST_MARKS


def marked_blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of a marked text; a mark ends a table."""
    rows: list[Row] = []
    for line, row in _units(lines):
        if row is not None:
            rows.append(row)
            continue
        if rows:
            yield Block(Kind.TABLE, rows=tuple(rows))
            rows = []
        if line.strip() and not _MARK.fullmatch(line.strip()):
            yield Block(Kind.TEXT, line, typed=True)
    if rows:
        yield Block(Kind.TABLE, rows=tuple(rows))


def _units(lines: Sequence[str]) -> Iterator[tuple[str, Row | None]]:
    """Lines outside rows, and rows: a run of lines from a tab to an empty line."""
    cells: list[str] = []
    for line in [*lines, ""]:
        marked = _MARK.fullmatch(line.strip()) is not None
        if line.startswith("\t"):
            cells.append(line[1:])
        elif cells and line and not marked:
            cells[-1] += "\n" + line
        else:
            if cells:
                yield "", Row(tuple(cells))
                cells = []
            if line.strip():
                yield line, None
    if cells:
        yield "", Row(tuple(cells))
