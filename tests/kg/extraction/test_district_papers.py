"""Minutes as the clerks of districts with a board of directors write them."""

from datetime import date

from kg.facts import Facts
from tests.support.read_papers import facts_of

HEAD = """![Marle Valley Water District](https://marle.example/sign.png)

# AGENDA ITEM III.1
## Regular Board Meeting
### Approved Minutes
#### March 4, 2019

**District Attendees**
Ann Lowe - Board President
Ben Tarn - Board Member

**Absent**

---

## AGENDA ITEMS

### I. CALL TO ORDER
- President Lowe called the meeting to order at 6:30 p.m.

# II. ACTION ITEMS: OLD BUSINESS

1. **Update on the weir at Tarn Mill**
   - Director Tarn said that the weir leaks.

2. **Discussion and possible action on the proposed budget for 2020**
   - General Manager Voss spoke about the budget.

   Director Tarn moved to adopt the budget as presented.

   Director Lowe seconded the motion.

   Motion carried.

# III. ADJOURNMENT

President Lowe adjourned the meeting at 9 p.m.

The Board approved the preceding minutes on April 8, 2019
"""

SUMMARY = """**Marle Fire District**
12 Mill Lane, Marle

**ACTION SUMMARY MINUTES – REGULAR MEETING**
**BOARD OF DIRECTORS**
**MARLE FIRE DISTRICT**
Thursday, May 9, 2019

**CALL TO ORDER**
The meeting was called to order at 6 pm. Board members present: Lowe, Tarn and Voss.

**CONSENT ITEMS**
**Action:** Moved by Lowe, seconded by Tarn, and carried unanimously to adopt the list as follows:

1. **Ambulance Fees**
   **Recommendation:** Adopt a resolution on the fees.
   **Action:** Adopted Resolution No. 2019-022.

2. **Lease of a Yard**
   **Recommendation:** Approve the lease.
   **Action:** Approved the lease.

**ACTION ITEMS**
1. **Contract for the Helicopter**
   **Recommendation:** Authorize the Chief to sign the contract.
   **Action:** Moved by Voss, seconded by Tarn, and carried unanimously to authorize the contract.

After the closed session the Board met again.
""".replace("\n", "  \n")


def regular() -> Facts:
    """What is read from minutes whose district stands only in the words of a picture."""
    return facts_of(HEAD, "minutes.md")


def summary() -> Facts:
    """What is read from minutes that say behind "Action:" what was done."""
    return facts_of(SUMMARY, "summary.md")


def test_a_picture_names_the_district_and_approved_minutes_have_the_day_below_them() -> None:
    meeting = regular().meeting
    assert meeting is not None
    assert (meeting.board, meeting.date) == (
        "Marle Valley Water District Board",
        date(2019, 3, 4),
    )


def test_what_a_picture_shows_beside_text_names_nobody() -> None:
    shown = HEAD.replace("![Marle Valley Water District]", "See ![Marle Valley Water District]")
    meeting = facts_of(shown, "minutes.md").meeting
    assert meeting is not None
    assert meeting.board == "Board"


def test_a_fire_district_is_the_organisation_of_its_board() -> None:
    meeting = summary().meeting
    assert meeting is not None
    assert meeting.board == "Marle Fire District Board of Directors"


def test_titles_over_bullets_that_count_below_an_item_are_its_parts() -> None:
    found = {(item.number, item.title) for item in regular().items}
    assert ("II", "ACTION ITEMS: OLD BUSINESS") in found
    assert ("1", "Update on the weir at Tarn Mill") in found
    assert ("2", "Discussion and possible action on the proposed budget for 2020") in found


def test_when_minutes_were_approved_later_is_no_decision() -> None:
    (one,) = regular().decisions
    assert one.text.startswith("Director Tarn moved to adopt the budget as presented.")


def test_actions_that_tell_what_was_done_are_decisions_alone() -> None:
    facts = summary()
    assert facts.actions == ()
    told = [one.text.partition(". After")[0].rstrip(".") for one in facts.decisions]
    assert told == [
        "Moved by Lowe, seconded by Tarn, and carried unanimously to adopt the list as follows:",
        "Adopted Resolution No. 2019-022",
        "Approved the lease",
        "Moved by Voss, seconded by Tarn, and carried unanimously to authorize the contract",
    ]


BYE_LAWS = """**Minutes of the Meeting of Marle County Council’s Roads and**

**Bridges Committee held on 3rd May 2019 in the Old Mill.**

**Members Present:** Cllrs. Lowe (Chair), Tarn and Voss.

**Item 1 : Minutes:**

The minutes of the last meeting were adopted.

**Item 2: Presentation: Plan for the Ford - Ann Reed, Engineer**

Ms. Reed told of the plan.

**Item 3: Presentation: Speed on Mill Lane - Ben Ash, S.E.**

Mr. Ash told of speeds.

**Item 4: Presentation: Byelaws - Cara Holm, A.S.E.E.**

Ms. Holm told of byelaws.
"""


def test_the_name_of_a_committee_goes_on_below_whose_it_is() -> None:
    meeting = facts_of(BYE_LAWS, "minutes.md").meeting
    assert meeting is not None
    assert meeting.board == "Marle County Council’s Roads and Bridges Committee"


def test_a_title_all_in_bold_is_whole_whatever_marks_are_in_it() -> None:
    assert [(item.number, item.title) for item in facts_of(BYE_LAWS, "minutes.md").items] == [
        ("1", "Minutes"),
        ("2", "Presentation: Plan for the Ford - Ann Reed, Engineer"),
        ("3", "Presentation: Speed on Mill Lane - Ben Ash, S.E."),
        ("4", "Presentation: Byelaws - Cara Holm, A.S.E.E."),
    ]


LETTERHEAD = """12 Mill Lane
Marle

Marle Transit District
Board of Directors
Chair - Ann Lowe, District A
Secretary - Ben Tarn, District B
Dora Holm, District C

MINUTES
Parking Committee
Tuesday, December 11, 2018
5:30 PM

Call to Order
Committee Chair Tarn called the meeting to order at 5:31 p.m.

Directors Present: Ann Lowe, Ben Tarn

Staff Present: Cara Voss

Updates
Cara Voss told the committee of the new machines.

Adjourn
Director Tarn adjourned the meeting at 6:12 p.m.

The following communication assistance is available for public meetings:
Sign-language Interpreters
ALL PAGERS AND CELL PHONES ARE TO BE SILENCED DURING THE MEETING.
"""


def test_the_committee_below_the_title_meets_and_not_the_board_of_the_letterhead() -> None:
    facts = facts_of(LETTERHEAD)
    assert facts.meeting is not None
    assert (facts.meeting.board, facts.meeting.date) == ("Parking Committee", date(2018, 12, 11))
    came = {(row.person.name, row.status) for row in facts.attendance}
    assert came == {
        ("Ann Lowe", "present"),
        ("Ben Tarn", "present"),
        ("Cara Voss", "in attendance"),
    }


def test_help_for_those_who_listen_is_no_business() -> None:
    titles = {item.title for item in facts_of(LETTERHEAD).items}
    assert not any("PAGERS" in title or "Interpreters" in title for title in titles)


def test_dates_that_are_approved_together_are_one_decision() -> None:
    text = """Marle Council Weir Committee

Minutes of the meeting of the Weir Committee held on 8 December 2023

5. Dates for 2024

It was proposed by Cllr Lowe, seconded by Cllr Tarn and agreed to approve the following dates:

Friday, 1st March, 2024;

Friday, 7th June, 2024 (if the hall is free);

Friday, 6th December, 2024.

6. Correspondence

There was no correspondence.
"""
    (one,) = facts_of(text, "weir.md").decisions
    assert one.text.endswith("Friday, 6th December, 2024.")


SECTIONS = """MARLE FIRE DISTRICT

ACTION SUMMARY MINUTES - REGULAR MEETING
BOARD OF DIRECTORS
MARLE FIRE DISTRICT
Thursday, May 28, 2020

CALL TO ORDER

The meeting was called to order at 6:10 pm by President Lowe.
Board members present: Ann Lowe, Ben Tarn.

CONSENT ITEMS

1. Action Summary Minutes
Recommendation: Approve the minutes of May 14, 2020.

Action: Approved the minutes.

2. Fees for Ambulances
Recommendation: Adopt the resolution on the fees.

Action: Adopted Resolution No. 2020-022.

ACTION ITEMS

1. Contract for Ladders
Recommendation: Authorize the Chief to sign the contract.

Action: Moved by Tarn, seconded by Voss, and carried unanimously to authorize the contract.

2. Station 4
Recommendation: Receive the plans of the station.

Action: Moved by Voss, seconded by Tarn, and carried unanimously to receive the plans.

REPORTS

1. PRESIDENT'S REPORT:

President Lowe told the Board of the fair and of what the engines did there all day.
"""


def test_items_count_again_in_each_section() -> None:
    found = facts_of(SECTIONS)
    assert [(one.number, one.shared) for one in found.items if one.number] == [
        ("1", False),
        ("2", False),
        ("1", True),
        ("2", True),
        ("1", True),
    ]
    assert [one.item for one in found.decisions] == ["1", "2", "Contract for Ladders", "Station 4"]


def test_attendees_of_the_district_need_no_heading_above_them() -> None:
    text = """![Marle Water District Agenda](https://marle.example/sign.png)

**District Attendees**
Ann Lowe - Board President
Ben Tarn - Board Member
Cara B. Voss - General Manager

**Other Attendees**
Dora Holm - Visitor

**Absent**

---

**AGENDA ITEMS**

**I. CALL TO ORDER**
- President Lowe called the meeting to order at 5:30 p.m.

**II. PUBLIC COMMENT**
- None.
"""
    broken = text.replace("\n", "  \n").replace("\n  \n", "\n\n")
    found = facts_of(broken, "12-18-18+Special+Board+Meeting+Minutes.md")
    assert [(one.person.name, one.status) for one in found.attendance] == [
        ("Ann Lowe", "present"),
        ("Ben Tarn", "present"),
        ("Cara B. Voss", "present"),
        ("Dora Holm", "in attendance"),
    ]
