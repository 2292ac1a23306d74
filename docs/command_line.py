"""Write docs/command-line.md from the help of the commands: python docs/command_line.py"""

from pathlib import Path

import click

from cli.main import program

PAGE = Path(__file__).with_name("command-line.md")
WIDTH = 100
INTRODUCTION = """\
# The command line

This page is written from the program's own help by `make docs`; a test keeps the two equal.

Results go to standard output, progress and warnings to standard error. `-` is standard input as
QUERY, QUESTION, WHAT, START or END, as `--file` of `sparql` and as FILE of `curate import`; it is
standard output as `--output`. Elsewhere it is a name as any other: `add` reads files and folders
only.

In CSV a text that a spreadsheet would take for a formula, as it begins with `=`, `+`, `-` or `@`
and is no number, has an apostrophe before it; JSON has it as it is, and so have the CSV of `export`
and of a query that is given to `sparql`. In workbooks all texts are text.

The exit code is 0 when the work is done (finding nothing is done too), 1 after a failure told in
one line `Error: what, and what to do`, and 2 for wrong usage. Commands that only read never create
a library; whatever is interrupted leaves it as it was or as it would have been, never in between.
Colours are used on a terminal, and never where `NO_COLOR` is set.
"""


def page() -> str:
    """The whole page."""
    context = click.Context(
        program, info_name="minutebook", terminal_width=WIDTH, **program.context_settings
    )
    return INTRODUCTION + sections(context)


def sections(context: click.Context) -> str:
    """The section of a command, and those of the commands in it."""
    command = context.command
    own = part(context.command_path, command.get_help(context))
    if not isinstance(command, click.Group):
        return own
    names = command.list_commands(context)
    return own + "".join(sections(below(context, command, name)) for name in names)


def below(context: click.Context, group: click.Group, name: str) -> click.Context:
    """The context of a command in a group."""
    command = group.get_command(context, name)
    if command is None:
        raise SystemExit(f"there is no command {name}")
    return click.Context(command, info_name=name, parent=context, terminal_width=WIDTH)


def part(title: str, text: str) -> str:
    """A heading with the help below it, as the terminal shows it."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"\n## {title}\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
