"""Who leads on a matter of which no paper says it: who presented it, or the contact of its report,
and that it is this which is told.
"""

from dataclasses import replace

from queries.answering.answer import Found
from queries.answering.asking import Asking, with_titles, without_stems
from queries.answering.structured import by_facts
from queries.graphs.place import naming_people
from queries.texts.wording import says, stems_of

ON_IT = 0.6
"""The least share of the subject of a passage that may say who leads."""
_INSTEAD = {
    "presenter": "No passage near the question says who leads on it; this is who presented it.",
    "contact": "No passage near the question says who leads on it; this is the contact for it.",
}


def by_in_charge(asking: Asking) -> Found | None:
    """Who presented the matter, or the contact for it, where it is asked who leads on it; None
    where that is not asked, a near passage names somebody who does, or nobody is known.
    """
    if not says(asking.question.text, "asks_in_charge"):
        return None
    asking = without_stems(asking, stems_of("questions", "asking", "in_charge"))
    if not asking.question.subject or _is_said(asking):
        return None
    for way, note in _INSTEAD.items():
        question = replace(asking.question, way=way, expects=None)
        if found := by_facts(replace(asking, question=question)):
            return replace(found, note=note)
    return None


def _is_said(asking: Asking) -> bool:
    """Whether a near passage on the matter names somebody and speaks of leading."""
    near = [hit.place for hit in asking.result.hits if says(hit.place.text, "in_charge")]
    named = naming_people(asking.graph, [one.paragraph for one in near])
    return any(one.paragraph in named and asking.share(with_titles(one)) >= ON_IT for one in near)
