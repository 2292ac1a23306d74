"""When what is told does not settle what is asked: whether a thing came about of which the papers
only say that it was sought.
"""

from collections.abc import Sequence

from queries.answering.answer import Missing
from queries.answering.asking import Asking
from queries.answering.choosing.sentence_shares import told_shares
from queries.answering.choosing.told import Told
from queries.texts.wording import participle, says, stems, tokens

ON_IT = 0.8
"""From this part of what the best sentence has of the subject others are on it, too."""


def only_sought(asking: Asking, told: Sequence[Told]) -> Missing | None:
    """That the papers do not say what came of something; None where they do.

    They do not where every sentence told on it says only that somebody seeks it, and in none of
    them a verb of the question stands as done. What was asked for, hoped or applied for may itself
    be asked about; then that is the answer.
    """
    text = asking.question.text
    if not says(text, "came_of") or says(text, "of_seeking"):
        return None
    parts = list(told_shares(asking, told))
    least = ON_IT * max((share for share, _, _ in parts), default=0.0)
    on_it = [(part, one) for share, part, one in parts if share >= least]
    if on_it and all(_only_sought(asking, one, part) for part, one in on_it):
        return Missing("The papers held say that this was sought, and not what came of it.")
    return None


def _only_sought(asking: Asking, told: Told, part: str) -> bool:
    """Whether a sentence, with what leads in to it, says that a thing is sought, and has no verb of
    the question as done.
    """
    asked = set(asking.question.subject)
    done = any(participle(word) and asked & set(stems(word)) for word, _, _ in tokens(part))
    return not done and says(f"{_lead(told)} {part}", "seeking")


def _lead(told: Told) -> str:
    """What leads in to the points that are told."""
    if told.lead:
        return told.lead.text
    return told.hit.place.text if told.points else ""
