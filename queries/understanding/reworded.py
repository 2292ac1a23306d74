"""A question in the words of papers: everyday words give way to what papers call a thing."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from kg.tables.load import table

_ENDING = r"(?:s|es|'s|’s|ed|d|ing)?"
_PLURAL = "ies"
"""What the plural of a word in "y" ends in."""


def reworded(text: str) -> str:
    """A text with each word or phrase of the table of plain words in the words of papers.

    The same text where it has none of them.
    """
    return _everyday(text).sub(lambda match: _formal()[_singular(match[1])], text)


def everyday(text: str) -> list[tuple[str, str]]:
    """The plain words of the table in a text, each with what papers call the thing."""
    found = _everyday(text).finditer(text)
    return [(match[0], _formal()[_singular(match[1])]) for match in found]


def _singular(word: str) -> str:
    """An everyday word as the table has it."""
    small = word.lower()
    return small if small in _formal() else f"{small.removesuffix(_PLURAL)}y"


@cache
def _formal() -> Mapping[str, str]:
    """What papers call a thing, by each everyday word for it."""
    groups = table("plain_words").values()
    return {word: formal for group in groups for formal, some in group.items() for word in some}


@cache
def _longest_first() -> Sequence[str]:
    """The everyday words and phrases, the longest first."""
    return sorted(_formal(), key=lambda word: (-len(word), word))


def _everyday(text: str) -> re.Pattern[str]:
    """Any everyday word or phrase that a text may have, with or without an ending.

    To compile all of them takes longer than to look which of them its letters allow.
    """
    small = text.lower()
    return _any_of(tuple(word for word in _longest_first() if word[:-1] in small))


@lru_cache
def _any_of(some: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(_either_number(word) for word in some) or r"(?!)"
    return re.compile(rf"(?<!\w)({words}){_ENDING}(?!\w)", re.IGNORECASE)


def _either_number(word: str) -> str:
    """A pattern for a word of the table, also in the plural where that changes its last letter."""
    whole = re.escape(word)
    return f"{whole}|{re.escape(word[:-1])}{_PLURAL}" if re.search(r"[^aeiou]y$", word) else whole
