"""What a report, survey or visit found: told where a sentence on it says so of what is past."""

from collections.abc import Sequence

from kg.tables.load import matches
from queries.answering.asking import Asking, titles
from queries.answering.choosing.sentence_shares import shares
from queries.answering.choosing.told import Told
from queries.texts.wording import first_match, says

LEAST = 0.5
"""The least part of what any passage has of the subject that such a sentence must have."""


def findings(asking: Asking, told: Sequence[Told]) -> list[Told]:
    """Those of which a sentence on the matter, or what leads in to it, says what was found or
    said, and does not only announce it.
    """
    return [one for one in told if _finds(asking, one)]


def _finds(asking: Asking, told: Told) -> bool:
    heads = "\n".join(map(titles, told.places))
    least = LEAST * asking.covered
    led = told.lead is not None and _tells(told.lead.text)
    telling = bool if led else _tells
    return any(share >= least for share in shares(asking, told.text, heads, telling))


def _tells(part: str) -> bool:
    coming = first_match(part, "to_come")
    told = coming is None or says(part[: coming.start()], "found_that")
    return told and matches(part, "questions", "shows", "finding")
