"""HTML to blocks: headings, paragraphs, numbered lists as a page shows them, tables."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from kg.errors import ReadError
from kg.model import Kind
from kg.numbering import ListStyle, counter_text
from kg.reading.blocks import CELL_ITEM, Block, Reading
from kg.reading.breaks import whole_sentences
from kg.reading.decode import decode_page
from kg.reading.markers import TICKED, UNTICKED, is_bare_marker, parse_marker
from kg.reading.naming import shown
from kg.reading.tables.people import are_named_each
from kg.reading.web.includes import with_variables
from kg.reading.web.rows import own_rows, rows_of, whole
from kg.reading.web.tree import tree_of
from kg.reading.web.web_page import paper_of

_DROPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "button",
        "select",
        "textarea",
        "form",
        "input",
        "img",
        "picture",
        "video",
        "audio",
        "canvas",
    }
)
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    }
)
_CONTENTS = frozenset({"toc", "table-of-contents", "tableofcontents"})
"""How the list of contents of a page is named."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SENTENCE = re.compile(r"(?<=[a-z)\d][.;])\s+(?=[A-Z])")
_LOST_BULLET = re.compile(r"(?:^|\s)[\u2022\u00b7\u25aa\uf0b7]\s")
_TWO_BREAKS = re.compile("\v\\s*\v")
_OPEN, _CLOSE = "\x01", "\x02"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_STRONG = re.compile(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}")
_SEVERAL = 3
_LEADING = re.compile(f"\\s*(?:{_OPEN}[^{_CLOSE}]*{_CLOSE}\\s*)+")
_DECLARATION = re.compile(r"(?:\s*<\?xml[^<>]*>?)+")
"""The declaration of XML at the head of a page, which lxml refuses in a text."""
_BANNER = "//*[@role='banner'] | //header[not(ancestor::main or ancestor::article)]"
_SHOWN = "not(ancestor::nav or ancestor::script or ancestor::style or ancestor::button)"


Typed = Callable[[str], Iterable[Block]]
"""What reads a text whose lines stand as they were typed."""


def _as_one(text: str) -> Iterator[Block]:
    """Typed text as one paragraph."""
    if flat := _flat(text):
        yield Block(Kind.TEXT, flat)


def read_html(data: bytes, name: str, typed: Typed = _as_one) -> Reading:
    """The blocks of an HTML page; scripts, styles, forms and navigation are left out.

    ``typed`` reads text whose lines stand as they were typed.
    """
    text = _DECLARATION.sub("", with_variables(decode_page(data, name).replace("\0", "")))
    try:
        root = tree_of(text)
    except etree.ParserError:
        raise ReadError(f"{shown(name)} holds no HTML text; fetch or save it again") from None
    title = root.findtext(".//title")
    said = _beside(root)
    blocks = list(blocks_of(paper_of(root), typed))
    own = {block.text for block in blocks}
    beside = [Block(Kind.FURNITURE, text) for text in said if text not in own]
    return Reading((*blocks, *beside), "html/19", title=title)


def _beside(root: lxml_html.HtmlElement) -> list[str]:
    """What a page says of itself beside its text: its title, its site's name and its masthead."""
    titles = root.xpath("//title[not(ancestor::svg)]/text()")
    site = root.xpath("//meta[@property='og:site_name']/@content")
    said = [*titles, *site, *_masthead(root)]
    return list(dict.fromkeys(" ".join(text.split()) for text in said if text.strip()))


def _masthead(root: lxml_html.HtmlElement) -> list[str]:
    """The first words of the banner of a page, which name whose site it is."""
    words = root.xpath(f"({_BANNER})[1]//text()[normalize-space() and {_SHOWN}]")
    return [text for text in words if not text.lower().lstrip().startswith("skip ")][:1]


def fragment_blocks(text: str) -> list[Block]:
    """The blocks of a piece of HTML, such as the body of a minute or a cell."""
    return list(blocks_of(_fragment(text))) if text.strip() else []


def cell_text(text: str) -> str:
    """The words of a cell that holds HTML; items of lists parted by bullets."""
    return _as_cell(blocks_of(_fragment(text)))


def _fragment(text: str) -> lxml_html.HtmlElement:
    """The page around a piece of HTML, which may hold the opening of a page: "<!DOCTYPE html>"."""
    return tree_of(f"<div>{text}</div>")


def _as_cell(blocks: Iterable[Block]) -> str:
    """The words of the blocks of a cell, paragraphs parted by line breaks, items by bullets."""
    lines: list[str] = []
    for block in blocks:
        if block.kind is Kind.TABLE:
            lines.extend(" ".join(row.cells) for row in block.rows)
        elif block.kind is Kind.LIST_ITEM and lines and not parse_marker(block.text):
            lines[-1] += CELL_ITEM + block.text
        else:
            lines.append(block.text)
    return "\n".join(line for line in lines if line.strip())


def blocks_of(root: lxml_html.HtmlElement, typed: Typed = _as_one) -> Iterator[Block]:
    """The blocks below an element, in order; those of typed text as ``typed`` reads them."""
    yield from _Walk(typed, _holding_blocks(root)).children(root, 0)


def _holding_blocks(root: lxml_html.HtmlElement) -> frozenset[lxml_html.HtmlElement]:
    """The elements below another, and itself, that have blocks somewhere inside."""
    holding: set[lxml_html.HtmlElement] = set()
    for block in root.iterdescendants(*_BLOCKS):
        for outer in block.iterancestors():
            if outer in holding:
                break
            holding.add(outer)
    return frozenset(holding)


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk over a page that gathers loose words between the blocks into paragraphs.

    ``typed`` reads text whose lines stand as they were typed; ``holding`` are the elements that
    have blocks inside.
    """

    typed: Typed
    holding: frozenset[lxml_html.HtmlElement]

    def children(self, element: lxml_html.HtmlElement, depth: int) -> Iterator[Block]:
        """The blocks inside a block element; ``depth`` counts the lists around it."""
        loose = [element.text or ""]
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag in _BLOCKS or child in self.holding:
                yield from self._paragraphs("".join(loose))
                loose = [child.tail or ""]
                yield from self._block(child, tag, depth)
            else:
                loose += [self._inline(child), child.tail or ""]
        yield from self._paragraphs("".join(loose))

    def _block(self, element: lxml_html.HtmlElement, tag: str, depth: int) -> Iterator[Block]:
        if tag in _DROPPED or _lists_contents(element):
            return
        if tag in _HEADINGS:
            words = _flat(_MARKS.sub("", self._inline(element)))
            yield Block(Kind.HEADING, words, level=_HEADINGS[tag])
        elif tag in ("ul", "ol"):
            yield from self._list(element, tag, depth + 1)
        elif tag == "table" and not self._sets_page(element):
            yield Block(Kind.TABLE, rows=tuple(rows_of(element, self._cell)))
        elif tag == "pre":
            yield from self.typed(_MARKS.sub("", self._inline(element)).replace("\v", "\n"))
        else:
            yield from self.children(element, depth)

    def _cell(self, cell: lxml_html.HtmlElement) -> str:
        """The words inside a cell."""
        return _as_cell(_Walk(_as_one, self.holding).children(cell, 0))

    def _list(self, element: lxml_html.HtmlElement, tag: str, depth: int) -> Iterator[Block]:
        style = ListStyle.of_html(element.get("type")) if tag == "ol" else None
        count = whole(element.get("start"), 1)
        for sentence in _loose_items(element):
            yield Block(Kind.LIST_ITEM, sentence, level=depth)
        for item in element:
            if item.tag != "li":
                if isinstance(item.tag, str):
                    yield from self._block(item, item.tag, depth)
                continue
            count = whole(item.get("value"), count)
            label = counter_text(style, count) if style else ""
            count += 1
            yield from self._item(item, label, depth)

    def _item(self, item: lxml_html.HtmlElement, label: str, depth: int) -> Iterator[Block]:
        """The blocks of an item; its first words carry the label and are the item itself."""
        first = True
        for block in self.children(item, depth):
            if first and block.kind is Kind.TEXT:
                text = block.text if parse_marker(block.text).number else f"{label} {block.text}"
                lead = text.removesuffix(block.text) + block.lead if block.lead else ""
                yield Block(Kind.LIST_ITEM, text.strip(), level=depth, lead=lead.strip())
            elif first and block.kind is Kind.HEADING and not parse_marker(block.text).number:
                yield block.with_text(f"{label} {block.text}".strip())
            else:
                yield block
            first = False

    def _paragraphs(self, text: str) -> Iterator[Block]:
        """The paragraphs in loose words: two line breaks together part them.

        So does one before a line that opens in bold, where several lines do.
        """
        for part in _TWO_BREAKS.split(text):
            for lines in _at_bold(part.split("\v")):
                yield from self._paragraph("\v".join(lines))

    def _paragraph(self, text: str) -> Iterator[Block]:
        plain = _MARKS.sub("", text)
        flat = _flat(plain.replace("\n", "\v") if are_named_each(plain) else plain)
        if flat:
            loose = _STRONG.sub("", text)
            strong = not any(char.isalnum() for char in loose)
            yield Block(
                Kind.TEXT,
                flat,
                strong=strong and any(char.isalnum() for char in flat),
                lead="" if strong else _lead(text),
            )

    def _inline(self, element: lxml_html.HtmlElement) -> str:
        """The words inside an inline element; a line break element is a line break."""
        tag = element.tag
        if tag == "input" and element.get("type") == "checkbox":
            return f"{TICKED if 'checked' in element.attrib else UNTICKED} "
        if not isinstance(tag, str) or tag in _DROPPED:
            return ""
        if tag == "br":
            return "\v"
        parts = [element.text or ""]
        for child in element:
            parts += [self._inline(child), child.tail or ""]
        words = "".join(parts)
        return f"{_OPEN}{words}{_CLOSE}" if tag in ("b", "strong") else words

    def _sets_page(self, table: lxml_html.HtmlElement) -> bool:
        """Whether a table of one column only sets a page: its cells hold paragraphs or tables."""
        rows = [list(row.iterchildren("td", "th")) for row in own_rows(table)]
        single = all(len(cells) == 1 for cells in rows)
        return single and any(cell in self.holding for cells in rows for cell in cells)


def _at_bold(lines: list[str]) -> list[list[str]]:
    """Lines in groups, each but the first of which opens in bold and goes on in plain words."""
    opening = [_LEADING.match(line) is not None and line.rstrip()[-1:] != _CLOSE for line in lines]
    whole = all(line.count(_OPEN) == line.count(_CLOSE) for line in lines)
    if sum(opening) < _SEVERAL or not whole:
        return [lines]
    groups: list[list[str]] = [[]]
    for line, opens in zip(lines, opening, strict=True):
        if opens and groups[-1]:
            groups.append([])
        groups[-1].append(line)
    return groups


def _lead(text: str) -> str:
    """The words in bold at the head of a paragraph, with a number in plain before them."""
    plain = text.partition(_OPEN)[0]
    match = _LEADING.match(text, len(plain)) if is_bare_marker(plain) or not plain.strip() else None
    return _flat(_MARKS.sub("", plain + match.group())) if match else ""


def _flat(text: str) -> str:
    """Source line breaks are blanks; a break element is a line break, but not amid a sentence."""
    lines = (" ".join(part.split()) for part in text.split("\v"))
    return whole_sentences("\n".join(line for line in lines if line))


def _loose_items(element: lxml_html.HtmlElement) -> list[str]:
    """The items of a list whose item tags were lost: parted by bullets, else sentences."""
    text = _flat(element.text or "")
    if not text or any(child.tag == "li" for child in element):
        return []
    parts = _LOST_BULLET.split(text)
    items = parts if len(parts) > 1 else _SENTENCE.split(text)
    return [item.strip() for item in items if item.strip()]


def _lists_contents(element: lxml_html.HtmlElement) -> bool:
    """Whether an element is the list of contents that a wiki or a converter sets above a page."""
    named = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    return not _CONTENTS.isdisjoint(named)
