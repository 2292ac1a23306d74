"""Lines that say who is to do what: "Ada to ring the yard". They head nothing."""

import re

from kg.tables.load import alternation, table
from kg.vocabulary import vocabulary

_NAME = r"[A-Z][\w.'’-]*"
_TASK = re.compile(
    rf"(?:(?:ACTION|Action)(?:\s(?:[Ii]tem|[Pp]oint))?s?\s*[:–—-]\s*)?"
    rf"(?P<who>{_NAME}(?:(?:\s*[,/&]\s*|\s(?:and\s)?){_NAME}){{0,3}})\s(?:to|will)\s"
    rf"(?:consider|{alternation('verbs', 'promises', 'verbs')})\b.*\s"
)


def is_task(text: str) -> bool:
    """Whether a line says what somebody is to do, and not what a matter is about."""
    match = _TASK.match(text)
    strange = table("verbs")["promises"]["strange"]
    return match is not None and vocabulary(match["who"]).isdisjoint(strange)
