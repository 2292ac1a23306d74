"""Blocks become a document: normalised, headed, numbered, with offsets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.model import PARAGRAPH_BREAK, Cell, Document, Kind, Paragraph, Source
from kg.reading.blocks import Block, Reading, Row
from kg.reading.bold_names import tick_bold_names
from kg.reading.depths import outside_headings, set_depths, set_inside
from kg.reading.front_matter import set_beside
from kg.reading.furniture import mark_furniture
from kg.reading.headings.among_counted import plain_among_counted
from kg.reading.headings.counted import counts_titles, demote_numbered
from kg.reading.headings.headings import find_headings, item_number
from kg.reading.headings.levels import set_levels
from kg.reading.headings.one_paragraph import with_lines
from kg.reading.headings.over_counted import titled_over_counted
from kg.reading.headings.run_in import set_apart
from kg.reading.headings.series import number_series
from kg.reading.join import (
    join_boxes,
    join_contacts,
    join_counted,
    join_item_labels,
    join_sentences,
)
from kg.reading.markers import BOX, parse_marker
from kg.reading.normalise import clean, clean_line
from kg.reading.spread import together
from kg.reading.tables.cells import even
from kg.reading.tables.layout_tables import after_people, layout_of
from kg.reading.tables.tables import is_long, label_rows, mark_heads, passages
from kg.reading.tables.unwrapped import unwrap
from kg.reading.text.broken_lines import apart
from kg.reading.text.inline import is_capitals
from kg.reading.who_came import says_who_came

_LONGEST_TITLE = 160
_CAPITALS = "capitals"
_NOTE = re.compile(r"\s\([^()]*\):?$")
"""A note in brackets behind a title."""
_LEVELLED = (Kind.HEADING, Kind.LIST_ITEM)


def assemble(reading: Reading, source: Source) -> Document:
    """The document of a file whose layout has been read."""
    blocks = prepare(reading)
    builder = _Builder()
    for block in blocks:
        builder.add(block)
    return Document(
        source=source,
        title=_title(reading, blocks) or source.name,
        paragraphs=tuple(builder.paragraphs),
        reader=reading.reader,
        pages=reading.pages,
    )


def prepare(reading: Reading) -> list[Block]:
    """The blocks in their final kinds and words, headings with their levels."""
    whole = together(reading.blocks)
    unwrapped = [part for block in map(_clean_rows, whole) for part in _unwrapped(block)]
    cleaned = map(_clean_text, unwrapped)
    worded = (block for block in cleaned if block.rows or _has_words(block))
    blocks = list(set_inside(set_depths(worded)))
    blocks = mark_furniture(
        join_item_labels(join_counted(number_series(with_lines(apart(set_beside(blocks))))))
    )
    blocks = join_sentences(blocks, pages=reading.broken)
    if reading.broken:
        blocks = join_boxes(blocks)
    blocks = set_apart(demote_numbered(blocks))
    counted = says_who_came(blocks) and counts_titles(blocks)
    blocks = find_headings(blocks, shown=reading.shows_headings, counted=counted)
    blocks = titled_over_counted(plain_among_counted(blocks) if counted else blocks)
    blocks = list(outside_headings(blocks))
    return tick_bold_names(set_levels(join_contacts(mark_furniture(blocks))))


def _clean_rows(block: Block) -> Block:
    """The block with the cells of its table normalised, and as many of them in each row."""
    cleaned = [replace(row, cells=tuple(map(clean, row.cells))) for row in block.rows]
    return replace(block, rows=tuple(row for row in even(cleaned) if row.filled))


def _unwrapped(block: Block) -> Iterable[Block]:
    if block.kind is not Kind.TABLE or not block.rows:
        return (block,)
    layout = layout_of(block.rows)
    if layout is not None:
        return unwrap(block, layout)
    at = after_people(block.rows)
    if at is None:
        return (block,)
    record = replace(block, rows=block.rows[at:])
    return (replace(block, rows=block.rows[:at]), *_unwrapped(record))


def _clean_text(block: Block) -> Block:
    """The block with its text normalised, its bullet dropped and the kind that a number gives."""
    text = clean(block.text)
    if block.kind not in (Kind.TEXT, Kind.LIST_ITEM):
        return block.with_text(clean_line(text) if block.kind is Kind.HEADING else text)
    marker = parse_marker(text)
    box = BOX.match(marker.text) if marker.bullet or block.kind is Kind.LIST_ITEM else None
    if box is not None:
        words = marker.text[box.end() :]
        return replace(block, kind=Kind.LIST_ITEM, text=words, ticked=box["tick"] is not None)
    if marker.number is not None:
        kind = Kind.LIST_ITEM if marker.listed else Kind.TEXT
    else:
        kind = Kind.LIST_ITEM if marker.bullet else block.kind
    lead = parse_marker(clean(block.lead)).text if block.lead else ""
    strong = block.strong or (kind is Kind.TEXT and is_capitals(_NOTE.sub("", text)))
    look = block.look if block.strong or not strong else _CAPITALS
    return replace(block, kind=kind, text=marker.text, lead=lead, strong=strong, look=look)


def _has_words(block: Block) -> bool:
    return any(char.isalnum() for char in block.text)


def _title(reading: Reading, blocks: Sequence[Block]) -> str | None:
    """The title the format states, else the first heading, else the first line."""
    stated = clean_line(reading.title or "")
    headings = (b.text for b in blocks if b.kind is Kind.HEADING)
    lines = (b.text.split("\n")[0] for b in blocks if b.kind is Kind.TEXT)
    title = stated or next(headings, None) or next(lines, None)
    return title[:_LONGEST_TITLE] if title else None


@dataclass
class _Builder:
    """Paragraphs made so far, the headings that are open, and the next offset."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    _open: list[tuple[int, str]] = field(default_factory=list)
    _offset: int = 0
    _tables: int = 0

    def add(self, block: Block) -> None:
        """Add the paragraphs of a block."""
        if block.rows:
            self._add_table(block)
            return
        if block.kind is Kind.HEADING:
            level = block.level or 1
            self._open = [(depth, text) for depth, text in self._open if depth < level]
        self._append(block, block.text, page=block.page)
        if block.kind is Kind.HEADING:
            self._open.append((block.level or 1, block.text))

    def _add_table(self, block: Block) -> None:
        rows = mark_heads(block.rows)
        labels = label_rows(rows) if is_long(rows) else frozenset()
        number = None
        if block.kind is Kind.TABLE:
            number, self._tables = self._tables, self._tables + 1
        label: tuple[str, ...] = ()
        for part in passages(rows):
            text, cells = _table_text(rows, part)
            page = rows[part.start].page or block.page
            self._append(block, text, cells=cells, table=number, below=label, page=page)
            label = next((_label(rows[index]) for index in part if index in labels), label)

    def _append(
        self,
        block: Block,
        text: str,
        cells: tuple[Cell, ...] = (),
        table: int | None = None,
        below: tuple[str, ...] = (),
        page: int | None = None,
    ) -> None:
        number = None if block.rows else _number(block)
        self.paragraphs.append(
            Paragraph(
                ordinal=len(self.paragraphs),
                kind=block.kind,
                text=text,
                start=self._offset,
                end=self._offset + len(text),
                headings=tuple(heading for _, heading in self._open) + below,
                number=number,
                page=page,
                level=block.level if block.kind in _LEVELLED else None,
                table=table,
                cells=cells,
                ticked=block.ticked,
                counted=block.counted if number is not None else None,
                inside=block.inside if number is not None else None,
            )
        )
        self._offset += len(text) + len(PARAGRAPH_BREAK)


def _label(row: Row) -> tuple[str, ...]:
    return (clean_line(row.cells[0]),)


def _number(block: Block) -> str | None:
    """The number written at the head of a block's text."""
    if block.kind is Kind.FURNITURE:
        return None
    number = parse_marker(block.text).number
    if number is None and block.kind is Kind.HEADING:
        number = item_number(block.text)
    return number or (block.counted.number if block.counted else None)


def _table_text(rows: Sequence[Row], part: range) -> tuple[str, tuple[Cell, ...]]:
    """The text of some rows of a table (cells by tabs, rows by lines) and where each cell is."""
    lines: list[str] = []
    cells: list[Cell] = []
    offset = 0
    for index in part:
        row = rows[index]
        texts = [clean(cell) for cell in row.cells]
        cells.extend(_cells(texts, index, offset, row.header))
        lines.append("\t".join(texts).replace("\n", " "))
        offset += len(lines[-1]) + 1
    return "\n".join(lines), tuple(cells)


def _cells(texts: Sequence[str], row: int, offset: int, header: bool) -> Iterator[Cell]:
    for column, text in enumerate(texts):
        breaks = tuple(offset + at for at, letter in enumerate(text) if letter == "\n")
        yield Cell(row, column, offset, offset + len(text), header, breaks)
        offset += len(text) + 1
