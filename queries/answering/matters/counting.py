"""How many: the facts of a class that speak of a subject, each counted once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from embeddings.facts import Wanted
from kg.extraction.numbers import in_words
from kg.tables.load import table
from queries.actions import actions
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking, without_stems
from queries.answering.business.assigning import by_assignment, owned_actions
from queries.answering.business.planned import planned
from queries.answering.meetings.calendar import by_calendar
from queries.following.action_rows import ActionRow
from queries.graphs.place import places
from queries.graphs.terms import iri_list
from queries.retrieval.repeats import without_repeats
from queries.retrieval.statements import Match, Statement, day_spans, match
from queries.texts.wording import says, stems, stems_of, tokens
from queries.understanding.periods import in_time

LEAST = 0.5
"""The least share of the subject that a fact must speak of to be counted."""
_COUNT = """SELECT (COUNT(DISTINCT ?fact) AS ?count)
WHERE { VALUES ?fact { %s } ?fact a mb:%s }"""
_MINUTES = """SELECT DISTINCT ?paper ?date
WHERE { ?paper a mb:Document ; mb:kind "minutes" ; mb:ofMeeting/dct:date ?date }
ORDER BY ?date ?paper"""


def by_counting(asking: Asking) -> Found | None:
    """The number of facts of the class asked for, or None where none speak of the subject."""
    if says(asking.question.text, "meetings"):
        return _of_meetings(asking)
    kinds = table("questions")["countable"]
    said = [word.lower() for word, _, _ in tokens(asking.question.text)]
    kind = next((str(kinds[word]) for word in said if word in kinds), None)
    if kind is None:
        return None
    if kind == "Action" and (owned_actions(asking) or _state(asking)):
        return by_assignment(_for_actions(asking))
    if kind == "Action" and (listed := planned(asking)):
        return _of_actions(asking, listed)
    question, facts = asking.question, asking.searcher.library.facts
    found = match(facts, question, Wanted(kind, spans=day_spans(question)), LEAST)
    counted = _counted([one for one in found if asking.asked_of(one.statement)])
    if not counted:
        return None
    if kind == "Action":
        return _of_actions(asking, [one.iri for one in counted])
    facts_counted = tuple(sorted(one.iri for one in counted))
    number = str(len(facts_counted))
    return Found(
        answer=number,
        values=(number,),
        quotes=[*_saying(asking, number, kind), *_quotes(asking, counted)],
        sparql=_COUNT % (iri_list(facts_counted), kind),
        facts=facts_counted,
    )


def _state(asking: Asking) -> bool:
    """Whether actions in a state are asked for."""
    return any(says(asking.question.text, "states", one) for one in table("questions")["states"])


def _for_actions(asking: Asking) -> Asking:
    """The question for the actions that are to be counted."""
    asked = without_stems(asking, stems_of("questions", "asking", "actions"))
    return replace(asked, question=replace(asked.question, way="actions"))


def _of_actions(asking: Asking, found: Sequence[str]) -> Found:
    """The number of some actions, one that several papers tell of counted once."""
    rows = _asked(asking, actions(asking.graph, date.max, only=found))
    number = str(len(rows))
    return Found(
        answer=number,
        values=(number,),
        quotes=[
            *_saying(asking, number, "Action"),
            *_last_first(asking, {x.paragraph: x.quote for row in rows for x in row.sources}),
        ],
        sparql=_COUNT % (iri_list(sorted(row.iri for row in rows)), "Action"),
        facts=tuple(sorted(row.iri for row in rows)),
    )


def _asked(asking: Asking, rows: Sequence[ActionRow]) -> Sequence[ActionRow]:
    """Of some actions, where those of a time and nothing else are asked for, those that the minutes
    of its meetings tell, else those given in it; all where there are none of either.
    """
    spans = [one for one in asking.question.periods if one.bounded]
    if asking.question.subject or not spans:
        return rows
    minuted = asking.graph.select(_MINUTES).rows
    papers = {str(paper) for paper, day in minuted if in_time(day, spans)}
    told = [row for row in rows if papers & {str(entry.document) for entry in row.life}]
    return told or [row for row in rows if in_time(row.given, spans)] or rows


def _of_meetings(asking: Asking) -> Found | None:
    """The number of meetings, with their days."""
    found = by_calendar(asking, held=says(asking.question.text, "were_held"))
    if found is None:
        return None
    return replace(found, answer=f"{len(found.values)}: {found.answer}")


def _saying(asking: Asking, number: str, kind: str) -> list[Quote]:
    """The nearest passage that says the number itself, in figures or in words, of that kind."""
    written = {number, in_words(number)}
    said = (hit.place for hit in asking.result.hits)
    return [
        Quote(place.paragraph)
        for place in said
        if place.form != "table"
        and written & {word.lower() for word, _, _ in tokens(place.text)}
        and set(stems(kind)) & set(stems(place.text))
    ][:1]


def _quotes(asking: Asking, counted: list[Statement]) -> list[Quote]:
    """The paragraphs counted."""
    return _last_first(asking, {one.paragraphs[0]: None for one in counted if one.paragraphs})


def _last_first(asking: Asking, told: Mapping[str, str | None]) -> list[Quote]:
    """What some paragraphs say, by paragraph: the last first, since its number tells most, then in
    order.
    """
    held = places(asking.graph, sorted(told)).values()
    order = [place.paragraph for place in sorted(held, key=lambda p: (p.document, p.ordinal))]
    return [Quote(one, told[one]) for one in (*order[-1:], *order[:-1])]


def _counted(matches: list[Match]) -> list[Statement]:
    """The facts that are counted, a repeated one once: of recommendations the commonest sort.

    What a report asks of its board and what others recommend are not counted together.
    """
    sorts = Counter(_sort(one.statement) for one in matches)
    if not sorts:
        return []
    commonest = max(sorts, key=lambda sort: (sorts[sort], sort))
    kept = [one.statement for one in matches if _sort(one.statement) == commonest]
    return list(without_repeats(kept, lambda one: one.words, lambda one: one.type))


def _sort(statement: Statement) -> tuple[str, ...]:
    return tuple(sorted(statement.traits)) if statement.type == "Recommendation" else ()
