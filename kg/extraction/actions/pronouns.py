"""Whom "he" or "she" means in a promise: the one with whom the sentences before it begin."""

import re
from collections.abc import Sequence

from kg.extraction.actions.actors import Actors
from kg.extraction.people import names
from kg.structure.sections import Piece
from kg.tables.load import alternation, table

_PRONOUN = re.compile(r"\W*(?P<who>he|she)\b", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?P<who>he|she)\s+(?:will|would)\b")
_SUBJECT = re.compile(
    r"\W*(?P<who>(?:The\s+)?[A-Z][\w’'.-]*(?:\s+(?:of\s+)?[A-Z][\w’'.-]*){0,4})(?:\s?\([A-Z][^()]{0,24}\))?\s+(?=[a-z])"
)
_TITLES = {
    pronoun: re.compile(rf"\b{alternation('promises', 'not_meant', pronoun)}\b(?!\s+Mayor)")
    for pronoun in ("he", "she")
}
"""Titles of those whom a pronoun does not mean; a Lord Mayor may be a woman."""


def meant(
    before: Sequence[tuple[Piece, str | None]], sentence: Piece, actors: Actors
) -> Piece | None:
    """The name that a sentence's pronoun stands for, in the sentences ``before`` it.

    They are of one paragraph, each with who promises in it, and between them and the name others
    begin with the same pronoun.
    """
    pronoun = _PRONOUN.match(sentence.text)
    if pronoun is None:
        inside = _INSIDE.search(sentence.text)
        return _subject(sentence, inside["who"].lower(), actors) if inside else None
    for earlier, who in reversed(before):
        if earlier.paragraph is not sentence.paragraph:
            return None
        again = _PRONOUN.match(earlier.text)
        if again is None:
            small = pronoun["who"].lower()
            return _subject(earlier, small, actors) or _promiser(earlier, who, small, actors)
        if again["who"].lower() != pronoun["who"].lower():
            return None
    return None


def _subject(sentence: Piece, pronoun: str, actors: Actors) -> Piece | None:
    """The name of one person or office with which a sentence begins."""
    match = _SUBJECT.match(sentence.text)
    if match is None or _TITLES[pronoun].search(match["who"]) or not _is_one(match["who"], actors):
        return None
    return sentence.part(*match.span("who"))


def _promiser(sentence: Piece, who: str | None, pronoun: str, actors: Actors) -> Piece | None:
    """The name of the one person who promises inside a sentence."""
    start = sentence.text.find(who) if who else -1
    if not who or start < 0 or _TITLES[pronoun].search(who):
        return None
    if not (_is_one(who, actors) or (len(who.split()) == 1 and actors.may_name(who))):
        return None
    return sentence.part(start, start + len(who))


def _is_one(who: str, actors: Actors) -> bool:
    """Whether words name one person whom the paper knows, or an office that one person holds."""
    bare = who.removeprefix("The ").strip(".")
    office = bare.lower() in table("verbs")["promises"]["offices"] and not bare.endswith(
        ("s", "ff")
    )
    known = bare.split()[-1].lower() in actors.known or actors.bears(bare)
    return office or known or any(names.titled(bare))
