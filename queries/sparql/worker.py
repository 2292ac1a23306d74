"""A process that answers one SPARQL query and ends; `queries.sparql.runner` starts and stops it.

It reads a request as JSON from standard input: ``path`` of the graph, ``query``,
``seconds`` to live, and how many bytes of ``memory`` and of ``answer`` it may take. It
refuses what changes the graph or calls another server. The answer goes to standard
output: SPARQL 1.1 Query Results JSON for SELECT and ASK, sorted N-Triples for CONSTRUCT
and DESCRIBE. What is refused or wrong becomes one line on standard error and exit code 1;
a process that has no memory left aborts.
"""

import io
import json
import os
import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import MinutebookError, QueryError
from kg.store.binding import refuse_writing_and_services
from kg.store.graph import KnowledgeGraph

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

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


class BoundedBytes(io.BytesIO):
    """The bytes of an answer, as many as it may have."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: "ReadableBuffer", /) -> int:
        """Take more bytes.

        :raises QueryError: they are too many.
        """
        written = super().write(data)
        if self.tell() > self._most:
            size = f"{self._most / 1e6:g} MB"
            raise QueryError(f"the answer is larger than {size}; ask for less, with LIMIT")
        return written


def serialised(graph: KnowledgeGraph, query: str, most: int) -> bytes:
    """The answer of a query as it goes to standard output.

    :param most: how many bytes it may have.
    :raises QueryError: the query is refused, malformed, or fails, or its answer is larger.
    """
    refuse(query)
    result = graph.evaluate(query, {})
    told = BoundedBytes(most)
    try:
        if isinstance(result, ox.QueryTriples):
            return b"".join(sorted(_lines(result, told)))
        result.serialize(told, format=ox.QueryResultsFormat.JSON)
        return told.getvalue()
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the query cannot be run: {' '.join(str(error).split())}") from None


def confine(memory: int) -> None:
    """Let this process take so many bytes of memory, where the system holds it to that.

    Files that are mapped do not count. Whoever wants more aborts, and leaves no core behind.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    if most == resource.RLIM_INFINITY or memory < most:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, most))


def main() -> int:
    """Answer the request on standard input; the exit code."""
    request = json.load(sys.stdin)
    signal.setitimer(signal.ITIMER_REAL, request["seconds"])  # ends us if our parent is gone
    confine(request["memory"])
    sys.setrecursionlimit(_FRAMES)
    try:
        with KnowledgeGraph.open(Path(request["path"])) as graph:
            sys.stdout.buffer.write(serialised(graph, request["query"], request["answer"]))
    except MinutebookError as error:
        sys.stderr.write(str(error))
        return 1
    except MemoryError:
        os.abort()  # as Oxigraph does
    return 0


def _lines(triples: ox.QueryTriples, told: BoundedBytes) -> set[bytes]:
    """Triples as lines of N-Triples, each once."""
    lines: set[bytes] = set()
    for triple in triples:
        line = f"{triple} .\n".encode()
        if line not in lines:
            told.write(line)
            lines.add(line)
    return lines


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
