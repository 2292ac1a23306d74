"""The graph of histories while it is brought up to date, one relation after another.

Each kind of statement belongs to an owner: a link to the resource that is linked, a step to
what it concerns. Working out an owner anew puts all that it owns in place of what it owned.
"""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, NamedTuple

from kg import terms as t
from kg.rdf.conversion.statements import Statements
from kg.rdf.iris import Iris
from kg.rdf.linking.links import Reason, link
from kg.store.values import to_value

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.store.graph import KnowledgeGraph

Triple = tuple[str, str, str]


class Linked(NamedTuple):
    """A link between two resources: why it holds, and where in which words it is said."""

    triple: Triple
    reason: Reason
    paragraph: str = ""
    quote: str = ""


class Draft:
    """The graph of histories of ``graph``, to be changed."""

    def __init__(self, graph: "KnowledgeGraph", iris: Iris) -> None:
        self.graph = graph
        self.iris = iris
        self.name = iris.graph("histories")

    def from_(self, subjects: Iterable[str], predicate: str) -> set[Triple]:
        """The links it states from some resources."""
        return {one for subject in subjects for one in self._links(subject, predicate, None)}

    def to(self, predicate: str, targets: Iterable[str]) -> set[Triple]:
        """The links it states to some resources."""
        return {one for target in targets for one in self._links(None, predicate, target)}

    def _links(self, subject: str | None, predicate: str, target: str | None) -> list[Triple]:
        held = self.graph.quads_in(self.name, subject, predicate, target)
        return [(_iri(quad.subject), predicate, _iri(quad.object)) for quad in held]

    def relink(self, gone: Collection[Triple], wanted: Iterable[Linked]) -> None:
        """State some links in place of others."""
        held = [quad for triple in gone for quad in self._of_link(triple)]
        out = Statements(self.name)
        for one in wanted:
            said = link(out, self.iris, one.triple, one.reason)
            out.link(said, t.STATED_IN, one.paragraph or None)
            out.add(said, t.QUOTE, one.quote)
        self.graph.change_graph(self.name, held, out)

    def _of_link(self, triple: Triple) -> list["ox.Quad"]:
        find = self.graph.quads_in
        return [*find(self.name, *triple), *find(self.name, self.iris.link(*triple))]


def _iri(term: "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple") -> str:
    return str(to_value(term))
