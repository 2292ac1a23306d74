"""Committees of a name that many councils give theirs: whose they are is part of the name."""

from datetime import date

import pytest

from kg.extraction.extract import extract
from kg.facts import Facts, MeetingKey
from kg.reading.read import read_document
from kg.reference import Councils
from kg.structure.names.body_names import is_common
from tests.support.rdf_papers import IRIS, quads_of

MINUTES = """{head}

# Minutes of the Planning Committee held on {day}

Present: Cllr Ann Reed (Chair), Cllr Ben Tarn, Cllr Cleo Marsh

Apologies: Cllr Dan Holt

## 1. Applications

RESOLVED: That the Planning Committee has no objection to the barn.
"""


def facts(head: str, day: str = "4 March 2021") -> tuple[Facts, str]:
    text = MINUTES.format(head=head, day=day)
    paper = read_document(text.encode(), "minutes.md")
    found = extract(paper, Councils.load())
    boards = {str(s) for s, _, o, _ in quads_of(paper, found) if str(o).endswith("ns#Board")}
    assert len(boards) == 1
    return found, boards.pop()


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("Planning Committee", True),
        ("Finance and General Purposes Committee", True),
        ("Planning & Highways Sub-Committee", True),
        ("Harbour Committee", False),
        ("Overy Parish Council Planning Committee", False),
        ("Planning Inspectorate", False),
        ("Committee", False),
    ],
)
def test_names_that_many_bodies_have(name: str, common: bool) -> None:
    assert is_common(name) is common


def test_two_councils_with_a_planning_committee_have_two_boards() -> None:
    boards = []
    for council in ("Overy Parish Council", "Netherby Town Council"):
        found, board = facts(council)
        assert found.meeting is not None
        assert found.meeting.board == f"{council} Planning Committee"
        boards.append(board)
    assert boards == [
        IRIS.board("Overy Parish Council Planning Committee"),
        IRIS.board("Netherby Town Council Planning Committee"),
    ]


@pytest.mark.parametrize("head", ["Notes", "Overy Parish Council\n\nNetherby Town Council"])
def test_where_a_paper_does_not_tell_whose_it_is_the_name_stays(head: str) -> None:
    found, board = facts(head)
    assert found.meeting is not None
    assert found.meeting.board == "Planning Committee"
    assert board == IRIS.board("Planning Committee")


def test_somebody_called_board_is_no_body() -> None:
    paper = """# Minutes

The annual meeting was held on 4 June 2030

- Ann Lowe (Chair)
- Ben Board (Treasurer)
- Cara Voss

## Co-option of Ben Board to the committee

It was agreed that Ben Board be co-opted onto the committee.
"""
    found = extract(read_document(paper.encode(), "minutes.md"), Councils(())).meeting
    assert found == MeetingKey("Committee", date(2030, 6, 4))
