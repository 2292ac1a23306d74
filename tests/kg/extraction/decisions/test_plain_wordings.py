"""Wordings and forms of decisions that clubs and small councils have."""

import pytest

from tests.support.read_papers import facts_of, whose

HEAD = (
    "Marl Board of Wardens\nMinutes of the meeting of 4 May 2015\n\nPresent: Ann Lowe, Ben Tarn\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lowe is elected Warden of the Quay.",
        "It has been decided that the fair will start at noon.",
        "The BoW is unanimously in favor of pursuing this further.",
        "It was said that the man who ran the page be asked but agreed that this be left.",
        "Harbour Trust - Agreed Clerk would see to it.",
        "Council have adopted and signed standing orders and the plan for the quay.",
        "It has now been decided to pay for a new gate.",
        "All accounts above approved for payment.",
        "Cllrs present agreed that the clerk should be paid.",
        "The core team agree to make the gate their first concern.",
    ],
)
def test_a_sentence_decides(sentence: str) -> None:
    text = f"{HEAD}1. Lamps\nNone.\n\n2. Barns\n{sentence}\n\n3. Close\nAt 9.\n"
    assert [one.text for one in facts_of(text).decisions] == [sentence]


def test_many_who_sent_apologies_may_stand_before_what_became_of_these() -> None:
    sentence = (
        "Apologies of absence were sent by Cllr A Muir, Cllr S Leet, Cllr S Lowe, Cllr B Voss and "
        "Cllr C Dee These were accepted by all."
    )
    text = f"{HEAD}1. Apologies for absence\n{sentence}\n\n2. Barns\nNone.\n\n3. Close\nAt 9.\n"
    assert [one.text for one in facts_of(text).decisions] == [sentence]


def test_a_thing_due_to_another_is_no_vote_to_come() -> None:
    text = (
        "# Marl Board\n\nMinutes of 4 May 2015\n\nPresent: Ann Lowe, Ben Tarn\n\n## Business\n\n"
        "- The Board can't vote on the report due to a missing page.\n"
        "- April minutes: Ann moves to approve, Ben seconds. Minutes approved by consent.\n"
    )
    assert [one.text for one in facts_of(text, "a.md").decisions] == [
        "April minutes: Ann moves to approve, Ben seconds. Minutes approved by consent."
    ]


def test_votes_make_a_promise_under_a_label_a_decision() -> None:
    text = (
        "# Marl Club\n\nMinutes of 4 May 2015\n\n# Attending\n\n- Ann Lowe, President\n- Ben Tarn, "
        "Clerk\n\n# Resolved\n\n- Meetings shall be held at noon (5-0)\n- Ben Tarn will fill out "
        "the form as he sees fit (4-0)\n\n# Other\n\n- The boats were spoken of\n"
    )
    said = [one.text for one in facts_of(text, "a.md").decisions]
    assert said == [
        "Meetings shall be held at noon (5-0)",
        "Ben Tarn will fill out the form as he sees fit (4-0)",
    ]


def test_a_task_in_capitals_ends_its_paragraph() -> None:
    said = "The plan for the barn and the old yard behind it was talked of by all for a long while."
    text = (
        "Marl Parish Council\n\nMinutes of the meeting held on 4 May 2015\n\n"
        "PRESENT: Cllr A Lowe (Chairman), Cllr B Tarn and Mrs C Voss, Clerk.\n\n"
        "1. BARNS\n\n"
        f"{said} It must be kept. CLERK TO CONFIRM THIS BY LETTER\n\n"
        "It was also asked whether the council could pay for the roof of the barn at some time in "
        "the years to come. CLERK TO ASK THE COUNTY\n\n"
        "2. LAMPS\n\nThese were mended.\n\n3. CLOSE\n\nThe meeting ended.\n"
    )
    assert whose(facts_of(text, "a.md").actions) == [
        ("CLERK TO CONFIRM THIS BY LETTER", "CLERK"),
        ("CLERK TO ASK THE COUNTY", "CLERK"),
    ]


def test_one_who_was_proposed_and_seconded_agrees_to_serve() -> None:
    said = (
        "Cllr Mrs Moss was proposed by Cllr Mrs Lowe seconded by Cllr Tarn. "
        "Mrs Moss agreed to be a member of this committee."
    )
    text = f"{HEAD}1. Quay Committee\nA member is needed. {said}\n\n2. Close\nAt 9.\n"
    assert [one.text for one in facts_of(text).decisions] == [said]


def test_a_point_of_a_list_that_could_be_called_a_body_decides_nothing() -> None:
    text = (
        "# Marl Club\n\nMinutes of 4 May 2015\n\nPresent: Ann Lowe, Ben Tarn\n\n"
        "## Labs\n- still keen to do it\n- cabinet\n\t- begun by Ann\n- lockers\n- walls\n\n"
        "## Barns\n- to be sold\n"
    )
    assert facts_of(text, "a.md").decisions == ()


@pytest.mark.parametrize("carried", ["Carrıed", "CARRİED", "Paſſed"])
def test_a_decision_with_letters_as_a_scan_may_make_them(carried: str) -> None:
    text = (
        f"{HEAD}1. Barns\nMoved by Ann Lowe that the barn be let. {carried}.\n\n2. Close\nAt 9.\n"
    )
    assert [(one.verb, one.outcome) for one in facts_of(text).decisions] == [("carried", "agreed")]
