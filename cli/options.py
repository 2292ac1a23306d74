"""The options that several commands share, as decorators."""

import math
import os
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import IO, TypeVar

import click

DEFAULT_LIBRARY = Path("minutebook.library")

KINDS = (
    "agenda pack", "minutes", "report", "update", "other",
    "agenda item", "attendance", "membership", "recommendation", "decision", "action", "figure",
)  # fmt: skip
"""What a search can be narrowed to: kinds of papers, and of facts that a paragraph states."""

BASE_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20\ud800-\udfff]+[/#]")
MOST = 1_000_000
"""The highest number of things that can be asked for."""
_UNREAD = re.compile("[\ud800-\udfff]")
"""What stands in an argument for a byte that is no part of a sign in UTF-8."""

Command = TypeVar("Command", bound=Callable[..., object])


class IsoDate(click.ParamType[date]):
    """A day written as in ISO 8601: 2023-07-21."""

    name = "date"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day that ``value`` names; a usage error when it names none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date like 2023-07-21", param, ctx)


class Seconds(click.FloatRange):
    """A time of more than none and at most a day."""

    def __init__(self) -> None:
        super().__init__(min=0, max=24 * 60 * 60, min_open=True)

    def convert(
        self, value: float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The seconds; a usage error where they are no number, or none in the range."""
        seconds: float = super().convert(value, param, ctx)
        if math.isnan(seconds):
            self.fail(f"{value!r} is not a number of seconds", param, ctx)
        return seconds


class PathName(click.Path):
    """A file or directory by a name that is not empty, as a variable of the shell may be."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The path; a usage error where it is empty: it would be the current directory."""
        if not os.fspath(value):
            self.fail("it is empty; give a name", param, ctx)
        return super().convert(value, param, ctx)


class Utf8(click.ParamType[str]):
    """A text given as it is."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text; a usage error when a byte of it is no part of a sign in UTF-8."""
        if _UNREAD.search(value):
            self.fail("it is not written in UTF-8", param, ctx)
        return value


class Phrase(Utf8):
    """A text with words in it, given as it is."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text; a usage error when there is nothing in it, or it is not in UTF-8."""
        text = super().convert(value, param, ctx)
        if not any(sign.isalnum() for sign in text):
            self.fail("there is nothing in it; write it in quotes", param, ctx)
        return text


class Words(Phrase):
    """A text with words in it, given as it is, or as - on standard input."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text; a usage error when there is nothing in it, or it is not in UTF-8."""
        return super().convert(sys.stdin.read() if value == "-" else value, param, ctx)


class BaseIri(click.ParamType[str]):
    """The beginning of IRIs: absolute, and ready for a path to follow."""

    name = "iri"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The IRI; a usage error when nothing can be named by adding to it."""
        from queries.graphs.terms import is_iri

        if not BASE_IRI.fullmatch(value) or not is_iri(value):
            self.fail(f"{value!r} is not an IRI like https://example.org/id/", param, ctx)
        return value


def example(*lines: str) -> str:
    """The end of a command's help: an example of its use, kept line by line."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def one_line(text: str) -> str:
    """``text`` on one line, with what cannot be printed written as its escape."""
    line = " ".join(text.split())
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in line)


def read_text(file: IO[str]) -> str:
    """The whole text of a file that was named, or of standard input.

    :raises ClickException: it is not written in UTF-8.
    """
    try:
        return file.read()
    except UnicodeDecodeError as error:
        message = f"{file.name} is not written in UTF-8; save it so"
        raise click.ClickException(one_line(message)) from error


def library_option(command: Command) -> Command:
    """``--library DIR``: where the library lies."""
    return click.option(
        "--library",
        type=PathName(file_okay=False, path_type=Path),
        envvar="MINUTEBOOK_LIBRARY",
        default=DEFAULT_LIBRARY,
        show_default=True,
        show_envvar=True,
        help="Directory of the library.",
    )(command)


def format_option(*formats: str) -> Callable[[Command], Command]:
    """``--format``: one of ``formats``, the first being the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="Form of the output.",
    )


def limit_option(default: int | None, what: str) -> Callable[[Command], Command]:
    """``--limit N``: at most N of ``what``; no bound where the default is None."""
    return click.option(
        "--limit",
        "-n",
        type=click.IntRange(min=1, max=MOST),
        default=default,
        show_default=default is not None,
        help=f"At most this many {what}.",
    )


def filter_options(command: Command) -> Command:
    """The filters of a search: where, who, what kind and when."""
    day, name = IsoDate(), Phrase()
    options = (
        click.option("--board", type=name, help="Only papers of this board (name or part of it)."),
        click.option("--person", type=name, help="Only passages that concern this person."),
        click.option("--programme", type=name, help="Only passages that concern this programme."),
        click.option(
            "--kind",
            type=click.Choice(KINDS),
            metavar="KIND",
            help=f"Only passages in such a paper, or that state such a fact: {', '.join(KINDS)}.",
        ),
        click.option("--after", type=day, help="Only on this day or later."),
        click.option("--before", type=day, help="Only on this day or earlier."),
        click.option("--document", type=name, help="Only this document (file name or IRI)."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def as_of_option(command: Command) -> Command:
    """``--as-of DATE``: the day on which things are looked at; later papers are left out."""
    return click.option(
        "--as-of",
        type=IsoDate(),
        default=date.today,
        help="How things stood on this day; default today.",
    )(command)


def quoted_only_option(command: Command) -> Command:
    """``--quoted-only``: leave out every link that no paper states itself."""
    return click.option("--quoted-only", is_flag=True, help="Leave out what is inferred.")(command)
