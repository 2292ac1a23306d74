"""Any SPARQL query that reads, in its own process, and nothing else."""

import json
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.store.graph import Triples
from kg.store.values import Iri
from queries.sparql.runner import QueryResult, Rows, run
from queries.sparql.worker import refuse
from tests.support.invented_graph import BASE, graph


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    graph(folder).close()
    return folder


def rows(answer: QueryResult) -> Rows:
    assert isinstance(answer, Rows)
    return answer


def test_select_sees_all_graphs_and_knows_the_standard_prefixes(path: Path) -> None:
    query = """
        SELECT DISTINCT ?title ?page {
          ?d dct:title ?title ; mb:kind "minutes" OPTIONAL { ?d mb:page ?page }
        }"""
    table = rows(run(path, query)).table()
    assert table.columns == ("title", "page")
    assert table.rows == [("Minutes of 3 March 2021", None)]


def test_select_is_written_as_w3c_json_and_csv(path: Path) -> None:
    query = "SELECT DISTINCT ?c ?name { ?c a mb:Council ; skos:prefLabel ?name }"
    answer = rows(run(path, query))
    council = f"{BASE}council/nmr"
    assert json.loads(answer.json) == {
        "head": {"vars": ["c", "name"]},
        "results": {
            "bindings": [
                {
                    "c": {"type": "uri", "value": council},
                    "name": {"type": "literal", "value": "Northmoor Council"},
                }
            ]
        },
    }
    assert answer.csv() == f"c,name\r\n{council},Northmoor Council\r\n"
    assert answer.table().rows == [(Iri(council), "Northmoor Council")]
    assert answer.boolean is None


@pytest.mark.parametrize(
    ("query", "truth"),
    [("ASK { ?b a mb:Board }", True), ("ASK { ?b a mb:Ship }", False)],
    ids=["yes", "no"],
)
def test_ask(path: Path, query: str, truth: bool) -> None:
    answer = rows(run(path, query))
    assert answer.boolean is truth
    assert json.loads(answer.json)["boolean"] is truth
    assert answer.csv() == f"boolean\r\n{str(truth).lower()}\r\n"
    with pytest.raises(QueryError, match="no rows"):
        answer.table()


@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT { ?p foaf:name ?n } WHERE { ?p foaf:name ?n FILTER(?n = 'Sam Reed') }",
        f"DESCRIBE <{BASE}person/sam-reed>",
    ],
    ids=["construct", "describe"],
)
def test_triples(path: Path, query: str) -> None:
    answer = run(path, query)
    assert isinstance(answer, Triples)
    name = (Iri(f"{BASE}person/sam-reed"), Iri("http://xmlns.com/foaf/0.1/name"), "Sam Reed")
    assert name in list(answer.values())
    assert all(subject == name[0] for subject, _, _ in answer.values())


def test_a_graph_without_matches_gives_no_triples(path: Path) -> None:
    answer = run(path, "CONSTRUCT WHERE { ?s a mb:Ship }")
    assert isinstance(answer, Triples)
    assert list(answer.values()) == []


def test_from_narrows_to_the_graphs_it_names(path: Path) -> None:
    query = "SELECT ?p FROM <BASE:graph/identity> { ?p a foaf:Person }".replace("BASE:", BASE)
    assert len(rows(run(path, query)).table().rows) == 4
    assert rows(run(path, query.replace("graph/identity", "graph/reference"))).table().rows == []


def test_bindings_stand_for_values_and_never_for_words_of_the_query(path: Path) -> None:
    query = "SELECT DISTINCT ?d ?name { ?d mb:fileName ?name }"
    hostile = '" } INSERT DATA { <a:b> <a:c> "'
    assert rows(run(path, query, {"name": hostile})).table().rows == []
    found = rows(run(path, query, {"name": "harbour-2021-03-minutes.html"})).table()
    assert [row[0] for row in found.rows] == [f"{BASE}document/bbbbbbbbbbbb"]
    query = "SELECT DISTINCT ?m ?day { ?m a mb:Meeting ; dct:date ?day }"
    found = rows(run(path, query, {"day": date(2021, 6, 9)})).table()
    assert found.rows == [(f"{BASE}meeting/harbour-towns-board-2021-06-09", "2021-06-09")]


REFUSED = {
    "insert": "INSERT DATA { <a:b> <a:c> 1 }",
    "delete": "DELETE WHERE { ?s ?p ?o }",
    "modify": "DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "with": "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "load": "LOAD <https://example.org/data>",
    "clear": "CLEAR ALL",
    "drop after prefix": "PREFIX x: <a:b> DROP ALL",
    "two operations": "SELECT * { ?s ?p ?o } ; DROP ALL",
    "service": "SELECT * { SERVICE <http://127.0.0.1/x> { ?s ?p ?o } }",
    "service silent": "SELECT * { SERVICE SILENT <http://127.0.0.1/x> { ?s ?p ?o } }",
    "service of a variable": "SELECT * { ?s ?p ?o SERVICE ?o { ?s ?p ?x } }",
    "service in a subquery": (
        "SELECT * { { SELECT ?s { { SELECT ?s { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } } } } }"
    ),
    "service in exists": "ASK { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://h/> { ?s ?p 1 } } }",
    "service in construct": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://h/> { ?s ?p ?o } }",
    "service in small letters": "SELECT * { service <http://127.0.0.1/x> { ?s ?p ?o } }",
    "service after a lone return": "SELECT * { ?s ?p ?o # \r . SERVICE <http://h/> { ?s ?p 1 }\n }",
    "service after an escaped quote": (
        'SELECT * { BIND("\\u0022 #" AS ?x) SERVICE <http://h/> { ?s ?p ?o }\n }'
    ),
    "no query": "harbour gauges",
    "empty": "",
    "code point out of range": 'SELECT * { BIND("\\UFFFFFFFF" AS ?x) }',
    "unfinished": "SELECT * { ?s ?p",
    "nested without end": "SELECT * " + "{" * 3000 + "}" * 3000,
}


@pytest.mark.parametrize("query", REFUSED.values(), ids=REFUSED)
def test_what_does_not_only_read_is_refused_before_it_runs(query: str) -> None:
    with pytest.raises(QueryError) as raised:
        refuse(query)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p ?text FILTER(CONTAINS(?text, "SERVICE <http://h/> { }")) }',
        "SELECT * { ?service ?p ?o } # SERVICE <http://h/> { }",
        "SELECT * { ?s <http://h/SERVICE> 'DROP ALL' }",
    ],
    ids=["in a string", "in a comment", "in an IRI"],
)
def test_the_words_alone_are_not_refused(query: str) -> None:
    refuse(query)


def test_a_refusal_comes_back_through_the_child(path: Path) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        run(path, REFUSED["service in a subquery"])
    with pytest.raises(QueryError, match="line 1"):
        run(path, "SELECT * { ?s ?p")


def test_a_triple_of_several_graphs_counts_once(path: Path) -> None:
    """A paper says that the board is a board, and so does the graph of names."""
    query = "SELECT (COUNT(*) AS ?n) { ?board a mb:Board }"
    assert rows(run(path, query)).table().rows == [("1",)]


def test_what_is_no_iri_cannot_be_bound(path: Path) -> None:
    with pytest.raises(QueryError, match="cannot be bound"):
        run(path, "SELECT ?d { ?d a ?type }", {"type": Iri("not an iri")})


def test_a_missing_graph_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="cannot be opened") as raised:
        run(tmp_path, "ASK {}")
    assert "\n" not in str(raised.value)


def test_a_runaway_query_is_stopped(path: Path) -> None:
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    started = time.monotonic()
    with pytest.raises(QueryError, match="longer than 1 seconds"):
        run(path, runaway, seconds=1)
    assert time.monotonic() - started < 5


def tenfold(one: str, ten: str) -> str:
    """A variable that holds ten times what another holds."""
    return f"BIND(CONCAT({', '.join(10 * [f'?{one}'])}) AS ?{ten})"


EVERYTHING = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.mark.parametrize(
    "query",
    [f"SELECT * {EVERYTHING}", f"CONSTRUCT {{ ?a ?b ?f . ?d ?h ?l }} WHERE {EVERYTHING}"],
    ids=["select", "construct"],
)
def test_an_answer_that_is_too_large_is_stopped(path: Path, query: str) -> None:
    with pytest.raises(QueryError, match=r"larger than 0\.1 MB; .* LIMIT$"):
        run(path, query, size=100_000)


def test_an_answer_as_large_as_it_may_be_is_given_whole(path: Path) -> None:
    query = "SELECT * { ?s ?p ?o }"
    whole = rows(run(path, query))
    assert rows(run(path, query, size=len(whole.json))) == whole
    with pytest.raises(QueryError, match="larger than"):
        run(path, query, size=len(whole.json) - 1)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold to the limit")
@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {EVERYTHING} ORDER BY ?c LIMIT 1",
        f"SELECT DISTINCT * {EVERYTHING} OFFSET 100000000",
        f"CONSTRUCT {{ ?a ?b ?new }} WHERE {{ {EVERYTHING} BIND(STRUUID() AS ?new) }}",
        f"ASK {{ VALUES ?a {{ '0123456789' }} {' '.join(map(tenfold, 'abcdefgh', 'bcdefghi'))} }}",
    ],
    ids=["sorted", "distinct", "triples", "one long text"],
)
def test_a_query_that_needs_too_much_memory_is_stopped(path: Path, query: str) -> None:
    with pytest.raises(QueryError, match=r"more than 0\.25 GB of memory"):
        run(path, query, memory=250_000_000, size=10**12)
