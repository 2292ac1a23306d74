"""Attendance where no list is read as one: names one by one between a label and the business.

A label is any short line with a word of who came. What stands behind it or below it, up to
the next, is read as names, and what follows a name as what the person is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extraction.attendance.rows import AWAY, Standing, rows
from kg.extraction.context import evidence
from kg.extraction.people import names
from kg.extraction.people.cells import Listed
from kg.extraction.people.list_parts import counts_heads
from kg.facts import Attendance, MeetingKey, PersonName
from kg.model import Kind, Paragraph
from kg.structure.labels import plain
from kg.structure.sections import Piece, lines, number_of
from kg.tables.load import kinds, matches, table

_HEAD = 60
_LINE = 120
_LONGEST_LABEL = 60
_LABEL_WORDS = 9
_NAME_WORDS = 4
_LETTERS = 4
"""Capitals alone that are no more than these stand for an office: "CAS"."""
_FEWEST = 2
_FEWEST_UNLABELLED = 3
_STATUSES = ("absent", "apologies", "present")
_MARKED = re.compile(r"(?P<label>[^:;.=\n]{2,60}?)\s*(?:[:=]{1,2}-?|\s[–—-])(?:\s+|$)")
_LEAD = re.compile(r"[^\w@]*(?:\d{1,2}[.)]\s+)?[^\w@]*@?")
_NAME_ENDS = re.compile(r"\s*(?:[,;(\[:@/<=|]|\s[–—-]|[–—]|-\s|\.(?:\s|$)|$)")
_SEPARATOR = re.compile(r"\s*(?:[,;•|]|\band\b|&)\s*")
_ELECTS = ("sections", "items", "elects")
_ROLE = re.compile(r"[^:]{2,40}:\s+")
_WORDS = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,4}")


def one_by_one(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> list[Attendance]:
    """Those named near the head of minutes under labels or, where none says who came, in a run."""
    found = labelled(paragraphs, meeting)
    return found if len(found) >= _FEWEST else list(_in_run(_pieces(paragraphs), meeting))


def labelled(paragraphs: Sequence[Paragraph], meeting: MeetingKey) -> list[Attendance]:
    """Those named near the head under labels."""
    return list(_labelled(_pieces(paragraphs), meeting))


def each_named(piece: Piece) -> list[Listed]:
    """The people of words behind a label that are no list as a whole: three at least."""
    people = [one for one in _people(piece, several=True) if one.name.sure]
    return people if len(people) >= _FEWEST_UNLABELLED else []


def _pieces(paragraphs: Sequence[Paragraph]) -> list[Piece]:
    """The lines near the head that are no rows of a table."""
    shown = [p for p in paragraphs[:_HEAD] if p.kind not in (Kind.TABLE, Kind.FURNITURE)]
    return [piece for p in shown for piece in lines(p) if piece.text.strip()]


def _labelled(pieces: Sequence[Piece], meeting: MeetingKey) -> Iterator[Attendance]:
    """Those named behind labels and in the lines below them."""
    status: str | None = None
    after_heading = False
    for piece in pieces:
        said = _label(piece.text)
        if said is not None:
            status, start = said
            piece = piece.part(start)
            if not piece.text.strip():
                after_heading = piece.paragraph.kind is Kind.HEADING
                continue
        closes = piece.paragraph.kind is Kind.HEADING and said is None and not after_heading
        people = list(_people(piece, several=said is not None)) if status and not closes else []
        after_heading = piece.paragraph.kind is Kind.HEADING
        if status is not None and people:
            yield from rows(meeting, people, Standing(status))
        elif not _passes_over(piece):
            status = None


def _label(text: str) -> tuple[str, int] | None:
    """The status that the label of a line gives, and where the words behind it begin."""
    marked = _MARKED.match(text)
    words = marked["label"] if marked else text
    if len(words) > _LONGEST_LABEL or len(words.split()) > _LABEL_WORDS:
        return None
    said = (status for status in _STATUSES if matches(words, "attendance", "one_by_one", status))
    status = next(said, None)
    return None if status is None else (status, marked.end() if marked else len(text))


def _people(piece: Piece, *, several: bool) -> Iterator[Listed]:
    """The people of a line: one at its start or, where each part of it is a name, all."""
    votes = matches(piece.text, "attendance", "one_by_one", "no_role")
    if (len(piece.text) > _LINE and not several) or votes:
        return
    role = None if several else _ROLE.match(piece.text)
    behind = piece.part(role.end()) if role else piece
    named = _each(behind)
    if role and not (names.leading(behind.text) or _are_people(named)):
        behind, named = piece, _each(piece)
    if several or _are_people(named):
        yield from filter(None, named)
    elif named[0] is not None:
        yield replace(named[0], status=_away(behind.text))


def _each(piece: Piece) -> list[Listed | None]:
    """The person in each part of a line between commas and the like."""
    edges = [0, *(edge for m in _SEPARATOR.finditer(piece.text) for edge in m.span())]
    ends = [*edges[1::2], len(piece.text)]
    return [_person(piece.part(start, end)) for start, end in zip(edges[::2], ends, strict=True)]


def _are_people(named: Sequence[Listed | None]) -> bool:
    """Whether each of several parts of a line is a name."""
    return len(named) > _FEWEST and all(named)


def _away(line: str) -> str | None:
    """The status of somebody of whom a line says that they were away: "Ann Lowe - excused"."""
    return next((s for s in AWAY if matches(line, "attendance", "one_by_one", s)), None)


def _person(piece: Piece) -> Listed | None:
    """The person whose name a part of a line is, but for what stands behind it."""
    lead = _LEAD.match(piece.text)
    at = lead.end() if lead else 0
    text = piece.text[at:]
    known = names.leading(text) if "://" not in text else None
    words = _WORDS.match(text)
    end = known[1] if known else words.end() if words else 0
    if not end or not _NAME_ENDS.match(text, end) or number_of(piece.paragraph) is not None:
        return None
    name = known[0] if known else PersonName(text[:end], names.name_case(text[:end].strip(" .")))
    words_ = name.name.split()
    apart = len({word[:1].isupper() for word in words_}) > 1 and not known
    if len(words_) > _NAME_WORDS or apart or _names_nobody(name):
        return None
    return Listed(name, evidence(piece.part(at, at + end)))


def _names_nobody(name: PersonName) -> bool:
    """Whether words are no name: an office, a number of people or a word of no person."""
    said = plain(name.written)
    letters = name.written.isupper() and len(name.written) <= _LETTERS
    strange = letters or not names.likely(name) or counts_heads(name.written)
    return strange or not _never().isdisjoint({said, *said.split()})


@cache
def _never() -> frozenset[str]:
    """Words in lower case that are in no name."""
    people = table("people")
    small = (*people["labels"]["small"], *people["lists"]["nobody"], *people["lists"]["audience"])
    return frozenset((*kinds("people", "capacities"), *small, *map(str.lower, people["offices"])))


def _passes_over(piece: Piece) -> bool:
    """Whether a line may stand amid people and name none: a count, or a short item of a list."""
    listed = piece.paragraph.kind is Kind.LIST_ITEM and len(piece.text.split()) <= _NAME_WORDS
    return listed or counts_heads(piece.text)


def _in_run(pieces: Sequence[Piece], meeting: MeetingKey) -> Iterator[Attendance]:
    """Those of the first run of lines that name one person each in full, or all of one line.

    "President: Ann Lowe" may only say who holds an office, and candidates need not have come.
    """
    run: list[Listed] = []
    stood = False
    for piece in pieces:
        if piece.paragraph.kind is Kind.HEADING:
            stood = matches(piece.text, *_ELECTS)
        sits = _ROLE.match(piece.text) is not None
        people = [] if sits or stood else [p for p in _people(piece, several=False) if p.name.sure]
        if number_of(piece.paragraph) is not None or len(people) > _FEWEST:
            run = people or run
            break
        if not people and len(run) >= _FEWEST_UNLABELLED:
            break
        run = [*run, *people] if people else []
    if len(run) >= _FEWEST_UNLABELLED:
        yield from rows(meeting, run, Standing("present"))
