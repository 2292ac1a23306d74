"""Habits of telling who is to do what that minutes of small bodies have, on invented papers."""

from datetime import date

import pytest

from kg.facts import Action, Facts
from kg.reference import Councils
from tests.support.read_papers import facts_of, whose

HEAD = """Orchard Row Hall Committee

Minutes of the meeting on 20 June 2023

Present: Petra Vane (PV), Oscar Wynn (OW), Una Marsh, Chair Colin Cray (CC)

1. Apologies
None.

2. Repairs
"""
Told = tuple[str, str | None]


def read(text: str) -> Facts:
    return facts_of(text, "paper.txt", Councils.load())


def minuted(text: str) -> tuple[Action, ...]:
    return read(f"{HEAD}{text}\n\n3. Next meeting\nIt is on 4 July 2023.\n").actions


def told(text: str) -> list[Told]:
    return whose(minuted(text))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gate- clerk to price a hinge.", "clerk"),
        ("No date was set but OW to ring the yard.", "OW"),
        ("PV to ‘freshen up’ the sign.", "PV"),
        ("Keys: PV, OW and CC to review the list.", "PV, OW and CC"),
        ("All members were to canvass their friends.", "All members"),
        ("The Committee asked Una to continue chasing the smith.", "Una"),
        ("OW would continue investigating the leak.", "OW"),
        ("Una is working on a new rota.", "Una"),
        ("The form to be completed by OW by the end of July 2023.", "OW"),
        ("The path to be swept by the warden, as before.", "the warden"),
        ("The PV stated that she would promote the fete.", "PV"),
        ("CC to chase the plumber.", "CC"),
        ("Gate – PV to gain leave to paint it.", "PV"),
        ("It was agreed although OW will provide a second price.", "OW"),
        ("Una missed the class, will send the notes.", "Una"),
        ("Gill, Una, PV to liaise.", "Gill, Una, PV"),
        ("The committee will continue to seek bids.", "The committee"),
        ("Members reminded to return the forms.", "Members"),
        ("The committee heard that it is free of tax and will submit a form.", "The committee"),
        ("All officers will need to complete their reports.", "All officers"),
        ("Una researching the price of paint.", "Una"),
        ("A price for slates is awaited Clerk to chase", "Clerk"),
        ("Every Sunday Oscar will put oil on the hinges.", "Oscar"),
        ("The police were asked to send a report.", "The police"),
        ("PV sees the landlord in May and there she will ask for a longer lease.", "PV"),
        ("Petra Jane Vane volunteered to write cards to be sent to donors.", "Petra Jane Vane"),
        ("The trustees were told of the fair and Una was asked to book a band.", "Una"),
    ],
)
def test_who_is_to_act_is_read_from_the_sentence(text: str, who: str) -> None:
    assert told(text) == [(text, who)]


@pytest.mark.parametrize(
    "text",
    [
        "The job is to be advertised until the next meeting.",
        "This will be reported to the parish council.",
        "The bill would be queried before the next meeting.",
        "Seats for the supper to be finalised with the cook.",
        "The hire form needs to be redrafted.",
        "A new kettle needs to be purchased.",
        "The sign still to be displayed.",
        "To continue chasing the yard.",
        "It was agreed to send a letter of thanks to the smith.",
        "Invite the choir to sing at the fair",
    ],
)
def test_what_is_to_be_done_may_leave_out_who_does_it(text: str) -> None:
    assert told(text) == [(text, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Una Marsh will be attending the fete on Sunday.",
        "Oscar Wynn will soon be leaving the village.",
        "The new trustee is Petra Vane who will replace Una Marsh.",
        "OW agreed to transfer from the bar team to the hall team.",
        "Respectfully submit",
        "Oscar was responsible for ordering the tiles last year.",
        "The goal is to complete the wall in May.",
        "The fair is to be held on Monday.",
        "Accounts to be approved.",
        "Sanding of the benches, to be continued.",
        "Una and Oscar volunteered to be wardens.",
        "The roof needs to be dry.",
        "It was noted that the list would stand in the spring letter.",
        "The group suggests a Secretary who would handle the post.",
        "Una Marsh made the tea and PV makes a motion to close.",
    ],
)
def test_who_follows_whom_or_goes_where_is_no_action(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("OW to hang the sign before August 1st.", date(2023, 8, 1)),
        ("PV to send a note before noon on October 9th.", date(2023, 10, 9)),
    ],
)
def test_a_day_behind_its_month_is_due(text: str, due: date) -> None:
    assert [action.due for action in minuted(text)] == [due]


def test_a_pronoun_means_who_promised_before_it() -> None:
    text = "As the paint ran out, Una will buy more. She will also get brushes."
    assert [who for _, who in told(text)] == ["Una", "Una"]


def test_a_pronoun_may_go_on_with_what_somebody_does() -> None:
    found = minuted("Una will ring the shops. She will also be encouraging them to join.")
    assert [action.assignee_as_written for action in found] == ["Una", "Una"]


def test_a_line_that_says_who_does_what_heads_nothing() -> None:
    tasks = [
        "Una to lend the long ladder to the new warden for a week",
        "Oscar to consider the colour of the doors before the fair",
        "A lock for the shed is wanted – PV will get one from the smith before the fair",
    ]
    found = minuted("\n\n".join(["ACTIONS", *tasks, "The lamp was lit all week."]))
    assert whose(found) == list(zip(tasks, ("Una", "Oscar", "PV"), strict=True))


@pytest.mark.parametrize(
    "label", ["Action Item –", "Action Item -", "Action point –", "Action item #3:"]
)
def test_a_dash_may_stand_behind_the_label_of_an_item(label: str) -> None:
    assert told(f"{label} OW to ring the yard") == [("OW to ring the yard", "OW")]


def test_an_agenda_may_list_what_an_earlier_meeting_gave() -> None:
    paper = (
        "# Orchard Row Hall Committee, 20 June 2023\n\n## Agenda\n\n### Previous action items\n\n"
        "- **Action**: find a poll about the name\n- **Action**: OW to ring the yard\n\n"
        "### New business\n\n- **Action**: to approve the budget\n\n## Minutes\n\n"
        "### Members present\n\n- Oscar Wynn (OW)\n- Petra Vane (PV)\n\n### Close\n\nAt 9.\n"
    )
    facts = facts_of(paper, "paper.md", Councils.load())
    found = [(a.text, a.assignee_as_written, a.arises_at) for a in facts.actions]
    assert found == [
        ("find a poll about the name", None, None),
        ("OW to ring the yard", "OW", None),
    ]


def test_cells_set_as_a_line_are_apart() -> None:
    text = "One member suggested a louder bell for the stage. / OW to update the list"
    assert told(text) == [("OW to update the list", "OW")]


@pytest.mark.parametrize("mark", ["(Act Clerk)", "(Action Clerk)", "(Actn: Clerk)"])
def test_the_word_for_an_action_may_be_cut_short(mark: str) -> None:
    assert told(f"The lamp is out again. {mark}") == [("The lamp is out again.", "Clerk")]


def test_an_action_may_stand_between_dashes() -> None:
    text = "The talk is on 4 May – the price is £50 – Action – Una to ring."
    assert told(text) == [("Una to ring.", "Una")]


def test_holders_in_brackets_may_be_strangers_beside_others() -> None:
    found = told("Actions:\n\n- Find white candles (Una/Sarah)\n- Ring the hall (Una?)")
    assert found == [("Find white candles", "Una/Sarah"), ("Ring the hall", "Una?")]


def test_the_next_item_is_no_action_of_the_list_above_it() -> None:
    paper = f"{HEAD}Actions:\nPV to ring Ada\nOW to ring Ben\n3. Safety: OW\nAll is well.\n"
    assert whose(read(paper).actions) == [
        ("PV to ring Ada", "PV"),
        ("OW to ring Ben", "OW"),
    ]


def test_the_head_of_a_margin_is_no_label_of_the_business_below() -> None:
    paper = (
        "Saltby Parish Council\n\nMeeting held on 20 June 2023\n\n"
        "Councillors Present: P Vane (PV) and O Wynn (OW).\n\nAction\n\n1.0\n\nApologies\n\n"
        "1.1\n\nApologies were received from U Marsh (UM).\n\n2.0\n\nBridge\n\n2.1\n\n"
        "OW to paint the rail.\n\nOW\n"
    )
    assert whose(read(paper).actions) == [("OW to paint the rail.", "OW")]


def test_how_a_task_stands_may_head_the_next_line() -> None:
    found = minuted("2.1 OW to paint the rail\n\nONGOING\n\n2.2 PV to mend the gate\n\nCOMPLETED")
    assert [(a.assignee_as_written, a.status) for a in found] == [
        ("OW", "open"),
        ("PV", "complete"),
    ]


def test_news_behind_earlier_tasks_may_be_long_and_name_who_did_them() -> None:
    news = "Done on the boards of the hall, the school and the shop, and on the village website"
    found = minuted(
        f"Tell people of the fete: {news} (PV)\nWrite re: the lease: Done (OW)\n"
        "Look for a baker: Spoke to two bakers, who are both away until the end of the summer, "
        "and to a third one (CC)\nSweep the yard: Done (CC)"
    )
    assert [(a.text, a.assignee_as_written, a.status) for a in found] == [
        ("Tell people of the fete", "PV", "complete"),
        ("Write re: the lease", "OW", "complete"),
        ("Look for a baker", "CC", None),
        ("Sweep the yard", "CC", "complete"),
    ]


def test_earlier_tasks_stand_apart_from_other_news_and_motions() -> None:
    paper = HEAD.replace("2. Repairs", "2. Matters arising") + (
        "AP4. P. Vane to price a hinge. - COMPLETED\nAP5. O. Wynn to ring the yard. - COMPLETED\n"
        "AP6. U. Marsh to sweep the stage. - ONGOING\n"
        "Motion to pass the minutes of meeting 5: 19/05/23\nProposed: U. Marsh\n"
        "Piano - the tuner came on a Monday and thought that it was older than the hall itself.\n"
        "Boiler - ongoing CC\n\n3. Next meeting\nIt is on 4 July 2023.\n"
    )
    found = [(a.number, a.text, a.assignee_as_written, a.status) for a in read(paper).actions]
    assert found == [
        ("4", "P. Vane to price a hinge.", "P. Vane", "complete"),
        ("5", "O. Wynn to ring the yard.", "O. Wynn", "complete"),
        ("6", "U. Marsh to sweep the stage.", "U. Marsh", "open"),
        (None, "Boiler", "CC", "open"),
    ]


def test_who_holds_an_action_may_stand_in_brackets_before_its_news() -> None:
    found = minuted(
        "Action points:\n\nAP7 – Print the rota. (OW & PV) This was done in May - Closed"
    )
    assert [(a.number, a.text, a.assignee_as_written, a.status) for a in found] == [
        ("7", "Print the rota.", "OW & PV", "complete")
    ]


def test_items_among_tasks_that_order_something_are_tasks_too() -> None:
    tasks = "- Una to ring the yard\n- Order chairs for the hall\n- CC to sweep\n- Wet paint"
    assert told(f"The list:\n\n{tasks}") == [
        ("Una to ring the yard", "Una"),
        ("CC to sweep", "CC"),
        ("Order chairs for the hall", None),
    ]
    assert not told("The list:\n\n- Order chairs for the hall\n- A dry day\n- Wet paint")


def test_a_stroke_stands_between_a_task_and_who_does_it() -> None:
    assert told("The notice is to be put on the website. / Una") == [
        ("The notice is to be put on the website.", "Una")
    ]


def test_the_sentence_before_a_verdict_is_what_is_to_be_done() -> None:
    text = "Ramp (hall) – A yard was found that will make one. All agreed – action OW."
    assert told(text) == [("Ramp (hall) – A yard was found that will make one.", "OW")]


def test_what_a_line_on_the_network_tells_is_no_guidance_for_visitors() -> None:
    assert told("WiFi. The mast is up. Una to get a key from the yard.") == [
        ("Una to get a key from the yard.", "Una")
    ]


def test_those_who_came_with_their_initials_below_act_on_nothing() -> None:
    paper = (
        "MINUTES\n\nSaltby Parish Council\n\nMeeting held on 20 June 2023\n\nPresent\n\n"
        "Petra Vane\n\nPV\n\nOscar Wynn\n\nOW\n\n1. Apologies\n\nNone were received.\n\n"
        "2. Bridge\n\nThe rail is to be painted by the summer.\n\nOW\n"
    )
    found = whose(read(paper).actions)
    assert found == [("The rail is to be painted by the summer.", "OW")]


def test_a_surname_that_is_a_verb_is_no_task() -> None:
    assert not told("The guests were:\n\nGreg Chase, Una Cook\n\nMr Robert Price, Resident")


def test_minutes_may_stand_under_the_title_of_an_agenda() -> None:
    paper = (
        "Saltby Chess Club\n\nDirectors Meeting Agenda\n\nMonday 3rd July 2023\n\n"
        "Attended by: P Vane, O Wynn, U Marsh.\n\n1 Apologies were received from C Cray.\n\n"
        "2 Minutes of the May meeting were agreed.\n\n3 The clocks were sent to the smith.\n\n"
        "4 Two boards were bought and the old ones were sold. P Vane will send the cheque.\n\n"
        "5 The hall was found to be cold. It was agreed to close early.\n"
    )
    assert [action.assignee_as_written for action in read(paper).actions] == ["P Vane"]


def test_names_in_brackets_before_tasks_are_their_owners() -> None:
    text = (
        "# Orchard Row Board Meeting Notes 2023-06-20\n\n## Agenda\n\n- Fair\n- Bank account\n\n"
        "## Notes\n\n- The bank wants a form.\n\n## Action Items\n\n"
        "- [Petra/Oscar] Start the list of stalls in Leeds.\n- (Una Marsh): Hosting of the site\n\n"
        "## Attendees\n\n- Petra Vane\n- Oscar Wynn\n- Una Marsh\n"
    )
    facts = facts_of(text, "notes.md", Councils.load())
    assert whose(facts.actions) == [
        ("Start the list of stalls in Leeds.", "Petra/Oscar"),
        ("Hosting of the site", "Una Marsh"),
    ]
    assert {one.person.name for one in facts.attendance} == {
        "Petra Vane",
        "Oscar Wynn",
        "Una Marsh",
    }


def test_a_list_of_names_is_nothing_for_the_last_of_them_to_do() -> None:
    listed = "Ada Pell, Ben Moss, Cleo Hart, Dan Orr. Eve Lark."
    task = "The lamp is to be mended before the fair. Ada Pell"
    found = minuted(f"1. Apologies\n{listed}\n\n2. Lamps\n{task}\n\nThe ford is dry. Ada Pell")
    assert listed.partition(" Eve")[0] not in [one.text for one in found]
