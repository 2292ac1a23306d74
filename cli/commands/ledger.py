"""The command ``ledger``."""

from datetime import date
from pathlib import Path

import click

from cli.options import as_of_option, example, format_option, library_option, quoted_only_option


@click.command(
    "ledger",
    epilog=example(
        "minutebook ledger --kind board",
        "minutebook ledger --as-of 2023-12-31 --format xlsx > recommendations.xlsx",
    ),
)
@library_option
@as_of_option
@click.option("--board", help="Only recommendations to this board (name or part of it).")
@click.option(
    "--kind",
    type=click.Choice(["board", "external"]),
    help="Only what reports ask of the board, or only what others recommended.",
)
@quoted_only_option
@format_option("text", "json", "jsonl", "csv", "md", "html", "xlsx")
def command(
    library: Path,
    as_of: date,
    board: str | None,
    kind: str | None,
    quoted_only: bool,
    form: str,
) -> None:
    """List every recommendation with what became of it.

    Each has the decision taken on it and how that answers what was asked, the actions that
    arose, and when the papers last tell of it. As a table it has the shape of the tracker that
    officers keep: reference, origin, date, area, recommendation, lead, action taken, status.
    """
    from embeddings.library import Library
    from queries.ledger import ledger

    with Library.open(library) as held:
        rows = ledger(held.graph, as_of, kind, board, quoted_only)
    if form == "text":
        from cli.render_following import show_ledger

        show_ledger(rows)
    else:
        from cli.output import write_records
        from cli.records import LEDGER_COLUMNS, TRACKER_COLUMNS, ledger_json, ledger_record

        flat = form not in ("json", "jsonl")
        records = [ledger_record(row) if flat else ledger_json(row) for row in rows]
        if form in ("md", "html", "xlsx"):
            from cli.sheets import write_sheet

            write_sheet(form, f"Recommendations, {as_of}", records, TRACKER_COLUMNS, as_of)
        else:
            write_records(form, records, LEDGER_COLUMNS)
