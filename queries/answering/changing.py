"""What changed: the figures given for one thing, in order of the day they are given for."""

from datetime import date

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.place import places
from queries.terms import iri_list
from queries.tracing.dating import paper_days

NEAR = 0.8
"""Figures are kept down to this part of the share of the best one."""
_FIGURES = """SELECT DISTINCT ?value ?unit ?text ?paragraph
WHERE {
  VALUES ?figure { %s }
  ?figure a mb:Figure ; mb:value ?value ; mb:text ?text ; mb:statedIn ?paragraph .
  OPTIONAL { ?figure mb:unit ?unit }
}
ORDER BY ?paragraph ?text"""


def by_change(asking: Asking) -> Found | None:
    """The figures that differ, oldest first, or None where fewer than two are given."""
    matches = asking.matches
    kept = [one for one in matches if one.share >= NEAR * matches[0].share]
    stated = {paragraph for one in kept for paragraph in one.statement.paragraphs[:1]}
    days = paper_days(asking.graph, list(places(asking.graph, sorted(stated)).values()))
    told: dict[str, tuple[date, str]] = {}
    for one in kept:
        paragraph = next(iter(one.statement.paragraphs), "")
        day = min(one.statement.days, default=days.get(paragraph))
        known = told.get(one.statement.words)
        if day is not None and (known is None or day < known[0]):
            told[one.statement.words] = (day, paragraph)
    if len(told) < 2:
        return None
    order = sorted(told, key=lambda words: (told[words], words))
    return Found(
        answer="; ".join(f"{words} ({_long(told[words][0])})" for words in order),
        values=tuple(order),
        quotes=[Quote(told[words][1]) for words in order],
        sparql=_FIGURES % iri_list(one.statement.iri for one in kept),
        facts=tuple(one.statement.iri for one in kept),
    )


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
