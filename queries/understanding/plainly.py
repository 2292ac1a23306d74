"""A question without the words of courtesy around it: "Could you tell me who the chair is?"."""

import re

from queries.texts.wording import first_match, says

_TURNED = re.compile(
    r"^(?:whether|if) (?P<who>.+?) (?P<verb>are|can|could|did|do|does|had|has|have|is|was|were|will"
    r"|would) (?P<rest>.+)$",
    re.IGNORECASE,
)
_WHAT, _LIST = "What is {}?", "List {}?"


def plainly(text: str) -> str:
    """A question as it would be put bluntly; itself where nothing stands around it.

    "Tell me whether it was agreed" asks "was it agreed?", "give me the balance" asks what it is,
    and "show me the actions" asks for a list.
    """
    courtesy = first_match(text, "courtesy")
    asked = text[courtesy.end() :].strip(" ,.:?!") if courtesy else ""
    if not asked:
        return text
    turned = _TURNED.match(asked)
    if turned:
        return f"{turned['verb'].capitalize()} {turned['who']} {turned['rest']}?"
    if says(asked, "asks_itself"):
        return f"{asked[0].upper()}{asked[1:]}?"
    return (_LIST if says(asked, "several_things") else _WHAT).format(asked)
