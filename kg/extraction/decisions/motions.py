"""Motions: who moved one and who seconded it."""

import re
from collections.abc import Mapping
from functools import cache

from kg.extraction.people import names
from kg.facts import PersonName
from kg.tables.load import alternation, either, matches, table
from kg.tables.needed import Sieve, needed
from kg.vocabulary import vocabulary

_TITLE = alternation("people", "titles")
_CALLED = (
    rf"(?:(?i:(?:deputy|vice|alternate)[ -])?(?i:{alternation('people', 'lists', 'called')})[ ]+)"
)
_SURNAME_ALONE = rf"(?!{alternation('verbs', 'motions', 'nobody')}\b)[A-Z][a-z’'-]*[A-Za-z][\w’'-]+"
_PERSON = (
    rf"(?-i:(?P<called>{_CALLED})?"
    rf"(?P<person>(?P<titled>(?:{_TITLE}\.?[ ]+)+)?{names.WORD}(?P<more>{names.NEXT_WORD}){{0,3}}"
    rf"(?(titled)(?<!\b[A-Z])(?:[ ]?\([A-Z]\))?|(?(more){names.HONOURS_BEHIND}(?<!\b[A-Z])|(?!)))"
    rf"|[A-Z]{{2,3}}\b|(?(called){_SURNAME_ALONE}|(?!)))"
    rf"(?:,?[ ]{names.GENERATION}\b\.?)?)"
)
_SURNAME = (
    rf"(?-i:(?P<person>{_SURNAME_ALONE}))"
    r"(?=\s*(?:[,;./(]|$|and\b|second|carried|(?-i:[A-Z]{3})))"
)
_EITHER = rf"(?-i:(?:(?:{_TITLE})\.?[ ]+)?{_SURNAME_ALONE})"
_ONE_OF_TWO = rf"(?P<person>{_EITHER})"
_QUICK = (
    *("prop", "mov", "sec", "support", "motion", "/", ": that", ": be it", "1st", "2nd"),
    *("submitted", "nominated"),
)
"""Of these a text that names somebody in a role has one."""
_FEW_WORDS = 18
_WHAT = re.compile(r"\b(?:that|to)\b|\bbe\s+(?:\w+ly\s+)?[a-z]+(?:ed|id|en)\b", re.IGNORECASE)
"""What is moved follows: "that the fee be paid", "these accounts be passed"."""
_INITIALS = re.compile(r"[A-Z]{2,3}")
_WORKS = re.compile(
    r"^\W*(?:[A-Z]{1,3}/|\d{2,4}/)\d{2,}\S*\s+Proposed\b"
    rf"(?!\s+(?:by|from|that|to|{_TITLE})\b)"
)
"""The reference of a planning application and the works: "19/0044/FUL Proposed Porch"."""
_ANOTHER = re.compile(rf"\s{alternation('verbs', 'decided', 'roles')}\b")
"""The label of another role, or a verdict, that stands right behind a name."""


def mover(text: str) -> PersonName | None:
    """Who proposed or moved what a text records; works that are applied for move nothing."""
    return _named("moved", _WORKS.sub("", text))


def seconder(text: str) -> PersonName | None:
    """Who seconded what a text records."""
    return _named("seconded", text)


def makes(text: str) -> bool:
    """Whether a sentence makes a motion: in a form of words, or somebody proposes or moves."""
    formal = matches(text, "verbs", "motions", "makes")
    return formal or mover(text) is not None


def is_label(text: str) -> bool:
    """Whether a sentence is no more than the label of a motion: "Proposal.", "Motion 2:"."""
    return matches(text, "verbs", "motions", "label")


def is_made(text: str) -> bool:
    """Whether a sentence begins by saying that a motion was made, in the passive."""
    return matches(text, "verbs", "decided", "made")


def seconds(text: str) -> bool:
    """Whether a sentence seconds a motion."""
    return matches(text, "verbs", "motions", "seconds")


def waits(text: str) -> bool:
    """Whether words tell of a candidate or of a vote to come, which decides nothing yet."""
    return matches(text, "verbs", "motions", "waiting")


def only_seconds(text: str) -> bool:
    """Whether a short sentence seconds what was moved before it: "Ann Lowe seconded."."""
    said = either("verbs", "motions", "seconded_only").match(text) is not None
    return seconds(text) and (said or not makes(text)) and len(text.split()) <= _FEW_WORDS


def records(text: str) -> bool:
    """Whether a sentence says who made or seconded a motion, and not what was moved."""
    found = either("verbs", "motions", "records").match(text) is not None
    return found and len(text.split()) <= _FEW_WORDS and not _WHAT.search(text)


def _named(role: str, text: str) -> PersonName | None:
    """The first name that stands in a role; initials stand for themselves."""
    if not any(map(text.lower().__contains__, _QUICK)):
        return None
    for pattern in _roles(role).passing(vocabulary(text)):
        for match in pattern.finditer(text):
            written = _ANOTHER.split(" ".join(match["person"].split()))[0]
            if _INITIALS.fullmatch(written):
                return PersonName(written, written)
            name = names.parse(re.sub(r"\s?\(([A-Z])\)$", r" (\1)", written))
            if name is None and " " not in written:
                name = PersonName(written, written)
            if name is not None and names.likely(name):
                return name
    return None


def known(name: PersonName | None, initials: Mapping[str, PersonName]) -> PersonName | None:
    """A name, or the one that a paper defines its initials to stand for; None where it does not."""
    if name is None or not _INITIALS.fullmatch(name.name):
        return name
    return initials.get(name.name)


@cache
def _roles(role: str) -> Sieve[re.Pattern[str]]:
    written = table("verbs")["motions"][role]
    return Sieve.of((_compiled(pattern), needed(pattern, {})) for pattern in written)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(
        pattern.replace("{person}", _PERSON)
        .replace("{surname}", _SURNAME)
        .replace("{one}", _ONE_OF_TWO)
        .replace("{either}", _EITHER),
        re.IGNORECASE | re.MULTILINE,
    )
