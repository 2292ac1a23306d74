"""When a question is of the meetings of a body whose papers are not held, and what was found is of
another one: who came to the board did not come to the executive.
"""

from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.answering.unheld import body_unheld, names_body
from queries.graphs.place import places
from queries.retrieval.ranking import in_place
from queries.texts.wording import says

_OF_MEETINGS = frozenset(
    {
        "actions",
        "apologies",
        "absence",
        "attendance",
        "count",
        "decision",
        "motion",
        "recommendation",
    }
)
"""The ways of asking for what comes of meetings."""


def of_body_unheld(asking: Asking, found: Found) -> str | None:
    """The name of such a body that the first passage told does not have."""
    question = asking.question
    body = body_unheld(asking) if question.way in _OF_MEETINGS else None
    if body is None or not says(question.text[: body.start], "body_meeting"):
        return None
    told = places(asking.graph, [quote.paragraph for quote in found.quotes[:1]]).values()
    named = any(names_body(asking, body.name, in_place(place)) for place in told)
    return None if named else body.name
