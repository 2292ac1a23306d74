"""The organisation behind the meeting of a body that any may have, and labels below who came."""

import pytest

from tests.support.read_papers import facts_of

PAPER = """# {}

Date: 9 April 2031
Present: Ann Lowe, Ben Tarn, Cara Voss
Location: Electronic meeting via Zoom

## Accounts

The Board agreed to pay the bill.
"""


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Directors' Meeting - Lark Canada", "Lark Canada Directors"),
        ("Trustees’ Meeting – Lark Trust", "Lark Trust Trustees"),
        ("Governors' Meeting | Lark School", "Lark School Governors"),
        ("Board Meeting - Lark Trust", "Lark Trust Board"),
        ("Lark Canada - Directors' Meeting", "Lark Canada Directors"),
    ],
)
def test_a_meeting_before_a_dash_is_of_the_organisation_behind_it(title: str, body: str) -> None:
    (meeting,) = facts_of(PAPER.format(title), "paper.md").meetings
    assert meeting.key.board == body


def test_where_a_meeting_was_is_nobody_who_came() -> None:
    came = facts_of(PAPER.format("Lark Trust Board Meeting"), "paper.md").attendance
    assert [one.person.name for one in came] == ["Ann Lowe", "Ben Tarn", "Cara Voss"]
