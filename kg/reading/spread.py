"""Papers whose every line is a paragraph, as some converters of PDFs leave them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.hyphens import Mender
from kg.reading.markers import is_bare_marker, parse_marker
from kg.reading.text.lines import Flow, layout_of
from kg.tables.load import alternation

_FEWEST = 20
_MOSTLY = 0.7
_OFTEN = 0.2
_FULL = 0.8
_SHORTEST = 45
_TAIL = 12
_ENDS = re.compile(r"[.:;?!]\W*$|[\u201d\"]$")
_NAMES_ON = re.compile(rf"\b(?:{alternation('abbreviations', 'titles')}|[A-Z])\.\W*$")
"""How a line ends that breaks off in a name: behind a title or an initial."""
_LABEL = re.compile(r":(?!\d)")


def together(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the lines of their paragraphs together again, where each is one of its own.

    The width of the lines is that of all, else of the long ones, amid the cells of a table. A
    line as long as most is gone on from below, unless it ends a sentence or what is below it
    opens a paragraph; so is a line in capitals by another, as in a title.
    """
    lines = [block.text for block in blocks if _is_line(block)]
    if len(lines) < max(_FEWEST, _MOSTLY * len(blocks)):
        return list(blocks)
    long = [line for line in lines if len(line) >= _SHORTEST]
    wrapped = ((said, layout_of(said)) for said in (lines, long))
    said, layout = next((one for one in wrapped if one[1].flow is Flow.WRAPPED), (lines, None))
    if layout is None:
        return list(blocks)
    gone_on = [_goes_on(*pair, _FULL * layout.width) for pair in pairwise(blocks)]
    if sum(gone_on) < _OFTEN * len(said):
        return list(blocks)
    runs = [[blocks[0]]]
    for block, goes_on in zip(blocks[1:], gone_on, strict=True):
        if not goes_on:
            runs.append([])
        runs[-1].append(block)
    mender = Mender(lines)
    return [_whole(run, mender) for run in runs]


def _whole(run: Sequence[Block], mender: Mender) -> Block:
    """The lines of a paragraph as one; in bold where the first is and all are set off."""
    first, *others = run
    strong = first.strong and all(map(_is_set_off, others))
    return replace(first, text=mender.whole(block.text for block in run), strong=strong)


def _is_line(block: Block) -> bool:
    listed = block.kind is Kind.LIST_ITEM or (block.kind is Kind.TEXT and not block.rows)
    return listed and block.page is None and "\n" not in block.text


def _goes_on(block: Block, below: Block, full: float) -> bool:
    """Whether a line and that below it are of one paragraph: no title in bold over plain words.

    The rest of one in bold, or a full line, may be a heading by the rule that ends a page below it.
    """
    above = _is_line(block) or (_is_ruled(block, full) and below.text[:1].islower())
    under = _is_line(below) or _is_ruled(below, full) or (block.strong and _is_set_off(below))
    if not (above and under) or _opens(below) or (block.strong and not _is_set_off(below)):
        return False
    end = block.text[-_TAIL:]
    if _ENDS.search(end) and not _NAMES_ON.search(end):
        return False
    shouted = block.text.isupper() and below.text.isupper() and _LABEL.search(below.text) is None
    return len(block.text) >= full or shouted


def _is_ruled(block: Block, full: float) -> bool:
    """Whether a line may be a heading only by a rule below it: it is full."""
    return block.kind is Kind.HEADING and len(block.text) >= full


def _is_set_off(block: Block) -> bool:
    """Whether a line is in bold, in capitals or a heading."""
    return block.strong or block.text.isupper() or block.kind is Kind.HEADING


def _opens(block: Block) -> bool:
    """Whether a line opens a paragraph: with a bullet or a number."""
    return (
        block.kind is Kind.LIST_ITEM or bool(parse_marker(block.text)) or is_bare_marker(block.text)
    )
