"""What is taken from each page of a PDF before its layout is understood."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pdfplumber.page import Page
from pdfplumber.table import Table

from kg.reading.pdf.lines import Rule, Word, gather, has_meaning
from kg.reading.pdf.tables import Box, find_ruled, is_inside

_SHADOW = 1.5
_THINNEST_BULLET = 1.5
_LARGEST_BULLET = 15.0
_THICKEST_RULE = 2.5
_LETTER_GAP = 0.15


@dataclass(frozen=True)
class Sheet:
    """A page: its number from 1, its size, its words, tables, boxes of one cell,
    drawn bullets and thin horizontal rules, in points from the top left corner.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    tables: tuple[Table, ...]
    boxes: tuple[Box, ...]
    bullets: tuple[Box, ...]
    rules: tuple[Rule, ...]

    @cached_property
    def loose_lines(self) -> list[list[Word]]:
        """The words outside tables and boxes, line by line."""
        boxes = [*(table.bbox for table in self.tables), *self.boxes]
        return gather(word for word in self.words if not any(is_inside(word, b) for b in boxes))


def take_sheet(page: Page) -> Sheet:
    """What a page holds; text on its side is left out, and words of no known letter."""
    upright = page.filter(lambda item: item.get("upright", True))
    words = upright.extract_words(
        x_tolerance_ratio=_LETTER_GAP, extra_attrs=["fontname", "size"], keep_blank_chars=False
    )
    ruled = (r for r in (*page.rects, *page.lines) if r["bottom"] - r["top"] < _THICKEST_RULE)
    tables, boxes = find_ruled(page)
    sheet = Sheet(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        words=_distinct(list(filter(has_meaning, words))),
        tables=tuple(tables),
        boxes=tuple(boxes),
        bullets=tuple(_box(item) for item in (*page.images, *page.curves) if _is_bullet(item)),
        rules=tuple((r["x0"], r["x1"], (r["top"] + r["bottom"]) / 2) for r in ruled),
    )
    page.close()
    return sheet


def _distinct(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without those printed twice at one place to look bold or shaded."""
    kept: dict[tuple[str, int, int], Word] = {}
    for word in words:
        x, y = round(word["x0"] / _SHADOW), round(word["top"] / _SHADOW)
        near = ((word["text"], x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        if not any(place in kept for place in near):
            kept[(word["text"], x, y)] = word
    return tuple(kept.values())


def _box(item: dict[str, Any]) -> Box:
    return item["x0"], item["top"], item["x1"], item["bottom"]


def _is_bullet(item: dict[str, Any]) -> bool:
    """Whether a picture or curve is as small as a drawn bullet."""
    sides: list[float] = [item["width"], item["height"]]
    return min(sides) > _THINNEST_BULLET and max(sides) < _LARGEST_BULLET
