"""Tables that a program sets in columns, as it lays out the pages of a PDF as text.

Nothing rules them: blanks part their columns all the way down, each cell begins at the edge
of its column, and one that is too long for its column goes on in the lines below:

    Role          Name             Authority
    Vice-Chair    Cllr Ann Lowe    South Marl District
                                   Council
    Deputy        Cllr Ben Tarn    Wyre Council
    Chair
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise, takewhile

from kg.reading.headings.headings import breaks_off, is_people_label, known, names_position
from kg.reading.hyphens import Mender
from kg.reading.markers import is_bare_marker, parse_marker
from kg.reading.tables.people import are_two_labels, names_alone, names_person

_WORD = re.compile(r"\S+")
_COLUMN = re.compile(rb"x+(?: x+)*")
_SPACED = re.compile(r"\S {2,}\S")
_ROMAN = re.compile(r"[IVXL]{1,6}[.)]")
_FEWEST = 2
_FEWEST_LINES = 3
_MOST_COLUMNS = 12
_ALIGNED = 0.9
_NUMBERED = 0.6
_LONG = 30
"""From how many letters on a line of a cell is no name or word."""
_NEW_LINE = "<br>"
_MENDER = Mender([])


def with_columns(lines: Sequence[str]) -> list[str]:
    """The lines, each table set in columns as rows of cells parted by tabs."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        held, starts = _run(lines, at)
        few = held if len(starts) <= _MOST_COLUMNS else ()
        table = Columned(tuple(_cells(line, starts) for line in few)).without_tail()
        if table.is_one and _are_aligned(held[: len(table.lines)], starts):
            rows = ["\t".join(cells) for cells in table.rows()]
            found += [row.replace("\n", _NEW_LINE) for row in rows]
            at += len(table.lines)
        else:
            found += lines[at : at + max(1, len(held))]
            at += max(1, len(held))
    return found


def _run(lines: Sequence[str], at: int) -> tuple[Sequence[str], tuple[int, ...]]:
    """The lines from ``at`` on that gaps part all the way down, and where columns begin."""
    if not _SPACED.search(lines[at]) or (at and _SPACED.search(lines[at - 1])):
        return (), ()
    end, taken = at, b""
    starts: tuple[int, ...] = ()
    for line in takewhile(_is_filled, islice(lines, at, None)):
        more = _taken(taken, line)
        columns = tuple(run.start() for run in _COLUMN.finditer(more))
        if len(columns) < _FEWEST:
            break
        end, taken, starts = end + 1, more, columns
    return lines[at:end], starts


def _taken(taken: bytes, line: str) -> bytes:
    """An "x" for each place at which a line has a sign, or one above it."""
    places = bytearray(taken.ljust(len(line)))
    for word in _WORD.finditer(line):
        places[word.start() : word.end()] = b"x" * len(word[0])
    return bytes(places)


def _is_filled(line: str) -> bool:
    return bool(line.strip()) and "\t" not in line


def _cells(line: str, starts: Sequence[int]) -> tuple[str, ...]:
    return tuple(line[start:end].strip() for start, end in pairwise([*starts, len(line) + 1]))


def _are_aligned(lines: Sequence[str], starts: Sequence[int]) -> bool:
    """Whether nearly all cells begin at the edge of their column."""
    filled = [line[a:b] for line in lines for a, b in pairwise([*starts, len(line) + 1])]
    filled = [cell for cell in filled if cell.strip()]
    return sum(cell[0] != " " for cell in filled) >= _ALIGNED * len(filled)


def _runs_on(cell: str, below: str) -> bool:
    """Whether a full line of a cell goes on below: it is long, breaks off, or is gone on from."""
    inside = breaks_off(cell) or cell.count("(") > cell.count(")")
    return below[0].islower() or inside or len(cell) >= _LONG


def _heads_names(cell: str) -> bool:
    """Whether a cell is a name or labels those that stand behind it."""
    return names_alone(cell) or is_people_label(cell)


def _is_count(cell: str) -> bool:
    """Whether a cell is only a number, Roman ones too."""
    return is_bare_marker(cell) or _ROMAN.fullmatch(cell) is not None


@dataclass(frozen=True)
class Columned:
    """The cells of each line of a table whose cells may go on in the lines below."""

    lines: tuple[tuple[str, ...], ...]

    @cached_property
    def _widths(self) -> tuple[int, ...]:
        """How long the longest cell of each column is."""
        return tuple(max(map(len, column)) for column in zip(*self.lines, strict=True))

    @cached_property
    def _first(self) -> list[str]:
        """The words in the first column."""
        return [cells[0] for cells in self.lines if cells[0]]

    def without_tail(self) -> "Columned":
        """The table without last lines that only begin at its edge: those of the text below."""
        end = len(self.lines)
        while end > 1 and self._is_below(end - 1):
            end -= 1
        return Columned(self.lines[:end])

    def _is_below(self, at: int) -> bool:
        line = self.lines[at][0]
        wide = len(line) > max(len(cells[0]) for cells in self.lines[:at])
        other = wide or known(line) is not None or parse_marker(line).number is not None
        return self._filled(at) == [0] and other and not names_person(line)

    @property
    def is_one(self) -> bool:
        """Whether several lines have words in several columns, but no list of names alone, nor
        two such lists; numbers of lines are no column.
        """
        if len(self.lines) < _FEWEST_LINES:
            return False
        beside = [cell for cells in self.lines for cell in cells[1:] if cell]
        named = all(map(names_alone, beside))
        if are_two_labels(self.lines[0]) or (named and all(map(_heads_names, self._first))):
            return False
        counted = any(map(_is_count, self._first))
        full = sum(len(self._filled(at)) > 1 for at in range(len(self.lines)))
        return full >= _FEWEST and not (counted and len(self._widths) == _FEWEST)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The rows, each cell with the lines in which it goes on."""
        opening = [at for at in range(len(self.lines)) if self._opens(at)]
        for start, end in pairwise([*opening, len(self.lines)]):
            yield tuple(self._text(column, start, end) for column in range(len(self._widths)))

    def _opens(self, at: int) -> bool:
        """Whether a line is the first of a row."""
        if at == 0:
            return True
        filled = self._filled(at)
        if self._is_counted and (filled[0] > 0 or is_bare_marker(self.lines[at][0])):
            return filled[0] == 0
        if filled[0] > 0 and len(filled) == 1 and not names_person(self.lines[at][filled[0]]):
            return False
        return not self._goes_on(at)

    @cached_property
    def _is_counted(self) -> bool:
        """Whether most words in the first column are numbers."""
        return sum(map(is_bare_marker, self._first)) >= _NUMBERED * len(self._first) > 0

    def _goes_on(self, at: int) -> bool:
        """Whether all cells of a line go on with those above, which had no room for more.

        Where it fills more than half of the columns, one must show that it goes on; a line of
        somebody with all that is said of them does not go on with that of another.
        """
        above, filled = self.lines[at - 1], self._filled(at)
        if (filled == [0] and self._labels(at)) or self._names_another(at):
            return False
        if not all(above[column] and not self._fits(column, at) for column in filled):
            return False
        ends = ((above[column], self.lines[at][column]) for column in filled)
        few = 2 * len(filled) <= len(above)
        return few or any(_runs_on(*pair) for pair in ends)

    def _names_another(self, at: int) -> bool:
        """Whether a line is of another person than that above: all cells of both are filled, the
        first with a name, or one is alone in its column below another's, beside a label of people.
        """
        above, line = self.lines[at - 1], self.lines[at]
        filled = self._filled(at)
        alone = len(filled) == 1 and filled[0] > 0 and self._beside_people(at)
        if not (alone or all((*above, *line))):
            return False
        return names_person(above[filled[0]]) and names_person(line[filled[0]])

    def _beside_people(self, at: int) -> bool:
        """Whether the last words above a line in the first column are a label of people."""
        first = next((cells[0] for cells in self.lines[at::-1] if cells[0]), "")
        return is_people_label(first.rstrip(": "))

    def _labels(self, at: int) -> bool:
        """Whether a line is a label of people, and not the end of an office: "Deputy Chair"."""
        label = self.lines[at][0]
        return is_people_label(label) and not names_position(f"{self.lines[at - 1][0]} {label}")

    def _fits(self, column: int, at: int) -> bool:
        """Whether the first word of a cell would have fitted into the line above."""
        above, word = self.lines[at - 1][column], self.lines[at][column].partition(" ")[0]
        room = len(above) + 1 + len(word) <= self._widths[column]
        return room or parse_marker(self.lines[at][column]).bullet

    def _filled(self, at: int) -> list[int]:
        return [column for column, cell in enumerate(self.lines[at]) if cell]

    def _text(self, column: int, start: int, end: int) -> str:
        """The words of a cell; a line that would have fitted above begins a paragraph of it."""
        text = self.lines[start][column]
        for at in range(start + 1, end):
            if word := self.lines[at][column]:
                apart = text and self._fits(column, at)
                text = f"{text}\n{word}" if apart else _MENDER.join(text, word)
        return text
