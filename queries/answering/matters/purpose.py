"""What a body is for: its terms of reference say it, by whatever word it is asked for."""

from dataclasses import replace

from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking, with_titles
from queries.answering.passages import by_passages
from queries.graphs.place import places
from queries.texts.wording import says, stems_of

_TERMS = "What are the terms of reference of {}?"


def by_purpose(asking: Asking) -> Found | Missing | None:
    """What the papers call the terms of reference of a body that is asked what it is for or does,
    else the nearest passages that tell it, or that none does; None where more is asked, or no body
    is named.
    """
    question = asking.question
    more = set(question.subject) - stems_of("questions", "of_purpose")
    body = next((one for one in question.mentions if one.kind == "Board"), None)
    if body is None or more or question.periods or not says(question.text, "purpose"):
        return None
    terms = _TERMS.format(question.text[body.start : body.end])
    for one in (replace(asking, question=asking.searcher.understand(terms)), asking):
        found = by_passages(one)
        if isinstance(found, Found) and _tells(asking, found):
            return found
    return Missing("No passage near the question says what it is for.")


def _tells(asking: Asking, found: Found) -> bool:
    """Whether a passage of an answer says what a body is for, or stands where that is told."""
    told = places(asking.graph, [one.paragraph for one in found.quotes]).values()
    return any(says(f"{one.heading}\n{with_titles(one)}", "tells_purpose") for one in told)
