"""Who holds an office now, and how many members a body has: by the last day on which the papers
have anybody in it.
"""

from dataclasses import replace
from datetime import date
from functools import partial

from kg.tables.load import table
from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.answering.people.succeeding import holdings
from queries.answering.refusing.naming import had
from queries.answering.structured import told_by
from queries.graphs.place import places
from queries.texts.wording import says, stems, stems_of
from queries.understanding.periods import long_date

_LISTED = "Membership"
_OTHERS = frozenset({"substitute", "observer", "officer", "in attendance"})
"""What somebody is who came and is no member."""
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
    if found is None or not so_called(asking, found):
        return None
    return replace(found, answer=f"{found.answer}, as of {long_date(last)}")


def by_size(asking: Asking) -> Found | None:
    """How many members a body has, on the last day of the time asked of on which a paper tells its
    members, else who came or sent apologies as such; None where that is not asked.
    """
    question = asking.question
    asked = question.way == "role" and question.expects == "number"
    if not asked or set(question.capacities) != {EVERYBODY} or question.subject:
        return None
    held = [one for one in holdings(asking, question) if asking.asked_of(one[1])]
    listed = [one for one in held if one[1].type == _LISTED] or held
    last = max((day for day, _ in listed), default=date.min)
    own = [one.iri for day, one in listed if day == last and one.traits.isdisjoint(_OTHERS)]
    found = told_by(asking, own, "role")
    number = len(found.values) if found else 0
    return found and replace(found, answer=f"{number} on {long_date(last)}: {found.answer}")


def so_called(asking: Asking, found: Found) -> bool:
    """Whether papers call an office as the question does where they tell its holder, or nowhere:
    one body has a chair, another a president.
    """
    asked = next(filter(None, map(partial(_form, asking), asking.question.capacities)), None)
    if asked is None:
        return True
    told = places(asking.graph, [quote.paragraph for quote in found.quotes]).values()
    wanted = set(stems(asked))
    return any(wanted <= set(stems(place.text)) for place in told) or not had(asking, asked)


def _form(asking: Asking, office: str) -> str | None:
    """The form by which a question calls an office that has another name of its own."""
    text = asking.question.text.casefold()
    forms = table("people")["capacities"].get(office, ())
    asked = max((form for form in forms if form in text), key=len, default="")
    return asked if asked and office.split("-")[-1] not in asked else None
