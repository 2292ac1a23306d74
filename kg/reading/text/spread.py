"""Texts whose every line stands alone between blank ones, as some converters of PDFs leave them."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise, zip_longest

from kg.reading.markers import is_bare_marker, parse_marker
from kg.reading.text.lines import Flow, layout_of

_FEWEST = 20
_MOSTLY = 0.7
_OFTEN = 0.2
_FULL = 0.8
_SHORTEST = 45
_TAIL = 12
_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\b[MD]r)(?<!\bMs)[.:;?!]\W*$|[\u201d\"]$")
"""How a line ends that ends a sentence, and not in an initial."""
_MARKED = re.compile(r"[#|>]|-{3}")
_LABEL = re.compile(r":(?!\d)")
_HYPHEN = re.compile(r"(?<=\w-)(?:\*\*\v\*\*|\v)")
_AMID = re.compile(r"\*\*\v\*\*|\v")
"""Where a line ends inside a paragraph, whose bold ends and opens with the lines."""


def together(text: str) -> str:
    """A text with the lines of its paragraphs together again, where each stands alone.

    The width of the lines is that of all, else of the long ones, amid the cells of a table. A
    line as long as most is gone on from below, unless it ends a sentence or what is below it
    opens a paragraph; so is a line in capitals by another, as in a title.
    """
    lines = text.split("\n")
    apart = [at for at, line in enumerate(lines) if line.strip()]
    alone = [at for at in apart if not any(map(str.strip, _beside(lines, at)))]
    if len(apart) < _FEWEST or len(alone) < _MOSTLY * len(apart):
        return text
    whole = [lines[at].strip() for at in apart]
    long = [line for line in whole if _may_be_full(line)]
    wrapped = ((said, layout_of(said)) for said in (whole, long))
    said, layout = next((one for one in wrapped if one[1].flow is Flow.WRAPPED), (whole, None))
    if layout is None:
        return text
    gone_on = set(_gone_on(lines, apart, _FULL * layout.width))
    if len(gone_on) < _OFTEN * len(said):
        return text
    return "\n".join(_joined(lines, apart, gone_on))


def _may_be_full(line: str) -> bool:
    """Whether a line is long enough for one of a paragraph, and no markup or link."""
    return len(line) >= _SHORTEST and line[0] not in "<["


def _beside(lines: Sequence[str], at: int) -> Sequence[str]:
    """The lines right above and below one."""
    return (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])


def _gone_on(lines: Sequence[str], apart: Sequence[int], full: float) -> Iterator[int]:
    """The places of lines that go on below the blank ones under them."""
    for at, below in pairwise(apart):
        if below > at + 1 and _goes_on(lines[at].strip(), lines[below].strip(), full):
            yield at


def _joined(lines: Sequence[str], apart: Sequence[int], gone_on: Container[int]) -> Iterator[str]:
    """The lines, those that go on each on one line with what is below it."""
    whole: list[str] = []
    for at, below in zip_longest(apart, apart[1:], fillvalue=len(lines)):
        whole.append(lines[at].strip() if whole else lines[at].rstrip())
        if at not in gone_on:
            yield _AMID.sub(" ", _HYPHEN.sub("", "\v".join(whole)))
            yield from lines[at + 1 : below]
            whole = []


def _goes_on(line: str, below: str, full: float) -> bool:
    """Whether a line and that below it are of one paragraph."""
    if _MARKED.match(line) or _ENDS.search(line[-_TAIL:]) or _opens(below):
        return False
    shouted = line.isupper() and below.isupper() and _LABEL.search(below) is None
    return len(line) >= full or shouted


def _opens(line: str) -> bool:
    """Whether a line opens a paragraph: with a sign of Markdown, a bullet or a number."""
    words = line.replace("*", "")
    return _MARKED.match(line) is not None or bool(parse_marker(words)) or is_bare_marker(words)
