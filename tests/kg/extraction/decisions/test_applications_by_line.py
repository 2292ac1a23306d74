"""Planning applications over several lines, and short forms of what was decided."""

import pytest

from tests.support.read_papers import facts_of

HEAD = (
    "# Oxwick Parish Council\n\nMinutes of the meeting held on 4 May 2015\n\n"
    "Present: Cllr Ann Lowe, Cllr Ben Tarn, Cllr Cara Voss\n\n"
)


def decided(text: str) -> list[str]:
    return [one.text for one in facts_of(HEAD + text, "a.md").decisions]


def test_each_application_is_decided_with_all_its_lines() -> None:
    text = (
        "## Planning\n\n15/00044/FUL Proposed Porch and Shed  \nAt 3 Mill Lane For Mr Holt  \n"
        "No objection  \n\nE/40551\n\nBarn\n\nMarle Farm\n\nNO OBSERVATIONS\n\n"
        "E/40552\n\nKennels\n\nQuay Cottage\n\nNO OBJECTIONS BUT ONE COMMENT: the lane is narrow."
        "\n\n"
        "## Lamps\n\nThe lamps were talked about at length.\n"
    )
    found = facts_of(HEAD + text, "a.md").decisions
    assert [one.text for one in found] == [
        "15/00044/FUL Proposed Porch and Shed At 3 Mill Lane For Mr Holt No objection",
        "E/40551 Barn Marle Farm NO OBSERVATIONS",
        "E/40552 Kennels Quay Cottage NO OBJECTIONS BUT ONE COMMENT: the lane is narrow.",
    ]
    assert [one.moved_by for one in found] == [None, None, None]


@pytest.mark.parametrize("head", ["Comment", "Decision", "Parish Council Response"])
def test_a_table_of_applications_tells_what_the_body_says_of_each(head: str) -> None:
    text = (
        "## Planning\n\nThe applications were considered and commented on as below:\n\n"
        f"| Reference | Address | Proposal | {head} |\n|---|---|---|---|\n"
        "| 15/00044/FUL | 3 Mill Lane | Porch | No objection |\n"
        "| 15/00045/FUL | 9 Quay Row | Kennels | Object: the lane is narrow |\n"
        "| 15/00046/FUL | 1 Quay Row | Barn | To be looked at in June |\n"
    )
    assert decided(text) == [
        "15/00044/FUL 3 Mill Lane Porch No objection",
        "15/00045/FUL 9 Quay Row Kennels Object: the lane is narrow",
    ]


def test_what_the_planning_authority_decided_is_no_decision_of_the_body() -> None:
    text = (
        "## Decisions of the District\n\n| Reference | Address | Decision |\n|---|---|---|\n"
        "| 15/00044/FUL | 3 Mill Lane | Permitted |\n| 15/00045/FUL | 9 Quay Row | Refused |\n"
    )
    assert decided(text) == []


def test_what_is_agreed_behind_an_application_is_a_sentence_of_its_own() -> None:
    text = (
        "## Planning\n\n15/00044/FUL Porch at 3 Mill Lane.\n\nIt was agreed to object.\n\n"
        "The clerk showed the new map.\n\nNoted.\n"
    )
    assert decided(text)[0] == "It was agreed to object."
    assert not any("15/00044" in one for one in decided(text)[1:])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Results: 4 votes for electing Ben Tarn to the Board, 0 against, 1 abstain.", None),
        ("VOTED unanimously to keep the ferry.", None),
        ("VOTED unanimously and the two directors approved the new rules.", None),
        ("Regatta: have it every two years: passed.", None),
        ("Ben Tarn moves to adjourn. Meeting adjourned by unanimous consent.", None),
        ("The lamp plan lay on the table. It has been approved unanimously.", None),
        ("The council is happy with the proposed dates of the fair.", None),
        ("It has been approved by the county.", ""),
        ("Regatta: who has passed: the swimmers.", ""),
    ],
)
def test_short_forms_of_what_was_decided(line: str, said: str | None) -> None:
    found = decided(f"## Lamps\n\n- {line}\n\n## Fair\n\nThe fair went well.\n")
    assert found == ([line] if said is None else [])


def test_who_moved_an_application_and_what_was_said_of_it_are_no_lines_of_it() -> None:
    moved = facts_of(
        HEAD + "## Planning\n\n24/01234/FUL 5 Mill Lane, porch\n\n"
        "Proposed by Cllr Lowe, seconded by Cllr Tarn.\n\nResolved: no objection.\n",
        "a.md",
    ).decisions
    assert [one.moved_by.name for one in moved if one.moved_by] == ["Lowe"]
    assert "porch" in moved[0].text
    said = decided(
        "## Planning\n\n24/01235/FUL 7 Mill Lane, dormer\n\nCllr Voss objected to the loss of"
        " light.\n\nAgreed.\n"
    )
    assert said == ["Cllr Voss objected to the loss of light. Agreed."]


@pytest.mark.parametrize(
    "line",
    ["Fire alarm test: all ten units in the hall: passed.", "Public time. No observations."],
)
def test_what_only_passes_or_observes_nothing_is_not_decided(line: str) -> None:
    assert decided(f"## Hall\n\n{line}\n") == []
