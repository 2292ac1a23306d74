"""What the union of all graphs shows: each thing under one IRI, and corrections in force.

The graph of a document says what that document says. The graphs of identity and of
curation say how documents are to be read together:

- ``a mb:mergedInto b``: what any document says of ``a`` holds of ``b``;
- a link about such a triple with ``mb:within`` a document: only there;
- ``a mb:withheldBy c``: nothing is to be said of ``a``;
- a curation with a verdict on a property of ``a``: only what it says holds.

The union holds the statements of all graphs read in this way. The graphs that say
so are shown as they are. Nothing here changes a named graph.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import TypeVar

import pyoxigraph as ox

from kg import terms as t
from kg.errors import StoreError

_MERGED, _WITHHELD, _WITHIN = map(ox.NamedNode, (t.MERGED_INTO, t.WITHHELD_BY, t.WITHIN))
_SUBJECT, _PREDICATE, _OBJECT = map(ox.NamedNode, (t.SUBJECT, t.PREDICATE, t.OBJECT))
_VERDICT = ox.NamedNode(t.VERDICT)

Key = TypeVar("Key")
Term = TypeVar("Term")

DECIDING = frozenset({_MERGED, _WITHHELD, _WITHIN, _VERDICT})
"""A change of a statement with one of these properties may change the view."""


@dataclass(frozen=True)
class View:
    """How the statements of named graphs appear in the union.

    ``everywhere`` and ``within`` say what is shown in place of an IRI, the second for
    one graph; ``withheld`` are not shown at all; ``settled`` are subjects and properties with
    the values they were ruled to have, none where they are only wrong: no others are shown.
    ``plain`` graphs are shown as they are.
    """

    everywhere: Mapping[ox.NamedNode, ox.NamedNode] = field(default_factory=dict)
    within: Mapping[tuple[ox.NamedNode, ox.NamedNode], ox.NamedNode] = field(default_factory=dict)
    withheld: frozenset[ox.NamedNode] = frozenset()
    settled: Mapping[tuple[ox.NamedNode, ox.NamedNode], frozenset[object]] = field(
        default_factory=dict
    )
    plain: frozenset[ox.NamedNode] = frozenset()

    @classmethod
    def read(cls, store: ox.Store) -> "View":
        """The view that the graphs of a store ask for."""
        merged, scoped, withheld, verdicts = (
            list(_stated(store, predicate)) for predicate in (_MERGED, _WITHIN, _WITHHELD, _VERDICT)
        )
        everywhere = {_iri(q.subject): _iri(q.object) for q in merged}
        return cls(
            everywhere,
            {(_iri(q.object), _of(store, q, _SUBJECT)): _of(store, q, _OBJECT) for q in scoped},
            frozenset(_iri(q.subject) for q in withheld),
            _settled(store, verdicts, everywhere),
            frozenset(_iri(q.graph_name) for q in (*merged, *scoped, *withheld, *verdicts)),
        )

    def shown(self, quad: ox.Quad) -> ox.Triple | None:
        """The triple that a statement of a named graph gives the union, None for none."""
        graph = _iri(quad.graph_name)
        if graph in self.plain:
            return quad.triple
        subject = self.means(graph, _iri(quad.subject))
        target = quad.object
        if isinstance(target, ox.NamedNode):
            target = self.means(graph, target)
        if subject in self.withheld or target in self.withheld:
            return None
        ruled = self.settled.get((subject, quad.predicate))
        if ruled is not None and target not in ruled:
            return None
        return ox.Triple(subject, quad.predicate, target)

    def stating(self, store: ox.Store, triple: ox.Triple) -> Iterator[ox.Quad]:
        """The statements of named graphs that may give the union this triple."""
        subjects = (triple.subject, *self.forms.get(triple.subject, ()))
        targets = (triple.object, *self.forms.get(triple.object, ()))
        for subject, target in product(subjects, targets):
            for quad in store.quads_for_pattern(subject, triple.predicate, target, None):
                if quad.graph_name != ox.DefaultGraph():
                    yield quad

    def differing(self, other: "View") -> set[ox.NamedNode]:
        """The IRIs in named graphs that the two views may show differently."""
        found = {form for _, form in _changes(self.within, other.within)}
        found |= set(_changes(self.everywhere, other.everywhere))
        found |= self.withheld ^ other.withheld
        found |= {subject for subject, _ in _changes(self.settled, other.settled)}
        views = (self, other)
        return found | {form for view in views for one in found for form in view.forms.get(one, ())}

    def means(self, graph: ox.NamedNode, term: ox.NamedNode) -> ox.NamedNode:
        """The IRI under which what a named graph says of an IRI is shown."""
        return self.within.get((graph, term)) or self.everywhere.get(term, term)

    @cached_property
    def forms(self) -> dict[object, tuple[ox.NamedNode, ...]]:
        """For each IRI that is shown, those it is shown in place of."""
        return _grouped((whole, form) for form, whole in self._pairs())

    @cached_property
    def wholes(self) -> dict[object, tuple[ox.NamedNode, ...]]:
        """For each IRI that is not shown as it is, in some graph or in all, those shown instead."""
        return _grouped(self._pairs())

    def _pairs(self) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
        yield from self.everywhere.items()
        yield from ((form, whole) for (_, form), whole in self.within.items())


def _grouped(
    pairs: Iterable[tuple[ox.NamedNode, ox.NamedNode]],
) -> dict[object, tuple[ox.NamedNode, ...]]:
    found: dict[object, dict[ox.NamedNode, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}


def _changes(one: Mapping[Key, Term], other: Mapping[Key, Term]) -> Iterator[Key]:
    """The keys under which two mappings hold different values."""
    return (key for key in one.keys() | other.keys() if one.get(key) != other.get(key))


def _iri(term: object) -> ox.NamedNode:
    """A term as the IRI that it has to be, since no graph holds blank nodes."""
    if not isinstance(term, ox.NamedNode):
        raise StoreError(f"{term} stands where an IRI must stand; make the library anew")
    return term


def _stated(store: ox.Store, predicate: ox.NamedNode) -> Iterator[ox.Quad]:
    """What named graphs state with a property."""
    for quad in store.quads_for_pattern(None, predicate, None, None):
        if quad.graph_name != ox.DefaultGraph():
            yield quad


def _of(store: ox.Store, link: ox.Quad, predicate: ox.NamedNode) -> ox.NamedNode:
    """The one value of a property of a link, in the graph that states the link."""
    (found,) = _values(store, link, predicate)
    return found


def _values(store: ox.Store, link: ox.Quad, predicate: ox.NamedNode) -> list[ox.NamedNode]:
    found = store.quads_for_pattern(link.subject, predicate, None, link.graph_name)
    return [_iri(quad.object) for quad in found]


def _settled(
    store: ox.Store, verdicts: Iterable[ox.Quad], merged: Mapping[ox.NamedNode, ox.NamedNode]
) -> dict[tuple[ox.NamedNode, ox.NamedNode], frozenset[object]]:
    """The subjects and properties that verdicts settle, with the values they give these."""
    found: dict[tuple[ox.NamedNode, ox.NamedNode], frozenset[object]] = {}
    for verdict in verdicts:
        ruled = frozenset(_ruled(store, verdict, merged))
        for predicate in _values(store, verdict, _PREDICATE):
            subject = _of(store, verdict, _SUBJECT)
            settled = merged.get(subject, subject), predicate
            found[settled] = found.get(settled, frozenset()) | ruled
    return found


def _ruled(
    store: ox.Store, verdict: ox.Quad, merged: Mapping[ox.NamedNode, ox.NamedNode]
) -> Iterator[object]:
    """The value that a verdict gives a property, as it is shown."""
    for quad in store.quads_for_pattern(verdict.subject, _OBJECT, None, verdict.graph_name):
        value = quad.object
        yield merged.get(value, value) if isinstance(value, ox.NamedNode) else value
