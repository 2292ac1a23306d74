"""Who and what is meant across documents: names that are one, and the name of each.

Each document states the forms it writes. From all of them, and from what people
ruled, the graph of identity says which IRIs of documents stand for one thing, why,
and what that thing is called.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kg import terms as t
from kg.rdf import rulings
from kg.rdf.conversion.statements import Quad, Statements
from kg.rdf.corrections import correct
from kg.rdf.identity import bodies
from kg.rdf.identity.bearers import bearers
from kg.rdf.identity.bodies import is_acronym
from kg.rdf.identity.following import follow
from kg.rdf.identity.forms import Forms, forms_written
from kg.rdf.identity.merges import Merges, Use, state
from kg.rdf.identity.near import Near, everything, near_change
from kg.rdf.identity.people import people
from kg.rdf.identity.person_iris import add_people
from kg.rdf.identity.renamings import Renamings
from kg.rdf.iris import Iris, body_slug, programme_slug, slug, tail_of
from kg.rdf.linking.stated import Stated
from kg.rdf.rulings import Ruling
from kg.store.values import Iri, to_value

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.store.graph import KnowledgeGraph

__all__ = ["best_form", "is_acronym", "quads"]

_PLACES = """
SELECT DISTINCT ?paragraph ?form WHERE {
  GRAPH ?document {
    ?paragraph mb:mentions ?thing ; mb:text ?text ; mb:ordinal ?ordinal .
    ?thing skos:altLabel ?form .
    FILTER(CONTAINS(?text, ?form))
  }
} ORDER BY ?ordinal DESC(STRLEN(?form)) ?form LIMIT 1
"""
_USING = """
SELECT DISTINCT ?document WHERE {
  GRAPH ?document {
    ?document a mb:Document . { ?thing ?property ?value } UNION { ?one ?property ?thing }
  }
}
"""
_NAMED = {
    t.PERSON_CLASS: (t.NAME, slug),
    t.BOARD: (t.PREF_LABEL, body_slug),
    t.ORGANISATION: (t.PREF_LABEL, body_slug),
    t.PROGRAMME: (t.PREF_LABEL, programme_slug),
    t.CONCEPT: (t.PREF_LABEL, slug),
}
"""For each class the property that holds the name, and how its IRIs come from names."""


def quads(graph: "KnowledgeGraph", iris: Iris) -> Iterator[Quad]:
    """The quads of the graph of identity, from all documents and rulings that ``graph`` holds."""
    stated = Stated(graph, iris)
    ruled = rulings.read(graph, iris)
    return iter(_work_out(stated, everything(stated), Renamings(stated), ruled).statements)


def rebuild(graph: "KnowledgeGraph", iris: Iris) -> None:
    """Work out the graph of identity from the beginning."""
    graph.replace_graph(iris.graph("identity"), quads(graph, iris))
    graph.restated()


def update(graph: "KnowledgeGraph", iris: Iris) -> None:
    """Bring the graph of identity up to date with what has changed since it was last.

    That is what documents have come to say since ``graph`` was opened or last brought up to
    date. Only names in these and their kin are worked out again, all of them where people
    ruled otherwise or the councils have changed. The outcome is the same as of `rebuild`.
    """
    restated = graph.restated()
    changed = {one: said for one, said in restated.items() if iris.kind(one) == "document"}
    if {iris.graph("curation"), iris.graph("reference")} & restated.keys():
        rebuild(graph, iris)
    elif changed:
        stated, ruled = Stated(graph, iris), rulings.read(graph, iris)
        renamings = Renamings(stated)
        near = near_change(stated, renamings, changed, ruled)
        found = _work_out(stated, near, renamings, ruled)
        held = _held(graph, iris.graph("identity"), found, ruled)
        graph.change_graph(iris.graph("identity"), held, found.statements)
    graph.restated()


@dataclass(frozen=True, slots=True)
class _Found:
    """Statements of identity, the names they are about, and what follows from these (IRIs)."""

    statements: Statements
    names: AbstractSet[str]
    following: set[str]


def _work_out(stated: Stated, near: Near, renamings: Renamings, ruled: Sequence[Ruling]) -> _Found:
    """Work out what is near."""
    graph, iris = stated.graph, stated.iris
    out, found, apart = Statements(iris.graph("identity")), Merges(near.means), _apart(ruled)
    forms = forms_written(stated, near.bodies)
    boards_apart = bodies.merge(found, stated, forms, renamings, apart)
    _same(found, graph, (one for one in ruled if stated.names(one.subject, *bodies.CLASSES)))
    others = near.reached.people(found) | near.posts
    forms = {**forms, **forms_written(stated, others)}
    bearing = bearers(stated, forms, found)
    told_apart = boards_apart | add_people(found, bearing, people(bearing, apart), stated)
    _same(found, graph, ruled)
    following = follow(stated, found, near.reached.documents(found), near.gone)
    settled = correct(out, graph, found, ruled, iris)
    _names(out, forms, found, told_apart, settled)
    state(out, iris, found, partial(_place, graph))
    return _Found(out, near.bodies | others, following)


def _held(
    graph: "KnowledgeGraph", name: str, found: _Found, ruled: Iterable[Ruling]
) -> Iterator["ox.Quad"]:
    """What the graph of identity has said of that which was worked out again."""
    for iri in found.names | found.following:
        yield from graph.quads_in(name, iri)
        for link in graph.quads_in(name, None, t.SUBJECT, iri):
            yield from graph.quads_in(name, str(to_value(link.subject)))
    for whole in {whole for iri in found.names for whole in graph.wholes_of(iri)}:
        yield from graph.quads_in(name, whole)
    yield from graph.quads_in(name, None, t.WITHHELD_BY)
    for iri in {
        one for ruling in ruled for one in (ruling.subject, *graph.wholes_of(ruling.subject))
    }:
        said = graph.quads_in(name, iri)
        yield from (quad for quad in said if quad.predicate.value != t.MERGED_INTO)


def best_form(forms: Mapping[str, int]) -> str:
    """The form most documents write; a full form beats an acronym, then the alphabet decides."""
    return min(forms, key=lambda form: (is_acronym(form), -forms[form], form))


def _names(
    out: Statements,
    written: Forms,
    found: Merges,
    told_apart: Mapping[str, str],
    settled: set[tuple[str, str]],
) -> None:
    """One name for each resource that people gave none: a form that fits its IRI, else any."""
    for kind, (name, key) in _NAMED.items():
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for document, thing, form in written.get(kind, ()):
            forms[found.means(Use(document, thing))][form] += 1
        for iri in sorted(forms):
            if (iri, name) not in settled:
                tail = tail_of(told_apart.get(iri, iri))
                fitting = {form: n for form, n in forms[iri].items() if key(form) == tail}
                out.add(iri, name, best_form(fitting or forms[iri]))


def _apart(ruled: Iterable[Ruling]) -> dict[str, set[str]]:
    """For each IRI those that it was ruled not to be."""
    found: dict[str, set[str]] = defaultdict(set)
    for ruling in ruled:
        if ruling.verdict == rulings.DIFFERENT:
            found[ruling.subject].add(str(ruling.value))
            found[str(ruling.value)].add(ruling.subject)
    return found


def _same(found: Merges, graph: "KnowledgeGraph", ruled: Iterable[Ruling]) -> None:
    """Make one what people ruled to be one: the IRI in most documents is kept."""
    for ruling in ruled:
        if ruling.verdict == rulings.SAME:
            for iri in ruling.pair:
                _use(found, graph, iri)
            meant = {
                whole
                for iri in ruling.pair
                for whole in ([iri] if found.forms(iri) else map(found.means, found.uses(iri)))
            }
            kept = min(meant, key=lambda iri: (-len(found.forms(iri)), iri), default="")
            for gone in sorted(meant - {kept}):
                found.redirect(gone, kept, "curated")


def _use(found: Merges, graph: "KnowledgeGraph", iri: str) -> None:
    """Take note of the documents that use an IRI."""
    rows = graph.select(_USING, thing=Iri(iri)).rows
    found.use(Use(str(document), iri) for (document,) in rows)


def _place(graph: "KnowledgeGraph", use: Use) -> tuple[str, str] | None:
    """The first paragraph of a document that names a thing, with the longest form there."""
    rows = graph.select(_PLACES, document=Iri(use.document), thing=Iri(use.iri)).rows
    return next(((str(paragraph), str(form)) for paragraph, form in rows), None)
