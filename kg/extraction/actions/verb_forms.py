"""The verbs of promises in the forms that the patterns of promises have for them."""

import re
from collections.abc import Iterator
from functools import cache

from kg.tables.load import table

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
    """A verb with an ending in each of the ways of spelling that its letters allow."""
    first, blank, rest = verb.partition(" ")
    for stem in (first, first.rstrip("e"), first + first[-1], re.sub("y$", "i", first)):
        yield stem + ending + blank + rest
