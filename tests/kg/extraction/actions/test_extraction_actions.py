"""Actions of invented minutes, lists and logs, each as a careful reader would state it."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.extraction.actions.words import Actors, said
from kg.extraction.extract import extract
from kg.facts import Action
from kg.reading.read import read_document
from kg.reference import Councils

HEAD = """# Minutes of the Harbour Committee

Harbour Committee

Tuesday, 4 March 2025

Present: Jane Brook (Chair), Zoe Salt, Paul Stone, Anna Weir

In attendance: Tom Reed (Clerk)

## 1 Slipway repairs

"""


SENTENCES = tomllib.loads(Path(__file__).with_name("promised_sentences.toml").read_text("utf-8"))


def actions_of(text: str, name: str = "paper.md") -> tuple[Action, ...]:
    return extract(read_document(text.encode(), name), Councils.load()).actions


def minuted(text: str) -> tuple[Action, ...]:
    return actions_of(HEAD + text)


def told(found: tuple[Action, ...]) -> list[tuple[str, str | None]]:
    return [(action.text, action.assignee_as_written) for action in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rail is loose.\n\n**Action:** Clerk to write to the harbour master.",
            [("Clerk to write to the harbour master.", "Clerk")],
        ),
        (
            "The rail is loose.\n\nAction – ZS to write to the harbour master",
            [("ZS to write to the harbour master", "ZS")],
        ),
        (
            "The rail is loose.\n\nACTION: ZS to write to the harbour master.",
            [("ZS to write to the harbour master.", "ZS")],
        ),
        (
            "The rail is loose. A new one will be priced before the spring tides.\n\nACTION: JB",
            [("A new one will be priced before the spring tides.", "JB")],
        ),
        (
            "The rail is loose. Three quotes to be obtained for a new one. ACTION: Clerk",
            [("Three quotes to be obtained for a new one.", "Clerk")],
        ),
        (
            "The rail is loose. A price for a new one is needed. [Action: PS]",
            [("A price for a new one is needed.", "PS")],
        ),
        (
            "The rail is loose. Report the fault to the county (SB to action).",
            [("Report the fault to the county", "SB")],
        ),
        (
            "The rail is loose. A new one was to be priced. ACTION CLERK",
            [("A new one was to be priced.", "CLERK")],
        ),
        (
            "The rail is loose. A new one was to be priced. Clerk to action.",
            [("A new one was to be priced.", "Clerk")],
        ),
        (
            "Action: The rail was thought to be loose. Paul Stone will look at it.",
            [("The rail was thought to be loose. Paul Stone will look at it.", "Paul Stone")],
        ),
        (
            "The rail is loose. Clerk to obtain three quotes. It was wet.",
            [("Clerk to obtain three quotes.", "Clerk")],
        ),
        (
            "Action 1: Paul Stone to draw a plan of the slipway.\n\nAction 2: Clerk to print it.",
            [
                ("Paul Stone to draw a plan of the slipway.", "Paul Stone"),
                ("Clerk to print it.", "Clerk"),
            ],
        ),
        (
            "Actions\n\n- Anna to ring the boatyard\n- Tom and Zoe to measure the rail",
            [
                ("Anna to ring the boatyard", "Anna"),
                ("Tom and Zoe to measure the rail", "Tom and Zoe"),
            ],
        ),
        (
            "Action Points\n\n- Order paint (Anna, by 12 March)\n- Paint the rail (PS)",
            [("Order paint", "Anna"), ("Paint the rail", "PS")],
        ),
        (
            "Action items:\n\n- Zoe Salt: price a new rail\n- Clerk – renew the insurance",
            [("price a new rail", "Zoe Salt"), ("renew the insurance", "Clerk")],
        ),
        (
            "Notes.\n\n- ACTION (PS): Price a rail\n- ACTION (all): Read the tide tables",
            [("Price a rail", "PS"), ("Read the tide tables", "all")],
        ),
        (
            "- ZS will ask the divers about the rail Action: ZS",
            [("ZS will ask the divers about the rail", "ZS")],
        ),
        (
            "|Job|Action|\n|-|-|\n| Rail | Zoe to price it. Tom to paint it Tom will buy it |",
            [
                ("Zoe to price it.", "Zoe"),
                ("Tom to paint it", "Tom"),
                ("Tom will buy it", "Tom"),
            ],
        ),
        (
            "The rail is loose and ZS is to tell the county.Action 2.01: ZS",
            [("The rail is loose and ZS is to tell the county.", "ZS")],
        ),
        (
            "- [ ] Anna to book the hall\n- [x] Tom to pay the electricity bill",
            [
                ("Anna to book the hall", "Anna"),
                ("Tom to pay the electricity bill", "Tom"),
            ],
        ),
    ],
)
def test_an_action_that_is_marked_as_one(text, expected):
    found = minuted(text)
    assert told(found) == expected


@pytest.mark.parametrize(("sentence", "who"), SENTENCES["promises"])
def test_a_promise_in_discussion(sentence, who):
    found = minuted(f"Members looked at the rail. {sentence} The tide was out.")
    assert [(a.kind, a.text, a.assignee_as_written) for a in found] == [
        ("promised", sentence, who or None)
    ]


@pytest.mark.parametrize("sentence", SENTENCES["talk"])
def test_running_text_that_promises_nothing(sentence):
    assert minuted(f"Members looked at the rail. {sentence} The tide was out.") == ()


def test_a_deadline_in_brackets_and_one_in_words():
    first, second = minuted(
        "Action Points\n\n- Order paint (Anna, by 12 March)\n"
        "- Clerk to renew the insurance by the end of April 2025"
    )
    assert (first.due_as_written, first.due) == ("by 12 March", date(2025, 3, 12))
    assert (second.due_as_written, second.due) == ("the end of April 2025", date(2025, 4, 30))


@pytest.mark.parametrize("label", ["ACTION: ", "Action Points\n\n- "])
def test_a_deadline_that_moved_keeps_the_one_before(label):
    (found,) = minuted(
        f"{label}Clerk to paint the rail by end of May 25 (moved from end of February 25)"
    )
    assert found.due_as_written == "end of May 25 (moved from end of February 25)"
    assert (found.due, found.previous_due) == (date(2025, 5, 31), (date(2025, 2, 28),))


def test_a_numbered_action_keeps_its_number():
    found = minuted(
        "Action 1: Paul Stone to draw a plan.\nDue: May 2025\n\nAction 2: Anna to print it."
    )
    assert [(a.number, a.due_as_written) for a in found] == [("1", "May 2025"), ("2", None)]


def test_a_checklist_says_what_is_done():
    found = minuted("- [ ] Anna to book the hall\n- [x] Tom to pay the electricity bill")
    assert [a.status for a in found] == ["open", "complete"]


@pytest.mark.parametrize(
    ("entry", "text", "who", "due", "status"),
    [
        ("Measure the pier (PS) – DONE", "Measure the pier", "PS", None, "complete"),
        ("Order sand [Ongoing]", "Order sand", None, None, "open"),
        ("Renew the insurance (Clerk, asap)", "Renew the insurance", "Clerk", "asap", None),
        ("Paint the rail - Zoe", "Paint the rail", "Zoe", None, None),
        ("**Anna** to book the hall", "Anna to book the hall", "Anna", None, None),
        (
            "Jane Brook/Clerk to visit the site before the next meeting",
            "Jane Brook/Clerk to visit the site before the next meeting",
            "Jane Brook/Clerk",
            "the next meeting",
            None,
        ),
        ("Buy paint (two tins of grey)", "Buy paint (two tins of grey)", None, None, None),
        ("Visit the co-op", "Visit the co-op", None, None, None),
    ],
)
def test_an_entry_of_a_list_with_what_stands_behind_it(entry, text, who, due, status):
    (found,) = minuted(f"## Actions\n\n- {entry}")
    assert (found.text, found.assignee_as_written, found.due_as_written, found.status) == (
        text,
        who,
        due,
        status,
    )


def test_owner_and_deadline_on_lines_of_their_own():
    (found,) = minuted("- **Action:** Book the hall\n- **Owner:** Anna\n- **Due Date:** 2025-03-12")
    assert (found.text, found.assignee_as_written, found.due) == (
        "Book the hall",
        "Anna",
        date(2025, 3, 12),
    )


@pytest.mark.parametrize("text", ["Action: None", "Actions: none arising.", "ACTION: Clerk"])
def test_a_label_with_nothing_to_do(text):
    assert minuted(text) == ()


@pytest.mark.parametrize(
    ("after", "status"),
    [
        ("This has been completed.", "complete"),
        ("This had not been done.", "open"),
        ("Ongoing.", "open"),
        ("The tide was out.", None),
    ],
)
def test_the_next_sentence_says_what_became_of_a_promise(after, status):
    (found,) = minuted(f"Tom agreed to pay the electricity bill. {after}")
    assert (found.text, found.status) == ("Tom agreed to pay the electricity bill.", status)


def test_a_list_of_people_with_boxes_is_no_list_of_actions():
    assert minuted("- [x] Anna Weir\n- [ ] Paul Stone") == ()


def test_names_behind_what_is_to_be_done_where_minutes_write_them_so():
    found = minuted(
        "The survey of the pier was still going on. Clerk\n\n"
        "Paul Stone was looking for a painter. Mr. P. Stone\n\n"
        "The tide tables were noted.\n\nThe meeting was closed at nine. Chair"
    )
    assert told(found) == [
        ("The survey of the pier was still going on.", "Clerk"),
        ("Paul Stone was looking for a painter.", "Mr. P. Stone"),
    ]


def test_people_in_a_list_are_not_beside_one_another():
    people = "- Anna Weir (Pier Trust) by video link\n- Paul Stone (Pier Trust)\n"
    found = actions_of(HEAD.replace("Present:", f"Attendees\n\n{people * 2}\n\nPresent:"))
    assert found == ()


def test_initials_beside_the_text_of_minutes():
    table = (
        "| Item | Minutes | Action |\n|---|---|---|\n"
        "| 2 | The rail is loose. Three quotes will be sought for a new one. | JB |\n"
        "| 3 | The tide tables were noted. | |\n"
        "| 4 | The lamp is out. | Clerk to ring the electrician |\n"
    )
    assert told(minuted(table)) == [
        ("Three quotes will be sought for a new one.", "JB"),
        ("Clerk to ring the electrician", "Clerk"),
    ]


def test_one_name_beside_the_text_is_enough_in_a_column_headed_action():
    table = (
        "| Item | Minutes | Action |\n|---|---|---|\n"
        "| 2 | Lamps | |\n| | The lamp is out. A new one would be bought. | Clerk |\n"
    )
    assert told(minuted(table)) == [("A new one would be bought.", "Clerk")]


def test_a_table_of_who_does_what_by_when():
    table = (
        "| Action | Who | When |\n|---|---|---|\n"
        "| Paint the rail | Anna | 12 March |\n| Renew the insurance | Clerk | End of April |\n"
    )
    found = minuted(table)
    assert told(found) == [("Paint the rail", "Anna"), ("Renew the insurance", "Clerk")]
    assert [a.due for a in found] == [date(2025, 3, 12), date(2025, 4, 30)]


LOG = """# Harbour Committee action log

| Ref | Date raised | Action | Owner | Due | RAG | Update |
|---|---|---|---|---|---|---|
| A1 | 04/02/2025 | Paint the rail | Anna | May 25 (moved from March 25) | Green | Paint bought. |
| A2 | 04/02/2025 | Renew the insurance | Clerk | June | Closed | Renewed. |
| A3 | 04/03/2025 | Measure the slipway | PS | 23-Mar | Amber | |
|  |  | and the pier | | | | |
"""


def test_a_log_gives_number_owner_due_and_status():
    found = actions_of(LOG)
    assert [(a.number, a.assignee_as_written, a.due, a.status, a.update) for a in found] == [
        ("A1", "Anna", date(2025, 5, 31), "open", "Paint bought."),
        ("A2", "Clerk", date(2025, 6, 30), "complete", "Renewed."),
        ("A3", "PS", date(2025, 3, 23), "open", None),
    ]
    assert found[0].previous_due == (date(2025, 3, 31),)


def test_a_row_that_goes_on_in_the_next_is_one_action():
    assert actions_of(LOG)[2].text == "Measure the slipway and the pier"


def test_a_log_says_at_which_meeting_each_action_was_given():
    found = actions_of(LOG)
    assert [a.arises_at and (a.arises_at.board, a.arises_at.date) for a in found] == [
        ("Harbour Committee", date(2025, 2, 4)),
        ("Harbour Committee", date(2025, 2, 4)),
        ("Harbour Committee", date(2025, 3, 4)),
    ]


@given(st.text("Aa to(),.:;–-\n[x]by JB"))
@example(":[;:)")
@example("[AA]")
def test_an_action_is_told_within_the_words_of_its_entry(text):
    found = said(text, "", Actors())
    assert 0 <= found.start <= len(text)
    assert found.end <= len(text)
    own = text[found.start : found.end]
    assert own == own.rstrip()
    assert bool(own) or not text.strip()


@pytest.mark.parametrize(
    ("due", "day"), [("6/4/25", date(2025, 6, 4)), ("4/20/2025", date(2025, 4, 20))]
)
def test_a_paper_with_months_first_sets_its_deadlines_so(due: str, day: date) -> None:
    head = HEAD.replace("Tuesday, 4 March 2025", "March 4, 2025")
    (found,) = actions_of(f"{head}Tom Reed will email the county by {due}.\n")
    assert found.due == day


@pytest.mark.parametrize(
    "text", ["Action — Zoe: mend the rail", "-> Zoe: mend the rail", "* Zoe — mend the rail"]
)
def test_a_name_behind_a_sign_or_before_a_dash_is_to_act(text: str) -> None:
    (found,) = minuted(f"The rail is loose.\n\n{text}\n")
    assert found.assignee_as_written == "Zoe"
    assert found.text.endswith("mend the rail")


def test_what_an_action_tells_as_decided_is_no_task() -> None:
    assert not minuted("ACTION: The slipway was closed and the plan was approved.\n")
