"""What papers say of one thing at two times, or of two things, and what changed between days."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.tables.load import patterns
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, with_titles
from queries.answering.choosing.stretch import stretch
from queries.answering.choosing.told import Told
from queries.answering.telling import telling
from queries.changes import Change, changes
from queries.graphs.terms import iri_list
from queries.texts.wording import overlaps, says, stems
from queries.understanding.names import Mention
from queries.understanding.periods import long_date, times_in

LIKELY = 0.3
"""The closeness from which the passages of two times are set side by side."""
MOST = 16
"""The most changes that are told."""
_CHANGED = """SELECT DISTINCT ?thing ?text ?paragraph
WHERE {
  VALUES ?thing { %s }
  ?thing mb:text|dct:title ?text .
  OPTIONAL { ?thing mb:statedIn ?paragraph }
}
ORDER BY ?thing ?text ?paragraph"""
SPOKEN_OF = 0.5
"""The least share of the subject of which a change must speak."""
ON_MATTER = 0.4
"""The part of the best share that a passage of one of two times must have."""


def by_times(asking: Asking) -> Found | None:
    """Of each of the times named the passage that has most of the subject; None where one of them
    has none.
    """
    spans = [(one.begin, one.end) for one in asking.question.periods]
    written = times_in(asking.question.text)
    times = [one for one in written if overlaps(one.begin, one.end, spans)]
    if len(times) < 2 or asking.closeness < LIKELY:
        return None
    quotes: list[Quote] = []
    lines: list[str] = []
    for time in times:
        told = [one for one in telling(replace(asking, time=time)) if _on_matter(asking, one)]
        if not told:
            return None
        best = max(told, key=lambda one: asking.share(with_titles(one.hit.place)))
        words = stretch(asking, best.hit)
        quotes.append(Quote(best.hit.place.paragraph, words))
        lines.append(f"{asking.question.text[time.begin : time.end]}: {words}")
    return Found(answer="\n".join(lines), quotes=quotes)


def _on_matter(asking: Asking, told: Told) -> bool:
    """Whether a passage of one time has enough of the subject beside the passage that has most."""
    least = ON_MATTER * asking.covered_anywhere
    return asking.share(with_titles(told.hit.place)) >= least


def by_names(asking: Asking) -> Found | None:
    """The best passage on each of two things compared by name; None where one has none."""
    text, named = asking.question.text, asking.question.mentions
    if len(named) != 2 or not says(text, "beside") or asking.closeness < LIKELY:
        return None
    told = [_on(asking, one, other) for one, other in (named, reversed(named))]
    quotes = [quote for quote in told if quote is not None]
    if len({quote.paragraph for quote in quotes}) < 2:
        return None
    names = [text[one.start : one.end] for one in named]
    lines = (f"{name}: {quote.words}" for name, quote in zip(names, quotes, strict=True))
    return Found(answer="\n".join(lines), quotes=quotes)


def by_sides(asking: Asking) -> Found | None:
    """The best passage on each of two things compared in other words than by name."""
    found = filter(
        None, (form.search(asking.question.text) for form in patterns("questions", "sides"))
    )
    sides = next(((match["one"], match["other"]) for match in found), None)
    if sides is None or asking.question.periods or asking.closeness < LIKELY:
        return None
    asked = (replace(asking, question=asking.searcher.understand(one)) for one in sides)
    told = [(one, next(iter(telling(one)), None)) for one in asked]
    quotes = [Quote(one.hit.place.paragraph, stretch(of, one.hit)) for of, one in told if one]
    if len({quote.paragraph for quote in quotes}) < 2:
        return None
    lines = (f"{side}: {quote.words}" for side, quote in zip(sides, quotes, strict=True))
    return Found(answer="\n".join(lines), quotes=quotes)


def _on(asking: Asking, one: Mention, other: Mention) -> Quote | None:
    """The best passage that names one thing and not the other, for the rest of the question."""
    text = asking.question.text
    asked = asking.searcher.understand(f"{text[: other.start]} {text[other.end :]}")
    for told in telling(replace(asking, question=asked)):
        if _names(told.text, one) and not _names(told.text, other):
            return Quote(told.hit.place.paragraph, stretch(asking, told.hit))
    return None


def _names(text: str, mention: Mention) -> bool:
    forms = "|".join(map(re.escape, mention.labels))
    return re.search(rf"(?<!\w)(?:{forms})(?!\w)", text, re.IGNORECASE) is not None


def by_changes(asking: Asking) -> Found | None:
    """What is new, decided, moved and done between two days; None where that is not asked."""
    asked = says(asking.question.text, "changed")
    spans = asking.question.periods
    if not asked or not spans:
        return None
    since = spans[0].first or date.min
    until = max((span.after or date.max for span in spans), default=date.max)
    last = until if until == date.max else until - timedelta(1)
    told = [one for one in changes(asking.graph, since, last) if _asked_of(asking, one)]
    if not told:
        return None
    return Found(
        answer="\n".join(_line(one) for one in told[:MOST]),
        values=tuple(one.text for one in told[:MOST]),
        quotes=_quotes(told[:MOST]),
        sparql=_CHANGED % iri_list(dict.fromkeys(one.iri for one in told[:MOST])),
        facts=tuple(dict.fromkeys(one.iri for one in told[:MOST])),
    )


def _asked_of(asking: Asking, change: Change) -> bool:
    """Whether a change is told by the papers asked of, and speaks of the subject."""
    subject = set(asking.question.subject)
    held = any(asking.in_papers(one.paragraph) for one in change.sources)
    share = len(subject & set(stems(change.text))) / len(subject) if subject else 1.0
    return bool(change.sources) and held and share >= SPOKEN_OF


def _line(change: Change) -> str:
    """A change with its day, and what was before and after."""
    moved = f" ({change.before} to {change.after})" if change.before and change.after else ""
    return f"{change.time or long_date(change.day)}, {change.kind}: {change.text}{moved}"


def _quotes(told: Sequence[Change]) -> list[Quote]:
    return [Quote(one.sources[0].paragraph, one.sources[0].quote) for one in told]
