"""The command ``export``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from cli.options import PathName, example, format_option, library_option
from kg.errors import writing

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph


@click.command(
    "export",
    epilog=example(
        "minutebook export --format trig --output board.trig",
        "minutebook export --format csv --output tables/",
        "minutebook export | sha256sum",
    ),
)
@library_option
@click.option(
    "--output", "-o", type=PathName(allow_dash=True, path_type=Path), default="-",
    help="File to write, or - for standard output; for csv a directory.",
)  # fmt: skip
@format_option("nq", "trig", "ttl", "jsonld", "graphml", "csv")
def command(library: Path, output: Path, form: str) -> None:
    """Write the whole graph as RDF, GraphML or CSV tables.

    N-Quads are sorted: equal libraries give equal bytes. Turtle and GraphML hold the union
    of all graphs. CSV is a directory with a table for each kind of thing.
    """
    from embeddings.library import Library

    if form == "csv" and output == Path("-"):
        raise click.UsageError("csv makes several files; give --output DIRECTORY")
    with Library.open(library) as held:
        if form == "csv":
            from queries.export import export_tables

            export_tables(held.graph, output)
        else:
            with opened(output) as out:
                write_graph(held.graph, form, out)


def write_graph(graph: "KnowledgeGraph", form: str, out: IO[bytes]) -> None:
    """Write the graph as RDF or as the network of its resources."""
    if form == "graphml":
        from queries.export import export_network

        export_network(graph, out)
    else:
        graph.export(form, out)


@contextmanager
def opened(output: Path) -> Iterator[IO[bytes]]:
    """Standard output for -, else a file that is made or written anew.

    :raises StoreError: the file cannot be written.
    """
    if output == Path("-"):
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with writing(output), output.open("wb") as file:
        yield file
