"""Actions of an earlier meeting, each with a bullet below it that says how it stands."""

from tests.support.read_papers import facts_of

PAPER = """# Marle Transparency Panel

Minutes of the meeting held on 4 October 2023

**Present:** Ann Lowe, Ben Tarn, Cara Voss

## 1. Actions of the last meeting

The actions of the meeting in August were gone through.

**Action 1:** Ann Lowe to send the terms of reference to the panel.

- **Complete.**

**Action 2:** Ben Tarn to write an article on the weir.

- **Not complete**. However, Ben has asked the paper for a page in its next issue.

**Action 4:** Secretariat to write to the millers.

- **Complete**. No answer had come from them.

## 2. Membership

The panel talked of who else might join it.

**Action 1**: Secretariat to ask Dora Holm whether she would join.
"""


def test_a_bullet_below_an_action_says_how_it_stands() -> None:
    found = facts_of(PAPER, "panel.md").actions
    assert [(one.text.split(" to ")[0], one.status) for one in found] == [
        ("Ann Lowe", "complete"),
        ("Ben Tarn", "open"),
        ("Secretariat", "complete"),
        ("Secretariat", None),
    ]


def test_only_an_action_that_nothing_answers_is_new() -> None:
    found = facts_of(PAPER, "panel.md").actions
    assert [one.arises_at is not None for one in found] == [False, False, False, True]


TALK = """# Marle Transparency Panel

Minutes of the meeting held on 4 October 2023

**Present:** Ann Lowe (AL), Ben Tarn (BT), Cara Voss (CV)

### Review of open action items

**AL:** The plan has been well received.
**BT:** I like the plan. Can we publish it?
**CV:** Who would read it?
**AL:** I think the millers would.
**BT:** The roadblock is the weir.

### New action items

**AL:** Send the plan to the millers.
**BT, CV:** Ask who would read it.
"""


def test_what_people_say_in_turn_gives_no_tasks() -> None:
    found = facts_of(TALK, "panel.md").actions
    assert [one.text for one in found] == [
        "Send the plan to the millers.",
        "Ask who would read it.",
    ]
