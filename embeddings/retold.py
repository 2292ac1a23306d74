"""Which facts, names and openings of papers are told otherwise after a change of papers.

A fact is put into words with the names, titles and days of what it points to
(`embeddings.statements`). So it is told otherwise where the graph has come to say other
things of it, of a paragraph of its report, or of the name, title or day of what it points to.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg import terms as t
from kg.rdf.iris import Iris, paper_of
from kg.store.graph import KnowledgeGraph

_FACTS = frozenset(
    ("decision", "recommendation", "action", "report", "item", "attendance", "membership", "figure")
)
"""The kinds of IRI that facts have."""
_NAMED = frozenset(("person", "board", "council", "organisation", "programme"))
"""The kinds of IRI that are found by their names."""
_NAMING = frozenset({t.NAME, t.PREF_LABEL, t.ALT_LABEL, t.TYPE})
"""What their names are read from."""
_TELLING = frozenset({t.NAME, t.PREF_LABEL, t.TITLE, t.DATE, t.TYPE, t.PLAN_THEME})
"""What is told of a thing that a fact points to."""
_OPENING = frozenset({t.TYPE, t.KIND, t.OF_MEETING, t.IN_DOCUMENT, t.ORDINAL, t.TEXT})
"""What the opening of a paper is read from, of it and of its paragraphs."""
_POINTING = (
    *(t.DECIDED_AT, t.ON_ITEM, t.MADE_IN, t.OF_MEETING, t.ARISES_FROM, t.AT_MEETING),
    *(t.CONTACT_OFFICER, t.PRESENTED_BY, t.PERSON, t.REPRESENTING, t.SUBSTITUTE_FOR),
    *(t.MEMBER, t.ORGANIZATION, t.ROLE, t.ABOUT),
)
"""How facts point to what they are told with."""


@dataclass(frozen=True, slots=True)
class Retold:
    """The facts (IRIs) that may be told otherwise, what may have other names than before, and the
    papers that may open otherwise or be of other bodies.
    """

    facts: frozenset[str]
    names: frozenset[str]
    papers: frozenset[str]


def retold(graph: KnowledgeGraph, iris: Iris, touched: Mapping[str, set[str]]) -> Retold:
    """The facts that may be told otherwise, and what may have other names or open otherwise.

    ``touched`` is what `KnowledgeGraph.touched` told of the change.
    """
    found = set(touched)
    for iri in touched:
        found.update(map(str, graph.objects(iri, t.IN_REPORT)))
    for iri, properties in touched.items():
        if properties & _TELLING:
            found |= _pointing_to(graph, iri)
    moved = (iri for iri, some in touched.items() if t.AT_MEETING in some or t.DATE in some)
    for iri in moved:
        items = {iri, *graph.subjects(t.AT_MEETING, iri)}
        found |= {one for item in items for one in graph.subjects(t.ARISES_FROM, item)}
    renamed = (iri for iri, properties in touched.items() if properties & _NAMING)
    return Retold(
        frozenset(iri for iri in found if iris.kind(iri) in _FACTS),
        frozenset(iri for iri in renamed if iris.kind(iri) in _NAMED),
        frozenset(_opened(graph, iris, touched)),
    )


def _opened(graph: KnowledgeGraph, iris: Iris, touched: Mapping[str, set[str]]) -> Iterator[str]:
    """The papers whose openings, or the bodies of whose meetings, may be others."""
    for iri, properties in touched.items():
        if properties & _OPENING and iris.kind(iri) == "document":
            yield paper_of(iri)
        if t.HELD_BY in properties:
            yield from graph.subjects(t.OF_MEETING, iri)


def _pointing_to(graph: KnowledgeGraph, iri: str) -> set[str]:
    return {one for property_ in _POINTING for one in graph.subjects(property_, iri)}
