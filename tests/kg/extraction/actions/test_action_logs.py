"""Tables of actions and recommendations of invented bodies, under the heads that bodies use."""

from datetime import date

import pytest

from kg.extraction.extract import extract
from kg.facts import Action, Facts
from kg.reading.read import read_document
from kg.reference import Councils
from tests.support.read_papers import whose


def facts_of(table: str) -> Facts:
    text = f"# Harbour Committee\n\n## Action log, 4 March 2025\n\n{table}\n"
    return extract(read_document(text.encode(), "log.md"), Councils.load())


def logged(head: str, *rows: str) -> tuple[Action, ...]:
    rule = "|".join("---" for _ in head.split("|"))
    return facts_of("\n".join(f"| {line} |" for line in (head, rule, *rows))).actions


def test_who_and_by_when_in_columns_who_and_by():
    (found,) = logged("From | Action | Who | By", "4 Feb | Paint the rail | Anna Weir | 2 May 2025")
    assert (found.assignee_as_written, found.due) == ("Anna Weir", date(2025, 5, 2))


@pytest.mark.parametrize(
    ("due", "previous"),
    [
        ("2 May 2025 (was 1 April 2025)", [date(2025, 4, 1)]),
        ("Revised to 2 May 2025 from 1 April 2025", [date(2025, 4, 1)]),
        ("~~1 April 2025~~ 2 May 2025", [date(2025, 4, 1)]),
        ("1 April 2025 → 2 May 2025", [date(2025, 4, 1)]),
        ("2 May 2025", []),
    ],
)
def test_a_due_date_that_moved(due, previous):
    (found,) = logged("Action | Owner | Due", f"Paint the rail | Anna | {due}")
    assert (found.due, list(found.previous_due)) == (date(2025, 5, 2), previous)


def test_an_original_and_a_revised_due_date():
    moved, kept = logged(
        "Action | Lead | Original due date | Revised due date",
        "Paint the rail | AW | 1 March 2025 | 1 June 2025",
        "Sweep the pier | PS | 1 April 2025 | ",
    )
    assert (moved.due, moved.previous_due) == (date(2025, 6, 1), (date(2025, 3, 1),))
    assert (kept.due, kept.previous_due) == (date(2025, 4, 1), ())


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("🟢 Done", "complete"),
        ("✅", "complete"),
        ("🔴 Not started", "open"),
        ("New", "open"),
        ("Cancelled", None),
    ],
)
def test_a_status_in_signs_and_words(written, status):
    (found,) = logged("ID | Action | Owner | Status", f"AI-3 | Paint the rail | Anna | {written}")
    assert (found.number, found.status, found.status_as_written) == ("AI-3", status, written)


def test_how_urgent_an_action_is_is_no_theme():
    (found,) = logged("Action | Owner | Priority | Due", "Paint the rail | Anna | High | May 2025")
    assert found.theme is None


def test_blank_cells_and_rows_that_ask_for_nothing():
    found = logged(
        "Action | Owner | Due", "Paint the rail | - | –", "None | - | -", "Note | Chair | 7.00"
    )
    assert [(a.text, a.assignee_as_written, a.due_as_written) for a in found] == [
        ("Paint the rail", None, None)
    ]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Item | Action | Lead | Time", "Budget | Discuss and decide | Clerk | 7.10"),
        ("Description | Date | Amount", "Stamps | 1 May 2025 | £3"),
        ("Date | Description | Name", "1 May 2025 | Grass | Smith Ltd"),
        ("Task | Hours | Date", "Mowing | 3 | 1 May 2025"),
    ],
)
def test_tables_of_other_things(head, row):
    rule = "|".join("---" for _ in head.split("|"))
    table = "\n".join(f"| {line} |" for line in (head, rule, row))
    text = f"# Harbour Committee\n\n## Papers for 4 March 2025\n\n{table}\n"
    assert extract(read_document(text.encode(), "paper.md"), Councils.load()).actions == ()


def test_a_table_under_a_heading_for_actions_is_read_by_what_its_cells_hold():
    found = logged(
        "Topic | Next step | Person | Target",
        "Rail | Get three prices for a new rail | AW | 1 May 2025",
        "Pier | Write to the county about the pier | PS | 3 May 2025",
    )
    assert [(a.text, a.assignee_as_written, a.due) for a in found] == [
        ("Get three prices for a new rail", "AW", date(2025, 5, 1)),
        ("Write to the county about the pier", "PS", date(2025, 5, 3)),
    ]


def test_a_table_without_a_head_under_a_heading_for_actions():
    found = logged("Anna Weir | Get three prices for a rail", "Paul Stone | Write to the county")
    assert whose(found) == [
        ("Get three prices for a rail", "Anna Weir"),
        ("Write to the county", "Paul Stone"),
    ]


def test_what_reviewers_recommended_beside_the_response():
    text = (
        "# Peer review\n\n**Purpose:** To report on the peer review.\n\n"
        "| No | Reviewer’s recommendation | Council’s response |\n|---|---|---|\n"
        "| R1 | Publish a vision for the harbour | Accepted. |\n"
        "| R2 | Sell the dredger | Not accepted. |\n"
    )
    found = extract(read_document(text.encode(), "review.md"), Councils.load()).recommendations
    assert [(r.kind, r.number, r.text, r.response) for r in found] == [
        ("external", "R1", "Publish a vision for the harbour", "Accepted."),
        ("external", "R2", "Sell the dredger", "Not accepted."),
    ]


def test_a_column_of_numbers_and_one_of_who_is_responsible():
    (found,) = logged("# | Action | Who’s responsible", "7 | Paint the rail | Anna Weir")
    assert (found.number, found.assignee_as_written) == ("7", "Anna Weir")
