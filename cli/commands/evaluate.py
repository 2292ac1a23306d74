"""The command ``evaluate``."""

from pathlib import Path

import click

from cli.options import example, format_option, library_option
from cli.output import tell, write_json


@click.command("evaluate", epilog=example("minutebook evaluate gold/ --library board.library"))
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@library_option
@click.option("--failures", is_flag=True, help="List the facts that were missed or extra.")
@format_option("text", "json", "md")
def command(gold: Path, library: Path, failures: bool, form: str) -> None:
    """Score extraction and retrieval against a gold standard.

    GOLD is a directory with extraction/*.json, questions.jsonl and traces.jsonl.
    """
    from embeddings.library import Library
    from queries.evaluation import evaluate, report

    with Library.open(library, notice=tell) as held:
        scores = evaluate.evaluate(held, gold)
    if form == "json":
        write_json(report.as_json(scores))
        return
    from cli.output import write_table
    from cli.records import records_of

    for table in report.tables(scores) + ([report.failures(scores)] if failures else []):
        click.echo(f"\n{table.title}\n")
        write_table(form, records_of(table.columns, table.rows), table.columns)
