"""Decisions told in lines: lists, headings and summaries of plain minutes."""

import pytest

from tests.support.read_papers import facts_of

HEAD = """# Weirside Parish Council

Minutes of the meeting held on 13 March 2013

Present: Cllr A Lowe (Chair), Cllr B Tarn, Cllr C Voss

## Apologies

None.

"""


def texts(words: str, title: str = "Lamps") -> list[str]:
    """What is decided in a small paper with some words under a title of their own."""
    paper = f"{HEAD}## {title}\n\n{words}\n\n## Close\n\nAt 9pm.\n"
    return [one.text for one in facts_of(paper, "minutes.md").decisions]


def numbered(words: str) -> list[str]:
    """The same where items have numbers, and other headings stand within them."""
    paper = (
        HEAD.replace("## Ap", "## 1. Ap") + f"## 2. Lamps\n\n{words}\n\n## 3. Close\n\nAt 9pm.\n"
    )
    return [one.text for one in facts_of(paper, "minutes.md").decisions]


@pytest.mark.parametrize(
    "said",
    [
        "The Council had no comment on this application.",
        "We accept the new list of members, to be looked over after the meeting.",
        "Lowe motion five minute recess; properly seconded without objection.",
    ],
)
def test_a_sentence_that_decides(said: str) -> None:
    assert texts(said) == [said]


def test_verdicts_in_a_list_that_was_agreed_are_no_decisions_of_their_own() -> None:
    fate = "### NO OBJECTIONS"
    lines = (
        f"- B/1\n\nA porch\n\nThe Weir\n\n{fate}\n\n- B/2\n\nA shed\n\n{fate}\n\nCllr Voss spoke."
    )
    agreed = "The following observations were agreed:"
    assert numbered(f"{agreed}\n\n{lines}") == [agreed]


def test_how_all_voted_belongs_to_the_decision_right_above_it() -> None:
    words = "### Recommend approval\n\nProposed - Cllr Lowe Seconded - Cllr Tarn\n\n"
    said = numbered(f"Porch at 2 Mill Lane\n\n{words}### All in favour\n\nMr Penn spoke.")
    moved = "Recommend approval Proposed - Cllr Lowe Seconded - Cllr Tarn All in favour"
    assert said == [f"Porch at 2 Mill Lane {moved}"]


def test_a_speech_for_a_motion_is_not_the_motion() -> None:
    words = "In proposing the Motion, Cllr Lowe stressed the need to light the dark lane.\n\n"
    assert texts(f"{words}Cllr Tarn seconded the Motion.\n\nThe lane is long.") == []


def test_a_line_that_breaks_off_goes_on_in_the_next_paragraph() -> None:
    words = "Members resolved by a unanimous vote\n\nto buy a lamp."
    assert texts(words) == ["Members resolved by a unanimous vote to buy a lamp."]


def test_a_summary_of_the_meeting_repeats_no_decision() -> None:
    said = "The Council agreed that a lamp be bought."
    after = "## Paths\n\nMr Penn spoke.\n\n## Trees\n\nAll grow.\n\n## Decisions\n\n"
    assert texts(f"{said}\n\n{after}- {said}\n- The Council agreed to sell a tree.") == [
        said,
        "The Council agreed to sell a tree.",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Then Cllrs agreed with the division of the prize.",
        "Members generally agreed with the spirit of the Motion.",
        "Fair at Weirside - request rejected, as it was felt to be far.",
        "Lamp Committee and its rules ratified for a further two years.",
        "The remaining members present voted unanimously to appoint Penn as clerk.",
        "Decision made for the place of the fair.",
        "There was consensus at the Council that the list was right.",
        "Harry Moss appointed returning officer.",
        "Motion and second to close at 9.",
        "Lamps - £400 to be spent on the fair Motion passed 8-0 with one abstention",
        'Wording: "lamps and other lights", approved unanimously',
    ],
)
def test_what_was_made_of_a_thing_is_decided(words: str) -> None:
    assert texts(words) == [words]


def test_who_is_agreed_with_is_a_matter_of_opinion() -> None:
    assert texts("The Council agreed with the clerk that lamps are dear.") == []


def test_a_line_recommends_approval_of_what_stands_above_it() -> None:
    words = "Details: a porch at 2 Mill Lane\n\nApproval recommended"
    assert texts(words, "Planning") == ["Details: a porch at 2 Mill Lane Approval recommended"]


def test_lines_that_end_in_semicolons_are_a_list() -> None:
    words = "The following points were agreed:\n\nLamps are dear;\n\nThe lane is dark.\n\nAll grow."
    assert texts(words) == ["Lamps are dear;", "The lane is dark."]


def test_a_list_of_what_was_noted_in_talk_decides_nothing() -> None:
    words = "In talk of the lamps it was noted that:\n\n- Lamps are dear.\n- The lane is dark."
    assert texts(words) == []


def test_what_one_member_alone_would_put_off_is_not_put_off() -> None:
    words = (
        "Cllr Lowe proposed that the Motion be deferred to the next full Meeting. Mr Penn spoke."
    )
    assert texts(words) == []


@pytest.mark.parametrize(
    ("last", "item"), [("Roofs", "Visit of the choir"), ("Other business", "2")]
)
def test_a_heading_behind_the_last_number_is_an_item_of_its_own(last: str, item: str) -> None:
    paper = HEAD.replace("## Ap", "## 1. Ap") + f"## 2. {last}\n\nMr Penn spoke.\n\n"
    paper += "## Visit of the choir\n\nIt was agreed to ask the choir.\n"
    assert [one.item for one in facts_of(paper, "minutes.md").decisions] == [item]


def test_a_heading_tells_what_was_done_with_each_thing_of_its_list() -> None:
    listed = "- Mill Fair: £500\n- Weir Fair - £350"
    assert texts(listed, "Grants awarded") == [
        "Grants awarded Mill Fair: £500",
        "Grants awarded Weir Fair - £350",
    ]
    assert texts(listed, "Grants") == []
    assert texts("- Una rang the mill\n- Penn to ask again", "Actions agreed") == []


@pytest.mark.parametrize("words", ["Moved to next meeting.", "Postponed to after the harvest"])
def test_what_is_put_off_is_the_fate_of_its_item(words: str) -> None:
    (found,) = facts_of(f"{HEAD}## Lamps\n\n{words}\n", "minutes.md").decisions
    assert (found.text, found.outcome) == (f"Lamps {words}", "deferred")


def test_whose_agreement_something_has_is_no_verdict_on_a_motion() -> None:
    words = "Tabled to August with its sponsor's agreement."
    (found,) = facts_of(f"{HEAD}## Motion to buy lamps\n\n{words}\n", "minutes.md").decisions
    assert found.outcome == "deferred"


@pytest.mark.parametrize(
    "words",
    [
        "The minutes were approved. Proposed by AL and seconded by BT as a true and right telling.",
        "Ann makes a motion to close at 9, second Ben. Ann aye, Ben aye, Cara Voss nay.",
        "Ann moved to buy a lamp. It may be dear. Ben second the motion. Votes: Ann yes, Ben yes",
    ],
)
def test_who_moved_and_who_voted_which_way_is_told_of_one_decision(words: str) -> None:
    (found,) = texts(words)
    assert found.startswith(words.split(".")[0])
    assert found.endswith(words.split(". ")[-1])


def test_below_a_resolution_in_quotes_only_others_in_quotes_are_resolved() -> None:
    words = (
        "(a) Minutes of May.\n\nProposed by Cllr Lowe;\n\nSeconded by Cllr Tarn; And Resolved:\n\n"
        "“That the minutes of May be adopted.”\n\n(b) Minutes of June. Proposed by Cllr Tarn;\n\n"
        "Seconded by Cllr Lowe; And Resolved:\n\n“That the minutes of June be adopted.”"
    )
    assert texts(words) == [
        "“That the minutes of May be adopted.”",
        "“That the minutes of June be adopted.”",
    ]


def test_what_a_decision_of_a_list_leads_in_to_is_part_of_it() -> None:
    lead, *below = "The following on lamps:", "Lamps are red.", "Lamps are lit at six."
    words = f"- Tarn shall be clerk\n- {lead}\n\n1. {below[0]}\n2. {below[1]}\n\n- All are paid"
    paper = f"{HEAD}## Resolved\n\n{words}\n"
    assert [one.text for one in facts_of(paper, "minutes.md").decisions] == [
        "Tarn shall be clerk",
        " ".join([lead, *below]),
        "All are paid",
    ]


def test_conditions_below_a_resolution_of_a_list_are_no_further_ones() -> None:
    words = (
        "R126 C. Voss, B. Tarn: BE IT RESOLVED:\n\n1. THAT the lane be sold.\n\n"
        "2. AND THAT this is subject to these conditions:\n\n- that the buyer pays.\n"
    )
    assert texts(words) == [
        "THAT the lane be sold.",
        "AND THAT this is subject to these conditions:",
    ]


def test_what_stands_before_agreed_is_decided_and_who_agrees_is_not() -> None:
    words = (
        "- Make the names of the boats unique: agreed\n- Ann: agreed\n- Old lamp posts: agreed.\n"
    )
    assert texts(words) == ["Make the names of the boats unique: agreed", "Old lamp posts: agreed."]


@pytest.mark.parametrize("stamp", ["Approved 3-20-13", "Adopted: 20th March", "Duly confirmed"])
def test_a_line_above_minutes_that_they_were_approved_is_no_decision_of_theirs(stamp: str) -> None:
    told = f"{HEAD}## Lamps\n\nIt was agreed to buy lamps.\n"
    for paper in (f"{stamp}\n\n{told}", told.replace("Minutes of", f"{stamp}\n\nMinutes of", 1)):
        decided = [one.text for one in facts_of(paper, "minutes.md").decisions]
        assert decided == ["It was agreed to buy lamps."]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Lamps: It was agreed to buy two.", "It was agreed to buy two."),
        ("Minutes: Ben Tarn moved to approve them.", "Ben Tarn moved to approve them."),
        ("Lamps: Approved as before.", "Lamps: Approved as before."),
        ("Lamps: B Tarn proposed, C Voss seconded.", "Lamps: B Tarn proposed, C Voss seconded."),
    ],
)
def test_a_title_that_runs_on_is_no_part_of_what_alone_tells_its_decision(
    told: str, expected: str
) -> None:
    paper = (
        "# Weirside Parish Council\n\nMinutes of the meeting held on 13 March 2013\n\n"
        f"Present: Cllr A Lowe (Chair), Cllr B Tarn\n\n{told} Carried.\n\n"
        "Ford: The ford was looked at by all.\n\nPaths: The paths were walked by the clerk.\n"
    )
    found = [one.text for one in facts_of(paper, "minutes.md").decisions]
    assert found == [f"{expected} Carried."]


@pytest.mark.parametrize("vote", ["Passes by voice vote: all in favor", "Fails by roll call vote"])
def test_how_a_vote_was_taken_joins_the_motion_above_it(vote: str) -> None:
    moved = "A motion to mend the lamps was made by Cllr Lowe and was seconded by Cllr Voss."
    assert texts(f"{moved}\n\n{vote}") == [f"{moved} {vote}"]


def test_the_only_candidate_is_elected() -> None:
    words = "As the only remaining candidate Ben Tarn elected unopposed"
    assert texts(words, "Election of officers") == [words]


MOTION = "Cllr Lowe moved that the clerk buy two lamps."
REPORTS = "## 1. Lamps\n\nThe lamps were seen.\n\n## 2. Ford\n\nThe ford was seen.\n"


@pytest.mark.parametrize("below", ["", REPORTS], ids=["no items", "above the first item"])
@pytest.mark.parametrize("fate", ["Unanimously approved.", "Adopted.", "Approved.", "Approved 5-0"])
def test_what_became_of_a_motion_outside_all_items_decides_it(fate: str, below: str) -> None:
    head = HEAD.partition("## Apologies")[0]
    paper = (
        f"{head}{MOTION}\n\n{fate}\n\nCllr Tarn moved that it meet in May.\n\nCarried.\n\n{below}"
    )
    decided = [one.text for one in facts_of(paper, "minutes.md").decisions]
    assert decided == [f"{MOTION} {fate}", "Cllr Tarn moved that it meet in May. Carried."]


@pytest.mark.parametrize(
    "told",
    [
        "As the only person elected in 2011 Cllr Lowe spoke of her work.",
        "As the sole councillor elected for the ward, Cllr Lowe thanked the clerk.",
        "As the only candidate elected for the ward, Cllr Lowe thanked the clerk.",
        "As the only candidate Cllr Lowe elected to the board in May, she gave a report.",
    ],
)
def test_who_was_the_only_one_elected_may_only_say_so(told: str) -> None:
    assert texts(told) == []
