"""The decisions on one item of an agenda."""

from collections.abc import Iterable

from kg import terms as t
from kg.store.graph import Iri, KnowledgeGraph
from kg.vocabulary import name_key
from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.answering.choosing.whole_lists import many_asked
from queries.answering.structured import by_facts, told_by


def decided_on(graph: KnowledgeGraph, item: str) -> list[Iri]:
    """The decisions on an item (IRIs)."""
    return [one for one in graph.subjects(t.ON_ITEM, item) if graph.is_a(one, t.DECISION)]


def as_many_as_asked(asking: Asking, found: Found) -> Found:
    """All decisions on the item of those found, where the question asks for just so many ("the
    three things decided") and fewer of them have its words.
    """
    many = many_asked(asking.question.text)
    if many is None or len(found.facts) >= many:
        return found
    items = dict.fromkeys(map(str, asking.graph.values_of(found.facts, t.ON_ITEM).values()))
    for item in items:
        told = decided_on(asking.graph, item)
        whole = told_by(asking, told, "decision") if len(told) == many else None
        if whole is not None:
            return whole
    return found


def at_all_meetings(asking: Asking, found: Found | None) -> Found | None:
    """What was decided on items of one title at all meetings, where no time is asked of and just
    that bears on the question; else what was ``found`` of one.
    """
    question = asking.question
    if found is None or question.periods or question.meeting:
        return found
    whole = by_facts(asking)
    told = frozenset(whole.facts if whole else ())
    same = set(found.facts) < told and len(_titles(asking, told)) == 1
    return whole if same else found


def _titles(asking: Asking, facts: Iterable[str]) -> set[str]:
    """The titles of the items of some decisions, as they are told apart."""
    items = asking.graph.values_of(facts, t.ON_ITEM)
    titles = asking.graph.values_of(map(str, items.values()), t.TITLE)
    return {name_key(str(title)) for title in titles.values()}
