"""A question without the words of courtesy around it, and put as a whole question where it is only
a few words for a search: "Could you tell me who the chair is?", "Harbour Board treasurer".
"""

import re

from kg.tables.load import likely, table
from queries.texts.wording import LONGEST, first_match, says

_TURNED = re.compile(
    r"^(?:whether|if) (?P<who>.+?) (?P<verb>are|can|could|did|do|does|had|has|have|is|was|were|will"
    r"|would) (?P<rest>.+)$",
    re.IGNORECASE,
)
_WHAT, _LIST = "What is {}?", "List {}?"


def plainly(text: str) -> str:
    """A question as it would be put bluntly and whole; itself where that is so already.

    "Tell me whether it was agreed" asks "was it agreed?", "give me the balance" asks what it is,
    "show me the actions" asks for a list, and "start time 2 March" at what time it started.
    """
    return _whole(_bluntly(text)) if len(text) <= LONGEST else text


def _bluntly(text: str) -> str:
    courtesy = first_match(text, "courtesy")
    asked = text[courtesy.end() :].strip(" ,.:?!") if courtesy else ""
    if not asked:
        return text
    turned = _TURNED.match(asked)
    if turned and not says(turned["who"], "relative"):
        return f"{turned['verb'].capitalize()} {turned['who']} {turned['rest']}?"
    if says(asked, "asks_itself"):
        return f"{asked[0].upper()}{asked[1:]}?"
    return (_LIST if says(asked, "several_things") else _WHAT).format(asked)


def _whole(text: str) -> str:
    """The question that a form of the table stands for, with what it says besides."""
    for question in table("whole_questions")["forms"]:
        forms = (one.search(text) for one in likely(text, "whole_questions", "forms", question))
        match = next(filter(None, forms), None)
        if match is not None:
            said = question.format(**match.groupdict(default=""))
            return f"{' '.join(said.split()).rstrip(' ?')}?"
    return text
