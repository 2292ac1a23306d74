"""A report that is a paper of its own: its head says of which meeting it is, and its title."""

from datetime import date

import pytest

from kg.facts import MeetingKey
from tests.support.read_papers import facts_of

BODY = """

# Dredging of the inner pool

## Purpose

1. The pool is silted up.

## Recommendations

1. That the Committee approve a survey of £900.
"""
MEETING = MeetingKey("Marlow Harbour Committee", date(2032, 3, 9))


@pytest.mark.parametrize(
    "head",
    [
        "REPORT TO: Marlow Harbour Committee\n\nDATE: 9 March 2032\n\nREPORT OF: The Master",
        "Committee: Marlow Harbour Committee\n\nDate of meeting: 9 March 2032",
        "| Report to | Marlow Harbour Committee |\n|---|---|\n| Date | 9 March 2032 |",
        "Report to Marlow Harbour Committee, 9 March 2032",
        "Report to Marlow Harbour Committee\n\n9 March 2032",
        "Marlow Harbour Committee\n\n9 March 2032\n\nReport of the Harbour Master",
    ],
)
def test_the_head_of_a_report_says_of_which_meeting_it_is(head: str) -> None:
    found = facts_of(f"{head}{BODY}", "dredging.md")
    assert found.kind == "report"
    assert found.meeting == MEETING
    assert [one.title for one in found.reports] == ["Dredging of the inner pool"]
    assert [one.meeting for one in found.recommendations] == [MEETING]


@pytest.mark.parametrize(
    "head",
    [
        "Report to: Marlow Harbour Committee\n\nDate published: 9 March 2032",
        "Wards: All\n\nDate: 9 March 2032",
    ],
)
def test_a_head_without_a_body_or_its_day_says_of_no_meeting(head: str) -> None:
    assert facts_of(f"{head}{BODY}", "dredging.md").meeting is None


def test_who_reports_is_the_title_only_where_there_is_no_other() -> None:
    by = "Report of Ann Lowe, Director of Lamps"
    text = f"Harbour Committee\n\n9 March 2032\n\n%s{by}\n\nPurpose of the report\n\n1. To ask."
    called = facts_of(text % "Lamps on the quay\n\n").reports
    assert [one.title for one in called] == ["Lamps on the quay"]
    assert [one.title for one in facts_of(text % "").reports] == [by]


def test_a_paper_that_calls_itself_a_report_is_one_without_a_purpose() -> None:
    text = (
        "# Report to the Quarn Board\n\n## Other boards' work\n\nThere is much.\n\n%s\n\nTo note."
    )
    found = facts_of(text % "### Recommendation", "work.md")
    assert [(one.title, one.purpose) for one in found.reports] == [("Other boards' work", None)]
    assert [one.text for one in found.recommendations] == ["To note."]
    assert facts_of(text % "### Remarks", "work.md").reports == ()


def test_a_title_below_the_summary_that_opens_a_report() -> None:
    head = "Is this report confidential? No\n\nSummary\n\nThis report tells of the pool.\n\n"
    text = f"{head}Dredging of the pool, May 2032\n\nBackground\n\n1. The pool is silted up.\n"
    assert [one.title for one in facts_of(text, "a.txt").reports] == [
        "Dredging of the pool, May 2032"
    ]
