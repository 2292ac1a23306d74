"""What the head of a report says of it, above its first section: "Report to: Cabinet"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise, zip_longest

from kg.model import Cell, Kind, Paragraph
from kg.reading.fields import DAYS, NAMES, Field, Says, field, says
from kg.structure.labels import label
from kg.structure.names import bodies, title_days
from kg.tables.load import alternation, table

_LENGTH = 16
"""How many paragraphs a head has at most."""
_LINE = 250
_MOST_WORDS = 3
_CAPITAL = re.compile(r"(?<!\S)(?=[A-Z])")
OF_BODIES = NAMES | {Says.MEETING, Says.BODY, Says.ADDRESSEE}
"""Fields that say which body meets."""
_ITEM = re.compile(
    r"agenda item\W*(?:(?:no|number)\b\W*)?(?P<number>\d{1,2}[a-z]?)\b[\s:.)–—-]*", re.IGNORECASE
)

_TO = rf"(?:[\w’-]+\s+){{0,3}}report\s+(?:to|for)\s+(?:{alternation('bodies', 'small')}\s+)?"
_OF_MEETING = re.compile(
    rf"^{_TO}|^(?:the\s+)?(?:\d{{1,3}}(?:st|nd|rd|th)\s+)?(?:\w+\s+)?meeting\s+of\s+(?:the\s+)?"
    r"|^for\s+(?:the\s+)?|\s+meeting(?:\s+(?:of|on))?$",
    re.IGNORECASE,
)
"""What says in front of a body or behind it that its meeting is meant, or a report to it."""
_MARKS = " ,;:.–—-|"


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a head, ``start`` to ``end`` (half-open) in the text of ``paragraph``, and what
    their label says of the paper; None where they have no label.
    """

    says: Says | None
    words: str
    paragraph: Paragraph
    start: int
    end: int


def body_of(said: Said) -> str | None:
    """The body whose meeting is meant: behind a label without its day and place, or alone."""
    if said.says is None:
        return body_alone(said.words)
    if said.says not in OF_BODIES:
        return None
    words = said.words
    return body_alone(words) or body_alone(words.split(",")[0]) or bodies.in_line(words)


@lru_cache(maxsize=1024)
def body_alone(words: str) -> str | None:
    """The body that is all that words say, but for its day and that it is reported to."""
    left = title_days.without(words).strip(_MARKS)
    left = _OF_MEETING.sub("", _OF_MEETING.sub("", left)).strip(_MARKS)
    return bodies.bare(left) or bodies.in_line(left)


def front(paragraphs: Sequence[Paragraph]) -> tuple[Said, ...]:
    """What the head of a paper says, field by field and line by line, in order."""
    return tuple(one for paragraph in _head(paragraphs) for one in _said(paragraph))


def _head(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The first paragraphs, up to those under the label of a section or a numbered heading."""
    shown = (p for p in paragraphs if p.kind is not Kind.FURNITURE)
    for paragraph in islice(shown, _LENGTH):
        found = label(paragraph)
        ends = found is not None and found.name in table("sections")["behind_front"]
        counted = paragraph.kind is Kind.HEADING and paragraph.number is not None
        if ends or (counted and _ITEM.match(paragraph.text) is None):
            return
        yield paragraph


def _said(paragraph: Paragraph) -> Iterator[Said]:
    if paragraph.kind is Kind.TABLE:
        yield from _of_table(paragraph)
        return
    start = 0
    for line in paragraph.text.split("\n"):
        if len(line) <= _LINE:
            for at, end in pairwise((*_labels(line), len(line))):
                yield from _of_line(paragraph, start + at, start + end)
        start += len(line) + 1


def _labels(line: str) -> Iterator[int]:
    """Where a line begins, and where another label begins in it: "Title: X Date: 3 May 2024"."""
    yield 0
    told = 0
    for found in _CAPITAL.finditer(line):
        words, colon, _ = line[found.end() :].partition(":")
        if colon and found.end() >= told and says(words) is not None:
            told = found.end() + len(words)
            if found.end():
                yield found.end()


def _of_line(paragraph: Paragraph, start: int, end: int) -> Iterator[Said]:
    """A line, or a cell, with what its own label says ("Date: 3 May 2024"), or the item that its
    report is on in front of other words.
    """
    words = paragraph.text[start:end].strip()
    stated, item = field(words) or _beside_blank(words), _ITEM.match(words)
    if stated is not None:
        at = paragraph.text.find(stated.value, start)
        yield Said(stated.says, stated.value, paragraph, at, at + len(stated.value))
    elif item is None:
        yield Said(None, words, paragraph, start, end)
    else:
        yield Said(Says.ITEM, item["number"], paragraph, start + item.start("number"), end)
        if item.end() < len(words):
            yield Said(None, words[item.end() :], paragraph, start + item.end(), end)


def _beside_blank(line: str) -> Field | None:
    """The field that a line is with no mark behind its label: "Date and time 9 May 2024"."""
    words = line.split(" ")
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:])
        said = says(label)
        day = said in DAYS and title_days.is_day(value)
        if said is not None and (day or (said in OF_BODIES and body_alone(value))):
            return Field(label, said, value)
    return None


def _of_table(paragraph: Paragraph) -> Iterator[Said]:
    """What cells say, each with the label in the cell before it, or that above it below a row of
    labels.
    """
    heads: dict[int, Says | None] = {}
    rows = [[c for c in row if paragraph.cell_text(c)] for row in paragraph.rows()]
    for row, below in zip_longest(rows, rows[1:], fillvalue=()):
        labels = {cell.column: says(paragraph.cell_text(cell)) for cell in row}
        over = below and says(paragraph.cell_text(below[0])) is None
        alone = len(below) == 1 and labels.get(below[0].column) is not None
        if len(row) > 1 and over and (alone or all(labels.values())):
            heads = labels
        elif heads:
            for cell in row:
                yield from _of_cell(paragraph, cell, heads.get(cell.column))
        else:
            yield from _of_row(paragraph, row)


def _of_row(paragraph: Paragraph, row: Sequence[Cell]) -> Iterator[Said]:
    """What the cells of a row say; labels side by side head columns of a list, and say nothing."""
    named: Says | None = None
    for cell, after in zip_longest(row, row[1:]):
        own = says(paragraph.cell_text(cell)) if named is None and after is not None else None
        if own and after is not None and _heads_column(paragraph.cell_text(after)):
            return
        if own is None:
            yield from _of_cell(paragraph, cell, named)
        named = own


def _heads_column(words: str) -> bool:
    """Whether words are a label, and not the name of a body that is one too: "Council"."""
    return says(words) is not None and body_alone(words) is None


def _of_cell(paragraph: Paragraph, cell: Cell, named: Says | None) -> Iterator[Said]:
    if named is None:
        yield from _of_line(paragraph, cell.start, cell.end)
    else:
        yield Said(named, paragraph.cell_text(cell), paragraph, cell.start, cell.end)
