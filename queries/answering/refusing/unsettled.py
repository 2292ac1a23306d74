"""When what is told does not settle what is asked: whether a thing came about of which the papers
only say that it was sought, or why.
"""

from collections.abc import Sequence

from queries.answering.answer import Missing
from queries.answering.asking import Asking, titles
from queries.answering.choosing.doing import NO_REASON
from queries.answering.choosing.numbering import sentences
from queries.answering.choosing.told import Told
from queries.texts.wording import says
from queries.understanding.question import OPEN

ON_IT = 0.8
"""From this part of what the best sentence has of the subject others are on it, too."""


def unsettled(asking: Asking, told: Sequence[Told]) -> Missing | None:
    """That the papers do not say what came of something, or that no passage told gives a reason
    where one is asked for; None where they do.
    """
    openly = asking.question.way == OPEN
    if openly and says(asking.question.text, "why") and not any(map(_reasoned, told)):
        return Missing(NO_REASON)
    if _only_sought(asking, told):
        return Missing("The papers held say that this was sought, and not what came of it.")
    return None


def _reasoned(told: Told) -> bool:
    """Whether what is told may give a reason, or points back to one."""
    return says(told.text, "reasons") or says(told.text, "reasoned")


def _only_sought(asking: Asking, told: Sequence[Told]) -> bool:
    """Whether a question asks what came of something, and every sentence told on it says only that
    somebody seeks it.

    What was asked for, hoped or applied for may itself be asked about; then that is the answer.
    """
    text = asking.question.text
    if not says(text, "came_of") or says(text, "of_seeking"):
        return False
    parts = [(part, one) for one in told for part in sentences(one.text)]
    shares = [asking.share(f"{titles(one.hit.place)}\n{part}") for part, one in parts]
    least = ON_IT * max(shares, default=0.0)
    on_it = [one for one, share in zip(parts, shares, strict=True) if share >= least]
    return bool(on_it) and all(says(f"{_lead(one)} {part}", "seeking") for part, one in on_it)


def _lead(told: Told) -> str:
    """What leads in to the points that are told."""
    if told.lead:
        return told.lead.text
    return told.hit.place.text if told.points else ""
