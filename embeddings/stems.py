"""The words of texts and their stems, as facts and names are indexed and compared by them."""

import re
from functools import cache, lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"\w+(?:['’]\w+)?")


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
    return tuple(_analyzer().analyze(without_possessives(text)))


def without_possessives(text: str) -> str:
    """A text without the endings of possessives."""
    return _POSSESSIVE.sub("", text)


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as written, with their half-open places."""
    return [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def bare(word: str) -> str:
    """A word in small letters, without the ending of a possessive."""
    return re.sub(r"['’]s$", "", word).casefold()


def small_words(text: str) -> set[str]:
    """The words of a text, each as `bare` gives it."""
    return {bare(word) for word, _, _ in tokens(text)}
