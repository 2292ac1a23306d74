"""What is asked of all papers counts those of a board under its other names."""

from collections.abc import Iterator
from datetime import date

import pytest

from kg.store.graph import KnowledgeGraph
from queries.actions import actions
from queries.changes import changes
from queries.loose_ends import NOT_MINUTED, loose_ends
from queries.sparql.saved import saved_query
from tests.support.rdf_papers import IRIS
from tests.support.read_papers import graph_of

PRESENT = "Present: Councillor Ann Reed (Chair), Councillor Tom Ford, Councillor Judith Wallace"
AGENDA = """# Northmoor Public Harbour Board

Agenda of the meeting on 4 March 2021

1. Apologies for absence
2. Dredging of the inner basin
3. Lamps along the east mole
"""
MINUTES = f"""# Minutes of the Northmoor Public Harbour Board, 4 March 2021

{PRESENT}

## 1. Apologies for absence

There were none.

## 2. Dredging of the inner basin

RESOLVED: That the inner basin be dredged in May 2021.

ACTION: Tom Ford to hire a dredger by 30 April 2021.
"""
LATER = f"""# Minutes of the Harbour Board, {{day}} 2021

{PRESENT}

## 1. Moorings

The Board agreed to let {{many}} more moorings.
"""


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    texts = {
        "agenda.md": AGENDA,
        "minutes.md": MINUTES,
        "june.md": LATER.format(day="10 June", many="six"),
        "october.md": LATER.format(day="7 October", many="ten"),
    }
    with graph_of(texts) as graph:
        boards = graph.select("SELECT DISTINCT ?board { ?meeting mb:heldBy ?board }").rows
        assert boards == [(IRIS.board("Harbour Board"),)]
        yield graph


def test_decisions_under_the_longer_name_are_among_what_changed(graph: KnowledgeGraph) -> None:
    found = changes(graph, date(2021, 3, 1), date(2021, 3, 31))
    decided = [one for one in found if one.kind == "decided"]
    assert ["dredged" in one.text for one in decided] == [True]
    assert decided[0].board == "Harbour Board"


def test_an_item_that_minutes_leave_out_is_a_loose_end(graph: KnowledgeGraph) -> None:
    found = loose_ends(graph, date(2021, 12, 31), kind=NOT_MINUTED)
    assert [one.text for one in found] == ["Lamps along the east mole"]


def test_an_action_has_its_board(graph: KnowledgeGraph) -> None:
    (row,) = actions(graph, date(2021, 12, 31))
    assert row.board == "Harbour Board"
    lives = graph.select(saved_query("action-lives").text).dicts()
    assert [one["action"] for one in lives] == [row.iri]
