"""The command ``check``."""

from dataclasses import asdict
from pathlib import Path

import click

from cli.options import example, format_option, library_option
from cli.output import write_records

COLUMNS = ("kind", "file", "about", "message")


@click.command("check", epilog=example("minutebook check", "minutebook check --quick --format csv"))
@library_option
@click.option("--quick", is_flag=True, help="Do not read the original papers again.")
@format_option("text", "json", "jsonl", "csv", "md")
def command(library: Path, quick: bool, form: str) -> None:
    """Check the library against its shapes, sources and indexes.

    Every quote must be found again in its paper, and the indexes be in step with the
    graph. The exit code is 1 when anything is wrong. Papers that yield far too little for
    their kind and length are listed as doubts, which are no errors.
    """
    from embeddings.library import Library
    from queries.check import check_library, doubtful

    with Library.open(library) as held:
        problems = [asdict(one) for one in check_library(held, reread=not quick)]
        doubts = [asdict(one) for one in doubtful(held.graph)]
    if form != "text":
        write_records(form, problems + doubts, COLUMNS)
    for one in problems + doubts if form == "text" else ():
        click.echo(f"{one['kind']}: {one['file'] or one['about'] or 'library'}: {one['message']}")
    if problems:
        raise click.ClickException(f"{len(problems)} problems; add the papers they name again")
    if form == "text":
        papers = len({one["about"] for one in doubts})
        click.echo(f"Nothing is wrong; papers to look at: {papers}." if papers else "All is well.")
