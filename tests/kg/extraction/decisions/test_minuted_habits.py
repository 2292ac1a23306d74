"""Habits in which councils and clubs lay out what they decided."""

import pytest

from kg.extraction.extract import extract
from kg.facts import Decision
from kg.reading.read import read_document
from kg.reference import Councils

HEAD = """# Weirside Parish Council

Minutes of the meeting held on 13 March 2013

Present: Cllr A Lowe (Chair), Cllr B Tarn, Cllr C Voss

## Apologies

None.

"""


def decided(words: str, title: str = "Lamps") -> list[Decision]:
    """The decisions of a small paper with some words under a title of their own."""
    paper = f"{HEAD}## {title}\n\n{words}\n\n## Close\n\nAt 9pm.\n"
    return list(extract(read_document(paper.encode(), "minutes.md"), Councils(())).decisions)


def texts(words: str, title: str = "Lamps") -> list[str]:
    return [one.text for one in decided(words, title)]


def test_a_list_under_who_decided_it_is_decided_by_them() -> None:
    words = (
        "Approved by the Borough\n\nA porch at 2 Mill Lane\n\nApproved by Parish\n\n"
        "A shed at 4 Mill Lane\n\nA wall at The Weir.\n\nCllr Lowe said that walls were dear."
    )
    found = decided(words, "Planning")
    assert [one.text for one in found] == ["A shed at 4 Mill Lane", "A wall at The Weir."]
    assert {one.verb for one in found} == {"approved"}


def test_what_is_agreed_beside_a_motion_that_was_seconded_is_another_decision() -> None:
    moved = "It was proposed by Cllr Lowe seconded by Cllr Tarn that the price of Hill be accepted."
    agreed = "It was agreed that the lamp would be fetched once made."
    assert texts(f"{moved} {agreed}") == [moved, agreed]


def test_what_is_agreed_as_it_was_moved_is_one_decision() -> None:
    moved = "It was proposed by Cllr Lowe, seconded by Cllr Tarn, that Voss should be Chair."
    agreed = "It was agreed by all that Voss should be Chair."
    assert texts(f"{moved} {agreed}") == [f"{moved} {agreed}"]


def test_who_proposed_stands_below_the_paragraph_that_holds_the_decision() -> None:
    words = (
        "The precept required next spring will be £9,000. The grant will be £960.\n\n"
        "Proposer: Cllr A Lowe, 2nd: Cllr B Tarn."
    )
    ((text, mover),) = [(one.text, one.moved_by) for one in decided(words)]
    assert text.startswith("The precept required next spring will be £9,000.")
    assert mover is not None
    assert mover.name == "A Lowe"


def test_a_nomination_that_was_seconded_is_decided() -> None:
    ((text, verb),) = [
        (one.text, one.verb) for one in decided("Lowe nominated Tarn, seconded by Voss.")
    ]
    assert (text, verb) == ("Lowe nominated Tarn, seconded by Voss.", "nominated")


def test_the_only_candidate_of_an_election_is_elected() -> None:
    stood = "Cllr Ann Lowe was proposed by Cllr Tarn and seconded by Cllr Voss."
    other = "Cllr Ben Tarn was proposed by Cllr Voss and seconded by Cllr Hill."
    assert texts(stood, "Election of Chairman") == [stood]
    assert texts(f"{stood} {other}", "Election of Chairman") == []
    assert texts(stood) == []


def test_who_moved_to_do_what_was_just_told_as_decided_belongs_to_it() -> None:
    words = (
        "Minutes of the spring meeting approved. Lowe moved to approve the minutes of the spring "
        "meeting, Tarn seconds."
    )
    ((text, mover),) = [(one.text, one.moved_by) for one in decided(words)]
    assert (text, mover and mover.name) == (words, "Lowe")


def test_another_thing_that_somebody_moved_is_a_decision_of_its_own() -> None:
    told = "The minutes of the spring meeting were approved."
    moved = "Ann Lowe moved that the accounts be approved. Ben Tarn seconded. Carried."
    again = "Cara Voss moved that the accounts be approved again. Ann Lowe seconded. Carried."
    assert texts(f"{told} {moved}") == [told, moved]
    assert texts(f"{moved}\n\n{again}") == [moved, again]


def test_names_under_members_are_no_decisions() -> None:
    assert texts("Members\n\n- Ann Lowe\n- Ben Tarn") == []
    assert texts("Members:\n\n- Noted the tolls\n- Agreed the rent") == [
        "Noted the tolls",
        "Agreed the rent",
    ]


def test_a_table_of_motions_may_tell_their_status() -> None:
    head = "| Motion text | Moved by | Seconded by | Status |\n|---|---|---|---|\n"
    rows = (
        "| Set the fee at £9 | Ann | Ben | Passed by show of hands, 1 against |\n"
        "| Appoint an auditor | No-one | No-one | Lapsed |\n"
    )
    assert [(one.text.split(" P")[0], one.outcome) for one in decided(head + rows)] == [
        ("Set the fee at £9", "agreed"),
        ("Appoint an auditor Lapsed", "rejected"),
    ]
    tasks = "| Request | Owner | Status |\n|---|---|---|\n| Mend the oar | Ann | Accepted |\n"
    assert decided(tasks) == []


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Ann Lowe moves to take the new lease, Ben walks in. All accept.", "agreed"),
        ("Ann Lowe proposes that we thank Ben. Passed unanimously with applause.", "agreed"),
        ("Motion by Ann Lowe, second by Ben Tarn for the notes to be on blue paper.", ""),
    ],
)
def test_a_motion_is_told_with_its_fate(words: str, outcome: str) -> None:
    assert [(one.text, one.outcome) for one in decided(words)] == [(words, outcome)]


def test_who_was_accepted_into_a_school_was_not_by_this_body() -> None:
    assert texts("Ann Lowe was accepted into the mill school.") == []


def test_the_old_and_the_new_words_of_a_rule_are_moved_together() -> None:
    words = (
        "It was proposed to alter rule 9 from:\n\nThe money is held by the officers.\n\nto:\n\n"
        "The money is held by the committee.\n\nPassed U."
    )
    assert texts(words) == [" ".join(words.split())]


def test_what_became_of_a_motion_may_stand_behind_its_discussion() -> None:
    words = "Lowe moved to buy a lamp. Tarn seconded the motion."
    fate = "The motion passed unanimously."
    ((text, outcome),) = [
        (one.text, one.outcome)
        for one in decided(f"{words}\n\nDiscussion:\n\nMuch was said.\n\n{fate}")
    ]
    assert (text, outcome) == (f"{words} {fate}", "agreed")


def test_what_is_agreed_after_talk_below_a_label_is_told_too() -> None:
    agreed = "The Chair told that the young had requested leave to come and this was agreed."
    assert texts(f"Resolved:-\n\n“That the gate be shut.”\n\nMuch was said.\n\n{agreed}") == [
        "“That the gate be shut.”",
        agreed,
    ]


def test_a_table_of_offices_tells_who_was_elected() -> None:
    table = (
        "| Office Bearers | Councillor | Proposed By: | Seconded By: |\n|---|---|---|---|\n"
        "| Chair | Sally Moor | Ian Hunter | Ann Lowe |\n"
        "| Clerk | Dee Moss | Sally Moor | Ben Tarn |\n"
    )
    found = decided(table, "Officers")
    assert [(one.text, one.verb) for one in found] == [
        ("Chair Sally Moor", "elected"),
        ("Clerk Dee Moss", "elected"),
    ]
    assert [one.moved_by.name for one in found if one.moved_by] == ["Ian Hunter", "Sally Moor"]


def test_what_others_decided_is_only_heard_of() -> None:
    plans = "Wall at 3 Mill Lane APPROVED\n\nThe Council objected to the wall at 4 Mill Lane."
    assert texts(plans, "To receive notification of planning decisions") == [
        "The Council objected to the wall at 4 Mill Lane."
    ]
    assert texts(plans, "Planning")[0] == "Wall at 3 Mill Lane APPROVED"


def test_who_proposed_payments_stands_below_their_list() -> None:
    lead = "The following payments were approved:"
    seconded = "Proposed by Cllr Ann Tarn, seconded by Cllr Voss."
    ((text, mover),) = [
        (one.text, one.moved_by)
        for one in decided(f"{lead}\n\nClerk £200.00\n\nMowing £80.00\n\n{seconded}")
    ]
    assert (text, mover and mover.name) == (f"{lead} {seconded}", "Ann Tarn")


def test_the_next_entry_of_the_list_that_a_label_stands_in_is_not_under_it() -> None:
    words = (
        "The following plans were looked at:\n\n    1) A porch at The Mill\n\n"
        "RESOLVED: That there be no objection.\n\n    2) A shed at The Weir\n\n"
        "RESOLVED: That the Council was concerned about its height."
    )
    assert texts(words, "7. Planning") == [
        "That there be no objection.",
        "That the Council was concerned about its height.",
    ]


def test_what_should_be_done_with_things_in_a_list_is_one_decision() -> None:
    lead = "That, beside any matters above, the following things should be taken up:"
    assert texts(f"RESOLVED: {lead}\n\n- The mill\n- The weir") == [f"{lead} The mill The weir"]


def test_a_verdict_ends_an_entry_told_in_few_words() -> None:
    entry = "Penn, Mill Lane. Shed. New roof. Approved by Parish Council."
    assert texts(f"- {entry}\n- Hill. Letter.", "Planning") == [entry]


def test_letters_open_the_points_of_a_paragraph() -> None:
    words = (
        "The tolls were agreed. b. Mill Lane was walked. c. The price of Hill was accepted. d. Mud."
    )
    assert texts(words) == ["The tolls were agreed.", "c. The price of Hill was accepted."]


def test_an_item_that_is_no_more_than_what_was_done_is_a_decision() -> None:
    head = (
        "Weirside Club\n\nMinutes of the meeting held on 13 March 2013\n\nPresent: A Lowe, B Tarn"
    )
    put_off = "2. Talk of the boat deferred until next meeting"
    paper = f"{head}\n\n1. Apologies\n\nNone.\n\n{put_off}\n\n3. Oars\n\nNone.\n"
    found = extract(read_document(paper.encode(), "minutes.txt"), Councils(())).decisions
    assert [(one.item, one.outcome) for one in found] == [("2", "deferred")]


@pytest.mark.parametrize(
    ("words", "verb", "outcome"),
    [
        ("Both prices were discussed and Council agreed that the work go to Hill.", "agreed",
         "agreed"),
        ("Tolls were debated and a decision was made that none be paid until the deed is signed.",
         "decided", "agreed"),
        ("In the light of the letters (discussed in May), the Council RESOLVED: To set the toll.",
         "resolved", "agreed"),
        ("The rules were reviewed and a small change of wording was agreed.", "agreed", "agreed"),
        ("Weirside Parish Council recommended refusal as the bank is weak.", "recommended",
         "agreed"),
        ("Councillor’s agreed No Objections.", "agreed", "agreed"),
        ("It was concluded to leave the oars where they are.", "concluded", "agreed"),
        ("Res. That the roof be mended before the winter.", "agreed", "agreed"),
        ("Barn at Weir Farm - Objection on grounds of height.", "agreed", "agreed"),
        ("Members had requested a lamp and this was agreed.", "agreed", "agreed"),
        ("All Council agreed to the minutes.", "agreed", "agreed"),
        ("It was noted that the bank may be subject to a charge.", "noted", "noted"),
        ("Names were asked for and Cllr Lowe proposed Cllr Tarn, seconded by Cllr Voss.",
         "proposed", ""),
        ("The Council resolved to take the longer lease, as left open at the May meeting.",
         "resolved", "agreed"),
    ],
)  # fmt: skip
def test_the_verb_is_that_which_decides(words: str, verb: str, outcome: str) -> None:
    assert [(one.verb, one.outcome) for one in decided(words)] == [(verb, outcome)]


def test_a_paragraph_without_a_stop_is_whole_where_the_next_opens_with_a_capital() -> None:
    one = (
        "Use of the field at Weirside for the keeping of horses and the sale of hay "
        + 2 * "to all "
    )
    one += "who come by"
    other = (
        "Windows, doors and a chimney at the old mill beside the weir " + 3 * "with a slate roof "
    )
    other += "and a porch"
    words = f"Supported by the Parish Council\n\n{one}\n\n{other}"
    assert texts(words, "Planning") == [one, other]


@pytest.mark.parametrize("task", ["Clerk to action.", "BT to action.", "Clerk to action the key."])
@pytest.mark.parametrize("agreed", ["The lamp was agreed.", "A lamp was agreed with a cap of £80."])
def test_who_is_to_act_stands_between_a_decision_and_who_moved_it(agreed: str, task: str) -> None:
    assert texts(f"{agreed} {task} Prop AL, 2nd BT, All agreed.") == [
        f"{agreed} Prop AL, 2nd BT, All agreed."
    ]


def test_a_motion_in_a_list_takes_its_seconder_and_its_fate_from_the_lines_below() -> None:
    words = (
        "- MOVED by AnnL\n    - THAT the lamps are lit in March.\n    - SECONDED Tarn\n"
        "    - Accepted unanimously on a show of hands without dissent"
    )
    (one,) = decided(words)
    assert one.text.startswith("THAT the lamps are lit in March. SECONDED Tarn Accepted")
    assert one.seconded_by is not None


def test_each_office_of_an_election_with_its_nominee_below_is_a_decision() -> None:
    fate = "    - No other nominations\n    - Accepted unanimously on a show of hands\n"
    words = (
        f"- Chair:\n    - Ann Lowe Nominated by Ben, seconded by Cara\n{fate}"
        f"- Treasurer\n    - Dan Moss Nominated by Cara, seconded by Ben\n{fate}"
    )
    assert [one.split(" Nominated")[0] for one in texts(words, "Election of officers")] == [
        "Chair: Ann Lowe",
        "Treasurer Dan Moss",
    ]


def test_an_office_of_an_election_without_a_fate_is_no_decision() -> None:
    words = "- Chair:\n    - Ann Lowe Nominated by Ben, seconded by Cara\n    - To be voted on\n"
    assert texts(words, "Election of officers") == []


def test_how_words_stood_and_stand_is_no_decision_beside_their_amendment() -> None:
    lead = "The Council votes in favour of the following amendment to section 3 of the rules:"
    words = f"- {lead}\n    - Before: Lamps are lit at six.\n    - After: Lamps are lit at seven."
    assert texts(words) == [lead]


def test_a_question_decides_nothing() -> None:
    assert texts("Cllr Tarn: the resolution was passed in May, will you act on it?") == []


def test_one_who_stands_and_is_elected_below_is_one_decision() -> None:
    words = (
        "- Ann Lowe stands (proposed: Ben, seconded: Cara)\n- Elected unanimously (7)\n"
        "- Lowe thanked all."
    )
    ((text, mover, seconder),) = [
        (one.text, one.moved_by, one.seconded_by) for one in decided(words, "Secretary")
    ]
    assert text == "Ann Lowe stands (proposed: Ben, seconded: Cara) Elected unanimously (7)"
    assert (mover and mover.name, seconder and seconder.name) == ("Ben", "Cara")


def test_accounts_below_what_became_of_applications_are_not_decided_with_them() -> None:
    listed = "Approved by Parish\n\nA shed at 4 Mill Lane\n\nAccounts for Approval\n\n"
    found = texts(f"{listed}Weir Water - £24.96 - Rates", "Planning")
    assert found == ["A shed at 4 Mill Lane"]


def test_what_another_body_approved_is_no_decision() -> None:
    assert texts("A porch at 2 Mill Lane\n\nApproved by the Borough", "Planning") == []


@pytest.mark.parametrize("fate", ["This was agreed.", "The suggestion was unanimously accepted."])
def test_what_was_agreed_is_told_with_the_sentence_that_it_points_back_to(fate: str) -> None:
    suggested = "Cllr Lowe suggested that badges be worn at the fair."
    ((text, outcome),) = [(one.text, one.outcome) for one in decided(f"{suggested} {fate}")]
    assert (text, outcome) == (f"{suggested} {fate}", "agreed")


def test_what_was_agreed_points_back_to_no_other_decision() -> None:
    bought = "It was agreed to buy a lamp."
    assert texts(f"{bought} This was approved in January.") == [bought]


def test_an_application_may_end_in_what_is_recommended() -> None:
    told = "A Lowe - New roof at Weir House - recommend approval."
    assert texts(told, "Planning Applications") == [told]


def test_what_is_moved_may_stand_without_that() -> None:
    agreed = "It was agreed to give £250 to the hall."
    moved = "It was proposed by Mrs Lowe and seconded by Mr Tarn these accounts be passed."
    assert texts(f"{agreed} {moved}") == [agreed, moved]
