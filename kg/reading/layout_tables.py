"""Tables that only lay out running text: taken apart into paragraphs."""

from collections.abc import Iterator, Sequence

from kg.model import Kind
from kg.reading.blocks import Block, Row
from kg.reading.html import CELL_ITEM
from kg.reading.markers import is_bare_marker
from kg.tables.load import table

_LONG = 60


def is_layout(rows: Sequence[Row]) -> bool:
    """Whether a table merely wraps running text.

    It does when it has one column, when its head names the columns of a
    record of a meeting, or when each row holds one text, or a number and a title.
    """
    columns = {column for row in rows for column in row.filled}
    if len(columns) <= 1:
        return True
    if rows and _is_record_head(rows[0]):
        return True
    texts = [row for row in rows if len(row.filled) == 1 and row.filled != (0,)]
    longest = max((len(row.cells[row.filled[0]]) for row in texts), default=0)
    has_items = any(_is_item(row) for row in rows)
    return bool(texts) and (longest > _LONG or has_items) and all(map(_is_running, rows))


def _is_record_head(row: Row) -> bool:
    words = {word.strip(".:").lower() for cell in row.cells for word in cell.split()}
    heads: list[list[str]] = table("reading_tables")["layout"]
    if words & set(table("reading_tables")["not_layout"]):
        return False
    return len(row.filled) > 1 and len(words) < 12 and any(set(head) <= words for head in heads)


def _is_running(row: Row) -> bool:
    return len(row.filled) <= 1 or _is_item(row)


def _is_item(row: Row) -> bool:
    """Whether a row is the number and the title of an item."""
    return len(row.filled) == 2 and row.filled[0] == 0 and is_bare_marker(row.cells[0])


def unwrap(block: Block) -> Iterator[Block]:
    """The paragraphs that a layout table holds, row by row and cell by cell.

    The number and title of an item become a heading, the head row furniture.
    """
    for index, row in enumerate(block.rows):
        if index == 0 and _is_record_head(row):
            yield Block(Kind.FURNITURE, " ".join(row.cells), page=block.page)
        elif _is_item(row):
            title = " ".join(" ".join(row.cells[column].split()) for column in row.filled)
            yield Block(Kind.HEADING, title, page=block.page)
        else:
            for column in row.filled:
                yield from _cell_blocks(row.cells[column], block.page)


def _cell_blocks(cell: str, page: int | None) -> Iterator[Block]:
    for line in cell.split("\n"):
        first, *items = line.split(CELL_ITEM)
        opening = Kind.LIST_ITEM if items and first.rstrip()[-1:] in (".", "") else Kind.TEXT
        if first.strip():
            yield Block(opening, first.strip(), page=page)
        for item in items:
            yield Block(Kind.LIST_ITEM, item.strip(), page=page)
