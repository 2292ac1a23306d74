"""The command ``add``."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.options import BaseIri, PathName, example, format_option, library_option
from cli.output import tell, tell_error, write_json

if TYPE_CHECKING:
    from embeddings.outcome import Failed, Outcome
    from kg.store.generations import Settings


@click.command(
    "add",
    epilog=example(
        "minutebook add papers/ minutes-2023-07-21.pdf",
        "minutebook add papers/ --library board.library",
    ),
)
@click.argument("paths", nargs=-1, type=PathName(path_type=Path))
@library_option
@click.option(
    "--base", type=BaseIri(), help="Beginning of the IRIs of a new library, which keeps it."
)
@click.option(
    "--model",
    help="Embedding model of a new library, which keeps it: a sentence-transformers model by name "
    "or path.",
)
@format_option("text", "json")
def command(
    paths: tuple[Path, ...], library: Path, base: str | None, model: str | None, form: str
) -> None:
    """Read papers into the library.

    PATHS are files and folders: PDF, DOCX, ODT, HTML, Markdown, plain text, ModernGov XML.
    What the library already holds unchanged is skipped. A file that cannot be read does
    not stop the rest; it is reported, and the exit code is then 1. Papers that another
    version of the program has read are read again from the originals in the library, and
    indexes that are damaged are built again; without PATHS only that is done. A paper that
    yields far too little for its kind and length is named in a warning.
    """
    from cli.progress import progress_bar
    from embeddings.embedder import find_model
    from embeddings.ingest import add, nothing_added
    from kg.store.generations import Settings
    from kg.terms import BASE

    held = made_with(library)
    if held:
        refuse_other(held, base, model)
    elif not paths:
        raise click.UsageError(f"Name the papers to add; there is no library at {library} yet.")
    files, failed = papers(paths)
    if paths and not files:
        outcome = nothing_added(library)
    else:
        if model:
            find_model(model)  # before a library is made that could never be added to
        settings = Settings(base=base or BASE, model=model)
        with progress_bar() as progress:
            outcome = add(library, files, settings, progress=progress)
    if form == "json":
        write_json({**asdict(outcome), "failed": [*map(asdict, (*failed, *outcome.failed))]})
    elif files or not paths:
        click.echo(summary(outcome))
    for paper in outcome.doubtful:
        tell(f"Warning: {paper.file} is doubtful: {'; '.join(paper.reasons)}")
    for one in (*failed, *outcome.failed):
        tell_error(one.reason if one.file in one.reason else f"{one.file}: {one.reason}")
    if failed or outcome.failed:
        click.get_current_context().exit(1)


def made_with(library: Path) -> "Settings | None":
    """What a library was made with and keeps, None where there is none yet."""
    from kg.errors import LibraryMissing
    from kg.store.generations import Generations

    try:
        return Generations(library).settings()
    except LibraryMissing:
        return None


def refuse_other(held: "Settings", base: str | None, model: str | None) -> None:
    """A usage error where a library shall have what it was not made with."""
    from embeddings.embedder import DEFAULT_MODEL

    for option, asked, kept in (
        ("--base", base, held.base),
        ("--model", model, held.model or DEFAULT_MODEL),
    ):
        if asked not in (None, kept):
            raise click.UsageError(
                f"the library was made with {option} {kept} and keeps it; "
                "leave it out, or name another library"
            )


def papers(paths: Sequence[Path]) -> "tuple[list[Path], list[Failed]]":
    """The files to read, and what was named but is not there."""
    from embeddings.outcome import Failed
    from embeddings.papers import find_papers
    from kg.errors import NotFound

    files: dict[Path, None] = {}
    failed = []
    for path in paths:
        try:
            files.update(dict.fromkeys(find_papers([path])))
        except NotFound as error:
            failed.append(Failed(str(path), str(error)))
    return list(files), failed


def summary(outcome: "Outcome") -> str:
    """What was done, and what the library now holds."""
    done = [f"{len(outcome.added)} added"]
    if outcome.reread:
        done.append(f"{len(outcome.reread)} read again")
    if outcome.rebuilt:
        done.append(f"damaged indexes built again ({' and '.join(outcome.rebuilt)})")
    if outcome.skipped:
        done.append(f"{len(outcome.skipped)} unchanged")
    if outcome.failed:
        done.append(f"{len(outcome.failed)} not read")
    holds = f"{outcome.documents} documents with {outcome.passages} paragraphs"
    return f"{', '.join(done)}; the library holds {holds}."
