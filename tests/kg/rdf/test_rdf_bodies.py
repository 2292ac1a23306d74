"""Boards, organisations and programmes under all their names."""

from dataclasses import replace
from datetime import date

import pytest

from kg import facts as f
from kg import terms as t
from kg.rdf.conversion.entities import Entities
from kg.rdf.conversion.statements import Statements
from kg.rdf.identity.bodies import initials
from kg.store.graph import Iri, KnowledgeGraph
from tests.support.people_papers import Paper, library
from tests.support.rdf_papers import COUNCILS, IRIS, quads_of, said, settle

SPRING, SUMMER, AUTUMN = date(2021, 3, 4), date(2021, 6, 10), date(2021, 10, 7)
CLEAN, COAST = "Clean Harbours Programme", "Coastal Heritage Programme"


def merged(graph: KnowledgeGraph, iri: str) -> list[tuple[str, str]]:
    """What an IRI was merged into and by which rule, all papers together."""
    query = """
    SELECT DISTINCT ?whole ?rule {
      ?link rdf:subject ?form ; rdf:predicate mb:mergedInto ; rdf:object ?whole ; mb:rule ?rule
    } ORDER BY ?whole"""
    return [(str(whole), str(rule)) for whole, rule in graph.select(query, form=Iri(iri)).rows]


def test_an_acronym_is_what_another_paper_says_it_stands_for() -> None:
    papers = [Paper(SPRING, bodies=((CLEAN, "CHP"),)), Paper(SUMMER, bodies=(("CHP", None),))]
    with library(papers) as graph:
        assert merged(graph, IRIS.programme("CHP")) == [(IRIS.programme(CLEAN), "acronym/1")]
        assert len(graph.select("SELECT DISTINCT ?p { ?p a mb:Programme }").rows) == 1


def test_an_acronym_of_two_things_joins_nothing_between_papers() -> None:
    papers = [
        Paper(SPRING, bodies=((CLEAN, "CHP"),)),
        Paper(SUMMER, bodies=((COAST, "CHP"),)),
        Paper(AUTUMN, bodies=(("CHP", None),)),
    ]
    with library(papers) as graph:
        assert merged(graph, IRIS.programme("CHP")) == []


def test_but_in_a_paper_that_says_what_it_means_it_does() -> None:
    papers = [
        Paper(SPRING, bodies=((CLEAN, "CHP"), ("CHP", None))),
        Paper(SUMMER, bodies=((COAST, "CHP"), ("CHP", None))),
        Paper(AUTUMN, bodies=(("CHP", None),)),
    ]
    with library(papers) as graph:
        wholes = [(IRIS.programme(name), "acronym-in-paper/1") for name in (CLEAN, COAST)]
        assert merged(graph, IRIS.programme("CHP")) == wholes
        query = "SELECT DISTINCT ?p { ?g mb:inDocument ?paper ; mb:mentions ?p }"
        told = [graph.select(query, paper=Iri(paper.iri)).rows for paper in papers]
        assert told == [[(IRIS.programme(name),)] for name in (CLEAN, COAST, "CHP")]


def test_a_board_by_its_initials_is_the_board_with_its_meetings() -> None:
    papers = [
        Paper(SPRING, "Improvement & Innovation Board", listed={"Ann Reed": None}),
        Paper(SUMMER, "IIB", listed={"Ann Reed": None}),
    ]
    with library(papers) as graph:
        board = IRIS.board("Improvement and Innovation Board")
        assert merged(graph, IRIS.board("IIB")) == [(board, "initials-of-name/1")]
        meetings = graph.select(
            "SELECT ?m ?d { ?m mb:heldBy ?board ; dct:date ?d } ORDER BY ?d", board=Iri(board)
        ).rows
        assert [str(meeting).rsplit("/", 1)[-1] for meeting, _ in meetings] == [
            "improvement-and-innovation-board-2021-03-04",
            "improvement-and-innovation-board-2021-06-10",
        ]
        rows = graph.select("SELECT ?a { ?a a mb:Attendance } ORDER BY ?a").rows
        assert [str(row).rsplit("/", 1)[-1] for (row,) in rows] == [
            "improvement-and-innovation-board-2021-03-04-ann-reed",
            "improvement-and-innovation-board-2021-06-10-ann-reed",
        ]


def test_initials_of_two_boards_are_of_neither() -> None:
    papers = [
        Paper(SPRING, "Improvement & Innovation Board"),
        Paper(SUMMER, "Inland Islands Board"),
        Paper(AUTUMN, "IIB"),
    ]
    with library(papers) as graph:
        assert merged(graph, IRIS.board("IIB")) == []


MEMBERS: dict[str, str | None] = {"Ann Reed": None, "Tom Ford": None, "Judith Wallace": None}


def test_a_board_may_go_by_the_end_of_its_name_where_the_same_people_sit() -> None:
    papers = [
        Paper(SPRING, "Northmoor Public Harbour Board", listed=MEMBERS),
        Paper(SUMMER, "Harbour Board", listed=MEMBERS),
        Paper(AUTUMN, "Harbour Board", listed={"Ann Reed": None}),
    ]
    with library(papers) as graph:
        kept = IRIS.board("Harbour Board")
        assert merged(graph, IRIS.board("Northmoor Public Harbour Board")) == [
            (kept, "end-of-name/1")
        ]
        meetings = graph.select("SELECT ?m { ?m mb:heldBy ?board }", board=Iri(kept)).rows
        assert len(meetings) == 3


@pytest.mark.parametrize(
    "papers",
    [
        [  # other people: a committee of another body
            Paper(SPRING, "Northmoor Harbour Board", listed=MEMBERS),
            Paper(SUMMER, "Harbour Board", listed={"Sam Quill": None, "Ann Reed": None}),
        ],
        [  # two boards that it could be
            Paper(SPRING, "Northmoor Harbour Board", listed=MEMBERS),
            Paper(SUMMER, "Southmoor Harbour Board", listed=MEMBERS),
            Paper(AUTUMN, "Harbour Board", listed=MEMBERS),
        ],
    ],
)
def test_the_end_of_a_name_alone_joins_nothing(papers: list[Paper]) -> None:
    with library(papers) as graph:
        boards = graph.select("SELECT DISTINCT ?b { ?b a mb:Board }").rows
        assert len(boards) == len(papers)


def test_a_common_name_means_in_each_paper_the_board_whose_people_it_lists() -> None:
    others: dict[str, str | None] = {"Sam Quill": None, "Ada Penn": None, "Hal Dane": None}
    papers = [
        Paper(SPRING, "Overy Council Planning Committee", listed=MEMBERS),
        Paper(SPRING, "Netherby Council Planning Committee", listed=others),
        Paper(SUMMER, "Planning Committee", listed=MEMBERS),
        Paper(SUMMER, "Planning Committee", listed=others),
        Paper(AUTUMN, "Planning Committee", listed={"Eve Moss": None}),
    ]
    query = "SELECT ?b (COUNT(DISTINCT ?d) AS ?days) { ?m mb:heldBy ?b ; dct:date ?d } GROUP BY ?b"
    with library(papers) as graph:
        boards = {str(board): int(str(days)) for board, days in graph.select(query).rows}
        overy, netherby = (
            IRIS.board(f"{council} Council Planning Committee") for council in ("Overy", "Netherby")
        )
        assert boards == {overy: 2, netherby: 2, IRIS.board("Planning Committee"): 1}


def test_initials_are_the_capitals_of_a_name() -> None:
    assert initials("Harbour & Moorings Board") == "HMB"
    assert initials("Office for Tides") == "OT"


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("The Tide Exchange (formerly the Gauge Exchange) lends gauges.", True),
        ("The Tide Exchange, previously known as the Gauge Exchange, lends gauges.", True),
        ("The Gauge Exchange was renamed the Tide Exchange in May.", True),
        ("The Gauge Exchange, now called the Tide Exchange, lends gauges.", True),
        ("The Tide Exchange was formerly in the hands of the Gauge Exchange.", False),
        ("The Tide Exchange and the Gauge Exchange lend gauges.", False),
    ],
)
def test_a_change_of_name_that_a_paper_tells(line: str, joined: bool) -> None:
    with renaming_told(line) as graph:
        found = merged(graph, IRIS.programme("Gauge Exchange"))
        assert found == ([(IRIS.programme("Tide Exchange"), "renamed/1")] if joined else [])


def renaming_told(line: str) -> KnowledgeGraph:
    """A graph with a paper that names two programmes in one line."""
    names = ("Tide Exchange", "Gauge Exchange")
    paper = Paper(SPRING, lines=(line,))
    document, facts = paper.read()
    graph = KnowledgeGraph.open()
    told = replace(
        facts,
        programmes=tuple(
            f.ProgrammeMention(name=name, written=name, **said(paper.texts, line)) for name in names
        ),
    )
    graph.replace_document(paper.iri, quads_of(document, told))
    settle(graph)
    return graph


def test_a_short_form_in_brackets_is_no_part_of_a_name() -> None:
    out = Statements("urn:paper")
    entities = Entities(out, IRIS, COUNCILS, ())
    assert entities.organisation("Tide Watch Trust (TWT)") == IRIS.organisation("Tide Watch Trust")
    assert entities.organisation("Tide Watch (North)") == IRIS.organisation("Tide Watch (North)")
    named = {str(value) for _, verb, value, _ in out if str(verb) == t.ALT_LABEL}
    assert named >= {"Tide Watch Trust", "TWT", "Tide Watch (North)"}
