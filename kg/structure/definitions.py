"""Short forms that papers define where they use them: "Office for Tides (OfT)".

Source of the method: Schwartz and Hearst, "A simple algorithm for identifying
abbreviation definitions in biomedical text", 2003; here the letters of the short
form must be found in the words before the bracket, the first at a word's start.
"""

import re
from collections.abc import Iterable

_SHORT = re.compile(r"\(([A-Za-z][A-Za-z&/-]{1,9})\)")
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
