"""Lists of names of which those in bold came: "Members present in bold"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from kg.model import Kind
from kg.reading.blocks import Block

_CAME = r"(?:present|attend(?:ed|ing|ees)|in attendance)"
_KEY = re.compile(
    rf"\W*(?:\w+ ){{0,3}}{_CAME}(?: \w+){{0,3}} (?:in|by) bold\W*"
    rf"|\W*(?:(?:names?|members|people|those) )?(?:\w+ )?in bold(?: \w+){{0,2}} {_CAME}\W*"
    rf"|\W*bold\s*(?:=|[:–—-]|denotes|indicates|means)\s*(?:\w+ )?{_CAME}\W*",
    re.IGNORECASE,
)
_LONGEST = 60
_FEWEST = 3


def tick_bold_names(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, where a line says that names in bold came with those of its list ticked.

    The list stands right above the line, or else right below it.
    """
    ticked = list(blocks)
    for at, block in enumerate(blocks):
        if len(block.text) <= _LONGEST and _KEY.fullmatch(block.text):
            above = list(takewhile(lambda i: _is_name(blocks[i]), range(at - 1, -1, -1)))
            below = list(takewhile(lambda i: _is_name(blocks[i]), range(at + 1, len(blocks))))
            for index in next((run for run in (above, below) if len(run) >= _FEWEST), ()):
                ticked[index] = replace(blocks[index], ticked=blocks[index].strong)
    return ticked


def _is_name(block: Block) -> bool:
    """Whether a block may name one person of a list."""
    return block.kind is Kind.LIST_ITEM and not block.rows and len(block.text) <= 2 * _LONGEST
