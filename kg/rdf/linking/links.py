"""Links that no one paper states, each with its reason.

Each link is a triple, and beside it a resource of class ``mb:Link`` (a statement
about that triple) that says by which rule and how surely it holds.
"""

from dataclasses import dataclass

from kg import terms as t
from kg.rdf.conversion.statements import Statements
from kg.rdf.iris import Iris
from kg.tables.load import table


@dataclass(frozen=True, slots=True)
class Reason:
    """By which rule a link holds, how surely (0 to 1), and on what basis.

    ``basis`` is "quoted" where a paper says so, "inferred" where reading suggests it.
    """

    rule: str
    confidence: float
    basis: str

    @classmethod
    def of(cls, name: str, basis: str) -> "Reason":
        """The reason that a rule of the table of histories gives."""
        return cls(f"{name.replace('_', '-')}/1", table("histories")["confidence"][name], basis)


def link(out: Statements, iris: Iris, triple: tuple[str, str, str], reason: Reason) -> str:
    """State a triple, and for what reason it holds; the resource that says so."""
    subject, predicate, target = triple
    out.link(subject, predicate, target)
    iri = out.a(iris.link(subject, predicate, target), t.LINK)
    out.link(iri, t.SUBJECT, subject)
    out.link(iri, t.PREDICATE, predicate)
    out.link(iri, t.OBJECT, target)
    out.add(iri, t.RULE, reason.rule)
    out.add(iri, t.CONFIDENCE, reason.confidence)
    out.add(iri, t.BASIS, reason.basis)
    return iri
