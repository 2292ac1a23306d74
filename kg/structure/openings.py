"""What a paper is whose title line does not say so: minutes or an agenda, by how it reads."""

from collections.abc import Iterable, Sequence

from kg.model import Document, Kind, Paragraph
from kg.tables.load import either

_HEAD = 25
_COVER = 14
_TOLD = 2
_LISTED = 3


def says_who_came(paragraph: Paragraph) -> bool:
    """Whether a line of a paragraph begins by saying who was present or attended."""
    came = either("sections", "openings", "came")
    return paragraph.kind is not Kind.FURNITURE and any(map(came.match, paragraph.text.split("\n")))


def tells_who_came(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether one of some paragraphs says who came, or that a meeting was called to order."""
    return any(says_who_came(p) or _matches("opened", p.text) for p in paragraphs)


def reads_as_minutes(document: Document) -> bool:
    """Whether a paper says who came to a meeting, then tells what was said and done."""
    shown = _shown(document)
    if not tells_who_came(shown[:_HEAD]):
        return False
    told = [p for p in shown if _matches("told", p.text)]
    return len(told) >= _TOLD


def reads_as_agenda(document: Document) -> bool:
    """Whether a paper calls to a meeting and lists what will be dealt with."""
    shown = _shown(document)
    called = any(_matches("calls", p.text) for p in shown[:_COVER])
    numbered = [p for p in shown if p.number is not None or p.cells]
    return called and len(numbered) >= _LISTED


def _shown(document: Document) -> Sequence[Paragraph]:
    return [p for p in document.paragraphs if p.kind is not Kind.FURNITURE]


def _matches(name: str, text: str) -> bool:
    return either("sections", "openings", name).search(text) is not None
