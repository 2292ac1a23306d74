"""What the styles of a Word document say of a paragraph: heading level, bold, list."""

import re
from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element

from kg.reading.office.attributes import whole
from kg.reading.office.runs import Run

_HEADING = re.compile(r"heading\s*(\d)", re.IGNORECASE)
_DEEPEST = 6
_MEASURES = ("left", "start", "firstLine", "hanging")
_TWIPS = re.compile(r"-?\d{1,6}")
_LETTER = 110
_OFF = ("0", "false", "off", "none")


class Styles:
    """The paragraph styles of a document by their ids."""

    def __init__(self, document: WordDocument) -> None:
        self._styles: dict[str, _Element] = {}
        self._default: _Element | None = None
        for style in document.styles.element.iter(qn("w:style")):
            self._styles[style.get(qn("w:styleId"), "")] = style
            if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) == "1":
                self._default = style

    def of(self, paragraph: _Element) -> list[_Element]:
        """The style of a paragraph and those it is based on, nearest first."""
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = self._styles.get(named.get(qn("w:val"), "")) if named is not None else self._default
        chain: list[_Element] = []
        while style is not None and style not in chain:
            chain.append(style)
            base = style.find(qn("w:basedOn"))
            style = self._styles.get(base.get(qn("w:val"), "")) if base is not None else None
        return chain

    def heading_level(self, paragraph: _Element) -> int | None:
        """The level from 1 that a paragraph's outline level or style name gives it."""
        outline = paragraph.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        for style in [None, *self.of(paragraph)]:
            if style is not None:
                outline = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
                name = style.find(qn("w:name"))
                named = name.get(qn("w:val"), "") if name is not None else ""
                if named.lower() == "title":
                    return 1
                if match := _HEADING.fullmatch(named):
                    return min(int(match[1]), _DEEPEST)
            level = whole(outline.get(qn("w:val")) if outline is not None else None, _DEEPEST)
            if level < _DEEPEST:
                return level + 1
        return None

    def runs(self, paragraph: _Element) -> list[Run]:
        """The runs of a paragraph that hold words or blanks."""
        by_style = self._by_style(paragraph)
        runs = [(run, _text(run)) for run in paragraph.iter(qn("w:r"))]
        return [(words, _runs_bold(run, by_style)) for run, words in runs if words]

    def indent(self, paragraph: _Element) -> float:
        """How far to the right the first line of a paragraph begins, in widths of a letter."""
        marks = [e.find(f"{qn('w:pPr')}/{qn('w:ind')}") for e in (paragraph, *self.of(paragraph))]
        said = {name: value for mark in reversed(marks) for name, value in _indents(mark)}
        left = said.get("left", said.get("start", 0))
        return (left + said.get("firstLine", 0) - said.get("hanging", 0)) / _LETTER

    def _by_style(self, paragraph: _Element) -> bool:
        said = [bold for style in self.of(paragraph) if (bold := _bold(style)) is not None]
        return bool(said) and said[0]

    def look(self, paragraph: _Element) -> str:
        """How the first words of a paragraph are set: slant, underline and size."""
        runs = [run for run in paragraph.iter(qn("w:r")) if _has_words(run)][:1]
        found = []
        for tag in ("w:i", "w:u", "w:sz"):
            marks = [e.find(f"{qn('w:rPr')}/{qn(tag)}") for e in (*runs, *self.of(paragraph))]
            said = [mark.get(qn("w:val"), "1") for mark in marks if mark is not None]
            found.append(said[0] if said else "")
        return " ".join(("bold", *found))


def _indents(mark: _Element | None) -> Iterator[tuple[str, int]]:
    """What an indent says, by the names of its measures, in twentieths of a point."""
    for name in _MEASURES:
        value = mark.get(qn(f"w:{name}"), "") if mark is not None else ""
        if _TWIPS.fullmatch(value):
            yield name, int(value)


def _runs_bold(run: _Element, by_style: bool) -> bool:
    own = _bold(run)
    return by_style if own is None else own


def _bold(element: _Element) -> bool | None:
    """Whether a run or style says bold, not bold, or nothing of it."""
    bold = element.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return None if bold is None else bold.get(qn("w:val"), "1") not in _OFF


def _has_words(run: _Element) -> bool:
    return bool(_text(run).strip())


def _text(run: _Element) -> str:
    parts = run.iter(qn("w:t"), qn("w:tab"))
    return "".join("\t" if part.tag == qn("w:tab") else part.text or "" for part in parts)
