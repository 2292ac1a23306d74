"""Tables in plain text whose columns are ruled: each by a run of dashes above its cells.

reStructuredText and converters of Markdown draw such tables:

    Person    Task
    --------- ------------------
    Ann Lee   Ask for three
              quotations
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

_RUN = re.compile(r"[-=]+")
_RULER = re.compile(r"\s*(?:-{2,}(?: +-{2,})+|={2,}(?: +={2,})+)\s*")
_RULE = re.compile(r"\s*(?:-{3,}|={3,})\s*")
"""A line drawn over all columns, above and below a table whose rows blank lines part."""


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A table: the half-open range of its lines, and the cells of its rows."""

    start: int
    end: int
    rows: Sequence[Sequence[str]]


def with_ruled(lines: Sequence[str]) -> list[str]:
    """The lines, each ruled table as lines of cells parted by tabs."""
    found: list[str] = []
    at = 0
    for ruler in (place for place, line in enumerate(lines) if _RULER.fullmatch(line)):
        table = _table(lines, ruler, at) if ruler >= at else None
        if table is not None:
            found += lines[at : table.start]
            found += ["\t".join(cells) for cells in table.rows]
            at = table.end
    return [*found, *lines[at:]]


def _table(lines: Sequence[str], ruler: int, after: int) -> _Ruled | None:
    """The table whose first ruler is at ``ruler``, where it begins not before ``after``."""
    columns = tuple(run.start() for run in _RUN.finditer(lines[ruler]))
    start = ruler
    while start > after and lines[start - 1].strip() and _fits(lines[start - 1], columns):
        start -= 1
    head = [_merged(lines[start:ruler], columns)] if start < ruler else []
    if start > after and _RULE.fullmatch(lines[start - 1]):
        start -= 1
    rows, end = _body(lines, ruler, columns)
    while _goes_on(lines, end):
        more, end = _body(lines, end, columns)
        rows = [*rows, *more]
    end += end < len(lines) and _is_rule(lines[end])
    return _Ruled(start, end, [*head, *rows]) if len(rows) + len(head) > 1 else None


def _goes_on(lines: Sequence[str], end: int) -> bool:
    """Whether rows stand right below a ruler at ``end``, so that it closes only their head."""
    below = lines[end + 1 : end + 2]
    return bool(below and below[0].strip()) and _RULER.fullmatch(lines[end]) is not None


def _body(lines: Sequence[str], ruler: int, columns: Sequence[int]) -> tuple[list[list[str]], int]:
    """The rows below a ruler, and their end: a rule over all columns, else a blank line."""
    start = end = ruler + 1
    while end < len(lines) and _fits(lines[end], columns):
        end += 1
    if not (
        end < len(lines) and _RULE.fullmatch(lines[end]) and _as_wide(lines[end], lines[ruler])
    ):
        end = next((at for at in range(start, end) if not lines[at].strip()), end)
    groups = groupby(lines[start:end], lambda line: bool(line.strip()))
    held = [list(group) for filled, group in groups if filled]
    if len(held) == 1:
        return list(_joined(held[0], columns)), end
    return [_merged(group, columns) for group in held], end


def _as_wide(rule: str, ruler: str) -> bool:
    """Whether a rule begins and ends where the ruler of a table does."""
    begins = [len(line) - len(line.lstrip()) for line in (rule, ruler)]
    return begins[0] == begins[1] and len(rule.rstrip()) == len(ruler.rstrip())


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line) is not None or _RULER.fullmatch(line) is not None


def _fits(line: str, columns: Sequence[int]) -> bool:
    """Whether a line is no rule and leaves a blank before each column but the first."""
    return not _is_rule(line) and not any(line[at - 1 : at].strip() for at in columns[1:])


def _cells(line: str, columns: Sequence[int]) -> list[str]:
    bounds = pairwise([0, *columns[1:], max(len(line), columns[-1]) + 1])
    return [line[start:end].strip() for start, end in bounds]


def _merged(lines: Sequence[str], columns: Sequence[int]) -> list[str]:
    """One row of several lines: the words of each column."""
    rows = [_cells(line, columns) for line in lines]
    return [" ".join(filter(None, column)) for column in zip(*rows, strict=True)]


def _joined(lines: Sequence[str], columns: Sequence[int]) -> Iterator[list[str]]:
    """A row for each line; one whose first column is empty goes on with the row above it."""
    held: list[str] = []
    for line in lines:
        if held and not _cells(line, columns)[0]:
            held.append(line)
            continue
        if held:
            yield _merged(held, columns)
        held = [line]
    if held:
        yield _merged(held, columns)
