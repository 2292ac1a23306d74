"""Titles without a number among the numbered titles of minutes: "Internal Audit"."""

from collections.abc import Sequence
from itertools import pairwise

from kg.model import Kind
from kg.reading.blocks import Block
from kg.reading.headings.headings import heads_plainly, made_headings
from kg.reading.headings.run_in_titles import names_person
from kg.tables.load import matches

_FEWEST = 2
_LONGEST = 60


def plain_among_counted(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with short plain lines made headings that stand over what was said, if several do.

    Where numbers count the titles of a paper, one such line may be anything.
    """
    found = {
        at
        for at, (line, below) in enumerate(pairwise(blocks))
        if _tells(line, below) and heads_plainly(blocks, at, usual=False)
    }
    return made_headings(blocks, found if len(found) >= _FEWEST else ())


def _tells(line: Block, below: Block) -> bool:
    """Whether a line that may be a title stands over text that tells what was said or done."""
    plain = line.kind is Kind.TEXT and line.counted is None and not line.told
    short = plain and len(line.text) <= _LONGEST and not _told(line)
    title = short and not names_person().match(line.text)
    return title and below.kind is Kind.TEXT and below.counted is None and _told(below)


def _told(block: Block) -> bool:
    return matches(block.text, "sections", "openings", "told")
