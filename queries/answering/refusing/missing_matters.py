"""When a question names an everyday matter that no passage found speaks of."""

from collections.abc import Sequence
from functools import cache

from kg.tables.load import table
from queries.answering.asking import Asking
from queries.retrieval.ranking import in_place
from queries.texts.wording import found, stand_on_end, stems, tokens
from queries.understanding.reworded import everyday, reworded

Stems = tuple[str, ...]
"""The stems of a word or phrase, in order."""


def untold(asking: Asking) -> str | None:
    """The word of a question for a matter of which no passage found has any word.

    What is part of a name that papers have or of a time is none, nor is what everyday words say
    otherwise, nor a place near which a thing is ("the drain by the school").
    """
    question = asking.question
    said = tuple(stems(reworded(question.text)))
    spans = [(one.start, one.end) for one in question.mentions]
    spans += [(one.begin, one.end) for one in question.periods]
    named = set(stems(" ".join(question.text[start:end] for start, end in spans)))
    named.update(stems(reworded(" ".join(found(question.text, "beside_place")))))
    asked = [
        (phrase, matter)
        for matter in _matters()
        for phrase in matter
        if stand_on_end(phrase, said) and named.isdisjoint(phrase)
    ]
    held = [tuple(stems(in_place(hit.place))) for hit in asking.result.hits if asked]
    return next(
        (_as_asked(question.text, one) for one, matter in asked if not _any(held, matter)), None
    )


def _any(passages: Sequence[Stems], matter: Sequence[Stems]) -> bool:
    """Whether any passage has any word of a matter."""
    return any(stand_on_end(phrase, passage) for passage in passages for phrase in matter)


def _as_asked(text: str, phrase: Stems) -> str:
    """A phrase as a question writes it, also in everyday words; by its stems where it does not."""
    written = [word for word, _, _ in tokens(text) if set(stems(word)) & set(phrase)]
    plain = [word for word, formal in everyday(text) if set(stems(formal)) & set(phrase)]
    return " ".join(written or plain or phrase)


@cache
def _matters() -> tuple[tuple[Stems, ...], ...]:
    """The stems of the words of each matter in the table."""
    return tuple(
        tuple(tuple(stems(phrase)) for phrase in matter) for matter in table("matters")["matters"]
    )
