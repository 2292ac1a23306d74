"""What was decided, or is to be done, on the item of an agenda that a question names by number."""

import re
from datetime import date

from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.answering.structured import told_by
from queries.periods import in_time
from queries.wording import LONGEST

_ITEM = re.compile(
    r"\b(?:agenda\s+)?item\s+(?:no\.?\s*|number\s+)?(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?)\b",
    re.IGNORECASE,
)
_ON_ITEMS = """SELECT DISTINCT ?fact ?number ?date ?board
WHERE {
  ?fact a ?class ; mb:onItem|mb:arisesFrom ?item . VALUES ?class { %s }
  ?item a mb:AgendaItem ; mb:itemNumber ?number ; mb:atMeeting ?meeting .
  ?meeting dct:date ?date ; mb:heldBy ?board .
}
ORDER BY ?date ?fact"""
_CLASSES = {"decision": "mb:Decision", "actions": "mb:Action"}
_WORDS = frozenset({"item", "agenda", "under", "number"})
"""Words beside the number that say nothing else of what is asked."""


def by_number(asking: Asking) -> Found | None:
    """The facts of the class asked for on the item named, at the meetings of the time asked of."""
    question = asking.question
    asked = _ITEM.search(question.text[:LONGEST])
    bounded = [one for one in question.periods if one.bounded]
    if asked is None or not bounded or question.way not in _CLASSES:
        return None
    if set(question.subject) - _WORDS - {asked["number"]}:
        return None
    boards = asking.boards or set(question.named("Board"))
    facts = [
        str(row["fact"])
        for row in asking.graph.select(_ON_ITEMS % _CLASSES[question.way]).dicts()
        if str(row["number"]).strip(".()").lower() == asked["number"].lower()
        and isinstance(row["date"], date)
        and in_time(row["date"], bounded)
        and (not boards or row["board"] in boards)
    ]
    return told_by(asking, facts, question.way)
