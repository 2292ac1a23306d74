"""The action that a question names by its number or reference ("action 22/04")."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from queries.actions import actions
from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking
from queries.answering.business.action_states import life_of
from queries.answering.business.assigning import MOST, as_actions, in_scope, on_subject
from queries.following.action_rows import ActionRow
from queries.texts.wording import LONGEST, stems_of
from queries.understanding.periods import in_time
from queries.understanding.question import OPEN

_ACTION = re.compile(
    r"\baction\s+(?:item\s+|point\s+)?(?:no\.?\s*|number\s+|ref(?:erence)?\.?\s+)?"
    r"(?P<number>\d{1,4}(?:[/.-]\d{1,4})?[a-z]?)\b(?!\s+of\s+\d)",
    re.IGNORECASE,
)
_RECOMMENDATION = re.compile(r"\brecommendation(?= (?:no\.? |number )?\d)", re.IGNORECASE)
_AS_ACTION = "The papers have no recommendation of that number on it, but this action."
_NUMBERED = """SELECT DISTINCT ?action ?number
WHERE { ?action a mb:Action ; mb:number ?number }
ORDER BY ?action ?number"""
_WAYS = frozenset({OPEN, "actions", "when", "status", "done"})
_LIVES = frozenset({"status", "done"})
"""The ways of asking that are told by how an action stood from paper to paper."""


def by_action_number(asking: Asking) -> Found | Missing | None:
    """The action of the number asked for, or that the papers have no action of that reference;
    None where none is named by number.
    """
    question = asking.question
    asked = _ACTION.search(question.text[:LONGEST])
    if asked is None or any(one.begin < asked.end() <= one.end for one in question.periods):
        return None
    number = asked["number"].lower()
    held = [(str(iri), str(one).lower()) for iri, one in asking.graph.select(_NUMBERED).rows]
    bearing = [iri for iri, one in held if one == number]
    if not bearing:
        return _unknown(asking, number, {one for _, one in held})
    rows = _asked(asking, bearing, number) if question.way in _WAYS else []
    if not rows:
        return None
    alone = question.way in _LIVES and len(rows) == 1
    return life_of(asking, rows[0]) if alone else as_actions(asking, rows[:MOST])


def by_number_in_plan(asking: Asking) -> Found | None:
    """The action of a number that a question calls a recommendation, as people do with the rows of
    a plan that came of some; None where it says nothing of the matter, or no such action is on it.
    """
    text = _RECOMMENDATION.sub("action", asking.question.text)
    matter = [stem for stem in asking.question.subject if not stem.isdigit()]
    if text == asking.question.text or not matter:
        return None
    found = by_action_number(replace(asking, question=asking.searcher.understand(text)))
    return replace(found, note=_AS_ACTION) if isinstance(found, Found) else None


def _asked(asking: Asking, bearing: Sequence[str], number: str) -> list[ActionRow]:
    """The actions among some that are of the papers, the time and the matter asked about: those
    given in that time, else those that are told of in it.
    """
    said = set(re.split(r"[/.-]", number)) | stems_of("questions", "of_actions")
    kept = tuple(stem for stem in asking.question.subject if stem not in said)
    rest = replace(asking, question=replace(asking.question, subject=kept))
    rows = actions(asking.graph, date.max, only=bearing)
    ours = [row for row in rows if in_scope(asking, row)]
    given = [row for row in ours if in_time(row.given, asking.question.periods)]
    return on_subject(rest, given or ours, owned=False)


def _unknown(asking: Asking, number: str, others: Iterable[str]) -> Missing | None:
    """That no action bears a reference, where others bear one like it and no near passage does."""
    alike = re.sub(r"\d", "9", number)
    near = any(number in hit.place.text.lower() for hit in asking.result.hits)
    if near or alike.isdigit() or all(re.sub(r"\d", "9", one) != alike for one in others):
        return None
    return Missing(f"No paper held has an action {number}.", _NUMBERED)
