"""What is found by which words and IRIs, for every command that is given a name."""

import pytest
from rdflib import Literal, URIRef
from rdflib.term import Node

from kg import terms as t
from kg.errors import NotFound
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from queries.graphs.naming import (
    JOINED,
    alike,
    as_written,
    documents,
    forms_of,
    given,
    held,
    of_class,
    resolve,
    with_all_words,
)
from tests.support.invented_graph import BASE, graph

URN = "urn:weirside/"
STRANGE = "note:harbour.md"
MORE = f"""
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix link: <{BASE}link/> . @prefix ruling: <{BASE}curation/> .
doc:dddddddddddd {{
  doc:dddddddddddd a mb:Document ; mb:fileName "{STRANGE}" ; dct:title "A note" .
  person:a-quill a foaf:Person ; skos:altLabel "A Quill" .
  person:quill a foaf:Person ; skos:altLabel "Quill" .
  person:vane a foaf:Person ; skos:altLabel "Vane" .
  person:una a foaf:Person ; skos:altLabel "Una Moss" .
  person:u-moss a foaf:Person ; skos:altLabel "U Moss" .
}}
doc:eeeeeeeeeeee {{
  doc:eeeeeeeeeeee a mb:Document ; mb:fileName "log.md" ; dct:title "A log" .
  person:vane a foaf:Person ; skos:altLabel "Vane" .
}}
graph:who {{
  person:a-quill mb:mergedInto person:ada-quill .
  person:u-moss mb:mergedInto person:una .
  person:una mb:withheldBy ruling:1 .
  link:1 rdf:subject person:quill ; rdf:object person:ada-quill ; mb:within doc:dddddddddddd .
  link:2 rdf:subject person:vane ; rdf:object person:tom-vane ; mb:within doc:dddddddddddd .
  link:3 rdf:subject person:vane ; rdf:object person:ben-osier ; mb:within doc:eeeeeeeeeeee .
}}
graph:curation {{
  ruling:1 a mb:Curation ; mb:verdict "wrong" ; rdf:subject person:una ; mb:curatedBy "Ann" ;
    mb:because "a slip" ; dct:date "2024-02-01"^^xsd:date .
}}
"""


@pytest.fixture(scope="module")
def invented() -> KnowledgeGraph:
    return graph()


@pytest.fixture(scope="module")
def joined() -> KnowledgeGraph:
    return graph(more=MORE)


def loosely(made: KnowledgeGraph, words: str) -> Iri:
    return resolve(made, words, loosely=alike)


def person(name: str) -> Iri:
    return Iri(f"{BASE}person/{name}")


@pytest.mark.parametrize(
    ("words", "local"),
    [
        (f"{BASE}decision/lend", "decision/lend"),
        (f" {BASE}decision/lend\n", "decision/lend"),
        ("Ada Quill", "person/ada-quill"),
        ("cllr  ada quill", "person/ada-quill"),
        ("Ada Quil", "person/ada-quill"),
        ("Ada, Quill", "person/ada-quill"),
        ("harbour towns board", "board/harbour-towns-board"),
        ("Northmoor", "council/nmr"),
        ("GX", "programme/gauge-exchange"),
        ("harbour-2021-06-pack.html", "document/cccccccccccc"),
        ("Lending tide gauges", "report/gauges"),
        ("3 March 2021", "meeting/harbour-towns-board-2021-03-03"),
        ("2021-06-09", "meeting/harbour-towns-board-2021-06-09"),
        ("the meeting of June 2021", "meeting/harbour-towns-board-2021-06-09"),
        ("Harbour Towns Board, 9 June 2021", "document/cccccccccccc"),
        ("Harbour Towns Board 9 June 2021", "meeting/harbour-towns-board-2021-06-09"),
        ("Minutes of 3 March 2021", "document/bbbbbbbbbbbb"),
    ],
)
def test_words_name_one_resource(invented: KnowledgeGraph, words: str, local: str) -> None:
    assert loosely(invented, words) == BASE + local


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Zebulon Quackenbush", "nothing in the library is called 'Zebulon Quackenbush'"),
        (f"{BASE}person/nobody", "holds nothing with the IRI"),
        (f"{BASE}person/ada-quil", "holds nothing with the IRI"),
        ("urn:lib/person/ada-quill", "holds nothing with the IRI"),
        (f"{BASE}person/ada quill", "nothing in the library is called"),
        ("https://{weirside}/Ada Quill", "nothing in the library is called"),
        ("4 March 2021", "no paper in the library tells of a meeting on '4 March 2021'"),
        ("Ferry Committee 3 March 2021", "may mean several things|nothing in the library"),
    ],
)
def test_what_is_not_held_is_not_found(invented: KnowledgeGraph, words: str, message: str) -> None:
    with pytest.raises(NotFound, match=message) as raised:
        loosely(invented, words)
    assert "\n" not in str(raised.value)


def test_words_are_taken_to_the_letter_where_nothing_looser_is_allowed(
    invented: KnowledgeGraph,
) -> None:
    assert resolve(invented, "ada quill") == person("ada-quill")
    for words in ("Ada Quil", "Quill"):
        with pytest.raises(NotFound, match="nothing in the library is called"):
            resolve(invented, words)


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("Quill", "person/ada-quill"),
        ("board harbour", "board/harbour-towns-board"),
        ("Tide gauges", "item/harbour-towns-board-2021-03-03-4"),
        ("9 June 2021", "meeting/harbour-towns-board-2021-06-09"),
    ],
)
def test_a_name_may_hold_all_the_words(invented: KnowledgeGraph, words: str, local: str) -> None:
    assert resolve(invented, words, JOINED, with_all_words) == BASE + local


def test_several_candidates_are_listed() -> None:
    made = graph()
    made.replace_graph(
        f"{BASE}document/dddddddddddd",
        [*_person("tom-vane-jr", "Tom Vane")],
    )
    with pytest.raises(NotFound, match="several things") as raised:
        loosely(made, "Tom Vane")
    assert f"<{person('tom-vane')}>" in str(raised.value)
    assert f"<{person('tom-vane-jr')}>" in str(raised.value)


def _person(slug: str, name: str) -> list[tuple[Node, Node, Node, Node]]:
    who, home = URIRef(person(slug)), URIRef(f"{BASE}document/dddddddddddd")
    return [
        (who, URIRef(t.TYPE), URIRef(t.PERSON_CLASS), home),
        (who, URIRef(t.NAME), Literal(name), home),
    ]


@pytest.mark.parametrize(
    ("iri", "shown"), [("ada-quill", "ada-quill"), ("a-quill", "ada-quill"), ("quill", "ada-quill")]
)
def test_an_iri_is_what_the_library_shows_in_its_place(
    joined: KnowledgeGraph, iri: str, shown: str
) -> None:
    assert held(joined, person(iri)) == person(shown)
    assert resolve(joined, person(iri)) == person(shown)
    assert given(joined, f"{person(iri)}\n") == person(shown)


@pytest.mark.parametrize(
    ("iri", "message"),
    [
        ("vane", "may mean several things, name one: .*ben-osier; .*tom-vane"),
        ("una", "ruled wrong by Ann on 2024-02-01: a slip"),
        ("u-moss", "una was ruled wrong by Ann"),
        ("nobody", "holds nothing with the IRI"),
    ],
)
def test_an_iri_under_which_one_thing_is_not_shown(
    joined: KnowledgeGraph, iri: str, message: str
) -> None:
    with pytest.raises(NotFound, match=message):
        held(joined, person(iri))
    with pytest.raises(NotFound, match=message):
        given(joined, person(iri))


def test_what_is_no_iri_is_given_as_it_is(invented: KnowledgeGraph) -> None:
    words = "the page http://www.weirside.example was closed"
    assert given(invented, words) == words
    assert not isinstance(given(invented, words), Iri)


def test_the_forms_of_a_name_come_behind_its_own(joined: KnowledgeGraph) -> None:
    assert forms_of(joined, person("ada-quill")) == (
        person("ada-quill"),
        person("a-quill"),
        person("quill"),
    )


def test_a_library_may_name_things_by_urn() -> None:
    made = KnowledgeGraph.open()
    here, there = URIRef(f"{URN}document/aaaaaaaaaaaa"), URIRef(f"{URN}person/ada-quill")
    made.replace_graph(
        str(here),
        [
            (there, URIRef(t.TYPE), URIRef(t.PERSON_CLASS), here),
            (there, URIRef(t.ALT_LABEL), Literal("Ada Quill"), here),
        ],
    )
    assert loosely(made, str(there)) == Iri(there)
    assert as_written(made, str(there)) == Iri(there)
    with pytest.raises(NotFound, match="holds nothing with the IRI"):
        loosely(made, f"{there}s")


def test_a_file_may_be_called_like_an_iri(joined: KnowledgeGraph) -> None:
    paper = f"{BASE}document/dddddddddddd"
    assert loosely(joined, STRANGE) == paper
    assert as_written(joined, STRANGE) == paper
    assert documents(joined, [STRANGE]) == [paper]


@pytest.mark.parametrize(
    ("words", "wanted", "local"),
    [
        ("towns board", t.BOARD, "board/harbour-towns-board"),
        ("Ada Quil", t.PERSON_CLASS, "person/ada-quill"),
        (person("ada-quill"), t.PERSON_CLASS, "person/ada-quill"),
        ("Harbour Towns Board 9 June 2021", t.DOCUMENT, "document/cccccccccccc"),
        ("harbour-2021-06-pack", t.DOCUMENT, "document/cccccccccccc"),
    ],
)
def test_what_is_asked_for_of_a_class(
    invented: KnowledgeGraph, words: str, wanted: str, local: str
) -> None:
    assert of_class(invented, words, wanted) == BASE + local


@pytest.mark.parametrize(
    ("words", "wanted", "message"),
    [
        ("Ada Quill", t.BOARD, "no board .* 'Ada Quill', but the person .*Ada Quill; name a board"),
        ("Harbour Towns Board", t.PERSON_CLASS, "but the board Harbour Towns Board; name a person"),
        ("3 March 2021", t.DOCUMENT, "but the meeting Harbour Towns Board, 3 March 2021"),
        ("4 March 2021", t.DOCUMENT, "tells of a meeting on '4 March 2021'"),
        (person("ada-quill"), t.BOARD, r"ada-quill is no board \(its class: Person\); name a"),
        (person("nobody"), t.BOARD, "holds nothing with the IRI"),
        ("Zebulon Quackenbush", t.BOARD, "nothing in the library is called"),
    ],
)
def test_what_is_of_another_class_is_not_found(
    invented: KnowledgeGraph, words: str, wanted: str, message: str
) -> None:
    with pytest.raises(NotFound, match=message):
        of_class(invented, words, wanted)


def test_as_papers_write_it_a_name_stands_for_itself(joined: KnowledgeGraph) -> None:
    assert as_written(joined, "a quill") == person("a-quill")
    assert as_written(joined, person("a-quill")) == person("a-quill")
    assert as_written(joined, person("una")) == person("una")
    for words in ("A Quil", "Ada-Quill", person("nobody")):
        with pytest.raises(NotFound):
            as_written(joined, words)


def test_documents_are_named_to_the_letter(invented: KnowledgeGraph) -> None:
    march, june = f"{BASE}document/bbbbbbbbbbbb", "harbour-2021-06-pack.html"
    assert documents(invented, [march, june]) == [march, f"{BASE}document/cccccccccccc"]
    for name in ("Harbour-2021-06-pack.html", "Minutes of 3 March 2021", "", f"{BASE}x"):
        with pytest.raises(NotFound, match="holds no document"):
            documents(invented, [march, name])
