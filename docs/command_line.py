"""Write docs/command-line.md from the help of the commands: python docs/command_line.py"""

from pathlib import Path

import click

from cli.main import COMMANDS, program

PAGE = Path(__file__).with_name("command-line.md")
WIDTH = 100
INTRODUCTION = """\
# The command line

This page is written from the program's own help by `make docs`; a test keeps the two equal.

Results go to standard output, progress and warnings to standard error; `-` is standard input or
output. The exit code is 0 when the work is done (finding nothing is done too), 1 after a failure
told in one line `Error: what, and what to do`, and 2 for wrong usage. Commands that only read
never create a library. Colours are used on a terminal, and never where `NO_COLOR` is set.
"""


def page() -> str:
    """The whole page."""
    names: list[str | None] = [None, *COMMANDS]
    return INTRODUCTION + "".join(section(name) for name in names)


def section(name: str | None) -> str:
    """The section of a command, or of the program itself."""
    group = click.Context(
        program, info_name="minutebook", terminal_width=WIDTH, **program.context_settings
    )
    if name is None:
        return part("minutebook", program.get_help(group))
    command = program.get_command(group, name)
    if command is None:
        raise SystemExit(f"there is no command {name}")
    context = click.Context(command, info_name=name, parent=group, terminal_width=WIDTH)
    return part(f"minutebook {name}", command.get_help(context))


def part(title: str, text: str) -> str:
    """A heading with the help below it, as the terminal shows it."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"\n## {title}\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
