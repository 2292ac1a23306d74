"""Who is meant by "the Mayor of Saltwick": the one mayor whom papers seat for that council."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.store.graph import KnowledgeGraph
from kg.tables.load import alternation
from queries.graphs.terms import iri_list
from queries.understanding.names import Gazetteer, Mention

_BEFORE = re.compile(rf"\b(?:the )?{alternation('people', 'mayors')} (?:of|for) (?:the )?$", re.I)
"""What stands before a place whose mayor is meant."""
_MAYORS = """SELECT DISTINCT ?person ?name
WHERE {
  VALUES ?council { %s }
  ?seat mb:representing ?council ; mb:person|mb:member ?person .
  ?person foaf:name|skos:altLabel ?name
}
ORDER BY ?person ?name"""
_CALLED = re.compile(rf"{alternation('people', 'mayors')} ", re.I)


@dataclass(frozen=True, slots=True)
class NamesWithMayors:
    """A gazetteer that knows mayors by their places, too, from the graph of the papers."""

    names: Gazetteer
    graph: KnowledgeGraph

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The names in a text, longest first at each place, never overlapping."""
        return tuple(self._meant(text, one) for one in self.names.mentions(text))

    def labels(self, iri: str) -> tuple[str, ...]:
        """Every form in which a resource is written, the preferred ones first."""
        return self.names.labels(iri)

    def _meant(self, text: str, mention: Mention) -> Mention:
        """The mayor, in place of the council, where the words before it say so and one is known."""
        before = _BEFORE.search(text[: mention.start])
        people = set(self._mayors(mention)) if before and mention.kind == "Council" else set()
        if before is None or len(people) != 1:
            return mention
        (mayor,) = people
        return Mention((mayor,), "Person", self.labels(mayor), before.start(), mention.end)

    def _mayors(self, mention: Mention) -> Iterator[str]:
        """The people seated for a council whose name papers write with that office before it."""
        rows = self.graph.select(_MAYORS % iri_list(mention.iris)).rows
        yield from (str(person) for person, name in rows if _CALLED.match(str(name)))
