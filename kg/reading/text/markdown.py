"""Markdown to blocks: headings, paragraphs, lists with their numbers, pipe tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from textwrap import dedent

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from kg.model import Kind
from kg.reading.blocks import Block, Reading, Row
from kg.reading.front_matter import people, stated
from kg.reading.hyphens import Mender
from kg.reading.markers import parse_marker
from kg.reading.normalise import unify_lines
from kg.reading.tables.people import names_person
from kg.reading.tables.tabbed import parse_rows, typed_tables
from kg.reading.text.inline import is_strong, join_bold, lead_of, words_of
from kg.reading.text.outlines import (
    with_boxes_quoted,
    with_equals_hashed,
    with_headings_joined,
    with_older_marks,
    with_title_lines,
)
from kg.reading.text.piped import with_rules
from kg.reading.text.preformatted import preformatted
from kg.reading.web.html import fragment_blocks
from kg.reading.web.includes import with_variables

_DEEPEST = 100
"""From how deep on the parser leaves out what quotes and lists inside one another say."""
_PARSER = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
_FRONT_MATTER = re.compile(
    r"\A(?:---[ \t]*\n(?:[\w-]+(?: [\w-]+){0,3}:.*\n|[ \t#].*\n|-(?!--[ \t]*\n).*\n|\n)*---[ \t]*\n"
    r"|\+\+\+(?:[ \t]*\n|[ \t]+(?=[\w-]+\s?=))(?:(?!\+\+\+[ \t]*\n).*\n)*\+\+\+[ \t]*\n)"
)
_HEADING = re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)
_PIPES = re.compile(
    r"^[ \t]*+(?:\|[ \t]*+)?(?::?-{3,}:?[ \t]*+\|[ \t]*+)+(?::?-{3,}:?[ \t]*+)?$", re.MULTILINE
)
_TABS = re.compile(r"^[^\n\t]+\t[^\n]*\n[^\n\t]*\t", re.MULTILINE)
_CLOSING = tuple('.;:!?"\u201d\u2019)')
_JOINED = re.compile(r"[;,]\s(?:and|or)$")
"""How the last but one of several points ends."""
_LONGEST_TITLE = 120
_LONGEST_BARE = 60
_SENTENCES = re.compile(r"[a-z]{2}\. [A-Z]")
"""Where one sentence ends and another begins."""
_FEWEST_TITLED = 4
_FEWEST_PEOPLE = 2
_MARKED = re.compile(r"[#|>*+<!_-]|\d+[.)]\s")
_LISTED = re.compile(r"[-*+]\s+(?=\S)")
_ATTRIBUTES = re.compile(r"(?<!\s)\s*\{[.#][^{}\n]{1,80}\}$")
"""What some writers of Markdown give a heading besides its words: "{.wide #top}"."""
_NAMED = re.compile(r"[A-Z][\w’'&-]*(?: [\w’'&-]+){1,9}")
"""Words that may be the name of an organisation, as beside its sign."""
_CHECKBOX = re.compile(r"\[(?P<mark>[ xX])\]\s+")


def looks_like_markdown(text: str) -> bool:
    """Whether a plain text is a Markdown document: headings or pipe tables, no tables of tabs."""
    marked = len(_HEADING.findall(text)) >= 2 or _PIPES.search(text) is not None
    return marked and _TABS.search(text) is None


def is_hardly_marked(text: str) -> bool:
    """Whether a Markdown file is written as plain text: titles and what is under them in lines.

    Such lines stand one below the other without a blank line or a mark between, so that Markdown
    would run them together; the titles may be bullets.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    pairs = [
        (_LISTED.sub("", above), below.lstrip())
        for above, below in pairwise(lines)
        if _goes_on_unmarked(above, below)
    ]
    titled = [
        _is_bare_title(above) and below.endswith(_CLOSING) and not below[0].islower()
        for above, below in pairs
    ]
    return sum(titled) >= max(_FEWEST_TITLED, len(pairs) / 4)


def _goes_on_unmarked(above: str, below: str) -> bool:
    """Whether a line without a mark stands right below another, or below the first of an item."""
    if not (above.strip() and below.strip()) or _MARKED.match(below.strip()):
        return False
    if _LISTED.match(above):
        return not below[0].isspace()
    return not _MARKED.match(above.strip())


def _is_bare_title(line: str) -> bool:
    return len(line) <= _LONGEST_BARE and not line.endswith((*_CLOSING, ",")) and line[:1].isupper()


def markdown_text(text: str) -> Reading:
    """The blocks of the text of a Markdown file."""
    text = with_older_marks(unify_lines(with_variables(text)).replace("\f", "\n\n"))
    lines = text.split("\n")
    text = with_boxes_quoted(with_headings_joined("\n".join(Mender(lines).mended(lines))))
    text = with_rules(with_equals_hashed(join_bold(with_title_lines(text))))
    return Reading(tuple(_with_typed_tables(text)), "markdown/24", broken=True)


def _with_typed_tables(text: str) -> Iterator[Block]:
    """The blocks of Markdown text in which tables may be typed with tabs."""
    lines = text.split("\n")
    position = 0
    for start, end in typed_tables(lines):
        yield from markdown_blocks("\n".join(lines[position:start]), counted=True)
        yield from (Block(Kind.TABLE, rows=tuple(rows)) for rows in parse_rows(lines[start:end]))
        position = end
    yield from markdown_blocks("\n".join(lines[position:]), counted=True)


def markdown_blocks(text: str, *, counted: bool = False) -> list[Block]:
    """The blocks of Markdown text; what its front matter says of it stands before, as furniture.

    Who came by the front matter is text.

    ``counted`` says that "1." before every item of a list counts on, as a page shows it.
    """
    front = _FRONT_MATTER.match(text)
    tokens = _parsed(text[front.end() :] if front else text)
    tree = SyntaxTreeNode(_counted(tokens) if counted else tokens)
    about = [Block(Kind.FURNITURE, line) for line in stated(front.group())] if front else []
    came = [Block(Kind.TEXT, line) for line in people(front.group())] if front else []
    return [*about, *came, *_children(tree.children, 0)]


def _parsed(text: str) -> list[Token]:
    """The tokens of a text; raises RecursionError where the parser has lost words."""
    tokens = _PARSER.parse(text)
    deep = [token.map for token in tokens if token.map and token.level >= _DEEPEST - 1]
    lines = text.split("\n") if deep else []
    if any(char.isalnum() for start, end in deep for line in lines[start:end] for char in line):
        raise RecursionError(f"quotes and lists are nested {_DEEPEST} deep")
    return tokens


def _counted(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the numbers of those lists counted in which every item is written "1.",
    unless they are one list that text between its items parts.
    """
    if _lost_count(tokens):
        return list(tokens)
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info:
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            items = lists.pop()
            for number, item in enumerate(items if {i.info for i in items} == {"1"} else (), 1):
                item.info = str(number)
    return list(tokens)


def _lost_count(tokens: Sequence[Token]) -> bool:
    """Whether text under its items parts one list into several, each of which begins at 1.

    No headings and no other numbers tell that they are lists of their own.
    """
    opened = sum(token.type == "ordered_list_open" and token.level == 0 for token in tokens)
    numbers = {token.info for token in tokens if token.type == "list_item_open" and token.info}
    headed = any(token.type == "heading_open" for token in tokens)
    return opened > 1 and numbers == {"1"} and not headed


def _children(nodes: Sequence[SyntaxTreeNode], depth: int) -> Iterator[Block]:
    for node in nodes:
        yield from _node(node, depth)


def _node(node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
    if node.type == "heading":
        yield _heading(node)
    elif node.type == "paragraph" and (shown := _picture(node)) is not None:
        yield Block(Kind.FURNITURE, shown)
    elif node.type == "paragraph":
        strong = all(is_strong(inline.content) for inline in node.children)
        yield Block(Kind.TEXT, _words(node), strong=strong, lead=_lead(node))
    elif node.type in ("bullet_list", "ordered_list"):
        yield from _list(node, depth + 1)
    elif node.type == "table":
        yield Block(Kind.TABLE, rows=tuple(_rows(node)))
    elif node.type in ("fence", "code_block"):
        yield from preformatted(dedent(node.content))
    elif node.type == "html_block":
        yield from fragment_blocks(node.content)
    else:
        yield from _children(node.children, depth)


def _picture(node: SyntaxTreeNode) -> str | None:
    """What a picture that stands alone shows, in words that may be a name: "![Marle Trust](…)"."""
    inner = [token for inline in node.children for token in _flat(inline)]
    alone = len(inner) == 1 and inner[0].type == "image"
    return inner[0].content if alone and _NAMED.fullmatch(inner[0].content) else None


def _list(node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
    """The items of a list with their numbers."""
    for item in node.children:
        number = f"{item.info}{item.markup} " if node.type == "ordered_list" else ""
        yield from _item(item, number, depth)


def _item(item: SyntaxTreeNode, number: str, depth: int) -> Iterator[Block]:
    """The blocks of an item; its first paragraph carries the number and is the item itself."""
    blocks = list(_children(item.children, depth))
    if blocks and (box := _CHECKBOX.match(blocks[0].text)):
        text = blocks[0].text[box.end() :]
        blocks[0] = replace(blocks[0], text=text, ticked=box["mark"] != " ")
    if not blocks and number:
        blocks = [Block(Kind.TEXT)]
    for index, block in enumerate(blocks):
        if index == 0 and block.kind is Kind.TEXT:
            kind = Kind.TEXT if parse_marker(block.text).number else Kind.LIST_ITEM
            lead = number + block.lead if block.lead else ""
            yield replace(block, kind=kind, text=number + block.text, level=depth, lead=lead)
        elif index == 0 and block.kind is not Kind.TABLE:
            yield block.with_text(number + block.text)
        else:
            yield block


def _rows(table: SyntaxTreeNode) -> Iterator[Row]:
    for section in table.children:
        for row in section.children:
            cells = tuple(_words(cell) for cell in row.children)
            yield Row(cells, header=section.type == "thead" and any(cells))


def _words(node: SyntaxTreeNode) -> str:
    """The words of a node's inline content; a break of the source lines is a blank.

    Before a number or bullet that opens a paragraph, where the page shows a break, and in a list
    of people with a line for each, it stays.
    """
    words = ""
    for inline in node.children:
        lines = list(map(str.strip, words_of(_flat(inline)).split("\n")))
        people = len(lines) >= _FEWEST_PEOPLE and all(map(names_person, lines))
        for line in lines:
            parted = people or _opens(line, words)
            words += ("\v" if parted else " ") * bool(words and line) + line
    return words


def _opens(line: str, above: str) -> bool:
    """Whether a line of the source opens a paragraph of its own below the words ``above``."""
    marker = parse_marker(line)
    closed = above[-1:] in _CLOSING or _JOINED.search(above[-8:]) is not None
    return marker.bullet or (marker.number is not None and closed)


def _heading(node: SyntaxTreeNode) -> Block:
    """A heading; one by the rule below it may be words that only stand above a rule."""
    words = _ATTRIBUTES.sub("", _words(node))
    told = words[-1:] in _CLOSING or _SENTENCES.search(words)
    if node.markup in ("-", "=") and (told or len(words) > _LONGEST_TITLE):
        return Block(Kind.TEXT, words)
    return Block(Kind.HEADING, words, level=int(node.tag[1]))


def _lead(node: SyntaxTreeNode) -> str:
    """The words in bold at the head of a paragraph that goes on in plain words."""
    return lead_of(_flat(node.children[0])) if node.children else ""


def _flat(inline: SyntaxTreeNode) -> list[Token]:
    return list(inline.to_tokens()[0].children or []) if inline.type == "inline" else []
