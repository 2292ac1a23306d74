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
    leading = (hit.place for hit in asking.result.hits if _counts(hit.place, many, things))
    lists = ((place, all_points(asking.graph, place)) for place in leading)
    whole = next((one for one in lists if len(one[1]) == many), None)
    if whole is None:
        return None
    lead, points = whole
    told = [(lead.paragraph, lead.text), *points]
    return Found(
        answer="\n".join(words for _, words in told),
        values=tuple(words for _, words in points),
        quotes=[Quote(paragraph, words) for paragraph, words in told],
    )


def _counts(place: Place, many: int, things: set[str]) -> bool:
    """Whether a line leads in to so many of some things (stems)."""
    counted = leads(place) and first_number(place.text) == many
    return counted and bool(things & set(stems(place.text)))
