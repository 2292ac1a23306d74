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
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph as DocxParagraph
from fpdf import FPDF, Align, XPos, YPos
from fpdf.fonts import FontFace
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
SAMPLE = HERE / "sample"
MADE_ON = datetime(2024, 1, 1, tzinfo=UTC)
"""The date written into every file, so that its bytes do not change."""
ZIP_DATE = (2024, 1, 1, 0, 0, 0)
AUTHOR = "Association of River and Coast Councils"


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


class Sheets(FPDF):
    """Pages with the header and footer of a paper."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(format="A4")
        self._paper = paper
        self.set_title(paper.title)
        self.set_author(AUTHOR)
        self.set_producer("Minutebook")
        self.set_creation_date(MADE_ON)
        self.set_compression(False)
        self.core_fonts_encoding = "cp1252"
        self.set_margins(25, 25)
        self.set_auto_page_break(True, 25)

    def header(self) -> None:
        """Draw the running header, and go back to the body."""
        self.set_y(12)
        self._small(self._paper.header, Align.L)
        self.set_y(25)

    def footer(self) -> None:
        """Draw the footer."""
        self.set_y(-15)
        self._small(self._paper.footer.format(page=self.page_no()), Align.C)

    def lines(self, text: str, height: float) -> None:
        """Write ``text`` from here to the right margin; ``height`` is that of a line, in mm."""
        self.multi_cell(
            0,
            height,
            text,
            align=Align.L,
            markdown=True,
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )

    def _small(self, text: str, align: Align) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, text, align=align)


def make_pdf(paper: Paper) -> bytes:
    """The bytes of a PDF."""
    sheets = Sheets(paper)
    sheets.add_page()
    for block in paper.blocks:
        _draw(sheets, block)
    return bytes(sheets.output())


def _draw(sheets: Sheets, block: Block) -> None:
    match block:
        case NewPage():
            sheets.add_page()
        case Heading(level, line):
            sheets.set_font("Helvetica", "B", size=19 - 2.5 * level)
            sheets.ln(2)
            sheets.lines(_markup(line), 7)
            sheets.ln(1)
        case Words(line):
            _draw_words(sheets, line)
        case Items(start, lines):
            for number, line in enumerate(lines, start or 0):
                sheets.set_font("Helvetica", size=10.5)
                sheets.cell(8, 5, "•" if start is None else f"{number}.")
                _draw_words(sheets, line)
        case Grid(rows):
            _draw_table(sheets, rows)


def _draw_words(sheets: Sheets, line: Line) -> None:
    sheets.set_font("Helvetica", size=10.5)
    sheets.lines(_markup(line), 5)
    sheets.ln(1.5)


def _markup(line: Line) -> str:
    return "".join(f"**{run.text}**" if run.bold else run.text for run in line)


def _draw_table(sheets: Sheets, rows: tuple[Row, ...]) -> None:
    """A table with lines, whose head (a row of bold cells) comes again on every page."""
    sheets.set_font("Helvetica", size=9)
    with sheets.table(
        col_widths=_widths(sheets, rows),
        first_row_as_headings=all(run.bold for cell in rows[0] for run in cell),
        headings_style=FontFace(),
        line_height=4.5,
        markdown=True,
        padding=0.8,
        text_align="LEFT",
        v_align="TOP",
    ) as table:
        for row in rows:
            drawn = table.row()
            if _is_group(row):
                drawn.cell(_markup(row[0]), colspan=len(row))
            else:
                for cell in row:
                    drawn.cell(_markup(cell))
    sheets.ln(3)


def _is_group(row: Row) -> bool:
    """Whether a row is a title that stands over the whole width of its table."""
    return all(run.bold for run in row[0]) and any(row) and not any(row[1:])


def _widths(sheets: Sheets, rows: tuple[Row, ...]) -> tuple[float, ...]:
    """Widths in mm: room for the longest word of a column, the rest by length of text."""
    columns = zip(*(row for row in rows if not _is_group(row)), strict=True)
    texts = [["".join(run.text for run in cell) for cell in column] for column in columns]
    words = [{word for text in column for word in text.split()} for column in texts]
    least = [max(map(sheets.get_string_width, column), default=0.0) + 6 for column in words]
    longest = [min(max(map(len, column)), 60) for column in texts]
    spare = sheets.epw - sum(least)
    return tuple(
        width + spare * length / sum(longest) for width, length in zip(least, longest, strict=True)
    )


def make_docx(paper: Paper) -> bytes:
    """The bytes of a Word document, with real lists, tables, header and footer."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = paper.title, AUTHOR
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
