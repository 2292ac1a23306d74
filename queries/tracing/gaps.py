"""What a history lacks: promises whose time has come and of which no paper held tells."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kg.store.graph import Iri, KnowledgeGraph
from kg.structure.sentences import sentences
from kg.tables.load import matches, patterns
from queries.tracing.dating import meeting_days, promised
from queries.tracing.history import Step
from queries.understanding.periods import Period, long_date

_OF_BOARD = """
SELECT DISTINCT ?date {
  ?one mb:inDocument?/mb:ofMeeting/mb:heldBy ?board .
  ?meeting mb:heldBy ?board ; dct:date ?date
} ORDER BY ?date
"""
_SLACK = timedelta(days=62)
"""How much later than promised a paper still keeps the promise."""


def gaps(graph: KnowledgeGraph, steps: Sequence[Step]) -> Iterator[str]:
    """Sentences that say which promised papers are not held, each once, in order of the steps."""
    said: set[str] = set()
    for step in steps:
        paper = step.recorded
        when = _when(step.quote, paper, _meetings(graph, step)) if paper else None
        if paper is None or when is None or _kept(when, paper, steps):
            continue
        promise = f"promised on {long_date(paper)} ({step.file})"
        sentence = f"{_until(when)}: {promise}, and no paper held tells of it."
        if sentence not in said:
            said.add(sentence)
            yield sentence


def _meetings(graph: KnowledgeGraph, step: Step) -> list[date]:
    """The days of the meetings of the board of a step, or of all where it is of none, in order;
    none where it says nothing of a next one.
    """
    if not matches(step.quote, "trace", "next"):
        return []
    rows = graph.select(_OF_BOARD, one=Iri(step.paragraph)).rows
    return [day for (day,) in rows if isinstance(day, date)] or meeting_days(graph)


def fell_due(text: str, paper: date, held: Sequence[date], meetings: Sequence[date]) -> str | None:
    """When a paper that a text of a day promises should be held, if that time has come.

    :param held: the days of the papers held, in order.
    :param meetings: the days of the meetings of the board, in order.
    """
    when = _when(text, paper, meetings)
    last = when.after + _SLACK if when and when.after else None
    return _until(when) if when and last and held and held[-1] >= last else None


def _when(quote: str, paper: date, meetings: Sequence[date]) -> Period | None:
    """The time a quote promises something for: one it names, or that of the next meeting."""
    said = [quote[span.start : span.end] for span in sentences(quote)]
    told = [one for one in said if matches(one, "trace", "promises")]
    named = next((when for when in (promised(one, paper) for one in told) if when), None)
    if named is not None or not any(
        p.search(one) for one in told for p in patterns("trace", "next")
    ):
        return named
    following = next((day for day in meetings if day > paper), None)
    return Period(following, following + timedelta(days=1)) if following else None


def _kept(when: Period, paper: date, steps: Sequence[Step]) -> bool:
    """Whether a step of a later paper falls in the time promised, or soon after it."""
    last = when.after + _SLACK if when.after else date.max
    for step in steps:
        of = step.recorded
        if of is not None and of > paper and when.first and when.first <= of < last:
            return True
    return False


def _until(when: Period) -> str:
    if when.first is None:
        return "Later"
    return long_date(when.first) if when.days == 1 else f"{when.first:%B %Y}"
