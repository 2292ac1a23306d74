"""A process that answers one SPARQL query and ends; `queries.runner` starts and stops it.

It reads a request as JSON from standard input: ``path`` of the graph, ``query``,
``bindings`` of variables to N-Triples terms, and ``seconds`` to live. It refuses
what changes the graph or calls another server. The answer goes to standard output:
SPARQL 1.1 Query Results JSON for SELECT and ASK, sorted N-Triples for CONSTRUCT and
DESCRIBE. What is refused or wrong becomes one line on standard error and exit code 1.
"""

import json
import signal
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import MinutebookError, QueryError, StoreError
from kg.rdf.terms import NAMESPACES
from kg.store.binding import bind, refuse_writing_and_services
from kg.store.graph import STORE

_FRAMES = 20_000
"""Python frames that parsing may take; a query nested deeper is refused."""


def names_its_dataset(query: str) -> bool:
    """Parse a query, refuse what only reads must not do, and say whether it has a FROM.

    The decision is made twice, on the tokens and on the parsed query, so that a
    text which the two read differently is refused rather than run.

    :raises QueryError: it is no SPARQL query, changes the graph, or calls a SERVICE.
    """
    refuse_writing_and_services(query)
    try:
        parts = {part.name for part in _parts(parseQuery(query))}
    except ParseException as error:
        raise QueryError(
            f"line {error.lineno}, column {error.column}: {error.msg.lower()}; "
            "write a SELECT, ASK, CONSTRUCT or DESCRIBE of SPARQL 1.1"
        ) from None
    except RecursionError:
        raise QueryError("the query is nested too deeply; write it flatter") from None
    if "ServiceGraphPattern" in parts:
        raise QueryError("SERVICE asks another server and is refused; ask this library only")
    return "DatasetClause" in parts


def answer(store: ox.Store, query: str, bindings: Mapping[str, str]) -> bytes:
    """The answer of a query over the union of all graphs, or over those it names by FROM.

    :raises QueryError: the query is refused, malformed, or fails.
    """
    union = not names_its_dataset(query)
    text = bind(query, bindings)
    try:
        result = store.query(text, prefixes=NAMESPACES, use_default_graph_as_union=union)
        if isinstance(result, ox.QueryTriples):
            return "".join(sorted({f"{triple} .\n" for triple in result})).encode()
        return result.serialize(format=ox.QueryResultsFormat.JSON) or b""
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the query fails: {' '.join(str(error).split())}") from None


def main() -> int:
    """Answer the request on standard input; the exit code."""
    request = json.load(sys.stdin)
    signal.setitimer(signal.ITIMER_REAL, request["seconds"])  # ends us if our parent is gone
    sys.setrecursionlimit(_FRAMES)
    try:
        store = _open(Path(request["path"]))
        sys.stdout.buffer.write(answer(store, request["query"], request["bindings"]))
    except MinutebookError as error:
        sys.stderr.write(str(error))
        return 1
    return 0


def _open(path: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(path / STORE))
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise StoreError(f"the graph at {path} cannot be opened ({reason})") from None


def _parts(parsed: object) -> Iterator[CompValue]:
    """The named parts of a parsed query, outermost first."""
    if isinstance(parsed, CompValue):
        yield parsed
        for value in parsed.values():
            yield from _parts(value)
    elif isinstance(parsed, list | ParseResults):
        for value in parsed:
            yield from _parts(value)


if __name__ == "__main__":
    sys.exit(main())
