"""A process that answers one SPARQL query and ends; `queries.sparql.runner` starts and stops it.

It reads a request as JSON from standard input: ``path`` of the graph, ``query``, and
``seconds`` to live. It refuses what changes the graph or calls another server. The
answer goes to standard output: SPARQL 1.1 Query Results JSON for SELECT and ASK, sorted
N-Triples for CONSTRUCT and DESCRIBE. What is refused or wrong becomes one line on
standard error and exit code 1.
"""

import json
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import MinutebookError, QueryError
from kg.store.binding import refuse_writing_and_services
from kg.store.graph import KnowledgeGraph

_FRAMES = 20_000
"""Python frames that parsing may take; a query nested deeper is refused."""


def refuse(query: str) -> None:
    """Refuse a query that does more than read this graph.

    The decision is made twice, on the tokens and on the parsed query, so that a
    text which the two read differently is refused rather than run.

    :raises QueryError: it is no SPARQL query, changes the graph, or calls a SERVICE.
    """
    refuse_writing_and_services(query)
    try:
        parts = {part.name for part in _parts(parseQuery(query))}
    except ParseException as error:
        raise QueryError(
            f"the query is malformed at line {error.lineno}, column {error.column}; "
            "write a SELECT, ASK, CONSTRUCT or DESCRIBE of SPARQL 1.1"
        ) from None
    except ValueError as error:
        raise QueryError(f"the query is malformed: {error}; mend it there") from None
    except RecursionError:
        raise QueryError("the query is nested too deeply; write it flatter") from None
    if "ServiceGraphPattern" in parts:
        raise QueryError("SERVICE asks another server and is refused; ask this library only")


def answer(graph: KnowledgeGraph, query: str) -> bytes:
    """The answer of a query as it goes to standard output.

    :raises QueryError: the query is refused, malformed, or fails.
    """
    refuse(query)
    result = graph.evaluate(query, {})
    try:
        if isinstance(result, ox.QueryTriples):
            return "".join(sorted({f"{triple} .\n" for triple in result})).encode()
        return result.serialize(format=ox.QueryResultsFormat.JSON) or b""
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the query cannot be run: {' '.join(str(error).split())}") from None


def main() -> int:
    """Answer the request on standard input; the exit code."""
    request = json.load(sys.stdin)
    signal.setitimer(signal.ITIMER_REAL, request["seconds"])  # ends us if our parent is gone
    sys.setrecursionlimit(_FRAMES)
    try:
        with KnowledgeGraph.open(Path(request["path"])) as graph:
            sys.stdout.buffer.write(answer(graph, request["query"]))
    except MinutebookError as error:
        sys.stderr.write(str(error))
        return 1
    return 0


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
