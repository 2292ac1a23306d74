"""Tables and networks of the invented graph."""

import csv
import io
from pathlib import Path

import networkx as nx
import pytest

from kg.errors import NotFound, StoreError
from kg.store.graph import KnowledgeGraph
from kg.store.values import Iri
from queries.export import export_network, export_tables
from queries.network import Stop, network, shortest_path
from tests.support.invented_graph import BASE, graph


@pytest.fixture(scope="module")
def invented() -> KnowledgeGraph:
    return graph()


@pytest.fixture(scope="module")
def tables(
    invented: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[dict[str, str]]]:
    paths = export_tables(invented, tmp_path_factory.mktemp("tables") / "made")
    return {path.stem: list(csv.DictReader(io.StringIO(path.read_text("utf-8")))) for path in paths}


def iri(local: str) -> Iri:
    return Iri(BASE + local)


def test_there_is_a_table_for_each_kind(tables: dict[str, list[dict[str, str]]]) -> None:
    assert {name: len(rows) for name, rows in tables.items() if rows} == {
        "documents": 3,
        "paragraphs": 13,
        "people": 4,
        "boards": 1,
        "councils": 1,
        "organisations": 2,
        "programmes": 1,
        "memberships": 3,
        "meetings": 2,
        "attendance": 4,
        "items": 1,
        "reports": 1,
        "recommendations": 2,
        "decisions": 2,
        "actions": 1,
        "figures": 2,
    }


def test_a_row_names_links_by_iri_and_label_and_ends_with_its_source(
    tables: dict[str, list[dict[str, str]]],
) -> None:
    (row,) = [row for row in tables["attendance"] if row["iri"] == iri("attendance/sam")]
    assert row == {
        "iri": iri("attendance/sam"),
        "atMeeting": iri("meeting/harbour-towns-board-2021-03-03"),
        "atMeetingLabel": "Harbour Towns Board, 2021-03-03",
        "person": iri("person/sam-reed"),
        "personLabel": "Sam Reed",
        "attendanceStatus": "present",
        "capacity": "substitute",
        "representing": "",
        "representingLabel": "",
        "substituteFor": iri("person/tom-vane"),
        "substituteForLabel": "Tom Vane",
        "file": "harbour-2021-03-minutes.html",
        "page": "1",
        "paragraph": iri("document/bbbbbbbbbbbb/p1"),
        "quote": "Sam Reed",
    }


def test_several_values_part_at_semicolons(tmp_path: Path) -> None:
    made = graph(more='graph:identity { person:ada-quill skos:altLabel "A. Quill" . }')
    export_tables(made, tmp_path)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "people.csv").read_text("utf-8"))))
    assert "A. Quill; Cllr Ada Quill" in [row["altLabel"] for row in rows]


def test_rows_are_in_order_of_iri_and_the_same_each_time(
    invented: KnowledgeGraph, tmp_path: Path
) -> None:
    one = [path.read_bytes() for path in export_tables(invented, tmp_path / "one")]
    two = [path.read_bytes() for path in export_tables(graph(), tmp_path / "two")]
    assert one == two
    rows = one[0].decode().splitlines()[1:]
    assert rows == sorted(rows)


def test_a_folder_that_cannot_be_made_is_one_line(invented: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("taken")
    with pytest.raises(StoreError, match="cannot be written") as raised:
        export_tables(invented, tmp_path / "file")
    assert "\n" not in str(raised.value)


def test_network_has_labelled_nodes_and_named_relations(invented: KnowledgeGraph) -> None:
    made = network(invented)
    assert made.nodes[iri("meeting/harbour-towns-board-2021-03-03")] == {
        "label": "Harbour Towns Board, 2021-03-03",
        "type": "Meeting",
        "date": "2021-03-03",
    }
    assert made.edges[iri("person/sam-reed"), iri("person/tom-vane")]["relation"] == (
        "substitute for"
    )
    ada = made.edges[iri("person/ada-quill"), iri("board/harbour-towns-board")]
    assert (ada["relation"], ada["weight"]) == ("member of", 1)
    assert iri("document/aaaaaaaaaaaa") not in made
    assert all({"label", "type"} <= set(data) for _, data in made.nodes(data=True))


def test_graphml_is_read_back_as_the_same_network(invented: KnowledgeGraph) -> None:
    out = io.BytesIO()
    export_network(invented, out)
    again = nx.read_graphml(io.BytesIO(out.getvalue()))
    made = network(invented)
    assert dict(again.nodes(data=True)) == dict(made.nodes(data=True))
    assert {frozenset(edge) for edge in again.edges} == {frozenset(edge) for edge in made.edges}
    second = io.BytesIO()
    export_network(graph(), second)
    assert second.getvalue() == out.getvalue()


def test_shortest_path_says_what_leads_from_stop_to_stop(invented: KnowledgeGraph) -> None:
    way = shortest_path(invented, iri("person/ben-osier"), iri("recommendation/lend"))
    assert way == (
        Stop(iri("person/ben-osier"), "Person", "Ben Osier", None),
        Stop(iri("report/gauges"), "Report", "Lending tide gauges", "contactOfficer"),
        Stop(
            iri("recommendation/lend"),
            "Recommendation",
            "That the Board agree to lend ten gauges to Northmoor Council.",
            "madeIn",
        ),
    )


def test_path_to_itself_is_one_stop(invented: KnowledgeGraph) -> None:
    (only,) = shortest_path(invented, iri("person/sam-reed"), iri("person/sam-reed"))
    assert (only.label, only.relation) == ("Sam Reed", None)


def test_a_way_leads_round_what_joins_everything() -> None:
    """Two people share a crowded meeting; the action of one names the body of the other."""
    crowd = "".join(
        f"""attendance:p{n} a mb:Attendance ; mb:person person:p{n} ; mb:atMeeting meeting:quay .
        person:p{n} a foaf:Person ; foaf:name "Person {n}" ."""
        for n in range(40)
    )
    told = """meeting:quay a mb:Meeting ; mb:heldBy board:quay ; dct:date "2021-03-03"^^xsd:date .
    board:quay a mb:Board ; skos:prefLabel "Quay Board" .
    organisation:rope a mb:Organisation ; skos:prefLabel "Rope Trust" .
    membership:rope a org:Membership ; org:member person:p2 ; org:organization organisation:rope .
    action:rope a mb:Action ; mb:text "Write to the Rope Trust" ;
      mb:assignedTo person:p1 ; mb:statedIn doc:rope .
    doc:rope mb:mentions organisation:rope ."""
    with graph(more=f"graph:crowd {{ {crowd} {told} }}") as held:
        round_it = shortest_path(held, iri("person/p1"), iri("person/p2"))
        through = shortest_path(held, iri("person/p1"), iri("person/p3"))
    assert [stop.label for stop in round_it] == [
        "Person 1", "Write to the Rope Trust", "Rope Trust", "Person 2",
    ]  # fmt: skip
    assert [stop.label for stop in through] == ["Person 1", "Quay Board, 3 March 2021", "Person 3"]


@pytest.mark.parametrize(
    ("end", "message"),
    [
        ("programme/gauge-exchange", "nothing in the papers joins"),
        ("person/nobody", "is no person, body"),
    ],
    ids=["apart", "unknown"],
)
def test_where_nothing_joins_two(invented: KnowledgeGraph, end: str, message: str) -> None:
    with pytest.raises(NotFound, match=message):
        shortest_path(invented, iri("person/ada-quill"), iri(end))


def test_graphml_is_well_formed_whatever_a_name_holds() -> None:
    odd = "".join(f"\\u{code:04X}" for code in (1, 0x1F, 0x7F, 0xFFFE, 0xFFFF))
    named = f'graph:odd {{ person:odd a foaf:Person ; foaf:name "Ann{odd} Lowe" . }}'
    out = io.BytesIO()
    export_network(graph(more=named), out)
    labels = {
        data["label"] for _, data in nx.read_graphml(io.BytesIO(out.getvalue())).nodes.items()
    }
    assert "Ann Lowe" in labels
