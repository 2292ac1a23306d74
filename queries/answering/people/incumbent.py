"""Who holds an office now: by the last day on which the papers have anybody in it."""

from dataclasses import replace
from datetime import date

from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.answering.people.succeeding import holdings
from queries.answering.structured import told_by
from queries.texts.wording import says, stems_of
from queries.understanding.periods import long_date

EVERYBODY = "member"
"""The capacity that everybody has, which is no office."""


def by_incumbent(asking: Asking) -> Found | None:
    """The holder of an office on the last day that a paper has one; None where it is asked of a
    time or a person, or of more than the office.
    """
    question = asking.question
    offices = [one for one in question.capacities if one != EVERYBODY]
    asked = question.way == "role" and offices and says(question.text, "incumbent")
    now = stems_of("questions", "at_present")
    if not asked or question.periods or question.named("Person") or set(question.subject) - now:
        return None
    held = holdings(asking, replace(question, subject=()))
    held = [one for one in held if asking.asked_of(one[1])]
    last: date = max((day for day, _ in held), default=date.min)
    found = told_by(asking, [one.iri for day, one in held if day == last], "role")
    if found is None:
        return None
    return Found(
        answer=f"{found.answer}, as of {long_date(last)}",
        values=found.values,
        quotes=found.quotes,
        sparql=found.sparql,
        facts=found.facts,
    )
