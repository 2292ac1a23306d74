"""Make the PDF and DOCX papers of the sample from their sources.

A source is Markdown with a few lines of front matter: ``file`` (the name of
the paper, whose suffix says the format), ``title``, ``header`` and ``footer``
(printed on every page; ``{page}`` stands for the number of the page). A
thematic break (``***``) starts a new page. The bytes are the same on every
run: dates are fixed, and the pages of a PDF are not compressed. (The parts of a
DOCX are; the parts are the same, their compressed form may vary with zlib.)

Run ``python -m data.build_sample`` after changing a source.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph as DocxParagraph
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    LongTable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    TableStyle,
)

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
SAMPLE = HERE / "sample"
MADE_ON = datetime(2024, 1, 1)
"""The date written into every file, so that its bytes do not change."""
ZIP_DATE = (2024, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one typeface."""

    text: str
    bold: bool = False


Line = tuple[Run, ...]
Row = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` counts from 1."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list; ``start`` is the first number, or None for bullets."""

    start: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first row is the head unless all its cells are empty."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a new page."""


Block = Heading | Words | Items | Grid | NewPage


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to be made: its front matter and its blocks."""

    file: str
    title: str
    header: str
    footer: str
    blocks: tuple[Block, ...]


def read_source(path: Path) -> Paper:
    """The paper that the source at ``path`` describes."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = dict(row.split(": ", 1) for row in front.strip().splitlines())
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(body))
    blocks = tuple(chain.from_iterable(map(_blocks, tree.children)))
    return Paper(
        file=fields["file"],
        title=fields["title"],
        header=fields["header"],
        footer=fields["footer"],
        blocks=blocks,
    )


def _blocks(node: SyntaxTreeNode) -> Iterator[Block]:
    if node.type == "hr":
        yield NewPage()
    elif node.type == "heading":
        yield Heading(int(node.tag[1:]), _line(node))
    elif node.type == "paragraph":
        yield from map(Words, _lines(node))
    elif node.type in ("bullet_list", "ordered_list"):
        start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        yield Items(start, tuple(_line(item.children[0]) for item in node.children))
    elif node.type == "table":
        rows = [row for part in node.children for row in part.children]
        cells = tuple(tuple(_cell(cell) for cell in row.children) for row in rows)
        yield Grid(cells if any(cells[0]) else cells[1:])
    else:
        raise ValueError(f"a source may not hold a {node.type}")


def _lines(node: SyntaxTreeNode) -> list[Line]:
    """The runs of a paragraph or cell, split where the source breaks the line by hand."""
    lines: list[list[Run]] = [[]]
    for inline in node.children[0].children if node.children else []:
        if inline.type == "hardbreak":
            lines.append([])
        elif inline.type == "strong":
            lines[-1].append(Run("".join(child.content for child in inline.children), bold=True))
        else:
            lines[-1].append(Run(" " if inline.type == "softbreak" else inline.content))
    return [tuple(run for run in line if run.text) for line in lines]


def _line(node: SyntaxTreeNode) -> Line:
    (line,) = _lines(node)
    return line


def _cell(node: SyntaxTreeNode) -> Line:
    """The runs of a cell; those of a head row are bold."""
    line = _line(node)
    return tuple(Run(run.text, bold=True) for run in line) if node.type == "th" else line


def make_pdf(paper: Paper) -> bytes:
    """The bytes of a PDF, a page at a time from top to bottom."""
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=A4,
        title=paper.title,
        author="Association of River and Coast Councils",
        invariant=1,
        pageCompression=0,
    )

    def furniture(canvas: Canvas, layout: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, A4[1] - 40, paper.header)
        canvas.drawCentredString(A4[0] / 2, 36, paper.footer.format(page=layout.page))

    flowables = [flowable for block in paper.blocks for flowable in _flowables(block)]
    template.build(flowables, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


STYLES = getSampleStyleSheet()
BODY = ParagraphStyle("Body", parent=STYLES["BodyText"], fontSize=10.5, leading=14, spaceAfter=4)
ITEM = ParagraphStyle("Item", parent=BODY, leftIndent=24, bulletIndent=4)
WIDTH = A4[0] - 2 * 72
CELL_PADDING = 14
CELL = ParagraphStyle("Cell", parent=BODY, fontSize=9, leading=12, spaceAfter=2)


def _flowables(block: Block) -> list[Flowable]:
    match block:
        case NewPage():
            return [PageBreak()]
        case Heading(level, line):
            return [Paragraph(_markup(line), STYLES[f"Heading{level}"])]
        case Words(line):
            return [Paragraph(_markup(line), BODY)]
        case Items(start, lines):
            markers = ["•" if start is None else f"{start + i}." for i in range(len(lines))]
            pairs = zip(lines, markers, strict=True)
            return [Paragraph(_markup(line), ITEM, bulletText=marker) for line, marker in pairs]
        case Grid(rows):
            return [Spacer(1, 6), _table(rows), Spacer(1, 6)]


def _markup(line: Line) -> str:
    return "".join(f"<b>{escape(r.text)}</b>" if r.bold else escape(r.text) for r in line)


def _table(rows: tuple[Row, ...]) -> LongTable:
    cells = [[Paragraph(_markup(cell), CELL) for cell in row] for row in rows]
    table = LongTable(cells, colWidths=_widths(rows), repeatRows=1)
    style = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    )
    for number, row in enumerate(rows):
        if _is_group(row):
            style.add("SPAN", (0, number), (-1, number))
    table.setStyle(style)
    return table


def _is_group(row: Row) -> bool:
    """Whether a row is a title that stands over the whole width of its table."""
    return all(run.bold for run in row[0]) and any(row) and not any(row[1:])


def _widths(rows: tuple[Row, ...]) -> list[float]:
    """Widths in points: room for the longest word of a column, the rest by length of text."""
    columns = list(zip(*(row for row in rows if not _is_group(row)), strict=True))
    texts = [["".join(run.text for run in cell) for cell in column] for column in columns]
    words = [[word for text in column for word in text.split()] for column in texts]
    least = [max((stringWidth(w, "Helvetica", 9) for w in column), default=0) for column in words]
    least = [width + CELL_PADDING for width in least]
    longest = [min(max(map(len, column)), 60) for column in texts]
    spare = WIDTH - sum(least)
    return [
        width + spare * length / sum(longest) for width, length in zip(least, longest, strict=True)
    ]


def make_docx(paper: Paper) -> bytes:
    """The bytes of a Word document, with real lists, tables, header and footer."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = paper.title, "Association of River and Coast Councils"
    properties.comments = ""
    properties.created = properties.modified = MADE_ON
    document.styles["Normal"].font.size = Pt(11)
    document.sections[0].header.paragraphs[0].text = paper.header
    document.sections[0].footer.paragraphs[0].text = paper.footer
    for block in paper.blocks:
        _write(document, block)
    out = io.BytesIO()
    document.save(out)
    return _same_zip(out.getvalue())


def _write(document: DocxDocument, block: Block) -> None:
    match block:
        case NewPage():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        case Heading(level, line):
            _fill(document.add_heading(level=level), line)
        case Words(line):
            _fill(document.add_paragraph(), line)
        case Items(start, lines):
            number = None if start is None else _numbering(document, start)
            for line in lines:
                _write_item(document, line, number)
        case Grid(rows):
            table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
            for number, row in enumerate(rows):
                _fill_row(list(table.row_cells(number)), row)


def _fill(paragraph: DocxParagraph, line: Line) -> None:
    for run in line:
        paragraph.add_run(run.text).bold = run.bold or None


def _fill_row(cells: list[Cell], row: Row) -> None:
    if _is_group(row):
        _fill(cells[0].merge(cells[-1]).paragraphs[0], row[0])
        return
    for cell, line in zip(cells, row, strict=True):
        _fill(cell.paragraphs[0], line)


def _write_item(document: DocxDocument, line: Line, number: int | None) -> None:
    style = "List Bullet" if number is None else "List Number"
    paragraph = document.add_paragraph(style=style)
    _fill(paragraph, line)
    if number is not None:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number


def _numbering(document: DocxDocument, start: int) -> int:
    """A new numbered list that counts from ``start``, as Word itself numbers lists."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style).abstractNumId.val
    num = numbering.add_num(abstract)
    override = num.add_lvlOverride(ilvl=0)
    first = OxmlElement("w:startOverride")
    first.set(qn("w:val"), str(start))
    override.append(first)
    return int(num.numId)


def _same_zip(data: bytes) -> bytes:
    """The same archive with fixed dates and in a fixed order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = zipfile.ZipInfo(name, ZIP_DATE)
            new.writestr(part, old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


MAKERS: dict[str, Callable[[Paper], bytes]] = {".pdf": make_pdf, ".docx": make_docx}


def build(source: Path) -> tuple[str, bytes]:
    """The name of the paper made from ``source``, and its bytes."""
    paper = read_source(source)
    return paper.file, MAKERS[Path(paper.file).suffix](paper)


def main() -> None:
    """Write the papers of all sources into the sample."""
    for source in sorted(SOURCES.glob("*.md")):
        name, data = build(source)
        (SAMPLE / name).write_bytes(data)


if __name__ == "__main__":
    main()
