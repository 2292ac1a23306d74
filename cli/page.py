"""Setting text for people: on a terminal with colours, elsewhere in plain words."""

import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Literal

from rich.console import Console
from rich.text import Text

from queries.understanding.periods import long_date

if TYPE_CHECKING:
    from queries.graphs.sources import Source

PLAIN_WIDTH = 100
"""Columns of text where the output is no terminal and COLUMNS is not set."""
EXCERPT = 480
"""Characters of a long text that a list shows."""


def console() -> Console:
    """A console on standard output; it shows words as they are, never as markup."""
    wide = sys.stdout.isatty() or "COLUMNS" in os.environ
    width = None if wide else PLAIN_WIDTH
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return Console(width=width, color_system=colours, markup=False, highlight=False, emoji=False)


def when(day: date | None, words: str | None = None) -> str:
    """A time as people write it: the words for it, where they say less than a day, else the day."""
    return words or (long_date(day) if day else "undated")


def spaced(name: str) -> str:
    """A name in camel case as words: "startTime" is "start time"."""
    words = (f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return "".join(words).strip()


def located(file: str, page: int | None, number: str | None) -> str:
    """Where a passage stands: file, page and the paragraph's own number."""
    parts = [file]
    if page is not None:
        parts.append(f"page {page}")
    if number is not None:
        parts.append(f"paragraph {number}")
    return ", ".join(parts)


def source_line(source: "Source") -> str:
    """Where a source stands."""
    return located(source.file, source.page, source.number)


def short(text: str, most: int) -> str:
    """The text on one line, cut between words where it is longer than ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def say(out: Console, name: str, words: str | None) -> None:
    """A line with a name before it; none where there is nothing to say."""
    if words:
        inset(out, Text(f"{name}: ", style="cyan").append(words, style="not cyan"))


def inset(out: Console, text: Text, columns: int = 5) -> None:
    """Show a text with a margin on its left."""
    hang(out, " " * columns, text)


def hang(out: Console, mark: str, text: Text, margin: str | None = None) -> None:
    """Show a text with a mark before its first line, and a margin (blanks) before the rest."""
    rest = " " * len(mark) if margin is None else margin
    lines = text.wrap(out, out.width - len(mark))
    for number, line in enumerate(lines):
        line.rstrip()
        lines[number] = Text(rest if number else mark).append_text(line)
    out.print(Text("\n").join(lines), soft_wrap=True)
