"""What a short form stands for, where a paper says so."""

import re

from kg.structure.definitions import definitions
from queries.answering.answer import Found, Missing, Quote
from queries.answering.asking import Asking
from queries.place import places

_LOOKED_AT = 30
_SHORT = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z]|\w*[A-Z]{2})[A-Za-z]{2,10}\b")


def by_definition(asking: Asking) -> Found | Missing | None:
    """The long form of the short form asked for; None where the question has none."""
    asked = _SHORT.search(asking.question.text)
    if asked is None:
        return None
    keywords = asking.searcher.library.keywords
    near = [hit.id for hit in keywords.search(asked[0], _LOOKED_AT)]
    for place in places(asking.graph, near).values():
        long = definitions([place.text]).get(asked[0])
        if long is not None:
            return Found(answer=long, values=(long,), quotes=[Quote(place.paragraph, long)])
    return Missing(f"No paper held says what {asked[0]} stands for.")
