"""Plain text to blocks: wrapped or not, with tabs for tables, with or without Markdown signs."""

import re
from collections.abc import Iterator, Sequence

from kg.model import Kind
from kg.reading.blocks import Block, Reading
from kg.reading.decode import decode
from kg.reading.headings import known
from kg.reading.inline import has_inline_markdown, inline_text, is_strong
from kg.reading.lines import Flow, Layout, layout_of
from kg.reading.markdown import looks_like_markdown, markdown_blocks
from kg.reading.marked_text import is_marked, marked_blocks
from kg.reading.markers import parse_marker
from kg.reading.normalise import unify_lines
from kg.reading.tabbed import parse_rows, table_regions

_SHORT = 90
_SHORTER = 0.7
_HYPHEN = re.compile(r"(?<=[a-z])-$")
_LABELLED = re.compile(r"\S*@|\w{1,12}:")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_HASH_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")


def read_text(data: bytes, name: str) -> Reading:
    """The blocks of a plain text, whatever made it."""
    text = unify_lines(decode(data, name)).replace("\f", "\n\n")
    if looks_like_markdown(text):
        blocks = tuple(markdown_blocks(text))
        return Reading(blocks, "text/1", broken=True)
    lines = [line if line.strip() else "" for line in text.split("\n")]
    found = marked_blocks(text.split("\n")) if is_marked(lines) else _blocks(lines)
    return Reading(tuple(found), "text/1", broken=True, plain=True)


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    layout = layout_of(lines)
    marked_up = has_inline_markdown("\n".join(lines))
    position = 0
    for start, end in table_regions(lines):
        yield from _prose(lines[position:start], layout, marked_up)
        for rows in parse_rows(lines[start:end]):
            yield Block(Kind.TABLE, rows=tuple(rows))
        position = end
    yield from _prose(lines[position:], layout, marked_up)


def _prose(lines: Sequence[str], layout: Layout, marked_up: bool) -> Iterator[Block]:
    group: list[str] = []
    for line in [*lines, ""]:
        stripped = " ".join(_IMAGE.sub("", line).split()) if marked_up else " ".join(line.split())
        if stripped:
            group.append(stripped)
        elif group:
            for text in _paragraphs(group, layout):
                yield _block(text, marked_up)
            group = []


def _paragraphs(group: Sequence[str], layout: Layout) -> Iterator[str]:
    """The paragraphs in lines that no blank line parts."""
    if layout.flow is Flow.LINES:
        yield from group
        return
    together = all(len(line) <= _SHORT for line in group)
    current = ""
    for line in group:
        if not current or _starts(line, current, layout, together):
            if current:
                yield current
            current = line
        else:
            current = _joined(current, line, layout)
    yield current


def _starts(line: str, current: str, layout: Layout, together: bool) -> bool:
    """Whether a line opens a paragraph of its own after the lines ``current``."""
    marker = parse_marker(line)
    if marker.number or marker.bullet or _HASH_HEADING.fullmatch(line):
        return True
    if known(current) or known(line):
        return True
    if layout.flow is Flow.WRAPPED:
        last = current.rsplit("\n", 1)[-1]
        return len(last) < _SHORTER * layout.width and not together
    return not together


def _joined(current: str, line: str, layout: Layout) -> str:
    """Two lines of one paragraph: broken at a width they run on, else each keeps its line."""
    last = current.rsplit("\n", 1)[-1]
    if layout.flow is Flow.WRAPPED and len(last) >= _SHORTER * layout.width:
        if _HYPHEN.search(last) and line[:1].islower():
            return current[:-1] + line
        return f"{current} {line}"
    runs_on = last.endswith(",") or (line[:1].islower() and not _LABELLED.match(line))
    return f"{current} {line}" if runs_on else f"{current}\n{line}"


def _block(text: str, marked_up: bool) -> Block:
    strong = is_strong(text)
    heading = _HASH_HEADING.fullmatch(text)
    if heading:
        return Block(Kind.HEADING, inline_text(heading[2]), level=len(heading[1]))
    words = inline_text(text).replace("**", "") if marked_up else text
    return Block(Kind.TEXT, words, strong=strong)
