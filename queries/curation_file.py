"""Corrections as a file: `curation.ttl`, written by the program or by hand.

The file is Turtle. Each correction is a resource of class ``mb:Curation``; its own
IRI says nothing and may be a blank node.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime

import pyoxigraph as ox

from kg import terms as t
from kg.errors import CurationError
from kg.rdf.iris import Iris
from kg.rdf.rulings import CORRECT, DIFFERENT, SAME, VERDICTS, WRONG, Ruling
from kg.store.graph import KnowledgeGraph, Triples
from kg.store.values import Iri, Value, to_value

_GRAPH = "CONSTRUCT { ?this ?property ?value } { GRAPH ?curation { ?this ?property ?value } }"
_KNOWN = {
    t.TYPE, t.VERDICT, t.SUBJECT, t.PREDICATE, t.OBJECT, t.BECAUSE, t.CURATED_BY, t.DATE,
}  # fmt: skip
_NEEDED = {t.VERDICT: "verdict", t.SUBJECT: "rdf:subject", t.BECAUSE: "mb:because",
           t.CURATED_BY: "mb:curatedBy", t.DATE: "dct:date"}  # fmt: skip


def as_turtle(graph: KnowledgeGraph, iris: Iris) -> str:
    """The graph of curation as Turtle: the same text for the same corrections."""
    found = graph.construct(_GRAPH, curation=Iri(iris.graph("curation")))
    return Triples(tuple(sorted(found.native, key=str))).serialize("ttl")


def rulings_in(text: str) -> list[Ruling]:
    """The corrections in a text as Turtle, oldest first.

    :raises CurationError: the text is no Turtle, or a correction in it is not whole.
    """
    told: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(text, ox.RdfFormat.TURTLE):
            told[str(quad.subject)][quad.predicate.value].append(to_value(quad.object))
    except SyntaxError as error:
        raise CurationError(f"the file is no Turtle ({error}); mend it there") from error
    rulings = {
        ruling.key: ruling for name, said in told.items() for ruling in [_ruling(name, said)]
    }
    return sorted(rulings.values(), key=lambda ruling: (ruling.on, ruling.key))


def _ruling(name: str, said: Mapping[str, list[Value]]) -> Ruling:
    """One correction of the file, which must be whole and nothing else."""
    if Iri(t.CURATION) not in said.get(t.TYPE, ()):
        raise CurationError(f"{name} is no mb:Curation; a file of corrections holds nothing else")
    for term, values in said.items():
        if term not in _KNOWN:
            raise CurationError(
                f"{name} has a property {term} that no correction has; leave it out"
            )
        if len(values) > 1:
            raise CurationError(f"{name} has several values of {term}; give one")
    missing = [word for term, word in _NEEDED.items() if term not in said]
    if missing:
        raise CurationError(f"{name} has no {missing[0]}; every correction needs one")
    return _whole(name, {term: values[0] for term, values in said.items()})


def _whole(name: str, said: Mapping[str, Value]) -> Ruling:
    verdict, term, value = str(said[t.VERDICT]), said.get(t.PREDICATE), said.get(t.OBJECT)
    day = said[t.DATE]
    if verdict not in VERDICTS:
        raise CurationError(f"{name} has the verdict {verdict!r}; it may be {', '.join(VERDICTS)}")
    if not isinstance(day, date) or isinstance(day, datetime):
        raise CurationError(f"{name} has the date {str(day)!r}; write it as an xsd:date")
    if not isinstance(said[t.SUBJECT], Iri) or not isinstance(term, Iri | None):
        raise CurationError(f"{name} names its subject or property by no IRI; name it by one")
    if isinstance(value, float):
        raise CurationError(f"{name} has the value {value}, a float; write it as an xsd:decimal")
    whole = {
        SAME: isinstance(value, Iri) and term is None,
        DIFFERENT: isinstance(value, Iri) and term is None,
        WRONG: value is None,
        CORRECT: term is not None and value is not None,
    }
    if not whole[verdict]:
        raise CurationError(
            f"{name} is not whole: {SAME} and {DIFFERENT} need a second IRI as rdf:object, "
            f"{CORRECT} needs rdf:predicate and rdf:object, {WRONG} needs no rdf:object"
        )
    return Ruling(
        verdict, str(said[t.SUBJECT]), str(said[t.BECAUSE]), str(said[t.CURATED_BY]), day,
        None if term is None else str(term), value,
    )  # fmt: skip
