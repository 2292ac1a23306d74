"""Papers whose every line is a paragraph, as some converters of PDFs leave them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.markers import is_bare_marker, parse_marker
from kg.reading.text.lines import Flow, layout_of

_FEWEST = 20
_MOSTLY = 0.7
_OFTEN = 0.2
_FULL = 0.8
_SHORTEST = 45
_TAIL = 12
_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\b[MD]r)(?<!\bMs)[.:;?!]\W*$|[\u201d\"]$")
"""How a line ends that ends a sentence, and not in an initial."""
_LABEL = re.compile(r":(?!\d)")
_HYPHEN = re.compile(r"\w-$")


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
    return list(_joined(blocks, gone_on))


def _joined(blocks: Sequence[Block], gone_on: Sequence[bool]) -> Iterator[Block]:
    """The blocks, each with those that go on with it."""
    whole = blocks[0]
    for block, goes_on in zip(blocks[1:], gone_on, strict=True):
        if goes_on:
            blank = "" if _HYPHEN.search(whole.text[-2:]) else " "
            text = f"{whole.text}{blank}{block.text}"
            whole = replace(whole, text=text, strong=whole.strong and _is_set_off(block))
        else:
            yield whole
            whole = block
    yield whole


def _is_line(block: Block) -> bool:
    listed = block.kind is Kind.LIST_ITEM or (block.kind is Kind.TEXT and not block.rows)
    return listed and block.page is None and "\n" not in block.text


def _goes_on(block: Block, below: Block, full: float) -> bool:
    """Whether a line and that below it are of one paragraph: no title in bold over plain words.

    The rest of one in bold may be a heading, by the rule that ends a page below it.
    """
    lines = _is_line(block) and (_is_line(below) or (block.strong and _is_set_off(below)))
    if not lines or _opens(below) or (block.strong and not _is_set_off(below)):
        return False
    if _ENDS.search(block.text[-_TAIL:]):
        return False
    shouted = block.text.isupper() and below.text.isupper() and _LABEL.search(below.text) is None
    return len(block.text) >= full or shouted


def _is_set_off(block: Block) -> bool:
    """Whether a line is in bold, in capitals or a heading."""
    return block.strong or block.text.isupper() or block.kind is Kind.HEADING


def _opens(block: Block) -> bool:
    """Whether a line opens a paragraph: with a bullet or a number."""
    return (
        block.kind is Kind.LIST_ITEM or bool(parse_marker(block.text)) or is_bare_marker(block.text)
    )
