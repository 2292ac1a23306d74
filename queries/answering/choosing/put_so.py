"""What somebody concluded, or what a decision says that is named as the source: told first by what
says so.
"""

from queries.answering.asking import Asking
from queries.answering.choosing.ordering import first_where
from queries.answering.choosing.told import Told
from queries.texts.wording import says

HALF = 0.5
"""What such a passage has of the subject, by what any has."""


def put_so_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits with those first that say that somebody concluded something, where that is asked, or
    settle something, where a decision is the source.
    """
    text = asking.question.text
    concluded, decided = says(text, "put_by"), says(text, "by_decision")
    if not (concluded or decided):
        return told

    def tells(one: Told) -> bool:
        words = one.hit.place.text
        return (concluded and says(words, "put_so")) or (decided and says(words, "settled"))

    return first_where(asking, told, HALF, tells)
