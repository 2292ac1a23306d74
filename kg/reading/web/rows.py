"""The rows of a table of HTML."""

import re
from collections.abc import Callable, Iterator

from lxml import html as lxml_html

from kg.reading.blocks import Row

_MOST_ROWS = 1000
_MOST_COLUMNS = 100
"""How many rows and columns a cell may reach over, and in how many columns one reaches down."""


def own_rows(table: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """The rows of a table, without those of tables inside its cells."""
    return (row for row in table.iter("tr") if next(row.iterancestors("table")) is table)


def rows_of(
    table: lxml_html.HtmlElement, words: Callable[[lxml_html.HtmlElement], str]
) -> Iterator[Row]:
    """The rows of a table, spans filled with empty cells; ``words`` reads those of a cell."""
    covered: dict[int, int] = {}
    for row in own_rows(table):
        cells: list[str] = []
        reaching: dict[int, int] = {}
        tags = [cell.tag for cell in row if cell.tag in ("td", "th")]
        for cell in row.iterchildren("td", "th"):
            _skip_covered(cells, covered)
            down = min(whole(cell.get("rowspan"), 1), _MOST_ROWS)
            for offset in range(max(1, min(whole(cell.get("colspan"), 1), _MOST_COLUMNS))):
                if down > 1 and len(cells) < _MOST_COLUMNS:
                    reaching[len(cells)] = down - 1
                cells.append("" if offset else words(cell))
        _skip_covered(cells, covered)
        covered = {column: left for column, left in covered.items() if left > 0} | reaching
        parent = row.getparent()
        in_head = parent is not None and parent.tag == "thead"
        if cells:
            yield Row(tuple(cells), header=in_head or (bool(tags) and set(tags) == {"th"}))


def _skip_covered(cells: list[str], covered: dict[int, int]) -> None:
    """Add empty cells where a cell of an earlier row reaches down into this one."""
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append("")


def whole(value: str | None, default: int) -> int:
    """The whole number of an attribute."""
    return int(value) if value and re.fullmatch(r"-?\d{1,6}", value.strip()) else default
