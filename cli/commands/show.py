"""The command ``show``."""

from pathlib import Path

import click

from cli.options import Words, example, format_option, library_option


@click.command(
    "show",
    epilog=example("minutebook show '21 July 2023'", "minutebook show 'Judith Wallace'"),
)
@click.argument("what", type=Words())
@library_option
@format_option("text", "json")
def command(what: str, library: Path, form: str) -> None:
    """Show a meeting, person, body, programme, document or paragraph.

    WHAT is an IRI or words: the day of a meeting, a name, a title, a file name.
    """
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
