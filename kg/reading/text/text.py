"""Plain text to blocks: wrapped or not, with tabs for tables, with or without Markdown signs."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.model import Kind
from kg.reading.blocks import Block, Reading
from kg.reading.decode import decode
from kg.reading.normalise import unify_lines
from kg.reading.text.markdown import looks_like_markdown, markdown_blocks
from kg.reading.text.marked_text import is_marked, marked_blocks
from kg.reading.text.outlines import with_hashes
from kg.reading.text.pages import without_margins
from kg.reading.text.piped import with_tabs
from kg.reading.text.preformatted import preformatted
from kg.reading.web.saved_portal import numbers_items, without_labels

_TWICE_NUMBERED = re.compile(
    r"^[^\S\n\t]*(?:1\.[^\S\n\t]+(?=\d)|(?P<same>\d{1,2}\.)[^\S\n\t]+(?=(?P=same)))"
    r"(?P<own>\d{1,2}\.[^\S\n\t]*(?=[A-Z])(?![^\n]*\t))",
    re.MULTILINE,
)
"""How a line opens whose list counts anew before the number that it has itself: "1. 3. Lamps"; the
cells of a table are left as they are."""
_FAR_TITLE = re.compile(
    r"^(?P<title>[A-Z][^.:;,\d\n\t]{3,40}?[a-z])\xa0? {2,}"
    r"(?=(?:[A-Z]|\d\))[^\n\t]{80,}$)",
    re.MULTILINE,
)
_FEWEST_FAR = 2
_LOST_BULLET = re.compile(r"^([^\S\n]*)\?[^\S\n]+(?=[A-Z])", re.MULTILINE)
"""What is left of a bullet that a page could not spell: "? Lamps: ..."."""
_FEWEST_LOST = 3


def read_text(data: bytes, name: str) -> Reading:
    """The blocks of a file of plain text."""
    return plain_text(decode(data, name))


def plain_text(text: str) -> Reading:
    """The blocks of a plain text, whatever made it."""
    paged = without_margins(_with_bullets(unify_lines(text)))
    saved = _TWICE_NUMBERED.sub(r"\g<own>", paged.text)
    text = with_hashes(_with_title_lines(without_labels(saved)))
    marked = looks_like_markdown(text)
    found = markdown_blocks(text) if marked else _unmarked(text, paged.paged)
    blocks = (*_beside(paged.head), *found, *_beside(paged.margins))
    return Reading(blocks, "text/18", broken=True, numbered=not marked and numbers_items(saved))


def _unmarked(text: str, paged: bool) -> Iterable[Block]:
    text = with_tabs(text)
    lines = text.split("\n")
    return marked_blocks(lines) if is_marked(lines) else preformatted(text, paged)


def _beside(lines: Sequence[str]) -> Iterator[Block]:
    """What stands at the edges of pages."""
    return (Block(Kind.FURNITURE, line) for line in lines)


def _with_bullets(text: str) -> str:
    """A text with bullets for the question marks that stand for them before several lines."""
    marked, found = _LOST_BULLET.subn(r"\1• ", text)
    return marked if found >= _FEWEST_LOST else text


def _with_title_lines(text: str) -> str:
    """Lines whose titles stand far before their sentences, each title on a line of its own."""
    apart, found = _FAR_TITLE.subn(r"\g<title>\n\n", text)
    return apart if found >= _FEWEST_FAR else text
