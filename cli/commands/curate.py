"""The command ``curate`` and its sub-commands."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from cli.options import IsoDate, Utf8, example, format_option, library_option, read_text

if TYPE_CHECKING:
    from kg.rdf.rulings import Ruling
    from kg.store.graph import KnowledgeGraph
    from queries.curation import Signed

    Told = Callable[[KnowledgeGraph, Signed], Ruling]


@click.group(
    "curate",
    epilog=example(
        "minutebook curate same 'J Wallace' 'Judith Wallace' --because 'see her letter' --by Ann",
        "minutebook curate list",
    ),
)
def command() -> None:
    """Correct what was read, so that the correction wins.

    A correction says who made it, when and why. It outlasts the papers: when they are
    removed, added again or read anew, it holds as before. Names are exact names as the
    papers write them, or IRIs; facts are named by IRI.
    """


def signed(told: Callable[..., None]) -> Callable[..., None]:
    """The options by which a correction says who makes it, why, and on which day."""
    for option in (
        click.option(
            "--on", type=IsoDate(), default=date.today, help="Day of the correction; default today."
        ),
        click.option(
            "--by",
            type=Utf8(),
            required=True,
            envvar="MINUTEBOOK_CURATOR",
            show_envvar=True,
            help="Who says so.",
        ),
        click.option("--because", type=Utf8(), required=True, help="Why, in a sentence."),
        library_option,
    ):
        told = option(told)
    return told


@command.command(
    "same", epilog=example("minutebook curate same 'J Wallace' 'Judith Wallace' --because ... ")
)
@click.argument("one", type=Utf8())
@click.argument("other", type=Utf8())
@signed
def same(one: str, other: str, library: Path, because: str, by: str, on: date) -> None:
    """Say that two names are of one person, body or programme."""
    from queries import curation

    _rule(library, lambda g, who: curation.same(g, one, other, who), because, by, on)


@command.command(
    "different", epilog=example("minutebook curate different 'J Reed' 'Joan Reed' --because ...")
)
@click.argument("one", type=Utf8())
@click.argument("other", type=Utf8())
@signed
def different(one: str, other: str, library: Path, because: str, by: str, on: date) -> None:
    """Say that two names that were joined are of two things."""
    from queries import curation

    _rule(library, lambda g, who: curation.different(g, one, other, who), because, by, on)


@command.command(
    "wrong", epilog=example("minutebook curate wrong IRI-OF-A-FACT --because 'a misprint' --by Ann")
)
@click.argument("fact", type=Utf8())
@click.argument("term", type=Utf8(), metavar="[PROPERTY]", required=False)
@signed
def wrong(fact: str, term: str | None, library: Path, because: str, by: str, on: date) -> None:
    """Say that a fact, or one property of it, is wrong: it is told no more."""
    from queries import curation

    _rule(library, lambda g, who: curation.wrong(g, fact, term, who), because, by, on)


@command.command(
    "correct",
    epilog=example("minutebook curate correct IRI-OF-AN-ACTION dueDate 2023-09-30 --because ..."),
)
@click.argument("fact", type=Utf8())
@click.argument("term", type=Utf8(), metavar="PROPERTY")
@click.argument("value", type=Utf8())
@signed
def correct(
    fact: str, term: str, value: str, library: Path, because: str, by: str, on: date
) -> None:
    """Say what the value of a property of a fact is, whatever was read."""
    from queries import curation

    _rule(library, lambda g, who: curation.correct(g, fact, term, value, who), because, by, on)


@command.command("list", epilog=example("minutebook curate list --format json"))
@library_option
@format_option("text", "json", "jsonl", "csv", "md")
def list_(library: Path, form: str) -> None:
    """List the corrections, oldest first, each with the key that undoes it."""
    from cli.output import write_records
    from cli.records import RULING_COLUMNS, ruling_record
    from cli.render import show_rulings
    from embeddings.library import Library
    from kg.rdf import rulings
    from kg.rdf.iris import Iris
    from queries.curation import applies

    with Library.open(library) as held:
        found = rulings.read(held.graph, Iris(held.settings.base))
        records = [ruling_record(one, in_force=applies(held.graph, one)) for one in found]
        base = held.settings.base
    if form == "text":
        show_rulings(records, base)
    else:
        write_records(form, records, RULING_COLUMNS)


@command.command("undo", epilog=example("minutebook curate undo 1f09ab33"))
@click.argument("key")
@library_option
def undo(key: str, library: Path) -> None:
    """Take a correction back: the library is as if it had never been made."""
    from embeddings.ingest import curate
    from queries.curation import without_ruling

    curate(library, lambda _, held: without_ruling(held, key))
    click.echo(f"{key} undone.")


@command.command("export", epilog=example("minutebook curate export --output curation.ttl"))
@library_option
@click.option("--output", "-o", type=click.File("w", "utf-8"), default="-", help="File to write.")
def export(library: Path, output: IO[str]) -> None:
    """Write the corrections as Turtle."""
    from embeddings.library import Library
    from kg.rdf.iris import Iris
    from queries.curation_file import as_turtle

    with Library.open(library) as held:
        output.write(as_turtle(held.graph, Iris(held.settings.base)))


@command.command("import", epilog=example("minutebook curate import curation.ttl"))
@click.argument("file", type=click.File("r", "utf-8"))
@library_option
def import_(file: IO[str], library: Path) -> None:
    """Add the corrections of a Turtle file; - reads it from standard input.

    They are held to what those made by command are held to, and kept all or none. What no
    paper of the library speaks of yet waits until one does.
    """
    from cli.output import tell
    from embeddings.ingest import curate
    from queries.curation import applies, with_all
    from queries.curation_file import rulings_in

    told = rulings_in(read_text(file))
    waiting: list[Ruling] = []

    def change(graph: "KnowledgeGraph", held: "list[Ruling]") -> "list[Ruling]":
        waiting.extend(ruling for ruling in told if not applies(graph, ruling))
        return with_all(graph, held, told)

    curate(library, change)
    click.echo(f"{len(told)} corrections read.")
    if waiting:
        tell(f"{len(waiting)} of them wait for papers that speak of what they are about.")


def _rule(library: Path, told: "Told", because: str, by: str, on: date) -> None:
    """Make a correction, and say by what key it can be undone."""
    from embeddings.ingest import curate
    from queries.curation import Signed, with_ruling

    made: list[Ruling] = []

    def change(graph: "KnowledgeGraph", held: "list[Ruling]") -> "list[Ruling]":
        made.append(told(graph, Signed(by, because, on)))
        return with_ruling(held, made[-1])

    curate(library, change)
    click.echo(f"{made[-1].key} kept; undo it with: minutebook curate undo {made[-1].key}")
