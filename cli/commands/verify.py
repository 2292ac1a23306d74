"""The command ``verify``."""

from dataclasses import asdict
from pathlib import Path

import click

from cli.options import example, format_option, library_option
from cli.output import tell, write_records

COLUMNS = ("kind", "part", "message")


@click.command(
    "verify",
    epilog=example("minutebook verify chair.json", "minutebook verify chair.json --format json"),
)
@click.argument("receipt", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@library_option
@format_option("text", "json", "jsonl", "csv", "md")
def command(receipt: Path, library: Path, form: str) -> None:
    """Check the receipt of an answer against the library.

    RECEIPT is a file written by `minutebook ask --receipt`. Its quotes must stand where they
    stood and its query give the rows it gave; the exit code is 1 where they do not. What else
    has changed since is said, and is no error.
    """
    from embeddings.library import Library
    from queries.search import Searcher
    from queries.verify import BROKEN, read_receipt, verify

    kept = read_receipt(receipt)
    with Library.open(library, notice=tell) as held:
        findings = verify(Searcher(held), kept)
    if form != "text":
        write_records(form, [asdict(one) for one in findings], COLUMNS)
    for one in findings if form == "text" else ():
        click.echo(f"{one.kind}: {one.message}")
    broken = sum(one.kind == BROKEN for one in findings)
    if broken:
        raise click.ClickException(f"the answer no longer stands as it was given ({broken})")
    if form == "text":
        click.echo("The answer stands." if findings else "The answer stands; nothing has changed.")
