"""Lines that pages share: their running heads and feet."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

EDGE = 3
"""How many lines at the head and the foot of a page may be no part of the text."""
_ONCE_MORE = 1
_FEWEST = 2
_NEARLY_ALL = 0.75


def alike(line: str) -> str:
    """A line with digits made alike, as those of page numbers are."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def on_pages(pages: Sequence[Sequence[str]], reach: int) -> Counter[str]:
    """On how many pages each line stands among so many at an edge, digits made alike."""
    counts: Counter[str] = Counter()
    for lines in pages:
        edges = (*lines[:reach], *lines[max(reach, len(lines) - reach) :])
        counts.update(set(map(alike, edges)))
    return counts


def hardly_again(lines: Iterable[str], pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Those of some lines, digits made alike, that pages bear once: not what is said there."""
    times = Counter(alike(line) for page in pages for line in page)
    once = on_pages(pages, max(map(len, pages), default=0))
    return frozenset(line for line in lines if times[line] <= once[line] + _ONCE_MORE)


def opening_titles(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The first lines of pages that stand elsewhere in the paper as well.

    Where nearly all pages open so, it is with the title of the section that goes on there.
    """
    filled = [[" ".join(line.split()) for line in lines] for lines in pages if lines]
    inside = {line for lines in filled for line in lines[1:] if not line.isdigit()}
    said = [lines[0] for lines in filled if lines[0] in inside]
    usual = len(filled) >= _FEWEST and len(said) >= _NEARLY_ALL * len(filled)
    return frozenset(said if usual else ())
