"""What documents state, asked by name: it costs as much as what it finds."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import terms as t
from kg.rdf.iris import Iris
from kg.store.values import Iri, Value, to_value

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_CLASSES = {
    "person": t.PERSON_CLASS,
    "board": t.BOARD,
    "organisation": t.ORGANISATION,
    "programme": t.PROGRAMME,
    "role": t.CONCEPT,
}
"""The classes of what has a name, by the kind that IRIs give them."""

MANY = 500
"""Of how many people it is faster to select the rows all at once than one by one."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The statements of the documents of a graph, each with the document that makes it."""

    graph: "KnowledgeGraph"
    iris: Iris

    def class_of(self, iri: str) -> str | None:
        """The class of what has a name, None of what has none."""
        return _CLASSES.get(self.iris.kind(iri))

    def names(self, iri: str, *classes: str) -> bool:
        """Whether an IRI is a name of something of these classes."""
        return self.class_of(iri) in classes

    def of(self, subject: str, predicate: str) -> Iterator[tuple[str, Value]]:
        """The documents that give a property of a resource a value, with the value."""
        for graph, _, value in self.graph.stated(subject, predicate):
            if self.iris.kind(graph) == "document":
                yield graph, value

    def about(self, predicate: str, target: str) -> Iterator[tuple[str, str]]:
        """The documents that say that a property of something is ``target``, with the thing."""
        for graph, subject, _ in self.graph.stated(None, predicate, target):
            if self.iris.kind(graph) == "document":
                yield graph, subject

    def values(self, document: str, subject: str, predicate: str) -> list[Value]:
        """The values that one document gives a property of a resource."""
        return [to_value(quad.object) for quad in self.graph.quads_in(document, subject, predicate)]

    def within(self, document: str, subject: str, predicate: str) -> list[str]:
        """The values that one document gives a property of a resource, as texts."""
        return list(map(str, self.values(document, subject, predicate)))

    def rows(self, query: str, people: Collection[str]) -> Iterator[tuple[Value, ...]]:
        """The rows of a SELECT of ?document, ?person and more that are about some people."""
        if len(people) > MANY:
            yield from (row for row in self.graph.select(query).rows if row[1] in people)
        else:
            for person in sorted(people):
                yield from self.graph.select(query, person=Iri(person)).rows

    def documents_of(self, iri: str) -> set[str]:
        """The documents that state something of a resource."""
        graphs = {graph for graph, *_ in self.graph.stated(iri)}
        return {graph for graph in graphs if self.iris.kind(graph) == "document"}

    def names_in(self, document: str) -> set[str]:
        """The IRIs of all that a document names."""
        named = self.graph.quads_in(document, None, t.ALT_LABEL)
        return {str(to_value(quad.subject)) for quad in named}
