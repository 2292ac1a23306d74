"""Numbers in forms that no list has, told by their running on through the paper.

"31 Finance" may open a sentence, and so may "V. Smith": where 32 and 33, or VI and VII,
open lines of the same form further on, they are the numbers of items.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Kind
from kg.reading.blocks import Block, Counted
from kg.reading.headings import begins_with_day
from kg.reading.markers import parse_marker
from kg.reading.numbering import ListStyle, counter

_FEWEST = 3
_MOSTLY = 0.6
_ROMANS = {counter(ListStyle.UPPER_ROMAN, count): count for count in range(1, 40)}
_OPENS = re.compile(
    r"(?P<called>(?i:(?:minute|min|agenda\s+item|item)\b\.?\s*(?:(?:no|number|ref)\b\.?\s*)?))?"
    r"(?P<number>(?:[A-Z]{1,5}[/. -]?|[A-Z][a-z]{1,4}/)?\d{1,4}(?:[./-]\d{1,4}){0,2}[a-z]?"
    r"|[IVX]{1,6}|[A-Z])"
    r"(?P<end>[.:)]?)(?:(?P<alone>\s*$)|\s+(?:[–—-]\s+)?(?=[\"'“‘(\[A-Z]))"
)
_PART = re.compile(r"(?P<part>(?P<of>\S{2,12}?)\.(?P<at>\d{1,2}))[.:)]?\s+(?=[\"'“‘(\[A-Z])")
_DIGITS = re.compile(r"\d+")

_SLASHED = re.compile(r"(?:[A-Z]{1,5}[/. ]?)?(\d{1,4})([a-z])?/(\d{2,4})")

Path = tuple[int, ...]
"""A number as what counts in it, part by part."""
Form = tuple[str, ...]
"""What the numbers of one series have in common."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """A line that may open with a number: the forms it has, with the count in each."""

    at: int
    number: str
    counts: Mapping[Form, int]


def number_series(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the numbers that run on, where they have none that a list has."""
    able = [at for at, block in enumerate(blocks) if block.kind in (Kind.TEXT, Kind.HEADING)]
    found = list(blocks)
    for at, counted in counted_lines([blocks[at].text for at in able]).items():
        found[able[at]] = replace(found[able[at]], counted=counted)
    return found


def lost_count(blocks: Sequence[Block]) -> bool:
    """Whether most numbers are 1: a list that lost its count and prints it over each item."""
    numbers = [number for block in blocks if (number := parse_marker(block.text).number)]
    return numbers.count("1") > max(_FEWEST - 1, len(numbers) / 2)


def counted_lines(lines: Sequence[str]) -> dict[int, Counted]:
    """Which of some lines open with a number that runs on, and where each stands in its count."""
    openings = [one for at, line in enumerate(lines) if (one := _opening(at, line))]
    found = {
        opening.at: Counted(opening.number, (count,))
        for run in sorted(_runs(openings), key=len)
        for opening, count in run
    }
    return found | dict(_parts(lines, found)) if found else found


def _parts(lines: Sequence[str], found: Mapping[int, Counted]) -> Iterator[tuple[int, Counted]]:
    """The lines that open with a part of a number that runs on: "24/31.2" below "24/31"."""
    whole = {counted.number: counted.path for counted in found.values()}
    for at, line in enumerate(lines):
        match = _PART.match(line)
        if match and match["of"] in whole:
            yield at, Counted(match["part"], (*whole[match["of"]], int(match["at"])))


def _opening(at: int, text: str) -> _Opening | None:
    match = _OPENS.match(text.partition("\n")[0])
    if match is None or begins_with_day(text[match.end() :]):
        return None
    if "/" not in match["number"] and parse_marker(text).number:
        return None
    called = " ".join((match["called"] or "").lower().split())
    shape = (called, match["end"], "alone" if match["alone"] is not None else "")
    counts = {(*shape, *form): count for form, count in _counts(match["number"])}
    return _Opening(at, match["number"], counts)


def _counts(number: str) -> Iterator[tuple[Form, int]]:
    """The forms of a number, each by what of it stands still, and how far it counts."""
    if number in _ROMANS:
        yield ("roman",), _ROMANS[number]
    if len(number) == 1 and number.isalpha():
        yield ("letter",), ord(number)
    for part in _DIGITS.finditer(number):
        yield ("digits", number[: part.start()], number[part.end() :]), int(part.group())


def _runs(openings: Sequence[_Opening]) -> Iterator[list[tuple[_Opening, int]]]:
    """The longest run of each form, where it is long and most lines of the form are in it."""
    by_form: dict[Form, list[tuple[_Opening, int]]] = {}
    for opening in openings:
        for form, count in opening.counts.items():
            by_form.setdefault(form, []).append((opening, count))
    for members in by_form.values():
        run = [members[at] for at in longest_run([count for _, count in members])]
        if len(run) >= max(_FEWEST, _MOSTLY * len(members)):
            yield run


def longest_run(counts: Sequence[int], skips: int = 0, first: int | None = None) -> list[int]:
    """The places of the longest run of counts that go up by one.

    At most ``skips`` counts may be left out in a step; a run begins at ``first``, if given.
    """
    length: dict[int, int] = {}
    before: dict[int, int] = {}
    ending: dict[int, int] = {}  # the place where the longest run so far to a count ends
    for at, count in enumerate(counts):
        steps = (ending.get(count - 1 - skip) for skip in range(skips + 1))
        last = next((place for place in steps if place is not None), None)
        if last is None and first is not None and count > first:
            continue
        far = length[last] + 1 if last is not None else 1
        if count in ending and far <= length[ending[count]]:
            continue
        length[at], ending[count] = far, at
        if last is not None:
            before[at] = last
    return _back(before, max(length, key=lambda at: length[at])) if length else []


def _back(before: Mapping[int, int], end: int) -> list[int]:
    """The places that lead to the last one, first to last."""
    places = [end]
    while (last := before.get(places[-1])) is not None:
        places.append(last)
    return places[::-1]


def path_of(number: str) -> Path | None:
    """A number as what counts in it: "7.1" is (7, 1), "70/17" is (70,), "70b/17" (70, 2)."""
    if slashed := _SLASHED.fullmatch(number):
        whole = int(slashed[3] if len(slashed[3]) == 3 else slashed[1])
        return (whole, ord(slashed[2]) - ord("a") + 1) if slashed[2] else (whole,)
    if re.fullmatch(r"\d{1,4}(?:\.\d{1,3})*", number):
        return tuple(int(part) for part in number.removesuffix(".0").split("."))
    return None


def follows(path: Path, last: Path | None) -> bool:
    """Whether a number carries on the count: 7 or 6.1 after 6, 6.2 or 7 after 6.1."""
    if last is None:
        return path[1:] in ((), (1,))
    if path == (*last, 1):
        return True
    return len(path) <= len(last) and path == (*last[: len(path) - 1], last[len(path) - 1] + 1)
