"""Lines that name who moved and who seconded what stands below them. They head nothing."""

import re
from collections.abc import Sequence

from kg.reading.blocks import Block
from kg.tables.load import matches

_NAME = r"([A-Z][\w’']+)"
_PAIR = re.compile(rf"{_NAME}(?:\s[-–—]\s|\s?/\s?){_NAME}")


def names_movers(text: str, below: str, before: Sequence[Block]) -> bool:
    """Whether a line names two people, each of whom is named ``before``, right above the motion
    that they made: "LOWE - TARN".
    """
    pair = _PAIR.fullmatch(text)
    if pair is None or not matches(below, "verbs", "motions", "makes"):
        return False
    return all(_named(name, before) for name in pair.groups())


def _named(name: str, before: Sequence[Block]) -> bool:
    """Whether a line has a name behind another word with a capital ("Cllr Ann Lowe")."""
    surname = re.compile(rf"\b[A-Z][\w.’'-]*\s(?i:{re.escape(name)})\b")
    return any(surname.search(block.text) for block in before)
