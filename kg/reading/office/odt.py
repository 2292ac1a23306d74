"""OpenDocument text to blocks, by odfdo: headings, numbered lists, tables."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import XMLSyntaxError
from odfdo import Document as OdfDocument
from odfdo import Element, SecurityError

from kg.errors import ReadError
from kg.model import Kind
from kg.reading.blocks import Block, Reading, Row
from kg.reading.breaks import whole_sentences
from kg.reading.markers import parse_marker
from kg.reading.naming import shown
from kg.reading.office.attributes import whole
from kg.reading.office.odt_styles import Styles, elements
from kg.reading.office.runs import all_bold, lead_of
from kg.reading.office.zipped import require_sound_zip
from kg.reading.tables.cells import cell_text

_BROKEN = (XMLSyntaxError, KeyError, ValueError, TypeError, AttributeError, SecurityError)
"""What odfdo raises for a part that is missing, is none of its kind or is beyond its limits."""
_PARTS = frozenset({"mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml"})
_MARGINS = ("//style:master-page/style:header//text:p", "//style:master-page/style:footer//text:p")
_SECTIONS = {"text:section", "office:text", "text:index-body", "text:numbered-paragraph"}
_SKIPPED = {
    "text:tracked-changes",
    "text:sequence-decls",
    "office:forms",
    "office:annotation",
    "office:annotation-end",
    "text:note-citation",
    "text:table-of-content",
    "svg:title",
    "svg:desc",
}
_SIGNS = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
_ROWS = (
    "table:table-row|table:table-rows/table:table-row|table:table-header-rows/table:table-row"
    "|table:table-row-group//table:table-row"
)
_MOST_REPEATED = 100
_DEEPEST = 6


def read_odt(data: bytes, name: str) -> Reading:
    """The blocks of an OpenDocument text (.odt); deleted words of changes are left out."""
    require_sound_zip(data, name, "content.xml", "OpenDocument text")
    try:
        document = OdfDocument(_unpacked(data))
        _leave_out_comments(document)
        styles, body = Styles(document), document.body
        lines = [line for path in _MARGINS for line in elements(document.styles.root, path)]
    except _BROKEN as error:
        raise ReadError(
            f"{shown(name)} is a damaged OpenDocument text; open and save it again"
        ) from error
    return Reading((*_Walk(styles).blocks(body), *_margins(lines)), "odt/15")


def _unpacked(data: bytes) -> io.BytesIO:
    """The parts that are read, as they are when unpacked.

    How far they expand has been checked for the whole file; odfdo would refuse one for a picture.
    """
    plain = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(plain, "w") as parts:
        for name in sorted(_PARTS.intersection(packed.namelist())):
            parts.writestr(name, packed.read(name))
    return plain


def _leave_out_comments(document: OdfDocument) -> None:
    """Take the comments of the file's writer out of its text: they have no tag to be read by."""
    for root in (document.content.root, document.styles.root):
        for comment in elements(root, ".//comment()|.//processing-instruction()"):
            comment.delete()


def _margins(lines: Iterable[Element]) -> Iterator[Block]:
    """What stands in the upper and lower margins of the pages, each text once."""
    for text in dict.fromkeys(_words(line).strip() for line in lines):
        if text:
            yield Block(Kind.FURNITURE, text)


@dataclass
class _Walk:
    """A walk over the text with its styles, and how far each list has counted."""

    styles: Styles
    counts: dict[str, list[int]] = field(default_factory=dict)

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks of the children of a text, section, cell or text box."""
        for child in parent.children:
            yield from self._of(child)

    def _of(self, element: Element) -> Iterator[Block]:
        """The blocks that one element makes."""
        if element.tag == "text:h":
            level = whole(element.get_attribute_string("text:outline-level"))
            yield Block(Kind.HEADING, _words(element), level=max(1, min(level, _DEEPEST)))
        elif element.tag == "text:p":
            yield from self._paragraph(element)
        elif element.tag == "text:list":
            yield from self._list(element, None, 0)
        elif element.tag == "table:table":
            yield Block(Kind.TABLE, rows=tuple(self._rows(element)))
        elif element.tag in _SECTIONS:
            yield from self.blocks(element)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        text = whole_sentences(_words(paragraph).strip())
        if text:
            runs = [
                (words, self.styles.is_bold(inner)) for words, inner in _parts(paragraph) if words
            ]
            strong = all_bold(runs)
            look = self.styles.look(paragraph) if strong else ""
            lead = "" if strong else lead_of(runs)
            yield Block(Kind.TEXT, text, strong=strong, look=look, lead=lead)
        for box in elements(paragraph, "descendant::draw:text-box"):
            yield from self.blocks(box)

    def _list(self, element: Element, style: str | None, depth: int) -> Iterator[Block]:
        """The items of a list; its style is its own or that of the list around it."""
        name = element.get_attribute_string("text:style-name") or style
        key = name or ""
        if depth == 0 and not _continues(element):
            self.counts.pop(key, None)
        counts = self.counts.setdefault(key, [])
        del counts[depth + 1 :]
        if len(counts) == depth:
            counts.append(self.styles.list_start(name, depth) - 1)
        for item in element.children:
            if item.tag in ("text:list-item", "text:list-header"):
                yield from self._item(item, name, depth, counts)

    def _item(
        self, item: Element, style: str | None, depth: int, counts: list[int]
    ) -> Iterator[Block]:
        """The blocks of an item; its first paragraph carries the label and is the item."""
        start = item.get_attribute_string("text:start-value")
        del counts[depth + 1 :]
        while len(counts) <= depth:
            counts.append(0)
        first = item.tag == "text:list-item"
        if first and any(child.tag in ("text:p", "text:h") for child in item.children):
            counts[depth] = whole(start, counts[depth] + 1)
        for child in item.children:
            if child.tag == "text:list":
                yield from self._list(child, style, depth + 1)
                continue
            for block in self._of(child):
                yield self._labelled(block, style, depth, counts) if first else block
                first = False

    def _labelled(self, block: Block, style: str | None, depth: int, counts: list[int]) -> Block:
        label = "" if parse_marker(block.text).number else self.styles.label(style, depth, counts)
        text = f"{label} {block.text}".strip()
        if block.kind is Kind.HEADING:
            return block.with_text(text)
        lead = f"{label} {block.lead}".strip() if block.lead else ""
        return replace(block, kind=Kind.LIST_ITEM, text=text, level=depth + 1, lead=lead)

    def _rows(self, table: Element) -> Iterator[Row]:
        for row in elements(table, _ROWS):
            cells: list[str] = []
            for cell in row.children:
                if cell.tag not in ("table:table-cell", "table:covered-table-cell"):
                    continue
                covered = cell.tag == "table:covered-table-cell"
                times = whole(cell.get_attribute_string("table:number-columns-repeated"))
                text = "" if covered else cell_text(self.blocks(cell))
                cells += [text] * min(times, _MOST_REPEATED)
            parent = row.parent
            header = parent is not None and parent.tag == "table:table-header-rows"
            if cells:
                yield Row(tuple(cells), header=header)


def _continues(element: Element) -> bool:
    """Whether a list counts on from an earlier one."""
    numbering = element.get_attribute_string("text:continue-numbering") == "true"
    return numbering or bool(element.get_attribute_string("text:continue-list"))


def _words(element: Element) -> str:
    """The words of a paragraph, with line breaks where it has them."""
    return "".join(words for words, _ in _parts(element))


def _parts(element: Element) -> Iterator[tuple[str, Element]]:
    """The words of a paragraph in their order, each with the element right around them."""
    yield _flat(element.text), element
    for child in element.children:
        if child.tag in _SIGNS:
            yield _SIGNS[child.tag], element
        elif child.tag not in _SKIPPED and not child.tag.startswith("draw:"):
            yield from _parts(child)
        yield _flat(child.tail), element


def _flat(text: str | None) -> str:
    """White space of the file collapsed, as OpenDocument says."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")
