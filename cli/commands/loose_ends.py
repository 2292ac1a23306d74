"""The command ``loose-ends``."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from cli.options import as_of_option, example, format_option, library_option, quoted_only_option

COLUMNS = ("kind", "day", "board", "text", "said_before", "note", "files", "iri")
COUNTED = ("board", "year", "kind", "count")


@click.command(
    "loose-ends",
    epilog=example(
        "minutebook loose-ends --as-of 2023-06-30", "minutebook loose-ends --count --format csv"
    ),
)
@library_option
@as_of_option
@click.option("--board", help="Only of this board (name or part of it).")
@click.option("--kind", help="Only of this kind, such as 'action without owner'.")
@click.option("--count", "counting", is_flag=True, help="Count them by board and year instead.")
@quoted_only_option
@format_option("text", "json", "jsonl", "csv", "md")
def command(
    library: Path,
    as_of: date,
    board: str | None,
    kind: str | None,
    counting: bool,
    quoted_only: bool,
    form: str,
) -> None:
    """List what the papers leave open.

    Recommendations never answered, actions without owner or date, agenda items without a
    minute, minutes not held, decisions on papers not held, promises not kept, papers promised
    and never seen. A loose end of these papers may be tied up in one that is not held.
    """
    from embeddings.library import Library
    from queries.loose_ends import KINDS, counts, loose_ends

    if kind not in (None, *KINDS):
        raise click.UsageError(f"there is no kind {kind!r}; the kinds are {', '.join(KINDS)}")
    with Library.open(library) as held:
        found = loose_ends(held.graph, as_of, board, kind, quoted_only)
    if counting:
        from cli.output import write_table

        write_table(form, [asdict(one) for one in counts(found)], COUNTED)
    elif form == "text":
        from cli.render_following import show_loose_ends

        show_loose_ends(found)
    else:
        from cli.output import write_records
        from cli.records import loose_end_record

        write_records(form, [loose_end_record(one) for one in found], COLUMNS)
