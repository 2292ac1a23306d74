"""Words as search compares them: lower case, ASCII folded, stemmed."""

import re
from functools import cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from kg.tables.load import table

_WORD = re.compile(r"\w+(?:['’]\w+)?")
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


@cache
def stopwords() -> frozenset[str]:
    """The words that carry no subject, lower case."""
    return frozenset(table("questions")["stopwords"])


@cache
def stopstems() -> frozenset[str]:
    """The stems of the stopwords."""
    return frozenset(stems(" ".join(stopwords())))


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order (Porter's English stemmer of Tantivy)."""
    return list(_analyzer().analyze(_POSSESSIVE.sub("", text)))


def content_stems(text: str) -> list[str]:
    """The stems of a text without those of stopwords, each once, in order."""
    return list(dict.fromkeys(stem for stem in stems(text) if stem not in stopstems()))


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as written, with their half-open places."""
    return [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
