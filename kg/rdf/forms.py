"""The forms in which papers write the names of people, bodies, programmes and posts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kg.rdf import terms as t

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_FORMS = """
SELECT DISTINCT ?document ?thing ?type ?form WHERE {
  GRAPH ?document { ?document a mb:Document . ?thing skos:altLabel ?form ; a ?type }
}
"""
_NAMED = frozenset({t.PERSON_CLASS, t.BOARD, t.ORGANISATION, t.PROGRAMME, t.CONCEPT})


class Written(NamedTuple):
    """A form that a document writes of a thing (IRIs, and the words)."""

    document: str
    thing: str
    form: str


Forms: TypeAlias = Mapping[str, Sequence[Written]]
"""What is written of the things of each class."""


def forms_written(graph: "KnowledgeGraph") -> Forms:
    """Every form that a document writes of a thing that has a name, by class of thing."""
    found: dict[str, list[Written]] = defaultdict(list)
    for document, thing, kind, form in graph.select(_FORMS).rows:
        if str(kind) in _NAMED:
            found[str(kind)].append(Written(str(document), str(thing), str(form)))
    return found
