"""The verbs of promises in the forms that the patterns of promises have for them."""

import re
from collections.abc import Iterator
from functools import cache

from kg.tables.load import table

_FINAL_E = re.compile(r"(?<!e)e$")
_FINAL_Y = re.compile(r"(?<![aeiou])y$")
_MAY_DOUBLE = re.compile(r"(?<![aeiou])[aeiou][^aeiouwxy]$")
FORMS = ("{verb}", "{order}", "{done}", "{doing}")
"""How the patterns write a verb, one that nothing else is, a past participle, an "-ing"."""


def verbs_in(form: str) -> set[str]:
    """The verbs of promises in a form."""
    promises = table("verbs")["promises"]
    verbs: list[str] = promises["verbs"]
    if form == "{order}":
        return {verb for verb in verbs if verb not in promises["ambiguous"]}
    if form == "{done}":
        return {word for verb in verbs for word in _inflected(verb, "ed")} | {*promises["past"]}
    if form == "{doing}":
        return {word for verb in verbs for word in _inflected(verb, "ing")}
    return set(verbs)


@cache
def first_verbs() -> frozenset[str]:
    """The first word of each verb of promises: "write" of "write to"."""
    return frozenset(verb.split()[0] for verb in table("verbs")["promises"]["verbs"])


def _inflected(verb: str, ending: str) -> Iterator[str]:
    """A verb with an ending, spelt as its letters ask or, where they allow more, in both ways."""
    first, blank, rest = verb.partition(" ")
    past = _FINAL_Y.sub("i", first.removesuffix("e"))
    stem = past if ending == "ed" else _FINAL_E.sub("", first)
    yield stem + ending + blank + rest
    if _MAY_DOUBLE.search(first):
        yield first + first[-1] + ending + blank + rest
