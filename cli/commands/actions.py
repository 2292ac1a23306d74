"""The command ``actions``."""

from datetime import date
from pathlib import Path

import click

from cli.options import as_of_option, example, format_option, library_option, quoted_only_option


@click.command(
    "actions",
    epilog=example(
        "minutebook actions --overdue --as-of 2023-06-14",
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
@click.option("--overdue", is_flag=True, help="The same as --status overdue.")
@click.option("--theme", help="Only actions of this theme, or of an item or report of that name.")
@quoted_only_option
@format_option("text", "json", "jsonl", "csv", "md")
def command(
    library: Path,
    as_of: date,
    owner: str | None,
    board: str | None,
    status: str | None,
    overdue: bool,
    theme: str | None,
    quoted_only: bool,
    form: str,
) -> None:
    """List every action with owner, due date and status.

    An action that several papers tell of is listed once, with what each of them says: how its
    due date moved, when it was done and on whose word, since when it is silent.
    """
    from embeddings.library import Library
    from queries.actions import ActionFilter, actions

    if overdue and status not in (None, "overdue"):
        raise click.UsageError(f"--overdue and --status {status} exclude each other; give one")
    standing = "overdue" if overdue else status
    with Library.open(library) as held:
        wanted = ActionFilter(owner, standing, board, theme)
        rows = actions(held.graph, as_of, wanted, quoted_only=quoted_only)
    if form == "text":
        from cli.render_following import show_actions

        show_actions(rows)
    else:
        from cli.output import write_records
        from cli.records import ACTION_COLUMNS, action_json, action_record

        flat = form in ("csv", "md")
        records = [action_record(row) if flat else action_json(row) for row in rows]
        write_records(form, records, ACTION_COLUMNS)
