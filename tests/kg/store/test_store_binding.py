"""Values in the place of variables: nothing a user types can become part of a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from kg.errors import QueryError
from kg.store.binding import bind, refuse_writing_and_services
from kg.store.graph import Iri, KnowledgeGraph

GRAPH = "http://x.example/g"


def test_a_variable_is_replaced_where_it_stands_and_nowhere_else() -> None:
    kept = "# ?v in a comment\nSELECT ?w { ?s <http://x/?v> \"?v\", '''?v''' ; x:v "
    query = kept + "?v FILTER(?vv = $v && BOUND(?v)) }"
    assert bind(query, {"v": '"A"'}) == kept + ' "A"  FILTER(?vv =  "A"  && (true)) }'


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?v ?w { ?v ?p ?w }", "SELECT (<A> AS ?v) ?w { <A> ?p ?w }"),
        ("SELECT DISTINCT $v WHERE { $v ?p 1 }", "SELECT DISTINCT (<A> AS $v) WHERE { <A> ?p 1 }"),
        ("SELECT (COUNT(?v) AS ?n) { ?v ?p 1 }", "SELECT (COUNT( <A> ) AS ?n) { <A> ?p 1 }"),
        ("SELECT ?w { ?v ?p ?w } GROUP BY ?v ?w", "SELECT ?w { <A> ?p ?w } GROUP BY (<A>) ?w"),
        ("SELECT ?w { } ORDER BY ?v LIMIT 1", "SELECT ?w { } ORDER BY (<A>) LIMIT 1"),
        (
            "SELECT ?w { { SELECT ?v { ?v ?p 1 } } }",
            "SELECT ?w { { SELECT (<A> AS ?v) { <A> ?p 1 } } }",
        ),
        ("SELECT ?w { BIND(?w AS ?v) }", "SELECT ?w { BIND(?w AS ?v) }"),
        ("DESCRIBE ?v", "DESCRIBE <A>"),
        ("ASK { GRAPH ?v { ?s ?p ?o } }", "ASK { GRAPH <A> { ?s ?p ?o } }"),
    ],
)
def test_where_a_value_may_stand(query: str, expected: str) -> None:
    assert bind(query, {"v": "<A>"}).split() == expected.split()


def test_nothing_bound_changes_nothing() -> None:
    assert bind("SELECT ?v { ?v ?p 'x' }", {}) == "SELECT ?v { ?v ?p 'x' }"


@given(st.text())
def test_any_text_comes_back_as_itself(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    rows = KnowledgeGraph.open().select("SELECT ?t { BIND(?t AS ?u) }", t=text).rows
    assert rows == [(text,)]


@given(st.text())
def test_any_text_is_found_by_itself_only(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    graph = KnowledgeGraph.open()
    name, s, p = URIRef(GRAPH), URIRef("http://x.example/s"), URIRef("http://x.example/p")
    graph.replace_graph(GRAPH, [(s, p, Literal(text), name), (s, p, Literal(text + "!"), name)])
    rows = graph.select("SELECT ?s { ?s ?p ?o FILTER(STR(?o) = ?wanted) }", wanted=text).rows
    assert rows == [("http://x.example/s",)]


@given(st.text(alphabet="SELECT{}?v\"'\\<>#()$ \n.;@^:x", max_size=60))
def test_any_query_text_keeps_its_tokens(query: str) -> None:
    assert bind(query, {"unused": '"A"'}) == query


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x> {} }",
        "SELECT * {SERVICE<http://x>{}}",
        "SELECT * { # note\n sErViCe ?x {} }",
        'SELECT * { ?s ?p "a\\"b" . SERVICE <http://x> {} }',
        "SELECT * { ?s ?p '''a''' SERVICE <http://x> {} }",
        "SELECT * { FILTER(1<2) SERVICE <http://x> {} }",
        "BASE <http://x/> PREFIX : <#> INSERT DATA {}",
        "WITH <g:x> DELETE {} WHERE {}",
        "clear all",
    ],
)
def test_writing_and_calling_out_are_refused(query: str) -> None:
    with pytest.raises(QueryError, match="refused"):
        refuse_writing_and_services(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?service ?load <http://x/SERVICE> }",
        "SELECT * { ?s x:SERVICE 'SERVICE <http://x>' }",
        'SELECT * { ?s ?p """one \'two\' "three" SERVICE""" }',
        "# SERVICE\nASK {}",
        "PREFIX insert: <http://x/> SELECT * { ?s insert:delete ?o }",
        "PREFIX service: <http://x/>\nASK { ?s a service:drop }",
    ],
)
def test_reading_is_not_refused(query: str) -> None:
    refuse_writing_and_services(query)


def test_a_bound_iri_must_be_one() -> None:
    with pytest.raises(QueryError, match="IRI"):
        KnowledgeGraph.open().select("SELECT ?s { ?s ?p ?o }", s=Iri("not an iri"))
