"""What a body decides to recommend to another is a recommendation of its own."""

from datetime import date

import pytest

from kg.store.graph import KnowledgeGraph
from queries.following.ledger_rows import LedgerRow
from queries.ledger import ledger
from tests.support.read_papers import facts_of, graph_of

HEAD = (
    "# SALTMERE BOROUGH COUNCIL\n\n## QUAYS SCRUTINY PANEL\n\nMinutes of the meeting held on 5 "
    "February 2025\n\n**Present:** Councillors A Lowe (Chair), T Reed and I Moss\n\n"
    "### 15. Fees\n\n"
)
CABINET = """# SALTMERE BOROUGH COUNCIL

## CABINET

Minutes of the meeting held on 4 March 2025

**Present:** Councillors E Hale (Leader), C Stroud and B Vann

### 201. Response to the Quays Scrutiny Panel: fees of visiting yachts

Resolved: That the recommendation be partially accepted and the fees be raised by 4% in April 2025.

### 202. Lamps

Resolved: That the lamps be mended in April 2025.
"""
RAISE = "That the Cabinet be recommended to raise the fees of visiting yachts by 6% in April 2025."


@pytest.mark.parametrize(
    ("decided", "to"),
    [
        (RAISE, "Saltmere Borough Council Cabinet"),
        (
            "It was agreed to recommend to Full Council that fees be raised.",
            "Saltmere Borough Council",
        ),
        ("RECOMMENDED to the Works Committee: that the lamps be mended.", "Works Committee"),
    ],
)
def test_who_recommends_and_to_whom_is_told(decided: str, to: str) -> None:
    (found,) = facts_of(f"{HEAD}RESOLVED: {decided}", "minutes.md").recommendations
    assert (found.kind, found.item) == ("external", "15")
    assert (found.made_by, found.addressed_to) == ("Quays Scrutiny Panel", to)


@pytest.mark.parametrize(
    "decided",
    [
        "That the Quays Scrutiny Panel be recommended to meet again.",
        "That officers be recommended to look into it.",
        "That the recommendations in the report be agreed.",
        "That the County Council be asked to mend the road.",
    ],
)
def test_what_is_sent_to_no_other_body_is_none(decided: str) -> None:
    assert facts_of(f"{HEAD}RESOLVED: {decided}", "minutes.md").recommendations == ()


@pytest.mark.parametrize(
    "decided",
    [
        "RECOMMENDED: That Council approve the plan.",
        "RECOMMENDED TO COUNCIL\n\nThat the plan be approved.",
        "RECOMMENDED TO COUNCIL\n\n1. That the plan be approved.\n\n2. That fees be kept.",
    ],
)
def test_what_minutes_have_as_recommended_is_decided_so(decided: str) -> None:
    found = facts_of(HEAD + decided, "minutes.md")
    assert {one.verb for one in found.decisions} == {"recommended"}
    assert [one.text for one in found.recommendations] == [one.text for one in found.decisions]
    assert {one.addressed_to for one in found.recommendations} == {"Saltmere Borough Council"}


def test_but_what_was_recommended_before_it_was_resolved_is_not() -> None:
    text = "Recommended: That fees be raised.\n\nRESOLVED: That fees be kept."
    found = facts_of(HEAD + text, "minutes.md")
    assert [one.text for one in found.decisions] == ["That fees be kept."]


def only(graph: KnowledgeGraph) -> LedgerRow:
    (row,) = ledger(graph, date(2025, 6, 1))
    return row


def test_the_ledger_tells_what_the_other_body_decided() -> None:
    with graph_of({"panel.md": f"{HEAD}RESOLVED: {RAISE}", "cabinet.md": CABINET}) as graph:
        row = only(graph)
        assert row.decision is not None
        assert (row.decision.date, row.decision.answer) == (date(2025, 3, 4), "changed")
        assert [(one.asked, one.decided) for one in row.decision.reworded] == [("6", "4")]
        assert row.status == "agreed with changes"


def test_without_its_minutes_no_response_is_held() -> None:
    with graph_of({"panel.md": f"{HEAD}RESOLVED: {RAISE}"}) as graph:
        assert (only(graph).decision, only(graph).status) == (None, "no response held")
