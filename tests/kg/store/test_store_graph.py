"""One set of checks over rdflib in memory, Oxigraph in memory and Oxigraph on disk."""

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph, Literal, URIRef

from kg.errors import QueryError, StoreError
from kg.rdf.conversion.statements import Quad
from kg.store.graph import BULK, FORMATS, Iri, KnowledgeGraph, Table
from kg.terms import NAMESPACES
from tests.places import ROOT
from tests.support.rdf_papers import (
    IRIS,
    JUNE_FACTS,
    JUNE_PAPER,
    MARCH_FACTS,
    MARCH_PAPER,
    PAPERS,
    fill,
    quads_of,
    settle,
)

pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning:rdflib")

EX = "http://ex.example/"
ONE, TWO = EX + "graph/1", EX + "graph/2"


def quad(subject: str, predicate: str, value: object, graph: str) -> Quad:
    target = URIRef(EX + value[1:]) if str(value).startswith(":") else Literal(value)  # type: ignore[index]
    return URIRef(EX + subject), URIRef(EX + predicate), target, URIRef(graph)


QUADS = [
    quad("boat", "name", "Gull", ONE),
    quad("boat", "length", Decimal("7.25"), ONE),
    quad("boat", "launched", date(1987, 5, 1), ONE),
    quad("boat", "crew", 3, ONE),
    quad("boat", "afloat", True, ONE),
    quad("boat", "home", ":quay", ONE),
    quad("boat", "home", ":quay", TWO),
    quad("raft", "name", 'Plank "No.1"\nII', TWO),
    quad("raft", "home", ":quay", TWO),
]

Select = Callable[..., list[tuple[object, ...]]]


@pytest.fixture(params=["memory", "disk", "reopened"])
def graph(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[KnowledgeGraph]:
    """The same quads in every kind of graph."""
    path = None if request.param == "memory" else tmp_path / "graph"
    held = KnowledgeGraph.open(path, write=True)
    held.replace_graph(ONE, [q for q in QUADS if str(q[3]) == ONE])
    held.replace_graph(TWO, [q for q in QUADS if str(q[3]) == TWO])
    if request.param == "reopened":
        held.close()
        held = KnowledgeGraph.open(path)
    with held:
        yield held


@pytest.fixture(params=["rdflib", "memory", "disk", "reopened"])
def select(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Select]:
    """SELECT over each store; rdflib's own evaluator is the oracle."""
    if request.param == "rdflib":
        dataset = Dataset(default_union=True)
        dataset.addN((s, p, o, dataset.graph(g)) for s, p, o, g in QUADS)

        def run(query: str, **bindings: object) -> list[tuple[object, ...]]:
            terms = {
                k: URIRef(v) if isinstance(v, Iri) else Literal(v) for k, v in bindings.items()
            }
            rows = dataset.query(query, initNs=NAMESPACES, initBindings=terms)
            return sorted((tuple(str(v) for v in row) for row in rows), key=repr)

        yield run
        return
    path = None if request.param == "memory" else tmp_path / "graph"
    held = KnowledgeGraph.open(path, write=True)
    for name in (ONE, TWO):
        held.replace_graph(name, [q for q in QUADS if str(q[3]) == name])
    if request.param == "reopened":
        held.close()
        held = KnowledgeGraph.open(path)

    def ask(query: str, **bindings: object) -> list[tuple[object, ...]]:
        rows = held.select(query, **bindings).rows  # type: ignore[arg-type]
        return sorted((tuple(str(v) for v in row) for row in rows), key=repr)

    with held:
        yield ask


BOAT, RAFT = Iri(EX + "boat"), Iri(EX + "raft")
PLANK = 'Plank "No.1"\nII'
CASES: dict[str, tuple[str, dict[str, object], list[tuple[object, ...]]]] = {
    "all": ("SELECT ?n { ?s ex:name ?n }", {}, [("Gull",), (PLANK,)]),
    "a literal": ("SELECT ?s { ?s ex:name ?n }", {"n": "Gull"}, [(BOAT,)]),
    "a literal with quotes": ("SELECT ?s { ?s ex:name ?n }", {"n": PLANK}, [(RAFT,)]),
    "an IRI": ("SELECT ?n { ?s ex:name ?n }", {"s": BOAT}, [("Gull",)]),
    "a date": (
        "SELECT ?s { ?s ex:launched ?d FILTER(?d = ?day) }",
        {"day": date(1987, 5, 1)},
        [(BOAT,)],
    ),
    "a triple of two graphs counts once": (
        "SELECT (COUNT(*) AS ?n) { ?s ex:home ?h }",
        {},
        [("2",)],
    ),
    "but stands in both": (
        "SELECT (COUNT(?g) AS ?n) { GRAPH ?g { ?s ex:home ?h } }",
        {},
        [("3",)],
    ),
    "in a group": (
        "SELECT ?s (COUNT(?h) AS ?n) { ?s ex:home ?h } GROUP BY ?s ORDER BY ?s",
        {"s": BOAT},
        [(BOAT, "1")],
    ),
    "in a filter": (
        "SELECT ?s { ?s ex:crew ?c FILTER(?c > ?least) }",
        {"least": 2},
        [(BOAT,)],
    ),
    "in a subquery": ("SELECT ?n { { SELECT ?n { ?s ex:name ?n } } }", {"s": RAFT}, [(PLANK,)]),
    "in an optional part": (
        "SELECT ?s { ?s ex:home ?h OPTIONAL { ?s ex:name ?n FILTER(?n = ?x) } FILTER(!BOUND(?n)) }",
        {"x": "Gull"},
        [(RAFT,)],
    ),
}
NOT_RDFLIBS = {"in a subquery", "in an optional part"}
"""Where rdflib's own initial bindings do not reach, and so cannot be the oracle."""


@pytest.mark.parametrize("case", CASES)
def test_select(select: Select, case: str, request: pytest.FixtureRequest) -> None:
    if case in NOT_RDFLIBS and request.node.callspec.params["select"] == "rdflib":
        pytest.skip("rdflib's initial bindings stop at the border of a group")
    query, bindings, expected = CASES[case]
    assert select(f"PREFIX ex: <{EX}> {query}", **bindings) == expected


def test_values_are_plain_python(graph: KnowledgeGraph) -> None:
    query = f"PREFIX ex: <{EX}> SELECT ?v {{ ?s ?p ?v }}"
    found = {
        predicate: graph.select(query, s=Iri(EX + "boat"), p=Iri(EX + predicate)).rows[0][0]
        for predicate in ("name", "length", "launched", "crew", "afloat", "home")
    }
    assert found == {
        "name": "Gull", "length": Decimal("7.25"), "launched": date(1987, 5, 1), "crew": 3,
        "afloat": True, "home": EX + "quay",
    }  # fmt: skip
    assert type(found["afloat"]) is bool
    assert type(found["home"]) is Iri
    assert type(found["name"]) is str


def test_table_has_columns_and_none_where_unbound(graph: KnowledgeGraph) -> None:
    table = graph.select(
        f"PREFIX ex: <{EX}> "
        "SELECT ?s ?crew { ?s ex:name ?n OPTIONAL { ?s ex:crew ?crew } } ORDER BY ?s"
    )
    assert table == Table(("s", "crew"), [(BOAT, 3), (RAFT, None)])
    assert list(table.dicts())[1] == {"s": RAFT, "crew": None}


def test_none_leaves_a_variable_unbound(graph: KnowledgeGraph) -> None:
    query = f"SELECT ?s {{ ?s <{EX}name> ?n FILTER(!BOUND(?wanted) || ?n = ?wanted) }}"
    assert len(graph.select(query, wanted=None).rows) == 2
    assert graph.select(query, wanted="Gull").rows == [(Iri(EX + "boat"),)]


def test_ask_and_construct(graph: KnowledgeGraph) -> None:
    assert graph.ask("ASK { ?s ?p ?name }", name="Gull")
    assert not graph.ask("ASK { ?s ?p ?name }", name="Albatross")
    triples = graph.construct("CONSTRUCT { ?s a ?h } WHERE { ?s ?p ?h }", p=Iri(EX + "home"))
    assert sorted(s for s, _, _ in triples.values()) == [EX + "boat", EX + "raft"]
    assert triples.serialize("nq").splitlines()[0].startswith(f"<{EX}boat> ")
    assert "a <" in triples.serialize("ttl")


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT * { ?s ?p", "malformed at line 1"),
        ("SELECT *\n{ ?s ?p ?o ) }", "malformed at line 2"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE is refused"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT is refused"),
        ("PREFIX x: <http://x/> # note\nDELETE WHERE { ?s ?p ?o }", "DELETE is refused"),
        ("LOAD <http://x/>", "LOAD is refused"),
        ("DROP ALL", "DROP is refused"),
        ("SELECT (<http://x/f>(?s) AS ?v) { ?s ?p ?o }", "cannot be run"),
        ("ASK { ?s ?p ?o }", "no SELECT"),
        ("", "malformed"),
    ],
)
def test_bad_queries_are_one_line_errors(graph: KnowledgeGraph, query: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason) as error:
        graph.select(query)
    assert "\n" not in str(error.value)


def test_words_of_writing_in_names_and_strings_are_no_writing(graph: KnowledgeGraph) -> None:
    query = """PREFIX service: <http://x/service/> # SERVICE
    SELECT ?insert {
      ?insert service:delete "SERVICE <http://x>", 'DROP ALL' ; <http://x/SERVICE> ?load
    }"""
    assert graph.select(query).rows == []


def test_prologue_declares_what_queries_may_use(graph: KnowledgeGraph) -> None:
    query = "SELECT ?s { ?s a mb:Meeting ; dct:date ?d ; schema:name ?n ; time:x ?t }"
    prologue = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in NAMESPACES.items())
    assert graph.select(query).rows == graph.select(prologue + query).rows == []


def test_replacing_and_removing_keep_the_union_right(tmp_path: Path) -> None:
    with KnowledgeGraph.open(tmp_path / "g", write=True) as graph:
        graph.replace_graph(ONE, [quad("boat", "name", "Gull", ONE)])
        graph.replace_graph(
            TWO, [quad("boat", "name", "Gull", TWO), quad("raft", "name", "Plank", TWO)]
        )
        graph.remove_graph(ONE)
        names = f"SELECT ?n {{ ?s <{EX}name> ?n }} ORDER BY ?n"
        assert graph.select(names).rows == [("Gull",), ("Plank",)]
        graph.replace_graph(TWO, [quad("raft", "name", "Plank", TWO)])
        assert graph.select(names).rows == [("Plank",)]
        graph.replace_graph(TWO, [])
        assert graph.select(names).rows == []
        assert graph.digest() == KnowledgeGraph.open().digest()


def test_a_graph_of_many_quads_is_kept_like_one_of_few(tmp_path: Path) -> None:
    many = [quad(f"boat{n % 97}", "log", f"entry {n}", ONE) for n in range(BULK)]
    with KnowledgeGraph.open(tmp_path / "g", write=True) as graph:
        graph.replace_graph(ONE, many)
        assert graph.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == [(BULK,)]
        graph.replace_graph(ONE, many[:5])
        few = KnowledgeGraph.open()
        few.replace_graph(ONE, reversed(many[:5]))
        assert exported(graph) == exported(few)
        assert graph.digest() == few.digest()


def test_quads_of_another_graph_are_refused() -> None:
    with pytest.raises(StoreError, match="do not belong"):
        KnowledgeGraph.open().replace_graph(ONE, [quad("boat", "name", "Gull", TWO)])


def exported(graph: KnowledgeGraph, form: str = "nq") -> bytes:
    out = io.BytesIO()
    graph.export(form, out)
    return out.getvalue()


def test_removal_leaves_what_would_have_been_without(tmp_path: Path) -> None:
    with KnowledgeGraph.open() as never, KnowledgeGraph.open(tmp_path / "g", write=True) as once:
        fill(never, ((MARCH_PAPER, MARCH_FACTS),))
        fill(once)
        assert exported(once) != exported(never)
        once.remove_document(IRIS.document(JUNE_PAPER.source.sha256))
        settle(once)
        assert exported(once) == exported(never)
        assert once.digest() == never.digest()
        assert once.documents() == [IRIS.document(MARCH_PAPER.source.sha256)]


def test_order_of_adding_changes_nothing(tmp_path: Path) -> None:
    with KnowledgeGraph.open() as forth, KnowledgeGraph.open(tmp_path / "g", write=True) as back:
        fill(forth)
        fill(back, ((JUNE_PAPER, JUNE_FACTS), (MARCH_PAPER, MARCH_FACTS)))
        assert forth.digest() == back.digest()
        for form in FORMATS:
            assert exported(forth, form) == exported(back, form)


def test_digest_survives_closing_and_follows_content(tmp_path: Path) -> None:
    path = tmp_path / "g"
    with KnowledgeGraph.open(path, write=True) as graph:
        fill(graph)
        digest = graph.digest()
    with KnowledgeGraph.open(path) as graph:
        assert graph.digest() == digest
    with KnowledgeGraph.open(path, write=True) as graph:
        graph.remove_document(IRIS.document(JUNE_PAPER.source.sha256))
        assert graph.digest() != digest


@pytest.mark.parametrize(
    ("form", "name"), [("nq", "nquads"), ("jsonld", "json-ld"), ("trig", "trig")]
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning:rdflib")
def test_exports_read_back_as_the_same(form: str, name: str) -> None:
    with KnowledgeGraph.open() as graph:
        fill(graph)
        expected = {q for paper, facts in PAPERS for q in quads_of(paper, facts)}
        dataset = Dataset()
        dataset.parse(data=exported(graph, form).decode(), format=name)
        documents = {q for q in dataset.quads() if "/document/" in str(q[3])}
        assert documents == expected


def test_exported_n_quads_are_sorted_lines_each_once() -> None:
    with KnowledgeGraph.open() as graph:
        fill(graph)
        lines = exported(graph).split(b"\n")
        assert lines.pop() == b""
        assert lines == sorted(set(lines))
        assert all(line.endswith(b" .") and line.count(b"<") >= 3 for line in lines)


def test_exported_turtle_holds_the_union() -> None:
    with KnowledgeGraph.open() as graph:
        fill(graph)
        union = Graph().parse(data=exported(graph, "ttl").decode(), format="turtle")
        assert len(union) == graph.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows[0][0]


def test_rdflib_sees_the_same_store() -> None:
    with KnowledgeGraph.open() as graph:
        fill(graph)
        dataset = Dataset(store=OxigraphStore(store=graph._store))
        (row,) = dataset.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        assert int(row[0]) == graph.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows[0][0]
        named = IRIS.document(MARCH_PAPER.source.sha256)
        assert len(dataset.graph(URIRef(named))) == len(quads_of(MARCH_PAPER, MARCH_FACTS))


def test_a_copy_on_disk_changes_on_its_own(tmp_path: Path) -> None:
    with KnowledgeGraph.open(tmp_path / "a", write=True) as graph:
        fill(graph)
    with KnowledgeGraph.open(tmp_path / "a") as graph:
        before = graph.digest()
        graph.copy_to(tmp_path / "b")
        with KnowledgeGraph.open(tmp_path / "b", write=True) as copy:
            assert exported(copy) == exported(graph)
            copy.remove_document(IRIS.document(JUNE_PAPER.source.sha256))
            assert copy.digest() != before
        assert graph.digest() == before
        assert len(graph.documents()) == 2


@pytest.mark.parametrize("content", [None, b"not a store"], ids=["missing", "damaged"])
def test_what_is_no_graph_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "oxigraph").mkdir()
        (tmp_path / "oxigraph" / "CURRENT").write_bytes(content)
    with pytest.raises(StoreError, match="cannot be opened"):
        KnowledgeGraph.open(tmp_path)
    assert content is not None or not list(tmp_path.iterdir())


def test_asking_imports_no_rdf_library() -> None:
    code = (
        "import sys; from kg.store.graph import KnowledgeGraph;"
        "KnowledgeGraph.open().select('SELECT * { ?s ?p ?o }', s='x');"
        "print(sorted({'rdflib', 'oxrdflib', 'pyshacl'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.strip() == "[]"
