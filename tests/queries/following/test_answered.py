"""How a decision answers what was asked."""

import pytest

from queries.following.answered import (
    RESPONSES,
    Asked,
    Reworded,
    answered,
    how_answered,
    response_outcome,
)

ASKED = "That the Board agree to lend ten gauges to Northmoor Council for two years."


@pytest.mark.parametrize(
    ("decided", "outcome", "how"),
    [
        (f"The Board agreed {ASKED[21:]}", "agreed", "as asked"),
        ("Agreed to lend Northmoor Council ten gauges for two years", "agreed", "as asked"),
        ("The Board noted the proposal.", "noted", "noted instead of agreed"),
        ("The loan was deferred to June.", "deferred", "deferred"),
        ("The Board rejected the loan.", "rejected", "rejected"),
        (
            "Agreed to lend ten gauges to Northmoor Council for two years, subject to a deposit.",
            "agreed",
            "changed",
        ),
    ],
)  # fmt: skip
def test_how_a_decision_answers(decided: str, outcome: str, how: str) -> None:
    assert how_answered(ASKED, decided, outcome)[0] == how


def test_what_members_think_is_asked_of_them_and_not_their_agreement() -> None:
    asked = "Provide more detailed responses to questions, by way of the harbour's page"
    assert how_answered(asked, "Noted the report.", "noted")[0] == "as asked"
    assert (
        how_answered("Provide ten gauges", "Noted the report.", "noted")[0]
        == "noted instead of agreed"
    )


def test_the_words_that_changed_are_shown_side_by_side() -> None:
    asked, decided = "lend 10 gauges for 2 years", "Agreed to lend 8 gauges for 3 years"
    assert how_answered(asked, decided, "agreed") == (
        "changed",
        (Reworded("10", "8"), Reworded("2", "3")),
    )


@pytest.mark.parametrize(
    ("decided", "changed"),
    [
        (
            "Agreed to lend £12,000, instead of the £10,000 proposed, for two years",
            [("£10,000", "£12,000")],
        ),
        ("Agreed to lend £12,000 for two years instead of £10,000.", [("£10,000", "£12,000")]),
        (
            "Agreed to lend £10,000 for five years, and not two as recommended",
            [("two", "five")],
        ),
        ("Agreed to lend £10,000, on terms to be settled, for two years", [
            ("", "on terms to be settled"),
        ]),
        ("Agreed to lend £10,000 for two.", [("years", "")]),
    ],
)  # fmt: skip
def test_words_set_aside_are_not_taken_for_new_ones(
    decided: str, changed: list[tuple[str, str]]
) -> None:
    _, reworded = how_answered("lend £10,000 for two years", decided, "agreed with changes")
    assert [(one.asked, one.decided) for one in reworded] == changed


def test_what_only_asks_to_note_is_answered_by_noting() -> None:
    assert how_answered("That members note the survey.", "The survey was noted.", "noted") == (
        "as asked",
        (),
    )


@pytest.mark.parametrize(
    ("response", "outcome"),
    [
        ("Agreed. Staff will be asked.", "agreed"),
        ("Agreed in part. Two will be bought.", "agreed with changes"),
        ("Not agreed: it costs too much.", "rejected"),
        ("The officers will consider it.", "noted"),
    ],
)
def test_the_outcome_by_the_response_that_was_agreed(response: str, outcome: str) -> None:
    assert response_outcome(response, "4", "the responses be agreed") == outcome


def test_a_recommendation_that_the_decision_excepts_is_put_off() -> None:
    decided = "the responses be agreed, save for the response to recommendation 4"
    assert response_outcome("Agreed.", "4", decided) == "deferred"
    assert response_outcome("Agreed.", "14", decided) == "agreed"


@pytest.mark.parametrize(
    ("response", "decided", "how", "told"),
    [
        ("Agreed in part. Two will be bought.", "agreed", "changed", "agreed with changes"),
        ("Not agreed: it costs too much.", "agreed", "rejected", "rejected"),
        ("Agreed.", "agreed, except recommendation 4", "deferred", "deferred"),
    ],
)
def test_a_decision_that_takes_responses_answers_as_each_of_them_does(
    response: str, decided: str, how: str, told: str
) -> None:
    found = answered(Asked("Buy four gauges.", "4", response), decided, "agreed", RESPONSES)
    assert (found.how, found.told) == (how, told)


def test_what_is_only_noted_is_told_as_such() -> None:
    found = answered(Asked(ASKED), "The Board noted the proposal.", "noted", None)
    assert (found.outcome, found.told) == ("noted", "noted instead of agreed")
