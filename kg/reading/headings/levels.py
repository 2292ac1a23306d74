"""How deep each heading stands whose format does not say so."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.headings.headings import item_number, known
from kg.reading.markers import parse_marker

PART, SECTION, SUBSECTION = 1, 2, 3
_DEEPEST = 6
_SEVERAL = 2
_SIZE = re.compile(r"\b([\d.]+)pt\b")
"""The size of letters in the name of a look."""


def set_levels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a level for each heading whose format says none.

    Parts of a pack and titles of reports are level 1, well-known sections
    and items of a meeting 2, sections within an item 3. Headings that look
    alike stand alike; a look met first below another is deeper than it. Of two
    headings without text between, the second is below the first, and those
    after it are beside it until a well-known one comes, unless sizes tell how deep each is.
    Below a heading whose level the format says, the others stand deeper than it.
    """
    levelled: list[Block] = []
    state = _Depth(sized=_are_sized(blocks))
    told = 0
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING and block.level is None:
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            state.step(block, following)
            block = replace(block, level=min(max(state.level, told + 1), _DEEPEST))
        elif block.kind is Kind.HEADING:
            told = block.level or 0
        levelled.append(block)
    return levelled


class _Depth:
    """The level of the heading read last, and what it depends on."""

    def __init__(self, *, sized: bool) -> None:
        self.level = 0
        self._sized = sized
        self._shown = 0
        self._title = ""
        self._item_size = 0.0
        self._in_item = False
        self._in_unknown = False
        self._nested: int | None = None
        self._looks: dict[str, int] = {}

    def step(self, heading: Block, following: Block | None) -> None:
        """Settle the level of a heading, given the block after it."""
        self._settle_level(heading, following)
        if heading.look:
            self._shown = self.level

    def _settle_level(self, heading: Block, following: Block | None) -> None:
        text, kind = heading.text, known(heading.text)
        number = parse_marker(text).number
        if kind == "part" and _points(heading.look) < self._item_size:
            self._step_unknown(heading, following)
        elif (kind == "part" and not number) or self._is_title(text, following):
            self._settle(PART)
            self._title = _folded(text)
        elif item_number(text):
            self._settle(SECTION)
            self._in_item = True
        elif kind == "minute" and (self._in_item or self._in_unknown):
            self.level = self._beside(heading.look) if heading.look else SUBSECTION
        elif number:
            self._settle(SECTION + number.count("."), heading.look)
            self._item_size = _points(heading.look) if self._sized else 0.0
        elif kind:
            self._settle(SECTION, heading.look)
        else:
            self._step_unknown(heading, following)

    def _settle(self, level: int, look: str = "") -> None:
        """Open a heading of a known kind; its look, met before, tells its level better."""
        self.level = self._looks.setdefault(look, level) if look else level
        self._in_item = self._in_unknown = False
        self._nested = None

    def _step_unknown(self, heading: Block, following: Block | None) -> None:
        """Open a heading whose words say nothing of its place."""
        if self._in_item and not heading.look:
            self.level = SUBSECTION
            return
        base = self._base(heading.look)
        if not self._sized and _is_alike_heading(heading, following):
            self.level, self._nested = base, base
        else:
            self.level = base + 1 if self._nested == base else base
        self._in_item = False
        self._in_unknown = True

    def _base(self, look: str) -> int:
        """The level of a look: as met before, or below the last heading with a look."""
        if not look:
            return SECTION
        level = self._shown + 1 if self._looks else SECTION
        return self._looks.setdefault(look, max(level, SECTION))

    def _beside(self, look: str) -> int:
        base = self._base(look)
        return base + 1 if self._nested == base else base

    def _is_title(self, text: str, following: Block | None) -> bool:
        """Whether a heading is a report's title: its purpose follows, or it is said again."""
        if _folded(text) == self._title:
            return True
        return following is not None and re.match(r"(?i)purpose\b", following.text) is not None


def _is_alike_heading(heading: Block, following: Block | None) -> bool:
    """Whether the block after a heading is a heading of the same look and of unknown words."""
    if following is None or following.kind is not Kind.HEADING:
        return False
    return following.look == heading.look and known(following.text) is None


def _are_sized(blocks: Sequence[Block]) -> bool:
    """Whether headings are set in two sizes, several in each."""
    heads = (_SIZE.search(block.look) for block in blocks if block.kind is Kind.HEADING)
    sizes = Counter(size.group() for size in heads if size)
    return sum(count >= _SEVERAL for count in sizes.values()) > 1


def _points(look: str) -> float:
    """The size of letters that the name of a look tells, 0 where none does."""
    size = _SIZE.search(look)
    return float(size[1]) if size else 0.0


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
