"""An address or number that is asked for stands before the words that give it."""

import re
from dataclasses import replace

from kg.extraction.people.contact_details import EMAIL
from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.texts.wording import LONGEST

_WRITTEN = {
    "email": EMAIL,
    "phone": re.compile(r"(?<![\w+])(?:\(\d{2,5}\)|\+?\d)[\d() -]{6,18}\d(?!\w)"),
}
LINES = 20
"""How many lines of an answer are looked through."""


def led(asking: Asking, found: Found) -> Found:
    """What was found, with the addresses or numbers of the kind asked for before it: those of the
    lines that have most words of the subject, unless all have as many and give several.
    """
    form = _WRITTEN.get(asking.question.expects or "")
    if form is None:
        return found
    subject = set(asking.question.terms)
    lines = found.answer.split("\n")[:LINES]
    told = [(line, match) for line in lines if (match := form.search(line[:LONGEST]))]
    shares = [len(subject & asking.held(line)) for line, _ in told]
    most = max(shares, default=0)
    alike = zip(told, shares, strict=True)
    best = list(dict.fromkeys(match[0] for (_, match), share in alike if share == most))
    told_apart = len(best) == 1 or most > min(shares, default=0)
    if not best or not told_apart or found.answer.startswith(best[0]):
        return found
    values = tuple(dict.fromkeys((*best, *found.values)))
    return replace(found, answer="\n".join((*best, found.answer)), values=values)
