"""Decisions as plain minutes of parishes and clubs tell them, a paper at a time."""

from collections.abc import Sequence

import pytest

from kg.facts import Decision
from tests.support.read_papers import facts_of

HEAD = "Oxwick Parish Council\nMinutes of the meeting held on 4 May 2015\n\nPresent: Ann Lowe\n\n"


def decided(text: str) -> Sequence[Decision]:
    return facts_of(text, "a.txt").decisions


def under(words: str) -> list[str]:
    """The decisions of a small paper with some words under its second item."""
    text = f"{HEAD}1. Money\nNone.\n\n2. Barns\n{words}\n\n3. Close\nAt 9.\n"
    assert {one.item for one in decided(text)} <= {"2"}
    return [one.text for one in decided(text)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Penn, Hill Lane. New roof. P.C. Approved.", ["New roof. P.C. Approved."]),
        ("Ann proposed the minutes be accepted, Ben seconded. They were approved.",
         ["Ann proposed the minutes be accepted, Ben seconded. They were approved."]),
        ("Ann moved to sell it; Ben seconded. Carried. Ben moved and Ann seconded thanks. Carried.",
         ["Ann moved to sell it; Ben seconded. Carried.",
          "Ben moved and Ann seconded thanks. Carried."]),
        ("Action Items:\n- Money: Ann moved to sell it. Ben seconded. The motion was approved.",
         ["Money: Ann moved to sell it. Ben seconded. The motion was approved."]),
        ("A motion was made to buy a gate.", ["A motion was made to buy a gate."]),
        ("Action: It was agreed that a letter would be sent to Penn.",
         ["It was agreed that a letter would be sent to Penn."]),
    ],
)  # fmt: skip
def test_a_decision_is_read_with_what_it_is_on(words: str, expected: list[str]) -> None:
    assert under(words) == expected


def test_a_heading_that_tells_what_was_done_is_a_decision() -> None:
    text = f"# {HEAD}### Minutes of the last meeting were agreed\n\n### Barns\n\nLowe spoke.\n"
    found = facts_of(text, "a.md").decisions
    assert [one.text for one in found] == ["Minutes of the last meeting were agreed"]


def test_what_a_label_resolves_on_a_motion_is_resolved() -> None:
    words = "RESOLVED on the motion of Councillors Lowe and Tarn that rules be put aside."
    (one,) = decided(f"{HEAD}1. Money\nNone.\n\n2. Barns\n{words}\n\n3. Close\nAt 9.\n")
    assert (one.verb, one.outcome) == ("resolved", "agreed")


def test_the_name_of_a_body_over_a_list_decides_nothing() -> None:
    points = "- Lowe told of the fair\n- The fair was a joy\n- Agreed to buy a gate.\n"
    assert under(f"Oxwick Parish Council\n{points}") == ["Agreed to buy a gate."]


def test_what_became_of_the_paper_itself_is_no_decision() -> None:
    text = f"Third Crew Meeting of Oxwick Club 2015 - PASSED\n\n{HEAD}1. Money\nNone.\n"
    assert decided(text) == ()
