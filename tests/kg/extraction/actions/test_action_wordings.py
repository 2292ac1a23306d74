"""How minutes word who is to do what, and what they word alike though nobody is to do it."""

import pytest

from kg.facts import Action
from kg.reference import Councils
from tests.support.read_papers import facts_of, whose

HEAD = """Orchard Row Parish Council

Minutes of the meeting on 20 June 2023

Present: Cllr Petra Vane (PV), Mr Oscar Wynn, Una Marsh, Miss Quill (Chair)

1. Apologies
None.

2. Repairs
"""
Told = tuple[str, str | None]


def minuted(text: str) -> tuple[Action, ...]:
    paper = f"{HEAD}{text}\n\n3. Next meeting\nIt is on 4 July 2023.\n"
    return facts_of(paper, "paper.txt", Councils.load()).actions


def told(text: str) -> list[Told]:
    return whose(minuted(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Green Fields Act - Miss Quill is going to download the guide.", "Miss Quill"),
        ("The Chair requested that the Parish Clerk writes to the mill.", "the Parish Clerk"),
        ("The drain by the forge is blocked clerk to contact the owner.", "clerk"),
        ("A passing place is planned - clerk to ascertain where.", "clerk"),
        ("The lamp was dear, and he offered to try and mend the old one.", None),
        ("It was agreed that other sites would be investigated by Una Marsh.", "Una Marsh"),
        ("Una offered in the meantime to cut the grass.", "Una"),
        ("The Chair will in future initial the bank statements.", "The Chair"),
        ("It was agreed to ask the Clerk to obtain two prices.", "the Clerk"),
        ("Una happy to run the stall.", "Una"),
        ("It was suggested that the Clerk put the gate on the June agenda.", "the Clerk"),
        ("Clerk instructed to reply.", "Clerk"),
        ("Clerk reply to this effect.", "Clerk"),
        ("The Treasurer will move the money to the other bank.", "The Treasurer"),
        ("Una will be asked to judge the cakes.", "Una"),
        (
            "The matter will be taken up by County Councillor Ida Lowe.",
            "County Councillor Ida Lowe",
        ),
        ("Cllrs Moss and Lowe agreed to inspect the seat.", "Cllrs Moss and Lowe"),
        ("A working party will paint the box.", "A working party"),
        ("The poppies were paid for (Una Marsh to lay the wreath).", "Una Marsh"),
        ("Clerk to commence a search.", "Clerk"),
        ("Councillors would like the Clerk to thank the smith.", "the Clerk"),
        ("They asked whether a map is held, the clerk to ask the mill.", "the clerk"),
        ("Councillors will put up the notices.", "Councillors"),
        ("It was agreed that the PC should write to the mill.", "the PC"),
        ("All: Please add the names of helpers.", "All"),
        ("It was agreed that the residents would send the plan.", "the residents"),
        ("The Handyman will mend the sign.", "The Handyman"),
        ("Una: please send Oscar the key.", "Una"),
        ("Wardens will continue monitoring the weir.", "Wardens"),
        ("Councillor / Clerk to respond to the Mill Trust.", "Councillor / Clerk"),
        ("The Clerk would advise N.C.C. to fill the post.", "The Clerk"),
        ("Una indicated that she would now look at the figures.", "Una"),
        ("Oscar Wynn will once more be doing the posters.", "Oscar Wynn"),
        ("The Board will also have to look into the rates.", "The Board"),
        ("Tilda has offered to cut the ribbons.", "Tilda"),
        ("In the meantime the Council will examine the roof.", "the Council"),
        ("After the talk, Chair Quill asked the map maker to return with maps.", "the map maker"),
        (
            "Una asked that each lamp committee chair write to the mill.",
            "each lamp committee chair",
        ),
        ("She plans to contact the mill.", None),
        ("The new page will be administered by Una.", "Una"),
        ("Notes are by @tilda.\n\nTilda will review the plan.", "Tilda"),
    ],
)
def test_who_is_to_act_is_read_from_the_sentence(text: str, who: str | None) -> None:
    assert told(text) == [(text.split("\n")[-1], who)]


@pytest.mark.parametrize(
    "text",
    [
        "Help with hedges is offered - notice to be placed in the window.",
        "To suggest to Highways that they mend the ford.",
        "To be posted on the website.",
        "Dog fouling to be an agenda item for the next meeting.",
        "The standing orders will be reviewed at the next meeting of the council.",
        "It is slow and two quotes will be obtained for a new one.",
        "The loan form will be submitted this month.",
        "Rates of £703 to be paid by the end of July.",
        "Also will make a list of helpers.",
        "It was agreed a letter should be sent to the mill.",
        "It was agreed to put the path on the agenda for July.",
        "It was decided to send a card to the smith.",
        "It was felt a letter should be sent to the firm.",
        "Further prices are being sought.",
        "An advert will be placed in the magazine.",
        "A report will be written on the fair.",
        "Also asked to write to the mill.",
        "Lamp firms will be asked to check all lamps.",
        "It is dear and a request will be made to the county.",
        "To be included as an agenda item in July.",
        "Letter on the election - notices to be displayed.",
        "It was agreed to arrange a site meeting with the mill.",
        "It was agreed that we should invite the miller to our next meeting.",
        "It was agreed that advice would be sought from the county.",
        "Notices will be mailed to owners by 15 July.",
        "A sign will be erected at the weir.",
    ],
)
def test_what_is_to_be_done_may_name_nobody(text: str) -> None:
    assert [action.text for action in minuted(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A stall holder to take on?",
        "It was agreed that Mr. O Wynn would replace Mr. T Hart as the third signatory.",
        "Una reported another order of cups, to be launched in week 8.",
        "The Chair said that he had asked Hobbs to do the posts.",
        "No Clerk to report.",
        "Una will be talking about two walks.",
        "Deferral of the notice to make a new plan.",
        "Move to approve the minutes",
        "Send any comments to the editor.",
        "The receipts were put away, to be kept by the Clerk for a year.",
        "Matters to be brought forward to the next meeting of the council.",
        "The board will be asked to consider the lamp.",
        "Motion by Una Marsh, second by Oscar Wynn for signs to be printed in red.",
        "It was agreed that this payment should be issued before the goods come.",
        "Una rang the insurers and they promised to reply.",
        "A decision is to be made on this in August.",
        "Clerk contact details are on the website.",
        "These papers will then be passed on to the county.",
        "Allocation to cover any further work is not known.",
        "Mr Moss was there, and Mrs Hart to take the minutes for this meeting.",
        "It was agreed that in future letters would be circulated by post.",
        "The lane is unsuited to the carts that will be repaired there.",
        "It was so noted on this day that the deeds would be mailed to the mill.",
        "It was discussed what matters will be reviewed by lawyers.",
        "Postponed to post-harvest talks.",
        "Una Marsh will be participating in the race.",
        "Talk raised about what to be painted next.",
        "MOVED: OW SECONDED: UM to review the accounts.",
        "Our last minutes to be posted are from May",
        "The group requested £9 for the purchase of bulbs to be planted in front of the hall.",
        "The lane is wanted: an application of Una Marsh and Oscar Wynn to purchase it was read.",
    ],
)
def test_nobody_is_to_do_what_is_asked_or_was_done(text: str) -> None:
    assert minuted(text) == ()


def test_who_is_told_to_act_is_read_from_what_was_resolved() -> None:
    text = (
        "RESOLVED: To set the precept at £6,100.00 , and to instruct the Clerk to tell the county."
    )
    assert [one.assignee_as_written for one in minuted(text)] == ["the Clerk"]


def test_a_clerk_behind_letters_with_stops_begins_a_sentence() -> None:
    text = "It was agreed that £100 be given to the N.L.C. Clerk to ask the county what is planned."
    assert told(text) == [("Clerk to ask the county what is planned.", "Clerk")]


def test_what_was_resolved_may_be_for_the_clerk_to_do() -> None:
    text = (
        "RESOLVED: That the fence is too high.\n\n"
        "FURTHER RESOLVED: That the Clerk be instructed to tell the mill."
    )
    assert [one.assignee_as_written for one in minuted(text)] == ["the Clerk"]


def test_who_acts_is_named_without_the_word_before() -> None:
    text = "3 for, 1 against - Carried The Clerk will put a notice in the window."
    assert [one.assignee_as_written for one in minuted(text)] == ["The Clerk"]


def test_who_is_to_act_stands_behind_a_label_without_a_colon() -> None:
    text = (
        "\n**Action** Una is to order cups.\n\n"
        "**Action** Oscar to count them.  \n**Action** Petra Vane to wash them."
    )
    paper = f"{HEAD}{text}\n\n3. Next meeting\nIt is on 4 July 2023.\n"
    facts = facts_of(paper, "paper.md", Councils.load())
    assert whose(facts.actions) == [
        ("Una is to order cups.", "Una"),
        ("Oscar to count them.", "Oscar"),
        ("Petra Vane to wash them.", "Petra Vane"),
    ]


def test_whoever_stands_in_brackets_behind_the_label_acts() -> None:
    text = "Talk is on Friday.\n\nACTION (Basil): Book room for the talk"
    assert told(text) == [("Book room for the talk", "Basil")]


def test_a_group_in_brackets_behind_a_task_owns_it() -> None:
    text = "Action: Start the search for a smith (lamps team)"
    assert told(text) == [("Start the search for a smith", "lamps team")]


def test_what_only_names_the_next_meeting_in_a_list_is_no_task() -> None:
    text = "Actions\n\n- Una: Ring the hall\n- Oscar: Next meeting on 4 July\n"
    assert told(text) == [("Ring the hall", "Una")]


def test_the_next_meeting_alone_says_by_when() -> None:
    assert [one.due_as_written for one in minuted("Una to bring prices next meeting.")] == [
        "next meeting"
    ]


def test_boxes_before_people_tick_who_came() -> None:
    text = (
        "* [x] Petra Vane, Mill Trust\n* [ ] Tom Hart - Chair, Forge Ltd\n* [ ] Print the posters"
    )
    assert [action.text for action in minuted(text)] == ["Print the posters"]


def test_a_list_of_tasks_may_stand_below_an_agenda() -> None:
    paper = (
        "# Orchard Row Board\n\n2023-06-20\n\n## Agenda\n\n1. Fair\n2. Roof\n3. Lamps\n\n"
        "## Action items\n\n- Gus: Ask the smith about the lamp\n- Ida - Post the dates\n"
        "- Gus: To ring the hall\n- Ida: Write to the mill\n"
    )
    facts = facts_of(paper, "notes.md", Councils.load())
    assert whose(facts.actions) == [
        ("Ask the smith about the lamp", "Gus"),
        ("Post the dates", "Ida"),
        ("To ring the hall", "Gus"),
        ("Write to the mill", "Ida"),
    ]


def test_questions_among_tasks_in_brackets_are_no_tasks() -> None:
    text = (
        "Actions\n\n- [Una] Arrange a group on the roof.\n- What does a roof cost?\n- Some views:\n"
    )
    assert told(text) == [("Arrange a group on the roof.", "Una")]


def test_initials_behind_tasks_of_an_agenda_say_who_acts() -> None:
    paper = (
        "Agenda 20th of June 2017\n\nWelcome to the Orchard Row Board\n\nAgenda:\n\n1. Fair\n\n"
        "The fair was talked of.\n\nActions:\n- A letter will be sent (KB)\n"
        "- Update the plan (ABN)\n\n2. Roof\n\nNone\n\n3. Close\n\nAt 9\n"
    )
    facts = facts_of(paper, "notes.md", Councils.load())
    assert whose(facts.actions) == [
        ("A letter will be sent", "KB"),
        ("Update the plan", "ABN"),
    ]


def test_who_acts_may_stand_behind_the_label_of_a_list() -> None:
    text = "Actions: for Secretariat\n\n- Make more use of the hall\n- Write to the mill\n"
    assert told(text) == [
        ("Make more use of the hall", "Secretariat"),
        ("Write to the mill", "Secretariat"),
    ]


def test_what_was_said_behind_an_action_is_no_further_action() -> None:
    talk = "Orchard Book – Would be based on the old one, which came to be made in a year of rain. "
    text = f"Action:\n\nUna to print the map.\n\n{talk}{'The rain was hard that year. ' * 9}"
    assert told(text) == [("Una to print the map.", "Una")]


@pytest.mark.parametrize(
    "text",
    [
        "Action: A. Public Hearing and Review of the Mill Lane Plan\n\nMr Wynn spoke.",
        (
            "Action items\n\nElection for 2023\n\nUna moved to keep all officers.\n\n"
            "Oscar seconded the motion.\n\nMotion carried."
        ),
    ],
)
def test_business_that_is_to_be_voted_on_is_no_task(text: str) -> None:
    assert minuted(text) == ()


def test_an_action_of_nobody_yet_is_told_without_that_word() -> None:
    text = "Actions\n\n- Una: ring the hall\n- Unassigned: print the posters\n"
    assert told(text) == [("ring the hall", "Una"), ("print the posters", None)]


def test_a_task_may_be_marked_behind_what_was_said() -> None:
    text = "The chain ends with the head. TODO: Find out who that is by Dec. 15."
    (found,) = minuted(text)
    assert found.text == "Find out who that is by Dec. 15."
    assert str(found.due) == "2023-12-15"
