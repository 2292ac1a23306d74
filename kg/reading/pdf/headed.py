"""Tables without rulings, told by the head row that names their columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.reading.blocks import Row
from kg.reading.hyphens import Mender
from kg.reading.pdf.lines import Word, groups_of, make_line, top_of
from kg.reading.pdf.tables import RuledTable
from kg.reading.tables.tables import is_head_row

_FEWEST = 3
_FEWEST_PAIRS = 2
_MOST = 40
_HEAD_GAP = 0.8
_CELL_GAP = 0.6
"""The narrowest gaps between two names of columns and between two cells, in sizes of the font."""
_LINE_GAP = 0.3
"""The widest gap between two lines of a cell, in sizes of the font."""
_ROW_GAP = 1.0
"""The widest gap between two rows, in sizes of the font."""
_SAME = 3.0
_LARGER = 1.12
_LONGEST_HEAD = 40

Words = Sequence[Word]
"""The words of a line, from the left."""
Reach = tuple[float, float]
"""Where words begin and end."""
Cells = list[list[Word]]
"""The words of a line in each column."""


def headed_tables(
    lines: Sequence[Words], above: RuledTable | None = None
) -> Iterator[tuple[int, int, "HeadedTable"]]:
    """The tables in some lines of a page: where the lines of each begin and end (half-open).

    ``above`` is the table at the foot of the last page: lines that keep to its columns go on
    with it.
    """
    at = 0
    while at < len(lines):
        table = HeadedTable.under(lines[at])
        if not (table or at) and above:
            table = HeadedTable.after(above, lines[at])
        end = table.extend(lines, at + 1) if table else at
        if table and table.is_filled():
            yield at, end, table
        at = max(end, at + 1)


@dataclass
class HeadedTable:
    """A table as far as its lines are taken: how far each column reaches, and its lines."""

    columns: list[Reach]
    cells: list[Cells]
    size: float
    lines: list[Words] = field(default_factory=list)
    headed: bool = True

    @classmethod
    def under(cls, line: Words) -> "HeadedTable | None":
        """The table that a line is the head of: well-known names of columns, or three in bold."""
        whole = make_line(line)
        groups = groups_of(line, _HEAD_GAP * whole.size)
        texts = tuple(make_line(group).text for group in groups)
        named = all(text[:1].isupper() and len(text) <= _LONGEST_HEAD for text in texts)
        shown = is_head_row(Row(texts)) or (whole.strong and len(groups) >= _FEWEST)
        if len(groups) > _MOST or not (named and shown):
            return None
        return cls([_reach(group) for group in groups], [groups], whole.size, [line])

    @classmethod
    def after(cls, above: RuledTable, line: Words) -> "HeadedTable | None":
        """The table that goes on below a page's head where one without rulings ended: its
        first line begins cells at the edges of several columns.
        """
        size = make_line(line).size
        groups = groups_of(line, _CELL_GAP * size)
        at_edges = [_at_edge(group, above.columns) for group in groups]
        if len(groups) < _FEWEST_PAIRS or len(above.rights) < len(groups) or not all(at_edges):
            return None
        table = cls(list(zip(above.columns, above.rights, strict=True)), [], size, headed=False)
        table.extend([line], 0)
        return table if table.cells else None

    def is_filled(self) -> bool:
        """Whether lines below the head have words in several columns, two of them in only two."""
        if not self.headed:
            return True
        beside = sum(sum(map(bool, cells)) > 1 for cells in self.cells[1:])
        return beside >= (1 if len(self.columns) >= _FEWEST else _FEWEST_PAIRS)

    def extend(self, lines: Sequence[Words], start: int) -> int:
        """Take the lines below the head that keep to its columns, and say where they end."""
        for at in range(start, len(lines)):
            cells = self._cells(lines[at])
            if cells is None or self._is_apart(lines[at]):
                return at
            self.cells.append(cells)
            self.lines.append(lines[at])
            self.columns = list(map(_widened, self.columns, cells))
        return len(lines)

    def _is_apart(self, line: Words) -> bool:
        """Whether a line stands too far below the last, or is larger, to be of the table."""
        gap = top_of(line) - _bottom(self.lines[-1]) if self.lines else 0.0
        return gap > _ROW_GAP * self.size or make_line(line).size > _LARGER * self.size

    def _cells(self, line: Words) -> Cells | None:
        """The words of a line in each column; None where some reach from one into another."""
        cells: Cells = [[] for _ in self.columns]
        for group in groups_of(line, _CELL_GAP * self.size):
            left, right = _reach(group)
            over = [at for at, (x0, x1) in enumerate(self.columns) if left < x1 and x0 < right]
            if len(over) > 1:
                return None
            cells[over[0] if over else self._nearest(left, right)] += group
        return cells

    def _nearest(self, left: float, right: float) -> int:
        gaps = [max(x0 - right, left - x1) for x0, x1 in self.columns]
        return gaps.index(min(gaps))

    def read(self, page: int, mender: Mender) -> RuledTable:
        """The rows of the table, the lines of each cell joined."""
        rows: list[list[list[str]]] = []
        for opens, cells in zip(self._openings(), self.cells, strict=True):
            rows += [[]] if opens else []
            rows[-1].append([make_line(words).text if words else "" for words in cells])
        texts = (tuple(map(mender.whole, zip(*lines, strict=True))) for lines in rows)
        made = tuple(
            Row(cells, header=self.headed and not at, page=page) for at, cells in enumerate(texts)
        )
        lefts, rights = zip(*self.columns, strict=True)
        return RuledTable(made, lefts, rights)

    def _openings(self) -> Iterator[bool]:
        """Whether each line opens a row: by the wider gap above it, else by its first cell."""
        yield True
        gaps = [top_of(below) - _bottom(above) for above, below in pairwise(self.lines)]
        wide = [gap > _LINE_GAP * self.size for gap in gaps]
        for far, cells in zip(wide, self.cells[1:], strict=True):
            yield far if any(wide) and not all(wide) else bool(cells[0])


def _at_edge(words: Words, edges: Sequence[float]) -> bool:
    return any(abs(words[0]["x0"] - edge) <= _SAME for edge in edges)


def _reach(words: Words) -> Reach:
    return words[0]["x0"], max(word["x1"] for word in words)


def _widened(column: Reach, words: Words) -> Reach:
    """How far a column reaches that holds words."""
    if not words:
        return column
    left, right = _reach(words)
    return min(column[0], left), max(column[1], right)


def _bottom(line: Words) -> float:
    return max(float(word["bottom"]) for word in line)
