"""Headings: which short lines head what follows, and how deep each stands.

A format with styles tells its headings itself; here they are told for plain
text, and the levels are settled that no format says.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.markers import parse_marker
from kg.tables.load import table

_LONGEST = 110
_MOST_WORDS = 16
_BODY = 60
_CLASSES = ("part", "minute", "section")
_ITEM = re.compile(r"(?P<number>\d{1,2}[a-z]?)\s+(?P<title>[#A-Z\"'\u2018\u201c].*)")
_FINAL = re.compile(r"[.;:,!\u2026]$")
_MONTHS = "january february march april may june july august september october november december"
PART, SECTION, SUBSECTION = 1, 2, 3


def known(text: str) -> str | None:
    """The class of a well-known heading ("part", "section", "minute"), or None.

    A number before it, a colon or a full stop after it do not matter.
    """
    line = re.sub(r"[\s:.]+$", "", parse_marker(text).rest)
    return next((kind for kind in _CLASSES if _whole(kind).fullmatch(line)), None)


def item_number(text: str) -> str | None:
    """The number of a heading such as "3 Priorities for the year", or None."""
    match = _ITEM.fullmatch(text)
    if not match or match["title"].split()[0].lower() in _MONTHS.split():
        return None
    return match["number"]


def find_headings(blocks: Sequence[Block], shown: bool = False) -> list[Block]:
    """The blocks with those that head others made headings.

    ``shown`` says that headings are set off by their look, so that a plain line
    is one only when its words are well known.
    """
    found = list(blocks)
    for index in range(len(found) - 1, -1, -1):
        if found[index].kind is Kind.TEXT and _heads(found, index, shown):
            found[index] = replace(found[index], kind=Kind.HEADING)
    return found


def _heads(blocks: Sequence[Block], index: int, shown: bool) -> bool:
    """Whether a text block heads the blocks after it; those are already told."""
    text = blocks[index].text
    if index + 1 == len(blocks) or "\n" in text:
        return False
    if known(text):
        return blocks[index].strong or not parse_marker(text).number
    if not _is_short_line(text):
        return False
    following = next((b for b in blocks[index + 1 :] if b.kind is not Kind.FURNITURE), None)
    if following is None:
        return False
    if blocks[index].strong:
        return _is_strong_heading(text, following)
    if _FINAL.search(text) or parse_marker(text) or not _is_titular(text):
        return False
    return not shown and _is_body(following)


def _is_strong_heading(text: str, following: Block) -> bool:
    """Whether a line in bold heads what follows; a numbered one does so over a body only."""
    marker = parse_marker(text)
    if marker.bullet or marker.listed or _FINAL.search(text.rstrip(":")):
        return False
    numbered_next = following.strong and parse_marker(following.text).number is not None
    return _is_titular(marker.rest) and not (marker.number and numbered_next)


def _is_short_line(text: str) -> bool:
    return len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS


def _is_titular(text: str) -> bool:
    """Whether a line begins like a title and gives no date, address or person's position."""
    first = text.lstrip("\"'\u2018\u201c#")[:1]
    words = re.findall(r"[^\W\d_]{2,}", text)
    if not words or not (first.isupper() or item_number(text)) or _whole("never").fullmatch(text):
        return False
    return not ("," in text and _position().search(text))


def _is_body(block: Block) -> bool:
    """Whether a block is something that a heading may stand over."""
    if block.kind is Kind.TEXT:
        return len(block.text) >= _BODY or parse_marker(block.text).number is not None
    return True


def demote_numbered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with those headings made text whose number counts on among paragraphs.

    Of paragraphs numbered 39, 40, 41 one may be set large; it is a paragraph.
    """
    found = list(blocks)
    numbered = [i for i, block in enumerate(found) if _count(block) is not None]
    for before, index, after in zip(numbered, numbered[1:], numbered[2:], strict=False):
        count = _count(found[index])
        neighbours = (found[before], found[after])
        texts = {_count(block) for block in neighbours if block.kind is Kind.TEXT}
        if found[index].kind is Kind.HEADING and count is not None and count - 1 in texts:
            found[index] = replace(found[index], kind=Kind.TEXT, level=None)
    return found


def _count(block: Block) -> int | None:
    """The whole number at the head of a paragraph or heading."""
    number = parse_marker(block.text).number if block.kind in (Kind.TEXT, Kind.HEADING) else None
    return int(number) if number and number.isdigit() else None


def set_levels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a level for each heading whose format says none.

    Parts of a pack and titles of reports are level 1, well-known sections
    and items of a meeting 2, sections within an item 3. Of two headings
    without text between, the second is below the first, and those after it
    are beside it until a well-known one comes. Below a heading whose level
    the format says, the others stand deeper than it.
    """
    levelled: list[Block] = []
    state = _Depth()
    told = 0
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING and block.level is None:
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            state.step(block.text, following)
            block = replace(block, level=max(state.level, told + 1))
        elif block.kind is Kind.HEADING and not block.strong:
            told = block.level or 0
        levelled.append(block)
    return levelled


class _Depth:
    """The level of the heading read last, and what it depends on."""

    def __init__(self) -> None:
        self.level = 0
        self._in_item = False
        self._in_unknown = False
        self._title = ""
        self._unknown = SECTION

    def step(self, text: str, following: Block | None) -> None:
        """Settle the level of the heading ``text``, given the blocks around it."""
        kind = known(text)
        if kind == "part" or self._is_title(text, following):
            self.level, self._in_item, self._unknown = PART, False, SECTION
            self._in_unknown = False
            self._title = _folded(text)
        elif item_number(text):
            self.level, self._in_item, self._in_unknown = SECTION, True, False
        elif kind == "minute" and (self._in_item or self._in_unknown):
            self.level = SUBSECTION
        elif number := parse_marker(text).number:
            self.level = SECTION + number.count(".")
            self._unknown = self.level + 1
        elif kind:
            self.level, self._unknown, self._in_unknown = SECTION, SECTION, False
        elif following is not None and following.kind is Kind.HEADING and not known(following.text):
            self.level, self._unknown, self._in_unknown = SECTION, SUBSECTION, True
        else:
            self.level = SUBSECTION if self._in_item else self._unknown
            self._in_unknown = self.level == SECTION or self._in_unknown

    def _is_title(self, text: str, following: Block | None) -> bool:
        """Whether a heading is a report's title: its purpose follows, or it is said again."""
        if _folded(text) == self._title:
            return True
        return following is not None and re.match(r"(?i)purpose\b", following.text) is not None


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


@cache
def _whole(kind: str) -> re.Pattern[str]:
    """One pattern for a class of lines in the table of headings."""
    return re.compile("|".join(f"(?:{line})" for line in table("reading_headings")[kind]), re.I)


@cache
def _position() -> re.Pattern[str]:
    """Words of a person's position at the end of a line, or just before a comma or dash."""
    words = "|".join(table("reading_headings")["position"])
    return re.compile(rf"\b(?:{words})s?(?:\s*[-\u2013,(].*|\s+(?:of|for)\s.*)?$", re.IGNORECASE)
