"""Lists of actions and marks in minutes of invented bodies, in the shapes that bodies use."""

from datetime import date
from time import perf_counter

import pytest

from kg.extraction.extract import extract
from kg.facts import Action
from kg.reading.read import read_document
from kg.reference import Councils
from tests.support.read_papers import whose

HEAD = """# Minutes of the Harbour Committee

Harbour Committee

Tuesday, 4 March 2025

Present: Jane Brook (Chair), Zoe Salt, Paul Stone, Anna Weir

In attendance: Tom Reed (Clerk)

## 1 Moorings

The moorings were full.

## 2 Slipway

The rail is loose.

"""


def minuted(text: str) -> tuple[Action, ...]:
    return extract(read_document((HEAD + text).encode(), "paper.md"), Councils.load()).actions


def listed(text: str) -> list[tuple[str, str | None]]:
    """The text and the owner of every listed action."""
    return [(a.text, a.assignee_as_written) for a in minuted(text) if a.kind == "listed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- AI: Anna to ring the boatyard", ("Anna to ring the boatyard", "Anna")),
        ("- AP 2 - Anna to ring the boatyard", ("Anna to ring the boatyard", "Anna")),
        ("- TODO Paul: ring the boatyard", ("ring the boatyard", "Paul")),
        ("→ Paul to ring the boatyard", ("Paul to ring the boatyard", "Paul")),
        ("@anna to ring the boatyard", ("anna to ring the boatyard", "anna")),
        ("It leaks. Action JB: ring the boatyard.", ("ring the boatyard.", "JB")),
        ("It leaks. Action (PS): ring the boatyard.", ("ring the boatyard.", "PS")),
        ("It leaks. A new one is needed. For action: PS", ("A new one is needed.", "PS")),
        ("ACTIONS: Zoe to sweep; Paul to paint.", ("Paul to paint.", "Paul")),
        ("It leaks. [ACTION] Zoe to ring the yard.", ("Zoe to ring the yard.", "Zoe")),
        ("It leaks. A new one is needed [PS]", ("A new one is needed", "PS")),
        (
            "It leaks. It was agreed to find a new one (PS).",
            ("It was agreed to find a new one", "PS"),
        ),
        ("Actions: Ring Anna and Mr Stone.\n\nThe tide came.", ("Ring Anna and Mr Stone.", None)),
        ("Actions:\n\n- (PS) Ring the boatyard", ("Ring the boatyard", "PS")),
        (
            "### Tasks\n\nRing the boatyard (assigned to Zoe)",
            ("Ring the boatyard", "Zoe"),
        ),
        ("It leaks. ZS will watch it. ZS Action.", ("ZS will watch it.", "ZS")),
        ("It leaks. A new one will be bought. TR", ("A new one will be bought.", "TR")),
        ("The winch is rusty Action PS", ("The winch is rusty", "PS")),
        (
            "Resolved – to ring the boatyard – PS to action",
            ("Resolved – to ring the boatyard", "PS"),
        ),
        ("A new one will be bought.\n\nClerk to action.", ("A new one will be bought.", "Clerk")),
    ],
)
def test_an_action_behind_a_sign_or_before_a_name(text, expected):
    assert expected in listed(text)


def test_a_sign_without_anybody_who_acts_is_no_action():
    assert minuted("AI: the talk on artificial intelligence was well attended.") == ()


def test_an_owner_with_a_day_on_the_line_of_the_label():
    (found,) = minuted("A new rail is needed. Action: Clerk by 1 April")
    assert (found.text, found.assignee_as_written, found.due) == (
        "A new rail is needed.",
        "Clerk",
        date(2025, 4, 1),
    )


def test_a_list_inside_a_list_ends_with_its_item():
    found = listed(
        "- Action Points:\n  - Zoe to ring the boatyard\n  - Paul to order paint\n"
        "- Ideas for the summer\n  - A regatta\n  - A quiz"
    )
    assert found == [("Zoe to ring the boatyard", "Zoe"), ("Paul to order paint", "Paul")]


def test_what_stands_deeper_than_an_action_explains_it():
    found = listed("## Actions\n\n- Zoe to order paint\n  - two tins of grey\n- Paul to sweep")
    assert found == [("Zoe to order paint", "Zoe"), ("Paul to sweep", "Paul")]


def test_a_list_parted_by_people():
    found = listed("## Actions\n\n**Anna Weir**\n\n- Order paint\n\n**Clerk**\n\n- Renew the lease")
    assert found == [("Order paint", "Anna Weir"), ("Renew the lease", "Clerk")]


def test_a_list_parted_by_how_actions_stand():
    found = minuted(
        "## Action items\n\n### New\n\n- Anna to order paint\n\n"
        "### Completed\n\n- Paul to renew the lease"
    )
    assert [(a.text, a.status) for a in found] == [
        ("Anna to order paint", None),
        ("Paul to renew the lease", "complete"),
    ]


@pytest.mark.parametrize(
    ("title", "status"),
    [("Outstanding actions", "open"), ("Completed actions", "complete"), ("New actions", None)],
)
def test_the_heading_of_a_list_says_how_its_actions_stand(title, status):
    (found,) = minuted(f"## {title}\n\n- Anna to order paint")
    assert (found.assignee_as_written, found.status) == ("Anna", status)


@pytest.mark.parametrize(
    ("entry", "status", "update"),
    [
        ("Anna to order paint. Done, it came on Monday.", "complete", "Done, it came on Monday."),
        ("Anna to order paint – on hold until May", "open", "on hold until May"),
        ("Anna to order paint. It was raining.", None, None),
    ],
)
def test_how_an_action_stands_is_told_behind_it(entry, status, update):
    (found,) = minuted(f"## Actions\n\n- {entry}")
    assert (found.status, found.update) == (status, update)


def test_actions_of_an_earlier_meeting_do_not_arise_at_this_one():
    found = minuted(
        "## Review of actions from the last meeting\n\n- Anna to order paint – done\n"
        "- Members talked of the weather"
    )
    assert [(a.text, a.status, a.arises_at) for a in found] == [
        ("Anna to order paint", "complete", None)
    ]


@pytest.mark.parametrize(
    ("entry", "text", "who", "due"),
    [
        ("@anna Order paint (due 2025-03-20)", "Order paint", "anna", date(2025, 3, 20)),
        ("Order paint @anna 2025-03-20", "Order paint", "anna", date(2025, 3, 20)),
        ("Order paint - Owner: Anna - Due: 20 March", "Order paint", "Anna", date(2025, 3, 20)),
        ("Order paint. (Anna)", "Order paint.", "Anna", None),
        ("Website: Anna to order paint", "Website: Anna to order paint", "Anna", None),
        ("Website: Anna look at it", "Website: Anna look at it", "Anna", None),
        (
            "Anna to order paint by the end of the month",
            "Anna to order paint by the end of the month",
            "Anna",
            date(2025, 3, 31),
        ),
        (
            "Anna to order paint within 14 days",
            "Anna to order paint within 14 days",
            "Anna",
            date(2025, 3, 18),
        ),
    ],
)
def test_an_entry_says_who_acts_and_by_when(entry, text, who, due):
    (found,) = minuted(f"## Action items\n\n- {entry}")
    assert (found.text, found.assignee_as_written, found.due) == (text, who, due)


def test_a_list_under_a_heading_that_says_what_its_actions_are_for():
    found = listed("## Actions to be taken before the regatta\n\n- Anna to order paint\n- Sweep")
    assert found == [("Anna to order paint", "Anna"), ("Sweep", None)]


def test_an_action_plan_that_is_only_talked_of():
    assert minuted("## Action points for the year\n\nThe plan was thought to be a good one.") == ()


def test_an_entry_held_by_initials_in_brackets():
    assert listed("## Actions\n\n- [AW, PS] Order paint") == [("Order paint", "AW, PS")]


def test_an_entry_struck_through_is_done():
    (found,) = minuted("## Action items\n\n- ~~Anna to order paint~~")
    assert (found.text, found.status) == ("Anna to order paint", "complete")


def test_numbered_action_points_on_lines_of_their_own():
    text = HEAD + "New action points:\n\nAP138 ZS to order paint\nAP139 PS to sweep the pier\n"
    found = extract(read_document(text.encode(), "paper.txt"), Councils.load()).actions
    assert [(a.number, a.text) for a in found] == [
        ("138", "ZS to order paint"),
        ("139", "PS to sweep the pier"),
    ]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Anna is going to ask the boatyard.", "Anna"),
        ("Clerk ask the county for a plan.", "Clerk"),
        ("Zoe, please ring the boatyard.", "Zoe"),
        ("CLLR BROOK / CLERK TO ARRANGE THE ORDER", "CLLR BROOK / CLERK"),
        ("A list of moorings would be emailed round by ZS.", "ZS"),
        ("Paul took an action to ring the boatyard.", "Paul"),
        ("An action was placed on Paul to ring the boatyard.", "Paul"),
        ("Anna said she'd bring the drill.", "Anna"),
        ("The plan went to Paul, who will print six copies.", "Paul"),
        ("The rail is bent (the fender also - Zoe to look at both).", "Zoe"),
        ("All to read the policy.", "All"),
        ("Members were asked to send their comments.", "Members"),
        ("The guidance would be issued to members.", None),
        ("Anna will be ringing the boatyard.", "Anna"),
        ("Anna will see about a new rail.", "Anna"),
        ("We will order a new rail.", "We"),
        ("The rail is to be repainted and the accounts are to be sent.", None),
        ("Pier Trust and School to share the boathouse.", "Pier Trust and School"),
    ],
)
def test_a_promise_in_other_words(sentence, who):
    found = minuted(f"Members looked at the rail. {sentence}")
    assert [(a.kind, a.text, a.assignee_as_written) for a in found] == [("promised", sentence, who)]


def test_somebody_named_only_in_passing_may_promise():
    found = minuted("Thanks went to Marigold for the cakes. Marigold will bring more in May.")
    assert whose(found) == [("Marigold will bring more in May.", "Marigold")]


def test_a_word_that_is_also_written_small_names_nobody():
    assert minuted("In May Parking was discussed; parking is dear. Parking will cost more.") == ()


def test_what_was_promised_behind_a_decision():
    found = minuted("**Agreed:** the rail be painted. Anna volunteered to buy the paint.")
    assert [(a.text, a.kind) for a in found] == [("Anna volunteered to buy the paint.", "promised")]


def test_a_list_of_tasks_with_two_colons():
    found = minuted("- TODO Anna :: Order paint\n- New TODO :: Anna to sweep the pier")
    assert [(a.text, a.assignee_as_written, a.status) for a in found] == [
        ("Order paint", "Anna", "open"),
        ("Anna to sweep the pier", "Anna", "open"),
    ]


def test_a_paper_that_is_a_list_of_actions_in_sentences():
    text = (
        "# Action items of 4 March 2025 Harbour Committee meeting\n\n## Pier\n\n"
        "ZS to order paint. The old paint was grey.\n\nA notice is to be sent out.\n"
    )
    found = extract(read_document(text.encode(), "paper.md"), Councils.load()).actions
    assert whose(found) == [
        ("ZS to order paint.", "ZS"),
        ("A notice is to be sent out.", None),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Clerk report: the accounts are in order.",
        "Anna put up the posters.",
        "The Clerk read out a letter.",
        "The school will open in September.",
        "Highways will look at the junction.",
        "The Clerk will be on leave next week.",
        "It was hoped that Paul would speak.",
        "If the grant is refused the Clerk will apply again.",
        "Zoe suggested that the Clerk write to the planners.",
        "Paul offered to help.",
        "Zoe has agreed to carry on as treasurer.",
        "The regatta will take place in June.",
        "Best to ask the boatyard.",
    ],
)
def test_words_that_only_look_like_a_promise(sentence):
    assert minuted(f"Members looked at the rail. {sentence}") == ()


def test_an_endless_sentence_is_searched_for_no_promise():
    started = perf_counter()
    assert minuted("if Anna will " * 3_000) == ()
    assert perf_counter() - started < 5


def test_a_list_of_actions_below_all_headings_is_no_list_of_items():
    text = HEAD.replace("## 1 ", "## ").replace("## 2 ", "## ") + (
        "## Winch\n\nThe winch is rusty.\n\n## Actions\n\n1. Zoe Salt: Ring the boatyard.\n\n"
        "2. Anna Weir: Price a winch.\n\n### 3. Paul Stone:\n\nPrice a winch.\n"
    )
    facts = extract(read_document(text.encode(), "paper.md"), Councils.load())
    assert [item.title for item in facts.items] == ["Moorings", "Slipway", "Winch"]
    assert whose(facts.actions) == [
        ("Ring the boatyard.", "Zoe Salt"),
        ("Price a winch.", "Anna Weir"),
        ("Price a winch.", "Paul Stone"),
    ]


def test_a_last_column_without_a_head_says_by_whom():
    found = listed(
        "| Quay crane still rusty | Action ZS |\n|---|---|\n"
        "| The rail will be painted. | Action PS |\n| The tide was out. | |\n"
    )
    assert found == [("Quay crane still rusty", "ZS"), ("The rail will be painted.", "PS")]


def test_a_summary_of_actions_names_who_meets_whom():
    found = listed(
        "Summary of actions agreed at the meeting.\n\n1. PS meet with ZS to price the rail.\n\n"
        "2. Zoe Salt email the boatyard.\n\n3. Next meeting 4 May 2025 at the pier.\n"
    )
    assert found == [
        ("PS meet with ZS to price the rail.", "PS"),
        ("Zoe Salt email the boatyard.", "Zoe Salt"),
    ]


def test_next_steps_are_actions_where_each_of_them_orders_something() -> None:
    assert listed("## Next steps\n\n- Order the rail\n- Write to the boatyard\n") == [
        ("Order the rail", None),
        ("Write to the boatyard", None),
    ]
    assert listed("## Next steps\n\n- Order the rail\n- The rail is rusty\n") == []


def test_initials_behind_the_word_action_say_who_acts() -> None:
    assert listed("ACTION ZS: order the rail.\n") == [("order the rail.", "ZS")]


def test_a_heading_of_business_to_act_on_heads_no_list_of_tasks():
    words = "1. The rail on the ramp\n\n- Jane Brook asked what a rail costs.\n"
    assert listed(f"## 3 DISCUSSION AND ACTION ITEMS: NEW BUSINESS\n\n{words}") == []
    assert listed(f"## 3 ACTION ITEMS\n\n{words}") != []


def test_tasks_below_what_was_resolved_begin_with_who_acts() -> None:
    tasks = (
        "- Jane Brook: Look for a new rail\n- Zoe/Paul: Sort out the keys.\n"
        "- Anna: Survey the slip this month."
    )
    assert listed(f"## 3 Rail\n\n- It is loose.\n\n**Resolved**\n\n{tasks}\n") == [
        ("Look for a new rail", "Jane Brook"),
        ("Sort out the keys.", "Zoe/Paul"),
        ("Survey the slip this month.", "Anna"),
    ]
    found = minuted(f"## 3 Rail\n\n- It is loose.\n\n**Resolved**\n\n{tasks}\n")
    assert {one.status for one in found} == {None}
    matters = "- Accounts: The bill was paid.\n- Rail: A new one was bought.\n"
    assert listed(f"## 3 Rail\n\n- It is loose.\n\n**Resolved**\n\n{matters}\n") == []


def test_next_steps_may_have_deeper_points_that_order_nothing() -> None:
    steps = "- Next steps:\n    - Sign the lease\n    - Update the map:\n        - New berths\n"
    found = [text for text, _ in listed(f"## 3 Lease\n\n- The lease is due.\n\n{steps}\n")]
    assert found[:2] == ["Sign the lease", "Update the map:"]


def test_a_todo_list_below_an_agenda_orders_tasks() -> None:
    text = (
        "# Tide Club 4 March 2025\n\n**Present**:\nAnn Lowe, Ben Tarn, Cara Voss.\n\n"
        "**Agenda**:\n\n- Paint\n- Ropes\n- Lamps\n\n"
        "**TODO**:\n\n- Update the chart\n- Ben will buy rope.\n- Get more paint.\n"
    )
    found = extract(read_document(text.encode(), "paper.md"), Councils.load()).actions
    assert [one.text for one in found] == [
        "Update the chart",
        "Ben will buy rope.",
        "Get more paint.",
    ]


def test_an_action_behind_the_word_done_is_complete() -> None:
    text = f"{HEAD}## 3 Actions\n\n- DONE Zoe Salt to order the rail\n- AI Paul Stone to paint it\n"
    facts = extract(read_document(text.encode(), "paper.md"), Councils.load())
    assert [(one.text, one.status) for one in facts.actions] == [
        ("Zoe Salt to order the rail", "complete"),
        ("AI Paul Stone to paint it", None),
    ]


def test_tasks_given_to_people_who_are_called_by_name() -> None:
    text = (
        "## Action Items\n\n- Zoe: Paint the rail\n- Paul:\n  - Mend the rope\n"
        "  - Write to the yard\n- Anna, price the lamps\n- Jane, ask the yard for buoys\n"
    )
    assert listed(text) == [
        ("Paint the rail", "Zoe"),
        ("Mend the rope", "Paul"),
        ("Write to the yard", "Paul"),
        ("price the lamps", "Anna"),
        ("ask the yard for buoys", "Jane"),
    ]
