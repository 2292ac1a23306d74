"""The command ``show``."""

from dataclasses import asdict
from pathlib import Path

import click

from cli.options import Words, example, format_option, library_option


@click.command(
    "show",
    epilog=example(
        "minutebook show '21 July 2023'",
        "minutebook show minutes.pdf --facts --format html > minutes.html",
    ),
)
@click.argument("what", type=Words())
@library_option
@click.option("--facts", is_flag=True, help="Show a paper with what was read from each paragraph.")
@format_option("text", "json", "md", "html")
def command(what: str, library: Path, facts: bool, form: str) -> None:
    """Show a meeting, person, body, programme, document or paragraph.

    WHAT is an IRI or words: the day of a meeting, a name, a title, a file name. With
    --facts WHAT is a paper, which is shown paragraph by paragraph: the words that facts
    quote are marked, and each fact stands beside them with its values, the extractor that
    read it and its confidence. Formats md and html are for papers with their facts.
    """
    if facts:
        _show_facts(what, library, form)
        return
    if form not in ("text", "json"):
        raise click.UsageError(f"The format {form} is for papers with their facts; add --facts.")
    from embeddings.library import Library
    from queries.show import show

    with Library.open(library) as held:
        card = show(held.graph, what)
    if form == "text":
        from cli.render import show_card

        show_card(card)
    else:
        from cli.output import write_json
        from cli.records import card_json

        write_json(card_json(card))


def _show_facts(what: str, library: Path, form: str) -> None:
    """Show a paper with what was read from it."""
    from cli import reading_page
    from cli.output import write_json
    from embeddings.library import Library
    from queries.reading import reading

    with Library.open(library) as held:
        paper = reading(held.graph, what)
    if form == "text":
        reading_page.show_reading(paper)
    elif form == "json":
        write_json(asdict(paper))
    else:
        page = reading_page.reading_md if form == "md" else reading_page.reading_html
        click.echo(page(paper), nl=False)
