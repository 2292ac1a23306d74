"""Whom to contact: about a meeting, as its papers say, or about a report."""

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.marks import marked
from queries.answering.structured import by_facts
from queries.wording import stems


def by_contact(asking: Asking) -> Found | None:
    """The contact of the meeting asked about, else of the report; None where none is told."""
    return _of_meeting(asking) or by_facts(asking)


def _of_meeting(asking: Asking) -> Found | None:
    """What a paper of a meeting gives as contact outside its reports, where no more is asked."""
    question = asking.question
    named = (question.text[one.start : one.end] for one in question.mentions)
    if not (question.meeting and question.periods) or set(question.subject) - set(
        stems(" ".join(named))
    ):
        return None
    near = (hit.place for hit in asking.result.hits if hit.place.report is None)
    place = next((one for one in near if marked(asking, one, one.text)), None)
    return Found(answer=place.text, quotes=[Quote(place.paragraph)]) if place else None
