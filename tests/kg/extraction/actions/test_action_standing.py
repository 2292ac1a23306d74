"""Lines on who acts, and lists of earlier actions with how they stand, in invented minutes."""

from time import perf_counter

import pytest

from kg.extraction.extract import extract
from kg.facts import Action
from kg.reading.read import read_document
from kg.reference import Councils
from tests.support.read_papers import whose

HEAD = """Lowbeck Parish Council

Minutes of the meeting held on 7 May 2024 in the Village Hall

Present: Cllr A Marlow (AM) (Chairman), Cllr B Tansley (BT), Cllr R Quill (RQ)

1. Apologies
None.

2. Bus shelter
"""


def minuted(text: str) -> tuple[Action, ...]:
    return extract(read_document((HEAD + text).encode(), "paper.txt"), Councils.load()).actions


@pytest.mark.parametrize("line", ["Action RQ", "Action: RQ", "ACTION RQ"])
def test_a_line_on_who_acts_is_of_the_sentence_before_it(line):
    (action,) = minuted(f"The roof leaks. Quotes will be sought.\n{line}\n\n3. Stile\nIt is new.\n")
    assert (action.text, action.assignee_as_written) == ("Quotes will be sought.", "RQ")


def test_who_acts_may_stand_before_the_next_sentence():
    found = minuted("The lamp is to be mended. RQ The path is dry.\n")
    assert whose(found) == [("The lamp is to be mended.", "RQ")]
    found = minuted("A quote will be sought. Action: Clerk The Chairman agreed to ring the yard.\n")
    assert whose(found) == [
        ("A quote will be sought.", "Clerk"),
        ("The Chairman agreed to ring the yard.", "The Chairman"),
    ]


def test_an_office_alone_behind_the_label_is_who_acts():
    (action,) = minuted("A draft will be written.\n\nAction: VP Gardens\n")
    assert (action.text, action.assignee_as_written) == ("A draft will be written.", "VP Gardens")


@pytest.mark.parametrize(
    "sentence",
    [
        "RESOLVED that the Clerk write to the school.",
        "It was resolved to buy a bench and that the Clerk be asked to order it.",
    ],
)
def test_what_a_body_resolves_that_somebody_do(sentence):
    (action,) = minuted(sentence + "\n")
    assert action.assignee_as_written == "the Clerk"


def test_lines_of_which_each_says_who_acts_are_actions_of_their_own():
    found = minuted("It leaks.\n\nActions:\nAM – order tiles\nBT and RQ – inspect the roof\n")
    assert whose(found) == [
        ("order tiles", "AM"),
        ("inspect the roof", "BT and RQ"),
    ]


def test_initials_to_whom_something_goes_do_not_act():
    (action,) = minuted("It leaks.\n\nACTION: all members to send photographs to RQ\n")
    assert action.text == "all members to send photographs to RQ"
    assert action.assignee_as_written == "all members"


def test_a_call_to_order_is_no_promise():
    assert not minuted("It leaks.\n\n* Call to Order\n* Roll of the Wardens\n")


def test_a_number_with_parts_and_a_hyphen_marks_an_action():
    (action,) = minuted("The roof leaks.\n\nAction 2.1- Clerk to order tiles.\n")
    assert (action.text, action.number) == ("Clerk to order tiles.", "2.1")


def test_a_list_of_earlier_actions_says_how_each_stands():
    found = minuted(
        "It is dry.\n\n3. Matters from the last meeting\n"
        "Write to the school - Done\nOrder tiles - In progress BT\n"
        "Survey of the path – see item 5\nInsurance - Done\n"
    )
    assert [(a.text, a.status, a.assignee_as_written) for a in found] == [
        ("Write to the school", "complete", None),
        ("Order tiles", "open", "BT"),
        ("Survey of the path", None, None),
        ("Insurance", "complete", None),
    ]


def test_matters_under_another_heading_with_how_they_stand_are_no_actions():
    listed = "Road at Mill Lane - open\nSchool - in progress\nThe shop - closed\n"
    assert not minuted(f"It is dry.\n\n3. Reports\n{listed}")
    assert len(minuted(f"It is dry.\n\n3. Matters arising\n{listed}")) == 3
    todo = "Repair the road - open\nRing the school - in progress\nThe shop - closed\n"
    assert len(minuted(f"It is dry.\n\n3. Reports\n{todo}")) == 3


def test_names_with_what_they_are_are_no_earlier_actions():
    assert not minuted("Ann Marlow - late\nBen Tansley - late\nRuth Quill - late\n")


def test_a_letter_with_the_actions_of_a_meeting_lists_them():
    letter = (
        "Dear members,\n\nOur next meeting is on 20 March 2024. A map will be enclosed.\n\n"
        "# Actions from Lowbeck Library Board Meeting 6 March 2024\n\n"
        "1. Opening hours -- Clerk to draft a notice\n\n2. Book sale -- Find a date\n\n"
        "3. Roof -- Staff will seek a quote\n"
    )
    found = extract(read_document(letter.encode(), "letter.md"), Councils.load()).actions
    assert whose(found) == [
        ("Opening hours -- Clerk to draft a notice", "Clerk"),
        ("Book sale -- Find a date", None),
        ("Roof -- Staff will seek a quote", "Staff"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "This item to be placed on the next agenda.",
        "The contractor to be asked for a date.",
        "Three quotations to be obtained for the wall.",
    ],
)
def test_what_is_to_be_done_without_saying_by_whom(sentence):
    (action,) = minuted(sentence + "\n")
    assert (action.text, action.assignee_as_written) == (sentence, None)


def test_the_action_points_of_a_meeting_that_a_page_puts_up_beside_its_agendas_are_listed():
    page = (
        "Documents\n\nMarch 2024 Parish Council meeting – Action Points from meeting\n\n"
        "Parish Council meetings - Minutes & Agendas Uploaded on March 26, 2024\n\n"
        "Present: Ann Marlow (AM) Chair, Ben Tansley (BT), Ruth Quill (RQ)\n\n"
        "7 – Phone box near the ford\n\nThe company has put the box near the ford, with "
        "others of the parish and some of the next one, on its list for painting this year. "
        "Clerk to monitor\n\n"
        "9 - Finance\n\nRQ to submit the claim for the grant\n"
    )
    found = extract(read_document(page.encode(), "page.txt"), Councils.load())
    assert whose(found.actions) == [
        ("Clerk to monitor", "Clerk"),
        ("RQ to submit the claim for the grant", "RQ"),
    ]
    assert found.meeting is None


@pytest.mark.parametrize("marks", ["– ", "- ", ": ", "; ", ". "])
def test_endless_marks_promise_nothing_and_are_read_in_no_time(marks):
    started = perf_counter()
    assert minuted(marks * 1000 + "x\n") == ()
    assert perf_counter() - started < 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The draft plan will be reviewed annually by the government.",
        "Invoices will be issued in April by the contractor.",
        "Residents would be consulted by the county council before the road is closed.",
        "The rail will be checked by an inspector.",
        "Cllr Quill explained that he would be attending the funeral.",
        "A member had offered to resign.",
        "Cllr Quill told the meeting that the vicar was ill and he would ask for leave.",
    ],
)
def test_what_others_do_or_somebody_attends_is_no_action(sentence):
    assert minuted(sentence + "\n") == ()


def test_a_task_has_its_words_where_who_acts_stands_before_them_in_brackets():
    found = minuted(
        "[RQ] Write to the owner of the lamps. - done\n\n"
        "[BT] Ask for a quote for the roof. - deferred to 2025.\n\n"
        "[AM] Look for the key of the shelter. - ongoing\n\n3. Stile\nIt is new.\n"
    )
    assert [(one.text, one.assignee_as_written, one.status) for one in found] == [
        ("Write to the owner of the lamps.", "RQ", "complete"),
        ("Ask for a quote for the roof.", "BT", "open"),
        ("Look for the key of the shelter.", "AM", "open"),
    ]
