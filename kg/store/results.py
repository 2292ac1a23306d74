"""The results of queries, as plain values."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.store.values import Value, to_value
from kg.terms import NAMESPACES

FORMATS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
}
"""The names of formats that graphs are written in."""


@dataclass(frozen=True, slots=True)
class Table:
    """The result of a SELECT: column names without "?" and rows of plain values."""

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]

    def dicts(self) -> Iterator[dict[str, Value]]:
        """The rows as mappings from column to value."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))


@dataclass(frozen=True, slots=True)
class Triples:
    """The result of a CONSTRUCT or DESCRIBE, in the order Oxigraph gives."""

    native: tuple[ox.Triple, ...]

    def values(self) -> Iterator[tuple[Value, Value, Value]]:
        """Subject, predicate and object as plain values."""
        for triple in self.native:
            yield to_value(triple.subject), to_value(triple.predicate), to_value(triple.object)

    def serialize(self, format: str) -> str:  # noqa: A002 - rdflib's word for it
        """The triples as text in one of ``FORMATS``; N-Quads come sorted."""
        data = ox.serialize(self.native, format=FORMATS[format], prefixes=NAMESPACES)
        text = (data or b"").decode("utf-8")
        return _sorted_lines(text) if format == "nq" else text


def _sorted_lines(text: str) -> str:
    return "".join(sorted(f"{line}\n" for line in text.split("\n")[:-1]))


@contextmanager
def query_errors() -> Iterator[None]:
    """Turn what Oxigraph raises over a query into ``QueryError``."""
    try:
        yield
    except (SyntaxError, RuntimeError, ValueError, OSError) as error:
        raise QueryError(_reason(error)) from error


def _reason(error: Exception) -> str:
    """One line that says where a query is malformed, or why it cannot be run."""
    if found := re.match(r"error at (\d+):(\d+)", str(error)):
        line, column = found.groups()
        return f"the query is malformed at line {line}, column {column}; mend it there"
    return f"the query cannot be run: {' '.join(str(error).split())}"
