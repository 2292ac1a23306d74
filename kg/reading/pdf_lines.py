"""Words of a PDF page gathered into lines, and lines into paragraphs.

Coordinates are points from the top left corner of the page.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.reading.hyphens import Mender
from kg.reading.markers import parse_marker

Word = dict[str, Any]
"""A word as pdfplumber gives it: text, x0, x1, top, bottom, fontname, size."""

Rule = tuple[float, float, float]
"""A thin horizontal rule: its left and right end and its distance from the top."""

_BOLD = re.compile(r"bold|black|heavy|demi(?!um)", re.IGNORECASE)
_SYMBOLS = re.compile(r"symbol|wingding|dingbat", re.IGNORECASE)
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_REFERS = re.compile(
    r"\b(?:sub-?)?(?:paragraphs?|paras?|sections?|clauses?|articles?|points?|items?|pages?|numbers?"
    r"|appendix|annex|schedule)$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[A-Z][\w ]{1,20}:")
_PROSE = 100
_OPENING = "\"'\u2018\u201c(["
_SAME_LINE = 0.4
_BLANK = 0.12
_SLACK = 2.0
_LOOSE = 1.5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its words' box, its usual font size and its style.

    ``first`` is the width of its first word. ``strong`` says that it is set in
    bold throughout; ``underlined`` that a rule runs below its words.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    first: float
    strong: bool = False
    underlined: bool = False


def gather(words: Iterable[Word]) -> list[list[Word]]:
    """The words line by line from the top, each line from the left.

    Words are of one line when their boxes overlap in height, so that a
    raised "th" stays with its number.
    """
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        line = next((line for line in reversed(lines[-3:]) if _beside(line[0], word)), None)
        if line is None:
            lines.append([word])
        else:
            line.append(word)
    for line in lines:
        line.sort(key=lambda word: float(word["x0"]))
    lines.sort(key=lambda line: max(float(word["bottom"]) for word in line))
    return lines


def _beside(word: Word, other: Word) -> bool:
    overlap = min(word["bottom"], other["bottom"]) - max(word["top"], other["top"])
    least = min(word["bottom"] - word["top"], other["bottom"] - other["top"])
    return bool(overlap >= _SAME_LINE * least)


def make_line(words: Sequence[Word], rules: Sequence[Rule] = ()) -> Line:
    """The line that words make; ``rules`` are the thin rules of the page."""
    letters: Counter[float] = Counter()
    bold = 0
    for word in words:
        letters[round(word["size"], 1)] += len(word["text"])
        bold += len(word["text"]) if _BOLD.search(word["fontname"]) else 0
    size = letters.most_common(1)[0][0]
    x0, x1 = words[0]["x0"], max(word["x1"] for word in words)
    bottom = max(word["bottom"] for word in words)
    return Line(
        text=_line_text(words),
        x0=x0,
        x1=x1,
        top=min(word["top"] for word in words),
        bottom=bottom,
        size=size,
        first=words[0]["x1"] - words[0]["x0"],
        strong=bold >= 0.8 * letters.total(),
        underlined=_is_underlined(x0, x1, bottom, size, rules),
    )


def _line_text(words: Sequence[Word]) -> str:
    """The words of a line; parts of one word that change their font are not parted."""
    parts = [_bullet_or_text(words[0])]
    for before, word in pairwise(words):
        if word["x0"] - before["x1"] > _BLANK * word["size"]:
            parts.append(" ")
        parts.append(_UNMAPPED.sub("", word["text"]))
    return "".join(parts).strip()


def _bullet_or_text(word: Word) -> str:
    """The first word of a line; a single sign of a symbol font or without meaning is a bullet."""
    text: str = word["text"]
    if _UNMAPPED.fullmatch(text) or (len(text) == 1 and _SYMBOLS.search(word["fontname"])):
        return "\u2022 "
    return _UNMAPPED.sub("", text)


def _is_underlined(x0: float, x1: float, bottom: float, size: float, rules: Sequence[Rule]) -> bool:
    below = [r for r in rules if -0.35 * size <= r[2] - bottom <= 0.2 * size]
    covered = sum(max(0.0, min(x1, right) - max(x0, left)) for left, right, _ in below)
    return covered >= 0.8 * (x1 - x0)


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that make one paragraph, and its text."""

    text: str
    lines: tuple[Line, ...]


def passages(lines: Sequence[Line], right: float, mender: Mender) -> Iterator[Passage]:
    """The paragraphs of lines set in one column that reaches to ``right``.

    A paragraph ends where the gap below a line is wide, where the style
    changes, or where a marker opens the next. A line that ends although the
    next word would have fitted keeps its line break.
    """
    group: list[Line] = []
    pitch = _usual_gap(lines)
    for line in lines:
        if group and _parts(group, line, pitch, right):
            yield Passage(_text(group, right, mender), tuple(group))
            group = []
        group.append(line)
    if group:
        yield Passage(_text(group, right, mender), tuple(group))


def _usual_gap(lines: Sequence[Line]) -> float:
    """The usual gap between two lines of a paragraph."""
    gaps = sorted(
        max(0.0, after.top - before.bottom)
        for before, after in pairwise(lines)
        if after.top > before.top
    )
    return gaps[len(gaps) // 3] if gaps else 0.0


def _parts(group: Sequence[Line], line: Line, pitch: float, right: float) -> bool:
    """Whether a line opens another paragraph than the group of lines above it."""
    last = group[-1]
    if last.strong and line.strong and ends_early(last, line, right):
        return True
    gap = line.top - last.bottom
    if gap > max(_LOOSE * pitch, pitch + 0.25 * line.size) or gap < -line.size:
        return True
    if (last.strong, last.underlined) != (line.strong, line.underlined):
        return _leaves_room(last, line, right) or gap > 0.6 * line.size
    if abs(last.size - line.size) > 0.2 * last.size:
        return True
    if ends_early(last, line, right) and _is_closed_prose(group, line):
        return True
    marker = parse_marker(line.text)
    return marker.bullet or (bool(marker) and not _is_carried(last, line))


def _is_closed_prose(group: Sequence[Line], line: Line) -> bool:
    """Whether lines make a whole paragraph of prose and ``line`` is no field of its own below."""
    length = sum(len(part.text) for part in group)
    closed = length > _PROSE and group[-1].text[-1:] in ".;"
    return closed and _FIELD.match(line.text) is None


def _is_carried(last: Line, line: Line) -> bool:
    """Whether a line that looks marked only goes on with a sentence.

    So it does after "paragraph" or the like, and where a figure such as
    "3.5" begins it and words in lower case follow.
    """
    if _REFERS.search(last.text):
        return True
    figure = line.text[0].isdigit() and parse_marker(line.text).rest[:1].islower()
    return figure and last.text[-1:].islower() and abs(line.x0 - last.x0) < 1


def _text(group: Sequence[Line], right: float, mender: Mender) -> str:
    text = group[0].text
    for last, line in pairwise(group):
        if ends_early(last, line, right):
            text = f"{text}\n{line.text}"
        else:
            text = mender.join(text, line.text)
    return text


def ends_early(last: Line, line: Line, right: float) -> bool:
    """Whether a line ends before the edge although more would have fitted, and none follows.

    A next line in lower case goes on with the sentence all the same.
    """
    return _leaves_room(last, line, right) and not line.text.lstrip(_OPENING)[:1].islower()


def _leaves_room(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of ``line`` would have fitted behind ``last``."""
    return right - last.x1 > line.first + 0.3 * line.size + _SLACK
