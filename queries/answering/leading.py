"""An address or number that is asked for stands before the words that give it."""

import re
from dataclasses import replace

from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.wording import LONGEST

_WRITTEN = {
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "phone": re.compile(r"(?<![\w+])\+?\(?\d[\d() -]{7,18}\d(?!\w)"),
}


def led(asking: Asking, found: Found) -> Found:
    """What was found, with the first address or number of the kind asked for before it."""
    form = _WRITTEN.get(asking.question.expects or "")
    written = form.search(found.answer[:LONGEST]) if form else None
    if written is None or written.start() == 0:
        return found
    values = tuple(dict.fromkeys((written[0], *found.values)))
    return replace(found, answer=f"{written[0]}\n{found.answer}", values=values)
