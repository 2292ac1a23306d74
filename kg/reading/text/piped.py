"""Rows between strokes, without the line below a head that makes them a table of Markdown."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_ROW = re.compile(r"\s*\|(?P<cells>.*[^\s|:-].*)\|\s*")
_RULE = re.compile(r"\s*\|[\s|:-]*-[\s|:-]*\|\s*")
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
        ruled = any(map(_RULE.fullmatch, lines))
        yield len(lines) >= _FEWEST and len(columns) == 1 and max(columns) > 1 and not ruled, lines


def _is_piped(line: str) -> bool:
    """Whether a line stands between strokes, as a row of a table."""
    return _ROW.fullmatch(line) is not None or _RULE.fullmatch(line) is not None


def _cells(line: str) -> Sequence[str]:
    """The words of each cell of a row."""
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
