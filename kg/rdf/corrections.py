"""What corrections do: what was ruled wrong is withheld, what was corrected is settled."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg import terms as t
from kg.rdf import rulings
from kg.rdf.conversion.statements import Statements
from kg.rdf.identity.merges import Merges, Use
from kg.rdf.iris import Iris
from kg.rdf.rulings import Ruling
from kg.store.values import Iri

if TYPE_CHECKING:
    from kg.store.graph import KnowledgeGraph

_NEEDED = (t.AT_MEETING, t.PERSON, t.MEMBER, t.ORGANIZATION, t.DECIDED_AT, t.HELD_BY)
"""Properties without whose value a resource says nothing."""

_USES = """
SELECT DISTINCT ?document ?thing WHERE {
  GRAPH ?document {
    ?document a mb:Document .
    { ?thing ?property ?value } UNION { ?one ?property ?thing }
  }
}
"""
_NEEDING = """
SELECT DISTINCT ?document ?thing ?needed WHERE {
  GRAPH ?document { ?document a mb:Document . ?thing ?property ?needed }
}
"""


def correct(
    out: Statements, graph: "KnowledgeGraph", merges: Merges, ruled: Iterable[Ruling], iris: Iris
) -> set[tuple[str, str]]:
    """State what is withheld and the values that people gave.

    Returns the subjects and properties that are settled, names of what is withheld among
    them. A ruling on what no document
    speaks of any more says nothing.
    """
    settled: set[tuple[str, str]] = set()
    wrong: dict[str, str] = {}
    for ruling in ruled:
        if ruling.verdict not in (rulings.WRONG, rulings.CORRECT):
            continue
        subject = _shown(graph, merges, ruling.subject)
        if subject is None:
            continue
        if ruling.term is None:
            wrong[subject] = iris.ruling(ruling.key)
            continue
        settled.add((subject, ruling.term))
        if isinstance(ruling.value, Iri):
            out.link(subject, ruling.term, _shown(graph, merges, ruling.value) or ruling.value)
        else:
            out.add(subject, ruling.term, ruling.value)
    withheld = _withhold(out, graph, merges, wrong)
    return settled | {(iri, term) for iri in withheld for term in (t.NAME, t.PREF_LABEL)}


def _shown(graph: "KnowledgeGraph", merges: Merges, iri: str) -> str | None:
    """What an IRI means where documents use it, itself where people are told apart by it."""
    if merges.forms(iri):
        return iri
    for use in merges.uses(iri):
        return merges.means(use)
    return iri if graph.select(_USES + "LIMIT 1", thing=Iri(iri)).rows else None


def _withhold(
    out: Statements, graph: "KnowledgeGraph", merges: Merges, wrong: dict[str, str]
) -> set[str]:
    """Withhold what is wrong, and what says nothing without it."""
    withheld = dict(wrong)
    queue = sorted(wrong)
    while queue:
        iri = queue.pop()
        for form in sorted({iri, *(use.iri for use in merges.forms(iri))}):
            for thing in _needing(graph, merges, form, iri):
                if thing not in withheld:
                    withheld[thing] = withheld[iri]
                    queue.append(thing)
    for iri in sorted(withheld):
        out.link(iri, t.WITHHELD_BY, withheld[iri])
    return set(withheld)


def _needing(graph: "KnowledgeGraph", merges: Merges, form: str, iri: str) -> list[str]:
    """What documents state only together with a thing that they call ``form``."""
    return sorted(
        merges.means(Use(str(document), str(thing)))
        for term in _NEEDED
        for document, thing, needed in graph.select(
            _NEEDING, property=Iri(term), needed=Iri(form)
        ).rows
        if merges.means(Use(str(document), str(needed))) == iri
    )
