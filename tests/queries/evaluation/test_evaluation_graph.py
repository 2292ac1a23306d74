"""Found facts read from a graph, and the report made of scores."""

import json

import pytest
from rdflib import Graph, URIRef

from kg.store.graph import KnowledgeGraph
from queries.evaluation.answers import Tally, Verdict
from queries.evaluation.facts import FactRow, Score
from queries.evaluation.found import rows_from_graph
from queries.evaluation.histories import Course
from queries.evaluation.report import (
    AnswerScores,
    HistoryScores,
    Report,
    SearchScores,
    as_json,
    failures,
    tables,
)
from queries.evaluation.retrieval import Ranking
from queries.evaluation.significance import Difference
from tests.places import ROOT

BASE = "https://minutebook.example/id/"
PREFIXES = """
@prefix mb: <https://w3id.org/minutebook/ns#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix id: <https://minutebook.example/id/> .
"""
GRAPHS = {
    "document/aaa": """
<https://minutebook.example/id/document/aaa> mb:fileName "minutes.docx" .
id:meeting a mb:Meeting ; dct:date "2031-05-04"^^xsd:date ; mb:heldBy id:board .
id:board a mb:Board ; skos:prefLabel "Harbour Board" .
id:attendance a mb:Attendance ; mb:atMeeting id:meeting ; mb:person id:fenn ;
  mb:attendanceStatus "apologies", "absent" .
id:fenn a foaf:Person .
id:membership a org:Membership ; org:member id:fenn ; org:organization id:board ;
  org:role id:chair ; mb:representing id:saltmouth .
id:chair skos:prefLabel "chair" .
id:item a mb:AgendaItem ; mb:atMeeting id:meeting ; mb:itemNumber "3a" ; dct:title "Tugs" .
id:recommendation a mb:Recommendation ; mb:text "Buy a tug." .
id:decision a mb:Decision ; mb:text "Agreed to buy a tug." ; mb:decidedAt id:meeting ;
  mb:onItem id:item .
id:action a mb:Action ; mb:text "Order the tug." ; mb:arisesFrom id:decision ;
  mb:actionStatus "open" ; mb:actionStatusAsWritten "On track" ;
  mb:dueDate "2031-06-30"^^xsd:date .
id:figure a mb:Figure ; mb:value 2.50 ; mb:unit "tugs" ; mb:text "2.50 old tugs" .
id:programme a mb:Programme ; skos:prefLabel "Safer Quays" ; skos:altLabel "SQ" .
""",
    "document/bbb": """
<https://minutebook.example/id/document/bbb> mb:fileName "report.pdf" .
id:item a mb:AgendaItem ; dct:title "Buying tugs" .
""",
    "graph/identity": """
id:fenn foaf:name "Ada Fenn" ; skos:altLabel "Cllr Ada Fenn" .
""",
    "graph/reference": """
id:saltmouth a mb:Council ; skos:prefLabel "Saltmouth Council" .
id:elsewhere a mb:Council ; skos:prefLabel "Elsewhere Council" .
""",
}
MEETING = ("2031-05-04 Harbour Board",)
MINUTES = ("minutes.docx",)
FENN = ("Ada Fenn", "Cllr Ada Fenn")


@pytest.fixture(scope="module")
def rows() -> dict[str, list[FactRow]]:
    graph = KnowledgeGraph.open()
    for name, turtle in GRAPHS.items():
        triples = Graph().parse(data=PREFIXES + turtle, format="turtle")
        graph.replace_graph(BASE + name, [(*triple, URIRef(BASE + name)) for triple in triples])
    return rows_from_graph(graph)


EXPECTED = {
    "meetings": [{"body": ("Harbour Board",), "date": ("2031-05-04",)}],
    "attendance": [
        {"meeting": MEETING, "person": FENN, "status": ("absent",)},
        {"meeting": MEETING, "person": FENN, "status": ("apologies",)},
    ],
    "memberships": [
        {
            "body": ("Harbour Board",),
            "person": FENN,
            "role": ("chair",),
            "authority": ("Saltmouth Council",),
        }
    ],
    "recommendations": [{"text": ("Buy a tug.",)}],
    "decisions": [
        {
            "meeting": MEETING,
            "item": ("3a", "Buying tugs", "Tugs"),
            "text": ("Agreed to buy a tug.",),
        }
    ],
    "actions": [
        {
            "meeting": MEETING,
            "text": ("Order the tug.",),
            "status": ("On track", "open"),
            "due": ("2031-06-30",),
        }
    ],
    "persons": [{"name": FENN}],
    "councils": [{"name": ("Saltmouth Council",)}],
    "programmes": [{"name": ("SQ", "Safer Quays")}],
    "figures": [{"value": ("2.5",), "unit": ("tugs",), "about": ("2.50 old tugs", "tugs")}],
}


@pytest.mark.parametrize("kind", EXPECTED)
def test_rows_of_the_graph_hold_what_the_papers_state(
    rows: dict[str, list[FactRow]], kind: str
) -> None:
    assert [dict(row.values) for row in rows[kind]] == [
        {**expected, "file": MINUTES} for expected in EXPECTED[kind]
    ]


def test_each_title_of_an_item_is_a_row_of_the_paper_that_gives_it(
    rows: dict[str, list[FactRow]],
) -> None:
    titles = {row.get("title"): row.get("file") for row in rows["agenda_items"]}
    assert titles == {("Tugs",): MINUTES, ("Buying tugs",): ("report.pdf",)}


PAINT = FactRow({"text": ("Paint the buoys",), "status": ("open",)})
PAINTED = FactRow({"text": ("Paint the buoys",)})
RANKING = Ranking(0.5, 1.0, 0.0, 1.0, questions=2)
WORSE = Ranking(0.25, 1.0, 0.0, 1.0, questions=2)
COURSE = Course(0.5, 0.25, 0.75, None, stops=4, steps=8)
REPORT = Report(
    {
        "actions": Score(
            "actions",
            pairs=((PAINT, PAINTED),),
            missed=(FactRow({"place": ("file a",), "text": ("Buy rope",)}),),
            extra=(),
            differing={"status": ((PAINT, PAINTED),), "due": ()},
        )
    },
    {
        "search": SearchScores({"all": RANKING}, {"q1": RANKING}),
        "words": SearchScores({"all": WORSE}, {"q1": WORSE}, Difference(0.25, 0.5)),
    },
    AnswerScores(
        {"all": Tally(1, 2, 1, 2, 2)}, {"q1": Verdict(answered=True, cited=True, worded=True)}
    ),
    HistoryScores(COURSE, {"t1": COURSE}),
)


def test_a_report_is_written_as_tables() -> None:
    made = {table.title: table.rows for table in tables(REPORT)}
    # one of two gold rows: recall 1/2, precision 1, F1 2/3
    assert made["Facts"] == (
        ("actions", "1.000", "0.500", "0.667", "1", "1", "0", "status 0/1, due 1/1"),
    )
    assert made["Search"] == (
        ("search", "0.500", "1.000", "0.000", "1.000", "", ""),
        ("words", "0.250", "1.000", "0.000", "1.000", "+0.250", "0.5000"),
    )
    assert made["Search: nDCG@10 by type"] == (("all", "2", "0.500", "0.250"),)
    assert made["Answers"] == (("all", "2", "1", "2", "1", "2"),)
    assert made["Histories"][0] == ("t1", "4", "0.500", "8", "0.250", "0.750", "")
    assert [row[0] for row in made["Histories"]] == ["t1", "all"]


def test_what_was_missed_is_listed() -> None:
    assert failures(REPORT).rows == (
        ("actions", "missed", "Buy rope"),
        ("actions", "status: nothing for open", "Paint the buoys | open"),
    )


def test_a_report_is_plain_json() -> None:
    read = json.loads(json.dumps(as_json(REPORT)))
    assert read["facts"]["actions"]["recall"] == 0.5
    assert read["search"]["search"]["by_type"]["all"]["ndcg10"] == 0.5
    assert read["answers"]["by_question"]["q1"]["right"] is True
    assert read["histories"]["mean"]["order"] is None


def test_parts_without_gold_have_no_table() -> None:
    assert tables(Report()) == []
    assert as_json(Report())["answers"] is None


def test_every_scored_type_has_a_query() -> None:
    folder = ROOT / "queries" / "evaluation" / "sparql"
    from queries.evaluation.specs import SPECS

    assert {path.stem for path in folder.glob("*.rq")} == set(SPECS)
