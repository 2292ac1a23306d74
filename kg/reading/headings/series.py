"""Numbers in forms that no list has, told by their running on through the paper."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.counting import Opening, counted, is_lost, is_outermost, longest_runs, running
from kg.model import Counted, Kind
from kg.numbering import head_number, list_number
from kg.reading.blocks import Block
from kg.reading.markers import parse_marker

_DOTTED = re.compile(r"\d+(?:\.\d+)+")
"""A number that a list has by itself, with what follows it or alone on its line."""
_LONGEST_TITLE = 100
_PART = re.compile(r"(?P<part>(?P<of>\S{2,12}?)\.(?P<at>\d{1,2}))[.:)]?\s+(?=[\"'“‘(\[A-Z])")


def number_series(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the numbers that run on, where they have none that a list has."""
    able = [at for at, block in enumerate(blocks) if block.kind in (Kind.TEXT, Kind.HEADING)]
    found = list(blocks)
    for at, one in counted_lines([blocks[at].text for at in able]).items():
        found[able[at]] = replace(found[able[at]], counted=one)
    for at, one in _outermost(found).items():
        kind = Kind.TEXT if blocks[at].kind is Kind.LIST_ITEM else blocks[at].kind
        found[at] = replace(blocks[at], kind=kind, level=None, counted=one)
    return found


def _outermost(blocks: Sequence[Block]) -> dict[int, Counted]:
    """The numbers of a paper that counts its items in a form of lists: "(a)", "iv.", "B)"."""
    openings = [
        Opening(at, number)
        for at, block in enumerate(blocks)
        if not block.rows and (number := list_number(block.text))
    ]
    run = max(longest_runs(openings), key=len, default=None)
    numbered = {
        at for at, block in enumerate(blocks) if block.counted or parse_marker(block.text).number
    }
    return counted(run) if run and is_outermost(run, numbered, len(blocks)) else {}


def lost_count(blocks: Sequence[Block]) -> bool:
    """Whether the numbers of a paper are those of a list that lost its count."""
    return is_lost([parse_marker(block.text).number for block in blocks])


def counted_lines(lines: Sequence[str]) -> dict[int, Counted]:
    """Which of some lines open with a number that runs on, and where each stands in its count."""
    openings: list[Opening] = []
    whole: set[str] = set()
    for at, line in enumerate(lines):
        number = head_number(line)
        listed = parse_marker(line).number if number else None
        if listed is not None:
            whole.add(listed)
        if number and (listed is None or "/" in listed or "." in listed):
            own = _DOTTED.fullmatch(listed or number.written) is not None
            openings.append(Opening(at, number, own, _is_shouted(line[len(number.head) :])))
    found = running(openings, whole)
    if not found:
        return found
    found |= dict(_told_again(lines, found))
    return found | dict(_parts(lines, found))


def _told_again(
    lines: Sequence[str], found: Mapping[int, Counted]
) -> Iterator[tuple[int, Counted]]:
    """The lines that repeat one above them whose number runs on, number and title, as minutes do
    below the list of their agenda.
    """
    above: dict[str, Counted] = {}
    for at, line in enumerate(lines):
        plain = " ".join(line.split()).casefold()
        if at in found:
            above.setdefault(plain, found[at])
        elif plain in above:
            yield at, above[plain]


def _is_shouted(title: str) -> bool:
    """Whether the words behind a number are a title in capitals and no more."""
    return title.isupper() and len(title) <= _LONGEST_TITLE


def _parts(lines: Sequence[str], found: Mapping[int, Counted]) -> Iterator[tuple[int, Counted]]:
    """The lines that open with a part of a number that runs on: "24/31.2" below "24/31"."""
    whole = {one.number: one.path for one in found.values()}
    for at, line in enumerate(lines):
        match = _PART.match(line)
        if match and match["of"] in whole:
            yield at, Counted(match["part"], (*whole[match["of"]], int(match["at"])), match["part"])
