"""The command ``changes``."""

from datetime import date
from pathlib import Path

import click

from cli.options import IsoDate, example, format_option, library_option, quoted_only_option

COLUMNS = (
    "day", "kind", "board", "text", "before", "after", "recorded", "basis", "files", "iri",
)  # fmt: skip


@click.command(
    "changes",
    epilog=example(
        "minutebook changes --from 2022-10-13 --to 2023-02-09",
        "minutebook changes --from 2023-01-01 --to 2023-12-31 --board resilience --format csv",
    ),
)
@click.option("--from", "since", type=IsoDate(), required=True, help="After this day.")
@click.option("--to", "until", type=IsoDate(), required=True, help="Up to this day, it included.")
@library_option
@click.option("--as-of", type=IsoDate(), help="Only what papers up to this day record.")
@click.option("--board", help="Only of this board (name or part of it).")
@quoted_only_option
@format_option("text", "json", "jsonl", "csv", "md")
def command(
    since: date,
    until: date,
    library: Path,
    as_of: date | None,
    board: str | None,
    quoted_only: bool,
    form: str,
) -> None:
    """Show what changed between two days.

    They may be the days of two meetings. Matters that begin, what was recommended and decided,
    actions given, moved and done, and figures that a later paper gives otherwise.
    """
    from embeddings.library import Library
    from queries.changes import changes

    if until < since:
        raise click.UsageError("--to lies before --from; give the earlier day first")
    with Library.open(library) as held:
        found = changes(held.graph, since, until, as_of, board, quoted_only)
    if form == "text":
        from cli.render_following import show_changes

        show_changes(found)
    else:
        from cli.output import write_records
        from cli.records import told_record

        write_records(form, [told_record(one) for one in found], COLUMNS)
