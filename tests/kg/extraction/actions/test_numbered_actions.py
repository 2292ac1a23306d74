"""Actions that go by a number: in logs whose numbers stand under "Action", behind labels, and where
it is only told how one went.
"""

import pytest

from tests.support.read_papers import facts_of

HEAD = "# Minutes of the Quay Board, 9 March 2024\n\nPresent: Ann Lowe, Tom Reed\n\n## 1. Lamps\n\n"


def test_a_log_may_have_its_numbers_under_action() -> None:
    text = """# Quay Board action log, 9 March 2024

| Action | Description | Owner | Due |
|---|---|---|---|
| 24/01 | Order blue paint | Tom Reed | 30 April 2024 |
| 24/02 | Mend the lamps | Ann Lowe | 31 May 2024 |
"""
    assert [(a.number, a.text) for a in facts_of(text, "log.md").actions] == [
        ("24/01", "Order blue paint"),
        ("24/02", "Mend the lamps"),
    ]


def test_but_words_under_action_are_what_is_to_be_done() -> None:
    text = """# Quay Board action log, 9 March 2024

| Action | Description | Owner |
|---|---|---|
| Order paint | For the railings | Tom Reed |
"""
    assert [a.text for a in facts_of(text, "log.md").actions] == ["Order paint"]


def test_a_plan_tells_what_is_to_be_done_as_measures() -> None:
    text = """# Quay Board action plan, 9 March 2024

| Ref | Measure | Lead | By when |
|---|---|---|---|
| R1 | Write to all owners of boats | Tom Reed | 30 April 2024 |
"""
    (action,) = facts_of(text, "plan.md").actions
    assert (action.text, action.assignee_as_written) == ("Write to all owners of boats", "Tom Reed")


def test_a_label_with_a_number_opens_an_action_and_is_no_title() -> None:
    found = facts_of(f"{HEAD}**ACTION 24/01:** Tom Reed to order blue paint.", "minutes.md")
    assert [a.text for a in found.actions] == ["Tom Reed to order blue paint."]
    assert [item.title for item in found.items] == ["Lamps"]


@pytest.mark.parametrize(
    "told",
    [
        "Action 24/03: the visit to the lock had been arranged.",
        "Action 24/03: the paint was ordered.",
    ],
)
def test_what_tells_how_an_action_went_gives_none(told: str) -> None:
    assert facts_of(HEAD + told, "minutes.md").actions == ()


@pytest.mark.parametrize("done", ["visit the lock", "see the plans", "know the cost"])
def test_who_asked_to_be_told_or_shown_has_nothing_to_do(done: str) -> None:
    assert facts_of(f"{HEAD}Ann Lowe asked to {done}.", "minutes.md").actions == ()


def test_the_last_but_one_of_several_points_may_end_with_and() -> None:
    text = (
        f"{HEAD}The Board agreed:\n\n1. to mend the lamps; and\n2. to order blue paint.\n\n"
        "## 2. Close\n\nThe meeting closed."
    )
    decided = [one.text for one in facts_of(text, "minutes.md").decisions]
    assert decided == ["to mend the lamps; and", "to order blue paint."]
