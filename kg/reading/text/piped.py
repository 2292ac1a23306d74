"""Rows between strokes, without the line below a head that makes them a table of Markdown."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_WORDS = re.compile(r"[^\s|:-]")
"""What is in a row of words and in no rule."""
_FEWEST = 3


def with_tabs(text: str) -> str:
    """A plain text, the cells of its rows between strokes parted by tabs."""
    return "\n".join(
        "\t".join(_cells(line)) if piped else line for piped, run in _runs(text) for line in run
    )


def with_rules(text: str) -> str:
    """A text of Markdown in which its rows between strokes are tables, below an empty head."""
    return "\n".join(
        line for piped, run in _runs(text) for line in (*(_head(run) if piped else ()), *run)
    )


def _head(run: Sequence[str]) -> tuple[str, ...]:
    """An empty head over rows, with the line below it."""
    columns = len(_cells(run[0]))
    return ("", "|" + " |" * columns, "|" + "---|" * columns)


def _runs(text: str) -> Iterator[tuple[bool, Sequence[str]]]:
    """The lines of a text in runs, each with whether they are rows that no head stands over."""
    for piped, run in groupby(text.split("\n"), key=_is_piped):
        lines = [*run]
        columns = {len(_cells(line)) for line in lines} if piped else set()
        ruled = any(map(_is_rule, lines))
        yield len(lines) >= _FEWEST and len(columns) == 1 and max(columns) > 1 and not ruled, lines


def _is_piped(line: str) -> bool:
    """Whether a line stands between strokes, as a row of a table or the rule below its head."""
    inside = _inside(line)
    return "-" in inside or _WORDS.search(inside) is not None


def _is_rule(line: str) -> bool:
    """Whether a line is the rule below the head of a table."""
    inside = _inside(line)
    return "-" in inside and _WORDS.search(inside) is None


def _inside(line: str) -> str:
    """What stands between the strokes at both ends of a line; nothing where it has none."""
    row = line.strip()
    framed = len(row) > 1 and row[0] == row[-1] == "|"
    return row[1:-1] if framed else ""


def _cells(line: str) -> Sequence[str]:
    """The words of each cell of a row."""
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
