"""SPARQL from outside: any query that reads, in its own process, with limits.

Oxigraph cannot be stopped in the middle of a query and takes what memory it needs, so a
query runs in a child process (`queries.sparql.worker`) that opens the same files for
reading, is killed when its time is up, and has no more than its share of memory.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.store.binding import bind
from kg.store.graph import Table, Triples
from kg.store.values import Iri, Value, to_term

SECONDS = 60.0
"""How long a query may take unless told otherwise."""
MEMORY = 2_000_000_000
"""How many bytes of memory a query may take; to sort three million triples takes 0.8·10⁹."""
SIZE = 64_000_000
"""How many bytes an answer may have; reading so many takes up to 10⁹ bytes of memory."""

_GRACE = 5.0
"""How much longer the child may live than its parent waits."""
_OUT_OF_MEMORY = (-signal.SIGABRT, -signal.SIGKILL)
"""How a child ends that has no memory left: by itself, or by the system's hand."""
_PACKAGES = str(Path(__file__).parents[1])


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a SELECT or ASK as SPARQL 1.1 Query Results JSON (``json``, UTF-8)."""

    json: bytes

    @property
    def boolean(self) -> bool | None:
        """The answer of an ASK; None for a SELECT."""
        truth: bool | None = self._read().get("boolean")
        return truth

    def table(self) -> Table:
        """Columns and rows; literals as the text they have in the graph.

        :raises QueryError: the answer is that of an ASK.
        """
        read = self._read()
        if "boolean" in read:
            raise QueryError("an ASK has no rows; take its yes or no")
        columns = tuple(read["head"]["vars"])
        rows = read["results"]["bindings"]
        return Table(columns, [tuple(_cell(row.get(name)) for name in columns) for row in rows])

    def csv(self) -> str:
        """SPARQL 1.1 Query Results CSV; an ASK gives one column named boolean."""
        if self.boolean is not None:
            return f"boolean\r\n{str(self.boolean).lower()}\r\n"
        results = ox.parse_query_results(self.json, ox.QueryResultsFormat.JSON)
        return (results.serialize(format=ox.QueryResultsFormat.CSV) or b"").decode()

    def _read(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads(self.json)
        return read


QueryResult = Rows | Triples


def run(
    path: Path,
    query: str,
    bindings: Mapping[str, Value] | None = None,
    seconds: float = SECONDS,
    *,
    memory: int = MEMORY,
    size: int = SIZE,
) -> QueryResult:
    """The answer of a SPARQL 1.1 query over the union of the graphs in a directory.

    The prefixes of `kg.terms` need no declaration. A query with FROM sees the
    graphs that it names.

    :param path: where `kg.store.graph.KnowledgeGraph.open` finds the graph.
    :param bindings: the values of variables; None leaves one free.
    :raises QueryError: the query is malformed, changes the graph, calls a SERVICE,
        or takes longer than ``seconds`` or more ``memory``, or its answer is larger
        than ``size``.
    """
    given = (bindings or {}).items()
    try:
        terms = {name: str(to_term(value)) for name, value in given if value is not None}
    except ValueError as error:
        raise QueryError(f"a value cannot be bound: {error}; give a whole IRI") from None
    request = {
        "path": str(path.absolute()),
        "query": bind(query, terms),
        "seconds": seconds + _GRACE,
        "memory": memory,
        "answer": size,
    }
    done = _in_child(json.dumps(request).encode(), seconds)
    if done.returncode != 0:
        raise QueryError(_failure(done, memory))
    data = done.stdout
    if data.startswith(b"{"):
        return Rows(data)
    return Triples(tuple(quad.triple for quad in ox.parse(data, ox.RdfFormat.N_TRIPLES)))


def _in_child(request: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    paths = [_PACKAGES, os.environ.get("PYTHONPATH", "")]
    try:
        return subprocess.run(
            [sys.executable, "-P", "-m", "queries.sparql.worker"],
            input=request,
            capture_output=True,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )
    except subprocess.TimeoutExpired:
        raise QueryError(
            f"the query took longer than {seconds:g} seconds and was stopped; "
            "make it narrower, add a LIMIT, or allow more time"
        ) from None


def _failure(done: subprocess.CompletedProcess[bytes], memory: int) -> str:
    """Why a child has no answer, in one line."""
    if done.returncode == 1 and done.stderr:
        return done.stderr.decode(errors="replace")
    if done.returncode in _OUT_OF_MEMORY:
        return (
            f"the query needs more than {memory / 1e9:g} GB of memory and was stopped; make it "
            "narrower (ORDER BY, DISTINCT and GROUP BY hold all rows at once)"
        )
    return "the query could not be finished; make it narrower, or nest it less deeply"


def _cell(term: dict[str, str] | None) -> Value:
    if term is None:
        return None
    return Iri(term["value"]) if term["type"] == "uri" else term["value"]
