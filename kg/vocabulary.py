"""The words of a text: as a set, and folded, as names are compared.

A set tells at once that a text cannot hold what a pattern finds: most of what the
extractors look for is not in most paragraphs.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"\w+")
_ALIKE = str.maketrans({"ı": "i", "ſ": "s", "\u0307": None})
"""Letters that a pattern without regard to case takes for others, as these stand in a table."""
_APOSTROPHE = re.compile("['’‘ʼ`´]")
_FOLDED_WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=4096)
def vocabulary(text: str) -> frozenset[str]:
    """The words of a text, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def first_words(forms: Iterable[str]) -> frozenset[str]:
    """The first word of each form, in lower case: a text with a form has it."""
    return frozenset(_WORD.findall(form.lower())[0] for form in forms)


def last_words(forms: Iterable[str]) -> frozenset[str]:
    """The last word of each form, in lower case: a text with a form has it too."""
    return frozenset(_WORD.findall(form.lower())[-1] for form in forms)


def as_listed(text: str) -> str:
    """What a pattern without regard to case found, as its table has it: "Carrıed" is "carried"."""
    return " ".join(text.lower().translate(_ALIKE).split())


def folded(text: str) -> str:
    """A text as ASCII lower case words with "&" as "and", one blank between them."""
    plain = _APOSTROPHE.sub("", text.replace("&", " and "))
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter if letter.isascii() else _stand_in(letter) for letter in apart)
    return " ".join(_FOLDED_WORD.findall(plain.lower()))


def name_key(name: str) -> str:
    """What the ways of writing one name have in common: its words, without an article in front."""
    return folded(name).removeprefix("the ") or name.lower()


def _stand_in(letter: str) -> str:
    """Nothing for a letter or an accent, a blank for a dash or another sign."""
    return "" if letter.isalnum() or unicodedata.combining(letter) else " "
