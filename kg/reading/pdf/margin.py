"""The margin of minutes in which a page without rulings names who is to act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.pdf.lines import Word, gather, make_line
from kg.reading.pdf.sheets import Sheet
from kg.tables.load import table

_RIGHT = 0.6
_REACH = 12.0
_MOST_CROSSING = 0.05
_MOST_NOTED = 0.5
_NEAR = 1.6

Note = tuple[float, Block]
"""Words of the margin, with their distance from the top of the page."""


@dataclass(frozen=True, slots=True)
class _Margin:
    """Where a margin begins: its left edge, and the page and height of its head."""

    edge: float
    page: int
    top: float


def part_margin(sheets: Sequence[Sheet]) -> tuple[list[Sheet], dict[int, list[Note]]]:
    """The pages without a margin headed "Action", and what stands in it on each page.

    There is one only where nearly no other word reaches into it, and where it is
    empty beside most lines.
    """
    margin = next((found for sheet in sheets if (found := _head(sheet))), None)
    if margin is None or not _is_margin(sheets, margin):
        return list(sheets), {}
    inside = {
        sheet.number: [w for w in sheet.words if _is_in(w, sheet, margin)] for sheet in sheets
    }
    kept = [replace(s, words=tuple(w for w in s.words if not _is_in(w, s, margin))) for s in sheets]
    return kept, {number: list(_notes(words, number)) for number, words in inside.items()}


def _head(sheet: Sheet) -> _Margin | None:
    """The name of the margin, set apart at the right of a line of its own or of other names."""
    for line in sheet.loose_lines:
        word = line[-1]
        apart = len(line) == 1 or word["x0"] - line[-2]["x1"] >= _REACH
        named = word["text"].strip(":").lower() in table("reading_tables")["margin"]
        if named and apart and word["x0"] >= _RIGHT * sheet.width:
            return _Margin(word["x0"] - _REACH, sheet.number, word["top"])
    return None


def _is_in(word: Word, sheet: Sheet, margin: _Margin) -> bool:
    below = (sheet.number, word["top"]) >= (margin.page, margin.top)
    return bool(below and word["x0"] >= margin.edge)


def _is_margin(sheets: Sequence[Sheet], margin: _Margin) -> bool:
    lines = [
        line
        for sheet in sheets
        for line in sheet.loose_lines
        if (sheet.number, line[0]["top"]) >= (margin.page, margin.top)
    ]
    crossing = sum(any(w["x0"] < margin.edge < w["x1"] for w in line) for line in lines)
    noted = sum(line[-1]["x0"] >= margin.edge for line in lines)
    return crossing <= _MOST_CROSSING * len(lines) and 1 < noted <= _MOST_NOTED * len(lines)


def _notes(words: Sequence[Word], page: int) -> Iterator[Note]:
    """The words of a margin, those of lines close below one another together."""
    group: list[list[Word]] = []
    for line in [*gather(words), None]:
        if group and (line is None or not _is_near(group[-1], line) or _is_head(group[-1])):
            text = " ".join(make_line(one).text for one in group)
            kind = Kind.FURNITURE if _is_head(group[-1]) else Kind.TEXT
            yield group[0][0]["top"], Block(kind, text, page=page)
            group = []
        if line is not None:
            group.append(line)


def _is_head(line: Sequence[Word]) -> bool:
    return make_line(line).text.strip(":").lower() in table("reading_tables")["margin"]


def _is_near(above: Sequence[Word], below: Sequence[Word]) -> bool:
    height = above[0]["bottom"] - above[0]["top"]
    return bool(below[0]["top"] - above[0]["top"] <= _NEAR * height)
