"""An address or number that is asked for stands before the words that give it."""

import re
from dataclasses import replace

from kg.extraction.people.contact_details import EMAIL
from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.texts.wording import LONGEST, stems

_WRITTEN = {
    "email": EMAIL,
    "phone": re.compile(r"(?<![\w+])(?:\(\d{2,5}\)|\+?\d)[\d() -]{6,18}\d(?!\w)"),
}
LINES = 20
"""How many lines of an answer are looked through."""


def led(asking: Asking, found: Found) -> Found:
    """What was found, with the address or number of the kind asked for before it: that of the
    first line with one which has most words of the subject.
    """
    form = _WRITTEN.get(asking.question.expects or "")
    if form is None:
        return found
    subject = set(asking.question.terms)
    lines = found.answer.split("\n")[:LINES]
    told = [(line, match) for line in lines if (match := form.search(line[:LONGEST]))]
    best = max(told, key=lambda one: len(subject & set(stems(one[0]))), default=None)
    if best is None or found.answer.startswith(best[1][0]):
        return found
    values = tuple(dict.fromkeys((best[1][0], *found.values)))
    return replace(found, answer=f"{best[1][0]}\n{found.answer}", values=values)
