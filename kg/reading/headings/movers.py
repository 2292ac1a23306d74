"""Lines that name who moved and who seconded what stands below them. They head nothing."""

import re

from kg.tables.load import matches

_NAME = r"[A-Z][\w’'-]+"
_PAIR = re.compile(rf"{_NAME} ?[-–—/&] ?{_NAME}")


def names_movers(text: str, below: str) -> bool:
    """Whether a line names two people right above the motion that they made: "LOWE - TARN"."""
    return _PAIR.fullmatch(text) is not None and matches(below, "verbs", "motions", "makes")
