"""The decisions on one item of an agenda."""

from kg import terms as t
from kg.store.graph import Iri, KnowledgeGraph
from queries.answering.answer import Found
from queries.answering.asking import Asking
from queries.answering.choosing.whole_lists import many_asked
from queries.answering.structured import told_by


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
