"""The command ``remove``."""

from dataclasses import asdict
from pathlib import Path

import click

from cli.options import example, format_option, library_option
from cli.output import write_json


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
    from queries.graphs import naming

    with Library.open(library) as held:
        iris = naming.documents(held.graph, documents)
    with progress_bar() as progress:
        outcome = remove(library, iris, progress=progress)
    if form == "json":
        write_json(asdict(outcome))
    else:
        left = f"{outcome.documents} documents with {outcome.passages} paragraphs"
        click.echo(f"{len(outcome.removed)} removed; the library holds {left}.")
