"""The program ``minutebook``: a group whose commands load when they are called."""

import gc
import importlib
import sys
from typing import TextIO

import click

from cli.options import example, one_line
from cli.version import __version__
from kg.errors import MinutebookError

COMMANDS = {
    "add": "Read papers into the library.",
    "remove": "Take documents out of the library again.",
    "search": "Find the paragraphs that bear on a query.",
    "ask": "Answer a question with verbatim quotes and citations.",
    "verify": "Check the receipt of an answer against the library.",
    "trace": "Follow a matter across meetings.",
    "sparql": "Run a SPARQL query or one of the saved ones.",
    "show": "Show a meeting, person, body, programme, document or paragraph.",
    "ledger": "List every recommendation with what became of it.",
    "actions": "List every action with owner, due date and status.",
    "changes": "Show what changed between two days.",
    "loose-ends": "List what the papers leave open.",
    "path": "Show how two people, bodies or matters hang together.",
    "curate": "Correct what was read, so that the correction wins.",
    "export": "Write the whole graph as RDF, GraphML or CSV tables.",
    "check": "Check the library against its shapes, sources and indexes.",
    "evaluate": "Score extraction and retrieval against a gold standard.",
}
"""Each command and its help in one line, so that help need load none of them."""
_COLLECTED_AFTER = 50_000
"""Objects made before unused cycles are looked for: a question makes few, and 0.05 s goes by."""


class LazyGroup(click.Group):
    """A group that imports ``cli.commands.NAME`` only when NAME is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now, or None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"cli.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a failure whose cause lies outside becomes one line and exit 1."""
        try:
            return super().invoke(ctx)
        except MinutebookError as error:
            raise click.ClickException(one_line(str(error))) from error
        except KeyboardInterrupt as error:
            raise click.ClickException("interrupted") from error


def use_utf8(stream: TextIO) -> None:
    """Let a stream carry every character of a paper, whatever the locale."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@click.group(
    "minutebook",
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example("minutebook add papers/", 'minutebook ask "Who chairs the board?"'),
)
@click.version_option(__version__, prog_name="minutebook")
def program() -> None:
    """Read the papers of boards and councils, and answer from them.

    A library is a directory that holds everything made from the papers.
    """


def main() -> None:
    """Run the program with the arguments of the process."""
    gc.set_threshold(_COLLECTED_AFTER)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        use_utf8(stream)
    program(prog_name="minutebook")
