"""PDF to blocks by pdfplumber: lines, paragraphs, ruled tables, running lines."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.table import Table

from kg.errors import ReadError
from kg.model import Kind
from kg.reading.blocks import Block, Headings, Reading
from kg.reading.hyphens import Mender
from kg.reading.inline import is_capitals
from kg.reading.naming import shown
from kg.reading.pdf_columns import column_rows, column_runs, one_by_one
from kg.reading.pdf_errors import reading_pdf
from kg.reading.pdf_lines import Line, Passage, Word, gather, make_line, passages
from kg.reading.pdf_tables import (
    Box,
    RuledTable,
    continues,
    find_ruled,
    is_inside,
    joined,
    read_table,
)

_EDGE_LINES = 3
_LEAST_TEXT = 16
_LARGE = 1.12
_SHADOW = 1.5
_LARGEST_BULLET = 15.0
_BULLET_REACH = 30.0
_END_MARK = b"%%EOF"
_TAIL = 2048


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What was taken from one page: its words, tables, boxes of one cell, thin rules."""

    number: int
    width: float
    words: tuple[Word, ...]
    tables: tuple[Table, ...]
    boxes: tuple[Box, ...]
    bullets: tuple[Box, ...]
    rules: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class _Style:
    """What is usual in the document: the right edge of its text, its font size."""

    right: float
    size: float


def read_pdf(data: bytes, name: str) -> Reading:
    """The blocks of a PDF.

    Raises ReadError for a file that is cut short, corrupt, locked by a
    password, or holds pictures of pages instead of text.
    """
    _require_whole(data, name)
    with reading_pdf(name), pdfplumber.open(io.BytesIO(data)) as pdf:
        sheets = [_sheet(page) for page in pdf.pages]
        title = str(pdf.metadata.get("Title") or "")
    if sum(len(word["text"]) for sheet in sheets for word in sheet.words) < _LEAST_TEXT:
        raise ReadError(f"{shown(name)} holds no text, only pictures of pages; have it OCRed first")
    blocks = tuple(_blocks(sheets))
    look = Headings.SHOWN if any(block.strong for block in blocks) else Headings.GUESSED
    title = _real_title(title)
    return Reading(blocks, "pdf/1", look, broken=True, title=title, pages=len(sheets))


def _require_whole(data: bytes, name: str) -> None:
    if _END_MARK not in data[-_TAIL:] and b"startxref" not in data[-_TAIL:]:
        raise ReadError(f"{shown(name)} is cut short (no end of PDF); fetch it again")


def _real_title(title: str) -> str | None:
    """The title in the metadata, unless it is the name of a file or program."""
    made = re.search(r"\.(docx?|pdf|xlsx?|pptx?|odt|indd)\b|^microsoft|untitled", title, re.I)
    return None if made or len(title.split()) < 3 else title


def _sheet(page: Page) -> _Sheet:
    upright = page.filter(lambda item: item.get("upright", True))
    words = upright.extract_words(
        x_tolerance_ratio=0.15, extra_attrs=["fontname", "size"], keep_blank_chars=False
    )
    ruled = [r for r in (*page.rects, *page.lines) if abs(r["bottom"] - r["top"]) < 2.5]
    rules = tuple((r["x0"], r["x1"], (r["top"] + r["bottom"]) / 2) for r in ruled)
    tables, boxes = find_ruled(page)
    bullets = tuple(_box(item) for item in (*page.images, *page.curves) if _is_bullet(item))
    sheet = _Sheet(
        page.page_number, float(page.width), _distinct(words), tuple(tables), tuple(boxes), bullets, rules
    )
    page.close()
    return sheet


def _distinct(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without those printed twice at one place to look bold or shaded."""
    kept: dict[tuple[str, int, int], Word] = {}
    for word in words:
        x, y = round(word["x0"] / _SHADOW), round(word["top"] / _SHADOW)
        near = ((word["text"], x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        if not any(place in kept for place in near):
            kept[(word["text"], x, y)] = word
    return tuple(kept.values())


def _box(item: dict[str, Any]) -> Box:
    return item["x0"], item["top"], item["x1"], item["bottom"]


def _is_bullet(item: dict[str, Any]) -> bool:
    """Whether a picture or curve is as small as a drawn bullet."""
    return 1.5 < item["width"] < _LARGEST_BULLET and 1.5 < item["height"] < _LARGEST_BULLET


def _blocks(sheets: Sequence[_Sheet]) -> Iterator[Block]:
    loose = {sheet.number: _loose_lines(sheet) for sheet in sheets}
    lines = {number: [make_line(words) for words in found] for number, found in loose.items()}
    running = _running(list(lines.values()))
    style = _style(lines, {sheet.number: sheet.width for sheet in sheets})
    mender = Mender(word["text"] for sheet in sheets for word in sheet.words)
    open_table: RuledTable | None = None
    for sheet in sheets:
        items = list(_page_items(sheet, loose[sheet.number], running, style, mender))
        for item in items:
            if isinstance(item, RuledTable):
                if open_table and continues(open_table, item):
                    item = joined(open_table, item)
                elif open_table:
                    yield _table_block(open_table)
                open_table = item
            elif item.kind is Kind.FURNITURE:
                yield item
            else:
                if open_table:
                    yield _table_block(open_table)
                    open_table = None
                yield item
    if open_table:
        yield _table_block(open_table)


def _table_block(table: RuledTable) -> Block:
    return Block(Kind.TABLE, rows=table.rows, page=table.rows[0].page)


def _loose_lines(sheet: _Sheet) -> list[list[Word]]:
    """The lines of a page outside its tables and boxes, words by lines."""
    boxes = [*(table.bbox for table in sheet.tables), *sheet.boxes]
    return gather(w for w in sheet.words if not any(is_inside(w, box) for box in boxes))


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The lines at the edges of pages that many pages share, digits made alike.

    A bold line is one only when every page has it: it may be a title said again.
    """
    counts: Counter[str] = Counter()
    bold: set[str] = set()
    for lines in pages:
        edges = [*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]
        counts.update({_alike(line.text) for line in edges})
        bold.update(_alike(line.text) for line in edges if line.strong)
    half, every = max(2, (len(pages) + 1) // 2), max(2, len(pages))
    return frozenset(
        text for text, count in counts.items() if count >= (every if text in bold else half)
    )


def _alike(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _style(lines: Mapping[int, Sequence[Line]], widths: Mapping[int, float]) -> _Style:
    """The usual right edge and font size of the lines of a document.

    The right edge is that of the longest lines, or as far from the edge of
    the page as the text begins on the left.
    """
    rights: list[float] = []
    mirrored: list[float] = []
    sizes: Counter[float] = Counter()
    for number, found in lines.items():
        for line in found:
            rights.append(line.x1)
            mirrored.append(widths[number] - line.x0)
            sizes[line.size] += len(line.text)
    if not rights:
        return _Style(0.0, 0.0)
    right = max(_at(rights, 0.95), _at(mirrored, 0.9))
    return _Style(right, sizes.most_common(1)[0][0])


def _at(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lies."""
    return sorted(values)[int(share * (len(values) - 1))]


def _page_items(
    sheet: _Sheet,
    loose: Sequence[Sequence[Word]],
    running: frozenset[str],
    style: _Style,
    mender: Mender,
) -> Iterator[Block | RuledTable]:
    """The paragraphs, tables and running lines of a page from top to bottom."""
    body: list[Sequence[Word]] = []
    placed: list[tuple[float, Block | RuledTable]] = []
    for index, words in enumerate(loose):
        line = make_line(words)
        at_edge = index < _EDGE_LINES or index >= len(loose) - _EDGE_LINES
        if at_edge and _alike(line.text) in running:
            placed.append((line.top, Block(Kind.FURNITURE, line.text, page=sheet.number)))
        else:
            body.append(words)
    for table in sheet.tables:
        read = read_table(table, sheet.words, sheet.number, mender)
        if len(read.columns) > 1:
            placed.append((table.bbox[1], read))
        else:
            placed.extend(_boxed(table.bbox, sheet, style, mender))
    for box in sheet.boxes:
        placed.extend(_boxed(box, sheet, style, mender))
    bounds = sorted([*(table.bbox[1] for table in sheet.tables), *(box[1] for box in sheet.boxes)])
    for group in _between(body, bounds):
        placed.extend(_placed_text(group, sheet, style, mender))
    yield from (item for _, item in sorted(placed, key=lambda pair: pair[0]))


def _between(lines: Sequence[Sequence[Word]], bounds: Sequence[float]) -> list[list[Sequence[Word]]]:
    """The lines in groups parted by the tops of tables."""
    groups: list[list[Sequence[Word]]] = [[] for _ in range(len(bounds) + 1)]
    for words in lines:
        top = min(word["top"] for word in words)
        groups[sum(bound <= top for bound in bounds)].append(words)
    return [group for group in groups if group]


def _boxed(
    box: Box, sheet: _Sheet, style: _Style, mender: Mender
) -> Iterator[tuple[float, Block]]:
    """The paragraphs inside a ruled box, each with its top."""
    inside = gather(word for word in sheet.words if is_inside(word, box))
    for top, block in _paragraphs(inside, sheet, replace(style, right=box[2] - 4), mender):
        yield top, replace(block, boxed=True)


def _placed_text(
    lines: Sequence[Sequence[Word]], sheet: _Sheet, style: _Style, mender: Mender
) -> Iterator[tuple[float, Block | RuledTable]]:
    position = 0
    for start, end, edge in column_runs(lines):
        yield from _paragraphs(lines[position:start], sheet, style, mender)
        rows = column_rows(lines[start:end], edge, sheet.number)
        if rows:
            top = min(word["top"] for word in lines[start])
            yield top, Block(Kind.TABLE, rows=rows, page=sheet.number)
        else:
            top = min(word["top"] for word in lines[start])
            columns = one_by_one(lines[start:end], edge)
            placed = _paragraphs(columns, sheet, style, mender)
            yield from ((top + index / 1000, block) for index, (_, block) in enumerate(placed))
        position = end
    yield from _paragraphs(lines[position:], sheet, style, mender)


def _paragraphs(
    lines: Sequence[Sequence[Word]], sheet: _Sheet, style: _Style, mender: Mender
) -> Iterator[tuple[float, Block]]:
    made = [_with_bullet(make_line(words, sheet.rules), sheet.bullets) for words in lines]
    for passage in passages(made, style.right, mender):
        yield passage.lines[0].top, _block(passage, sheet.number, style)


def _with_bullet(line: Line, bullets: Sequence[Box]) -> Line:
    """The line with a bullet before it where one is drawn to its left."""
    middle = (line.top + line.bottom) / 2
    drawn = any(
        box[1] <= middle <= box[3] and line.x0 - _BULLET_REACH < box[0] and box[2] <= line.x0 + 1
        for box in bullets
    )
    return replace(line, text=f"\u2022 {line.text}") if drawn else line


def _block(passage: Passage, page: int, style: _Style) -> Block:
    """A paragraph; set in bold, underlined or large throughout it may be a heading."""
    lines = passage.lines
    strong = all(line.strong or line.underlined for line in lines) or is_capitals(passage.text)
    large = all(line.size >= _LARGE * style.size for line in lines)
    minor = not large and all(line.underlined and not line.strong for line in lines)
    return Block(
        Kind.TEXT, passage.text, page=page, strong=strong or large, level=3 if minor else None
    )
