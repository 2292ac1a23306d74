"""Words of a PDF page gathered into lines.

Coordinates are points from the top left corner of the page.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

from kg.reading.markers import is_bare_marker

Word = dict[str, Any]
"""A word as pdfplumber gives it: text, x0, x1, top, bottom, fontname, size."""

Rule = tuple[float, float, float]
"""A thin horizontal rule: its left and right end and its distance from the top."""

_BOLD = re.compile(r"bold|black|heavy|demi(?!um)", re.IGNORECASE)
_SYMBOLS = re.compile(r"symbol|wingding|dingbat", re.IGNORECASE)
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_SAME_LINE = 0.4
_BLANK = 0.12


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its words' box, its usual font size and its style.

    ``first`` is the width of its first word. ``strong`` says that it is set in
    bold throughout; ``underlined`` that a rule runs below its words. ``lead`` are the
    words in bold at the head of a line that is not.
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
    lead: str = ""


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


def has_meaning(word: Word) -> bool:
    """Whether a word says something, or is a single sign without meaning: that may be a bullet."""
    return bool(_UNMAPPED.sub("", word["text"]) or _UNMAPPED.fullmatch(word["text"]))


def groups_of(line: Sequence[Word], least: float) -> list[list[Word]]:
    """The words of a line parted where a gap is at least so wide."""
    groups = [[line[0]]]
    for before, after in pairwise(line):
        if after["x0"] - before["x1"] >= least:
            groups.append([])
        groups[-1].append(after)
    return groups


def top_of(line: Sequence[Word]) -> float:
    """How far the highest word of a line is from the top of the page."""
    return min(float(word["top"]) for word in line)


def make_line(words: Sequence[Word], rules: Sequence[Rule] = ()) -> Line:
    """The line that words make; ``rules`` are the thin rules of the page."""
    letters: Counter[float] = Counter()
    bold = 0
    for word in words:
        letters[round(word["size"], 1)] += len(word["text"])
        bold += len(word["text"]) if _BOLD.search(word["fontname"]) else 0
    size = letters.most_common(1)[0][0]
    strong = bold >= 0.8 * letters.total() and _ends_bold(words)
    lead = _lead(words)
    x0, x1 = words[0]["x0"], max(word["x1"] for word in words)
    bottom = max(word["bottom"] for word in words)
    return Line(
        text=line_text(words),
        x0=x0,
        x1=x1,
        top=min(word["top"] for word in words),
        bottom=bottom,
        size=size,
        first=words[0]["x1"] - words[0]["x0"],
        strong=strong,
        underlined=_is_underlined(x0, x1, bottom, size, rules),
        lead=line_text(lead) if lead and not strong else "",
    )


def _ends_bold(words: Sequence[Word]) -> bool:
    """Whether the last of the words that have letters is bold: else a sentence begins there."""
    last = next((word for word in reversed(words) if word["text"][:1].isalpha()), None)
    return last is None or _BOLD.search(last["fontname"]) is not None


def _lead(words: Sequence[Word]) -> list[Word]:
    """The words in bold at the head of a line, with a number or bullet in plain before them."""
    at = 1 if len(words) > 1 and is_bare_marker(words[0]["text"]) else 0
    bold = list(takewhile(lambda word: _BOLD.search(word["fontname"]), words[at:]))
    return [*words[:at], *bold] if bold else []


def line_text(words: Sequence[Word]) -> str:
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
