"""What the union of named graphs has to show, worked out plainly from all their statements."""

from collections.abc import Iterable

import pyoxigraph as ox

from kg import terms as t


def union_of(quads: Iterable[ox.Quad]) -> set[ox.Triple]:
    """The triples of all graphs with merges and corrections in force."""
    held = set(quads)
    told = {(q.subject.value, q.predicate.value): q.object for q in held}

    def of(predicate: str) -> list[ox.Quad]:
        return [quad for quad in held if quad.predicate.value == predicate]

    everywhere = {quad.subject: quad.object for quad in of(t.MERGED_INTO)}
    within = {
        (quad.object, told[quad.subject.value, t.SUBJECT]): told[quad.subject.value, t.OBJECT]
        for quad in of(t.WITHIN)
    }
    hidden = {quad.subject for quad in of(t.WITHHELD_BY)}
    settled: dict[tuple[object, object], set[object]] = {}
    for quad in of(t.VERDICT):
        if (term := told.get((quad.subject.value, t.PREDICATE))) is not None:
            subject = told[quad.subject.value, t.SUBJECT]
            ruled = told.get((quad.subject.value, t.OBJECT))
            values = settled.setdefault((everywhere.get(subject, subject), term), set())
            values |= {everywhere.get(ruled, ruled)} - {None}
    deciding = {
        quad.graph_name
        for predicate in (t.MERGED_INTO, t.WITHIN, t.WITHHELD_BY, t.VERDICT)
        for quad in of(predicate)
    }
    shown = set()
    for quad in held:
        if quad.graph_name in deciding:
            shown.add(quad.triple)
            continue
        subject, target = (
            within.get((quad.graph_name, term), everywhere.get(term, term))
            for term in (quad.subject, quad.object)
        )
        ruled_so = target in settled.get((subject, quad.predicate), {target})
        if not {subject, target} & hidden and ruled_so:
            shown.add(ox.Triple(subject, quad.predicate, target))
    return shown
