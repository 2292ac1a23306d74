"""Short forms that the papers define where they use them: "Office for Tides (OfT)".

Source of the method: Schwartz and Hearst, "A simple algorithm for identifying
abbreviation definitions in biomedical text", 2003; here the letters of the short
form must be found in the words before the bracket, the first at a word's start.
"""

import re
from collections.abc import Iterable

from embeddings.sentences import sentences
from kg.tables.load import patterns
from queries.names import Names

_SHORT = re.compile(r"\(([A-Za-z][A-Za-z&/-]{1,9})\)")
_NAME = re.compile(r"\b[A-Z][a-z]+(?:\s+(?:(?:and|for|of|the|in)\s+)*[A-Z][a-z]+){2,}\b")
_WORDS = re.compile(r"[\w&'’-]+")


def definitions(texts: Iterable[str]) -> dict[str, str]:
    """The short forms defined in texts, each with the long form it first stands for."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _SHORT.finditer(text):
            short = match[1]
            long = _long_form(short, text[: match.start()])
            if long is not None and any(letter.isupper() for letter in short):
                found.setdefault(short, long)
    return found


def renamed(texts: Iterable[str], names: Names) -> dict[str, set[str]]:
    """The programmes that texts say have changed their names: IRIs by IRI, both ways.

    Two programmes are one when a sentence names both and speaks of a change of name.
    """
    found: dict[str, set[str]] = {}
    for text in texts:
        for span in sentences(text):
            said = text[span.start : span.end]
            if not any(pattern.search(said) for pattern in patterns("questions", "renaming")):
                continue
            kinds = {m.iris[0] for m in names.mentions(said) if m.kind == "Programme"}
            for one in kinds:
                found.setdefault(one, set()).update(kinds - {one})
    return found


def initials(text: str) -> dict[str, str]:
    """Names of three and more words in a text by their initials, small words left out."""
    names = (match[0] for match in _NAME.finditer(text))
    return {"".join(re.findall(r"\b[A-Z]", name)): name for name in names}


def _long_form(short: str, before: str) -> str | None:
    """The fewest words before a bracket that hold the short form's letters in order."""
    sentence = re.split(r"[.;:!?()\n\t]", before)[-1]
    words = list(_WORDS.finditer(sentence))[-min(len(short) + 5, 2 * len(short)) :]
    for word in reversed(words):
        long = sentence[word.start() :].strip()
        if long[0].lower() == short[0].lower() and _stands_for(short, long):
            return long if len(long.split()) > 1 else None
    return None


def _stands_for(short: str, long: str) -> bool:
    """Whether the letters of a short form come in a long one in this order.

    Of a short form all in capitals each letter must begin a word.
    """
    plain = long.lower()
    if short.isupper():
        plain = "".join(word[0].lower() for word in _WORDS.findall(long))
    rest = iter(plain)
    return all(letter in rest for letter in short.lower() if letter.isalnum())
