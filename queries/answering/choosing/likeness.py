"""How like a word of a question is to those of passages, where each stands."""

from collections.abc import Collection, Sequence

from queries.answering.asking import Asking
from queries.texts.wording import in_any_form, stems

LIKE = 0.6
"""From this likeness a word of a passage may stand for one that no paper has."""
MEANT = 0.48
"""From this one it may stand for one that papers have elsewhere."""


def has_like(asking: Asking, word: str, held: Collection[str], paragraph: str) -> bool:
    """Whether a word of the question is one of the stems ``held``, or a word of a paragraph is like
    it.
    """
    return not set(held).isdisjoint(stems(word)) or likeness(asking, word, [paragraph]) >= MEANT


def likeness(asking: Asking, word: str, near: Sequence[str]) -> float:
    """How like a word of the question is to the nearest one of some passages: 1 where one has it,
    or where the model tells of no words.
    """
    library = asking.searcher.library
    if library.keywords.holding(sorted(in_any_form(stems(word))), near):
        return 1.0
    numbers, found = asking.tokens.numbers.tolist(), asking.likeness_of_tokens(near)
    said = library.encoder.read([word])[1][0].numbers.tolist()
    places = (at for at in range(len(numbers)) if numbers[at : at + len(said)] == said)
    own = [found[at : at + len(said)] for at in places if said]
    if not own:
        return 0.0 if numbers else 1.0
    return max(sum(some) / len(some) for some in own)
