"""Minutes whose items run on: numbers inside a paragraph, titles that run into their text.

"1. Election of Chairman It was proposed ... 2. Apologies There were none." is one
paragraph on the page and four in meaning. Each number that carries on the count opens a
paragraph of its own, and a title that runs into its text becomes a heading. Only papers
that say who came to a meeting are read so.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from kg.counting import Path, follows, path_of
from kg.model import Kind
from kg.numbering import ListStyle, counter
from kg.reading.blocks import Block
from kg.reading.headings.customary import is_customary, labels_actions
from kg.reading.headings.headings import item_number
from kg.reading.headings.numbers_inside import begun_inside, inside
from kg.reading.headings.run_in_titles import (
    MARKS,
    MOST_WORDS,
    SHORT,
    behind_number,
    capital_title,
    colon_lead,
    lead_title,
    line_title,
    numbered_title,
    part_number,
    part_title,
    subject_title,
)
from kg.reading.headings.series import lost_count
from kg.reading.markers import is_bare_marker, parse_marker
from kg.reading.text.inline import is_capitals
from kg.reading.who_came import says_who_came

_FEWEST = 2
_FEWEST_LEADS = 3
_FEWEST_ALIKE = 3
_MOSTLY = 0.6
_USUAL = 0.4
_FEW = 3
_LARGE = 100
"""From this number on no list inside an item counts."""
_NAMED = re.compile(r"[A-Z][\w’'-]+(?:(?:,? and|,| &)? [A-Z][\w’'-]+){0,3}: ")
_COUNTS = tuple(
    tuple(counter(style, at) for at in range(1, 27))
    for style in (ListStyle.LOWER_LETTER, ListStyle.LOWER_ROMAN)
)
"""How parts count: a, b, c or i, ii, iii."""
_DASH = re.compile(r"[ \t]*[–—-][ \t]+")


def set_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with items of minutes that run on set apart, and their titles made headings."""
    if not says_who_came(blocks):
        return list(blocks)
    return _with_titles(list(_with_items(blocks)))


# Numbers that carry on the count


def _with_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks parted where a number inside one carries on the count."""
    last: Path | None = None
    begun = _begun_anew(blocks)
    for place, block in enumerate(blocks):
        last = None if place in begun else last
        if block.rows or block.kind is Kind.FURNITURE:
            yield block
            continue
        last = _count(block, last) or last
        start = 0
        for at, path in inside(block.text) if last is not None else begun_inside(block.text):
            if follows(path, last):
                yield _part(block, start, at)
                start, last = at, path
        yield _part(block, start, len(block.text)) if start else block


def _begun_anew(blocks: Sequence[Block]) -> frozenset[int]:
    """The places where another count begins, as in the minutes of a second meeting.

    It begins with a large number that no other runs on to and others run on from.
    """
    numbers = ((at, parse_marker(block.text).number or "") for at, block in enumerate(blocks))
    large = [(at, int(n)) for at, n in numbers if n.isdigit() and int(n) >= _LARGE]
    steps = [after - one for (_, one), (_, after) in pairwise(large)]
    begun = zip(large[1:], steps, steps[1:], steps[2:], strict=False)
    return frozenset(at for (at, _), *found in begun if found[0] != 1 and found[1:] == [1, 1])


def _count(block: Block, last: Path | None) -> Path | None:
    """The number of a block where it carries on the count; a bare number may open it only as 1."""
    if block.counted is not None:
        counted = block.counted.path
        return counted if last is None or follows(counted, last) else None
    bare = f"{block.text} X" if is_bare_marker(block.text) else block.text
    written = parse_marker(bare).number
    number = written or item_number(block.text.partition("\n")[0])
    path = path_of(number) if number else None
    again = "/" in (number or "") and path == last
    if path is None or not (again or follows(path, last) or _leaves_out(path, last)):
        return None
    return path if written or last is not None or path == (1,) else None


def _leaves_out(path: Path, last: Path | None) -> bool:
    """Whether a whole number leaves out few behind the last."""
    return len(path) == 1 and last is not None and last[0] < path[0] <= last[0] + _FEW


def _part(block: Block, start: int, end: int) -> Block:
    text = block.text[start:end].strip()
    kind = Kind.TEXT if start and block.kind is not Kind.HEADING else block.kind
    kept = block if not start else replace(block, lead="", counted=None)
    return replace(kept, kind=kind, text=text, strong=False)


# Titles that run into their text


@dataclass(slots=True)
class _Titles:
    """Where titles may end that run into the text of their blocks, by the kind of title."""

    last: Path | None = None
    numbered: dict[int, tuple[int, int | None]] = field(default_factory=dict)
    led: dict[int, int] = field(default_factory=dict)
    bold: dict[int, int] = field(default_factory=dict)
    over: dict[int, int] = field(default_factory=dict)
    about: dict[int, int] = field(default_factory=dict)

    def take(self, at: int, block: Block, path: Path | None) -> None:
        """The title of one block, which is of the first kind that it may be of."""
        capitals = capital_title(block)
        if block.kind is Kind.HEADING and capitals is None:
            return
        if path is not None:
            title = numbered_title(block)
            if title is not None or not _is_alone(block):
                self.numbered[at] = (len(path), title)
        elif (end := subject_title(block)) is not None:
            self.about[at] = end
        elif (end := capitals or lead_title(block)) is not None:
            self.led[at] = end
        elif (end := colon_lead(block)) is not None:
            self.bold[at] = end
        elif (end := line_title(block)) is not None:
            self.over[at] = end

    def ends(self, blocks: list[Block]) -> dict[int, int]:
        """The ends of those that are titles: enough others are, or papers usually have them."""
        led, bold, over = self.led, self.bold, self.over
        ends = _usual(self.numbered) | dict(_alike(self.numbered, blocks))
        ends |= led if len(led) >= _FEWEST_LEADS else {}
        ends |= over if len(over) >= _FEWEST else {}
        ends |= self.about if len(self.about) >= _FEWEST else {}
        usual = {at: end for at, end in (bold | led).items() if is_customary(blocks[at].text[:end])}
        ends |= bold if len(usual.keys() & bold.keys()) >= _FEWEST and not self.numbered else {}
        shouted = sum(is_capitals(block.text.partition("\n")[0]) for block in blocks)
        ends |= usual if max(shouted, len(self.numbered)) >= _FEWEST_LEADS else {}
        customary = sum(is_customary(block.text) for block in blocks) if over else 0
        ends |= over if customary >= _FEWEST else {}
        return ends | dict(_lettered(blocks, counted=self.last is not None))


def _with_titles(blocks: list[Block]) -> list[Block]:
    found, counted, tasks = _Titles(), not lost_count(blocks), _tasks(blocks)
    begun = _begun_anew(blocks)
    for at, block in enumerate(blocks):
        found.last = None if at in begun else found.last
        if not block.rows and block.kind is not Kind.FURNITURE and at not in tasks:
            path = _count(block, found.last)
            found.last = (path or found.last) if counted else None
            found.take(at, block, path)
    ends = found.ends(blocks)
    return [part for at, block in enumerate(blocks) for part in _parted(block, ends.get(at))]


def _tasks(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of lists right under a label of actions that name people before what they do."""
    found: set[int] = set()
    for at, block in enumerate(blocks):
        if labels_actions(block.text.rstrip(" :")):
            listed = list(takewhile(lambda b: parse_marker(b.text).number, blocks[at + 1 :]))
            found |= (
                set(range(at + 1, at + 1 + len(listed))) if all(map(_is_given, listed)) else set()
            )
    return frozenset(found)


def _is_given(block: Block) -> bool:
    """Whether a paragraph opens with a name and a colon: "2. Ben Moss: Write to the owner"."""
    return _NAMED.match(parse_marker(block.text).rest) is not None


def _lettered(blocks: Sequence[Block], *, counted: bool) -> Iterator[tuple[int, int]]:
    """The ends of the titles of parts that count a, b, c or i, ii, iii, where all of a list have
    one, or are one over their text; in a paper that has not ``counted`` in numbers only of those
    in bold.
    """
    runs: list[list[tuple[int, int | None]]] = []
    count: tuple[str, ...] = ()
    last = 0
    for at, block in enumerate(blocks):
        number = part_number(block)
        begun = next((one for one in _COUNTS if one[0] == number), None)
        if begun and not _follows_in(count, number, last):
            runs.append([])
            count, last = begun, -1
        if number and _follows_in(count, number, last):
            last = count.index(number)
            runs[-1].append((at, part_title(block)))
    fewest = _FEWEST if counted else _FEWEST_LEADS
    titled = [run for run in runs if all(end or _is_over_text(at, blocks) for at, end in run)]
    titled = [run for run in titled if counted or all(_is_bold(blocks[at]) for at, _ in run)]
    if any(len(run) >= fewest for run in titled):
        yield from ((at, end) for run in titled for at, end in run if end is not None)


def _is_over_text(at: int, blocks: Sequence[Block]) -> bool:
    """Whether a part is a title alone, with text that has no number right below it."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if below is None or below.kind is not Kind.TEXT or below.counted or parse_marker(below.text):
        return False
    return _is_alone(blocks[at]) and ":" not in blocks[at].text


def _follows_in(count: Sequence[str], number: str | None, last: int) -> bool:
    """Whether a number stands in a count little behind the place of the last."""
    return number in count and 0 < count.index(number or "") - last <= _FEW


def _is_bold(block: Block) -> bool:
    return block.strong or bool(block.lead)


def _usual(numbered: Mapping[int, tuple[int, int | None]]) -> dict[int, int]:
    """The ends of titles at the depths of numbers where titles are usual."""
    ends: dict[int, int] = {}
    for depth in {depth for depth, _ in numbered.values()}:
        alike = {at: end for at, (own, end) in numbered.items() if own == depth}
        found = {at: end for at, end in alike.items() if end is not None}
        if len(found) >= _FEWEST and len(found) >= _USUAL * len(alike):
            ends |= found
    return ends


def _alike(
    numbered: Mapping[int, tuple[int, int | None]], blocks: Sequence[Block]
) -> Iterator[tuple[int, int]]:
    """The ends of the titles that end with the mark with which most titles of a paper end."""
    marks = Counter(
        blocks[at].text[:end].replace(":-", ":")[-1:]
        for at, (_, end) in numbered.items()
        if end is not None
    )
    mark, count = marks.most_common(1)[0] if marks else ("", 0)
    if mark not in MARKS or count < max(_FEWEST_ALIKE, _MOSTLY * len(numbered)):
        return
    for at in numbered:
        text = blocks[at].text
        start = len(text) - len(behind_number(blocks[at]))
        if (match := MARKS[mark].match(text, start)) and len(match[0].split()) <= MOST_WORDS:
            yield at, match.end()


def _is_alone(block: Block) -> bool:
    """Whether a numbered paragraph is as short as a title with nothing behind it, or a motion."""
    if behind_number(block)[:1] in ("\u201c", '"'):
        return True
    return len(block.text) <= SHORT and block.text[-1:] not in ".;,"


def _behind_dash(text: str) -> str:
    """The words behind a title, without the dash that parts them from it on one line."""
    dash = _DASH.match(text)
    return text[dash.end() if dash else 0 :].strip()


def _parted(block: Block, end: int | None) -> Iterator[Block]:
    if end is None:
        yield block
        return
    title, rest = block.text[:end].rstrip(), _behind_dash(block.text[end:])
    yield replace(block, kind=Kind.HEADING, text=title, level=None, lead="", look="")
    if rest:
        plain = replace(block, lead="", strong=False, counted=None)
        yield replace(plain, kind=Kind.TEXT, text=rest, level=None, told=True)
