"""Markup inside a line: Markdown emphasis and links, HTML in a cell of text."""

import re
from string import ascii_lowercase

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.reading.markers import is_bare_marker

_MARKDOWN = MarkdownIt("commonmark")
_SIGNS = re.compile(r"\*\*[^\s*]|\]\([^)\s]*\)|</?u>|!\[")
_BOLD = re.compile(
    r"(?:(?:\*{2,3}+[^*]++(?:\*{3}(?!\*(?!\*))|\*{2})"
    r"|_{2,3}+[^_]++(?:_{3}(?!_(?!_))|__))[\s:]*+)++"
)
"""Words between signs of bold, of which four or more in a row end one bold and open another."""
_LETTER = re.compile(r"\(?(?P<letter>[a-z])[.)]\s+[A-Z]")
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def has_inline_markdown(text: str) -> bool:
    """Whether a plain text shows signs of Markdown inside its lines."""
    return _SIGNS.search(text) is not None


def has_tags(text: str) -> bool:
    """Whether ``text`` holds something like an HTML tag."""
    return _TAG.search(text) is not None


def inline_text(text: str) -> str:
    """The words of one line of Markdown: emphasis, links and tags removed, images dropped."""
    if not any(sign in text for sign in "*_[<&`\\"):
        return text
    (token,) = _MARKDOWN.parseInline(text)
    return words_of(token.children or [])


def words_of(tokens: list[Token]) -> str:
    """The words of Markdown inline tokens; line breaks of the source stay.

    A break that the page shows is a vertical tab, as `clean` makes a line break of. So is one
    between lines that open with a label in bold, "**Date:** 12 May 2019", and one before lines
    that count in letters, which are no list in Markdown: "a. Roof".
    """
    parts = []
    labelled = _is_label(tokens)
    letters = 0
    for at, token in enumerate(tokens):
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "softbreak":
            counts = _has_letter(tokens[at + 1 :], letters)
            letters += counts
            shown = counts or (labelled and _is_label(tokens[at + 1 :]))
            parts.append("\v" if shown else "\n")
        elif token.type == "hardbreak" or _BREAK.match(token.content):
            parts.append("\v")
    return "".join(parts)


def _has_letter(tokens: list[Token], count: int) -> bool:
    """Whether a line opens with the letter that is next in a count: "c) Fees" of 2."""
    letter = _LETTER.match(tokens[0].content) if tokens else None
    return letter is not None and letter["letter"] == ascii_lowercase[count : count + 1]


def _is_label(tokens: list[Token]) -> bool:
    """Whether tokens open with words in bold that a colon ends, inside the bold or behind it."""
    first = [token for token in tokens if token.type != "text" or token.content][:4]
    if [token.type for token in first[:3]] != ["strong_open", "text", "strong_close"]:
        return False
    behind = first[3].content if len(first) > 3 else ""
    return first[1].content.rstrip().endswith(":") or behind.startswith(":")


def lead_of(tokens: list[Token]) -> str:
    """The words in bold at the head of a line of Markdown that goes on in plain words.

    A number in plain may stand before them.
    """
    words, strong = "", 0
    for token in tokens:
        strong += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        marked = not words.strip() and is_bare_marker(token.content)
        if token.content.strip() and not (strong or marked):
            return "" if is_bare_marker(words) else words.strip()
        words += token.content
    return ""


def is_strong(text: str) -> bool:
    """Whether a whole line is set in bold by Markdown, or in capitals."""
    return _BOLD.fullmatch(text.strip()) is not None or is_capitals(text)


def is_capitals(text: str) -> bool:
    """Whether all letters of a text are capitals, and they are more than an acronym's."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 5 and all(char.isupper() for char in letters)
