"""Plain text parted into the pages that it was printed on, as programs that read PDFs leave it."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from kg.reading.blocks import Row
from kg.reading.running import EDGE, alike, hardly_again, on_pages, opening_titles
from kg.reading.tables.tables import is_head_row
from kg.reading.text.lines import RULE

_FEWEST = 2
_FEWEST_COLUMNS = 3
_GAP = re.compile(r" {2,}")
_OPEN = re.compile(r"[\w,\u2010-]")
"""What ends the last line of a page inside a sentence."""

Page = Sequence[str]


@dataclass(frozen=True, slots=True)
class Paged:
    """A text without what its pages bear at their edges: ``head`` is that of the first page at
    its top, ``margins`` the other lines, each once. ``paged`` says that it had pages.
    """

    text: str
    paged: bool
    head: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()


def without_margins(text: str) -> Paged:
    """A text whose pages begin at form feeds as one, a sentence over two pages together again."""
    pages = [page.split("\n") for page in text.split("\f") if page.strip()]
    if len(pages) < _FEWEST:
        return Paged(text, "\f" in text)
    running = _running(pages)
    filled = [[line for line in page if line.strip()] for page in pages]
    opening = opening_titles(filled)
    parted = [_parted(page, running, opening) for page in pages]
    head = parted[0][0]
    margins = (line for above, _, below in parted for line in (*above, *below))
    rest = tuple(line for line in dict.fromkeys(margins) if line not in head)
    whole = "".join(_together([body for _, body, _ in parted if body]))
    return Paged(whole, True, tuple(head), rest)


def _parted(
    page: Page, running: Container[str], opening: Container[str]
) -> tuple[list[str], str, list[str]]:
    """The running lines above the text of a page, the text, and those below.

    One of the ``opening`` titles is so only in the first line.
    """
    places = {at for at in _edges(page) if alike(page[at]) in running}
    filled = [at for at, line in enumerate(page) if line.strip()]
    places.update(at for at in filled[:1] if " ".join(page[at].split()) in opening)
    kept = [at for at in filled if at not in places]
    top = kept[0] if kept else len(page)
    body = "\n".join(page[at] for at in range(top, len(page)) if at not in places)
    beside = [(at, " ".join(page[at].split())) for at in sorted(places)]
    above = [line for at, line in beside if at < top]
    return above, body.rstrip(), [line for at, line in beside if at > top]


def _together(pages: Sequence[str]) -> Iterator[str]:
    """The texts of pages with what parts them: a line that breaks off is gone on from."""
    yield from pages[:1]
    for page, below in pairwise(pages):
        goes_on = below.lstrip()[:1].islower() and _OPEN.search(page[-1])
        yield f"\n{below}" if goes_on else f"\n\n{below}"


def _running(pages: Sequence[Page]) -> frozenset[str]:
    """The lines at the edges of half of the pages, digits made alike."""
    filled = [[line for line in page if line.strip()] for page in pages]
    half = max(_FEWEST, (len(pages) + 1) // 2)
    shared = (line for line, count in on_pages(filled, EDGE).items() if count >= half)
    return hardly_again((line for line in shared if not RULE.fullmatch(line)), filled)


def _edges(page: Page) -> Iterator[int]:
    """The places of the first and the last lines of a page, but for names of columns."""
    filled = [at for at, line in enumerate(page) if line.strip()]
    edges = (*islice(filled, EDGE), *filled[max(EDGE, len(filled) - EDGE) :])
    return (at for at in edges if not _names_columns(page[at]))


def _names_columns(line: str) -> bool:
    """Whether a line is the head of a table, which a page repeats where the table goes on."""
    cells = _GAP.split(line.strip())
    return len(cells) >= _FEWEST_COLUMNS and is_head_row(Row(tuple(cells)))
