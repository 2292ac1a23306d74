"""People in the cells and lines of a list, with what is written beside each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extraction import names
from kg.extraction.context import evidence
from kg.facts import Evidence, PersonName
from kg.model import Cell, Paragraph
from kg.structure.labels import plain
from kg.structure.sections import Piece
from kg.tables.load import alternation, table

_BULLET = re.compile(r"\s*(?:•|;|\n)\s*")
_AND = re.compile(r"\s*(?:,|;)\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
_BODY_END = re.compile(
    rf"(?<=\b){alternation('bodies', 'authority_ends')}(?:\s*\([A-Z]{{2,8}}\))?\s+(?=[A-Z])"
)
_NOTE = re.compile(r"^\s*\((?P<note>[^()]*)\)")
_SUBSTITUTE = re.compile(
    r"^(?:named )?(?:sub(?:stitute)?|substituting|deputising|alternate)\b"
    r"(?:\s+(?:for|of))?\s*[:-]?\s*(?P<who>.*)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    rf"(?:^|\s){alternation('people', 'offices')}(?:\s+(?:of|for|to|and)\b|\s*$|\s*\()"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LONG = 160
_MOST_INITIALS = 4
_FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a list."""

    name: PersonName
    evidence: Evidence
    capacity: str | None = None
    representing: str | None = None
    substitute_for: PersonName | None = None


def people(paragraph: Paragraph, cell: Cell, authority: Cell | None) -> list[Listed]:
    """The people of a cell, each with their own part of the cell beside it."""
    found = list(listed(Piece(paragraph, cell.start, cell.end)))
    if authority is None or not found:
        return found
    bodies = _share(paragraph.cell_text(authority), len(found))
    alone = len(found) == 1
    return [
        _with_body(one, body, cell, authority, alone)
        for one, body in zip(found, bodies, strict=True)
    ]


def listed(piece: Piece) -> Iterator[Listed]:
    """The people named in a line that is a list of people and nothing else."""
    text = piece.text
    spans = list(_pieces(text))
    if not spans:
        return
    for start, end in spans:
        found = names.person(text[start:end])
        if found is None:
            continue
        quote = evidence(Piece(piece.paragraph, piece.start + start, piece.start + end))
        capacity, substitute_for, other = _notes(found.notes)
        beside = found.rest or other
        bodily = beside and not _OFFICE.search(beside) and not _initials(beside, found.name)
        representing = beside if bodily else None
        if representing and (said := _capacity_in(representing)):
            capacity, representing = capacity or said, None
        yield Listed(found.name, quote, capacity, representing, substitute_for)


def _initials(words: str, name: PersonName) -> bool:
    """Whether words are only the initials of a name."""
    return words.isupper() and len(words) <= _MOST_INITIALS and words[0] == name.name[0]


def named(text: str) -> list[tuple[PersonName, int, int]]:
    """Every name in the words of a list inside a sentence, with its half-open span."""
    found = {start: (name, start, end) for name, start, end in names.titled(text)}
    at = 0
    for match in [*_AND.finditer(text), None]:
        end = match.start() if match else len(text)
        bare = re.split(r"\s*\(|\s+who\b|\s+(?:was|were)\b|\.", text[at:end])[0]
        name = names.parse(bare)
        taken = any(start < at + len(bare) and at < stop for _, start, stop in found.values())
        if name is not None and not taken and names.likely(name):
            found[at] = (name, at, at + len(bare))
        at = match.end() if match else end
    return [found[start] for start in sorted(found)]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where each person of a line begins and ends."""
    start = 0
    for match in [*_BULLET.finditer(text), None]:
        end = match.start() if match else len(text)
        if text[start:end].strip():
            yield from ((start + a, start + b) for a, b in _split(text[start:end]))
        start = match.end() if match else end


def _split(text: str) -> list[tuple[int, int]]:
    brackets = [match.span() for match in _IN_BRACKETS.finditer(text)]
    people = [
        (start, end)
        for _, start, end in names.titled(text)
        if not any(opening < start < closing for opening, closing in brackets)
    ]
    if len(people) > 1:
        starts = [start for start, _ in people]
        ends = [
            _stop(text, stop, after)
            for (_, stop), after in zip(people, [*starts[1:], len(text)], strict=True)
        ]
        return list(zip(starts, ends, strict=True))
    parts = _comma_list(text)
    if parts:
        return parts
    found = names.person(text)
    if found is None or len(text) > _LONG or not names.likely(found.name):
        return []
    if text.rstrip().endswith(".") and len(found.rest.split()) > _FEW_WORDS:
        return []
    return [(0, len(text))]


def _stop(text: str, stop: int, limit: int) -> int:
    note = _NOTE.match(text[stop:limit])
    return stop + note.end() if note else stop


def _comma_list(text: str) -> list[tuple[int, int]]:
    """A line of names parted by commas and "and", if each part is a likely name."""
    if re.search(r",|\band\b|&", text) is None:
        return []
    spans, at = [], 0
    for match in [*_AND.finditer(text), None]:
        end = match.start() if match else len(text)
        spans.append((at, end))
        at = match.end() if match else end
    spans = [(a, b) for a, b in spans if text[a:b].strip(" .")]
    parsed = [names.person(text[a:b].strip(" .")) for a, b in spans]
    if all(one is not None and names.likely(one.name) for one in parsed):
        return spans
    return []


def _notes(notes: tuple[str, ...]) -> tuple[str | None, PersonName | None, str | None]:
    """Brackets behind a name: a capacity, whom the person sits in for, or another body."""
    capacity: str | None = None
    substitute_for: PersonName | None = None
    other: str | None = None
    for note in notes:
        if match := _SUBSTITUTE.match(note):
            capacity, substitute_for = "substitute", names.parse(match["who"]) or substitute_for
        elif said := _capacity_in(note):
            capacity = said
        elif len(note) > 1 and note[0].isupper():
            other = note
    return capacity, substitute_for, other


def _capacity_in(words: str) -> str | None:
    text = plain(words)
    for part in (text, *re.split(r"\s*[,/]\s*", text)):
        for capacity, forms in table("people")["capacities"].items():
            if part in forms:
                return str(capacity)
    return None


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
    said = _capacity_in(body) if body else None
    if body and _OFFICE.search(body):
        body = None
    quote = (
        Evidence(
            one.evidence.paragraph, min(cell.start, authority.start), max(cell.end, authority.end)
        )
        if alone
        else one.evidence
    )
    return Listed(
        one.name,
        quote,
        one.capacity or said,
        one.representing or (None if said else body),
        one.substitute_for,
    )
