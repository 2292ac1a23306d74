"""Which names and documents identity is worked out for: all, or those near a change."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
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


class Reached(Protocol):
    """What there is to work out once it is known what other names mean."""

    def people(self, merges: Merges) -> AbstractSet[str]:
        """The people (IRIs), when it is known what the bodies mean."""
        ...

    def documents(self, merges: Merges) -> AbstractSet[str]:
        """The documents, when it is known what bodies and people mean."""
        ...


@dataclass(frozen=True, slots=True)
class Near:
    """What identity is worked out for; the rest stays as it is.

    ``bodies`` are the boards, organisations and programmes (IRIs), ``posts`` the posts,
    ``gone`` what the documents stated that they may state no more; ``means`` tells what a
    name means for which nothing is worked out.
    """

    bodies: AbstractSet[str]
    posts: AbstractSet[str]
    gone: AbstractSet[str]
    reached: Reached
    means: Callable[[Use], str]


def everything(stated: Stated) -> Near:
    """All that documents name."""
    by_class: dict[str | None, set[str]] = defaultdict(set)
    for graph, name, _ in stated.graph.stated(None, t.ALT_LABEL):
        if stated.iris.kind(graph) == "document":
            by_class[stated.class_of(name)].add(name)
    return Near(
        bodies=set().union(*(by_class[kind] for kind in CLASSES)),
        posts=by_class[t.CONCEPT],
        gone=frozenset(),
        reached=_All(by_class[t.PERSON_CLASS], set(map(str, stated.graph.documents()))),
        means=lambda use: use.iri,
    )


def near_change(
    stated: Stated, renamings: Renamings, changed: Changed, ruled: Sequence[Ruling]
) -> Near:
    """The names in documents that have changed and their kin, and where these mean other things.

    What people ruled on is always near.
    """
    reached = _Change(stated, renamings, changed, ruled)
    said = {iri for things in changed.values() for iri in things}
    return Near(
        bodies=reached.bodies,
        posts=reached.of_class(reached.named, t.CONCEPT),
        gone={iri for iri in said if stated.class_of(iri) is None},
        reached=reached,
        means=reached.meant,
    )


@dataclass(frozen=True, slots=True)
class _All:
    """All people and all documents, whatever any name means."""

    all_people: AbstractSet[str]
    all_documents: AbstractSet[str]

    def people(self, merges: Merges) -> AbstractSet[str]:
        """As of `Reached`."""
        return self.all_people

    def documents(self, merges: Merges) -> AbstractSet[str]:
        """As of `Reached`."""
        return self.all_documents


class _Change:
    """What a change of documents reaches: ``named`` in them, and the ``bodies`` among their kin."""

    def __init__(
        self, stated: Stated, renamings: Renamings, changed: Changed, ruled: Sequence[Ruling]
    ) -> None:
        self._stated = stated
        self._changed = changed
        self._ruled = [ruling for ruling in ruled if ruling.verdict in (WRONG, CORRECT)]
        forms: dict[str, set[str]] = defaultdict(set)
        for said in changed.values():
            for name, written in said.items():
                forms[name].update(written)
        for name in {one for ruling in ruled for iri in ruling.iris for one in self._alias(iri)}:
            forms[name].update(str(form) for _, form in stated.of(name, t.ALT_LABEL))
        self.named = set(forms).union(*map(stated.names_in, changed))
        gone = {iri for said in changed.values() for iri in said}
        self._kin = Kin(stated, renamings, forms, gone)
        self.bodies = self._kin.bodies(self.of_class(self.named, *CLASSES))
        self._people: set[str] = set()

    def people(self, merges: Merges) -> AbstractSet[str]:
        """As of `Reached`; all those in documents where a body means another."""
        named = self.named.union(*map(self._stated.names_in, self._moved(merges, self.bodies)))
        self._people = self._kin.people(self.of_class(named, t.PERSON_CLASS))
        return self._people

    def documents(self, merges: Merges) -> AbstractSet[str]:
        """As of `Reached`; those that speak by any name of what people ruled on, too."""
        ruled = {one for ruling in self._ruled for one in self._alias(ruling.subject)}
        ruled |= {
            form.iri
            for one in ruled
            for use in merges.uses(one)
            for form in merges.forms(merges.means(use))
        }
        speaking = map(self._stated.documents_of, ruled)
        moved = self._moved(merges, self.bodies | self._people)
        return moved.union(self._changed, *speaking)

    def meant(self, use: Use) -> str:
        """What a name has meant so far."""
        return self._stated.graph.shown_in(use.document, use.iri)

    def _moved(self, merges: Merges, names: Iterable[str]) -> set[str]:
        """The documents in which one of some names has come to mean another thing."""
        uses = (use for name in names for use in merges.uses(name))
        return {use.document for use in uses if merges.means(use) != self.meant(use)}

    def of_class(self, names: Iterable[str], *kinds: str) -> set[str]:
        """Those of some names that are of one of some classes."""
        return {name for name in names if self._stated.names(name, *kinds)}

    def _alias(self, iri: str) -> set[str]:
        """An IRI, those it is shown under, and those that are shown under one of these."""
        graph = self._stated.graph
        wholes = [iri, *graph.wholes_of(iri)]
        return {*wholes, *(form for whole in wholes for form in graph.shown_as(whole))}
