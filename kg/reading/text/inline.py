"""Markup inside a line: Markdown emphasis and links, HTML in a cell of text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.numbering import ListStyle, counter
from kg.reading.blocks import CELL_ITEM
from kg.reading.markers import is_bare_marker

_MARKDOWN = MarkdownIt("commonmark")
_SIGNS = re.compile(r"\*\*[^\s*]|\]\([^)\s]*\)|</?u>|!\[")
_BOLD = re.compile(
    r"(?:(?:\*{2,3}+[^*]++(?:\*{3}(?!\*(?!\*))|\*{2})"
    r"|_{2,3}+[^_]++(?:_{3}(?!_(?!_))|__))[\s:]*+)++"
)
"""Words between signs of bold, of which four or more in a row end one bold and open another."""
_REOPENED = re.compile(r"(?<=\w)\*{4}(?=\w)")
"""Signs that end one bold and open another inside a word, which Markdown shows: "8****th"."""
_PART = re.compile(
    r"(?:(?:\(|\d{1,3}\.)?(?P<part>[a-z]|[ivx]{2,5}|[A-Z])[.)]|\d{1,3}\.(?P<dotted>\d{1,2})[.)]?)"
    r"\s+[A-Z]"
)
_JOINT = re.compile(r"(?<=[^\s*])\*{4}(?=[^\s*])")
"""Where one bold ends and another opens: "on 8****th** May" is one bold for a reader."""
_PADDED = re.compile(
    r"^(?P<mark>\s*(?:[-*+]\s+)?\*\*)[ \t]*(?P<words>[^*\n]*[^*\s])[ \t]*(?=\*\*\s*$)"
)
"""A whole line in bold with blanks inside its signs, which Markdown shows: "** Roads **"."""
_SIGN = re.compile(r"(?<=\w)\*\*([:;.,])\*\*")
"""A sign alone in bold, which Markdown does not take for bold: "PRESENT**:**"."""
_BROKEN = re.compile(r"\*\*(?P<bold>[^\s*](?:[^*\n]*\w)?)\*\*(?P<rest>[a-z]{1,3})\b")
"""Bold that ends in the middle of a word: "**Open Spac**es: ..." is bold to the end of the word."""
_SMALL = (ListStyle.LOWER_LETTER, ListStyle.LOWER_ROMAN)
_FEWEST = 2
_SHORT = 60
_BRIEF = 40
_MARK = 3
_BREAKS = ("softbreak", "hardbreak")
_OPENS = re.compile(r"[^\w\n]*[A-ZÀ-Þ]")
_LABEL = re.compile(r"(?:[A-ZÀ-Þ][\w’'/&(). -]{1,38}|[a-z][a-z_-]{1,19}):\s")
_GOES_ON = (",", ";", " and", " of", " the", " for", " to", " in", " at", " by", "&", "-")
"""How a line ends that goes on in the next."""
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_ITEM = re.compile(r"<li\b", re.IGNORECASE)
_UNCLOSED = re.compile(r"\A_(?=[A-ZÀ-Þ][^_]*\Z)")
"""The sign of emphasis that a line opens with and never closes: "_Ann Lowe, Ben Tarn"."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def has_inline_markdown(text: str) -> bool:
    """Whether a plain text shows signs of Markdown inside its lines."""
    return _SIGNS.search(text) is not None


def has_tags(text: str) -> bool:
    """Whether ``text`` holds something like an HTML tag."""
    return _TAG.search(text) is not None


def join_bold(text: str) -> str:
    """Markdown with bold that goes on in the next bold made one, in lines that have other bold.

    Blanks inside the signs around a whole line are left out.
    """
    if "**" not in text:
        return text
    return "\n".join(map(_with_joints, text.split("\n")))


def _with_joints(line: str) -> str:
    line = _PADDED.sub(lambda bold: bold["mark"] + bold["words"].rstrip(), line)
    line = _SIGN.sub(r"\1", _BROKEN.sub(r"**\g<bold>\g<rest>**", line))
    joined = _JOINT.sub("", line)
    return joined if "**" in joined else line


def inline_text(text: str) -> str:
    """The words of one line of Markdown: emphasis, links and tags removed, images dropped."""
    if not any(sign in text for sign in "*_[<&`\\"):
        return text
    (token,) = _MARKDOWN.parseInline(text)
    return words_of(token.children or [])


def words_of(tokens: list[Token]) -> str:
    """The words of Markdown inline tokens; line breaks of the source stay.

    A break that the page shows is a vertical tab, as `clean` makes a line break of. So is one
    between lines that are no prose, as in a list of names that its writer thought to be one, one
    between lines that open with a label in bold, "**Date:** 12 May 2019", and one before lines
    that count in letters, Roman numerals or "3.1", which are no list in Markdown: "a. Roof".
    Items of a list in HTML are parted by bullets.
    """
    parts = []
    labelled, apart = _is_label(tokens), _stand_apart(tokens)
    counted = {*_counted(tokens), *_behind_short_lines(tokens)}
    for at, token in enumerate(tokens):
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "softbreak" and not _shows_break(tokens, at):
            shown = apart or at in counted or (labelled and _is_label(tokens[at + 1 :]))
            parts.append("\v" if shown else "\n")
        elif token.type == "hardbreak" or _BREAK.match(token.content):
            parts.append("\v")
        elif _ITEM.match(token.content) and parts[-1:] != [CELL_ITEM]:
            parts.extend([CELL_ITEM] if any(map(str.strip, parts)) else [])
    return _UNCLOSED.sub("", _REOPENED.sub("", "".join(parts)))


def _shows_break(tokens: list[Token], at: int) -> bool:
    """Whether the page shows a break before or behind the end of a line in the source."""
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return any(_BREAK.match(token.content) for token in beside)


def _stand_apart(tokens: list[Token]) -> bool:
    """Whether each line opens with a capital and is short, or has a label: none goes on."""
    words = ("\n" if token.type in _BREAKS else token.content for token in tokens)
    lines = "".join(words).split("\n")
    if len(lines) >= _FEWEST and all(map(_LABEL.match, lines)):
        return True
    if not all(map(_OPENS.match, lines)):
        return False
    ends = any(line.rstrip().endswith(_GOES_ON) for line in lines[:-1])
    return len(lines) > _FEWEST and not ends and all(len(line) <= _SHORT for line in lines)


def _behind_short_lines(tokens: list[Token]) -> Iterator[int]:
    """The breaks behind lines much shorter than the others, which no prose would break off.

    So pages of other formats are copied: "Ann Lowe", "yes" and "Ben Tarn" below one another.
    """
    breaks = [-1, *(at for at, token in enumerate(tokens) if token.type in _BREAKS), len(tokens)]
    lines = ["".join(t.content for t in tokens[a + 1 : b]).strip() for a, b in pairwise(breaks)]
    longest = max(map(len, lines))
    for at, line, after in zip(breaks[1:], lines, lines[1:], strict=False):
        short = len(line) <= _BRIEF and 2 * len(line) <= longest
        opens = _OPENS.match(after) or len(after) <= _MARK
        if longest > _SHORT and short and opens and not line.endswith(_GOES_ON):
            yield at


def _counted(tokens: list[Token]) -> Iterator[int]:
    """The breaks before lines that count on from the first; capitals, or "3.1", two at least."""
    lines = [
        (at - 1, part)
        for at, token in enumerate(tokens)
        if at and tokens[at - 1].type == "softbreak" and (part := _PART.match(token.content))
    ]
    for style in (*_SMALL, ListStyle.UPPER_LETTER, ListStyle.DECIMAL):
        found: list[int] = []
        for at, part in lines:
            number = part["dotted"] if style is ListStyle.DECIMAL else part["part"]
            if number == counter(style, len(found) + 1):
                found.append(at)
        if len(found) >= (1 if style in _SMALL else _FEWEST):
            yield from found


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
