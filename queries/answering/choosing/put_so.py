"""What somebody did by saying it ("What did the Chair promise?"), or what a decision says that is
named as the source: told first by what says so.
"""

from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.told import Told
from queries.texts.wording import found, says, stems

HALF = 0.5
"""What such a passage has of the subject, by what any has."""


def put_so_first(asking: Asking, told: list[Told]) -> list[Told]:
    """Hits with those first that have the verb by which it is asked what somebody said, or that
    settle something where a decision is the source, and half of what any has of the subject.
    """
    text = asking.question.text
    verb = set(stems(" ".join(found(text, "put_by"))))
    decided = says(text, "by_decision")
    if not told or not (verb or decided):
        return told
    shares = {one.hit.rank: asking.share(with_titles(one.hit.place)) for one in told}
    least = HALF * max(shares.values())

    def order(one: Told) -> bool:
        words = one.hit.place.text
        put = bool(verb & set(stems(words))) and says(words, "put_so")
        put = put or (decided and says(words, "settled"))
        return shares[one.hit.rank] < least or not put

    return sorted(told, key=order)
