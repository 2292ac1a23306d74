"""Tables read by what their head rows say."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from kg.model import Cell, Kind, Paragraph
from kg.structure.labels import plain
from kg.tables.load import table

_BESIDE_HEAD = re.compile(r"\s*(?:\(|,\s| and (?=[*†‡#])).*$", re.DOTALL)
"""What a head says besides what its column is: "Names, initials and pronouns", "Role and * for"."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells by column number, in the paragraph that holds it."""

    paragraph: Paragraph
    cells: tuple[Cell, ...]

    def text(self, column: int | None) -> str:
        """The words of a column, "" where there are none."""
        cell = self.cell(column)
        return self.words(cell) if cell else ""

    def words(self, cell: Cell) -> str:
        """The words of one of its cells."""
        return self.paragraph.cell_text(cell).strip()

    def cell(self, column: int | None) -> Cell | None:
        """The cell of a column."""
        for cell in self.cells:
            if cell.column == column:
                return cell
        return None

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that hold words."""
        return tuple(cell for cell in self.cells if self.words(cell))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table, in order: one at least."""

    rows: tuple[Row, ...]

    @property
    def head(self) -> Row:
        """The first row."""
        return self.rows[0]

    @property
    def below(self) -> tuple[Row, ...]:
        """The rows below the first."""
        return self.rows[1:]

    @property
    def first(self) -> int:
        """The ordinal of the table's first paragraph."""
        return self.head.paragraph.ordinal

    def line_above(self, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
        """The paragraph right above the table in a part, if it is none of another table."""
        above = paragraphs[: self.first - paragraphs[0].ordinal]
        line = next((p for p in reversed(above) if p.kind is not Kind.FURNITURE), None)
        return None if line is None or line.kind is Kind.TABLE else line


@dataclass(frozen=True, slots=True)
class Entry:
    """What a table states in one row, or in more where a page cuts the row."""

    rows: tuple[Row, ...]

    def text(self, column: int | None) -> str:
        """The words of a column, those of a later row after those of an earlier."""
        return " ".join(text for row in self.rows if (text := row.text(column)))


def entries(rows: Sequence[Row], column: int, own: Collection[int]) -> Iterator[Entry]:
    """Rows as entries whose words stand in ``column``.

    A row goes on with the one before when it has nothing in the columns ``own``, in
    which an entry has its number, owner or date, and begins in the middle of words.
    """
    held: list[Row] = []
    for row in rows:
        if held and _goes_on(row, held[-1], column, own):
            held.append(row)
            continue
        if held:
            yield Entry(tuple(held))
        held = [row]
    if held:
        yield Entry(tuple(held))


def _goes_on(row: Row, before: Row, column: int, own: Collection[int]) -> bool:
    if not any(before.text(at) for at in own) or any(row.text(at) for at in own):
        return False
    words, above = row.text(column), before.text(column)
    if not words:
        return bool(row.filled)
    cut = row.paragraph.page != before.paragraph.page and not above.endswith((".", "!", "?", ":"))
    return bool(above) and (words[0].islower() or cut)


def tables(paragraphs: Sequence[Paragraph]) -> Iterator[Table]:
    """The tables among some paragraphs, each whole although it may be split."""
    rows: dict[int, list[Row]] = {}
    for paragraph in paragraphs:
        if paragraph.kind is Kind.TABLE and paragraph.table is not None:
            rows.setdefault(paragraph.table, []).extend(
                Row(paragraph, cells) for cells in paragraph.rows()
            )
    for found in rows.values():
        if found:
            yield Table(tuple(found))


def columns(row: Row, name: str) -> dict[str, int]:
    """Which column is which, by the words of a head row and table ``name``'s [columns]."""
    found: dict[str, int] = {}
    for cell in row.cells:
        words = row.words(cell)
        head = _BESIDE_HEAD.sub("", words)
        said = (_meanings(name).get(plain(one) or one, []) for one in (words, head))
        meanings = next(filter(None, said), [])
        new = (meaning for meaning in meanings if meaning not in found)
        found |= dict.fromkeys(islice(new, 1), cell.column)
    return found


@cache
def _meanings(name: str) -> dict[str, list[str]]:
    """What a column may be by the words that head it."""
    found: dict[str, list[str]] = {}
    for meaning, forms in table(name)["columns"].items():
        for form in forms:
            found.setdefault(form, []).append(meaning)
    return found
