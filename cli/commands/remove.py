"""The command ``remove``."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.options import example, format_option, library_option
from cli.output import write_json

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph


@click.command("remove", epilog=example("minutebook remove minutes-2023-07-21.pdf"))
@click.argument("documents", nargs=-1, required=True)
@library_option
@format_option("text", "json")
def command(documents: tuple[str, ...], library: Path, form: str) -> None:
    """Take documents out of the library again.

    DOCUMENTS are file names or IRIs. What is left is what there would be had they
    never been added.
    """
    from cli.progress import progress_bar
    from embeddings.ingest import remove
    from embeddings.library import Library

    with Library.open(library) as held:
        iris = named(held.graph, documents)
    with progress_bar() as progress:
        outcome = remove(library, iris, progress=progress)
    if form == "json":
        write_json(asdict(outcome))
    else:
        left = f"{outcome.documents} documents with {outcome.passages} paragraphs"
        click.echo(f"{len(outcome.removed)} removed; the library holds {left}.")


def named(graph: "KnowledgeGraph", wanted: Sequence[str]) -> list[str]:
    """The IRIs of the documents that file names or IRIs name exactly.

    :raises NotFound: nothing bears a name, or several documents do.
    """
    from kg.errors import NotFound

    rows = graph.select("SELECT ?iri ?file { ?iri a mb:Document ; mb:fileName ?file }").rows
    found = []
    for name in wanted:
        iris = sorted(str(iri) for iri, file in rows if name in (iri, file))
        if not iris:
            raise NotFound(f"the library holds no document {name!r}; give a file name or an IRI")
        if len(iris) > 1:
            raise NotFound(f"{name!r} names several documents, give one: {'; '.join(iris)}")
        found += iris
    return found
