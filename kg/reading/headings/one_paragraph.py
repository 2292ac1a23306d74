"""Papers whose lines were lost: their head and items are one paragraph, parted at the numbers.

A page may give minutes as one paragraph: "Minutes of ... Present: ... 41/19 Lamps None.
42/19 Minutes ...". Numbers of one form that go up by one part it, wherever they stand, and
the labels of people part what stands before them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.counting import FEWEST, RUNNING, Opening, Run, is_long, longest_runs
from kg.model import Kind
from kg.numbering import DIGITS, ROMAN, head_number
from kg.reading.blocks import Block
from kg.reading.headings.headings import is_people_label
from kg.reading.text.inline import is_capitals

_LONG = 240
_HEAD = 6
_UNLABELLED_FEWEST = 4
_NOTE = 800
_WINDOW = 60
_LABEL_LENGTH = 40
_LABEL_WORDS = 4
_BLANK = re.compile(
    r"(?<=\S)\s+(?!(?<=\d\s)[AaPp]\.?[Mm]\b)"
    r"(?=[(\[]?[A-Z]{0,8}[/. -]?\d|[A-Z][a-z]{1,4}/\d|[IVXL]{1,7}[.)]\s|(?:Item|Minute|ITEM)\s)"
)
_OF_MEETING = re.compile(r"\b(?:minutes|meeting|agenda)\b", re.IGNORECASE)
_TITLE = r"(?=[A-Z]{3}|[A-Z]+\s[A-Z]{4})(?:[A-Z][A-Z’'&/,-]*\s){1,7}?[A-Z][A-Z’'&/,-]{2,}"
_SHOUTED = re.compile(
    rf"(?:(?:[.!?:_)]|\d|[ap]\.m\.)[_\s]{{0,80}}\s(?P<title>{_TITLE})(?=\s[A-Z][a-z]|\sA\s[a-z])"
    rf"|\s(?P<ruled>{_TITLE})(?=\s?_{{3}}))"
)
"""A title in capitals: behind a sentence, an hour or a rule and before a sentence, or ruled."""
_COLON = re.compile(r"\s?:\s")
_OF_PAPER = re.compile(
    r"(?<=\S)\s+(?=(?:(?:DRAFT|Draft)\s)?(?:MINUTES|Minutes|AGENDA|Agenda)\s(?i:of|for)\s)"
)
_PREFACE = re.compile(
    r"(?<=[a-z][.!]\s)(?=(?:[A-Z]{2,}\s){0,8}MINUTES?\s(?i:of)\s(?:[A-Za-z]+\s){0,3}(?i:meeting)\b)"
)
"""Where the title of minutes in capitals stands behind a sentence: a note on the file."""
_TITLED = re.compile(r"\W*(?:draft\s+)?(?:minutes|notes)\s+of\s", re.IGNORECASE)
_COUNTED = re.compile(r"(?<=\w)\s\([^()]*\)$")
_LED = re.compile(r"\b(?:to|of|from|by|with)\s$")
"""What stands before a word for people that heads nobody: "Papers sent to members: ..."."""
_KIND = re.compile(r"[.;)]\s(?P<words>[A-Z]\w+ )$")
"""What a label says of the people besides: "Visiting" of "Visiting members"."""

_Place = tuple[int, int]
"""The place of a block, and one in its text."""


def with_lines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the one that holds the head of a paper and its items parted at these.

    A note on the file may stand before the title.
    """
    title = _behind_note(blocks[0].text) if blocks and not blocks[0].rows else None
    if title is not None:
        note, *paper = _parts(blocks[0], [title])
        return [note, *with_lines([*paper, *blocks[1:]])]
    first = _first_long(blocks[:_HEAD])
    if first is None:
        return list(blocks)
    opened = _opened(blocks, first) or _shouted(blocks, first)
    if not opened or opened[0][0] != first or not opened[0][1]:
        return _with_labels(blocks, first)
    lines = list(_lines_of_head(blocks[first].text[: opened[0][1]]))
    if not lines and len(opened) < _UNLABELLED_FEWEST:
        return list(blocks)
    ends = {*opened, *((first, at) for at in lines)}
    return [
        part
        for at, block in enumerate(blocks)
        for part in _parts(block, sorted(place for own, place in ends if own == at and place))
    ]


def _behind_note(text: str) -> int | None:
    """Where the title of minutes begins that a note on the file stands before.

    It is near the start, and nothing before it is of a meeting or labels people.
    """
    title = _PREFACE.search(text, 0, _NOTE)
    if title is None or _OF_MEETING.search(text, 0, title.start()):
        return None
    return None if any(_labels(text[: title.start()])) else title.start()


def _with_labels(blocks: Sequence[Block], first: int) -> list[Block]:
    """The blocks with the head of a paper, where it is a whole paragraph, parted at its labels."""
    text = blocks[first].text
    labels = list(_labels(text)) if _TITLED.match(text) else []
    return [*blocks[:first], *_parts(blocks[first], labels), *blocks[first + 1 :]]


def _first_long(blocks: Sequence[Block]) -> int | None:
    """The place of the first long paragraph, where words up to it name a meeting or its papers."""
    for at, block in enumerate(blocks):
        if block.kind is Kind.TEXT and not block.rows and len(block.text) > _LONG:
            named = any(_OF_MEETING.search(one.text, 0, _LONG) for one in blocks[: at + 1])
            return at if named else None
    return None


def _opened(blocks: Sequence[Block], first: int) -> list[_Place]:
    """The places where the longest count of items goes on, from the ``first`` block."""
    places = list(_places(blocks, first))
    openings = [
        Opening(at, number)
        for at, (own, start) in enumerate(places)
        if (number := head_number(blocks[own].text[start : start + _WINDOW]))
    ]
    run = max(filter(_numbers_items, longest_runs(openings)), key=len, default=None)
    return [places[at] for at in _with_parts(run, openings)] if run else []


def _shouted(blocks: Sequence[Block], first: int) -> list[_Place]:
    """Where titles in capitals begin and end inside the ``first`` block, if it has several."""
    spans = [title.span(title.lastgroup or 0) for title in _SHOUTED.finditer(blocks[first].text)]
    return [(first, at) for span in spans for at in span] if len(spans) >= FEWEST else []


def _with_parts(run: Run, openings: Sequence[Opening]) -> Iterator[int]:
    """The lines of a run and those of the parts of each number: "2.1", "2.2" behind "2."."""
    following = ""
    steps = set(run.places)
    for one in openings:
        written = one.number.written
        if one.at in steps:
            following = f"{written}.1"
            yield one.at
        elif written == following:
            whole, _, part = written.rpartition(".")
            following = f"{whole}.{int(part) + 1}"
            yield one.at


def _places(blocks: Sequence[Block], first: int) -> Iterator[_Place]:
    """The heads of the blocks from the ``first`` on, and the blanks in them before numbers."""
    for at, block in enumerate(blocks[first:], start=first):
        if not block.rows and block.kind is not Kind.FURNITURE:
            yield at, 0
            yield from ((at, blank.end()) for blank in _BLANK.finditer(block.text))


def _numbers_items(run: Run) -> bool:
    """Whether a run is long enough, and begins at 1 where its numbers are small and bare."""
    form = run.form
    if form.style not in (DIGITS, ROMAN):
        return False
    bare = form.frame == "#" and not (form.before or form.after)
    if bare and run.first < RUNNING:
        return run.first == 1 and len(run) >= FEWEST
    return is_long(run)


def _lines_of_head(text: str) -> Iterator[int]:
    """Where the title of a paper and the labels of people begin in its head."""
    if title := _OF_PAPER.search(text):
        yield title.end()
    yield from _labels(text)


def _labels(text: str) -> Iterator[int]:
    """Where the labels of people begin in a text."""
    for colon in _COLON.finditer(text):
        words = text[max(0, colon.start() - _LABEL_LENGTH) : colon.start()].split(" ")
        labels = (" ".join(words[at:]) for at in range(-min(_LABEL_WORDS, len(words)), 0))
        label = next((own for own in labels if own and _is_label(own)), None)
        start = colon.start() - len(label or "")
        if label and not _LED.search(text[max(0, start - _WINDOW) : start]):
            kind = _KIND.search(text[max(0, start - _LABEL_LENGTH) : start])
            yield start - len(kind["words"]) if kind else start


def _is_label(words: str) -> bool:
    """Whether words are a label of people, but for a count in brackets: "PRESENT (6 members)"."""
    return is_people_label(_COUNTED.sub("", words).lower())


def _parts(block: Block, places: Sequence[int]) -> Iterator[Block]:
    """A block parted at places inside it."""
    for start, end in zip([0, *places], [*places, len(block.text)], strict=True):
        text = block.text[start:end].strip(" _") if places else block.text
        part = replace(block, text=text, strong=is_capitals(text))
        if text or block.rows:
            yield replace(part, lead="") if start else part
