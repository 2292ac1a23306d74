"""The knowledge graph: quads on disk or in memory, asked in SPARQL.

Reading goes through Oxigraph itself, so that a question imports no RDF library;
quads come in as rdflib terms.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from kg import terms as t
from kg.errors import ANEW, QueryError, StoreError
from kg.store.binding import bind, refuse_writing_and_services
from kg.store.digests import Digests
from kg.store.patterns import Patterns
from kg.store.results import FORMATS, Table, Triples, query_errors
from kg.store.values import Iri, Value, to_quad, to_term, to_value
from kg.store.view import DECIDING, View
from kg.terms import DOCUMENT, NAMESPACES

if TYPE_CHECKING:
    from kg.store.values import Quad

__all__ = ["FORMATS", "Iri", "KnowledgeGraph", "Table", "Triples", "Value"]

STORE = "oxigraph"
BULK = 10_000
"""From how many quads on writing new files beats writing through a transaction."""
_PLACING = frozenset(
    map(
        ox.NamedNode,
        (t.OF_MEETING, t.AT_MEETING, t.DECIDED_AT, t.HELD_BY, t.NEXT_MEETING, t.PREVIOUS_MEETING,
         t.ON_ITEM, t.MADE_IN, t.IN_REPORT, t.ARISES_FROM),
    )
)  # fmt: skip
"""Properties that say where a thing stands: a change of one touches both ends."""

_NAME = ox.NamedNode(t.ALT_LABEL)


class KnowledgeGraph(Patterns):
    """A dataset of named graphs with SPARQL over the union of them.

    The union is kept as the store's default graph, in which a triple stated in
    several graphs is there once. (Oxigraph's own union option counts it once for
    each graph: oxigraph/oxigraph#1919.) What is one thing under several IRIs has
    one IRI there, and corrections are in force (`kg.store.view`). Files and digests
    leave it out.

    Every named graph has a digest, kept beside the store, so that the digest of
    the whole costs nothing while nothing changes. Use as a context manager, or
    call ``close`` when a graph was open for writing.
    """

    def __init__(
        self, store: ox.Store, digests: Digests, path: Path | None = None, *, fixed: bool = False
    ) -> None:
        super().__init__(store, fixed=fixed)
        self._digests = digests
        self._path = path
        self._touched: dict[str, set[str]] = {}
        self._restated: dict[str, dict[str, set[str]]] = {}

    @classmethod
    def open(cls, path: Path | None = None, *, write: bool = False) -> "KnowledgeGraph":
        """The graph in a directory, or a new one in memory where ``path`` is None.

        :param write: open for changes and create what is missing; one process at
            a time. Otherwise the graph is only read, by any number of processes.
        :raises StoreError: if there is no graph or it cannot be opened.
        """
        if path is None:
            return cls(ox.Store(), Digests())
        try:
            if write:
                path.mkdir(parents=True, exist_ok=True)
                return cls(ox.Store(path / STORE), Digests.read(path), path)
            return cls(ox.Store.read_only(str(path / STORE)), Digests.read(path), fixed=True)
        except (OSError, RuntimeError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise StoreError(f"the graph at {path} cannot be opened ({reason}); {ANEW}") from error

    def __enter__(self) -> "KnowledgeGraph":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write what is still in memory to disk and let go of the store."""
        if self._path is not None:
            self._store.flush()
            self._digests.write(self._path)
        super().__init__(ox.Store())
        self._path = None

    def copy_to(self, path: Path) -> None:
        """Make the graph of a directory that does not exist yet equal to this one on disk.

        Files that no longer change are linked, not copied.
        """
        path.mkdir(parents=True)
        self._store.backup(str(path / STORE))
        self._digests.write(path)

    # Asking

    def evaluate(
        self, query: str, bindings: Mapping[str, Value]
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The result of any reading query as Oxigraph gives it.

        The prefixes of ``kg.terms`` need no declaration. Rows may be worked
        out while they are read, so errors can surface there.

        :raises QueryError: if the query is malformed or does more than read.
        """
        refuse_writing_and_services(query)
        given = {name: value for name, value in bindings.items() if value is not None}
        with query_errors():
            terms = {name: str(to_term(value)) for name, value in given.items()}
            return self._store.query(bind(query, terms), prefixes=NAMESPACES)

    def select(self, query: str, **bindings: Value) -> Table:
        """The rows of a SELECT; keywords bind variables, None leaves one unbound.

        :raises QueryError: if the query is malformed, refused, or no SELECT.
        """
        solutions = self.evaluate(query, bindings)
        if not isinstance(solutions, ox.QuerySolutions):
            raise QueryError("this query is no SELECT; run it as what it is")
        columns = tuple(variable.value for variable in solutions.variables)
        with query_errors():
            rows = [tuple(to_value(term) for term in solution) for solution in solutions]
        return Table(columns, rows)

    def ask(self, query: str, **bindings: Value) -> bool:
        """The answer of an ASK.

        :raises QueryError: if the query is malformed, refused, or no ASK.
        """
        answer = self.evaluate(query, bindings)
        if not isinstance(answer, ox.QueryBoolean):
            raise QueryError("this query is no ASK; run it as what it is")
        return bool(answer)

    def construct(self, query: str, **bindings: Value) -> Triples:
        """The triples of a CONSTRUCT or DESCRIBE.

        :raises QueryError: if the query is malformed, refused, or neither.
        """
        triples = self.evaluate(query, bindings)
        if not isinstance(triples, ox.QueryTriples):
            raise QueryError("this query is neither CONSTRUCT nor DESCRIBE; run it as what it is")
        with query_errors():
            return Triples(tuple(triples))

    def documents(self) -> list[Iri]:
        """The documents that the graph holds, by IRI."""
        found = self.select("SELECT DISTINCT ?document { ?document a ?type }", type=Iri(DOCUMENT))
        return sorted(Iri(document) for (document,) in found.rows)

    def shown_in(self, graph: str, iri: str) -> str:
        """The IRI under which the union shows what a named graph says of an IRI."""
        return self._view.means(ox.NamedNode(graph), ox.NamedNode(iri)).value

    def shown_as(self, iri: str) -> list[str]:
        """The other IRIs that the union shows under this one, in some graph or in all."""
        return [form.value for form in self._view.forms.get(ox.NamedNode(iri), ())]

    def wholes_of(self, iri: str) -> list[str]:
        """The IRIs under which the union shows an IRI in place of its own, in some graph or all."""
        return [whole.value for whole in self._view.wholes.get(ox.NamedNode(iri), ())]

    # Changing

    def replace_graph(self, iri: str, quads: "Iterable[Quad]") -> None:
        """Make a named graph hold these quads, whose graph names must be ``iri``.

        :raises StoreError: if a quad belongs to another graph.
        """
        name = ox.NamedNode(iri)
        wanted = {to_quad(quad) for quad in quads}
        if strangers := {str(quad.graph_name) for quad in wanted if quad.graph_name != name}:
            raise StoreError(f"quads of {min(strangers)} do not belong in <{iri}>")
        held = set(self._store.quads_for_pattern(None, None, None, name))
        self._change(iri, held - wanted, wanted - held)
        if not wanted:
            self._store.remove_graph(name)
            self._digests.forget(iri)

    def change_graph(self, iri: str, gone: Iterable[ox.Quad], new: "Iterable[Quad]") -> None:
        """Take statements that a named graph holds out of it and put others in.

        What is in both stays; the time this takes grows with the change alone.
        """
        wanted, held = {to_quad(quad) for quad in new}, set(gone)
        fresh = {quad for quad in wanted - held if quad not in self._store}
        self._change(iri, held - wanted, fresh)

    def _change(self, iri: str, gone: set[ox.Quad], new: set[ox.Quad]) -> None:
        if not gone and not new:
            return
        view = self._view  # read before anything changes
        self._restate(iri, gone | new)
        self._withdraw(gone)
        self._state(new)
        self._digests.change(iri, gone, new)
        decides = ox.NamedNode(iri) in view.plain  # a link may name another thing than before
        if decides or any(quad.predicate in DECIDING for quad in gone | new):
            self._look_again(view)

    def remove_graph(self, iri: str) -> None:
        """Take a named graph out, if it is there."""
        self.replace_graph(iri, ())

    @cached_property
    def _view(self) -> View:
        """How the union shows the graphs."""
        return View.read(self._store)

    def _state(self, quads: set[ox.Quad]) -> None:
        """Add quads to their graph and what they show to the union of all."""
        shown = {ox.Quad(*triple) for triple in map(self._view.shown, quads) if triple}
        self._touch(quad for quad in shown if quad not in self._store)
        both = [*quads, *shown]
        if len(both) > BULK:
            self._store.bulk_extend(both)
        elif both:
            self._store.extend(both)

    def _withdraw(self, quads: set[ox.Quad]) -> None:
        """Remove quads from their graph, and from the union what no other graph shows."""
        for quad in quads:
            self._store.remove(quad)
        self._hide({triple for triple in map(self._view.shown, quads) if triple})

    def _hide(self, triples: set[ox.Triple]) -> None:
        """Remove from the union those of the triples that no statement shows any more."""
        for triple in triples:
            others = self._view.stating(self._store, triple)
            if all(self._view.shown(other) != triple for other in others):
                self._touch([triple])
                self._store.remove(ox.Quad(*triple))

    def _touch(self, changed: Iterable[ox.Quad | ox.Triple]) -> None:
        """Take note of what a change of the union is about."""
        for one in changed:
            property_ = one.predicate.value
            self._touched.setdefault(str(to_value(one.subject)), set()).add(property_)
            if one.predicate in _PLACING:
                self._touched.setdefault(str(to_value(one.object)), set()).add(property_)

    def touched(self) -> dict[str, set[str]]:
        """The IRIs of which the union has come to say other things, since it was opened or
        this was asked last, each with the properties in which.
        """
        told, self._touched = self._touched, {}
        return told

    def _restate(self, iri: str, changed: Iterable[ox.Quad]) -> None:
        """Take note of what a named graph says otherwise."""
        things = self._restated.setdefault(iri, {})
        for quad in changed:
            names = things.setdefault(str(to_value(quad.subject)), set())
            if quad.predicate == _NAME:
                names.add(str(to_value(quad.object)))

    def restated(self) -> dict[str, dict[str, set[str]]]:
        """The named graphs that have changed since the graph was opened or this was asked
        last: each with the IRIs of which it has come to say other things, and the names
        (skos:altLabel) among these.
        """
        told, self._restated = self._restated, {}
        return told

    def touch_all(self) -> None:
        """Let everything count as changed."""
        held = self._store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        self._touch(held)

    def _look_again(self, before: View) -> None:
        """Make the union show the graphs as they now say that it should."""
        now = View.read(self._store)
        changed = self._quads_of(before.differing(now), before.plain ^ now.plain)
        old = {triple for triple in map(before.shown, changed) if triple}
        new = {triple for triple in map(now.shown, changed) if triple}
        self._view = now
        self._hide(old - new)
        self._touch(new - old)
        self._store.extend(ox.Quad(*triple) for triple in new - old)

    def _quads_of(self, things: set[ox.NamedNode], graphs: frozenset[ox.NamedNode]) -> set[ox.Quad]:
        """The statements of named graphs about things, and all those of some graphs."""
        find = self._store.quads_for_pattern
        found = {quad for graph in graphs for quad in find(None, None, None, graph)}
        for thing in things:
            found.update(find(thing, None, None, None), find(None, None, thing, None))
        return {quad for quad in found if quad.graph_name != ox.DefaultGraph()}

    def replace_document(self, iri: str, quads: "Iterable[Quad]") -> None:
        """Make the named graph of a document hold these quads and nothing else."""
        self.replace_graph(iri, quads)

    def remove_document(self, iri: str) -> None:
        """Take a document and all it says out."""
        self.remove_graph(iri)

    # The whole

    def digest(self) -> str:
        """A SHA-256 that is equal for equal datasets, whatever the order of adding."""
        return self._digests.whole()

    def export(self, format: str, out: IO[bytes]) -> None:  # noqa: A002 - as in rdflib
        """Write the dataset in one of ``FORMATS``: the same bytes for the same dataset.

        N-Quads are sorted lines. Turtle has no named graphs: it holds the union
        of them.
        """
        if format == "nq":
            out.writelines(sorted(self._quad_lines()))
        elif format == "ttl":
            union = self._sorted_quads(ox.DefaultGraph())
            triples = (quad.triple for quad in union)
            ox.serialize(triples, out, FORMATS[format], prefixes=NAMESPACES)
        else:
            quads = (quad for name in self._names() for quad in self._sorted_quads(name))
            ox.serialize(quads, out, FORMATS[format], prefixes=NAMESPACES)

    def _names(self) -> list[ox.NamedNode]:
        return [ox.NamedNode(iri) for iri in self._digests.graphs()]

    def _sorted_quads(self, graph: ox.NamedNode | ox.DefaultGraph) -> list[ox.Quad]:
        return sorted(self._store.quads_for_pattern(None, None, None, graph), key=str)

    def _quad_lines(self) -> Iterator[bytes]:
        for name in self._names():
            end = f"{name} .\n".encode()
            for line in _triple_lines(self._store, name):
                yield line.removesuffix(b".") + end


def _triple_lines(store: ox.Store, name: ox.NamedNode) -> list[bytes]:
    """The triples of a named graph as N-Triples without line ends, in no order."""
    dump = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b""
    return dump.split(b"\n")[:-1]
