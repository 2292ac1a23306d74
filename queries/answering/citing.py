"""From quotes to citations: every quote found again in its paragraph."""

from collections.abc import Iterable, Sequence

from kg.store.graph import KnowledgeGraph
from queries.answering.answer import Citation, Quote
from queries.place import Place, places
from queries.sentences import sentences

MOST = 8
"""The most citations an answer carries."""


def citations(graph: KnowledgeGraph, quotes: Sequence[Quote]) -> tuple[Citation, ...]:
    """One citation for each paragraph quoted, in the order in which they first come.

    Several quotes of a paragraph become the one stretch of it that holds them all. A quote
    that its paragraph does not hold stands for the whole paragraph.
    """
    words: dict[str, list[str | None]] = {}
    for quote in quotes:
        words.setdefault(quote.paragraph, []).append(quote.words)
    chosen = list(words)[:MOST]
    where = places(graph, chosen)
    return tuple(_citation(where[one], words[one]) for one in chosen if one in where)


def _citation(place: Place, quoted: Iterable[str | None]) -> Citation:
    spans = [_span(place.text, words) for words in quoted]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return Citation(
        place.paragraph, place.file, place.page, place.number, place.text[start:end], start, end
    )


def _span(text: str, words: str | None) -> tuple[int, int]:
    """Where words stand in a text, widened to the sentences or rows that hold them."""
    start = text.find(words) if words else -1
    if words is None or start < 0:
        return 0, len(text)
    end = start + len(words)
    around = [span for span in sentences(text) if span.start < end and start < span.end]
    return min(start, *(span.start for span in around)), max(end, *(span.end for span in around))

