"""The command ``ask``."""

from pathlib import Path

import click

from cli.options import Words, example, format_option, library_option
from cli.output import tell, write_json, write_json_file


@click.command(
    "ask",
    epilog=example(
        "minutebook ask 'Who sent apologies on 21 July 2023?'",
        "minutebook ask 'What did the board decide about peer challenges?' --format json",
        "minutebook ask 'Who chairs the board?' --receipt chair.json",
    ),
)
@click.argument("question", type=Words())
@library_option
@click.option(
    "--receipt", type=click.Path(dir_okay=False, path_type=Path),
    help="File to keep all that the answer rests on, for `minutebook verify`.",
)  # fmt: skip
@format_option("text", "json")
def command(question: str, library: Path, receipt: Path | None, form: str) -> None:
    """Answer a question with verbatim quotes and citations.

    Where the papers do not answer QUESTION, that is said, and why. - reads it
    from standard input.
    """
    from embeddings.library import Library
    from queries.ask import inquire
    from queries.search import Searcher

    with Library.open(library, notice=tell) as held:
        asking, answer = inquire(Searcher(held), question)
        if receipt is not None:
            from queries.receipts import receipt_of

            write_json_file(receipt, receipt_of(asking, answer))
    if form == "text":
        from cli.render import show_answer

        show_answer(answer)
    else:
        from cli.records import answer_json

        write_json(answer_json(answer))
