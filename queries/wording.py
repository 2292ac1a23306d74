"""Words as search compares them: lower case, ASCII folded, stemmed."""

import re
from functools import cache

from embeddings.stems import stems
from kg.tables.load import table

__all__ = ["content_stems", "stems", "stopstems", "stopwords", "tokens"]

_WORD = re.compile(r"\w+(?:['’]\w+)?")


@cache
def stopwords() -> frozenset[str]:
    """The words that carry no subject, lower case."""
    return frozenset(table("questions")["stopwords"])


@cache
def stopstems() -> frozenset[str]:
    """The stems of the stopwords."""
    return frozenset(stems(" ".join(stopwords())))


def content_stems(text: str) -> list[str]:
    """The stems of a text without those of stopwords, each once, in order."""
    return list(dict.fromkeys(stem for stem in stems(text) if stem not in stopstems()))


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as written, with their half-open places."""
    return [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
