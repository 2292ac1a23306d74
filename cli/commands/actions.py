"""The command ``actions``."""

from datetime import date
from pathlib import Path

import click

from cli.options import as_of_option, example, format_option, library_option


@click.command(
    "actions",
    epilog=example(
        "minutebook actions --status overdue",
        "minutebook actions --owner 'Cabinet Office' --as-of 2012-09-30 --format csv",
    ),
)
@library_option
@as_of_option
@click.option("--owner", help="Only actions of this owner (name or part of it).")
@click.option("--board", help="Only actions given by this board (name or part of it).")
@click.option(
    "--status",
    type=click.Choice(["open", "complete", "overdue"]),
    help="Only actions that stand so; open includes those of which nothing is said.",
)
@format_option("text", "json", "jsonl", "csv", "md")
def command(
    library: Path,
    as_of: date,
    owner: str | None,
    board: str | None,
    status: str | None,
    form: str,
) -> None:
    """List every action with owner, due date and status.

    An action that moved keeps its earlier due dates.
    """
    from embeddings.library import Library
    from queries.actions import actions

    with Library.open(library) as held:
        rows = actions(held.graph, as_of, owner, status, board)
    if form == "text":
        from cli.render import show_actions

        show_actions(rows)
    else:
        from cli.output import write_records
        from cli.records import ACTION_COLUMNS, action_json, action_record

        flat = form in ("csv", "md")
        records = [action_record(row) if flat else action_json(row) for row in rows]
        write_records(form, records, ACTION_COLUMNS)
