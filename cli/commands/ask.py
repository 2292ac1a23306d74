"""The command ``ask``."""

from pathlib import Path

import click

from cli.options import Words, example, format_option, library_option
from cli.output import tell, write_json


@click.command(
    "ask",
    epilog=example(
        "minutebook ask 'Who sent apologies on 21 July 2023?'",
        "minutebook ask 'What did the board decide about peer challenges?' --format json",
    ),
)
@click.argument("question", type=Words())
@library_option
@format_option("text", "json")
def command(question: str, library: Path, form: str) -> None:
    """Answer a question with verbatim quotes and citations.

    Where the papers do not answer QUESTION, that is said, and why. - reads it
    from standard input.
    """
    from embeddings.library import Library
    from queries.ask import ask

    with Library.open(library, notice=tell) as held:
        answer = ask(held, question)
    if form == "text":
        from cli.render import show_answer

        show_answer(answer)
    else:
        from cli.records import answer_json

        write_json(answer_json(answer))
