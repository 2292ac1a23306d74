"""How many: the facts of a class that speak of a subject, each counted once."""

from collections import Counter
from dataclasses import replace

from embeddings.facts import Wanted
from kg.extraction.numbers import in_words
from kg.tables.load import table
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.assigning import by_assignment, chosen_actions, owned_actions
from queries.answering.calendar import by_calendar
from queries.place import places
from queries.repeats import without_repeats
from queries.statements import Match, Statement, match, spans
from queries.terms import iri_list
from queries.wording import says, stems, tokens

LEAST = 0.5
"""The least share of the subject that a fact must speak of to be counted."""
_COUNT = """SELECT (COUNT(DISTINCT ?fact) AS ?count)
WHERE { VALUES ?fact { %s } ?fact a mb:%s }"""


def by_counting(asking: Asking) -> Found | None:
    """The number of facts of the class asked for, or None where none speak of the subject."""
    if says(asking.question.text, "meetings"):
        return _of_meetings(asking)
    kinds = table("questions")["countable"]
    words = [word.lower() for word, _, _ in tokens(asking.question.text)]
    kind = next((str(kinds[word]) for word in words if word in kinds), None)
    if kind is None:
        return None
    if kind == "Action" and owned_actions(asking):
        return _of_owner(asking)
    question, facts = asking.question, asking.searcher.library.facts
    found = match(facts, question, Wanted(kind, spans=spans(question)), LEAST)
    counted = _counted([one for one in found if asking.asked_of(one.statement)])
    if not counted:
        return None
    listed = sorted(one.iri for one in counted)
    number = str(len(listed))
    return Found(
        answer=number,
        values=(number,),
        quotes=[*_saying(asking, number, kind), *_quotes(asking, counted)],
        sparql=_COUNT % (iri_list(listed), kind),
        facts=tuple(listed),
    )


def _of_meetings(asking: Asking) -> Found | None:
    """The number of meetings, with their days."""
    found = by_calendar(asking)
    if found is None:
        return None
    return replace(found, answer=f"{len(found.values)}: {found.answer}")


def _of_owner(asking: Asking) -> Found | None:
    """The number of the actions of the owners named, with the actions."""
    found = by_assignment(asking)
    if found is None:
        return None
    number = str(len(chosen_actions(asking)))
    return replace(found, answer=f"{number}:\n{found.answer}", values=(number,))


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
    """The paragraphs counted: the last first, since its number tells most, then in order."""
    stated = {paragraph for one in counted for paragraph in one.paragraphs[:1]}
    held = places(asking.graph, sorted(stated)).values()
    order = [place.paragraph for place in sorted(held, key=lambda p: (p.document, p.ordinal))]
    return [Quote(paragraph) for paragraph in (*order[-1:], *order[:-1])]


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
