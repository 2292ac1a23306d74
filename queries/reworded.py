"""A question in the words of papers: everyday words give way to what papers call a thing."""

import re
from collections.abc import Mapping
from functools import cache

from kg.tables.load import table

_ENDING = r"(?:s|es|'s|’s|ed|d|ing)?"
_BODIES = re.compile(r"(\w[^\Waeiou])ies\b")
"""A plural in "ies", whose singular ends in "y"."""


def reworded(text: str) -> str:
    """A text with each word or phrase of the table of plain words in the words of papers.

    The same text where it has none of them.
    """
    if not _everyday().search(found := _BODIES.sub(r"\1y", text)):
        return text
    return _everyday().sub(lambda match: _formal()[match[1].lower()], found)


def everyday(text: str) -> list[tuple[str, str]]:
    """The plain words of the table in a text, each with what papers call the thing."""
    found = _everyday().finditer(_BODIES.sub(r"\1y", text))
    return [(match[0], _formal()[match[1].lower()]) for match in found]


@cache
def _formal() -> Mapping[str, str]:
    """What papers call a thing, by each everyday word for it."""
    groups = table("plain_words").values()
    return {word: formal for group in groups for formal, some in group.items() for word in some}


@cache
def _everyday() -> re.Pattern[str]:
    """Any everyday word or phrase, the longest first, with or without an ending."""
    longest_first = sorted(_formal(), key=lambda word: (-len(word), word))
    words = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)({words}){_ENDING}(?!\w)", re.IGNORECASE)
