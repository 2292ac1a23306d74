"""The command ``path``."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from cli.options import (
    IsoDate,
    Words,
    example,
    format_option,
    library_option,
    quoted_only_option,
)

COLUMNS = ("start", "words", "end", "basis", "file", "page")


@click.command(
    "path",
    epilog=example(
        "minutebook path 'Amara Whitlock' 'Estuary Compact'",
        "minutebook path 'Eleanor Voss' 'Tideline' --format json",
    ),
)
@click.argument("start", type=Words())
@click.argument("end", type=Words())
@library_option
@click.option("--as-of", type=IsoDate(), help="Only by what papers up to this day say.")
@quoted_only_option
@format_option("text", "json", "jsonl", "csv", "md")
def command(
    start: str, end: str, library: Path, as_of: date | None, quoted_only: bool, form: str
) -> None:
    """Show how two people, bodies or matters hang together.

    START and END are names, or IRIs where a name could mean several. Of the ways between
    them one that says much is shown, not through what joins everything, each step with the
    passage that says so.
    """
    from embeddings.library import Library
    from queries.path import way

    with Library.open(library) as held:
        hops = way(held.graph, start, end, as_of, quoted_only)
    if form == "text":
        from cli.render_following import show_way

        show_way(hops)
    else:
        from cli.output import write_records

        flat = [
            {
                "start": hop.start.label,
                "words": hop.words,
                "end": hop.end.label,
                "basis": hop.basis,
                "file": hop.source.file if hop.source else None,
                "page": hop.source.page if hop.source else None,
            }
            for hop in hops
        ]
        whole = form in ("json", "jsonl")
        write_records(form, [asdict(hop) for hop in hops] if whole else flat, COLUMNS)
