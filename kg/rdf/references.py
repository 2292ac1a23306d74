"""What papers say they speak of: earlier meetings, paragraphs of the report, items, appendices.

Only what names one resource without doubt is linked, with the words that name it: a meeting
of the same board by its day, or by its month where the board met once in it; a paragraph by
its number in the report on the same item; an item, an appendix or a recommendation by its
number or letter among those of the same meeting.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kg.extraction.dates import days
from kg.store.values import Value
from kg.tables.load import alternation, table

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_PARAGRAPHS = """
SELECT DISTINCT ?paragraph ?text ?meeting ?board ?day ?item WHERE {
  GRAPH ?document {
    ?document a mb:Document . ?paragraph a mb:Paragraph ; mb:text ?text .
    FILTER(REGEX(?text, "meeting|minutes|paragraph|appendix|item|recommendation", "i"))
    OPTIONAL { ?paragraph mb:ofMeeting ?own }
    OPTIONAL { ?document mb:ofMeeting ?of }
    OPTIONAL { ?paragraph mb:onItem|(mb:inReport/mb:onItem) ?item }
  }
  BIND(COALESCE(?own, ?of) AS ?meeting)
  ?meeting mb:heldBy ?board ; dct:date ?day .
}
"""
_MEETINGS = "SELECT DISTINCT ?board ?day ?meeting { ?meeting mb:heldBy ?board ; dct:date ?day }"
_NUMBERED = """
SELECT DISTINCT ?thing ?number ?item WHERE {
  ?thing a mb:Paragraph ; mb:number ?number ; mb:inReport/mb:onItem ?item .
}
"""
_ITEMS = """
SELECT DISTINCT ?thing ?number ?meeting ?title WHERE {
  ?thing a mb:AgendaItem ; mb:itemNumber ?number ; mb:atMeeting ?meeting ; dct:title ?title .
}
"""
_ASKED = """
SELECT DISTINCT ?thing ?number ?item WHERE {
  ?thing a mb:Recommendation ; mb:number ?number ; mb:kind "external" ; mb:onItem ?item .
}
"""
_MONTH = rf"(?P<month>{alternation('dates', 'months')})\.?\s+(?P<year>(?:19|20)\d\d)"
_MONTHLY = re.compile(rf"\b{_MONTH}\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:meetings?|minutes|notes?)(?:\s+(?:of|on|in|held|from|for|at|the|that|took|place|meeting))*\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*,?\s*(?:(?:board|committee|council|cabinet|panel)\s+)?meeting\b", re.IGNORECASE
)
_NEAR = 60
"""How many letters before a date may say that it is the day of a meeting."""
_PARAGRAPH = re.compile(
    r"\bparagraphs?\s+(?P<number>\d{1,3}(?:\.\d{1,2}){0,2})\s+(?:of|in)\s+(?:the|this)\s+report\b",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"\b(?:agenda\s+item\s+(?:no\.?\s+)?(?P<agenda>\d{1,2}[a-z]?)\b(?!\s*[:.]\d)"
    r"|item\s+(?P<this>\d{1,2}[a-z]?)\s+(?:of|on|in)\s+(?:this|the)\s+agenda\b)",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"\bAppendix\s+(?P<letter>\d{0,2}[A-Z])\b")
_TITLED = re.compile(r"^\W*Appendix\s+(?P<letter>\d{0,2}[A-Z])\b", re.IGNORECASE)
_RECOMMENDATION = re.compile(
    r"\brecommendation\s+(?P<number>\d{1,2})\b(?!\s+(?:of|in)\b)", re.IGNORECASE
)


class Reference(NamedTuple):
    """That a paragraph names a resource: by which rule, and in which words."""

    paragraph: str
    target: str
    rule: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph that may refer to something, and where it stands; ``item`` may be empty."""

    paragraph: str
    text: str
    meeting: str
    board: str
    day: date
    item: str


def references(graph: "KnowledgeGraph") -> Iterator[Reference]:
    """Every reference that names one resource without doubt, each once, by paragraph."""
    named = _Named(graph)
    seen: set[tuple[str, str]] = set()
    for place in _places(graph):
        for found in named.by(place):
            if (found.paragraph, found.target) not in seen:
                seen.add((found.paragraph, found.target))
                yield found


class _Named:
    """The resources that papers name by day, number or letter."""

    def __init__(self, graph: "KnowledgeGraph") -> None:
        self._meetings: dict[tuple[str, date], set[str]] = defaultdict(set)
        self._monthly: dict[tuple[str, int, int], set[str]] = defaultdict(set)
        for board, day, meeting in graph.select(_MEETINGS).rows:
            if isinstance(day, date):
                self._meetings[str(board), day].add(str(meeting))
                self._monthly[str(board), day.year, day.month].add(str(meeting))
        self._paragraphs = _by_number(graph, _NUMBERED)
        self._asked = _by_number(graph, _ASKED)
        self._items: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._appendices: dict[tuple[str, str], set[str]] = defaultdict(set)
        for thing, number, meeting, title in graph.select(_ITEMS).rows:
            self._items[str(meeting), str(number).casefold()].add(str(thing))
            if found := _TITLED.match(str(title)):
                letter = found["letter"].casefold()
                self._appendices[str(meeting), letter].add(str(thing))

    def by(self, place: _Place) -> Iterator[Reference]:
        """What a paragraph names, without itself and its own meeting and item."""
        for quote, meetings in self._days(place):
            yield from _single(place, meetings, "names-meeting/1", quote)
        for match in _PARAGRAPH.finditer(place.text):
            there = self._paragraphs[place.item, match["number"].casefold()]
            yield from _single(place, there, "names-paragraph/1", match[0])
        for match in _ITEM.finditer(place.text):
            number = (match["agenda"] or match["this"]).casefold()
            there = self._items[place.meeting, number]
            yield from _single(place, there, "names-item/1", match[0])
        for match in _APPENDIX.finditer(place.text):
            there = self._appendices[place.meeting, match["letter"].casefold()]
            yield from _single(place, there, "names-appendix/1", match[0])
        for match in _RECOMMENDATION.finditer(place.text):
            there = self._asked[place.item, match["number"]]
            yield from _single(place, there, "names-recommendation/1", match[0])

    def _days(self, place: _Place) -> Iterator[tuple[str, set[str]]]:
        """The days and months that a text calls those of a meeting, with those meetings."""
        full = [found for found in days(place.text) if found.complete]
        for found in full:
            if found.day < place.day and _of_meeting(place.text, found.start, found.end):
                yield place.text[found.start : found.end], self._meetings[place.board, found.day]
        for match in _MONTHLY.finditer(place.text):
            within = any(found.start < match.end() and match.start() < found.end for found in full)
            if not within and _of_meeting(place.text, match.start(), match.end()):
                month = _months().index(match["month"][:3].casefold()) + 1
                yield match[0], self._monthly[place.board, int(match["year"]), month]


def _single(place: _Place, named: set[str], rule: str, quote: str) -> Iterator[Reference]:
    """The reference, where what is named is one, and not where the paragraph itself stands."""
    if len(named) == 1 and not named & {place.paragraph, place.item, place.meeting}:
        yield Reference(place.paragraph, min(named), rule, quote)


def _of_meeting(text: str, start: int, end: int) -> bool:
    before = text[max(start - _NEAR, 0) : start]
    return bool(_BEFORE.search(before)) or bool(_AFTER.match(text, end))


def _months() -> list[str]:
    return [name[:3].casefold() for name in table("dates")["months"][:12]]


def _by_number(graph: "KnowledgeGraph", query: str) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for thing, number, item in graph.select(query).rows:
        found[str(item), str(number).casefold()].add(str(thing))
    return found


def _places(graph: "KnowledgeGraph") -> Iterator[_Place]:
    for row in sorted(graph.select(_PARAGRAPHS).rows, key=_as_text):
        paragraph, text, meeting, board, day, item = row
        if isinstance(day, date):
            told = (str(paragraph), str(text), str(meeting), str(board))
            yield _Place(*told, day, str(item or ""))


def _as_text(row: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple("" if value is None else str(value) for value in row)
