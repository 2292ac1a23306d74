"""Page furniture: running headers, page numbers, guidance for visitors.

What it says is in the table ``furniture``; where it stands is told here.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.headings.headings import is_people_label, known
from kg.reading.markers import parse_marker
from kg.reading.normalise import without_end
from kg.reading.tables.tables import is_phone_list
from kg.tables.load import alternation, matches, table

_LONGEST_HEADER = 90
_LONGEST_REGION = 60
_PAGE = re.compile(r"page\s+\d{1,4}(?:\s+of\s+\d{1,4})?", re.IGNORECASE)
_PAPER = rf"(?=.*(?:\b{alternation('furniture', 'papers')}\b|\d\D))(?P<words>\S+\s.{{0,80}}?)"
"""Words of a running head: they name the paper, or its day."""
_HEAD = re.compile(_PAPER, re.IGNORECASE)
_PAGED = re.compile(rf"{_PAPER}[\s|,:;–—-]+(?:{_PAGE.pattern})", re.IGNORECASE)
_UNFINISHED = re.compile(r"[\w,\u2019'\u201d\u2013-]$")
_STANDS_ALONE = re.compile(r"it was (?:also )?[a-z]+ed\b")
"""How a clause opens that is a sentence of its own: "it was noted", in small letters too."""


def mark_furniture(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with those that are furniture marked so."""
    running = running_lines(blocks)
    marked = []
    left = 0
    for block in blocks:
        left = _visitor_region(block, left)
        if left or _is_furniture(block, running):
            block = replace(block, kind=Kind.FURNITURE, level=None)
        marked.append(block)
    return marked


def running_lines(blocks: Sequence[Block]) -> frozenset[str]:
    """Short lines said more than once that break into a sentence at least once, or that bear the
    number of a page each time: "Minutes, 3 May - Page 2", or "Page 2" on the line below.
    """
    lines = [b.text for b in blocks if b.text and len(b.text) <= _LONGEST_HEADER and not b.rows]
    counts = Counter(lines)
    breaking = {
        block.text
        for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if counts[block.text] > 1 and goes_on(before, after)
    }
    return frozenset(breaking | page_heads(lines))


def page_heads(lines: Sequence[str]) -> set[str]:
    """The lines whose words stand with the numbers of several pages, and never without one; those
    of the numbers below them too.
    """
    paged = {line: found["words"] for line in lines if (found := _PAGED.fullmatch(line))}
    times = Counter(paged.values())
    pairs = [
        (line, below)
        for line, below in pairwise(lines)
        if _PAGE.fullmatch(below) and _HEAD.fullmatch(line)
    ]
    counts, above = Counter(lines), Counter(line for line, _ in pairs)
    heads = {line for line, found in above.items() if 1 < found == counts[line]}
    beside = {line for line, words in paged.items() if times[words] > 1}
    return beside | heads | {below for line, below in pairs if line in heads}


def goes_on(before: Block, after: Block) -> bool:
    """Whether the words of ``after`` continue an unfinished sentence of ``before``.

    A label of people opens a list of its own, in small letters too: "apologies: Ann Lowe".
    """
    label, colon, _ = after.text.partition(":")
    return (
        before.kind in (Kind.TEXT, Kind.LIST_ITEM)
        and after.kind is Kind.TEXT
        and len(before.text) >= 40
        and _UNFINISHED.search(before.text) is not None
        and after.text[:1].islower()
        and not parse_marker(after.text)
        and _STANDS_ALONE.match(after.text) is None
        and not (colon and is_people_label(label))
    )


def _is_furniture(block: Block, running: frozenset[str]) -> bool:
    if block.rows:
        return is_phone_list(block.rows)
    if block.text in running or _line("line").fullmatch(block.text):
        return True
    return matches(block.text, "furniture", "guidance")


def _visitor_region(block: Block, left: int) -> int:
    """How many blocks of guidance for visitors may follow, from this one on; 0 outside.

    A region opens at its heading and ends where the paper goes on, or after
    a number of blocks that no such guidance exceeds.
    """
    text = without_end(block.text)
    if not block.rows and _line("visitors").fullmatch(text):
        return _LONGEST_REGION
    if not left or block.rows or _resumes(text):
        return 0
    return left - 1


def _resumes(text: str) -> bool:
    lines = text.split("\n")
    return any(_line("resume").fullmatch(line) or known(line) for line in lines)


@cache
def _line(kind: str) -> re.Pattern[str]:
    """One pattern for a class of lines in the table of furniture."""
    return re.compile("|".join(f"(?:{line})" for line in table("furniture")[kind]), re.IGNORECASE)
