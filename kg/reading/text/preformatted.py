"""Lines as a writer set them to paragraphs and tables, whether wrapped or not."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.furniture import page_heads
from kg.reading.headings.customary import is_customary
from kg.reading.headings.headings import breaks_off, known
from kg.reading.headings.series import counted_lines
from kg.reading.hyphens import Mender
from kg.reading.join import opens_contact
from kg.reading.markers import is_bare_marker, parse_marker
from kg.reading.tables.aligned import with_tabs
from kg.reading.tables.tabbed import parse_rows, table_regions
from kg.reading.text.inline import has_inline_markdown, inline_text, is_strong
from kg.reading.text.lines import RULE, Flow, Layout, layout_of
from kg.tables.load import alternation
from kg.tables.load import words as words_of

_ARROW = re.compile(r"(?:[-=]+>|[→➔➜⇒➡»])\s*(?=\w)")
"""A sign before what is to be done."""
_DATED = re.compile(rf"\b{alternation('line_breaks', 'dated')}$")
_SHORT = 90
_SHORTER = 0.7
_TITLE = 35
_FAR = 40
_STAMPED = 56
_STAMP = re.compile(r"(?:agenda )?item (?:no\.? ?)?[\dA-Z]{1,3}(?:[./]\d{1,2})?", re.IGNORECASE)
"""As which item a paper was put before another meeting, far to the right: "ITEM 3"."""
_LABELLED = re.compile(r"\S*@|\w{1,12}:")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LEAD = re.compile(r"(\S{1,10}\s+)?\*\*([^*\n]+)\*\*(?=\s*\S)")
_PAGES = re.compile(r"(?<!\s)\s*\([^()]*\)$")
_TITLED = re.compile(r"(?P<title>[A-Z][^.:;!?]{2,60}): +[A-Z]")
"""How a line opens with a title and goes on with what is said of it."""
_HASH_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")


def preformatted(text: str, paged: bool = False) -> Iterator[Block]:
    """The paragraphs and tables of a text whose lines stand as its writer set them.

    Those of one that is ``paged`` a program set, from the pages of a PDF.
    """
    lines = _heads_apart([line if line.strip() else "" for line in text.split("\n")])
    return _blocks(with_tabs(lines), paged)


def _heads_apart(lines: Sequence[str]) -> list[str]:
    """The lines with blank ones about the running heads of printed pages."""
    heads = page_heads([line.strip() for line in lines if line])
    return [one for line in lines for one in (("", line, "") if line.strip() in heads else (line,))]


def _blocks(lines: Sequence[str], paged: bool) -> Iterator[Block]:
    said = [line.strip() for line in lines if line]
    counted = frozenset(" ".join(said[at].split()) for at in counted_lines(said))
    marked_up = has_inline_markdown("\n".join(lines))
    prose = _Prose(layout_of(lines, paged), marked_up, Mender(lines), counted)
    position = 0
    for start, end in table_regions(lines):
        yield from prose.blocks(lines[position:start])
        for rows in parse_rows(lines[start:end]):
            yield Block(Kind.TABLE, rows=tuple(rows))
        position = end
    yield from prose.blocks(lines[position:])


def _heads_alone(current: str) -> bool:
    """Whether the only line so far is a title: numbered or in capitals, no sentence."""
    marker = parse_marker(current)
    if "\n" in current or len(current) > _SHORT or current[-1:] in ".,;:–—":
        return False
    return (marker.number is not None and not marker.listed) or current.isupper()


def _counts_on(current: str, line: str) -> bool:
    """Whether the number of a line is the next behind that of the paragraph above."""
    number, following = parse_marker(current).number or "", parse_marker(line).number or ""
    return number.isdigit() and following.isdigit() and int(following) == int(number) + 1


def _heads_margin(words: str, margin: int) -> bool:
    """Whether a line far to the right heads the margin that says who is to act, or is the stamp
    that says as which item of another meeting a paper was put before it.
    """
    heads = words.strip(" :").lower() in words_of("sections", "lists", "margin")
    return margin >= _FAR and (
        heads or (margin >= _STAMPED and _STAMP.fullmatch(words) is not None)
    )


def _is_shouted(line: str) -> bool:
    """Whether the words of a line are in capitals, but for the pages in brackets behind them."""
    return _PAGES.sub("", parse_marker(line).rest).isupper()


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of a line, and how many blanks stand before them."""

    words: str
    margin: int


@dataclass(frozen=True, slots=True)
class _Prose:
    """How the lines of a text that are no tables make paragraphs.

    ``counted`` are the lines that open with a number in no form of lists, which runs on.
    """

    layout: Layout
    marked_up: bool
    mender: Mender
    counted: Collection[str]

    def blocks(self, lines: Sequence[str]) -> Iterator[Block]:
        """The paragraphs of some lines."""
        group: list[_Line] = []
        for line in [*lines, ""]:
            words = " ".join((_IMAGE.sub("", line) if self.marked_up else line).split())
            margin = len(line) - len(line.lstrip())
            to_margin = _heads_margin(words, margin)
            if words and not RULE.fullmatch(words) and not to_margin:
                group.append(_Line(words, margin))
                continue
            ruled = words and not to_margin
            title = group.pop() if ruled and group and len(group[-1].words) <= _SHORT else None
            if group:
                yield from (self._block(*words) for words in self._paragraphs(group))
                group = []
            if title is not None:
                yield Block(Kind.TEXT, title.words, strong=True, typed=True)
            if to_margin:
                yield Block(Kind.FURNITURE, words)

    def _paragraphs(self, group: Sequence["_Line"]) -> Iterator[tuple[str, int]]:
        """The paragraphs in lines that no blank line parts, and the blanks before each."""
        if self.layout.flow is Flow.LINES:
            yield from ((line.words, line.margin) for line in group)
            return
        together = all(self._is_short(line.words) for line in group)
        current, margin = group[0].words, group[0].margin
        last, numbered = current, self._is_numbered(current)
        for line in group[1:]:
            hangs = line.margin > margin and numbered and not self._opens(line.words)
            titled = hangs and current == last and self._heads_below(current, line.words)
            if hangs and not titled and not (_is_shouted(current) and not _is_shouted(line.words)):
                current = self.mender.join(current, line.words)
            elif titled or self._starts(line.words, current, last, together):
                yield current, margin
                current, margin = line.words, line.margin
                numbered = self._is_numbered(current)
            else:
                current = self._joined(current, last, line.words)
            last = line.words
        yield current, margin

    def _is_numbered(self, line: str) -> bool:
        """Whether a number or a bullet stands before a line."""
        return bool(parse_marker(line)) or line in self.counted

    def _opens(self, line: str) -> bool:
        """Whether a number, a bullet or an arrow before a line opens a paragraph."""
        return self._is_numbered(line) or _ARROW.match(line) is not None

    def _heads_below(self, line: str, below: str) -> bool:
        """Whether a numbered line ends well before the width of the text, over a sentence."""
        wrapped = self.layout.flow is Flow.WRAPPED
        short = self._is_short(line) if wrapped else len(line) <= _TITLE
        return short and line[-1:] not in ".,;:" and below[:1].isupper()

    def _is_short(self, line: str) -> bool:
        """Whether a line is too short to have been broken at the width of the text."""
        if self.layout.flow is Flow.WRAPPED:
            return len(line) < _SHORTER * self.layout.width
        return len(line) <= _SHORT

    def _is_full(self, line: str, below: str) -> bool:
        """Whether a line ends at the width of the text: the first word below would not fit."""
        word = below.partition(" ")[0]
        wrapped = self.layout.flow is Flow.WRAPPED
        full = wrapped and len(line) + 1 + len(word) > (self.layout.full or self.layout.width)
        return full and line.isupper() == below.isupper()

    def _starts(self, line: str, current: str, last: str, together: bool) -> bool:
        """Whether a line opens a paragraph of its own after those of ``current``, and ``last``."""
        counts_on = line in self.counted or _counts_on(current, line)
        if self._is_carried(last, line) and not counts_on:
            return False
        if self._opens(line) or _HASH_HEADING.fullmatch(line) or known(line):
            return True
        alone = not (line.isupper() or line[:1].islower() or breaks_off(current))
        titled = known(current) or (_heads_alone(current) and alone)
        if opens_contact(current, line) or (titled and not self._is_full(last, line)):
            return True
        if self.layout.flow is Flow.WRAPPED and not self._is_short(last):
            title = _TITLED.match(line)
            return title is not None and (last.endswith(".") or is_customary(title["title"]))
        return not together

    def _is_carried(self, last: str, line: str) -> bool:
        """Whether a full line breaks off before one that only looks like a heading or an item."""
        if self.layout.flow is not Flow.WRAPPED or self._is_short(last):
            return False
        if line[:1].isdigit() and _DATED.search(last):
            return True
        return breaks_off(last) and not parse_marker(line).bullet

    def _joined(self, current: str, last: str, line: str) -> str:
        """Two lines of one paragraph: broken at a width they run on, else each keeps its line."""
        if self.layout.flow is Flow.WRAPPED and not self._is_short(last):
            return self.mender.join(current, line)
        lower = line[:1].islower() and not _LABELLED.match(line)
        open_end = breaks_off(last) or last.endswith(("–", "—"))
        runs_on = lower or open_end or (is_bare_marker(last) and not last.isdigit())
        return f"{current} {line}" if runs_on else f"{current}\n{line}"

    def _block(self, text: str, margin: int) -> Block:
        heading = _HASH_HEADING.fullmatch(text)
        if heading:
            return Block(Kind.HEADING, inline_text(heading[2]), level=len(heading[1]))
        words = inline_text(text).replace("**", "") if self.marked_up else text
        strong = is_strong(text)
        return Block(Kind.TEXT, words, strong=strong, lead=_lead(text), margin=margin, typed=True)


def _lead(text: str) -> str:
    """The words in bold at the head of a paragraph, with a number or bullet before them."""
    match = _LEAD.match(text)
    before = match[1] or "" if match else ""
    return before + match[2] if match and (not before or is_bare_marker(before)) else ""
