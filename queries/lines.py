"""Paragraphs that say nothing by themselves: they name, lead in, or say whom to ask."""

import re

from kg.tables.load import patterns
from queries.place import Place

_LINE = 12
"""The most words of a line that only names or leads in."""
_ENDED = re.compile(r"[.!?)\d]\s*$")


def only_leads(place: Place) -> bool:
    """Whether a passage only names something, leads in to what follows, or says whom to ask."""
    if any(pattern.search(place.text) for pattern in patterns("trace", "leading")):
        return True
    few = place.form != "table" and len(place.text.split()) <= _LINE
    return few and not _ENDED.search(place.text)
