"""What somebody concluded, what a decision says that is named as the source, whether a body did a
thing, or who followed somebody: told first by what says so.
"""

from queries.answering.asking import Asking
from queries.answering.choosing.ordering import first_where
from queries.answering.choosing.told import Told
from queries.answering.people.succeeding import tells_successor
from queries.texts.wording import says

HALF = 0.5
"""What such a passage has of the subject, by what any has."""
MOST = 0.7
"""The same of one that says whether a body did a thing."""


def put_so_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits with those first that say that somebody concluded something, where that is asked, or
    settle something, where a decision is the source or it is asked whether a body did a thing; or
    that somebody followed another, where it is asked who did.
    """
    text = asking.question.text
    following = {one.hit.rank for one in told if tells_successor(asking, one.text)}
    if following:
        return first_where(asking, told, MOST, lambda one: one.hit.rank in following)
    concluded = says(text, "put_by")
    decided = says(text, "by_decision") or says(text, "body_did")
    if not (concluded or decided):
        return told

    def tells(one: Told) -> bool:
        words = one.hit.place.text
        return (concluded and says(words, "put_so")) or (decided and says(words, "settled"))

    return first_where(asking, told, MOST if says(text, "body_did") else HALF, tells)
