"""Names chosen among documents, and acronyms that find what they stand for."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.identity.identity import best_form, is_acronym
from kg.store.graph import Iri, KnowledgeGraph, Value
from tests.support.rdf_papers import IRIS, JUNE_PAPER, PAPERS, fill


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open() as held:
        fill(held)
        yield held


def stated(graph: KnowledgeGraph, subject: str, path: str) -> list[Value]:
    """What the graph of identity says of a subject."""
    query = f"SELECT ?v {{ GRAPH ?identity {{ ?s {path} ?v }} }} ORDER BY ?v"
    rows = graph.select(query, identity=Iri(IRIS.graph("identity")), s=Iri(subject)).rows
    return [value for (value,) in rows]


def test_a_person_is_named_without_titles(graph: KnowledgeGraph) -> None:
    assert stated(graph, IRIS.person("Ann Reed"), "foaf:name") == ["Ann Reed"]
    assert stated(graph, IRIS.person("Tom Ford"), "foaf:name") == ["Tom Ford"]


def test_the_form_that_most_documents_write_is_the_name(graph: KnowledgeGraph) -> None:
    board = IRIS.board("Harbour & Rivers Board")  # in March; "and" in both papers
    assert stated(graph, board, "skos:prefLabel") == ["Harbour and Rivers Board"]


def test_a_full_form_names_a_programme_and_its_acronym_stays(graph: KnowledgeGraph) -> None:
    programme = IRIS.programme("Clean Harbours Programme")
    assert stated(graph, programme, "skos:prefLabel") == ["Clean Harbours"]
    assert not stated(graph, programme, "mb:mergedInto")


def test_a_bare_acronym_is_joined_to_what_another_paper_says_it_means(
    graph: KnowledgeGraph,
) -> None:
    whole, acronym = IRIS.programme("Clean Harbours"), IRIS.programme("CHP")
    assert stated(graph, acronym, "mb:mergedInto") == [whole]
    said_by_june = Iri(IRIS.paragraph(JUNE_PAPER.source.sha256, 3))
    mentions = graph.select("SELECT ?p { ?p mb:mentions ?whole }", whole=Iri(whole)).rows
    assert (said_by_june,) in mentions
    assert not graph.ask("ASK { ?p mb:mentions ?acronym }", acronym=Iri(acronym))
    assert stated(graph, acronym, "^rdf:subject/mb:rule") == ["acronym/1"]


def test_without_the_paper_that_defines_it_an_acronym_stays_alone() -> None:
    with KnowledgeGraph.open() as graph:
        fill(graph, PAPERS[1:])
        assert not stated(graph, IRIS.programme("CHP"), "mb:mergedInto")


def test_every_resource_has_one_name(graph: KnowledgeGraph) -> None:
    query = """
    SELECT ?thing (COUNT(DISTINCT ?name) AS ?names) {
      ?thing a ?type ; skos:altLabel ?form . OPTIONAL { ?thing foaf:name|skos:prefLabel ?name }
    } GROUP BY ?thing HAVING (?names != 1)
    """
    assert graph.select(query).rows == []


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ({"CPC": 9, "Corporate Peer Challenge": 1}, "Corporate Peer Challenge"),
        ({"Ann Reed": 1, "ANN REED": 1, "Anne Reed": 2}, "Anne Reed"),
        ({"b": 1, "a": 1}, "a"),
        ({"CPCs": 1, "CPC": 1}, "CPC"),
    ],
)
def test_best_form(forms: dict[str, int], expected: str) -> None:
    assert best_form(forms) == expected


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 5), min_size=1))
def test_best_form_does_not_depend_on_order(forms: dict[str, int]) -> None:
    backwards = dict(reversed(list(forms.items())))
    assert best_form(forms) == best_form(backwards)


def test_acronyms_are_single_words_with_capitals() -> None:
    assert all(map(is_acronym, ["CPC", "CPCs", "OfLoG"]))
    assert not any(map(is_acronym, ["Clean Harbours", "Oflog", "CPC programme", ""]))
