"""The words of a text as a set, to tell at once that a text cannot hold what a pattern finds.

Most of what the extractors look for is not in most paragraphs.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"\w+")


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
