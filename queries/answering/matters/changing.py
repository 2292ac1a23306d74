"""What changed: the figures given for one thing, in order of the day they are given for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.choosing.stretch import stretch
from queries.answering.telling import telling
from queries.graphs.place import Place, places
from queries.graphs.terms import iri_list
from queries.search import Hit
from queries.texts.wording import first_match
from queries.tracing.dating import paper_days
from queries.understanding.periods import Period, long_date

NEAR = 0.8
"""Figures are kept down to this part of the share of the best one."""
MOSTLY = 0.6
"""Passages that count one thing have this part of its words that the best of them has."""
LIKELY = 0.5
"""The closeness from which passages stand in for figures."""
MOST = 8
"""The most passages told in their place."""
HEADS = 4
"""Among so many of the nearest passages stand two that say the same with other numbers."""
SAME = 80.0
"""The likeness (token-sort ratio, 0 to 100) from which passages without their numbers say so."""
_NUMBER = re.compile(r"\d[\d,.]*")
_FIGURES = """SELECT DISTINCT ?value ?unit ?text ?paragraph
WHERE {
  VALUES ?figure { %s }
  ?figure a mb:Figure ; mb:value ?value ; mb:text ?text ; mb:statedIn ?paragraph .
  OPTIONAL { ?figure mb:unit ?unit }
}
ORDER BY ?paragraph ?text"""


def by_change(asking: Asking) -> Found | None:
    """The figures that differ, oldest first, or None where fewer than two are given or it is not
    said of what.
    """
    matches = asking.matches
    if not asking.question.subject:
        return None
    if not matches:
        return _without_figures(asking)
    kept = [one for one in matches if one.share >= NEAR * matches[0].share]
    stated = {paragraph for one in kept for paragraph in one.statement.paragraphs[:1]}
    held = places(asking.graph, sorted(stated))
    days = paper_days(asking.graph, held.values())
    told: dict[str, tuple[date, str]] = {}
    for one in kept:
        paragraph = next(iter(one.statement.paragraphs), "")
        day = min(one.statement.days, default=days.get(paragraph))
        known = told.get(one.statement.words)
        if day is not None and (known is None or day < known[0]):
            told[one.statement.words] = (day, paragraph)
    if len(told) < 2:
        return _without_figures(asking)
    order = sorted(told, key=lambda words: (told[words], words))
    return Found(
        answer="; ".join(
            f"{words} ({_when(asking, day, held.get(paragraph))})"
            for words in order
            for day, paragraph in [told[words]]
        ),
        values=tuple(order),
        quotes=[Quote(told[words][1]) for words in order],
        sparql=_FIGURES % iri_list(one.statement.iri for one in kept),
        facts=tuple(one.statement.iri for one in kept),
    )


def _without_figures(asking: Asking) -> Found | None:
    """What passages say of a change, where facts do not."""
    return (
        _by_same_words(asking)
        or _by_number(asking)
        or _by_passages(asking, asking.question.periods)
    )


def _by_number(asking: Asking) -> Found | None:
    """What the passages that speak of a thing most say of how many there are, in order of their
    days ("How did the number of wardens grow?"); None where no number of a thing is asked for.
    """
    match = first_match(asking.question.text, "number_over_time")
    if match is None:
        return None
    alone = asking.searcher.understand(f"How many {match['thing']}?")
    spans = asking.question.periods
    return _by_passages(replace(asking, question=alone), spans, MOSTLY)


def _by_same_words(asking: Asking) -> Found | None:
    """The nearest passage and one near it of a paper of another day that says the same with another
    number, the older one first.
    """
    hits = asking.result.hits[:HEADS]
    days = paper_days(asking.graph, [hit.place for hit in hits])
    if not hits or hits[0].place.paragraph not in days:
        return None
    first = hits[0].place
    others = (
        hit
        for hit in hits[1:]
        if days.get(hit.place.paragraph, days[first.paragraph]) != days[first.paragraph]
        and _of_same_words(first.text, hit.place.text)
    )
    other = next(others, None)
    if other is None:
        return None
    both = sorted((hits[0], other), key=lambda hit: days[hit.place.paragraph])
    return _one_by_one(asking, [(days[hit.place.paragraph], hit) for hit in both])


def _of_same_words(one: str, other: str) -> bool:
    """Whether two passages say nearly the same with other numbers."""
    numbers = [set(_NUMBER.findall(text)) for text in (one, other)]
    alike = fuzz.token_sort_ratio(_NUMBER.sub(" ", one), _NUMBER.sub(" ", other))
    return all(numbers) and numbers[0] != numbers[1] and alike >= SAME


def _by_passages(asking: Asking, spans: Sequence[Period], least: float = 0.0) -> Found | None:
    """What the nearest passages with a number say, in order of the days of their papers.

    :param spans: the times to tell of, where several days are in them.
    :param least: the part of the question's words in the best of them that each has.
    """
    if asking.question.expects != "number" or asking.closeness < LIKELY:
        return None
    shares = [(told.hit, asking.share(told.text)) for told in telling(asking)]
    best = max((share for _, share in shares), default=0.0)
    hits = [hit for hit, share in shares if share >= least * best]
    days = paper_days(asking.graph, [hit.place for hit in hits])
    dated = sorted(
        (days[hit.place.paragraph], hit.rank, hit) for hit in hits if hit.place.paragraph in days
    )
    framed = [one for one in dated if any(span.holds(one[0]) for span in spans)]
    dated = framed if len(framed) > 1 else dated
    if len({day for day, _, _ in dated}) < 2:
        return None
    return _one_by_one(asking, [(day, hit) for day, _, hit in dated[:MOST]])


def _one_by_one(asking: Asking, dated: Sequence[tuple[date, Hit]]) -> Found:
    """What some passages say, each with its time."""
    told = [(day, hit.place, stretch(asking, hit)) for day, hit in dated]
    return Found(
        answer="\n".join(f"{_when(asking, day, place)}: {words}" for day, place, words in told),
        quotes=[Quote(place.paragraph, words) for _, place, words in told],
    )


def _when(asking: Asking, day: date, place: Place | None) -> str:
    """A day in words: the months that its paper is of, where nothing else says the day."""
    of_paper = place is not None and asking.days.of(place) == day
    return asking.days.in_words(place) if place and of_paper else long_date(day)
