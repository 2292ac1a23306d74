"""The items of an agenda that numbers none."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.extraction.agenda_lines import LIST_HEAD, RULE, Line, announced_item, title_and_pages
from kg.extraction.context import evidence
from kg.facts import AgendaItem, MeetingKey
from kg.model import Kind, Paragraph
from kg.structure.sections import Piece, body, lines
from kg.tables.load import patterns, table

_PURPOSE = re.compile(
    r"(?:\(?[a-z][.)]\s+)?To (?:receive|approve|consider|discuss|note|agree|confirm|review|sign"
    r"|appoint|elect|resolve|adopt)\b"
)
_FEWEST_PURPOSES = 3
_LINE_LENGTH = 200
_FEWEST = 3
_NOTES = 2
_SHORT = 100
_WORD = re.compile(r"[^\W\d_]{3}")


def unmarked(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> list[AgendaItem]:
    """The items in a table, in bullets or in short lines without numbers."""
    forms = (_tabled, _bulleted, _in_lines, _routine)
    return next((found for form in forms if (found := list(form(paragraphs, meeting)))), [])


def _in_lines(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of an agenda that marks none: its short lines, where several say "To receive"."""
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE and not p.cells]
    purposes = [at for at, p in enumerate(shown) if _PURPOSE.match(p.text)]
    called = [at for at, p in enumerate(shown) if any(f.search(p.text) for f in _calls())]
    if len(purposes) < _FEWEST_PURPOSES or not called or called[-1] >= purposes[0]:
        return
    letters = Counter(p.number for p in shown if p.number)
    for paragraph in shown[called[-1] + 1 :]:
        words = body(paragraph)
        if 0 < len(words.text) <= _LINE_LENGTH and "\n" not in words.text:
            number = paragraph.number or ""
            yield AgendaItem(
                meeting=meeting,
                number=number if letters[number] == 1 else "",
                title=title_and_pages(words.text)[0],
                evidence=(evidence(words),),
                rule=RULE,
            )


def _calls() -> tuple[re.Pattern[str], ...]:
    """Words by which a notice calls to a meeting."""
    return patterns("sections", "openings", "calls")


def _tabled(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of an agenda in a table without numbers: the cells below its head "Item"."""
    column, headed_table = 0, None
    titled = table("sections")["items"]["column"]
    for paragraph in paragraphs:
        for row in paragraph.rows():
            said = {cell.column: paragraph.cell_text(cell).strip().lower() for cell in row}
            if headed := [at for at, words in said.items() if words in titled]:
                column, headed_table = headed[0], paragraph.table
                continue
            line = Line(paragraph, tuple((c.start, c.end) for c in row if c.column >= column))
            if headed_table == paragraph.table is not None and _WORD.search(said.get(column, "")):
                yield announced_item(line, meeting, "", line.words[0], None)


def _bulleted(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of an agenda that numbers none: the bullets under its heading."""
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    heads = [at for at, p in enumerate(shown) if LIST_HEAD.match(p.text)]
    below = shown[heads[-1] + 1 :] if heads else []
    notes = list(takewhile(lambda p: p.kind is Kind.TEXT, below))
    below = below[len(notes) if len(notes) <= _NOTES else 0 :]
    bullets = list(takewhile(lambda p: p.kind is Kind.LIST_ITEM and p.number is None, below))
    for bullet in bullets if len(bullets) >= _FEWEST else ():
        if (bullet.level or 1) == (bullets[0].level or 1):
            words = next(lines(bullet))
            title = title_and_pages(words.text)[0]
            yield AgendaItem(
                meeting=meeting, number="", title=title, evidence=(evidence(words),), rule=RULE
            )


def _routine(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of an agenda that marks none: its short lines or bullets, some of which most
    meetings have, below its heading or the words that call to the meeting.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE and not p.cells]
    heads = [
        at
        for at, p in enumerate(shown)
        if LIST_HEAD.match(p.text) or any(f.search(p.text) for f in _calls())
    ]
    below = [line for p in shown[heads[-1] + 1 :] for line in _of_first_level(p)] if heads else []
    customary = patterns("sections", "items", "routine")
    routine = [at for at, line in enumerate(below) if any(p.search(line.text) for p in customary)]
    found = below[: routine[-1] + 1] if len(routine) >= _FEWEST else []
    if all(len(line.text) <= _SHORT for line in found):
        for line in found:
            title = title_and_pages(line.text)[0]
            yield AgendaItem(
                meeting=meeting, number="", title=title, evidence=(evidence(line),), rule=RULE
            )


def _of_first_level(paragraph: Paragraph) -> Sequence[Piece]:
    """The lines of a paragraph, none where it stands below others."""
    return (
        []
        if (paragraph.level or 1) > 1 and paragraph.kind is Kind.LIST_ITEM
        else [*lines(paragraph)]
    )
