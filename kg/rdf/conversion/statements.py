"""Collecting the statements of one named graph."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from rdflib import Literal, URIRef
from rdflib.term import Node

from kg.terms import TYPE, XSD

Quad: TypeAlias = tuple[Node, Node, Node, Node]
Plain: TypeAlias = str | int | float | Decimal | date | None


class Statements:
    """The statements of the named graph ``graph``, each once, in the order they were made."""

    def __init__(self, graph: str) -> None:
        self._graph = URIRef(graph)
        self._quads: dict[Quad, None] = {}

    def __iter__(self) -> Iterator[Quad]:
        return iter(self._quads)

    def a(self, subject: str, kind: str) -> str:
        """Say what a resource is; the resource."""
        self.link(subject, TYPE, kind)
        return subject

    def add(self, subject: str, predicate: str, *values: Plain) -> None:
        """State literals; None and empty text say nothing. Floats become decimals."""
        for value in values:
            if value is not None and value != "":
                self._put(subject, predicate, _literal(value))

    def say(self, subject: str, predicate: str, text: str) -> None:
        """State a text that may be empty where a paper leaves its place open."""
        self._put(subject, predicate, _literal(text))

    def link(self, subject: str, predicate: str, *targets: str | None) -> None:
        """State links to other resources; None says nothing."""
        for target in targets:
            if target is not None:
                self._put(subject, predicate, _iri(target))

    def _put(self, subject: str, predicate: str, target: Node) -> None:
        self._quads[(_iri(subject), _iri(predicate), target, self._graph)] = None


@lru_cache(maxsize=4096)
def _iri(iri: str) -> URIRef:
    return URIRef(iri)


def _literal(value: str | int | float | Decimal | date) -> Literal:
    """A literal in its canonical form, so that the graph gives back what was put in."""
    if isinstance(value, float):
        value = Decimal(str(round(value, 4)))
    if isinstance(value, Decimal):
        plain = f"{value:f}"
        short = plain.rstrip("0").rstrip(".") if "." in plain else plain
        return Literal(short, datatype=URIRef(XSD + "decimal"))
    return Literal(value)
