"""Decisions that one sentence counts, and motions whose resolves are listed before the vote."""

import pytest

from kg.facts import Decision
from tests.support.read_papers import facts_of

HEAD = (
    "# Marle Students' Union\n\n## Student Council, 6 February 2031\n\n"
    "Present: Ann Lowe (Chair), Ben Tarn, Cara Voss, Dan Moss\n\n### 1. Welcome\n\nAll came.\n\n"
)


def decided(text: str) -> list[Decision]:
    return list(
        facts_of(f"{HEAD}### 2. Lamps\n\n{text}\n\n### 3. Ferries\n\nNone.\n", "a.md").decisions
    )


@pytest.mark.parametrize(
    ("said", "numbers", "texts"),
    [
        (
            "RESOLVED (5 for, 1 abstention): (a) that the fee be kept; (b) that Ann Lowe write.",
            ["a", "b"],
            ["that the fee be kept;", "that Ann Lowe write."],
        ),
        (
            "It was resolved: (i) to buy lamps; (ii) to thank the keeper; and (iii) that it end.",
            ["i", "ii", "iii"],
            ["to buy lamps;", "to thank the keeper;", "that it end."],
        ),
        (
            "The Council AGREED to: 1) note the report; 2) approve the plan.",
            ["1", "2"],
            ["note the report;", "approve the plan."],
        ),
    ],
)
def test_each_entry_behind_the_verb_is_a_decision(
    said: str, numbers: list[str], texts: list[str]
) -> None:
    found = decided(said)
    assert [(one.number, one.text) for one in found] == list(zip(numbers, texts, strict=True))


def test_the_votes_before_a_count_are_those_of_each_entry() -> None:
    found = decided("RESOLVED (5 for, 1 abstention): (a) that it be kept; (b) that Ann Lowe write.")
    assert {(one.votes_for, one.abstentions) for one in found} == {(5, 1)}


@pytest.mark.parametrize(
    "said",
    [
        "RESOLVED that the Council has concerns, namely (i) the scale of it; and (ii) its look.",
        "It was agreed that (a) the quay be mended.",
        "It was agreed to ask Ann Lowe about a) the lamps b) the quay.",
    ],
)
def test_what_counts_inside_a_decision_is_part_of_it(said: str) -> None:
    (found,) = decided(said)
    assert len(found.text) > len(said) - len("RESOLVED ") - 1
    assert said.endswith(found.text)


MOTION = (
    "#### 2a. Free tea\n\nProposed: Ben Tarn. Seconded: Cara Voss\n\n**Council notes:**\n\n"
    "1. Tea is dear.\n\n**Council resolves:**\n\n1. To give tea in the hall.\n"
    "2. To look at it after one term.\n\nBen Tarn spoke for it. Nobody spoke against.\n\n"
)


@pytest.mark.parametrize(
    ("vote", "outcome"),
    [
        ("**Vote: For 9, Against 2, Abstain 1. Motion passes.**", "agreed"),
        ("**Vote: For 2, Against 9, Abstain 1. Motion falls.**", "rejected"),
    ],
)
def test_a_vote_behind_a_list_of_resolves_is_on_each(vote: str, outcome: str) -> None:
    found = decided(f"{MOTION}{vote}")
    assert [one.text for one in found] == [
        "To give tea in the hall.",
        "To look at it after one term.",
    ]
    assert {one.outcome for one in found} == {outcome}
    assert all(one.votes_for is not None and one.abstentions == 1 for one in found)


def test_what_a_motion_under_its_title_would_do_may_stand_below_who_moved_it() -> None:
    (found,) = decided(
        "#### 2a. Lower quorum\n\nProposed: Ben Tarn. Seconded: Dan Moss\n\n"
        "Motion to reduce quorum to 8. This needs a two thirds majority.\n\n"
        "**Vote: For 6, Against 5, Abstain 1. Two thirds not reached – motion falls.**"
    )
    assert (found.outcome, found.votes_for, found.votes_against) == ("rejected", 6, 5)
    assert found.text.startswith("Lower quorum Proposed: Ben Tarn.")


def test_what_went_before_may_stand_in_front_of_the_body_that_decides() -> None:
    found = decided(
        "After discussion the Council:\n\n- endorsed the paper;\n- agreed to write to all."
    )
    assert [one.text for one in found] == ["endorsed the paper;", "agreed to write to all."]


@pytest.mark.parametrize(
    "said",
    [
        "The meeting ended at 6 pm. Signed as a correct record: _________ (Chair) Date: ______",
        "Asked about a rise in claims, Ms Voss said it was over, and agreed to send it.",
        "Two nominations were received: Ann Lowe and Ben Tarn.",
        "Closed at 9.40. Approved by the Council on ____________ Chair ____________",
        "For (2): Ann Lowe and Ben Tarn",
    ],
)
def test_what_only_sounds_like_a_decision_is_none(said: str) -> None:
    assert decided(said) == []
