"""Lines of a PDF gathered into paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from kg.reading.fields import LABELLED
from kg.reading.headings.headings import is_people_label, known
from kg.reading.headings.series import counted_lines
from kg.reading.hyphens import Mender
from kg.reading.join import opens_contact
from kg.reading.markers import BULLETS, parse_marker
from kg.reading.pdf.lines import Line
from kg.tables.load import alternation

_REFERS = re.compile(rf"\b(?:sub-?)?{alternation('line_breaks', 'numbered')}$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}[.)]")
"""A number alone on a line."""
_CLOSED = re.compile(r"[.;:!?][\"'\u2019\u201d)]*$|[\u201d\"][.;]?$")
_DATED = re.compile(rf"\b{alternation('line_breaks', 'dated')}$")
_PROSE = 100
_ENDS = ".;!?"
_OPENING = "\"'\u2018\u201c(["
_SLACK = 2.0
_LOOSE = 1.5
_SEVERAL = 4
_WIDEST = 0.6
"""The widest gap of lines of one paragraph, in sizes of their font, where none tells it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that make one paragraph, its text, and the words in bold at the head of it."""

    text: str
    lines: tuple[Line, ...]
    lead: str


def passages(lines: Sequence[Line], right: float, mender: Mender) -> Iterator[Passage]:
    """The paragraphs of lines set in one column that reaches to ``right``.

    A paragraph ends where the gap below a line is wide, where the style changes, or
    where a marker opens the next, or a number that other lines count on. A line that
    ends although the next word would have fitted keeps its line break.
    """
    group: list[Line] = []
    pitch = _usual_gap(lines)
    counted = counted_lines([line.text for line in lines])
    for at, line in enumerate(lines):
        if group and (at in counted or _parts(group, line, pitch, right)):
            yield _passage(group, right, mender)
            group = []
        group.append(line)
    if group:
        yield _passage(group, right, mender)


def _passage(lines: Sequence[Line], right: float, mender: Mender) -> Passage:
    """The paragraph of lines; bold may run over the first of them and end in the next."""
    bold = list(takewhile(lambda line: line.strong, lines))
    ends = [replace(line, text=line.lead) for line in lines[len(bold) :][:1] if line.lead]
    lead = _text([*bold, *ends], right, mender) if len(bold) < len(lines) else ""
    return Passage(_text(lines, right, mender), tuple(lines), lead)


def _usual_gap(lines: Sequence[Line]) -> float:
    """The usual gap between two lines of a paragraph.

    It is that above lines that go on in lower case, where there are any; else, of several,
    no more than lines set one and a half apart have: paragraphs of a line each have a wider.
    """
    pairs = [(before, after) for before, after in pairwise(lines) if after.top > before.top]
    surely = [pair for pair in pairs if _goes_on(*pair)]
    gaps = sorted(max(0.0, after.top - before.bottom) for before, after in surely or pairs)
    usual = gaps[len(gaps) // (2 if surely else 3)] if gaps else 0.0
    if surely or len(gaps) < _SEVERAL:
        return usual
    return min(usual, _WIDEST * min(line.size for line in lines))


def _goes_on(before: Line, after: Line) -> bool:
    return after.text[:1].islower() and after.size == before.size and not parse_marker(after.text)


def _parts(group: Sequence[Line], line: Line, pitch: float, right: float) -> bool:
    """Whether a line opens another paragraph than the group of lines above it."""
    last = group[-1]
    if _is_bullet(last) or _is_bullet(line):
        return _is_bullet(line)
    both = (last.strong and line.strong) or (last.underlined and line.underlined)
    if both and ends_early(last, line, right):
        return True
    gap = line.top - last.bottom
    if gap > max(_LOOSE * pitch, pitch + 0.25 * line.size) or gap < -line.size:
        return True
    if last.strong and line.lead and not ends_early(last, line, right):
        return False
    if (last.strong, last.underlined) != (line.strong, line.underlined):
        return _leaves_room(last, line, right) or gap > 0.6 * line.size
    if abs(last.size - line.size) > 0.2 * last.size:
        return True
    if ends_early(last, line, right) and _is_closed_prose(group, line):
        return True
    if line.lead and group[0].lead and last.text[-1] in _ENDS and not LABELLED.match(line.text):
        return True
    if opens_contact(group[0].text, line.text) or _is_label(line) or _is_number(last, line):
        return True
    if _is_known_heading(line) or (len(group) == 1 and _is_known_heading(last)):
        return ends_early(last, line, right)
    marker = parse_marker(line.text)
    dated = _DATED.search(last.text) and not _leaves_room(last, line, right)
    return marker.bullet or (bool(marker) and not (dated or _is_carried(last, line)))


def _is_bullet(line: Line) -> bool:
    """Whether a bullet is all of a line: its words stand a little lower."""
    return line.text in BULLETS


def _is_number(last: Line, line: Line) -> bool:
    """Whether a number stands alone on a line behind the end of a sentence: "2."."""
    return _NUMBER.fullmatch(line.text) is not None and _CLOSED.search(last.text) is not None


def _is_label(line: Line) -> bool:
    """Whether the whole of a line is a label over people: "Present:"."""
    label = line.text.removesuffix(":")
    return line.text[-1] == ":" and label[:1].isupper() and is_people_label(label)


def _is_known_heading(line: Line) -> bool:
    """Whether the whole of a line is a well-known heading, and not the end of a sentence."""
    return line.text[0].isupper() and line.text[-1] != "." and known(line.text) is not None


def _is_closed_prose(group: Sequence[Line], line: Line) -> bool:
    """Whether lines make a whole paragraph of prose and ``line`` is no field of its own below."""
    length = sum(len(part.text) for part in group)
    closed = length > _PROSE and group[-1].text[-1:] in ".;"
    return closed and LABELLED.match(line.text) is None


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
    text = group[0].text if group else ""
    for last, line in pairwise(group):
        if ends_early(last, line, right) and not _is_bullet(last):
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
