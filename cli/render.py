"""Text for people: colours and boxes on a terminal, plain words elsewhere."""

import sys
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cli.output import Record, cell

PLAIN_WIDTH = 100
"""Columns of text where the output is no terminal and COLUMNS is not set."""


def console() -> Console:
    """A console on standard output; it shows words as they are, never as markup."""
    out = Console(markup=False, highlight=False, emoji=False, soft_wrap=False)
    if not sys.stdout.isatty() and out.width == 80:
        out.width = PLAIN_WIDTH
    return out
