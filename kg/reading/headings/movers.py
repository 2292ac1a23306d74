"""Lines that name who moved and who seconded what stands below them. They head nothing."""

import re
from collections.abc import Sequence

from kg.reading.blocks import Block
from kg.tables.load import matches

_NAME = r"([A-Z][\w’']+)"
_PAIR = re.compile(rf"{_NAME}(?:\s[-–—]\s|\s?/\s?){_NAME}")


def names_movers(text: str, below: str, blocks: Sequence[Block]) -> bool:
    """Whether a line of a paper names two people right above the motion that they made: "LOWE -
    TARN". Another line has them the other way round, or each bears a first name somewhere.
    """
    pair = _PAIR.fullmatch(text)
    if pair is None or not matches(below, "verbs", "motions", "makes"):
        return False
    turned = pair.groups()[::-1]
    pairs = filter(None, (_PAIR.fullmatch(block.text) for block in blocks))
    return any(one.groups() == turned for one in pairs) or all(
        _has_first_name(name, blocks) for name in turned
    )


def _has_first_name(name: str, blocks: Sequence[Block]) -> bool:
    """Whether a line has a name behind another word with a capital ("Cllr Ann Lowe")."""
    surname = re.compile(rf"\b[A-Z][\w.’'-]*\s(?i:{re.escape(name)})\b")
    return any(surname.search(block.text) for block in blocks)
