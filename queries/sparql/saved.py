"""The saved research queries: SPARQL files whose headers say what they answer.

A header is made of comment lines::

    # title: Attendance rates by member
    # answers: How often did each member come?
    #  A line with two blanks goes on with the one before.
    # parameter board (text): the name of the board
    # parameter asOf (date, default today): the day on which it is asked
    # parameter paragraph (iri, required): the paragraph
    # column member: name of the person

A parameter is a variable of the query and is bound by substitution. One that is
left out and has no default restricts nothing. Every parameter is projected by
the query, so that it can be bound with any SPARQL engine; those that are no
column are left out of the answer again.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from rapidfuzz import process

from kg.errors import NotFound, QueryError
from kg.store.graph import Table
from kg.store.values import Iri, Value

_LINE = re.compile(r"# (title|answers|parameter|column)(?: (\w+))?(?: \(([^)]*)\))?: (.+)")
_TODAY = "today"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable to be given; ``kind`` is "text", "date" or "iri".

    ``default`` is written as it would be given; "today" stands for the day of asking.
    """

    name: str
    kind: str
    meaning: str
    required: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer and what it holds."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A saved query: ``name`` is the name of its file, ``text`` the whole of it."""

    name: str
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str


@cache
def saved_queries() -> tuple[SavedQuery, ...]:
    """All saved queries, by name."""
    folder = files("queries.sparql")
    found = [file for file in folder.iterdir() if file.name.endswith(".rq")]
    return tuple(
        parse_saved(file.name.removesuffix(".rq"), file.read_text(encoding="utf-8"))
        for file in sorted(found, key=lambda file: file.name)
    )


def saved_query(name: str) -> SavedQuery:
    """The saved query of that name.

    :raises NotFound: there is none; the message names the nearest.
    """
    known = {query.name: query for query in saved_queries()}
    if name in known:
        return known[name]
    nearest = process.extractOne(name, list(known))
    raise NotFound(f"no saved query is called {name!r}; did you mean {nearest[0]}?")


def parse_saved(name: str, text: str) -> SavedQuery:
    """Read the header of a saved query.

    :raises QueryError: the header lacks its title or what it answers.
    """
    lines = [match.groups() for match in map(_LINE.match, _header(text)) if match]
    told = {kind: meaning for kind, _, _, meaning in lines if kind in ("title", "answers")}
    if len(told) < 2:
        raise QueryError(f"{name}: give the query a '# title:' and an '# answers:' line")
    return SavedQuery(
        name=name,
        title=told["title"],
        answers=told["answers"],
        parameters=tuple(
            _parameter(word, traits or "", meaning)
            for kind, word, traits, meaning in lines
            if kind == "parameter"
        ),
        columns=tuple(Column(word, text) for kind, word, _, text in lines if kind == "column"),
        text=text,
    )


def bind(
    query: SavedQuery, given: Mapping[str, str], today: date | None = None
) -> dict[str, Value]:
    """The values to substitute for the parameters of a query.

    :param given: parameter names and values as a user writes them.
    :param today: the day that "today" stands for; the current day if None.
    :raises QueryError: a parameter is unknown, missing or malformed.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in given:
        if name not in known:
            options = ", ".join(known) or "none"
            raise QueryError(f"{query.name} has no parameter {name!r}; it has: {options}")
    values = {name: given.get(name, parameter.default) for name, parameter in known.items()}
    for name, value in values.items():
        if value is None and known[name].required:
            raise QueryError(f"{query.name} needs the parameter {name}: {known[name].meaning}")
    day = today or date.today()
    return {
        name: _value(known[name], value, day) for name, value in values.items() if value is not None
    }


def without_parameters(query: SavedQuery, table: Table) -> Table:
    """The table with only the columns that the header of the query names."""
    kept = [table.columns.index(column.name) for column in query.columns]
    return Table(
        tuple(column.name for column in query.columns),
        [tuple(row[position] for position in kept) for row in table.rows],
    )


def _header(text: str) -> list[str]:
    """The comment lines at the top, continued lines joined to the one before."""
    lines: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if line.startswith("#  ") and lines:
            lines[-1] += " " + line.removeprefix("#").strip()
        else:
            lines.append(line)
    return lines


def _parameter(name: str, traits: str, meaning: str) -> Parameter:
    kind, _, trait = traits.partition(", ")
    default = trait.removeprefix("default ") if trait.startswith("default ") else None
    return Parameter(name, kind, meaning, required=trait == "required", default=default)


def _value(parameter: Parameter, written: str, today: date) -> Value:
    if parameter.kind == "iri":
        return Iri(written)
    if parameter.kind == "text":
        return written
    if written == _TODAY:
        return today
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise QueryError(
            f"{parameter.name} is not a day: {written!r}; write it as 2023-07-21"
        ) from None
