"""The list that a question counts: "the five recommendations" are those under a line that says so,
whatever facts there are besides.
"""

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.choosing.listing import all_points, leads
from queries.answering.choosing.whole_lists import first_number, many_asked, things_asked
from queries.graphs.place import Place
from queries.texts.wording import stems
from queries.understanding.question import OPEN


def by_counted_list(asking: Asking) -> Found | None:
    """The points under the nearest line that says how many of the things asked for follow, where
    that is as many as the question says; None where no such line is near, or passages tell it.
    """
    many = many_asked(asking.question.text)
    if many is None or asking.question.way == OPEN:
        return None
    things = things_asked(asking.question.text)
    for place in (hit.place for hit in asking.result.hits):
        if _counts(place, many, things):
            points = all_points(asking.graph, place)
            if len(points) == many:
                told = [(place.paragraph, place.text), *points]
                return Found(
                    answer="\n".join(words for _, words in told),
                    values=tuple(words for _, words in points),
                    quotes=[Quote(paragraph, words) for paragraph, words in told],
                )
    return None


def _counts(place: Place, many: int, things: set[str]) -> bool:
    """Whether a line leads in to so many of some things (stems)."""
    return (
        leads(place) and first_number(place.text) == many and bool(things & set(stems(place.text)))
    )
