"""Notes of clubs and societies: agendas over notes, purposes, addresses with days in them."""

from datetime import date

from kg.facts import Facts
from tests.support.read_papers import facts_of

NOTES = """---
title: "2021-05-04 Board Meeting"
date: 2021-05-04
---
## Agenda

- Approval of minutes: https://kites.example/minutes/board-2021-04-06/
- Workshop: https://kites.example/2021-06-19-workshop/

## Notes

### Approval of minutes
- Notes approved

### Workshop
- Do we want two links?
- DECISION: Only one link
    - Ann finished the page
    - Ben likes the old one
- DECISION: We can send the call this week

### Kites
- In the meantime, we agreed on trying paper kites.
- As the requested kite does not fly, we agreed that it can be sold.
"""


def notes() -> Facts:
    return facts_of(NOTES, "a.md")


def test_headings_under_notes_below_an_agenda_are_its_items() -> None:
    assert [one.title for one in notes().items] == ["Approval of minutes", "Workshop", "Kites"]


def test_the_address_of_a_page_gives_no_day_where_a_title_does() -> None:
    meeting = notes().meeting
    assert meeting is not None and meeting.date == date(2021, 5, 4)


def test_an_address_gives_the_day_where_nothing_else_does() -> None:
    text = "## Public Board Meeting\n\nPresent: Ann Lowe, Ben Tarn\n"
    text += "\nAgenda: https://kites.example/2019/07/23/agenda/\n\n### Kites\n\nAll well.\n"
    meeting = facts_of(text, "a.md").meeting
    assert meeting is not None and meeting.date == date(2019, 7, 23)


def test_points_below_a_labelled_decision_are_none() -> None:
    told = [(one.verb, one.text) for one in notes().decisions]
    assert told == [
        ("approved", "Notes approved"),
        ("agreed", "Only one link"),
        ("agreed", "We can send the call this week"),
        ("agreed", "In the meantime, we agreed on trying paper kites."),
        ("agreed", "As the requested kite does not fly, we agreed that it can be sold."),
    ]


def test_minutes_that_open_with_the_purpose_of_a_meeting_are_no_report() -> None:
    text = (
        "## Purpose\n\nFrom the OxKite Bylaws: the members shall elect a board.\n\n"
        "## Time\n\nMarch 12, 2013\n\nMembers Present: Ann Lowe, Ben Tarn\n\n"
        "## Board of Directors Elections\n\nOxKite needs a chair. Ann Lowe was elected chair.\n"
    )
    facts = facts_of(text, "a.md")
    assert [one.person.name for one in facts.attendance] == ["Ann Lowe", "Ben Tarn"]
    assert facts.meeting is not None and facts.meeting.board == "OxKite"
    assert [one.text for one in facts.decisions] == ["Ann Lowe was elected chair."]


def test_a_club_without_a_name_is_what_its_paper_calls_it_once() -> None:
    text = (
        "---\ntitle: Meeting 8\ndate: 2021-05-01\n---\n# Attending\n\n- Ann Lowe, President\n\n"
        "# Resolved\n\n- Ben Tarn shall be treasurer of the Kite Flying Club\n"
        "- Members join the club. The club meets on Saturdays.\n"
    )
    meeting = facts_of(text, "a.md").meeting
    assert meeting is not None and meeting.board == "Kite Flying Club"


def test_a_title_names_the_owner_of_a_board_before_a_colon() -> None:
    text = "# Kite Flying Club: Board Meeting Agenda\n\nDate: 24-7-2024\n\n1. Kites\n2. Strings\n"
    meeting = facts_of(text, "a.md").meeting
    assert meeting is not None and meeting.board == "Kite Flying Club Board"


def test_what_a_page_holds_beside_minutes_is_no_body() -> None:
    page = (
        "<html><head><title>Meeting Minutes &amp; Club Records | Marle Chess Club</title></head>"
        "<body><h2>Meeting Minutes</h2><h3>Committee Meeting (03/12/2024)</h3>"
        "<p>Present: Ann Lowe, Ben Tarn</p><ol><li>Boards:<ul><li>It was agreed to buy one."
        "</li></ul></li></ol></body></html>"
    )
    meeting = facts_of(page, "a.html").meeting
    assert meeting is not None and meeting.board == "Marle Chess Club Committee"


ROLL = """<html><head><title>OXC</title></head><body>
<h3>OXC Meeting Agenda for Wednesday, March 16th, 2011 at 5:00 PM in Hall 2</h3>
<ol><li>CALL TO ORDER</li><ol><li>President: Not here</li><li>Treasurer: Here</li>
<li>Secretary: Here</li></ol><li>ROLL CALL<ol><li>Approval of Agenda</li></ol></li>
<li>BUSINESS<ol><li>Kite Report</li><li>New Strings</li></ol></li><li>ADJOURNMENT</li></ol>
</body></html>"""


def test_the_title_of_an_agenda_may_give_the_hour_and_a_roll_is_no_item() -> None:
    facts = facts_of(ROLL, "a.html")
    assert facts.meeting is not None and facts.meeting.date == date(2011, 3, 16)
    assert [f"{one.number} {one.title}" for one in facts.items] == [
        "1 CALL TO ORDER",
        "2 ROLL CALL",
        "2.1 Approval of Agenda",
        "3 BUSINESS",
        "3.1 Kite Report",
        "3.2 New Strings",
        "4 ADJOURNMENT",
    ]


def test_the_number_of_a_paper_beside_an_item_is_no_part_of_its_title() -> None:
    text = (
        "# Kite Flying Club: Board Meeting Agenda\n\nDate: 24-7-2024\n\n## New Business\n"
        "|Agenda Item|Document No.|Information|\n|-|-|-|\n"
        "|[DC-0]|[K24.006](a.md)|Training of new fliers|\n"
        "|[DC-1]|[K24.007](b.md)|Longer meetings|\n|[DC-2]|[K24.008](c.md)|New kites|\n"
    )
    assert [(one.number, one.title) for one in facts_of(text, "a.md").items] == [
        ("DC-0", "Training of new fliers"),
        ("DC-1", "Longer meetings"),
        ("DC-2", "New kites"),
    ]


STATED = """---
title: Minutes of Directors' meeting
date: 2017-11-09 19:20
directors:
- Ann Lowe
- Ben Tarn
- Cara Voss
apologies:
  - Dan Penn (the Company Secretary)
---

## Offer of a kite

**The Directors decided** that a kite was not needed.

## Strings

Ann spoke.

**The Directors resolved by ordinary resolution** to buy a string.
"""


def test_lists_of_people_above_a_text_are_lists_of_their_own() -> None:
    came = [(one.person.name, one.status) for one in facts_of(STATED, "a.md").attendance]
    assert came == [
        ("Ann Lowe", "present"),
        ("Ben Tarn", "present"),
        ("Cara Voss", "present"),
        ("Dan Penn", "apologies"),
    ]


def test_who_decided_in_bold_is_no_title() -> None:
    facts = facts_of(STATED, "a.md")
    assert [one.title for one in facts.items] == ["Offer of a kite", "Strings"]
    assert [(one.item, one.text) for one in facts.decisions] == [
        ("Offer of a kite", "The Directors decided that a kite was not needed."),
        ("Strings", "The Directors resolved by ordinary resolution to buy a string."),
    ]


def test_a_season_is_no_body() -> None:
    text = (
        "+++\ntitle = '2nd Summer 2024 Meeting'\ndate = 2024-05-13\n+++\n\n# Attendance\n"
        "- Ann Lowe\n- Ben Tarn\n\n# Kites\nOur club has kites. The club agreed to buy one.\n"
    )
    meeting = facts_of(text, "a.md").meeting
    assert meeting is not None and meeting.board == "Club"


MOTIONS = """# Kite Club AGM Minutes 2021-05-04

## Agenda

1. To confirm the minutes of the previous AGM
2. To receive and consider
    1. the report on kites of the year before
    2. the figures of the club for the year before
3. Set the number of committee members
4. To confirm or vary the fees of the club

## Setup

Present:

- Ann Lowe
- Ben Tarn

## Minutes

### Set the number of committee members

| Motion Text | Moved by | Seconded by | Status |
| --- | --- | --- | --- |
| Set the number of members to ten | Ann Lowe | Ben Tarn | Accepted |

### Fees

To confirm or vary the fees of the club.

| Motion Text | Moved by | Seconded by | Status |
| --- | --- | --- | --- |
| Keep the fees as they are | Ann Lowe | Ben Tarn | Accepted |

Rule 11 carried
"""


def test_a_table_of_motions_holds_no_people() -> None:
    came = [one.person.name for one in facts_of(MOTIONS, "a.md").attendance]
    assert came == ["Ann Lowe", "Ben Tarn"]


def test_decisions_are_of_the_headings_below_minutes_and_not_of_the_agenda_above() -> None:
    told = [(one.item, one.verb) for one in facts_of(MOTIONS, "a.md").decisions]
    assert told == [("3", "accepted"), ("4", "accepted"), ("4", "carried")]


def test_the_title_of_an_item_said_again_gives_nobody_an_action() -> None:
    assert not facts_of(MOTIONS, "a.md").actions


def test_a_bullet_that_says_no_update_heads_no_agenda() -> None:
    text = (
        "# KITE CLUB BOARD MEETING MINUTES FOR 2021-05-04\n\n- Reports\n  - Kites\n"
        "    - No update\n    - Strings still not cut\n- Website\n  - No update\n"
        "- Fairs\n  - No Contact\n    - These are far away\n"
    )
    items = facts_of(text, "a.md").items
    assert [one.title for one in items] == ["Reports", "Website", "Fairs"]


def test_few_headings_over_bullets_are_items_where_some_are_usual() -> None:
    text = (
        "# Kite Club Meeting Agenda for 2021-5-4\n\n## Roll\n\n## Correspondence\n\n"
        "## New Business\n * Talk of kites.\n * Strings:\n   - Cut them.\n\n"
        "## Old Business\n * Talk of fairs.\n"
    )
    titles = [one.title for one in facts_of(text, "a.md").items]
    assert {"Roll", "Correspondence", "New Business", "Old Business"} <= set(titles)


RADIO = """---
title: Minutes of the Regular Monthly Meeting on May 4th, 2021
---
The meeting was held over the internet via a video conference.
The following people were present:

| Name | Call Sign | Position |
|------|-----------|----------|
| Ann Lowe | XY1AB | President |
| Robert Tarn | XY2CD | Member |

### Old Business
- Bob (XY2CD) will measure the kites. He will report back on the winds.
- Consequently, Ann (XY1AB) must find a string for the Marle Club.
- The Club has one string. The Club flies kites for the Marle Club.

### Job list
- Ann pointed out that Bob had many jobs.
- It was agreed that Ann shall contact the school.
"""


def test_a_meeting_held_over_the_internet_defers_nothing() -> None:
    assert [one.verb for one in facts_of(RADIO, "a.md").decisions] == ["agreed"]


def test_who_promises_may_have_a_call_sign_behind_the_name() -> None:
    told = [(one.assignee_as_written, one.text[:12]) for one in facts_of(RADIO, "a.md").actions]
    assert told == [
        ("Bob", "Bob (XY2CD) "),
        ("Bob", "He will repo"),
        ("Ann", "Consequently"),
        ("Ann", "It was agree"),
    ]


def test_another_club_of_which_nobody_is_gives_no_name() -> None:
    meeting = facts_of(RADIO, "a.md").meeting
    assert meeting is not None and meeting.board == "Club"


def test_we_is_no_body() -> None:
    text = (
        "+++\ntitle = 'Term 2 Week 3 Exec Meeting Minutes'\ndate = 2021-05-04\n+++\n\n"
        "We held an Exec Meeting, to talk of kites - here are the minutes.\n\n"
        "Present: Ann, Ben, Cara\n\n### KITES:\n\n- They flew well.\n"
    )
    meeting = facts_of(text, "a.md").meeting
    assert meeting is not None and meeting.board == "Exec"


TABLED = """## July 25, 2016 Meeting Minutes

A meeting of the **Marle Kite Club** at **80.10.03** on **July 25, 2016**

### Members In Attendance

Ann, Ben, Cara

### Agenda Items

| Item | Item Description |
|---|---|
| 1. Chair's Report | <ul><li>Talk of kites</li><li>The strings are old</li></ul> |
| 2. Purpose of the club | Members discussed the purpose of the club: kites, string, wind |
| 3. Kites | <ul><li><strong>Action:</strong> Ann to buy a kite</li></ul> |
"""


def test_a_table_of_items_with_lists_in_its_cells_is_read_as_minutes() -> None:
    facts = facts_of(TABLED, "a.md")
    assert [(one.number, one.title) for one in facts.items] == [
        ("1", "Chair's Report"),
        ("2", "Purpose of the club"),
        ("3", "Kites"),
    ]
    assert [(one.assignee_as_written, one.text) for one in facts.actions] == [
        ("Ann", "Ann to buy a kite")
    ]


def test_a_meeting_of_a_body_at_a_place_on_a_day_names_the_body() -> None:
    meeting = facts_of(TABLED, "a.md").meeting
    assert meeting is not None and meeting.board == "Marle Kite Club"


def test_an_adverb_before_a_name_is_none_of_it() -> None:
    text = TABLED + "\n### Winds\n\nAdditionally Ben will measure the winds.\n"
    assert facts_of(text, "a.md").actions[-1].assignee_as_written == "Ben"
