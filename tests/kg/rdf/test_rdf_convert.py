"""What the graph says of two invented papers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from rdflib import BNode, Literal, URIRef

from kg.facts import Attendance, Decision, Evidence, Facts, OrganisationMention, Recommendation
from kg.model import Document
from kg.rdf.conversion import convert
from kg.store.graph import Iri, KnowledgeGraph, Value
from kg.terms import QUOTE, STATED_IN, TEXT
from tests.support.rdf_papers import (
    COUNCILS,
    FORD,
    IRIS,
    JUNE,
    MARCH,
    MARCH_FACTS,
    MARCH_PAPER,
    MARCH_TEXTS,
    PAPERS,
    document,
    fill,
    quads_of,
)

SHA = MARCH_PAPER.source.sha256
DOCUMENT = IRIS.document(SHA)
ITEM = IRIS.item(MARCH, "5")
REPORT = IRIS.report(SHA, MARCH_FACTS.reports[0])
DECISION = IRIS.decision(SHA, MARCH_FACTS.decisions[0])
ACTION = IRIS.action(SHA, MARCH_FACTS.actions[0])
REED, FORD_IRI = IRIS.person("Ann Reed"), IRIS.person("Tom Ford")
BOARD, QUAY = IRIS.board("Harbour and Rivers Board"), IRIS.organisation("Friends of the Quay")
CHP = IRIS.programme("Clean Harbours")


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph.open() as held:
        fill(held, PAPERS[:1])
        yield held


def values(graph: KnowledgeGraph, subject: str, path: str) -> list[Value]:
    """What a subject has at a property path, sorted as text."""
    rows = graph.select(f"SELECT DISTINCT ?v {{ ?s {path} ?v }}", s=Iri(subject)).rows
    return sorted((value for (value,) in rows), key=str)


def paragraph(ordinal: int) -> str:
    return IRIS.paragraph(SHA, ordinal)


EXPECTED: dict[str, dict[str, list[Value]]] = {
    DOCUMENT: {
        "dct:title": ["Minutes of 4 March 2021"],
        "mb:kind": ["minutes"],
        "dct:date": [date(2021, 3, 4)],
        "mb:fileName": ["march.txt"],
        "mb:sha256": [SHA],
        "mb:mediaType": ["text/plain"],
        "mb:pages": [1],
        "mb:reader": ["text/1"],
        "mb:ofMeeting": [IRIS.meeting(MARCH)],
        "dct:source": ["https://papers.example/x"],
    },
    paragraph(2): {
        "mb:inDocument": [DOCUMENT],
        "mb:ordinal": [2],
        "mb:text": [MARCH_TEXTS[2]],
        "mb:kind": ["text"],
        "mb:heading": ["Agenda › Business"],
        "mb:page": [1],
        "mb:inReport": [REPORT],
        "mb:onItem": [ITEM],
        "mb:mentions": [CHP],
    },
    paragraph(7): {"mb:kind": ["furniture"], "mb:onItem": []},
    IRIS.meeting(MARCH): {
        "dct:date": [MARCH.date],
        "mb:heldBy": [BOARD],
        "mb:startTime": ["10.00 am"],
        "mb:venue": ["Custom House"],
        "mb:nextMeeting": [IRIS.meeting(JUNE)],
    },
    IRIS.attendance(MARCH, "Ann Reed"): {
        "mb:atMeeting": [IRIS.meeting(MARCH)],
        "mb:person": [REED],
        "mb:attendanceStatus": ["present"],
        "mb:capacity": ["chair"],
        "mb:representing": [IRIS.council("HAT")],
        "mb:quote": ["Cllr Ann Reed MBE (Chair)"],
        "mb:statedIn": [paragraph(1)],
        "mb:rule": ["test/1"],
        "mb:confidence": [Decimal(1)],
    },
    IRIS.attendance(MARCH, "Tom Ford"): {
        "mb:representing": [QUAY],
        "mb:confidence": [Decimal("0.9")],
    },
    REED: {
        "skos:altLabel": ["Ann Reed", "Cllr Ann Reed MBE"],
        "mb:honorific": ["Cllr", "MBE"],
        "foaf:name": ["Ann Reed"],
    },
    FORD_IRI: {"mb:position": ["Harbour Master"], "schema:email": ["tom.ford@quay.example"]},
    IRIS.membership(MARCH_FACTS.memberships[0]): {
        "org:member": [REED],
        "org:organization": [BOARD],
        "org:role/skos:prefLabel": ["chair"],
        "mb:period": ["2020/21"],
        "mb:representing": [IRIS.council("HAT")],
    },
    ITEM: {
        "mb:itemNumber": ["5"],
        "dct:title": ["Clean Harbours Programme (CHP)"],
        "mb:presentedBy": [FORD_IRI],
        "mb:confidential": [False],
    },
    REPORT: {
        "mb:inDocument": [DOCUMENT],
        "mb:onItem": [ITEM],
        "mb:purpose": ["for decision"],
        "mb:contactOfficer": [FORD_IRI],
    },
    IRIS.recommendation(SHA, MARCH_FACTS.recommendations[0]): {
        "mb:text": [MARCH_TEXTS[3]],
        "mb:madeIn": [REPORT],
        "mb:addressedTo": [BOARD],
        "mb:kind": ["board"],
        "^mb:decidesOn": [DECISION],
    },
    DECISION: {
        "mb:decidedAt": [IRIS.meeting(MARCH)],
        "mb:onItem": [ITEM],
        "mb:verb": ["approved"],
        "mb:outcome": ["agreed"],
        "mb:sequence": [1],
        "mb:delegatesTo": [FORD_IRI],
    },
    ACTION: {
        "mb:arisesFrom": [ITEM],
        "mb:assignedTo": [FORD_IRI],
        "mb:assigneeAsWritten": ["Tom Ford"],
        "mb:dueDate": [date(2021, 4, 30)],
        "mb:actionStatus": ["open"],
    },
    IRIS.council("HAT"): {
        "skos:prefLabel": ["Hart District Council"],
        "^mb:mentions": [paragraph(1)],
    },
    CHP: {"skos:altLabel": ["CHP", "Clean Harbours Programme"]},
    BOARD: {"a": [Iri("https://w3id.org/minutebook/ns#Board")]},
}
CASES = [(subject, path) for subject, paths in EXPECTED.items() for path in paths]


@pytest.mark.parametrize(("subject", "path"), CASES, ids=lambda part: part.rsplit("/", 1)[-1])
def test_the_graph_says(graph: KnowledgeGraph, subject: str, path: str) -> None:
    assert values(graph, subject, path) == EXPECTED[subject][path]


def test_figure_is_about_the_programme_that_its_acronym_means(graph: KnowledgeGraph) -> None:
    properties = "mb:value ?value ; mb:unit ?unit ; mb:about ?about"
    query = f"SELECT ?value ?unit ?about {{ ?figure a mb:Figure ; {properties} }}"
    assert graph.select(query).rows == [(Decimal("1250.5"), "tonnes of silt", CHP)]


@pytest.mark.parametrize(("paper", "facts"), PAPERS, ids=["march", "june"])
def test_quads_have_no_blank_nodes_and_stay_in_their_graph(paper: Document, facts: Facts) -> None:
    quads = quads_of(paper, facts)
    assert len(quads) == len(set(quads)) > 100
    assert not any(isinstance(term, BNode) for quad in quads for term in quad)
    assert {str(quad[3]) for quad in quads} == {IRIS.document(paper.source.sha256)}


@pytest.mark.parametrize(("paper", "facts"), PAPERS, ids=["march", "june"])
def test_every_quote_stands_in_a_paragraph_that_states_it(paper: Document, facts: Facts) -> None:
    quads = quads_of(paper, facts)
    texts = {s: str(o) for s, p, o, _ in quads if str(p) == TEXT}
    quotes = [(s, str(o)) for s, p, o, _ in quads if str(p) == QUOTE]
    assert quotes
    for subject, quote in quotes:
        stated = [o for s, p, o, _ in quads if s == subject and str(p) == STATED_IN]
        assert any(quote in texts[paragraph] for paragraph in stated)


def converted(facts: Facts) -> set[tuple[str, str, str]]:
    quads = convert.quads(MARCH_PAPER, facts, IRIS, COUNCILS)
    return {(str(s), str(p).rsplit("#")[-1], str(o)) for s, p, o, _ in quads}


WHERE = {"evidence": (Evidence(1, 0, 4),), "rule": "test/1"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hart District Council", IRIS.council("HAT")),
        ("Taunton Deane Borough Council", IRIS.council("TAU")),
        ("Friends of the Quay", QUAY),
        ("Rivers Committee", IRIS.board("Rivers Committee")),
    ],
)
def test_who_somebody_represents(name: str, expected: str) -> None:
    fact = Attendance(meeting=MARCH, person=FORD, status="present", representing=name, **WHERE)
    facts = replace(MARCH_FACTS, attendance=(fact,))
    assert (IRIS.attendance(MARCH, "Tom Ford"), "representing", expected) in converted(facts)


def test_apologies_and_absence_are_two_statuses_of_one_part_in_a_meeting() -> None:
    told = ("apologies", "absent")
    facts = tuple(Attendance(meeting=MARCH, person=FORD, status=one, **WHERE) for one in told)
    statuses = {
        value
        for subject, predicate, value in converted(replace(MARCH_FACTS, attendance=facts))
        if subject == IRIS.attendance(MARCH, "Tom Ford") and predicate == "attendanceStatus"
    }
    assert statuses == set(told)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Board", BOARD),
        ("Members", BOARD),
        ("Members of the Harbour and Rivers Board", BOARD),
        ("Port of Elsewhere", IRIS.organisation("Port of Elsewhere")),
    ],
)
def test_to_whom_a_recommendation_is_addressed(name: str, expected: str) -> None:
    fact = Recommendation(text="Do it.", kind="board", meeting=MARCH, addressed_to=name, **WHERE)
    found = converted(Facts(kind="report", title="R", meeting=MARCH, recommendations=(fact,)))
    assert (IRIS.recommendation(SHA, fact), "addressedTo", expected) in found


def test_a_recommendation_of_no_report_is_made_in_the_document() -> None:
    fact = Recommendation(text="Do it.", kind="board", **WHERE)
    found = converted(Facts(kind="report", title="R", recommendations=(fact,)))
    assert (IRIS.recommendation(SHA, fact), "madeIn", DOCUMENT) in found


def test_a_council_in_a_document_graph_has_only_the_form_written() -> None:
    fact = OrganisationMention(name="Hart", written="Hart DC", code="HAT", **WHERE)
    found = converted(Facts(kind="report", title="R", organisations=(fact,)))
    assert [triple[1:] for triple in found if triple[0] == IRIS.council("HAT")] == [
        ("altLabel", "Hart DC")
    ]


def test_an_item_of_which_the_agenda_is_not_held_is_linked_and_no_more() -> None:
    fact = Decision(meeting=MARCH, text="Noted.", verb="noted", outcome="noted", position=1,
                    item="9", **WHERE)  # fmt: skip
    found = converted(Facts(kind="minutes", title="M", decisions=(fact,)))
    item = IRIS.item(MARCH, "9")
    assert (IRIS.decision(SHA, fact), "onItem", item) in found
    assert not [triple for triple in found if triple[0] == item]


def test_literals_keep_their_types() -> None:
    by_value = {
        str(target): target.datatype
        for _, _, target, _ in quads_of(MARCH_PAPER, MARCH_FACTS)
        if isinstance(target, Literal)
    }
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert by_value["1250.5"] == by_value["0.9"] == URIRef(f"{xsd}decimal")
    assert by_value["2021-04-30"] == URIRef(f"{xsd}date")
    assert by_value["false"] == URIRef(f"{xsd}boolean")
    assert by_value["7"] in (None, URIRef(f"{xsd}integer"))


def test_a_body_has_the_short_form_that_its_paper_defines() -> None:
    texts = ("The Friends of the Quay (FQ) and the Office for Tides (OfT) met.",)
    spoken = OrganisationMention(
        name="Friends of the Quay", written="Friends of the Quay", evidence=(Evidence(0, 4, 23),),
        rule="test/1",
    )  # fmt: skip
    with KnowledgeGraph.open() as graph:
        paper = document("short.txt", texts)
        facts = Facts(kind="minutes", title="Short", organisations=(spoken,))
        graph.replace_document(IRIS.document(paper.source.sha256), quads_of(paper, facts))
        assert values(graph, QUAY, "skos:altLabel") == ["FQ", "Friends of the Quay"]
        assert values(graph, IRIS.organisation("Office for Tides"), "skos:altLabel") == []
