"""Who held an office, where passages and no facts tell it: which of them name somebody for it."""

from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.people_named import NAMED
from queries.answering.choosing.told import Told
from queries.answering.people.first_person import told_by_writer
from queries.graphs.place import naming_people
from queries.texts.wording import says
from queries.understanding.question import labelled

HALF = 0.5
"""The least share of the subject of a passage on it."""


def asks_holder(asking: Asking) -> bool:
    """Whether it is asked who held an office."""
    question = asking.question
    return question.way == "role" and (
        says(question.text, "whose") or bool(question.capacities and not question.whether)
    )


def naming_holders(asking: Asking, told: list[Told]) -> list[Told]:
    """Those that name somebody beside the office asked about, with half of the subject where no
    meeting is named; those that name people where no office is.
    """
    if not asking.question.capacities:
        named = naming_people(asking.graph, [one.hit.place.paragraph for one in told])
        return [one for one in told if one.hit.place.paragraph in named]
    least = 0.0 if asking.question.meeting else HALF
    on_it = (one for one in told if asking.share(with_titles(one.hit.place)) >= least)
    return [
        one
        for one in on_it
        if names_holder(asking, one.text)
        or told_by_writer(asking, one.hit.place, lambda part: _of_office(asking, part))
    ]


def names_holder(asking: Asking, text: str) -> bool:
    """Whether a sentence has the office asked about and a name beside it."""
    return any(NAMED.search(part) and _has_office(asking, part) for part in sentences(text))


def _of_office(asking: Asking, part: str) -> bool:
    """Whether a sentence has the office asked about and half of what any passage has."""
    return _has_office(asking, part) and asking.share(part) >= HALF * asking.covered


def _has_office(asking: Asking, part: str) -> bool:
    """Whether a sentence has the office asked about."""
    return bool(set(asking.question.capacities) & set(labelled(part, "capacities")[0]))
