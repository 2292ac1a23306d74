"""The layout of one PDF page: its running lines, paragraphs, tables, columns and boxes."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.headings.series import counted_lines
from kg.reading.hyphens import Mender
from kg.reading.pdf.columns import column_rows, column_runs, one_by_one
from kg.reading.pdf.headed import headed_tables
from kg.reading.pdf.lines import Line, Word, gather, line_text, make_line, top_of
from kg.reading.pdf.paragraphs import Passage, passages
from kg.reading.pdf.sheets import Sheet
from kg.reading.pdf.tables import Box, RuledTable, is_inside, read_table
from kg.reading.running import EDGE, alike, hardly_again, on_pages, opening_titles
from kg.reading.text.inline import is_capitals

_LETTERHEAD_LINES = 12
"""How many lines a head or foot may have that all pages bear."""
_FEWEST_PAGES = 3
_SAME_HEIGHT = 12.0
_MOST_PAGES = 0.75
_MARGIN = 0.08
_LARGE = 1.12
_SMALL = 0.85
_BULLET_REACH = 30.0
_LETTER = 0.5
"""How wide a letter is, as a share of its size."""
_PADDING = 4.0

Placed = tuple[float, Block | RuledTable]
"""Something on a page, with its distance from the top."""


@dataclass(frozen=True)
class Style:
    """What is usual in a document: the right edge of its text, its font size, its running
    lines (digits made alike), the titles that pages open with, how it breaks words, and which
    loose lines of which pages open with a number that runs on from others of its page, as that
    of a page does not.
    """

    right: float
    size: float
    running: frozenset[str]
    opening: frozenset[str]
    mender: Mender
    items: frozenset[tuple[int, int]]


def usual_style(sheets: Sequence[Sheet], lines: Mapping[int, Sequence[Line]]) -> Style:
    """The style of a document; ``lines`` holds the loose lines of each page by its number.

    The right edge is that of the longest lines, or as far from the edge of
    the page as the text begins on the left.
    """
    rights = [line.x1 for found in lines.values() for line in found]
    mirrored = [sheet.width - line.x0 for sheet in sheets for line in lines[sheet.number]]
    pages = list(lines.values())
    sizes: Counter[float] = Counter()
    for line in (line for found in lines.values() for line in found):
        sizes[line.size] += len(line.text)
    return Style(
        right=max(_at(rights, 0.95), _at(mirrored, 0.9)),
        size=sizes.most_common(1)[0][0] if sizes else 0.0,
        running=_running(pages),
        opening=opening_titles([[line.text for line in page] for page in pages]),
        mender=Mender([line_text(line) for s in sheets for line in gather(s.words)]),
        items=_items(lines),
    )


def _items(lines: Mapping[int, Sequence[Line]]) -> frozenset[tuple[int, int]]:
    """The pages and places of the lines that open with numbers of items."""
    places = [(page, at) for page, found in lines.items() for at in range(len(found))]
    counted = counted_lines([line.text for found in lines.values() for line in found])
    series: dict[str, list[tuple[int, int]]] = {}
    for at, one in counted.items():
        series.setdefault(one.series, []).append(places[at])
    return frozenset(
        place
        for run in series.values()
        if len({page for page, _ in run}) < len(run)
        for place in run
    )


def _at(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lies; 0 of none."""
    return sorted(values)[int(share * (len(values) - 1))] if values else 0.0


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The lines at the edges of pages that many pages share, digits made alike.

    A letterhead of more lines is one where nearly all pages of several have it, each line at
    one height. A bold line is one only when every page has it: it may be a title said again.
    One that stands on the pages several times more is said there: "Carried."
    """
    texts = [[line.text for line in lines] for lines in pages]
    bold = {alike(line.text) for lines in pages for line in lines if line.strong}
    half, every = max(2, (len(pages) + 1) // 2), max(2, len(pages))
    most = max(_FEWEST_PAGES, math.ceil(_MOST_PAGES * len(pages)))
    letterhead = {
        text
        for text, count in on_pages(texts, _LETTERHEAD_LINES).items()
        if count >= most and text not in bold and _is_at_one_height(text, pages)
    }
    running = letterhead | {
        text
        for text, count in on_pages(texts, EDGE).items()
        if count >= (every if text in bold else half)
    }
    return hardly_again(running, texts)


def _is_at_one_height(text: str, pages: Sequence[Sequence[Line]]) -> bool:
    """Whether a line that many pages bear stands as high on most of them."""
    heights = sorted(line.top for lines in pages for line in lines if alike(line.text) == text)
    middle = heights[len(heights) // 2]
    near = sum(abs(height - middle) <= _SAME_HEIGHT for height in heights)
    return 2 * near > len(heights)


def page_items(
    sheet: Sheet, style: Style, notes: Sequence[Placed] = (), above: RuledTable | None = None
) -> list[Block | RuledTable]:
    """The paragraphs, tables and running lines of a page from top to bottom.

    Each of ``notes`` comes after the paragraph that it stands beside; ``above`` is the table
    that the page before ends with.
    """
    placed: list[Placed] = []
    body: list[list[Word]] = []
    loose = sheet.loose_lines
    lines = [make_line(words) for words in loose]
    shared = [alike(line.text) in style.running for line in lines]
    opens = bool(lines) and lines[0].text in style.opening
    shared[:1] = [same or opens for same in shared[:1]]
    first, last = _edges(shared)
    of_tables = {at for start, end, _ in headed_tables(loose) for at in range(start, end)}
    for index, (words, line, running) in enumerate(zip(loose, lines, shared, strict=True)):
        counted = (sheet.number, index) in style.items and not (opens and index == 0)
        kept = index in of_tables or counted
        at_edge = (index < first or index >= last) and not kept
        if at_edge and (running or _is_folio(line, sheet) or _is_small_print(line, sheet, style)):
            placed.append((line.top, Block(Kind.FURNITURE, line.text, page=sheet.number)))
        else:
            body.append(words)
    bounds = [*(table.bbox[1] for table in sheet.tables), *(box[1] for box in sheet.boxes)]
    for at, group in enumerate(_between(body, bounds)):
        placed.extend(_loose_text(group, sheet, style, None if at else above))
    placed.extend(_ruled(sheet, style))
    placed.extend(notes)
    return [item for _, item in sorted(placed, key=lambda pair: pair[0])]


def _edges(shared: Sequence[bool]) -> tuple[int, int]:
    """Where the head of a page ends and its foot begins: a few lines, or all that pages share."""
    head = next((at for at, same in enumerate(shared) if not same), len(shared))
    foot = next((at for at, same in enumerate(reversed(shared)) if not same), len(shared))
    return max(head, EDGE), len(shared) - max(foot, EDGE)


def _is_folio(line: Line, sheet: Sheet) -> bool:
    """Whether a line in the margin above or below the text bears the number of the page."""
    words = line.text.split()
    return _in_margin(line, sheet) and str(sheet.number) in (words[0], words[-1])


def _is_small_print(line: Line, sheet: Sheet, style: Style) -> bool:
    """Whether a line in the margin is set smaller than the text."""
    return _in_margin(line, sheet) and line.size <= _SMALL * style.size


def _in_margin(line: Line, sheet: Sheet) -> bool:
    margin = _MARGIN * sheet.height
    return line.bottom < margin or line.top > sheet.height - margin


def _between(lines: Sequence[list[Word]], bounds: Sequence[float]) -> list[list[list[Word]]]:
    """The lines in groups parted by the tops of tables."""
    groups: list[list[list[Word]]] = [[] for _ in range(len(bounds) + 1)]
    for words in lines:
        top = top_of(words)
        groups[sum(bound <= top for bound in bounds)].append(words)
    return [group for group in groups if group]


def _ruled(sheet: Sheet, style: Style) -> Iterator[Placed]:
    """The tables of a page, and the paragraphs in its ruled boxes."""
    boxes = list(sheet.boxes)
    for table in sheet.tables:
        read = read_table(table, sheet.words, sheet.number, style.mender)
        if len(read.columns) > 1:
            yield table.bbox[1], read
        else:
            boxes.append(table.bbox)
    for box in boxes:
        inside = gather(word for word in sheet.words if is_inside(word, box))
        for top, block in _paragraphs(inside, sheet, replace(style, right=box[2] - _PADDING)):
            yield top, replace(block, boxed=True)


def _loose_text(
    lines: Sequence[list[Word]], sheet: Sheet, style: Style, above: RuledTable | None
) -> Iterator[Placed]:
    """The paragraphs and tables of loose lines."""
    position = 0
    for start, end, table in headed_tables(lines, above):
        yield from _in_columns(lines[position:start], sheet, style)
        yield top_of(lines[start]), table.read(sheet.number, style.mender)
        position = end
    yield from _in_columns(lines[position:], sheet, style)


def _in_columns(lines: Sequence[list[Word]], sheet: Sheet, style: Style) -> Iterator[Placed]:
    """The paragraphs of lines; those in two columns as a table, or column by column."""
    position = 0
    for start, end, edge in column_runs(lines):
        yield from _paragraphs(lines[position:start], sheet, style)
        top = top_of(lines[start])
        rows = column_rows(lines[start:end], edge, sheet.number)
        if rows:
            yield top, Block(Kind.TABLE, rows=rows, page=sheet.number)
        else:
            placed = _paragraphs(one_by_one(lines[start:end], edge), sheet, style)
            yield from ((top + index / 1000, block) for index, (_, block) in enumerate(placed))
        position = end
    yield from _paragraphs(lines[position:], sheet, style)


def _paragraphs(
    lines: Sequence[list[Word]], sheet: Sheet, style: Style
) -> Iterator[tuple[float, Block]]:
    made = [_with_bullet(make_line(words, sheet.rules), sheet.bullets) for words in lines]
    for passage in passages(made, style.right, style.mender):
        yield passage.lines[0].top, _block(passage, sheet.number, style)


def _with_bullet(line: Line, bullets: Sequence[Box]) -> Line:
    """The line with a bullet before it where one is drawn to its left."""
    middle = (line.top + line.bottom) / 2
    drawn = any(
        box[1] <= middle <= box[3] and line.x0 - _BULLET_REACH < box[0] and box[2] <= line.x0 + 1
        for box in bullets
    )
    return replace(line, text=f"\u2022 {line.text}") if drawn else line


def _block(passage: Passage, page: int, style: Style) -> Block:
    """A paragraph; set in bold, underlined or large throughout it may be a heading."""
    lines = passage.lines
    large = all(line.size >= _LARGE * style.size for line in lines)
    ruled = all(line.strong or line.underlined for line in lines)
    capitals = is_capitals(passage.text)
    margin = lines[0].x0 / (_LETTER * style.size)
    if not (ruled or large or capitals):
        return Block(Kind.TEXT, passage.text, page=page, lead=passage.lead, margin=margin)
    bold = all(line.strong for line in lines)
    underlined = all(line.underlined for line in lines)
    look = f"{lines[0].size:.0f}pt {bold:d}{underlined:d}{capitals:d}"
    return Block(Kind.TEXT, passage.text, page=page, strong=True, look=look, margin=margin)
