"""The items of an agenda that numbers none."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from kg.extraction import dates
from kg.extraction.agenda.lines import (
    LIST_HEAD,
    RULE,
    Line,
    announced_item,
    heads_list,
    title_and_pages,
)
from kg.extraction.agenda.numbers import untimed
from kg.extraction.context import evidence
from kg.extraction.people import names
from kg.facts import AgendaItem, MeetingKey
from kg.model import Kind, Paragraph
from kg.reading.fields import DAYS, Says, field
from kg.reading.headings.customary import is_customary
from kg.reading.headings.timed import HOUR
from kg.structure.items.bullets import shouted_bullets
from kg.structure.names import bodies
from kg.structure.people_labels import people_label
from kg.structure.sections import Piece, body, lines
from kg.tables.load import alternation, table

_PURPOSE = re.compile(rf"(?:\(?[a-z][.)]\s+)?To {alternation('sections', 'items', 'purposes')}\b")
_FEWEST_PURPOSES = 3
_LINE_LENGTH = 200
_FEWEST = 3
_MOSTLY = 0.8
_FEWEST_LASTING = 4
_NOTES = 2
_SHORT = 100
_TIMED = 120
"""The longest line behind an hour, which tells it from a sentence, in characters."""
_ROUND_HOUR = re.compile(r"(?:1[0-2]|[1-9])\s?[ap]\.?m\b\.?\s+(?=[A-Z])", re.IGNORECASE)
"""An hour without minutes before a title: "1pm Lamps"."""
_ONLY_HOUR = re.compile(r"[\d:.\s]*(?:[ap]\.?m\.?)?\W*", re.IGNORECASE)
_LONG = re.compile(r"\s*\([^()]*\b(?:\d{1,3}|X)\s*min[^()]*\)\s*$", re.IGNORECASE)
"""How long an item takes, and who speaks to it, behind its title: "(10 min, Ann Lowe)"."""
_OF_MEETING = DAYS | {Says.TIME, Says.PLACE, Says.ADDRESSEE}
_WORD = re.compile(r"[^\W\d_]{3}")


def unmarked(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> list[AgendaItem]:
    """The items in a table, in bullets or in short lines without numbers."""
    forms = (_tabled, timed, bulleted, _over_purposes, _in_lines, _routine)
    return next((found for form in forms if (found := list(form(paragraphs, meeting)))), [])


def _in_lines(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of an agenda that marks none: its short lines, where several say "To receive".

    Behind the last that says so, or that most meetings have, others go on to who signs.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE and not p.cells]
    listed = [line for p in shown for line in _own_lines(p)]
    purposes = [at for at, line in enumerate(listed) if _is_purpose(line)]
    if len(purposes) < _FEWEST_PURPOSES:
        return
    heads = [at for at, line in enumerate(listed[: purposes[0]]) if heads_list(line.text)]
    last = max(at for at, line in enumerate(listed) if _is_purpose(line) or _names_customary(line))
    letters = Counter(p.number for p in shown if p.number)
    behind = list(takewhile(lambda line: not _signs(line.text), listed[last + 1 :]))
    for line in (*listed[heads[-1] + 1 : last + 1], *behind) if heads else ():
        if 0 < len(line.text) <= _LINE_LENGTH:
            number = (line.start == body(line.paragraph).start and line.paragraph.number) or ""
            yield _item(line, meeting, number if letters[number] == 1 else "")


def _over_purposes(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The bullets of an agenda most of which are titles over what the meeting is to do:
    "Highways" over "To note any issues".
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE and not p.cells]
    bullets = [p for p in shown if p.kind is Kind.LIST_ITEM and (p.level or 1) == 1]
    over = [
        p
        for p, below in pairwise(shown)
        if p in bullets and below.kind is not Kind.LIST_ITEM and says_purpose(below.text)
    ]
    if len(over) >= _FEWEST_PURPOSES and 2 * len(over) > len(bullets):
        yield from (_item(next(lines(bullet)), meeting) for bullet in bullets)


def _own_lines(paragraph: Paragraph) -> Sequence[Piece]:
    """What of a paragraph may be items: all of it, or its lines where most say "To receive"."""
    whole = body(paragraph)
    if "\n" not in whole.text:
        return [whole]
    parted = list(lines(paragraph))
    return parted if 2 * sum(map(_is_purpose, parted)) > len(parted) else [whole]


def _is_purpose(line: Piece) -> bool:
    return says_purpose(line.text)


def says_purpose(text: str) -> bool:
    """Whether a line says what a meeting is to do: "To receive a report"."""
    return _PURPOSE.match(untimed(text).strip()) is not None


def _names_customary(line: Piece) -> bool:
    return is_customary(untimed(line.text).strip())


def _signs(text: str) -> bool:
    """Whether a line below a list is the name of a person, an office or a day."""
    person = names.person(text)
    alone = person is not None and not person.rest and names.likely(person.name)
    return alone or people_label(text) is not None or dates.first_day(text) is not None


def _tells_of_meeting(text: str) -> bool:
    """Whether a line above a list names a body or gives a day, or a place behind a label."""
    named = bodies.in_line(text) is not None or dates.first_day(text) is not None
    said = field(text)
    return named or heads_list(text) or (said is not None and said.says in _OF_MEETING)


def _item(words: Piece, meeting: MeetingKey, number: str = "") -> AgendaItem:
    title = title_and_pages(untimed(words.text).strip())[0]
    return AgendaItem(
        meeting=meeting, number=number, title=title, evidence=(evidence(words),), rule=RULE
    )


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


def timed(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of a paper that says of each at what hour it is taken: "10:05 Lamps"."""
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE and not p.cells]
    found = [line for p in shown for line in map(_behind_hour, lines(p)) if line is not None]
    if len(found) >= _FEWEST and all(len(line.text) <= _TIMED for line in found):
        yield from (_item(line, meeting) for line in found)


def _behind_hour(line: Piece) -> Piece | None:
    """The title behind the hour that a line opens with, without how long it takes."""
    hour = HOUR.match(line.text) or _ROUND_HOUR.match(line.text)
    if hour is None or _ONLY_HOUR.fullmatch(line.text) or line.text.rstrip().endswith("."):
        return None
    return _without_length(line.part(hour.end()))


def lasting(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> list[AgendaItem]:
    """The items of an agenda that says of several how long they take: "Lamps (5 mins)".

    So are the lines among them that open with an hour; what is numbered besides are its papers.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE and not p.cells]
    each = [(line, _LONG.search(line.text)) for p in shown for line in lines(p)]
    if sum(long is not None for _, long in each) < _FEWEST_LASTING:
        return []
    titled = (
        _behind_hour(line) or (_without_length(line) if long else None) for line, long in each
    )
    return [_item(line, meeting) for line in titled if line is not None]


def _without_length(line: Piece) -> Piece:
    """A line without how long its item takes, and without the number of a paper before it."""
    long = _LONG.search(line.text)
    end = line.start + long.start() if long else line.end
    return Piece(line.paragraph, max(line.start, body(line.paragraph).start), end)


def bulleted(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of an agenda that numbers none: the bullets under its heading.

    So are those under its title or its notice, where some name what most meetings have.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    heads = [at for at, p in enumerate(shown) if LIST_HEAD.match(p.text) or _names_agenda(p)]
    titles = [at for at, p in enumerate(shown) if heads_list(p.text)]
    bullets = _bullets_below(shown, heads or titles)
    routine = sum(_names_customary(body(p)) for p in bullets)
    unnumbered = sum(p.number is None for p in bullets)
    enough = unnumbered >= max(_FEWEST, _MOSTLY * len(bullets))
    for bullet in bullets if enough and (heads or routine >= _NOTES) else ():
        if (bullet.level or 1) == (bullets[0].level or 1):
            yield _item(next(lines(bullet)), meeting)


def shouted(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> list[AgendaItem]:
    """The bullets that open with a title in capitals, if nearly all do."""
    opened = shouted_bullets(paragraphs)
    return [_item(Piece(p, body(p).start, end), meeting) for p, end in opened]


def _names_agenda(paragraph: Paragraph) -> bool:
    """Whether a heading below the title of a paper says whose agenda follows."""
    heading = paragraph.kind is Kind.HEADING and paragraph.ordinal > 0
    return heading and paragraph.text.lower().startswith("agenda ")


def _bullets_below(shown: Sequence[Paragraph], heads: Sequence[int]) -> list[Paragraph]:
    """The bullets right below the last of some lines that has any, but for few lines of text."""
    return next(filter(None, (_bullets(shown[head + 1 :]) for head in reversed(heads))), [])


def _bullets(below: Sequence[Paragraph]) -> list[Paragraph]:
    notes = list(takewhile(lambda p: p.kind is Kind.TEXT, below))
    below = below[len(notes) if len(notes) <= _NOTES else 0 :]
    return list(takewhile(lambda p: p.kind is Kind.LIST_ITEM, below))


def _routine(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> Iterator[AgendaItem]:
    """The items of an agenda that marks none: its short lines or bullets, some of which most
    meetings have, below its heading or the words that call to the meeting.
    """
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE and not p.cells]
    heads = [at for at, p in enumerate(shown) if heads_list(p.text)]
    below = [line for p in shown[heads[-1] + 1 :] for line in _of_first_level(p)] if heads else []
    routine = [at for at, line in enumerate(below) if _names_customary(line)]
    found = below[: routine[-1] + 1] if len(routine) >= _FEWEST else []
    if found and any(_tells_of_meeting(line.text) for line in found[: routine[0]]):
        found = found[routine[0] :]
    if all(len(line.text) <= _SHORT for line in found):
        yield from (_item(line, meeting) for line in found)


def _of_first_level(paragraph: Paragraph) -> Sequence[Piece]:
    """The lines of a paragraph, none where it stands below others."""
    return (
        []
        if (paragraph.level or 1) > 1 and paragraph.kind is Kind.LIST_ITEM
        else [*lines(paragraph)]
    )
