"""The telling words of what papers say."""

import re
from functools import cache

from kg.tables.load import table

_WORD = re.compile(r"[^\W_]{2,}")
_HEAD = 6
"""How many letters of a word are compared: "accredited" and "accreditation"."""


def word_heads(text: str) -> set[str]:
    """The heads of the telling words of a text: cut to their first letters, without a plural s."""
    return set(heads_in_order(text))


def heads_in_order(text: str) -> list[str]:
    """These heads as they stand in the text, each as often as it does."""
    words = (word for word in _WORD.findall(text.casefold()) if word not in _passed_over())
    return [word.removesuffix("s")[:_HEAD] for word in words]


@cache
def _passed_over() -> frozenset[str]:
    kinds = ("small", "generic", "of_bodies")
    return frozenset(word.lower() for kind in kinds for word in table("histories")[kind])
