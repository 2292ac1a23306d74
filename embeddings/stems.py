"""The stems of words, as facts are indexed and compared by them."""

import re
from functools import cache, lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

_POSSESSIVE = re.compile(r"['’]s\b")


@cache
def _analyzer() -> TextAnalyzer:
    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .filter(Filter.stemmer("english"))
        .build()
    )


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order (Porter's English stemmer of Tantivy)."""
    return list(_stems(text))


@lru_cache(4096)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(_analyzer().analyze(_POSSESSIVE.sub("", text)))
