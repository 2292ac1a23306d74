"""Which names and documents identity is worked out for: all, or those near a change."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from kg import terms as t
from kg.rdf.identity.bodies import CLASSES
from kg.rdf.identity.kin import Kin
from kg.rdf.identity.merges import Merges, Use
from kg.rdf.identity.renamings import Renamings
from kg.rdf.linking.stated import Stated
from kg.rdf.rulings import CORRECT, WRONG, Ruling

Changed = Mapping[str, Mapping[str, Collection[str]]]
"""By document that has changed, the IRIs it says other things of, each with changed names."""


class Near(Protocol):
    """What identity is worked out for; the rest stays as it is."""

    renamings: Renamings

    def bodies(self) -> set[str]:
        """The boards, organisations and programmes (IRIs)."""
        ...

    def people(self, merges: Merges) -> set[str]:
        """The people (IRIs), once it is known what the bodies mean."""
        ...

    def posts(self) -> set[str]:
        """The posts (IRIs)."""
        ...

    def documents(self, merges: Merges) -> set[str]:
        """The documents, once it is known what bodies and people mean."""
        ...

    def gone(self) -> set[str]:
        """What the documents stated that they may state no more (IRIs)."""
        ...

    def means(self, use: Use) -> str:
        """What a name means for which nothing is worked out."""
        ...


class Everything:
    """All that documents name."""

    def __init__(self, stated: Stated, renamings: Renamings) -> None:
        self.renamings = renamings
        self._by_class: dict[str | None, set[str]] = defaultdict(set)
        for graph, name, _ in stated.graph.stated(None, t.ALT_LABEL):
            if stated.iris.kind(graph) == "document":
                self._by_class[stated.class_of(name)].add(name)
        self._documents = set(map(str, stated.graph.documents()))

    def bodies(self) -> set[str]:
        """As of `Near`."""
        return set().union(*(self._by_class[kind] for kind in CLASSES))

    def people(self, merges: Merges) -> set[str]:
        """As of `Near`."""
        return self._by_class[t.PERSON_CLASS]

    def posts(self) -> set[str]:
        """As of `Near`."""
        return self._by_class[t.CONCEPT]

    def documents(self, merges: Merges) -> set[str]:
        """As of `Near`."""
        return self._documents

    def gone(self) -> set[str]:
        """As of `Near`."""
        return set()

    def means(self, use: Use) -> str:
        """As of `Near`."""
        return use.iri


class NearChange:
    """The names in documents that have changed and their kin, and where these mean other things.

    What people ruled on is always near.
    """

    def __init__(
        self, stated: Stated, renamings: Renamings, changed: Changed, ruled: Sequence[Ruling]
    ) -> None:
        self.renamings = renamings
        self._stated = stated
        self._changed = changed
        self._ruled = [ruling for ruling in ruled if ruling.verdict in (WRONG, CORRECT)]
        forms: dict[str, set[str]] = defaultdict(set)
        for said in changed.values():
            for name, written in said.items():
                forms[name].update(written)
        for name in {one for ruling in ruled for iri in ruling.iris for one in self._alias(iri)}:
            forms[name].update(str(form) for _, form in stated.of(name, t.ALT_LABEL))
        self._named = set(forms).union(*map(stated.names_in, changed))
        self._kin = Kin(stated, renamings, forms)
        self._bodies = self._kin.bodies(self._of_class(self._named, *CLASSES))
        self._people: set[str] = set()

    def bodies(self) -> set[str]:
        """As of `Near`."""
        return self._bodies

    def people(self, merges: Merges) -> set[str]:
        """As of `Near`; all those in documents where a body means another."""
        named = self._named.union(*map(self._stated.names_in, self._moved(merges, self._bodies)))
        self._people = self._kin.people(self._of_class(named, t.PERSON_CLASS))
        return self._people

    def posts(self) -> set[str]:
        """As of `Near`."""
        return self._of_class(self._named, t.CONCEPT)

    def documents(self, merges: Merges) -> set[str]:
        """As of `Near`; those that speak by any name of what people ruled on, too."""
        ruled = {one for ruling in self._ruled for one in self._alias(ruling.subject)}
        ruled |= {
            form.iri
            for one in ruled
            for use in merges.uses(one)
            for form in merges.forms(merges.means(use))
        }
        speaking = map(self._stated.documents_of, ruled)
        moved = self._moved(merges, self._bodies | self._people)
        return moved.union(self._changed, *speaking)

    def gone(self) -> set[str]:
        """As of `Near`."""
        said = {iri for things in self._changed.values() for iri in things}
        return {iri for iri in said if self._stated.class_of(iri) is None}

    def means(self, use: Use) -> str:
        """As of `Near`: what it has meant."""
        return self._stated.graph.shown_in(use.document, use.iri)

    def _moved(self, merges: Merges, names: Iterable[str]) -> set[str]:
        """The documents in which one of some names has come to mean another thing."""
        uses = (use for name in names for use in merges.uses(name))
        return {use.document for use in uses if merges.means(use) != self.means(use)}

    def _of_class(self, names: Iterable[str], *kinds: str) -> set[str]:
        return {name for name in names if self._stated.names(name, *kinds)}

    def _alias(self, iri: str) -> set[str]:
        """An IRI, those it is shown under, and those that are shown under one of these."""
        graph = self._stated.graph
        wholes = [iri, *graph.wholes_of(iri)]
        return {*wholes, *(form for whole in wholes for form in graph.shown_as(whole))}
