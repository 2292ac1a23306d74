"""What is embedded and indexed for a paragraph: one value, used by every index."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from embeddings.surroundings import under_heads
from kg.structure.sentences import sentences

PASSED_OVER = frozenset({"heading", "furniture"})
"""Forms of paragraph that say nothing by themselves."""

Among: TypeAlias = str | tuple[str, ...] | None
"""One value, any of several, or None for any at all."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as the indexes see it.

    ``id`` is the paragraph's IRI. ``headings`` is the path of headings above
    it, outermost first; ``place`` further words that say where it stands (board,
    date in words, agenda item, report). ``lead`` is the lead-in that it continues, ``head``
    the row that names the columns of its table. ``form`` is what it is on the page
    ("heading", "table"). The rest is what searches are narrowed by: IRIs of what it belongs to and
    mentions, ``dated`` the day of its meeting or document, and ``kinds`` ("decision",
    "minutes", ...).
    """

    id: str
    text: str
    document: str
    headings: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    lead: str = ""
    head: str = ""
    form: str = ""
    board: str | None = None
    dated: date | None = None
    kinds: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """What hits are narrowed to; None leaves a side open, and all sides given must hold.

    A side may give several values, of which one has to fit: what is known under several
    IRIs gives its own first and then the others. ``board``, ``person``,
    ``programme``, ``organisation`` and ``document`` are IRIs, ``kind`` a word of
    `Passage.kinds`. Both days count: on or after ``after``, on or before ``before``;
    a passage without a date is then left out. ``telling`` leaves headings out, which
    say nothing by themselves.
    """

    board: Among = None
    person: Among = None
    programme: Among = None
    organisation: Among = None
    kind: Among = None
    document: Among = None
    after: date | None = None
    before: date | None = None
    telling: bool = False


EVERYTHING = Filter()
"""The filter that keeps every passage."""
TELLING = Filter(telling=True)
"""The filter that leaves nothing out but headings."""


@dataclass(frozen=True, slots=True)
class IndexHit:
    """A passage found: its ``id``, the engine's ``score``, and its ``rank`` from 1."""

    id: str
    score: float
    rank: int


def ranked(scores: list[tuple[str, float]], k: int) -> list[IndexHit]:
    """The best ``k`` of (id, score) as hits: highest score first, ties by id."""
    best = sorted(scores, key=lambda pair: (-pair[1], pair[0]))[:k]
    return [IndexHit(found, score, rank) for rank, (found, score) in enumerate(best, start=1)]


def context_text(passage: Passage) -> str:
    """The words around a passage, for the keyword index's field of context."""
    head = "" if passage.text.startswith(passage.head) else passage.head
    around = (*passage.headings, *passage.place, passage.lead, head)
    return "\n".join(words for words in around if words)


def embedding_texts(passage: Passage) -> tuple[str, ...]:
    """What is embedded for a passage, each text once, the whole of it first.

    The whole is the text with all that says where it stands. Then the headings above it
    with its text; its text alone, and with its lead-in; each of its sentences, or each of
    its rows with the heads of their columns: a question in other words than the paper's is
    often near to one sentence only, and headings draw it away from what it says.
    """
    place = (word for word in passage.place if word not in passage.headings)
    led = f"{passage.lead}\n{passage.text}" if passage.lead else passage.text
    under = under_headings(passage)
    whole = "\n".join((*place, under))
    told = [part for part in _parts(passage) if len(part) >= _TELLING]
    return tuple(dict.fromkeys((whole, under, passage.text, led, *told)))


def under_headings(passage: Passage) -> str:
    """The text of a passage with its lead-in, after the headings above it."""
    lead = (passage.lead,) if passage.lead else ()
    return "\n".join((*passage.headings, *lead, passage.text))


def _parts(passage: Passage) -> list[str]:
    """The sentences of a passage, or its rows under the heads of their columns."""
    if passage.head:
        return under_heads(passage.head, passage.text)
    return [passage.text[span.start : span.end] for span in sentences(passage.text)]


_TELLING = 20
"""Characters from which a sentence is embedded by itself."""


def text_digest(text: str) -> bytes:
    """16 bytes (of SHA-256) that stand for a text that is embedded."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]
