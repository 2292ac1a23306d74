"""Corrections by people as values: what was ruled, on what, by whom, when and why.

A ruling wins over everything read by machine. It is a resource of class
``mb:Curation`` in the graph of curation; its IRI is made of what it rules, so that
the same ruling made twice is one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kg import terms as t
from kg.rdf.conversion.statements import Quad, Statements
from kg.rdf.iris import Iris, digest
from kg.store.values import Iri

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

SAME, DIFFERENT, WRONG, CORRECT = "same", "different", "wrong", "correct"
VERDICTS = (SAME, DIFFERENT, WRONG, CORRECT)

_RULINGS = """
SELECT ?ruling ?verdict ?subject ?property ?value ?because ?by ?on WHERE {
  GRAPH ?curation {
    ?ruling a mb:Curation ; mb:verdict ?verdict ; rdf:subject ?subject ; mb:because ?because ;
      mb:curatedBy ?by ; dct:date ?on .
    OPTIONAL { ?ruling rdf:predicate ?property }
    OPTIONAL { ?ruling rdf:object ?value }
  }
} ORDER BY ?on ?ruling
"""

RuledValue = Iri | str | int | Decimal | bool | date
"""A value that a correction gives a property."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A correction by a person.

    ``verdict`` is "same" or "different" (of ``subject`` and ``value``, two IRIs), "wrong"
    (of a fact, or of one property ``term`` of it) or "correct" (that property's ``value``).
    """

    verdict: str
    subject: str
    because: str
    by: str
    on: date
    term: str | None = None
    value: RuledValue | None = None

    @property
    def key(self) -> str:
        """8 hex digits that name what is ruled, whoever says so; "same A B" is "same B A"."""
        pair = [self.subject, str(self.value)]
        if self.verdict in (SAME, DIFFERENT):
            pair = ["", *sorted(pair)]
        elif self.verdict == CORRECT or self.value is None:
            pair = [self.subject]
        return digest(" ".join((self.verdict, self.term or "", *pair)))

    @property
    def iris(self) -> frozenset[str]:
        """What is ruled on, and what it is ruled to be where that is a resource."""
        value = {str(self.value)} if isinstance(self.value, Iri) else set()
        return frozenset({self.subject, *value})

    @property
    def pair(self) -> frozenset[str]:
        """The two IRIs that are ruled to be one or two."""
        return frozenset((self.subject, str(self.value)))


def read(graph: "KnowledgeGraph", iris: Iris) -> list[Ruling]:
    """The rulings that a graph holds, oldest first."""
    rows = graph.select(_RULINGS, curation=Iri(iris.graph("curation"))).rows
    found = {str(row[0]): _ruling(*row[1:]) for row in rows}
    return list(found.values())


def _ruling(*row: object) -> Ruling:
    verdict, subject, name, value, because, by, on = row
    return Ruling(
        str(verdict),
        str(subject),
        str(because),
        str(by),
        on if isinstance(on, date) else date.min,
        None if name is None else str(name),
        value,  # type: ignore[arg-type]
    )


def quads(rulings: Iterable[Ruling], iris: Iris) -> Iterator[Quad]:
    """The quads of the graph of curation."""
    out = Statements(iris.graph("curation"))
    for ruling in sorted(rulings, key=lambda one: (one.on, one.key)):
        iri = out.a(iris.ruling(ruling.key), t.CURATION)
        out.add(iri, t.VERDICT, ruling.verdict)
        out.link(iri, t.SUBJECT, ruling.subject)
        out.link(iri, t.PREDICATE, ruling.term)
        if isinstance(ruling.value, Iri):
            out.link(iri, t.OBJECT, ruling.value)
        else:
            out.add(iri, t.OBJECT, ruling.value)
        out.add(iri, t.BECAUSE, ruling.because)
        out.add(iri, t.CURATED_BY, ruling.by)
        out.add(iri, t.DATE, ruling.on)
    return iter(out)
