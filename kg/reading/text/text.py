"""Plain text to blocks: wrapped or not, with tabs for tables, with or without Markdown signs."""

import re

from kg.reading.blocks import Reading
from kg.reading.decode import decode
from kg.reading.normalise import unify_lines
from kg.reading.text.markdown import looks_like_markdown, markdown_blocks
from kg.reading.text.marked_text import is_marked, marked_blocks
from kg.reading.text.outlines import with_hashes
from kg.reading.text.preformatted import preformatted
from kg.reading.web.saved_portal import numbers_items, without_labels

_TWICE_NUMBERED = re.compile(
    r"^[^\S\n\t]*(?:1\.[^\S\n\t]+(?=\d)|(?P<same>\d{1,2}\.)[^\S\n\t]+(?=(?P=same)))"
    r"(?P<own>\d{1,2}\.[^\S\n\t]*(?=[A-Z]))",
    re.MULTILINE,
)
"""How a line opens whose list counts anew before the number that it has itself: "1. 3. Lamps"."""
_FAR_TITLE = re.compile(
    r"^(?P<title>[A-Z][^.:;,\d\n\t]{3,40}?[a-z])\xa0? {2,}"
    r"(?=(?:[A-Z]|\d\))[^\n\t]{80,}$)",
    re.MULTILINE,
)
_FEWEST_FAR = 2


def read_text(data: bytes, name: str) -> Reading:
    """The blocks of a file of plain text."""
    return plain_text(decode(data, name))


def plain_text(text: str) -> Reading:
    """The blocks of a plain text, whatever made it."""
    saved = _TWICE_NUMBERED.sub(r"\g<own>", unify_lines(text).replace("\f", "\n\n"))
    text = with_hashes(_with_title_lines(without_labels(saved)))
    if looks_like_markdown(text):
        blocks = tuple(markdown_blocks(text))
        return Reading(blocks, "text/7", broken=True)
    lines = text.split("\n")
    found = marked_blocks(lines) if is_marked(lines) else preformatted(text)
    counted = numbers_items(saved)
    return Reading(tuple(found), "text/7", broken=True, numbered=counted)


def _with_title_lines(text: str) -> str:
    """Lines whose titles stand far before their sentences, each title on a line of its own."""
    apart, found = _FAR_TITLE.subn(r"\g<title>\n\n", text)
    return apart if found >= _FEWEST_FAR else text
