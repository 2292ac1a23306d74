"""Columns set side by side without rulings: told by a gap that runs down the lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.reading.blocks import Row
from kg.reading.markers import is_bare_marker, parse_marker
from kg.reading.pdf.lines import Line, Word, groups_of, make_line, top_of
from kg.reading.pdf.numbered_rows import count_on, rows_at
from kg.reading.pdf.paragraphs import ends_early
from kg.reading.tables.columned import Columned

_GAP = 12.0
_SAME = 3.0
_FEWEST = 3
_PITCH = 1.2
_HEADS = 2
"""How far above a run the heads of its columns may stand, in lines."""


def column_runs(lines: Sequence[Sequence[Word]]) -> list[tuple[int, int, float]]:
    """The half-open runs of lines that stand in two columns, and where the second begins.

    At least three lines of a run have words on both sides of a gap at one
    place, and no line of it has a word across. Numbers or labels with a
    colon before their text are no column. The heads of columns belong to a run.
    """
    runs: list[tuple[int, int, float]] = []
    start = 0
    while start < len(lines):
        end, edge = _longest(lines, start)
        if end > start:
            above = runs[-1][1] if runs else 0
            runs.append((_with_heads(lines, above, start, end, edge), end, edge))
        start = max(end, start + 1)
    return runs


def _with_heads(
    lines: Sequence[Sequence[Word]], above: int, start: int, end: int, edge: float
) -> int:
    """The start of a run with the heads of its columns, and a title below them, if it has them."""
    edges = _edges(lines[start:end], edge)
    first = max(above, start - _HEADS)
    return next((at for at in range(start - 1, first - 1, -1) if _heads(lines[at], edges)), start)


def _heads(line: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether a line has words over each of more than two columns."""
    if len(edges) < _FEWEST - 1:
        return False
    groups = groups_of(line, _GAP)
    middles = [(words[0]["x0"] + words[-1]["x1"]) / 2 for words in groups]
    return [sum(edge <= middle for edge in edges) for middle in middles] == list(
        range(len(edges) + 1)
    )


def _parts(lines: Sequence[Sequence[Word]], edge: float) -> bool:
    """Whether several lines have a gap before an edge, and no line has a word across."""
    if sum(_splits(line, edge) for line in lines) < _FEWEST:
        return False
    return not any(word["x0"] < edge - _SAME < word["x1"] - _SAME for one in lines for word in one)


def _edges(lines: Sequence[Sequence[Word]], edge: float) -> list[float]:
    """Where the columns of a run begin, from the second on: ``edge``, and wherever several
    lines have a gap and none has a word across.
    """
    starts = [start for line in lines for start in _starts(line)]
    places = Counter(round(start / _SAME) for start in starts)
    edges = [edge]
    for start in sorted(set(starts)):
        near = sum(places[round(start / _SAME) + step] for step in (-1, 0, 1))
        apart = all(abs(start - known) > _GAP for known in edges)
        if near >= _FEWEST and apart and _parts(lines, start):
            edges.append(start)
    return sorted(edges)


def _longest(lines: Sequence[Sequence[Word]], start: int) -> tuple[int, float]:
    """The end of the longest run of two columns from ``start`` on, and its edge."""
    best = (start, 0.0)
    for edge in _starts(lines[start]):
        end, split = start, 0
        for index in range(start, len(lines)):
            if _splits(lines[index], edge):
                end, split = index + 1, split + 1
            elif _crosses(lines[index], edge):
                break
        if split >= _FEWEST and end > best[0] and _are_columns(lines[start:end], edge):
            best = (end, edge)
    end, edge = best
    return (_with_tail(lines, start, end, edge), edge) if end > start else best


def _with_tail(lines: Sequence[Sequence[Word]], start: int, end: int, edge: float) -> int:
    """The end of a run with the lines by which one column is longer than the other."""
    pitch = max(top_of(after) - top_of(before) for before, after in pairwise(lines[start:end]))
    lefts = [words[0]["x0"] for words in lines[start:end]]
    while end < len(lines) and top_of(lines[end]) - top_of(lines[end - 1]) <= _PITCH * pitch:
        line = lines[end]
        aligned = any(abs(line[0]["x0"] - x) <= _SAME for x in (min(lefts), edge))
        marked = parse_marker(make_line(line).text).number is not None
        if not aligned or marked or line[0]["x0"] < edge - _SAME < line[-1]["x1"]:
            break
        end += 1
    return end


def _starts(line: Sequence[Word]) -> list[float]:
    """Where words begin after a wide gap."""
    pairs = pairwise(line)
    return [after["x0"] for before, after in pairs if after["x0"] - before["x1"] >= _GAP]


def _splits(line: Sequence[Word], edge: float) -> bool:
    return any(abs(start - edge) <= _SAME for start in _starts(line))


def _crosses(line: Sequence[Word], edge: float) -> bool:
    """Whether words stand in the gap before the edge."""
    return any(word["x0"] < edge - _SAME and word["x1"] > edge - _GAP / 2 for word in line)


def _are_columns(lines: Sequence[Sequence[Word]], edge: float) -> bool:
    """Whether what stands left of the edge is more than bullets, numbers and labels."""
    lefts = [make_line(words).text for words in _sides(lines, edge)[0] if words]
    plain = [left for left in lefts if not is_bare_marker(left) and not left.endswith(":")]
    return 2 * len([left for left in plain if len(left) > 1]) > len(lefts)


def column_rows(lines: Sequence[Sequence[Word]], edge: float, page: int) -> tuple[Row, ...] | None:
    """The lines of a run as rows of cells; None where its two columns are running text."""
    sides = [[make_line(words) for words in side if words] for side in _sides(lines, edge)]
    if any(map(_runs_on, sides)):
        return None
    edges = _edges(lines, edge)
    table = [[make_line(words) if words else None for words in _cells(one, edges)] for one in lines]
    head = table[:1] if _heads(lines[0], edges) else []
    texts = (*map(_texts, head), *_rows(table[len(head) :]))
    return tuple(Row(tuple(cells), page=page) for cells in texts)


def _rows(table: Sequence[Sequence[Line | None]]) -> Iterator[Sequence[str]]:
    """The cells of the rows below the heads: lines and those that go on with them, or each
    number that counts on.
    """
    columns = [[line for line in column if line] for column in zip(*table, strict=True)]
    first, *others = columns
    if len(others) < _FEWEST - 1 or not count_on([line.text for line in first]):
        yield from Columned(tuple(map(_texts, table))).rows()
        return
    for number, held in zip(first, rows_at(first, others), strict=True):
        yield [number.text, *(" ".join(line.text for line in lines) for lines in held)]


def _texts(row: Sequence[Line | None]) -> tuple[str, ...]:
    return tuple(line.text if line else "" for line in row)


def _cells(line: Sequence[Word], edges: Sequence[float]) -> list[list[Word]]:
    """The words of a line in each column; those of heads may stand before the edge of theirs."""
    if _heads(line, edges):
        return groups_of(line, _GAP)
    groups: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
    for word in line:
        groups[sum(edge - _SAME <= word["x0"] for edge in edges)].append(word)
    return groups


def _runs_on(column: Sequence[Line]) -> bool:
    """Whether most lines of a column end because the next word would not have fitted.

    Names and the like begin with capitals, so a line in lower case is wanted too.
    """
    right = max((line.x1 for line in column), default=0.0)
    pairs = list(pairwise(column))
    full = sum(not ends_early(last, line, right) for last, line in pairs)
    return full > len(pairs) / 2 and any(line.text[:1].islower() for line in column)


def _sides(lines: Sequence[Sequence[Word]], edge: float) -> list[list[list[Word]]]:
    """The words left of the edge and those right of it, line by line."""
    lefts = [[word for word in line if word["x0"] < edge - _SAME] for line in lines]
    rights = [[word for word in line if word["x0"] >= edge - _SAME] for line in lines]
    return [lefts, rights]


def one_by_one(lines: Sequence[Sequence[Word]], edge: float) -> list[list[Word]]:
    """The lines of a run column by column: all on the left, then all on the right."""
    return [words for side in _sides(lines, edge) for words in side if words]
