"""Sections: the words that stand under a label such as "Decision:" or "Recommendations"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Kind, Paragraph
from kg.structure.labels import label
from kg.structure.people_labels import people_label
from kg.structure.sentences import Span
from kg.structure.sentences import sentences as spans

NUMBER = re.compile(
    r"^\s*(?:(?:(?:agenda\s+)?item|min(?:ute|\.)|agenda(?=\s+\d{1,2}:))\s+"
    r"(?:(?:no|ref|number)\b\.?\s*)?)?"
    r"(?P<number>\(?(?:(?-i:[A-Z]{1,5}[/. ]?(?=\d+/))?\d{1,4}(?:[a-z]?[./-]\d{1,4})*"
    r"(?:\.?[a-z](?=[.):]))?"
    r"|[a-z]|[ivx]{1,5})[.):]{0,2})"
    r"(?:(?:(?<=[.)])|[ ]\.)(?=[A-Z(])|[ \t]+(?:[:–—/-][ \t]+)?"
    r"|(?<=\.\d)(?-i:(?=[A-Z][a-z]{3})))(?:\(\d{2,4}\)\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a section: ``start`` to ``end`` (half-open) in the text of ``paragraph``."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.paragraph.text[self.start : self.end]

    @classmethod
    def whole(cls, paragraph: Paragraph) -> "Piece":
        """All the words of a paragraph."""
        return cls(paragraph, 0, len(paragraph.text))

    def part(self, start: int, end: int | None = None) -> "Piece":
        """Some of these words, by half-open offsets in them; to their end where no end is given."""
        stop = self.end if end is None else self.start + end
        return Piece(self.paragraph, self.start + start, stop)


@dataclass(frozen=True, slots=True)
class Section:
    """``name`` of the label, or ""; ``title`` is the paragraph that opens it, if one does."""

    name: str
    title: Paragraph | None
    pieces: tuple[Piece, ...]

    @property
    def heading(self) -> int | None:
        """The ordinal of the paragraph that opens it."""
        return self.title.ordinal if self.title else None

    @property
    def is_inline(self) -> bool:
        """Whether its label stands before its words in one paragraph."""
        return bool(self.pieces) and self.pieces[0].paragraph is self.title


def sections(paragraphs: Sequence[Paragraph]) -> list[Section]:
    """The sections of a run of paragraphs; furniture is passed over.

    A heading that is no label ends a section and opens one without a name.
    """
    found: list[tuple[str, Paragraph | None, list[Piece]]] = [("", None, [])]
    for paragraph in paragraphs:
        if paragraph.kind is Kind.FURNITURE:
            continue
        start = label(paragraph)
        if start is not None:
            found.append((start.name, paragraph, []))
            if start.rest is not None:
                found[-1][2].append(Piece(paragraph, start.rest, len(paragraph.text)))
        elif paragraph.kind is Kind.HEADING or _heads_people(paragraph):
            found.append(("", paragraph, [body(paragraph)]))
        else:
            found[-1][2].append(body(paragraph))
    return [Section(name, title, tuple(pieces)) for name, title, pieces in found if pieces or name]


def _heads_people(paragraph: Paragraph) -> bool:
    """Whether a paragraph heads a list of people; "That Board members:" leads in to requests."""
    text = paragraph.text.strip()
    if not text.endswith(":") or text.lower().startswith("that "):
        return False
    return people_label(paragraph.text) is not None


def body(paragraph: Paragraph) -> Piece:
    """A paragraph without its written number and without a contact block behind it."""
    match = NUMBER.match(paragraph.text) if paragraph.number is not None else None
    start = match.end() if match else 0
    text = paragraph.text
    named = "Contact officer" in text or "Report author" in text
    contact = (
        _CONTACT.search(text, start + 1) if named and paragraph.kind is not Kind.TABLE else None
    )
    return Piece(paragraph, start, contact.start() if contact else len(text))


def is_deeper(paragraph: Paragraph, over: Paragraph) -> bool:
    """Whether a heading stands below another by its level."""
    both = paragraph.kind is over.kind is Kind.HEADING
    return both and (paragraph.level or 1) > (over.level or 1)


def number_of(paragraph: Paragraph) -> int | None:
    """The paragraph's number where it is a whole number, or a minute's ("45" of "45/22")."""
    whole = _WHOLE.fullmatch(paragraph.number or "")
    return int(whole["whole"]) if whole else None


def lines(paragraph: Paragraph) -> Iterator[Piece]:
    """The lines of a paragraph, each as a piece."""
    start = 0
    for line in paragraph.text.split("\n"):
        yield Piece(paragraph, start, start + len(line))
        start += len(line) + 1


def sentences(piece: Piece) -> Iterator[Piece]:
    """The sentences of a piece, each as a piece; abbreviations and numbers do not end one."""
    for span in _spans(piece.paragraph.text, piece.start, piece.end):
        yield Piece(piece.paragraph, span.start, span.end)


@lru_cache(maxsize=4096)
def _spans(text: str, start: int, end: int) -> Sequence[Span]:
    """The sentences of a stretch of a text: most extractors ask for those of each paragraph."""
    return spans(text, start, end)


_WHOLE = re.compile(r"(?P<whole>\d+)(?:/\d{2,4}){0,2}")
_CONTACT = re.compile(r"\s+(?:Contact officers?|Report authors?)\s*:")
