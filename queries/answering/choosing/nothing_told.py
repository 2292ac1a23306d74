"""What says that there was nothing of what is asked about."""

from collections.abc import Sequence

from kg.tables.load import table
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.told import Told
from queries.texts.excerpt import LONGEST
from queries.texts.wording import says, stems

SPOKEN = 0.5
"""More than this share of the subject has what speaks of the matter."""


def something_first(asking: Asking, told: list[Told], most: int) -> list[Told]:
    """Hits with a short one of the first ``most`` that says there was nothing behind those with as
    much of the subject.

    Nothing is moved where it is asked whether there was something, or of a time.
    """
    question = asking.question
    empty = [one for one in told[:most] if _says_nothing(one)]
    if not empty or question.whether or question.periods:
        return told
    subject = set(question.subject)
    least = max(len(subject & set(stems(one.text))) for one in empty)
    return sorted(
        told,
        key=lambda one: _says_nothing(one) or len(subject & set(stems(one.text))) < least,
    )


def verdict(asking: Asking, told: Sequence[Told]) -> str:
    """No, before passages that say there was nothing where it is asked whether there was, if no
    other speaks of it.
    """
    if not asking.question.whether:
        return ""
    spoken = [one for one in told if asking.share(with_titles(one.hit.place)) > SPOKEN]
    denied = told[0] in spoken and all(map(_says_nothing_else, spoken))
    return f"{table('questions')['verdicts']['no']}: " if denied else ""


def _says_nothing_else(told: Told) -> bool:
    """Whether a hit says that there was nothing, in one sentence."""
    return _says_nothing(told) and len(sentences(told.text.strip())) == 1


def _says_nothing(told: Told) -> bool:
    return len(told.text.split()) <= LONGEST and says(told.text, "nothing")
