"""Automatic lists of a Word document: the numbers that its pages show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element

from kg.numbering import ListStyle, counter
from kg.reading.markers import BOX
from kg.reading.office.attributes import whole

_FORMATS = {
    "decimal": ListStyle.DECIMAL,
    "decimalZero": ListStyle.DECIMAL,
    "lowerLetter": ListStyle.LOWER_LETTER,
    "upperLetter": ListStyle.UPPER_LETTER,
    "lowerRoman": ListStyle.LOWER_ROMAN,
    "upperRoman": ListStyle.UPPER_ROMAN,
}
_DEEPEST = 9
_BUILT_IN = re.compile(r"list(?: bullet| number)? ([2-5])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list; ``label`` is its number or box, "" for another bullet."""

    label: str
    depth: int


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts: its format, the pattern of its label, its start."""

    style: ListStyle | None
    pattern: str
    start: int


@dataclass
class _List:
    """A list's levels and how far each has counted."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)

    def step(self, depth: int) -> str:
        """Count one item at a level and give its label."""
        level = self.levels.get(depth, _Level(None, "", 1))
        self.counts[depth] = self.counts.get(depth, level.start - 1) + 1
        for deeper in [known for known in self.counts if known > depth]:
            del self.counts[deeper]
        if level.style is None:
            return level.pattern if BOX.match(f"{level.pattern} X") else ""
        return re.sub(r"%(\d)", lambda match: self._number(int(match[1]) - 1), level.pattern)

    def _number(self, depth: int) -> str:
        level = self.levels.get(depth, _Level(ListStyle.DECIMAL, "", 1))
        return counter(level.style or ListStyle.DECIMAL, self.counts.get(depth, level.start))


class Lists:
    """The lists of a document, counted on as its paragraphs are read in order."""

    def __init__(self, document: WordDocument) -> None:
        self._numbers: dict[str, _Element] = {}
        self._abstract: dict[str, _Element] = {}
        self._lists: dict[str, _List] = {}
        part = document.part.numbering_part if _has_numbering(document) else None
        for element in part.element if part is not None else ():
            if element.tag == qn("w:num"):
                self._numbers[element.get(qn("w:numId"), "")] = element
            elif element.tag == qn("w:abstractNum"):
                self._abstract[element.get(qn("w:abstractNumId"), "")] = element

    def item(self, paragraph: _Element, styles: Sequence[_Element]) -> Item | None:
        """The list item that a paragraph is, counted; None for one in no list."""
        place = _place(paragraph, styles)
        if place is None or place[0] not in self._numbers:
            return None
        number, depth = place
        if number not in self._lists:
            self._lists[number] = self._open(number)
        return Item(self._lists[number].step(depth), max(depth, _named_depth(styles)) + 1)

    def depth(self, paragraph: _Element, styles: Sequence[_Element]) -> int | None:
        """The depth of a list item from 1."""
        place = _place(paragraph, styles)
        return max(place[1], _named_depth(styles)) + 1 if place else None

    def _open(self, number: str) -> _List:
        """The list of a number; numbers that restart nothing go on with the list they share."""
        element = self._numbers[number]
        abstract = element.find(qn("w:abstractNumId"))
        key = abstract.get(qn("w:val"), "") if abstract is not None else ""
        overrides = element.findall(qn("w:lvlOverride"))
        shared = self._lists.get(f"abstract {key}")
        if shared is not None and not overrides:
            return shared
        levels = _levels(self._abstract.get(key))
        for override in overrides:
            _override(levels, override)
        opened = _List(levels)
        self._lists[f"abstract {key}"] = opened
        return opened


def _has_numbering(document: WordDocument) -> bool:
    return any(rel.reltype.endswith("/numbering") for rel in document.part.rels.values())


def _place(paragraph: _Element, styles: Sequence[_Element]) -> tuple[str, int] | None:
    """The list number and depth (from 0) that a paragraph or its styles name."""
    number, depth = None, None
    for element in (paragraph, *styles):
        properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is None:
            continue
        number = number or _value(properties, "w:numId")
        depth = depth or _value(properties, "w:ilvl")
    if number in (None, "0"):
        return None
    return str(number), whole(depth, 0)


def _named_depth(styles: Sequence[_Element]) -> int:
    """The depth (from 0) that the name of one of Word's own list styles gives its items."""
    names = (_value(style, "w:name") or "" for style in styles)
    return next((int(match[1]) - 1 for name in names if (match := _BUILT_IN.fullmatch(name))), 0)


def _value(parent: _Element, tag: str) -> str | None:
    element = parent.find(qn(tag))
    return element.get(qn("w:val")) if element is not None else None


def _levels(abstract: _Element | None) -> dict[int, _Level]:
    levels = {}
    for element in abstract.findall(qn("w:lvl")) if abstract is not None else ():
        depth = whole(element.get(qn("w:ilvl"), "0"), _DEEPEST)
        if depth < _DEEPEST:
            levels[depth] = _level(element)
    return levels


def _level(element: _Element) -> _Level:
    return _Level(
        style=_FORMATS.get(_value(element, "w:numFmt") or ""),
        pattern=_value(element, "w:lvlText") or "",
        start=whole(_value(element, "w:start")),
    )


def _override(levels: dict[int, _Level], override: _Element) -> None:
    """Apply what a number changes in a level of its list."""
    depth = whole(override.get(qn("w:ilvl"), "0"), _DEEPEST)
    level = override.find(qn("w:lvl"))
    base = _level(level) if level is not None else levels.get(depth)
    if base:
        start = whole(_value(override, "w:startOverride"), base.start)
        levels[depth] = _Level(base.style, base.pattern, start)
