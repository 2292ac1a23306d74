"""From quotes to citations: every quote found again in its paragraph."""

from collections.abc import Iterable, Sequence

from kg.store.graph import KnowledgeGraph
from kg.structure.sentences import Span, sentences
from queries.answering.answer import Citation, Quote
from queries.graphs.place import Place, places

MOST = 16
"""The most citations an answer carries."""
WHOLE = 100
"""A paragraph of up to this many words is quoted whole: its lead-in belongs to it."""


def citations(graph: KnowledgeGraph, quotes: Sequence[Quote]) -> tuple[Citation, ...]:
    """One citation for each paragraph quoted, in the order in which they first come.

    A short paragraph is quoted whole, of a longer one the sentences or rows that hold the quote.
    Several quotes of a paragraph become the one stretch of it that holds them all. Where the
    paragraph holds none of its quotes, the whole paragraph is quoted.
    """
    words: dict[str, list[str | None]] = {}
    for quote in quotes:
        words.setdefault(quote.paragraph, []).append(quote.words)
    chosen = list(words)[:MOST]
    where = places(graph, chosen)
    return tuple(_citation(where[one], words[one]) for one in chosen if one in where)


def _citation(place: Place, quoted: Iterable[str | None]) -> Citation:
    short = len(place.text.split()) <= WHOLE
    held = () if short else (words for words in quoted if words and words in place.text)
    spans = [_span(place.text, words) for words in held]
    start = min((span.start for span in spans), default=0)
    end = max((span.end for span in spans), default=len(place.text))
    return Citation(
        place.paragraph, place.file, place.page, place.number, place.text[start:end], start, end
    )


def _span(text: str, words: str) -> Span:
    """Where words stand in a text, widened to the sentences or rows that hold them."""
    start = text.index(words)
    end = start + len(words)
    around = [span for span in sentences(text) if span.start < end and start < span.end]
    starts, ends = [span.start for span in around], [span.end for span in around]
    return Span(min([start, *starts]), max([end, *ends]))
