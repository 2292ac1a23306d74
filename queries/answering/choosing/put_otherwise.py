"""Questions of whose words the nearest passages have hardly one, and yet are near."""

from collections.abc import Sequence

from kg.tables.load import matches
from queries.answering.asking import Asking
from queries.answering.choosing.told import Told

REWORDED = 0.125
"""From this `Asking.closeness_word_by_word` passages answer any question of whose subject they have
hardly a word."""
SEVERAL = 2
"""The fewest words of that subject: one alone says too little of what is asked."""
HARDLY = 0.2
"""The greatest share of the subject (`Asking.spoken`) that the nearest of these have."""
_SELDOM = frozenset({"duration", "frequency", "money", "proportion"})
"""What few passages show, so that the nearest which does may tell it in other words."""


def in_other_words(asking: Asking) -> bool:
    """Whether passages are near a question and have hardly any of the several words of its
    subject.
    """
    if len(asking.question.subject) < SEVERAL or asking.spoken >= HARDLY:
        return False
    return asking.reads_words and asking.closeness_word_by_word >= REWORDED


def nearest_showing(asking: Asking, expects: str, told: Sequence[Told]) -> list[Told]:
    """The nearest of some passages if it has a thing of the kind asked for, seldom as that is, and
    the question is put in other words.
    """
    if expects not in _SELDOM or not in_other_words(asking):
        return []
    nearest = (one for one in told if one.hit.rank == 1)
    return [one for one in nearest if matches(one.text, "questions", "shows", expects)]
