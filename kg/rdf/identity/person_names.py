"""Names of people taken apart, and whether one may be a form of another.

Only what the two names say counts here; whether they are of one person needs
evidence beside them (`kg.rdf.identity.people`).
"""

from dataclasses import dataclass
from functools import cache

from nicknames import NickNamer
from rapidfuzz.distance import OSA

from kg.tables.load import table
from kg.vocabulary import folded

_LEAST_CUT = 3


@dataclass(frozen=True, slots=True, order=True)
class PersonWords:
    """A name without titles, in folded words; initials are words of one letter."""

    forenames: tuple[str, ...]
    surname: str

    @classmethod
    def of(cls, name: str) -> "PersonWords":
        """The words of a name; particles ("van der") belong to the surname's side, unnamed."""
        particles = set(table("people")["particles"]["words"])
        words = [folded(word).replace(" ", "-") for word in name.split()]
        *first, last = [word for word in words if word] or [""]
        return cls(tuple(word for word in first if word not in particles), last)

    @property
    def fullness(self) -> int:
        """2 with a forename written out, 1 with initials, 0 for a surname alone."""
        if not self.forenames:
            return 0
        return 2 if any(len(name) > 1 for name in self.forenames) else 1

    @property
    def whole(self) -> str:
        """All words as one text."""
        return " ".join((*self.forenames, self.surname))


def relation(short: PersonWords, full: PersonWords) -> str | None:
    """How ``short`` may be a form of ``full``: the rule's name, or None where it cannot be."""
    if short.surname != full.surname or short == full or not full.forenames:
        return None
    if not short.forenames:
        return "surname"
    first, other = short.forenames[0], full.forenames[0]
    if not _middle_names_agree(short.forenames[1:], full.forenames[1:]):
        return None
    if first == other:
        return "middle_name"
    if 1 in (len(first), len(other)):
        return "initials" if first[0] == other[0] and len(first) < len(other) else None
    return "nickname" if is_nickname(first, other) else None


def _middle_names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names, as far as both have them, begin alike."""
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=False))


def is_nickname(one: str, other: str) -> bool:
    """Whether two forenames are of one name: a nickname, or one the other cut short."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _LEAST_CUT and long.startswith(short):
        return True
    known = _nicknames()
    return other in known.nicknames_of(one) or one in known.nicknames_of(other)


def misspelt(one: PersonWords, other: PersonWords) -> bool:
    """Whether two written-out names are a letter apart, in the surname or in the forename.

    Short names that differ by a letter are names of their own.
    """
    limits = table("identity")["evidence"]
    if min(one.fullness, other.fullness) < 2 or len(one.forenames) != len(other.forenames):
        return False
    if min(len(one.whole), len(other.whole)) < limits["least_letters_misspelt"]:
        return False
    if one.surname != other.surname:
        least = min(len(one.surname), len(other.surname))
        alike = one.forenames == other.forenames and least >= limits["least_letters_surname"]
        return alike and OSA.distance(one.surname, other.surname, score_cutoff=1) == 1
    return OSA.distance(one.whole, other.whole, score_cutoff=1) == 1


@cache
def _nicknames() -> NickNamer:
    return NickNamer()
