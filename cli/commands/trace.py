"""The command ``trace``."""

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
from cli.output import tell, write_records

COLUMNS = (
    "date", "kind", "label", "file", "page", "quote", "basis", "rule", "confidence", "concerns",
    "paragraph", "recorded", "added", "time",
)  # fmt: skip


@click.command(
    "trace",
    epilog=example(
        "minutebook trace 'peer challenge'",
        "minutebook trace 'digital inclusion strategy' --quoted-only --format md",
        "minutebook trace 'peer challenge' --brief --format svg > peer-challenge.svg",
    ),
)
@click.argument("what", type=Words())
@library_option
@quoted_only_option
@click.option("--brief", "short", is_flag=True, help="Only the turning points.")
@click.option("--as-of", type=IsoDate(), help="Only what the papers said up to this day.")
@format_option("text", "json", "jsonl", "csv", "md", "svg", "png", "html", "mermaid")
def command(
    what: str, library: Path, quoted_only: bool, short: bool, as_of: date | None, form: str
) -> None:
    """Follow a matter across meetings.

    WHAT is words, or the IRI of a recommendation, decision, action or matter; - reads it
    from standard input. Each step says whether its words name the matter (quoted) or
    whether it is only likely to belong (inferred).
    """
    from embeddings.library import Library
    from queries.trace import trace
    from queries.tracing.brief import brief

    with Library.open(library, notice=tell) as held:
        history = trace(held, what, quoted_only, as_of)
    if short:
        history = brief(history)
    if form == "text":
        from cli.render_following import show_history

        show_history(history)
    elif form in ("svg", "png", "html", "mermaid"):
        from cli.pictures import write_picture

        write_picture(form, history)
    else:
        steps = [asdict(step) for step in history.steps]
        write_records(form, steps, COLUMNS, whole=asdict(history))
