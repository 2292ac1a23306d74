"""A cabinet whose reports are published one by one, as councils do: each is joined with its item by
title, and minutes that name earlier ones tell what came of them.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from embeddings.library import Library
from kg.store.graph import KnowledgeGraph
from queries.following.ledger_rows import LedgerRow
from queries.ledger import ledger
from tests.support.own_library import answered, own_library
from tests.support.read_papers import graph_of

COUNCIL = "SALTMERE BOROUGH COUNCIL"
JUNE = date(2025, 6, 1)
AGENDA = """# Saltmere Borough Council

**Cabinet**

Tuesday, 14 January 2025 at 6.00 pm

## Agenda

| No. | Item | Pages |
|---|---|---|
| 1. | Apologies for absence | |
| 2. | Mooring fees | 3 - 8 |
| 3. | Award of contract – baths roof | 9 - 12 |
| 4. | Budget monitoring | 13 - 20 |
"""
FEES = """Report for: Cabinet

Meeting date: 14 January 2025

Subject: Mooring fees

Report author: Sunita Rao, Moorings Manager

1. RECOMMENDATIONS

Cabinet is recommended to:

1.1 Raise the fee for visiting yachts from £12 to £15 from 1 April 2025.

1.2 Keep the fee for fishing boats at £4.
"""
ROOF = """# Award of contract – baths roof

Cabinet, 14 January 2025

Report by Assistant Director (Property)

Recommendation

That the contract for the roof of the baths be awarded to Marle Ltd from 1 April 2025.

1. Four tenders were received.
"""
BUDGET = f"""{COUNCIL}

CABINET – 14 JANUARY 2025

REPORT OF THE DIRECTOR OF FINANCE

# BUDGET MONITORING

## RECOMMENDED

1. That the overspend of £12,000 be noted.
2. That a report on the cost of lodgings be brought in March 2025.
"""
PRESENT = "**Present:** Councillor Ann Lowe (Chair), Councillor Tom Reed and Councillor Ida Moss"


def minutes(day: str, text: str, present: str = PRESENT) -> str:
    """Minutes of the Cabinet."""
    head = f"# {COUNCIL}\n\n## CABINET\n\n### Minutes of the meeting held on Tuesday {day}"
    return f"{head} at 6.00 pm\n\n{present}\n\n{text}"


JANUARY = minutes(
    "14 January 2025",
    """**CAB.61 APOLOGIES FOR ABSENCE**

There were none.

**CAB.62 MOORING FEES**

RESOLVED – That consideration of the fees be deferred to the meeting on 11 February 2025.

**CAB.63 AWARD OF CONTRACT – BATHS ROOF**

RESOLVED – That the contract for the roof be awarded to Marle Ltd from 1 May 2025.

**CAB.64 BUDGET MONITORING**

RESOLVED – That

(1) the overspend of £12,000 be noted; and

(2) a report on the cost of lodgings be brought in March 2025.
""",
)
FEBRUARY = minutes(
    "11 February 2025",
    """**CAB.65 APOLOGIES FOR ABSENCE**

There were none.

**CAB.66 MOORING FEES**

Further to minute CAB.62, the Moorings Manager told of the talks.

RESOLVED – That

(1) the fee for visiting yachts be raised from £12 to £14 from 1 April 2025; and

(2) the fee for fishing boats be kept at £4.

**CAB.67 CLOSE**

The meeting closed at 7 pm.
""",
)
MARCH = minutes(
    "11 March 2025",
    """**CAB.68 APOLOGIES FOR ABSENCE**

An apology was received from Councillor Ida Moss.

**CAB.69 LODGINGS**

In accordance with minute CAB.64, Cabinet considered a report on the cost of lodgings.

RESOLVED – That ten lodgings be bought.

**CAB.70 CLOSE**

The meeting closed at 7 pm.
""",
    "**Present:** Councillor Ann Lowe (Chair) and Councillor Tom Reed",
)
PAPERS = {
    "agenda.md": AGENDA,
    "fees.md": FEES,
    "roof.md": ROOF,
    "budget.md": BUDGET,
    "january.md": JANUARY,
    "february.md": FEBRUARY,
    "march.md": MARCH,
}


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with graph_of(PAPERS) as held:
        yield held


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("cabinet")
    with own_library(folder, PAPERS) as opened:
        yield opened


def row(graph: KnowledgeGraph, words: str, *, quoted_only: bool = False) -> LedgerRow:
    """The one recommendation that has some words."""
    rows = ledger(graph, JUNE, quoted_only=quoted_only)
    (found,) = [one for one in rows if words in one.text]
    return found


def test_reports_to_the_cabinet_are_to_that_of_the_council_that_met_that_day(
    graph: KnowledgeGraph,
) -> None:
    rows = ledger(graph, JUNE)
    assert {one.board for one in rows} == {"Saltmere Borough Council Cabinet"}
    assert len(rows) == 5


def test_a_report_is_for_the_item_of_its_title(graph: KnowledgeGraph) -> None:
    query = """SELECT ?title ?number {
      ?report mb:forItem ?item ; dct:title ?title . ?item mb:itemNumber ?number
    } ORDER BY ?number"""
    assert graph.select(query).rows == [
        ("Mooring fees", "2"),
        ("Award of contract – baths roof", "3"),
        ("BUDGET MONITORING", "4"),
    ]


def test_what_puts_off_an_item_puts_off_all_that_it_asks_until_it_is_taken_again(
    graph: KnowledgeGraph,
) -> None:
    yachts, boats = row(graph, "visiting yachts"), row(graph, "fishing boats")
    assert [(one.date, one.answer) for one in yachts.decisions] == [
        (date(2025, 1, 14), "deferred"),
        (date(2025, 2, 11), "changed"),
    ]
    assert ("£15", "£14") in [(one.asked, one.decided) for one in yachts.decisions[-1].reworded]
    assert [one.answer for one in boats.decisions] == ["deferred", "as asked"]


def test_a_month_in_place_of_another_is_a_change(graph: KnowledgeGraph) -> None:
    roof = row(graph, "roof of the baths")
    assert roof.decision is not None
    assert (roof.decision.answer, roof.status) == ("changed", "agreed with changes")


def test_a_paper_that_names_the_minute_tells_what_came_of_it(graph: KnowledgeGraph) -> None:
    asked = row(graph, "cost of lodgings")
    assert asked.latest is not None
    assert asked.latest.date == date(2025, 3, 11)
    assert "In accordance with minute CAB.64" in (asked.latest.label or "")
    assert row(graph, "overspend").latest is None


def test_what_is_inferred_is_left_out_where_only_quotes_count(graph: KnowledgeGraph) -> None:
    asked = row(graph, "cost of lodgings", quoted_only=True)
    assert (asked.decision, asked.latest) == (None, None)


def test_without_minutes_of_the_day_the_cabinet_has_its_own_name() -> None:
    with graph_of({"fees.md": FEES, "march.md": MARCH}) as held:
        assert {one.board for one in ledger(held, JUNE)} == {"Cabinet"}


def test_what_was_decided_on_a_matter_is_told_of_all_meetings(library: Library) -> None:
    told = answered(library, "What was decided about mooring fees?").answer
    assert "deferred to the meeting on 11 February 2025" in told
    assert "raised from £12 to £14" in told


def test_a_month_without_a_year_is_that_of_the_one_meeting_in_it(library: Library) -> None:
    told = answered(library, "Did Councillor Moss attend in March?").answer
    assert told.startswith("No: Ida Moss sent apologies on 11 March 2025")


def test_around_a_report_stands_what_was_decided_on_it_marked_as_inferred(
    library: Library,
) -> None:
    context = answered(library, "What does the report on the baths roof recommend?").context
    assert [one.label for one in context.decisions] == [
        "That the contract for the roof be awarded to Marle Ltd from 1 May 2025. (inferred)"
    ]
