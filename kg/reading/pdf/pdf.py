"""PDF to blocks, by pdfplumber."""

import io
import re
from collections.abc import Iterator, Sequence

import pdfplumber

from kg.errors import ReadError
from kg.model import Kind
from kg.reading.blocks import Block, Reading
from kg.reading.naming import shown
from kg.reading.pdf.embedded_codes import EmbeddedCodes
from kg.reading.pdf.errors import reading_pdf
from kg.reading.pdf.layout import page_items, usual_style
from kg.reading.pdf.lean_page import LeanPage
from kg.reading.pdf.lines import make_line
from kg.reading.pdf.margin import part_margin
from kg.reading.pdf.sheets import Sheet, take_sheet
from kg.reading.pdf.tables import RuledTable, continues, joined

_LEAST_TEXT = 16
_FEWEST_TITLE_WORDS = 3
_END_MARK = b"%%EOF"
_TAIL = 2048
_MADE_UP = re.compile(r"\.(?:docx?|pdf|xlsx?|pptx?|odt|indd)\b|^microsoft|untitled", re.IGNORECASE)


def read_pdf(data: bytes, name: str) -> Reading:
    """The blocks of a PDF.

    Raises ReadError for a file that is cut short, corrupt, locked by a
    password, or holds pictures of pages instead of text.
    """
    if _END_MARK not in data[-_TAIL:] and b"startxref" not in data[-_TAIL:]:
        raise ReadError(f"{shown(name)} is cut short (no end of PDF); fetch it again")
    with reading_pdf(name), pdfplumber.open(io.BytesIO(data)) as pdf:
        pdf.rsrcmgr = EmbeddedCodes()
        sheets = [take_sheet(LeanPage.of(page)) for page in pdf.pages]
        title = _real_title(str(pdf.metadata.get("Title") or ""))
    if sum(len(word["text"]) for sheet in sheets for word in sheet.words) < _LEAST_TEXT:
        raise ReadError(f"{shown(name)} holds no text, only pictures of pages; have it OCRed first")
    blocks = tuple(_over_pages(sheets))
    return Reading(blocks, "pdf/15", broken=True, title=title, pages=len(sheets))


def _real_title(title: str) -> str | None:
    """The title in the metadata, unless it is the name of a file or program."""
    made_up = _MADE_UP.search(title) or len(title.split()) < _FEWEST_TITLE_WORDS
    return None if made_up else title


def _over_pages(sheets: Sequence[Sheet]) -> Iterator[Block]:
    """The blocks of all pages; a table that runs over pages is one."""
    sheets, notes = part_margin(sheets)
    lines = {s.number: [make_line(words) for words in s.loose_lines] for s in sheets}
    style = usual_style(sheets, lines)
    pending: RuledTable | None = None
    for sheet in sheets:
        for item in page_items(sheet, style, notes.get(sheet.number, ()), pending):
            if isinstance(item, Block) and item.kind is Kind.FURNITURE:
                yield item
            elif isinstance(item, RuledTable) and pending and continues(pending, item):
                pending = joined(pending, item)
            else:
                if pending:
                    yield _table(pending)
                pending = item if isinstance(item, RuledTable) else None
                if isinstance(item, Block):
                    yield item
    if pending:
        yield _table(pending)


def _table(table: RuledTable) -> Block:
    return Block(Kind.TABLE, rows=table.rows, page=table.rows[0].page)
