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
    excerpt is one stretch of whole sentences.
    """
    spans = sentences(text)
    if len(text.split()) <= longest or len(spans) < 2:
        return Span(0, len(text))
    scores = score([text[span.start : span.end] for span in spans])
    first = last = max(range(len(spans)), key=lambda at: (scores[at], -at))
    while True:
        beside = [at for at in (first - 1, last + 1) if 0 <= at < len(spans)]
        if not beside:
            break
        best = min(beside, key=lambda at: (-scores[at], at))
        low, high = min(first, best), max(last, best)
        if len(text[spans[low].start : spans[high].end].split()) > longest:
            break
        first, last = low, high
    return Span(spans[first].start, spans[last].end)
