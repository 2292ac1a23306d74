"""Who is who among the people that papers name.

A document's use of a name is a bearer. Bearers are joined by rules, each of which
asks for evidence beside the name, and never where two of them stand in one list.
People of one surname are compared with each other and with nobody else.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from kg.honorifics import may_shorten
from kg.rdf.identity.bearers import Bearer
from kg.rdf.identity.joining import Clusters
from kg.rdf.identity.person_names import PersonWords, misspelt, relation
from kg.rdf.identity.traits import Traits

Fits = Callable[[int, int], bool]
"""Whether a first cluster may be called what it is called as a form of a second's name."""


def people(bearers: Sequence[Bearer], apart: Mapping[str, set[str]]) -> Clusters[Traits]:
    """The bearers in clusters, each cluster a person.

    ``apart`` gives for an IRI those that people ruled to be somebody else.
    """
    return _People(bearers, apart).clusters


class _People:
    """The rules, applied one after the other, each to what those before it left."""

    def __init__(self, bearers: Sequence[Bearer], apart: Mapping[str, set[str]]) -> None:
        self._bearers = bearers
        self.clusters = Clusters([Traits.of(one, apart.get(one.use.iri, ())) for one in bearers])
        for block in self._blocks(lambda one: (one.use.document, one.words.surname)):
            self._within_paper(block)
        for block in self._blocks(lambda one: one.words):
            self._of_one_name(block)
        for block in self._blocks(lambda one: one.words.surname):
            self._mutual(block, "middle_name", self._related("middle_name"))
            self._mutual(block, "nickname", self._related("nickname"))
        for block in self._blocks(lambda one: one.words.surname):
            self._mutual(block, "misspelling", self._misspelt)
        for block in self._blocks(lambda one: (one.words.forenames, one.words.surname[:1])):
            self._mutual(block, "misspelling", self._misspelt)
        for block in self._blocks(lambda one: one.words.surname):
            self._short(block, "initials", "initials", shared=True)
            self._short(block, "surname", "surname", shared=True)

    def _blocks(self, key: Callable[[Bearer], Hashable]) -> Iterator[list[int]]:
        """The bearers that have a key in common, where there are several."""
        found: dict[Hashable, list[int]] = defaultdict(list)
        for number, bearer in enumerate(self._bearers):
            found[key(bearer)].append(number)
        return (block for block in found.values() if len(block) > 1)

    def _within_paper(self, block: list[int]) -> None:
        """A short form stands for the one person of its paper whom it fits."""
        self._short(block, "initials", "initials_in_paper", shared=False)
        self._short(block, "surname", "surname_in_paper", shared=False)

    def _of_one_name(self, block: list[int]) -> None:
        """Bearers of one full name are one person, unless what the papers say of them differs.

        Where there are two people of one name, a paper that does not say which of them it
        means speaks of neither. A surname or initials join where body or authority is common.
        """
        fullness = self._bearers[block[0]].words.fullness
        block = [one for one in block if self._known(one).fullness == fullness]
        if fullness:
            self._chain(block, lambda one: one.authorities | one.emails)
        self._chain(block, lambda one: one.bodies)
        heads = list(self.clusters.among(block))
        pairs = list(combinations(heads, 2))
        if fullness > 1 and not any(self._known(a).differs(self._known(b)) for a, b in pairs):
            for one, other in pairwise(heads):
                self.clusters.join(one, other, "same_name")

    def _chain(self, block: list[int], keys: Callable[[Bearer], set[str]]) -> None:
        """Join bearers that share a key, by day, unless what is known of them differs."""
        by_key: dict[str, list[int]] = defaultdict(list)
        for number in block:
            for key in keys(self._bearers[number]):
                by_key[key].append(number)
        for key in sorted(by_key):
            in_order = sorted(by_key[key], key=lambda one: (str(self._bearers[one].day), one))
            for one, other in pairwise(in_order):
                if not self._known(one).differs(self._known(other)):
                    self.clusters.join(one, other, "same_name")

    def _short(self, block: list[int], kind: str, rule: str, *, shared: bool) -> None:
        """Join a short form to the one fuller name it fits; ``shared`` asks for evidence."""
        fits = self._related(kind)
        heads = list(self.clusters.among(block))
        fullness = {"surname": 0, "initials": 1}[kind]
        found = []
        for head in heads:
            if self._known(head).fullness == fullness:
                fitting = [one for one in heads if fits(head, one) and self._may(head, one, shared)]
                fitting = [one for one in fitting if self._titled_alike(head, one)]
                fitting = self._closest(head, fitting)
                found += [(head, one) for one in fitting if len(fitting) == 1]
        for short, full in found:
            self.clusters.join(short, full, rule)

    def _titled_alike(self, short: int, full: int) -> bool:
        return may_shorten(self._known(short).titles, self._known(full).titles)

    def _closest(self, head: int, fitting: list[int]) -> list[int]:
        """Of several that fit, those of the same authority, or with the same title."""
        known = self._known(head)
        for trait in ("authorities", "titles"):
            if len(fitting) > 1:
                mine = getattr(known, trait)
                closer = [one for one in fitting if mine & getattr(self._known(one), trait)]
                fitting = closer or fitting
        return fitting

    def _mutual(self, block: list[int], rule: str, fits: Fits) -> None:
        """Join two full names where each is the only one that the other may be."""
        heads = [one for one in self.clusters.among(block) if self._known(one).fullness > 1]
        found: dict[int, list[int]] = {one: [] for one in heads}
        for one, other in combinations(heads, 2):
            if (fits(one, other) or fits(other, one)) and self._may(one, other, shared=True):
                found[one].append(other)
                found[other].append(one)
        for one, others in found.items():
            if len(others) == 1 and found[others[0]] == [one]:
                self.clusters.join(one, others[0], rule)

    def _may(self, one: int, other: int, shared: bool) -> bool:
        """Whether two clusters may be one, with common papers or authority where asked."""
        if self.clusters.together(one, other) or not self.clusters.compatible(one, other):
            return False
        return not shared or self._known(one).shares(self._known(other))

    def _related(self, kind: str) -> Fits:
        def fits(one: int, other: int) -> bool:
            return any(
                relation(short, full) == kind
                for short in self._names(one)
                for full in self._names(other)
            )

        return fits

    def _misspelt(self, one: int, other: int) -> bool:
        """A letter apart in papers of one body; where forenames differ, of one authority too."""
        ours, theirs = self._known(one), self._known(other)
        if not ours.bodies & theirs.bodies:
            return False
        return any(
            misspelt(name, wrong)
            and (name.surname != wrong.surname or bool(ours.authorities & theirs.authorities))
            for name in self._names(one)
            for wrong in self._names(other)
        )

    def _names(self, member: int) -> Iterable[PersonWords]:
        return sorted(self._known(member).names)

    def _known(self, member: int) -> Traits:
        return self.clusters.known(member)
