"""People in the cells and lines of a list, with what is written beside each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from kg.extraction.context import evidence
from kg.extraction.people import lists as people_lists
from kg.extraction.people import names
from kg.extraction.people.list_blanks import one_to_a_line
from kg.extraction.people.list_parts import Entry
from kg.facts import Evidence, PersonName
from kg.model import Cell, Paragraph
from kg.structure.labels import plain
from kg.structure.sections import Piece
from kg.tables.load import alternation, either, kinds, table

_BULLET = re.compile(r"\s*(?:•|;|\n)\s*")
_RUNS_ON_BELOW = re.compile(r"(?:[,;&–—-]|\b(?:and|of|for|the))\s*$")
"""How a line of a cell ends whose words go on in the next."""
_BODY_END = re.compile(
    rf"(?<=\b){alternation('bodies', 'authority_ends')}(?:\s*\([A-Z]{{2,8}}\))?\s+(?=[A-Z])"
)
_FOR = re.compile(
    r"(?:attend\w*\s+|as\s+|named\s+|a\s+)*"
    rf"{alternation('attendance', 'stands_in')}\s+"
    r"(?:for|of)\s+(?P<who>.+)",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"(?:who\s+)?(?:(?:was|were|is|being)\s+)*{alternation('attendance', 'stood_in')}\s+by\s+"
    r"(?P<who>.+)"
    r"|for\s+whom\s+(?P<whom>.+?)\s+(?:(?:was|is|had)\s+)?"
    r"(?:substitut\w+|attended\b.*|deputis\w+|sat|present)\b.*",
    re.IGNORECASE,
)
_EITHER = re.compile(r"(?:named\s+)?sub(?:stitute)?\b\s*[:-]?\s*(?P<who>.*)", re.IGNORECASE)
_OFFICE = re.compile(
    rf"(?:[A-Z][\w-]*\s+){{0,3}}{alternation('people', 'offices')}"
    r"(?:\s+(?:of|for|to|and)\b|\s*(?:$|[,(–]|-\s))"
)
_OFFICE_ENDS = re.compile(
    rf"\b{alternation('people', 'offices')}(?:\s+(?:of|for|to)\b.*|\s*\w?\d)?$"
)
_BODY_LIKE = re.compile(
    rf"\bThe\s|\b(?:{alternation('bodies', 'authority_ends')}"
    rf"|{alternation('organisations', 'nouns')}|{alternation('attendance', 'bodies')})\b"
)
_CODE = re.compile(r"\b[a-z]+\d")
"""What a machine calls somebody: "al307"."""
_LETTERS = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?")
_PARTS = re.compile(r"\s*(?:[,;]|\s[-–—])\s+")
_AND = re.compile(r"\s*(?:[,/&]|\band\b)\s*")
_LONG = 160
_LONG_BODY = 90
_MOST_INITIALS = 4
_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a list.

    ``substitute`` is the other person where one sat in for the other; ``away`` says
    that the one of the list was away, and None that the list must tell. ``before``
    is what the person is called in front of the name, ``status`` what the words beside
    it say against the list.
    """

    name: PersonName
    evidence: Evidence
    capacity: str | None = None
    representing: str | None = None
    substitute: PersonName | None = None
    away: bool | None = None
    before: str = ""
    status: str | None = None


def people(
    paragraph: Paragraph, cell: Cell, authority: Cell | None, title: str | None = None
) -> list[Listed]:
    """The people of a cell, each with their own part of the cell beside it."""
    found = _in_lines(paragraph, cell, title)
    found = found or listed(Piece(paragraph, cell.start, cell.end), title, labelled=True)
    if authority is None or not found:
        return found
    bodies = _share(paragraph.cell_text(authority), len(found))
    alone = len(found) == 1
    return [
        _with_body(one, body, cell, authority, alone)
        for one, body in zip(found, bodies, strict=True)
    ]


def _in_lines(paragraph: Paragraph, cell: Cell, title: str | None) -> list[Listed]:
    """The people of a cell that names one on each of its lines in the paper, else none."""
    lines = paragraph.cell_lines(cell)
    each = one_to_a_line(lines) or _names_in_each(lines.split("\n"))
    found = people_lists.entries(lines, title, labelled=True) if each else ()
    return [_listed(Piece(paragraph, cell.start, cell.end), entry) for entry in found]


def _names_in_each(lines: Sequence[str]) -> bool:
    """Whether each of several lines names one person for sure, and none runs on in the next."""
    if len(lines) == 1 or any(map(_RUNS_ON_BELOW.search, lines[:-1])):
        return False
    named = [people_lists.entries(line) for line in lines]
    return all(len(found) == 1 and found[0].name.sure for found in named)


def listed(piece: Piece, title: str | None = None, *, labelled: bool = False) -> list[Listed]:
    """The people named in a line that is a list of people and nothing else.

    ``title`` is one that the line's label says of all; a line that is ``labelled``
    may hold first names alone.
    """
    piece = _behind_count(piece) if labelled else piece
    found = people_lists.entries(piece.text, title, labelled=labelled)
    if len(found) == 1 and _runs_on(piece.text, found[0]):
        return []
    return [_listed(piece, entry) for entry in found]


def behind_label(piece: Piece, title: str | None = None) -> list[Listed]:
    """The people named behind a label, whatever else is said of them there."""
    piece = _behind_count(piece)
    found = people_lists.entries(piece.text, title, labelled=True)
    return [_listed(piece, entry) for entry in found]


def _behind_count(piece: Piece) -> Piece:
    """A list without the words that count those on it: "All six trustees were present - A"."""
    counted = either("attendance", "counted").match(piece.text)
    return piece.part(counted.end()) if counted else piece


def _runs_on(text: str, only: Entry) -> bool:
    """Whether a line with one person says too much of them for a list."""
    ends = text.rstrip().endswith(".")
    return len(text) > _LONG or (ends and len(only.beside.split()) > _FEW_WORDS)


def _listed(piece: Piece, entry: Entry) -> Listed:
    quote = evidence(piece.part(entry.start, entry.end))
    one = Listed(entry.name, quote, before=entry.before)
    for words in (*entry.notes, entry.beside):
        if words:
            one = _with_words(one, words)
    said = None if one.capacity else capacity_in(entry.before)
    return replace(one, capacity=said) if said else one


def _with_words(one: Listed, words: str) -> Listed:
    """A person with what a bracket, or the words behind the name, say."""
    for pattern, away in ((_BY, True), (_FOR, False), (_EITHER, None)):
        if match := pattern.fullmatch(words):
            other = names.parse(match["who"] or match.groupdict().get("whom") or "")
            capacity = one.capacity if away else "substitute"
            return replace(one, capacity=capacity, substitute=other or one.substitute, away=away)
    parts = [part for part in _PARTS.split(words) if part]
    statuses = [status for part in parts if (status := _status_in(part))]
    capacity = next((said for part in (words, *parts) if (said := capacity_in(part))), None)
    others = [part for part in parts if not _status_in(part) and not capacity_in(part)]
    whole = ", ".join(others) if statuses or capacity else words
    return replace(
        one,
        capacity=one.capacity or capacity,
        status=one.status or next(iter(statuses), None),
        representing=one.representing or _body_in(whole, one.name),
    )


def _status_in(words: str) -> str | None:
    """Whether words beside a name say that the person was away: "A Lowe - apologies"."""
    status = kinds("people", "labels").get(plain(words))
    return status if status in ("apologies", "absent") else None


def _body_in(words: str, name: PersonName) -> str | None:
    """The body the person comes from, in words beside a name that may hold an office too."""
    body = words
    if _OFFICE.match(words):
        body = words.rsplit(",", 1)[-1].strip()
        if body == words or not _BODY_LIKE.search(body):
            return None
    if (
        len(body) > _LONG_BODY
        or _LETTERS.fullmatch(body)
        or len(body) < 2
        or _CODE.search(body)
        or not body[0].isupper()
        or _OFFICE.search(body)
    ):
        return None
    initials = body.isupper() and len(body) <= _MOST_INITIALS and body[0] == name.name[0]
    called = (*table("people")["remotely"], *table("people")["label_capacities"]["guest"])
    return None if initials or plain(body) in called else body


def within(piece: Piece) -> list[Listed]:
    """Everyone named in the words of a sentence that holds a list."""
    return [_listed(piece, entry) for entry in people_lists.within(piece.text)]


def named(text: str) -> list[tuple[PersonName, int, int]]:
    """Every name in the words of a list inside a sentence, with its half-open span."""
    found = {start: (name, start, end) for name, start, end in names.titled(text)}
    for entry in people_lists.within(text):
        taken = any(start < entry.end and entry.start < end for _, start, end in found.values())
        if not taken:
            found[entry.start] = (entry.name, entry.start, entry.end)
    return [found[start] for start in sorted(found)]


@lru_cache(maxsize=1024)
def capacity_in(words: str) -> str | None:
    """The ontology's capacity that words beside a name say, whole or joined to another."""
    text, capacities = plain(words), kinds("people", "capacities")
    parts = (text, *_AND.split(text))
    return next((capacities[part] for part in parts if part in capacities), None)


def names_office(words: str) -> bool:
    """Whether words end with what somebody is: "Teacher Representative"."""
    return _OFFICE_ENDS.search(words) is not None


def _share(text: str, count: int) -> list[str | None]:
    """The bodies of a cell that stands beside ``count`` people, or None where it can't be told."""
    if count == 1:
        return [" ".join(text.split()) or None]
    parts = [part for part in _BULLET.split(text) if part]
    if len(parts) != count:
        ends = [0, *(match.end() for match in _BODY_END.finditer(text)), len(text)]
        parts = [text[a:b] for a, b in pairwise(ends)]
    if len(parts) != count:
        return [None] * count
    return [" ".join(part.split()) for part in parts]


def _with_body(one: Listed, body: str | None, cell: Cell, authority: Cell, alone: bool) -> Listed:
    """Set what stands in the next cell: a capacity or the body the person represents."""
    said = capacity_in(body) if body else None
    if body and _OFFICE.search(body):
        body = None
    start, end = min(cell.start, authority.start), max(cell.end, authority.end)
    return replace(
        one,
        evidence=Evidence(one.evidence.paragraph, start, end) if alone else one.evidence,
        capacity=one.capacity or said,
        representing=one.representing or (None if said else body),
    )
