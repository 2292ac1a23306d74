"""Word documents to blocks, by python-docx: styles, automatic numbers, tables."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import XmlchemyError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError, _Element

from kg.errors import ReadError
from kg.model import Kind
from kg.reading.blocks import Block, Reading, Row
from kg.reading.breaks import whole_sentences
from kg.reading.markers import parse_marker
from kg.reading.naming import shown
from kg.reading.office.docx_lists import Lists
from kg.reading.office.docx_styles import Styles
from kg.reading.office.runs import all_bold, lead_of
from kg.reading.office.zipped import require_sound_zip
from kg.reading.tables.cells import cell_text

_BROKEN = (
    *(OpcError, XmlchemyError, XMLSyntaxError),
    *(LookupError, ValueError, AttributeError, TypeError),
)
"""What python-docx raises for a part that is missing or is none of its kind."""
_SKIPPED = {qn(tag) for tag in ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText")}
_TAB = 6
"""How many letters wide a tab is."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = qn("w:txbxContent")
_WRAPPERS = {qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins")}
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}


def read_docx(data: bytes, name: str) -> Reading:
    """The blocks of a Word document (.docx); deleted words of tracked changes are left out."""
    require_sound_zip(data, name, "word/document.xml", "Word document")
    try:
        opened = _Opened.of(docx.Document(io.BytesIO(data)))
    except _BROKEN as error:
        raise ReadError(
            f"{shown(name)} is a damaged Word document; open and save it again"
        ) from error
    walk = _Walk(opened.styles, opened.lists)
    blocks = (*walk.blocks(opened.body), *walk.margins(opened.margins))
    return Reading(blocks, "docx/16", title=opened.title)


@dataclass(frozen=True, slots=True)
class _Opened:
    """The parts of a document, as python-docx has found them."""

    body: Sequence[_Element]
    styles: Styles
    lists: Lists
    margins: Sequence[_Element]
    title: str | None

    @classmethod
    def of(cls, document: WordDocument) -> "_Opened":
        """The parts of a document; one that has not all of them raises an error of the library."""
        return cls(
            body=tuple(document.element.body),
            styles=Styles(document),
            lists=Lists(document),
            margins=tuple(part for lower in (False, True) for part in _margins(document, lower)),
            title=document.core_properties.title or None,
        )


@dataclass
class _Walk:
    """A walk over the body of a document with its styles and list counters."""

    styles: Styles
    lists: Lists

    def blocks(self, parent: Iterable[_Element]) -> Iterator[Block]:
        """The blocks of the children of a body, cell or text box."""
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield Block(Kind.TABLE, rows=tuple(self._rows(child)))
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child)

    def margins(self, parts: Iterable[_Element]) -> Iterator[Block]:
        """What stands in the upper and lower margins of the pages, each text once."""
        blocks = (block for part in parts for block in self.blocks(part))
        texts = (cell for block in blocks for cell in (block.text, *_cells(block)))
        for text in dict.fromkeys(filter(None, texts)):
            yield Block(Kind.FURNITURE, text)

    def _paragraph(self, paragraph: _Element) -> Iterator[Block]:
        written = "".join(_words(paragraph))
        text = whole_sentences(written.strip())
        style = self.styles.of(paragraph)
        if text:
            item = self.lists.item(paragraph, style)
            label = item.label if item and not parse_marker(text).number else ""
            block = self._block(f"{label} " if label else "", text, paragraph, item is not None)
            margin = self.styles.indent(paragraph) + _blanks(written)
            yield block if item or block.level else replace(block, margin=margin)
        for box in paragraph.iter(_TEXT_BOX):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                yield from self.blocks(box)

    def _block(self, label: str, words: str, paragraph: _Element, is_item: bool) -> Block:
        """A paragraph's block; ``label`` is the number or bullet that its list gives it."""
        text = label + words
        level = self.styles.heading_level(paragraph)
        if level is not None:
            return Block(Kind.HEADING, text, level=level)
        depth = self.lists.depth(paragraph, self.styles.of(paragraph)) if is_item else None
        kind = Kind.LIST_ITEM if is_item else Kind.TEXT
        runs = self.styles.runs(paragraph)
        strong = all_bold(runs)
        look = self.styles.look(paragraph) if strong else ""
        lead = "" if strong else lead_of(runs)
        lead = lead and label + lead
        return Block(kind, text, level=depth, strong=strong, look=look, lead=lead)

    def _rows(self, table: _Element) -> Iterator[Row]:
        for row in _inside(table, qn("w:tr")):
            cells: list[str] = []
            for cell in _inside(row, qn("w:tc")):
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                cells.append("" if _is_covered(cell) else cell_text(self.blocks(cell)))
                cells += [""] * (_whole(span, 1) - 1)
            header = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            if cells:
                yield Row(tuple(cells), header=header)


def _margins(document: WordDocument, lower: bool) -> Iterator[_Element]:
    """The upper or lower margins that the sections of a document have of their own."""
    for section in document.sections:
        first = section.first_page_footer if lower else section.first_page_header
        every = section.footer if lower else section.header
        for margin in (*[first] * section.different_first_page_header_footer, every):
            if not margin.is_linked_to_previous:
                yield margin.part.element


def _blanks(words: str) -> int:
    """How many blanks stand before some words; a tab is as wide as several."""
    before = words[: len(words) - len(words.lstrip())]
    return len(before) + (_TAB - 1) * before.count("\t")


def _cells(block: Block) -> Iterator[str]:
    return (cell.strip() for row in block.rows for cell in row.cells)


def _words(element: _Element) -> Iterator[str]:
    """The words of a paragraph as they stand when all changes are accepted."""
    for child in element:
        if child.tag in _SKIPPED or child.tag in (_FALLBACK, _TEXT_BOX):
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _words(child)


def _inside(parent: _Element, tag: str) -> Iterator[_Element]:
    """The children of a kind, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _is_covered(cell: _Element) -> bool:
    """Whether a cell is the lower part of one that reaches down from above."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val")) != "restart"


def _whole(element: _Element | None, default: int) -> int:
    value = element.get(qn("w:val")) if element is not None else None
    return int(value) if value and re.fullmatch(r"\d{1,3}", value) else default
