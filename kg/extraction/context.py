"""What every extractor starts from: a document, its parts, and the meeting of each part."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, partial, wraps
from itertools import takewhile
from typing import Any, TypeVar

from kg.extraction import dates
from kg.extraction.meetings import days_beside, head_days, heads, own_body, own_words
from kg.extraction.meetings.stated import stated_in
from kg.extraction.meetings.unnamed_body import unnamed_body
from kg.facts import Evidence, MeetingKey
from kg.model import Document, Kind, Paragraph
from kg.reading.fields import DAYS, says_in_rows
from kg.reference import Councils
from kg.structure.items.item import Item
from kg.structure.items.items import minuted_items, with_headings
from kg.structure.items.next_agenda import without_next_agenda
from kg.structure.items.told_by_number import told_by_number
from kg.structure.labels import is_bare_minutes
from kg.structure.names import body_names
from kg.structure.openings import tells_who_came
from kg.structure.parts import Part, PartKind, parts
from kg.structure.report_front import front
from kg.structure.sections import Piece
from kg.tables.load import matches
from kg.vocabulary import name_key

Found = TypeVar("Found")

_HEAD = 14
_TITLE = 250
_REPORT_HEAD = 5
_DATED = (
    PartKind.AGENDA,
    PartKind.MINUTES,
    PartKind.ACTION_LOG,
    PartKind.UPDATE,
    PartKind.OTHER,
)
_OF_MEETINGS = (PartKind.AGENDA, PartKind.MINUTES, PartKind.ACTION_LOG)
_COVER = 40
_OTHERS = {PartKind.AGENDA: ("others_of_agenda",), PartKind.MINUTES: ("others_of_minutes",)}
"""The words, beside those of any part, by which parts of a kind speak of another meeting."""


@dataclass(frozen=True)
class Context:
    """A document seen by its extractors; ``meetings`` runs beside ``parts``."""

    document: Document
    councils: Councils
    parts: tuple[Part, ...]
    meetings: tuple[MeetingKey | None, ...]
    _found: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def paragraphs(self, part: Part) -> tuple[Paragraph, ...]:
        """All paragraphs of a part, furniture included, so that ordinals run on."""
        return self.document.paragraphs[part.first : part.last]

    def of_kind(self, *kinds: PartKind) -> Iterator[tuple[int, Part, MeetingKey | None]]:
        """The parts of some kinds, each with its index and its meeting."""
        for index, (part, meeting) in enumerate(zip(self.parts, self.meetings, strict=True)):
            if part.kind in kinds:
                yield index, part, meeting

    @cached_property
    def main(self) -> MeetingKey | None:
        """The meeting the document was made for: that of its agenda, else of its first part."""
        for kinds in ((PartKind.AGENDA,), (PartKind.MINUTES,), tuple(PartKind)):
            for _, _, meeting in self.of_kind(*kinds):
                if meeting is not None:
                    return meeting
        return None

    def near(self, meeting: MeetingKey | None = None) -> date | None:
        """A date that lends its year to days and months written without one."""
        known = meeting or self.main
        return known.date if known else None

    def once(self, find: Callable[["Context", Part], Found], part: Part) -> Found:
        """What is found in a part, looked for once, whoever asks."""
        if (find, part) not in self._found:
            self._found[find, part] = find(self, part)
        found: Found = self._found[find, part]
        return found


def once(find: Callable[[Context, Part], Found]) -> Callable[[Context, Part], Found]:
    """A function that looks through each part of a paper once, whoever asks."""

    @wraps(find)
    def asked(context: Context, part: Part) -> Found:
        return context.once(find, part)

    return asked


@once
def items_of(context: Context, part: Part) -> tuple[Item, ...]:
    """The items of a part that is minutes."""
    paragraphs = without_next_agenda(context.paragraphs(part))
    return told_by_number(paragraphs) or minuted_items(paragraphs)


@once
def items_and_parts(context: Context, part: Part) -> tuple[Item, ...]:
    """The items of a part that is minutes, with the headings and the numbered parts below them."""
    return with_headings(items_of(context, part), context.paragraphs(part))


def evidence(piece: Piece) -> Evidence:
    """A piece as evidence, without blanks at its ends."""
    text = piece.text
    start = piece.start + len(text) - len(text.lstrip())
    return Evidence(piece.paragraph.ordinal, start, piece.start + len(text.rstrip()))


def whole(paragraph: Paragraph) -> Evidence:
    """A whole paragraph as evidence."""
    return Evidence(paragraph.ordinal, 0, len(paragraph.text))


def context(document: Document, councils: Councils) -> Context:
    """Settle which meeting each part of a document belongs to."""
    found = parts(document)
    meetings = _meetings(document, found, partial(own_body.board_of, document))
    if not any(meetings) and _is_of_meeting(document, found):
        meetings = _meetings(document, found, partial(unnamed_body, document))
    return Context(document, councils, found, _one_spelling(document, meetings))


def _is_of_meeting(document: Document, found: Sequence[Part]) -> bool:
    """Whether a paper is of a meeting: by the kind of its parts, or as it says itself."""
    return _says_its_meeting(document) or any(part.kind in _OF_MEETINGS for part in found)


def _says_its_meeting(document: Document) -> bool:
    """Whether a paper calls itself one of a meeting, goes by its day, or says who came to it."""
    called = heads.titled_as_meeting(document) or days_beside.is_named_by_day(document)
    return called or tells_who_came(_head(document.paragraphs, _HEAD))


def _meetings(
    document: Document, found: Sequence[Part], name: Callable[[], str | None]
) -> tuple[MeetingKey | None, ...]:
    """The meeting of each part; ``name`` gives the body of the whole paper."""
    board = cache(name)
    own = [_own_meeting(document, part, board) for part in found]
    own = _as_heads_name_it(own, document, found)
    pack = next(
        (m for part, m in zip(found, own, strict=True) if m and part.kind is PartKind.AGENDA), None
    )
    if pack is None:
        pack = (
            next((m for m in own if m is not None), None)
            or _from_heads(document)
            or _announced(document, found, board)
            or _of_file(document, found, board)
        )
    return tuple(
        meeting or (None if _of_another_meeting(part, found) else pack)
        for part, meeting in zip(found, own, strict=True)
    )


def _as_heads_name_it(
    own: list[MeetingKey | None], document: Document, found: Sequence[Part]
) -> list[MeetingKey | None]:
    """The meetings of the parts; one whose head names no body is that which a head names, where
    that is the only one of its day.
    """
    told = {*filter(None, own)}
    if len({one.date for one in told}) == len(told):
        return own
    headed = [_own_meeting(document, part, lambda: None) for part in found]
    by_day: dict[date, set[MeetingKey]] = {}
    for one in filter(None, headed):
        by_day.setdefault(one.date, set()).add(one)
    return [
        next(iter(by_day[one.date]))
        if one and head is None and len(by_day.get(one.date, ())) == 1
        else one
        for one, head in zip(own, headed, strict=True)
    ]


def _of_another_meeting(part: Part, found: Sequence[Part]) -> bool:
    """Whether minutes in a pack are those of an earlier meeting: not where they are only headed
    "Minutes", beside the agenda of the meeting that they tell of.
    """
    packed = part.kind is PartKind.MINUTES and any(p.kind is PartKind.AGENDA for p in found)
    return packed and not is_bare_minutes(part.title)


def _own_meeting(
    document: Document, part: Part, board: Callable[[], str | None]
) -> MeetingKey | None:
    """The meeting that a part names at its head: agendas, minutes and updates do.

    ``board`` gives the body of the whole document, asked only where the head names none.
    """
    paragraphs = document.paragraphs[part.first : part.last]
    if part.kind is PartKind.REPORT:
        head = _head(paragraphs, _REPORT_HEAD)
        return _in_one_line(head) or stated_in(front(paragraphs), document)
    if part.kind not in _DATED:
        return None
    whole_head = head = _head(paragraphs, _COVER if part.kind is PartKind.AGENDA else _HEAD)
    if part.kind in (PartKind.AGENDA, PartKind.ACTION_LOG, PartKind.OTHER):
        head = [p for p in head if p.kind is not Kind.TABLE or _tells_when(p)]
    if part.kind is PartKind.AGENDA:
        head = [*takewhile(lambda p: p.number is None, head)] or head
    name = heads.board_in(head, document) or heads.body_in_cells(whole_head, document) or board()
    others = _OTHERS.get(part.kind, ())
    day = head_days.day_in(head, _of_others("others", *others), document)
    if day is None and part.kind is PartKind.AGENDA:
        day = head_days.day_in(head_days.notice_in(head), _of_others("minutes"), document)
        day = day or days_beside.running_day(document)
    return MeetingKey(name, day) if name and day else None


def _of_others(*lists: str) -> head_days.SpeaksOfOther:
    """What says of a line that its day is not that of its meeting, by lists of the table."""
    return lambda line: any(matches(line, "sections", "dated", one) for one in lists)


def _tells_when(table: Paragraph) -> bool:
    """Whether a row of a table gives the day of the meeting beside a label: "Date"."""
    return any(said in DAYS for said, _ in says_in_rows(table))


def _in_one_line(head: Sequence[Paragraph]) -> MeetingKey | None:
    """A body and a day in one short line: "Report to the X Board, 9 February 2023 (item 3)"."""
    for line in (line for p in head for line in p.text.split("\n") if len(line) <= _TITLE):
        name, day = own_body.body_of(line), dates.first_day(line)
        if name and day and not matches(line, "sections", "dated", "others"):
            return MeetingKey(name, day)
    return None


def _head(paragraphs: Sequence[Paragraph], length: int) -> list[Paragraph]:
    shown = [p for p in paragraphs if p.kind is not Kind.FURNITURE]
    return shown[:length]


def _from_heads(document: Document) -> MeetingKey | None:
    """A meeting named only in running heads, by body and day together."""
    return _in_one_line(days_beside.running(document))


def _announced(
    document: Document, found: Sequence[Part], board: Callable[[], str | None]
) -> MeetingKey | None:
    """The meeting that the head of an agenda which gives no other day calls the next."""
    part = next((part for part in found if part.kind is PartKind.AGENDA), None)
    if part is None:
        return None
    cover = _head(document.paragraphs[part.first : part.last], _COVER)
    head = list(takewhile(lambda p: p.number is None, cover))
    name = heads.board_in(head, document) or board()
    day = head_days.day_in(head, _of_others("minutes"), document)
    return MeetingKey(name, day) if name and day else None


def _of_file(
    document: Document, found: Sequence[Part], board: Callable[[], str | None]
) -> MeetingKey | None:
    """The meeting of a paper that gives no day itself, by title or file name.

    It is an agenda or minutes, or it says that it is of a meeting, or who came.
    """
    kinds = {part.kind for part in found}
    if not kinds & {PartKind.AGENDA, PartKind.MINUTES} and not _says_its_meeting(document):
        return None
    name = heads.board_in(_head(document.paragraphs, _HEAD), document) or board()
    day = (
        days_beside.day_of_file(document)
        or days_beside.running_day(document)
        or days_beside.day_of_heading(document)
    )
    return MeetingKey(name, day) if name and day else None


def _one_spelling(
    document: Document, meetings: Sequence[MeetingKey | None]
) -> tuple[MeetingKey | None, ...]:
    """One way of writing each body throughout the document, with whose it is."""
    full = {m.board: own_words.in_own_words(m.board, document) for m in meetings if m}
    names = [full[meeting.board] for meeting in meetings if meeting]
    best = {
        name_key(name): body_names.best_written([n for n in names if name_key(n) == name_key(name)])
        for name in names
    }
    return tuple(
        MeetingKey(best[name_key(full[meeting.board])] or meeting.board, meeting.date)
        if meeting
        else None
        for meeting in meetings
    )
