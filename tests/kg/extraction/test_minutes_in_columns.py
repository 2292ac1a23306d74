"""Minutes saved as plain text from pages: columns of people, heads of pages, an agenda above."""

from datetime import date

from kg.facts import Facts
from tests.support.read_papers import facts_of

PAPER = """                                                                  DRAFT
MARLE WATER DISTRICT
Board of Directors Special Meeting Minutes
February 25, 2019 – 6:00 p.m.

BOARD OF DIRECTORS
Ann Lowe                         President
Ben Tarn                         Director
Cara Voss                        Director (by telephone)

OTHER ATTENDEES
Dora Holm                         MVWA
Emil Reed                         Brook Consulting
Finn Ash                          The Weir Group

AGENDA ITEMS
I.     Roll Call
II.    Consent Calendar
III.   New Business
IV.    Closed Session
V.     Adjourn

President Lowe called the meeting to order at 6:00 p.m.

I.    ROLL CALL
      The Secretary took a roll call of the Board.

II.   CONSENT CALENDAR
      All items under the consent calendar are routine and are approved by
      one motion of the Board, unless a member of it asks for more.

      Director Tarn moved to approve the items on the calendar. Director
      Voss seconded the motion and it carried with the following vote:
                                           February 25, 2019, Board Minutes
                                                                     Page 2


      Ayes:   Directors Lowe, Tarn and Voss
      Noes:   None

III.  NEW BUSINESS
      1. The Mill Race
         Director Voss told the Board of the state of the mill race, and of
         what it would cost to have it dug out again before the winter comes.
                                           February 25, 2019, Board Minutes
                                                                     Page 3

      2. The Lower Pump
         The Board heard of the pump and of the water that it lifts in a year.

IV.   CLOSED SESSION
      The Board met in closed session at 7:00 p.m. and came out of it at 8.

V.    ADJOURN
      The meeting was adjourned at 8:10 p.m.
"""


def facts() -> Facts:
    """What is read from the paper."""
    return facts_of(PAPER)


def test_minutes_below_their_agenda_count_again_and_are_the_items() -> None:
    assert facts().meeting is not None
    assert [(item.number, item.title) for item in facts().items if not item.section] == [
        ("I", "ROLL CALL"),
        ("II", "CONSENT CALENDAR"),
        ("III", "NEW BUSINESS"),
        ("IV", "CLOSED SESSION"),
        ("V", "ADJOURN"),
    ]


def test_a_vote_that_is_counted_below_is_that_of_the_motion_above() -> None:
    (one,) = facts().decisions
    assert one.text.startswith("Director Tarn moved to approve the items on the calendar.")
    assert one.item == "II"
    assert "Mill Race" not in one.text


def test_the_head_of_a_page_is_in_no_sentence() -> None:
    assert facts().meeting is not None
    assert not any("Board Minutes" in one.text for one in facts().decisions)
    assert not any("Board Minutes" in item.title for item in facts().items)


def test_people_in_a_column_have_what_they_are_beside_them() -> None:
    found = facts()
    assert found.meeting is not None
    assert found.meeting.date == date(2019, 2, 25)
    assert [(row.person.name, row.status) for row in found.attendance] == [
        ("Ann Lowe", "present"),
        ("Ben Tarn", "present"),
        ("Cara Voss", "present"),
        ("Dora Holm", "in attendance"),
        ("Emil Reed", "in attendance"),
        ("Finn Ash", "in attendance"),
    ]


def test_a_title_that_heads_every_page_still_says_whose_meeting_it_is() -> None:
    head = "Minutes of the Weir Works Committee Meeting held on 4 March 2025"
    said = "The Committee heard of the weir, and of what the winter did to its gates."
    pages = [f"{head}\nPage {page} of 3\n\n{page}. The Weir\n\n{said}\n" for page in (1, 2, 3)]
    found = facts_of("\n".join(pages))
    assert found.meeting is not None
    assert found.meeting.board == "Weir Works Committee"
    assert found.meeting.date == date(2025, 3, 4)
    assert not any("Minutes" in item.title for item in found.items)


COLUMNS = """**Marle Officials' Group on Weirs**

**Minutes of the 5th meeting: 14th June 2012**

**Attendees:**

**Apologies:**

Ann Lowe (Chair)

Ben Tarn, BIS

Cara Voss, DfT (Deputy)

Dora Holm, HMRC

**1. Introduction**

- Ann Lowe welcomed everyone to the meeting.

**2. Minutes and Actions**

- The minutes from the previous meeting were agreed.

**Action**

**Progress**

The group to talk of the sluices at a future meeting.

In progress.

**3. Sluices**

- The group heard of the sluices.
"""


def test_the_first_column_below_both_labels_is_of_those_who_came() -> None:
    found = facts_of(COLUMNS, "group.md")
    assert [(one.person.name, one.status) for one in found.attendance] == [
        ("Ann Lowe", "present"),
        ("Ben Tarn", "present"),
        ("Cara Voss", "present"),
        ("Dora Holm", "present"),
    ]


def test_the_head_of_a_column_is_no_item() -> None:
    found = facts_of(COLUMNS, "group.md").items
    assert [one.title for one in found] == ["Introduction", "Minutes and Actions", "Sluices"]
