"""Who and what is meant across documents: names chosen, and names that are one.

Each document states the forms it writes. From all of them the graph of identity
gets one name for each resource, and the resources that go by an acronym alone
are joined to the one that another paper says it stands for.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.rdf import terms as t
from kg.rdf.iris import Iris, body_slug, programme_slug, slug
from kg.rdf.statements import Quad, Statements
from kg.store.values import Iri

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_FORMS = """
SELECT DISTINCT ?document ?thing ?form WHERE {
  GRAPH ?document { ?document a mb:Document . ?thing a ?type ; skos:altLabel ?form }
}
"""
_MENTIONS = "SELECT DISTINCT ?paragraph WHERE { ?paragraph mb:mentions ?thing }"

_NAMED = {
    t.PERSON_CLASS: (t.NAME, slug),
    t.BOARD: (t.PREF_LABEL, body_slug),
    t.ORGANISATION: (t.PREF_LABEL, body_slug),
    t.PROGRAMME: (t.PREF_LABEL, programme_slug),
    t.CONCEPT: (t.PREF_LABEL, slug),
}
"""For each class the property that holds the name, and how its IRIs come from names."""

_WITH_ACRONYMS = (t.BOARD, t.ORGANISATION, t.PROGRAMME)


@dataclass
class _Thing:
    """A resource with the forms of its name and the number of documents that write each."""

    iri: str
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def tail(self) -> str:
        return self.iri.rsplit("/", 1)[-1]


def quads(graph: "KnowledgeGraph", iris: Iris) -> Iterator[Quad]:
    """The quads of the graph of identity, from all documents that ``graph`` holds."""
    out = Statements(iris.graph("identity"))
    for kind, (name, key) in _NAMED.items():
        things = _things(graph, kind)
        for thing in things:
            fitting = {form: n for form, n in thing.forms.items() if key(form) == thing.tail}
            out.add(thing.iri, name, best_form(fitting or thing.forms))
        if kind in _WITH_ACRONYMS:
            _join_acronyms(out, graph, things)
    return iter(out)


def best_form(forms: Mapping[str, int]) -> str:
    """The form most documents write; a full form beats an acronym, then the alphabet decides."""
    return min(forms, key=lambda form: (is_acronym(form), -forms[form], form))


def is_acronym(form: str) -> bool:
    """Whether a form is one word with two capitals or more ("CPC", "CPCs", "OfLoG")."""
    return " " not in form and sum(letter.isupper() for letter in form) > 1


def _things(graph: "KnowledgeGraph", kind: str) -> list[_Thing]:
    things: dict[str, _Thing] = {}
    for _, thing, form in graph.select(_FORMS, type=Iri(kind)).rows:
        iri = str(thing)
        things.setdefault(iri, _Thing(iri)).forms[str(form)] += 1
    return [things[iri] for iri in sorted(things)]


def _join_acronyms(out: Statements, graph: "KnowledgeGraph", things: list[_Thing]) -> None:
    """Say of what goes by an acronym alone which one resource the acronym belongs to."""
    owners: dict[str, set[str]] = {}
    for thing in things:
        for form in thing.forms:
            if is_acronym(form) and not _is_acronym_only(thing):
                owners.setdefault(form, set()).add(thing.iri)
    for thing in filter(_is_acronym_only, things):
        meant = set().union(*(owners.get(form, set()) for form in thing.forms))
        if len(meant) == 1:
            (whole,) = meant
            out.link(thing.iri, t.MERGED_INTO, whole)
            for (paragraph,) in graph.select(_MENTIONS, thing=Iri(thing.iri)).rows:
                out.link(str(paragraph), t.MENTIONS, whole)


def _is_acronym_only(thing: _Thing) -> bool:
    return all(map(is_acronym, thing.forms))
