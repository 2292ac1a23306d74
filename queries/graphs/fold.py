"""Rows of a result gathered by the resource they speak of.

A resource with two owners and two pages comes back as four rows; here it is one
record that knows, for each column, the values it was seen with.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.store.graph import Table
from kg.store.values import Iri, Value


@dataclass(frozen=True, slots=True)
class Folded:
    """What the rows say of one resource: for each column its values, in order of the rows."""

    key: Iri
    values: Mapping[str, tuple[Value, ...]]

    def texts(self, column: str) -> tuple[str, ...]:
        """The values of a column as text, each once."""
        return tuple(str(value) for value in self.values[column])

    def text(self, column: str) -> str | None:
        """The first value of a column as text; None where there is none."""
        return next(iter(self.texts(column)), None)

    def iri(self, column: str) -> Iri | None:
        """The first value of a column that is an IRI."""
        return next((value for value in self.values[column] if isinstance(value, Iri)), None)

    def days(self, column: str) -> tuple[date, ...]:
        """The values of a column that are days."""
        return tuple(value for value in self.values[column] if isinstance(value, date))

    def day(self, column: str) -> date | None:
        """The first value of a column that is a day."""
        return next(iter(self.days(column)), None)


def fold(table: Table, key: str) -> dict[Iri, Folded]:
    """The rows by the resource in column ``key``, in order of first appearance."""
    seen: dict[Iri, dict[str, dict[Value, None]]] = {}
    for row in table.dicts():
        columns = seen.setdefault(Iri(row[key]), {name: {} for name in table.columns})
        for name, value in row.items():
            if value is not None:
                columns[name][value] = None
    return {
        iri: Folded(iri, {name: tuple(values) for name, values in columns.items()})
        for iri, columns in seen.items()
    }


def by(records: Iterable[Folded], column: str) -> dict[Iri, list[Folded]]:
    """The records by each IRI that a column holds."""
    found: dict[Iri, list[Folded]] = {}
    for record in records:
        for value in record.values[column]:
            found.setdefault(Iri(value), []).append(record)
    return found
