"""People of whom a question tells two things: "Which councillor who sent apologies judged it?"."""

import re

from kg.tables.load import alternation
from queries.texts.wording import LONGEST

_NOUN = alternation("questions", "somebody", "nouns")
_BOTH = re.compile(
    rf"\W*(?P<who>which (?:[\w’'-]+ )?{_NOUN}s?),? who (?P<first>\S+ [^?;]+?),?"
    r" (?P<second>(?:also|are|had|has|have|is|was|were) [^?;]+)\??\W*",
    re.IGNORECASE,
)


def both_told(text: str) -> tuple[str, str] | None:
    """The questions who did the one thing and who the other, or None where it is not asked so."""
    match = _BOTH.fullmatch(text[:LONGEST])
    if match is None:
        return None
    return f"{match['who']} {match['first']}?", f"{match['who']} {match['second']}?"
