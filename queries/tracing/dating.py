"""When a passage tells of: its own words first, then its meeting, then its paper."""

import re
from datetime import date

from kg.extraction.dates import days
from kg.rdf.papers import PaperDays
from kg.store.graph import KnowledgeGraph
from queries.periods import Period, periods_in
from queries.place import Place
from queries.terms import iri_list

_MONTH_ALONE = re.compile(
    r"\b(?:in|during|since|from|last)\s+(January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b(?!\s+\d)"
)
_SINCE = re.compile(
    r"\bsince\b(?:(?!\bsince\b)[^.;,]){0,60}?\b(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|(?:19|20)\d\d)\b(?: (?:19|20)\d\d\b)?",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|would|shall|to be|proposes?|proposed)\b", re.IGNORECASE)
_TEXTS = """SELECT ?document ?text
WHERE { VALUES ?document { %s } ?paragraph mb:inDocument ?document ; mb:text ?text }"""


def paper_days(graph: KnowledgeGraph, held: list[Place]) -> dict[str, date]:
    """The day of each paragraph's meeting or paper, by paragraph.

    A paper of which nothing says the day is taken to be of the latest that it writes out in full.
    """
    papers = PaperDays(graph)
    told = {document: papers.of(document) for document in {place.document for place in held}}
    dated = {document: day for document, day in told.items() if day is not None}
    undated = sorted(told.keys() - dated.keys())
    for document, text in graph.select(_TEXTS % iri_list(undated)).rows if undated else ():
        for found in days(str(text)):
            known = dated.get(str(document), found.day)
            dated[str(document)] = max(known, found.day)
    found_days: dict[str, date] = {}
    for place in held:
        day = place.meeting.date if place.meeting else None
        day = day or dated.get(place.document)
        if day is not None:
            found_days[place.paragraph] = day
    return found_days


def begun_day(quote: str, paper: date | None) -> date | None:
    """As `told_day`, of a quote that looks ahead: only what stands before it does."""
    ahead = _AHEAD.search(quote)
    return told_day(quote[: ahead.start()], paper) if ahead else None


def told_day(quote: str, paper: date | None) -> date | None:
    """The first past day, month or year that a quote tells, seen from the day of its paper.

    What lasts since a day is told of the paper's own time.
    """
    quote = _SINCE.sub("", quote)
    told = [found.day for found in days(quote, paper) if paper is None or found.day <= paper]
    spans = [span for span in periods_in(quote) if _past(span, paper)]
    if told:
        return told[0]
    if spans:
        return spans[0].first
    return _month(quote, paper)


def tells_of_past(place: Place, paper: date | None) -> bool:
    """Whether a passage dates something past; in a table a due date does not."""
    if place.form == "table":
        return _month(place.text, paper) is not None
    return told_day(place.text, paper) is not None


def promised(quote: str, paper: date) -> Period | None:
    """The first time to come that a quote names, seen from the day of its paper."""
    return next((s for s in periods_in(quote) if s.first and s.first > paper), None)


def _past(span: Period, paper: date | None) -> bool:
    """Whether a month, or a shorter time, lies before the day of the paper; years are too wide."""
    return (
        span.first is not None
        and span.days is not None
        and span.days <= _QUARTER
        and (paper is None or span.first <= paper)
    )


def _month(quote: str, paper: date | None) -> date | None:
    """A month without a year: the last such month before the paper."""
    match = _MONTH_ALONE.search(quote)
    if match is None or paper is None:
        return None
    month = next(span.first for span in periods_in(f"{match[1]} {paper.year}") if span.first)
    return month if month <= paper else month.replace(year=month.year - 1)


_QUARTER = 92
"""Days in the longest quarter."""
