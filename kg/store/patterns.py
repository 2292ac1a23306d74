"""What a store says, asked by pattern: of a subject, a property, or what a property leads to.

Each costs as much as what it finds, whatever else the store holds. A store that is only
read need not be asked twice: the latest look-ups in the union are remembered.
"""

from collections.abc import Callable, Container, Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

import pyoxigraph as ox

from kg import terms as t
from kg.store.values import Iri, Value, to_value

Pattern: TypeAlias = tuple[str | None, str | None, str | None]
Statement: TypeAlias = tuple[str, str, Value]
"""A statement of the union: what it is about, its property and the value."""

REMEMBERED = 16_384
"""How many look-ups in the union of a store that is only read are remembered."""


class Patterns:
    """The questions by pattern to a store whose default graph is the union of its graphs.

    ``fixed`` says that the store does not change.
    """

    def __init__(self, store: ox.Store, *, fixed: bool = False) -> None:
        self._store = store
        find: Callable[[Pattern], tuple[Statement, ...]] = self._find
        self._look = lru_cache(REMEMBERED)(find) if fixed else find

    def _find(self, pattern: Pattern) -> tuple[Statement, ...]:
        """The statements of the union about a subject, with a property, about a target."""
        held = self._store.quads_for_pattern(*_ends(*pattern), ox.DefaultGraph())
        return tuple(
            (str(to_value(start)), name.value, to_value(end)) for start, name, end, _ in held
        )

    def described(
        self, iris: Iterable[str], properties: Container[str]
    ) -> dict[str, dict[str, list[Value]]]:
        """What some properties say of resources: by IRI, by property, the values by their text.

        Faster than a SELECT. A resource of which none of them says anything is left out.
        """
        found: dict[str, dict[str, list[Value]]] = {}
        for iri in dict.fromkeys(iris):
            said: dict[str, list[Value]] = {}
            for _, predicate, value in self._look((iri, None, None)):
                if predicate in properties:
                    said.setdefault(predicate, []).append(value)
            if said:
                found[iri] = {name: sorted(values, key=str) for name, values in said.items()}
        return found

    def values_of(self, iris: Iterable[str], predicate: str) -> dict[str, Value]:
        """The value of one property of resources by IRI, of several the first by its text.

        Faster than `described` for one property. A resource without it is left out.
        """
        found: dict[str, Value] = {}
        for iri in dict.fromkeys(iris):
            if held := self._look((iri, predicate, None)):
                found[iri] = min((value for _, _, value in held), key=str)
        return found

    def objects(self, iri: str, predicate: str) -> list[Iri]:
        """The resources that a property of a resource leads to, by IRI."""
        held = self._look((iri, predicate, None))
        return sorted(value for _, _, value in held if isinstance(value, Iri))

    def is_a(self, iri: str, kind: str) -> bool:
        """Whether a resource is of a class."""
        return kind in self.objects(iri, t.TYPE)

    def told_by(self, iri: str, properties: Container[str]) -> dict[str, dict[str, list[Value]]]:
        """What each named graph says of a resource: by graph, by property, the values by text."""
        found: dict[str, dict[str, list[Value]]] = {}
        for quad in self._store.quads_for_pattern(ox.NamedNode(iri), None, None, None):
            if quad.predicate.value in properties and isinstance(quad.graph_name, ox.NamedNode):
                said = found.setdefault(quad.graph_name.value, {})
                said.setdefault(quad.predicate.value, []).append(to_value(quad.object))
        for said in found.values():
            for values in said.values():
                values.sort(key=str)
        return dict(sorted(found.items()))

    def telling(self, predicate: str, target: str) -> list[tuple[str, str]]:
        """Named graphs and resources whose property they say is the resource ``target``."""
        held = self._store.quads_for_pattern(
            None, ox.NamedNode(predicate), ox.NamedNode(target), None
        )
        return sorted(
            (quad.graph_name.value, str(to_value(quad.subject)))
            for quad in held
            if isinstance(quad.graph_name, ox.NamedNode)
        )

    def saying(self, predicate: str, text: str) -> list[Iri]:
        """The resources of which a property says just this text, by IRI."""
        held = self._store.quads_for_pattern(
            None, ox.NamedNode(predicate), ox.Literal(text), ox.DefaultGraph()
        )
        return sorted(Iri(str(to_value(quad.subject))) for quad in held)

    def subjects(self, predicate: str, target: str | None = None) -> list[Iri]:
        """The resources whose property is the resource ``target``, or anything, by IRI."""
        return sorted({Iri(start) for start, _, _ in self._look((None, predicate, target))})

    def stated(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        target: str | None = None,
    ) -> Iterator[tuple[str, str, Value]]:
        """The named graph, the subject and the value of each statement about a subject, with a
        property, about a target: in no order.
        """
        held = self._store.quads_for_pattern(*_ends(subject, predicate, target), None)
        for start, _, end, graph in held:
            if isinstance(graph, ox.NamedNode):
                yield graph.value, str(to_value(start)), to_value(end)

    def quads_in(
        self,
        graph: str,
        subject: str | None = None,
        predicate: str | None = None,
        target: str | None = None,
    ) -> list[ox.Quad]:
        """The statements of a named graph about a subject, with a property, about a target."""
        ends = _ends(subject, predicate, target)
        return list(self._store.quads_for_pattern(*ends, ox.NamedNode(graph)))


def _ends(
    subject: str | None, predicate: str | None, target: str | None
) -> tuple[ox.NamedNode | None, ox.NamedNode | None, ox.NamedNode | None]:
    first, middle, last = (
        None if end is None else ox.NamedNode(end) for end in (subject, predicate, target)
    )
    return first, middle, last
