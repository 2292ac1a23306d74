"""When a passage tells of: its own words first, then its meeting, then its paper."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extraction.dates import Found, days, months
from kg.rdf.papers import PaperDays
from kg.store.graph import Iri, KnowledgeGraph
from kg.structure.sentences import sentences
from kg.tables.load import alternation, either, matches, patterns
from queries.graphs.place import Place
from queries.understanding.periods import Period, long_date, periods_in, times_in

_NAMED_MONTH = alternation("dates", "month")
_MONTH_ALONE = re.compile(
    r"(?:\b(?:in|during|since|from|last)\s+|\("
    rf"|\b[Aa]t\s+(?:its|our|the|their)\s+(?={_NAMED_MONTH} (?:board )?meeting))"
    rf"({_NAMED_MONTH})\b(?!\s+\d)"
)
_SINCE = re.compile(
    r"\b(?:since|until)\b(?:(?!\b(?:since|until)\b)[^.;,]){0,60}?"
    rf"\b(?:{_NAMED_MONTH}|(?:19|20)\d\d)\b(?: (?:19|20)\d\d\b)?",
    re.IGNORECASE,
)
_RUN = re.compile(r"(?<![\d/.])(\d{1,2})(?:st|nd|rd|th)?\s?(?:[-–—]|&|and|to)\s?$")
_YEAR = timedelta(days=366)
_CITED = re.compile(
    rf"\((?![A-Z][a-z]+day\b)[A-Z][^(),;]{{1,60}}, \d{{1,2}} {_NAMED_MONTH}(?: \d{{4}})?\)"
)
_MINUTES_OF = re.compile(
    r"\bminutes\b(?:(?!\b(?:are|be|is|minutes|was|were)\b)[^.;]){0,80}?\b"
    rf"(?:{_NAMED_MONTH}(?: \d{{1,2}}\w{{0,2}})?,?(?: \d{{4}})?|(?:\d+[/.-]){{2}}\d+)\b",
    re.IGNORECASE,
)
"""What names the minutes of a meeting by its day."""
_ANSWERED = re.compile(
    r"\b(?:building on|following|further to|in (?:line with|response to|the light of))\b"
    rf"[^.;]{{0,80}}?\b{_NAMED_MONTH}(?: (?:19|20)\d\d)?(?: [\w()’'-]+){{0,6}}?"
    r" (?:letter|paper|report|review)\b",
    re.IGNORECASE,
)
"""What names the report to which something answers by its month."""
_MEETINGS = "SELECT DISTINCT ?date { ?meeting a mb:Meeting ; dct:date ?date } ORDER BY ?date"
_TEXTS = "SELECT ?text ?kind { ?paragraph mb:inDocument ?document ; mb:text ?text ; mb:kind ?kind }"


@dataclass(frozen=True, slots=True)
class ToldDay:
    """When a passage says that something happened.

    Of a month or more ``day`` is the last, at most the day of the paper that tells it: by then it
    had happened. So nothing stands before what was over sooner. ``words`` say the month or more
    ("May 2023"), None where a day is told.
    """

    day: date
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """The time that a matter is named with ("the conference 2023"), and that of asking.

    ``begun`` and ``ended`` are its first and last day, None where it is named with none;
    ``as_of`` is the day up to which papers count, None where all do.
    """

    begun: date | None = None
    ended: date | None = None
    as_of: date | None = None

    @classmethod
    def of(cls, periods: Sequence[Period], as_of: date | None) -> "Time":
        """The time from the first to the last of some periods."""
        firsts = [one.first for one in periods if one.first is not None]
        lasts = [one.after for one in periods if one.after is not None]
        return cls(min(firsts, default=None), max(lasts, default=None), as_of)

    def holds(self, paper: date | None) -> bool:
        """Whether a paper of a day may tell of the matter: it is not more than a year older."""
        late = self.as_of is not None and (paper or date.min) > self.as_of
        return not late and (paper is None or not self.begun or paper + _YEAR >= self.begun)

    def is_near(self, paper: date | None) -> bool:
        """Whether what is only alike may be the matter: it is told within a year of its time."""
        return paper is None or not self.ended or paper <= self.ended + _YEAR


class PassageDays:
    """The day of the meeting or paper of each passage, read when it is asked for.

    A paper whose file is named by a month alone is of the only meeting held in it, if there is
    one. A paper of which nothing says the day is taken to be of the latest that it writes out in
    full, or of the end of the latest month that its headings name: one on a quarter tells of all
    of it.
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self._papers = PaperDays(graph)
        self._written: dict[str, ToldDay | None] = {}
        self._meetings: list[date] | None = None

    def of(self, place: Place) -> date | None:
        """The day of a passage, None where nothing says it."""
        day = place.meeting.date if place.meeting else None
        return day or self.of_paper(place.document)

    def of_paper(self, document: str) -> date | None:
        """The day of a paper (IRI), None where nothing says it."""
        if (day := self._papers.of(document)) is not None:
            by_month = self._papers.told_by_month(document)
            return self._only_meeting(day) or day if by_month else day
        told = self._latest(document)
        return told.day if told else None

    def words(self, place: Place) -> str | None:
        """The month or months that a passage is of, None where its day is given or nothing says
        it.
        """
        if place.meeting is not None and place.meeting.date is not None:
            return None
        return self.words_of_paper(place.document)

    def words_of_paper(self, document: str) -> str | None:
        """The month or months that a paper (IRI) is of, None where its day is given or nothing
        says it.
        """
        day = self._papers.of(document)
        if day is not None:
            return f"{day:%B %Y}" if self._papers.told_by_month(document) else None
        told = self._latest(document)
        return told.words or f"{told.day:%B %Y}" if told else None

    def in_words(self, place: Place) -> str:
        """When a passage is of: the months or the day, or its file where nothing says it."""
        day = self.of(place)
        return self.words(place) or (long_date(day) if day else place.file)

    def _only_meeting(self, month: date) -> date | None:
        """The day of the one meeting in the month of a day, which a paper of that month is for."""
        if self._meetings is None:
            self._meetings = meeting_days(self._graph)
        held = [day for day in self._meetings if (day.year, day.month) == (month.year, month.month)]
        return held[0] if len(held) == 1 else None

    def _latest(self, document: str) -> "ToldDay | None":
        if document not in self._written:
            rows = self._graph.select(_TEXTS, document=Iri(document)).rows
            told = [ToldDay(found.day) for text, _ in rows for found in days(str(text))]
            headed = (str(text) for text, kind in rows if kind == "heading")
            told += [one for text in headed if (one := _of_months(text)) is not None]
            self._written[document] = max(told, key=lambda one: one.day, default=None)
        return self._written[document]


def meeting_days(graph: KnowledgeGraph) -> list[date]:
    """The days of all meetings, in order, each once."""
    return [day for (day,) in graph.select(_MEETINGS).rows if isinstance(day, date)]


def _of_months(heading: str) -> ToldDay | None:
    """The end of the months that a heading names, and what they are in words."""
    named = [found.day for found in months(heading)]
    spans = [one for one in times_in(heading) if one.days is not None and one.days <= _QUARTER]
    firsts = [*named, *(one.first for one in spans if one.first)]
    if not named:
        return None
    last = max(named)
    last = last.replace(day=monthrange(last.year, last.month)[1])
    return ToldDay(last, _months(min(one for one in firsts if one <= last), last))


def paper_days(graph: KnowledgeGraph, held: Iterable[Place]) -> dict[str, date]:
    """The days of passages by paragraph, without those of which nothing says it."""
    of = PassageDays(graph).of
    return {place.paragraph: day for place in held if (day := of(place)) is not None}


def begun(quote: str, paper: date | None) -> ToldDay | None:
    """As `told`, of a quote that looks ahead: only what stands before it does."""
    ahead = either("trace", "dates", "ahead").search(quote)
    return told(quote[: ahead.start()], paper) if ahead else None


def settled(quote: str, paper: date | None) -> ToldDay | None:
    """As `told`, of a quote that says what a meeting decided: only what stands before the verb
    tells when, what stands behind it is decided upon.
    """
    verbs = [
        found.start()
        for pattern in patterns("trace", "tells", "decided")
        for found in pattern.finditer(quote)
    ]
    return told(quote[: min(verbs, default=len(quote))], paper)


def done(row: str, paper: date | None) -> ToldDay | None:
    """The past time at which a row of a log says that what it follows was done, behind its status
    ("Complete; signed on 26 August 2022").
    """
    ends = [
        found.end()
        for pattern in patterns("trace", "rows", "completed")
        for found in pattern.finditer(row)
    ]
    said = row[max(ends, default=len(row)) :]
    first = next((said[span.start : span.end] for span in sentences(said)), "")
    says = matches(first, "trace", "done")
    return told(first, paper) if says else None


def looks_ahead(quote: str, paper: date | None) -> bool:
    """Whether a quote speaks of what is still to come on the day of its paper."""
    return matches(quote, "trace", "dates", "ahead") or (
        paper is not None and promised(quote, paper) is not None
    )


def told(quote: str, paper: date | None) -> ToldDay | None:
    """The first past day, month or year that a quote tells, seen from the day of its paper; of
    days in a row ("8-9 November") the first.

    What lasts since a day or until one, and what names a time to come first, is told of the
    paper's own time; so is what cites the day of another paper ("(Harbour News, 13 July)"), the
    minutes of another meeting, or the report to which it answers.
    """
    for other in (_SINCE, _CITED, _MINUTES_OF, _ANSWERED):
        quote = other.sub("", quote)
    quote = _before_what_comes(quote, paper)
    said = [_first_of_run(found, quote) for found in days(quote, paper)]
    if said:
        return ToldDay(said[0])
    spans = [span for span in periods_in(quote) if _past(span, paper)]
    if spans:
        return _by_its_end(spans[0], paper)
    if paper is not None and matches(quote, "trace", "dates", "this_year"):
        return ToldDay(date(paper.year, 1, 1), str(paper.year))
    return _month(quote, paper)


def _by_its_end(span: Period, paper: date | None) -> ToldDay | None:
    if span.first is None or span.after is None:
        return None
    last = span.after - timedelta(days=1)
    day = min(last, paper or last)
    return ToldDay(day, None if span.days == 1 else _months(span.first, last))


def _months(first: date, last: date) -> str:
    """The months from one day to another in words ("April to June 2023")."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{last:%B %Y}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first:%B}{year} to {last:%B %Y}"


def is_told_apart(quote: str, paper: date | None) -> bool:
    """Whether a quote tells of a past day, or of a year long before the day of its paper."""
    past = told(quote, paper) is not None
    if past or paper is None:
        return past
    return any(span.after and span.after + _YEAR < paper for span in periods_in(quote))


def _before_what_comes(quote: str, paper: date | None) -> str:
    """What stands in a quote before the first time to come that it names."""
    if paper is None:
        return quote
    ahead = [found.start for found in days(quote, paper) if found.day > paper]
    ahead += [span.begin for span in periods_in(quote) if span.first and span.first > paper]
    return quote[: min(ahead, default=len(quote))]


def _first_of_run(found: Found, quote: str) -> date:
    """The day found, or the first of the days that run up to it."""
    run = _RUN.search(quote, 0, found.start)
    first = int(run[1]) if run else 0
    return found.day.replace(day=first) if 0 < first < found.day.day else found.day


def tells_of_past(place: Place, paper: date | None) -> bool:
    """Whether a passage dates something past; in a table a due date does not."""
    if place.form == "table":
        return _month(place.text, paper) is not None
    return told(place.text, paper) is not None


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


def _month(quote: str, paper: date | None) -> ToldDay | None:
    """A month without a year: the last such month before the paper, none where what is told of
    it is still to come ("to be held in April").
    """
    match = _MONTH_ALONE.search(quote)
    if (
        match is None
        or paper is None
        or matches(quote[: match.start()], "trace", "dates", "to_come")
    ):
        return None
    years = (paper.year, paper.year - 1)
    months = (span for year in years for span in periods_in(f"{match[1]} {year}"))
    return next((_by_its_end(span, paper) for span in months if _past(span, paper)), None)


_QUARTER = 92
"""Days in the longest quarter."""
