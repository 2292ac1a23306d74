"""When a board meets: the days of its meetings, those to come among them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from kg.store.graph import KnowledgeGraph, Value
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.question import Question
from queries.terms import iri_list

_MEETINGS = """SELECT DISTINCT ?meeting ?board ?date ?paragraph ?quote
WHERE {%s
  ?meeting a mb:Meeting ; dct:date ?date ; mb:heldBy ?board .
  OPTIONAL { ?meeting mb:statedIn ?paragraph }
  OPTIONAL { ?meeting mb:quote ?quote }
}
ORDER BY ?date ?meeting ?paragraph ?quote"""
_HOLDING = """SELECT DISTINCT ?board
WHERE { ?paper a mb:Document ; mb:ofMeeting/mb:heldBy ?board }
ORDER BY ?board"""
_ANNOUNCED = """
SELECT DISTINCT ?paragraph
WHERE {
  GRAPH ?document {
    ?before mb:nextMeeting ?meeting .
    ?paragraph a mb:Paragraph ; mb:text ?text .
    FILTER(CONTAINS(?text, ?day))
  }
}
ORDER BY ?paragraph"""
_NEXT = re.compile(r"\b(?:next|following)\b", re.IGNORECASE)

Row = Mapping[str, Value]


def by_calendar(asking: Asking) -> Found | None:
    """The days of the meetings asked about, or None where more than a day is asked."""
    question = asking.question
    boards = asking.boards or question.named("Board") or _holding(asking.graph)
    rows = [
        row
        for row in asking.graph.select(_MEETINGS % "").dicts()
        if isinstance(row["date"], date) and (not boards or row["board"] in boards)
    ]
    days = _chosen(question, sorted({row["date"] for row in rows if isinstance(row["date"], date)}))
    kept = [row for row in rows if row["date"] in days]
    quotes = _quotes(asking.graph, kept)
    if question.subject or not quotes:
        return None
    told = tuple(_long(day) for day in days)
    meetings = iri_list(sorted({str(row["meeting"]) for row in kept}))
    sparql = _MEETINGS % f"\n  VALUES ?meeting {{ {meetings} }}"
    return Found(answer=", ".join(told), values=told, quotes=quotes, sparql=sparql)


def _holding(graph: KnowledgeGraph) -> list[Value]:
    """The boards whose papers are held, where they are of one board; else none."""
    boards = [board for (board,) in graph.select(_HOLDING).rows]
    return boards if len(boards) == 1 else []


def _chosen(question: Question, days: Sequence[date]) -> list[date]:
    if not _NEXT.search(question.text):
        spans = question.periods
        return [day for day in days if not spans or any(span.holds(day) for span in spans)]
    after = [span.after for span in question.periods if span.after is not None]
    return [day for day in days if day >= after[0]][:1] if after else list(days[-1:])


def _quotes(graph: KnowledgeGraph, rows: Sequence[Row]) -> list[Quote]:
    """The words that state a meeting, or those that announce its day."""
    quotes: list[Quote] = []
    for row in rows:
        if row["paragraph"] is not None:
            words = None if row["quote"] is None else str(row["quote"])
            quotes.append(Quote(str(row["paragraph"]), words))
        elif isinstance(row["date"], date):
            day = _long(row["date"])
            announced = graph.select(_ANNOUNCED, meeting=row["meeting"], day=day).rows
            quotes += [Quote(str(paragraph), day) for (paragraph,) in announced[:1]]
    return quotes


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
