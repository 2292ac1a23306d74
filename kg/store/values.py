"""Where terms of Oxigraph, terms of rdflib and plain Python values meet."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from kg.terms import XSD

if TYPE_CHECKING:
    from rdflib.term import Node

    Quad: TypeAlias = tuple[Node, Node, Node, Node]


class Iri(str):
    """An IRI among the values of a result; any other text is a plain ``str``."""

    __slots__ = ()


Value: TypeAlias = Iri | str | int | float | Decimal | bool | date | datetime | None
"""What a cell of a result holds; None where a variable is unbound."""

_INTEGERS = ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger")
_READERS: dict[str, Callable[[str], Value]] = {
    XSD + "decimal": Decimal,
    XSD + "double": float,
    XSD + "float": float,
    XSD + "date": date.fromisoformat,
    XSD + "dateTime": datetime.fromisoformat,
    XSD + "boolean": lambda text: text in {"true", "1"},
    **{XSD + name: int for name in _INTEGERS},
}


def to_value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Value:
    """A term of Oxigraph as a plain value; a literal of no known type keeps its text."""
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    if not isinstance(term, ox.Literal):
        return str(term)
    read = _READERS.get(term.datatype.value)
    if read is None:
        return term.value
    try:
        return read(term.value)
    except (ValueError, InvalidOperation):
        return term.value


def to_term(value: Iri | str | float | Decimal | date | datetime) -> ox.NamedNode | ox.Literal:
    """A plain value as a term of Oxigraph.

    :raises ValueError: if an Iri is not one.
    """
    if isinstance(value, Iri):
        return ox.NamedNode(value)
    if isinstance(value, datetime):
        return ox.Literal(value.isoformat(), datatype=ox.NamedNode(XSD + "dateTime"))
    if isinstance(value, date):
        return ox.Literal(value.isoformat(), datatype=ox.NamedNode(XSD + "date"))
    if isinstance(value, Decimal):
        return ox.Literal(f"{value:f}", datatype=ox.NamedNode(XSD + "decimal"))
    return ox.Literal(value)


def to_quad(quad: "Quad") -> ox.Quad:
    """A quad of rdflib's IRIs and literals as Oxigraph's.

    :raises ValueError: for a blank node, which this graph never holds.
    """
    subject, predicate, target, graph = quad
    return ox.Quad(
        ox.NamedNode(str(subject)),
        ox.NamedNode(str(predicate)),
        _node(target),
        ox.NamedNode(str(graph)),
    )


def _node(node: "Node") -> ox.NamedNode | ox.Literal:
    from rdflib import Literal, URIRef

    if isinstance(node, URIRef):
        return ox.NamedNode(str(node))
    if not isinstance(node, Literal):
        raise ValueError(f"neither an IRI nor a literal: {node!r}")
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype or XSD + "string")))
