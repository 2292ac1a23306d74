"""The part of a paragraph worth quoting."""

from collections.abc import Callable, Sequence

from kg.structure.sentences import Span, sentences

LONGEST = 60
"""A paragraph of up to this many words is quoted whole in an answer, and no excerpt of it is
longer."""


def excerpt(
    text: str, score: Callable[[Sequence[str]], Sequence[float]], longest: int = LONGEST
) -> Span:
    """All of a paragraph of up to ``longest`` words; of a longer one the best sentence and
    its better neighbours.

    ``score`` says of each sentence how much it is worth; ties go to the earlier one. The
    excerpt is one stretch of whole sentences. Where the better neighbour is too long for it, it
    takes the other.
    """
    spans = sentences(text)
    if len(text.split()) <= longest or len(spans) < 2:
        return Span(0, len(text))
    scores = score([text[span.start : span.end] for span in spans])
    first = last = max(range(len(spans)), key=lambda at: (scores[at], -at))
    while beside := [
        at
        for at in (first - 1, last + 1)
        if 0 <= at < len(spans)
        and _words(text, spans[min(first, at)], spans[max(last, at)]) <= longest
    ]:
        best = min(beside, key=lambda at: (-scores[at], at))
        first, last = min(first, best), max(last, best)
    return Span(spans[first].start, spans[last].end)


def _words(text: str, first: Span, last: Span) -> int:
    """How many words stand from one sentence to the end of another."""
    return len(text[first.start : last.end].split())
