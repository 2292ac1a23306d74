"""What the item of an agenda is that a question names by number, and what was decided on it."""

import re
from collections.abc import Sequence

from kg.store.graph import Value
from queries.answering.answer import Found, Missing
from queries.answering.asking import Asking
from queries.answering.refusing.referring import recommended
from queries.answering.structured import Row, rows_asked_of, told_by
from queries.graphs.terms import iri_list
from queries.texts.wording import LONGEST, says, stems_of
from queries.understanding.question import OPEN

_ITEM = re.compile(
    r"\b(?:item|minute)\s+(?:no\.?\s*|number\s+)?(?P<number>\d{1,4}(?:[./]\d{1,4})?[a-z]?)\b",
    re.IGNORECASE,
)
_ITEMS = """SELECT DISTINCT ?item ?number ?day ?board
WHERE {
  ?item a mb:AgendaItem ; mb:itemNumber ?number ; mb:atMeeting ?meeting .
  ?meeting dct:date ?day ; mb:heldBy ?board .
}
ORDER BY ?day ?item"""
_ON_ITEMS = """SELECT DISTINCT ?fact
WHERE { VALUES ?item { %s } ?fact a %s ; mb:onItem|(mb:arisesFrom/mb:onItem?) ?item }
ORDER BY ?fact"""
_NUMBERED_SO = """SELECT DISTINCT ?fact ?number
WHERE { ?fact a mb:Recommendation ; mb:number ?number }
ORDER BY ?fact ?number"""
_CLASSES = {"decision": "mb:Decision", "history": "mb:Decision", "actions": "mb:Action"}
_NONE = "The papers of the meeting asked about have no item {}."
_WORDS = frozenset({"item", "minut", "agenda", "under", "number", "discuss", "consid", "cover"})
"""Words beside the number that say nothing else of what is asked."""


def by_number(asking: Asking) -> Found | Missing | None:
    """The item named, or the facts of the class asked for on it, at the meetings of the time asked
    of; that these have no item of that number. None where more is asked than that.
    """
    question = asking.question
    asked = _ITEM.search(question.text[:LONGEST])
    titled = question.way == OPEN and says(question.text, "item_titles")
    if asked is None or not (titled or question.way in _CLASSES):
        return None
    number = asked["number"].lower()
    rows = _of_time(asking)
    if not rows or set(question.subject) - _WORDS - set(re.split(r"[./]", number)) - {number}:
        return None
    items = [str(row["item"]) for row in rows if _plain(row["number"]) == number]
    if not items and not _numbered(asking, number):
        return Missing(_NONE.format(asked["number"]), _ITEMS)
    return told_by(asking, items, "item") if titled else _on_items(asking, items)


def by_agenda(asking: Asking) -> Found | None:
    """The items on the agendas of the time asked of; None where that is not all that is asked."""
    question = asking.question
    more = set(question.subject) - stems_of("questions", "of_agenda")
    if not says(question.text, "on_agenda") or more or question.whether:
        return None
    rows = sorted(_of_time(asking), key=lambda row: (str(row["day"]), _counted(row["number"])))
    return told_by(asking, [str(row["item"]) for row in rows], "item")


def _counted(number: Value | None) -> tuple[int, str]:
    """What a number of an item is ordered by."""
    plain = _plain(number)
    return len(re.split(r"\D", plain)[0]), plain


def by_recommendation_number(asking: Asking) -> Found | None:
    """The recommendations of the number asked for; None where more is asked than that."""
    asked = recommended(asking.question.text)
    if asked is None or set(asking.question.subject) - {asked}:
        return None
    rows = asking.graph.select(_NUMBERED_SO).dicts()
    found = [str(row["fact"]) for row in rows if _plain(row["number"]) == asked]
    return told_by(asking, found, "recommendation")


def _of_time(asking: Asking) -> list[Row]:
    """The numbered items of the meetings in the time asked of, of the bodies asked."""
    bounded = [one for one in asking.question.periods if one.bounded]
    return rows_asked_of(asking, _ITEMS, bounded) if bounded else []


def _on_items(asking: Asking, items: Sequence[str]) -> Found | None:
    """The facts of the class asked for on some items."""
    way = asking.question.way
    rows = asking.graph.select(_ON_ITEMS % (iri_list(items), _CLASSES[way])).rows
    told = "actions" if way == "actions" else "decision"
    return told_by(asking, [str(fact) for (fact,) in rows], told)


def _numbered(asking: Asking, number: str) -> bool:
    """Whether a near passage bears a number, be it as its own or in its words."""
    written = re.compile(rf"\b(?:item|minute)\s+{re.escape(number)}\b", re.IGNORECASE)
    return any(
        _plain(hit.place.number) == number or written.search(hit.place.text)
        for hit in asking.result.hits
    )


def _plain(number: Value | None) -> str:
    """A number without what stands around it."""
    return str(number or "").strip(" .()").lower()
