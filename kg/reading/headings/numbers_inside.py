"""Numbers that count on inside a paragraph: "1. Apologies. None. 2. Minutes. Agreed."."""

import re
from collections.abc import Iterator

from kg.counting import Path, follows, path_of

_FEWEST = 4
_INSIDE = re.compile(
    r"(?<=[.!?:)\]”\"’])\s+(?=(?P<number>\d{1,2}(?:\.\d{1,2})*)(?:\.\s*|(?<=\.\d)\s+)[A-Z“\"‘'(])"
    r"|\s+(?=(?P<minute>\d{1,3}/\d{2,4})[.:]?\s+[A-Z“\"‘'(])"
    r"|\s+(?=(?P<part>\d{1,2}\.\d{1,2})[.:]?\s+(?:\d\d/\d{3}|[A-Z“\"‘'(]))"
    r"|\s+(?=(?P<over>\d{1,2})\.\s+[A-Z][^.\n]{2,60}\.?\s+(?P=over)\.1\.?\s)"
)
_OF_YEAR = re.compile(r"\d{1,3}/\d{2,4}")


def begun_inside(text: str) -> list[tuple[int, Path]]:
    """Where the numbers stand that count from 1 inside a paragraph which holds the whole paper.

    Those of minutes through a year begin anywhere: "94/19".
    """
    run: list[tuple[int, Path]] = []
    for at, path in _numbers_inside(text):
        first = path == (1,) or _OF_YEAR.match(text, at) is not None
        if first if not run else follows(path, run[-1][1]):
            run.append((at, path))
    return run if len(run) >= _FEWEST else []


def inside(text: str) -> list[tuple[int, Path]]:
    """Where numbers stand inside a paragraph; none where a list of its own begins at 1."""
    found = list(_numbers_inside(text))
    return [] if any(path == (1,) for _, path in found) else found


def _numbers_inside(text: str) -> Iterator[tuple[int, Path]]:
    for match in _INSIDE.finditer(text):
        if (path := path_of(match[match.lastgroup or 0])) is not None:
            yield match.end(), path
