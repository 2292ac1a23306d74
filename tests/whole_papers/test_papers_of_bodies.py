"""Bodies, days, items and decisions of invented papers in the habits of many bodies."""

import tomllib
from functools import cache
from typing import Any

import pytest

from kg.extraction.extract import extract
from kg.facts import Decision, Facts
from kg.reading.read import read_document
from kg.reference import Councils
from kg.vocabulary import name_key
from tests.places import TESTS

FOLDER = TESTS / "papers_of_bodies"
EXPECTED: dict[str, Any] = tomllib.loads((FOLDER / "expected.toml").read_text("utf-8"))
PAPERS = sorted(EXPECTED)


@cache
def facts(paper: str) -> Facts:
    return extract(read_document((FOLDER / paper).read_bytes(), paper), Councils(()))


@cache
def decisions(paper: str) -> list[tuple[str, Decision]]:
    """The decisions of a paper, each with the number of its item."""
    numbers = {item.label: item.number for item in facts(paper).items}
    return [(numbers.get(one.item or "", ""), one) for one in facts(paper).decisions]


def decision(paper: str, words: str) -> Decision:
    return next(one for _, one in decisions(paper) if words in one.text)


@pytest.mark.parametrize("paper", PAPERS)
def test_all_that_is_expected_of_a_paper_is_asserted(paper: str) -> None:
    expected = set(EXPECTED[paper])
    assert expected >= {"body", "day", "items", "decisions"}
    assert expected <= {"body", "day", "items", "decisions", "people", "actions"}


@pytest.mark.parametrize("paper", PAPERS)
def test_the_meeting_is_named_with_its_body_and_its_day(paper: str) -> None:
    found = facts(paper).meeting
    assert found is not None
    assert name_key(found.board) == name_key(EXPECTED[paper]["body"])
    assert found.date == EXPECTED[paper]["day"]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_items_have_the_numbers_and_titles_of_the_paper(paper: str) -> None:
    assert [[one.number, one.title] for one in facts(paper).items] == EXPECTED[paper]["items"]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_decisions_are_those_of_the_paper_and_no_talk(paper: str) -> None:
    expected = EXPECTED[paper]["decisions"]
    found = decisions(paper)
    assert [[number, one.outcome] for number, one in found] == [row[:2] for row in expected]
    for (_, _, words), (_, one) in zip(expected, found, strict=True):
        assert words in one.text


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if "people" in EXPECTED[paper]])
def test_the_people_are_those_whom_the_paper_lists(paper: str) -> None:
    found = {(one.person.name, one.status) for one in facts(paper).attendance}
    assert found == {(name, status) for name, status in EXPECTED[paper]["people"]}


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if "actions" in EXPECTED[paper]])
def test_the_actions_are_those_that_the_paper_gives_to_people(paper: str) -> None:
    expected = EXPECTED[paper]["actions"]
    found = facts(paper).actions
    assert [one.assignee_as_written for one in found] == [who for who, _ in expected]
    for (_, words), one in zip(expected, found, strict=True):
        assert words in one.text


@pytest.mark.parametrize(
    ("paper", "words", "moved", "seconded"),
    [
        ("parish-proposals.md", "Approved", "Dory", "Bram"),
        ("irish-county.txt", "as sent out", "Bracken", "Barlow"),
        ("irish-county.txt", "site be disposed of", "J Quill", "Tolan"),
        ("irish-monthly.html", "unanimously agreed", "B. Tarn", "C. Voss"),
        ("lead-in.txt", "The motion fell", "Tarn", "Lowe"),
        ("american.md", "February 3, 2020", "Ann Lowe", "Ben Tarn"),
        ("parish-letterhead.txt", "Green Blade", None, None),
        ("village-trustees.txt", "public hearing be closed", "Brisk", "Crake"),
        ("select-board.txt", "snow plow contract", "Jaspers", "Feeney"),
        ("listed-above.md", "open an account", "Cara Voss", None),
        ("initials-margin.md", "to the mason", "Ben Tarn", "Ann Lowe"),
    ],
)
def test_who_moved_and_who_seconded(
    paper: str, words: str, moved: str | None, seconded: str | None
) -> None:
    found = decision(paper, words)
    assert (found.moved_by and found.moved_by.name) == moved
    assert (found.seconded_by and found.seconded_by.name) == seconded


@pytest.mark.parametrize(
    ("paper", "words", "counts"),
    [
        ("council-committee.md", "permission be granted", (8, 2, 1)),
        ("lead-in.txt", "The motion fell", (3, 9, None)),
        ("board-of-directors.md", "2019 budget", (5, 2, 1)),
        ("board-of-directors.md", "sponsorship policy", (6, 1, 0)),
        ("parish-proposals.md", "Carried by 2 votes to 1", (2, 1, None)),
        ("parish-proposals.md", "Approved", (None, None, None)),
    ],
)
def test_votes_are_counted_where_the_paper_counts_them(
    paper: str, words: str, counts: tuple[int | None, int | None, int | None]
) -> None:
    found = decision(paper, words)
    assert (found.votes_for, found.votes_against, found.abstentions) == counts


def test_tasks_given_to_people_by_name_are_actions_told_once() -> None:
    found = [(one.assignee_as_written, one.text) for one in facts("exec-tasks.md").actions]
    assert found == [
        ("Ann Lowe", "Find out when it is"),
        ("Ben", "Print a banner for the stall"),
        ("Baz", "Blow up the photographs"),
        ("Cara", "Email the old members."),
        (None, "Tell the college that the society has moved."),
        ("Ben", "Ben to redo the front page."),
    ]


def test_initials_in_a_margin_are_on_what_is_to_be_done_in_their_row() -> None:
    found = [(one.assignee_as_written, one.text) for one in facts("initials-margin.md").actions]
    assert found[:3] == [
        ("CV", "Clerk to ask the ferry firm for a map."),
        ("CV", "Clerk to lend DM the chart."),
        ("CV", "Clerk to write to the mason about the steps."),
    ]


def test_tasks_behind_the_matters_that_they_are_of_are_actions() -> None:
    assert [one.text for one in facts("topic-tasks.txt").actions] == [
        "Waste: AL to send the survey to BT, BT to publish it",
        "Water: BT to mend the tap",
        "Harbour wall: CV and AL to walk the wall",
    ]


def test_orders_below_actions_of_a_kind_are_actions_and_what_we_should_do_is_none() -> None:
    assert [one.text for one in facts("actions-of-a-kind.html").actions] == [
        "Ben to ask the baker for a price.",
        "Add the buoys to the chart.",
        "Check whether the lamp still turns.",
        "Grease the winch.",
    ]


def test_a_decision_has_the_number_of_the_part_of_the_item_that_it_stands_in() -> None:
    found = [(one.item, one.number) for one in facts("parts-decided.txt").decisions]
    assert found == [("2", "2.2"), ("2", "2.3"), ("3ii", None)]


def test_a_decision_begins_behind_the_label_of_a_proposal() -> None:
    one = decision("titled-lazily.md", "risk assessment")
    assert one.text.startswith("Mr Tarn proposed and Mrs Voss seconded")


def test_items_that_share_a_number_are_told_apart_by_their_titles() -> None:
    labels = [one.label for one in facts("lost-count.txt").items]
    assert len(set(labels)) == len(labels) == 4
    assert labels[-1] == "Date of next meeting"
    assert decision("lost-count.txt", "let four stalls").item == labels[2]


def test_votes_told_in_a_sentence_are_counted() -> None:
    voted = decision("declared.md", "11 members")
    assert (voted.votes_for, voted.votes_against, voted.abstentions) == (11, 3, 2)
