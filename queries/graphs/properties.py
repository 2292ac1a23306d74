"""The properties that people may correct, and their values, as the shapes allow them."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.errors import CurationError, NotFound
from kg.terms import XSD
from queries.graphs.terms import local_name

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

    from kg.rdf.rulings import RuledValue

_EVIDENCE = frozenset({"statedIn", "quote", "rule", "confidence"})
"""What says where a fact was read is not corrected but ruled wrong with the fact."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a class: its IRI, its local name, and what its values may be.

    ``links`` is true where a value is another resource; ``allowed`` lists the only
    values there are, if they are few.
    """

    iri: str
    name: str
    datatype: str | None
    links: bool
    allowed: tuple[str, ...] = ()


def property_named(words: str, classes: Collection[str]) -> Property:
    """The property of one of the classes that words name: "dueDate", "due date", "mb:dueDate".

    :raises NotFound: the classes have no such property; the message lists those they have.
    """
    known = {one.name: one for one in _of_classes(classes)}
    wanted = _plain(local_name(words).rsplit(":", 1)[-1])
    for name, found in known.items():
        if _plain(name) == wanted:
            return found
    raise _no_property(words, known)


def property_with(iri: str, classes: Collection[str]) -> Property:
    """The property with an IRI of one of the classes, or of any class where none is known.

    Its values are those that it may have of one class or another.

    :raises NotFound: there is no such property; the message lists those of the classes.
    """
    found = [one for one in _of_classes(classes or _properties()) if one.iri == iri]
    if not found:
        raise _no_property(iri, {one.name for one in _of_classes(classes)})
    free = not all(one.allowed for one in found)
    listed = {value: None for one in found for value in one.allowed}
    return replace(found[0], allowed=() if free else tuple(listed))


def value_of(named: Property, words: str) -> "RuledValue":
    """The value that words give a property.

    :raises CurationError: it cannot have that value.
    """
    text = " ".join(words.split())
    if named.allowed and text not in named.allowed:
        listed = ", ".join(map(repr, named.allowed))
        raise CurationError(f"{named.name} cannot be {text!r}; it may be {listed}")
    readers: dict[str | None, Callable[[str], RuledValue]] = {
        XSD + "date": date.fromisoformat,
        XSD + "integer": int,
        XSD + "decimal": Decimal,
        XSD + "boolean": {"true": True, "false": False}.__getitem__,
    }
    try:
        return readers.get(named.datatype, str)(text)
    except (ValueError, InvalidOperation, KeyError):
        kind = local_name(named.datatype or "text")
        raise CurationError(f"{named.name} cannot be {text!r}; give a {kind}") from None


def _of_classes(classes: Iterable[str]) -> list[Property]:
    return [one for kind in sorted(classes) for one in _properties().get(kind, ())]


def _no_property(words: str, known: Iterable[str]) -> NotFound:
    listed = ", ".join(sorted(known)) or "none"
    return NotFound(f"there is no property {words!r} to correct here; there are: {listed}")


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).casefold()


@cache
def _properties() -> dict[str, list[Property]]:
    """The properties of each class, from the shapes."""
    from rdflib import SH, Graph

    shapes = Graph().parse(
        data=files("kg.ontology").joinpath("shapes.ttl").read_text("utf-8"), format="turtle"
    )
    return {
        str(kind): [one for one in _of_shape(shapes, shape) if one.name not in _EVIDENCE]
        for shape, kind in shapes.subject_objects(SH.targetClass)
    }


def _of_shape(shapes: "Graph", shape: "Node") -> Iterator[Property]:
    from rdflib import SH
    from rdflib.collection import Collection as RdfList

    for held in shapes.objects(shape, SH.property):
        path = str(shapes.value(held, SH.path))
        datatype = shapes.value(held, SH.datatype)
        allowed = shapes.value(held, SH["in"])
        plain = datatype is not None or allowed is not None
        listed = tuple(map(str, RdfList(shapes, allowed))) if allowed is not None else ()
        plain = plain or shapes.value(held, SH.pattern) is not None
        kind = None if datatype is None else str(datatype)
        yield Property(path, local_name(path), kind, not plain, listed)
