"""Programmes that a paper names in small letters: "the street lighting programme"."""

import re
from collections.abc import Iterator

from kg.tables.load import alternation, words
from kg.vocabulary import first_words, vocabulary

_WORD = r"[a-z][a-z-]+(?:[’']s?)?"
_KIND = alternation("programmes", "plain_kinds")
_NAMED = re.compile(
    rf"\b(?P<article>[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]his|An?|an?)[ ]+"
    rf"(?P<name>(?:{_WORD}[ ]+){{1,6}}?{_KIND})(?![\w’'-])"
    rf"(?![ ]+(?:{_KIND}|{alternation('programmes', 'not_behind')})s?\b)"
)
_KIND_WORDS = first_words(words("programmes", "plain_kinds"))
_KINDS = re.compile(rf"[ ]{_KIND}(?!\w)")
_ALONE = frozenset(words("programmes", "plain_kinds_of_one"))
_SMALL = frozenset(words("programmes", "small"))
_NO_NAME = ("ly", "’s", "'s")
"""How an adverb ends, and the word for whose something is: "the town's highly rated scheme"."""
_COMMON = frozenset(words("programmes", "common"))


def plain_names(text: str) -> Iterator[str]:
    """Names that a definite article introduces and a word for their kind ends.

    What only says which of several is meant ("the new regional programme") is no name:
    two telling words make one, before a levy one. Behind an indefinite article a name says
    whose the thing is: "a tide wardens' handbook".
    """
    if _KIND_WORDS.isdisjoint(vocabulary(text)):
        return
    for match in _NAMED.finditer(text) if _KINDS.search(text) else ():
        parts = match["name"].split()
        own = _telling(parts[:-1])
        definite = match["article"].lower() not in ("a", "an")
        if not definite and not any(part.endswith(("s’", "s'")) for part in own):
            continue
        if own and len(own) + (parts[-1] in _ALONE) > 1:
            yield " ".join([*own, parts[-1]])


def _telling(parts: list[str]) -> list[str]:
    """The words behind the last that is common; none where a small word joins them."""
    if not _SMALL.isdisjoint(parts):
        return []
    common = [at for at, part in enumerate(parts) if part in _COMMON or part.endswith(_NO_NAME)]
    return parts[max(common, default=-1) + 1 :]
