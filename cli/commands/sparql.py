"""The command ``sparql``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from cli.options import Seconds, Words, example, format_option, library_option, read_text
from cli.output import write_table

if TYPE_CHECKING:
    from kg.store.graph import Triples
    from queries.sparql.runner import Rows
    from queries.sparql.saved import SavedQuery

GRAPH_FORMATS = ("ttl", "trig", "nq", "jsonld")


@click.command(
    "sparql",
    epilog=example(
        "minutebook sparql 'SELECT ?title { ?item a mb:AgendaItem ; dct:title ?title }'",
        "minutebook sparql --name attendance-rates --format csv",
        "minutebook sparql --name actions-past-due --param asOf 2023-12-31",
    ),
)
@click.argument("query", required=False, type=Words())
@click.option("--file", "-f", type=click.File(encoding="utf-8"), help="Read the query from here.")
@click.option("--name", help="Run the saved query of this name.")
@click.option("--list", "listing", is_flag=True, help="List the saved queries.")
@click.option(
    "--param", "-p", "parameters", nargs=2, multiple=True, metavar="NAME VALUE",
    help="A parameter of the saved query; may be given again.",
)  # fmt: skip
@click.option(
    "--timeout", type=Seconds(), default=60.0, show_default=True,
    help="Seconds the query may take.",
)  # fmt: skip
@library_option
@format_option("text", "json", "jsonl", "csv", "md", *GRAPH_FORMATS)
def command(
    query: str | None,
    file: TextIO | None,
    name: str | None,
    listing: bool,
    parameters: tuple[tuple[str, str], ...],
    timeout: float,
    library: Path,
    form: str,
) -> None:
    """Run a SPARQL query or one of the saved ones.

    QUERY is SPARQL 1.1 (SELECT, ASK, CONSTRUCT or DESCRIBE) over the union of all graphs;
    the prefixes of the data model need no declaration. - reads it from standard input.
    """
    if [query, file, name, listing or None].count(None) != 3:
        raise click.UsageError("give one of: a query, --file, --name, --list")
    if parameters and not name:
        raise click.UsageError("--param goes with --name")
    if listing:
        list_saved(form)
        return
    from embeddings.library import Library
    from queries.sparql.runner import Rows, run
    from queries.sparql.saved import bind, saved_query

    saved = saved_query(name) if name else None
    text = saved.text if saved else query or (read_text(file) if file else "")
    given = bind(saved, dict(parameters)) if saved else {}
    with Library.open(library) as held:
        result = run(held.graph_path, text, given, timeout)
    if isinstance(result, Rows):
        write_rows(result, form, saved)
    else:
        write_triples(result, form)


def list_saved(form: str) -> None:
    """Write the names of the saved queries, what they answer, and their parameters."""
    from queries.sparql.saved import saved_queries

    refuse_graph_form(form)
    records = [
        {
            "name": query.name,
            "answers": query.answers,
            "parameters": [one.name for one in query.parameters],
        }
        for query in saved_queries()
    ]
    write_table(form, records, ("name", "answers", "parameters"))


def refuse_graph_form(form: str) -> None:
    """A usage error where a table shall be written in a form that is for graphs."""
    if form in GRAPH_FORMATS:
        raise click.UsageError(f"--format {form} is for CONSTRUCT and DESCRIBE")


def write_rows(rows: "Rows", form: str, saved: "SavedQuery | None") -> None:
    """Write the answer of a SELECT or ASK; that of a saved query without its parameters."""
    from cli.records import records_of
    from queries.sparql.saved import without_parameters

    refuse_graph_form(form)
    if form == "json":
        columns = [column.name for column in saved.columns] if saved else None
        click.echo(only_columns(rows.json, columns))
    elif rows.boolean is not None:
        write_boolean(rows.boolean, form)
    elif form == "csv" and not saved:
        click.echo(rows.csv(), nl=False)
    else:
        table = without_parameters(saved, rows.table()) if saved else rows.table()
        write_table(form, records_of(table.columns, table.rows), table.columns)


def only_columns(answer: bytes, columns: list[str] | None) -> str:
    """SPARQL 1.1 Query Results JSON with these columns only; with all where None."""
    read = json.loads(answer)
    if columns is not None:
        read["head"]["vars"] = columns
        for row in read["results"]["bindings"]:
            for name in [name for name in row if name not in columns]:
                del row[name]
    return json.dumps(read, ensure_ascii=False, indent=2)


def write_boolean(truth: bool, form: str) -> None:
    """Write the answer of an ASK."""
    if form in ("text", "md"):
        click.echo("yes" if truth else "no")
    else:
        write_table(form, [{"boolean": truth}], ("boolean",))


def write_triples(triples: "Triples", form: str) -> None:
    """Write the answer of a CONSTRUCT or DESCRIBE; Turtle is the form for people."""
    form = "ttl" if form == "text" else form
    if form not in GRAPH_FORMATS:
        raise click.UsageError(f"a CONSTRUCT or DESCRIBE is written as {', '.join(GRAPH_FORMATS)}")
    click.echo(triples.serialize(form), nl=False)
