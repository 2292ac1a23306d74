"""What is known of a person from all the bearers that are held to be that person."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from kg.honorifics import of_two_people
from kg.rdf.identity.bearers import Bearer
from kg.rdf.identity.person_names import PersonWords
from kg.tables.load import table


@dataclass
class Traits:
    """The traits of bearers put together.

    ``rows`` are the lists that give one of them a row, with their documents; ``apart``
    the IRIs that people ruled to be somebody else; ``fullness`` as of the fullest name.
    """

    iris: set[str]
    apart: set[str]
    fullness: int
    names: set[PersonWords]
    bodies: set[str] = field(default_factory=set)
    authorities: set[str] = field(default_factory=set)
    tiers: dict[str, str] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    emails: set[str] = field(default_factory=set)
    rows: set[tuple[str, str]] = field(default_factory=set)
    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, bearer: Bearer, apart: Collection[str]) -> "Traits":
        """The traits of one bearer."""
        rows = {(bearer.use.document, row) for row in bearer.lists}
        return cls(
            {bearer.use.iri}, set(apart), bearer.words.fullness, {bearer.words},
            set(bearer.bodies), set(bearer.authorities), dict(bearer.tiers), set(bearer.titles),
            set(bearer.offices), set(bearer.emails), rows, bearer.day, bearer.day,
        )  # fmt: skip

    def absorb(self, other: "Traits") -> None:
        """Take in what is known of another that is the same person."""
        for mine, theirs in (
            (self.iris, other.iris), (self.names, other.names), (self.apart, other.apart),
            (self.bodies, other.bodies),
            (self.authorities, other.authorities), (self.titles, other.titles),
            (self.offices, other.offices), (self.emails, other.emails), (self.rows, other.rows),
        ):  # fmt: skip
            mine |= theirs  # type: ignore[operator]
        self.tiers |= other.tiers
        self.fullness = max(self.fullness, other.fullness)
        self.first = min(filter(None, (self.first, other.first)), default=None)
        self.last = max(filter(None, (self.last, other.last)), default=None)

    def clashes(self, other: "Traits") -> bool:
        """Whether the two cannot be one person: ruled so, side by side in a list, man and woman."""
        if self.apart & other.iris or other.apart & self.iris or self.rows & other.rows:
            return True
        return of_two_people(self.titles, other.titles)

    def near(self, other: "Traits") -> bool:
        """Whether the papers of the two are of about the same time, as far as they are dated."""
        if not (self.first and self.last and other.first and other.last):
            return True
        gap = max(self.first, other.first) - min(self.last, other.last)
        return gap.days <= int(table("identity")["evidence"]["near_in_days"])

    def shares(self, other: "Traits") -> bool:
        """Whether papers of one body, or one authority, name both at about the same time."""
        common = self.bodies & other.bodies or self.authorities & other.authorities
        return bool(common or self.emails & other.emails) and self.near(other)

    def differs(self, other: "Traits") -> bool:
        """Whether two bearers of one name are two people: nothing in common, and
        councils or offices that nobody holds at once, or lists of other bodies long ago.

        For surnames and initials a body in common is little; they differ by the years alone.
        """
        full = max(self.fullness, other.fullness) > 1
        shared = bool(self.bodies & other.bodies)
        if self.authorities & other.authorities or self.emails & other.emails or (shared and full):
            return False
        if _exclude(set(self.tiers.values()), set(other.tiers.values())):
            return True
        listed = self.rows and other.rows and not shared
        if not self.near(other) and (listed or not full):
            return True
        return (
            bool(self.offices and other.offices and not self.offices & other.offices) and not shared
        )


def _exclude(one: set[str], other: set[str]) -> bool:
    """Whether councils of these tiers have no member in common."""
    return bool(one and other) and (bool(one & other) or "whole" in one | other)
