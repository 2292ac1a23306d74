"""Minutes of boards of invented organisations, as such boards set and word them."""

import pytest

from kg.extraction.extract import extract
from kg.facts import Facts
from kg.reading.read import read_document
from kg.reference import Councils

HEAD = """# Harbour Trust Board

Tuesday, 4 March 2025

**Present:** Jane Brook, Zoe Salt, Paul Stone, Anna Weir

"""


def minuted(text: str) -> Facts:
    """The facts of minutes with a text below their head."""
    return extract(read_document((HEAD + text).encode(), "paper.md"), Councils(()))


def titles(facts: Facts) -> list[str]:
    return [item.title for item in facts.items]


def test_a_line_in_bold_heads_an_item_whatever_blanks_stand_inside_its_signs() -> None:
    text = (
        "** Moorings **\n\n- The moorings were full.\n\n** Slipway**\n\n- The rail is loose.\n\n"
        "**Roof **\n\n- It was agreed to mend the roof.\n"
    )
    assert titles(minuted(text)) == ["Moorings", "Slipway", "Roof"]


def test_a_review_of_action_items_gives_no_new_actions_but_who_is_still_to_act() -> None:
    text = (
        "## Moorings\n\nThe moorings were full.\n\n## Action item review\n\n* Letter to the mill\n"
        "  * Anna had asked for a second draft.\n  * Nobody was sure of the wording.\n"
        "* Paul will paint the buoys.\n"
    )
    assert [action.text for action in minuted(text).actions] == ["Paul will paint the buoys."]


def test_a_report_with_a_year_in_its_name_is_no_body() -> None:
    text = (
        "---\ntitle: March videoconference\ndate: 2025-03-04\n---\n\n## Agenda\n\n### Call to order"
        "\n\n### Reports\n\n- [FY2024-February Preliminary Board Summary](summary.pdf)\n\n"
        "### New business\n\n- HTRA will market its moorings on https://htra.org/moorings\n\n"
        "### Adjournment\n"
    )
    facts = extract(read_document(text.encode(), "paper.md"), Councils(()))
    assert facts.meeting is not None
    assert facts.meeting.board == "HTRA"


MOTIONS = """## Agenda

### Approval of minutes

- Previous minutes: Zoe Salt moves, Paul Stone seconds

**Vote**

- Jane Brook - Yes
- Zoe Salt - Yay
- Anna Weir - No vote

**Passed: 2-0**

### Votes to read into minutes

None.

### Motion to buy a crane

**Motion:** "Resolved, that the Trust buys a crane."

Crane leaflet: https://cranes.example/leaflet.pdf

- Sponsor: Jane Brook
- Second: Anna Weir

Vote:

- Jane Brook: Aye
- Paul Stone: Nay

**PASSES: 3 Yay, 1 Nay, 0 abstains**

### Update on St. Anne's quay

The quay was swept.
"""


def test_a_paper_that_gives_its_agenda_and_the_votes_on_it_is_minutes_as_a_whole() -> None:
    assert titles(minuted(MOTIONS)) == [
        "Approval of minutes",
        "Votes to read into minutes",
        "Motion to buy a crane",
        "Update on St. Anne's quay",
    ]


def test_how_each_member_voted_stands_between_a_motion_and_its_fate() -> None:
    decisions = minuted(MOTIONS).decisions
    assert [(one.item, one.votes_for, one.votes_against) for one in decisions] == [
        ("Approval of minutes", 2, 0),
        ("Motion to buy a crane", 3, 1),
    ]
    assert decisions[1].text.startswith('Motion: "Resolved, that the Trust buys a crane."')
    assert not any(word in one.text for word in ("Aye", "No vote", "http") for one in decisions)


def test_a_heading_below_an_empty_label_of_people_is_nobody() -> None:
    text = "**Others:**\n\n## Current MFBC Finances\n\nThe accounts were approved.\n"
    names = [row.person.name for row in minuted(text).attendance]
    assert names == ["Jane Brook", "Zoe Salt", "Paul Stone", "Anna Weir"]


def test_the_items_of_an_agenda_stand_from_what_opens_the_meeting_to_what_closes_it() -> None:
    text = (
        "# Special meeting of the Harbour Trust Board\n\n- Date: 4 March 2025\n\n"
        "## Special meeting agenda\n\n## Call to order\n\nMembers\n- Jane Brook\n- Zoe Salt\n\n"
        '## Crane\n\nMotion: "Resolved, that a crane be bought."\n\n## New business\n\n'
        "## Adjournment\n\n## Staff reports\n\nTo be sent.\n"
    )
    facts = extract(read_document(text.encode(), "paper.md"), Councils(()))
    assert titles(facts) == ["Call to order", "Crane", "New business", "Adjournment"]


def test_two_colons_part_a_label_from_what_is_to_be_done() -> None:
    text = "## Moorings\n\n- TODO :: Paint the buoys\n- Easiest to maintain :: the old buoys\n"
    assert [action.text for action in minuted(text).actions] == ["Paint the buoys"]


def test_those_who_own_the_homes_are_no_body() -> None:
    text = "---\ntitle: 2025 Annual Homeowner's Meeting\ndate: 2025-03-04\n---\n\n## Minutes\n\n"
    text += "1. Ann Lowe called the meeting to order.\n2. The roof was discussed.\n"
    meeting = extract(read_document(text.encode(), "paper.md"), Councils(())).meeting
    assert meeting is not None
    assert meeting.board.startswith("Unnamed body")


def test_a_board_whose_vote_a_title_speaks_of_is_named_without_it() -> None:
    text = (
        "Title: Board Meeting 2016-09-11\nDate: 2016-09-11 10:20\n\n"
        "Board Vote 2016-09-11 Minutes\n-----------------------------\n\n"
        "### Directors Present\n\n- Ann Lowe, President\n\n### Roof\n\nThe roof leaks.\n"
    )
    meeting = extract(read_document(text.encode(), "paper.md"), Councils(())).meeting
    assert meeting is not None and meeting.board == "Board"


def test_a_committee_meets_whose_meeting_is_announced_below_the_people_of_a_letterhead() -> None:
    text = (
        "Marle Water District\n\n12 Weir Street\nMarle, CO 80202\n\nBoard of Directors\n"
        "Chair – Ann Lowe, District L\nSecretary – Ben Tarn, District N\nCara Voss, District B\n\n"
        "EXECUTIVE COMMITTEE MEETING\nJanuary 17, 2013 at 12:00 PM\n\nI.\n\nCall to Order\n"
        "The meeting was called to order at 12:05 p.m.\n\n"
        "Executive Committee Members Present: Chair Lowe, Secretary Tarn.\n"
    )
    facts = extract(read_document(text.encode(), "paper.txt"), Councils(()))
    assert facts.meeting is not None
    assert facts.meeting.board == "Marle Water District Executive Committee"
    assert [one.person.name for one in facts.attendance] == ["Lowe", "Tarn"]


def _who_came(people: str) -> list[tuple[str, str | None]]:
    text = f"# Harbour Trust Board\n\nTuesday, 4 March 2025\n\n{people}\n\n## Roof\n\nIt leaks.\n"
    facts = extract(read_document(text.encode(), "paper.md"), Councils(()))
    return [(one.person.name, one.capacity) for one in facts.attendance]


OFFICERS = [("Ann Lowe", "chair"), ("Ben Tarn", "vice-chair"), ("Cara Voss", "vice-chair")]


IN_A_ROW = "President Ann Lowe, 1st Vice President Ben Tarn, 2nd Vice President Cara Voss"
BEHIND = "\n- Ann Lowe, President\n- Ben Tarn, 1st Vice President\n- Cara Voss, 2nd Vice-President"
LABELS = "\nPresident: Ann Lowe  \n1st Vice President: Ben Tarn  \n2nd Vice President: Cara Voss"


@pytest.mark.parametrize("people", [f" {IN_A_ROW}", f"\n{BEHIND}", f"\n{LABELS}"])
def test_boards_count_their_vice_chairs(people: str) -> None:
    assert _who_came(f"**Present:**{people}") == OFFICERS


def test_a_heading_below_a_list_that_ends_in_an_office_is_nobody() -> None:
    people = "**Present:** Ann Lowe, Chair, Ben Tarn, Vice-Chair, Cara Voss, Secretary"
    assert [name for name, _ in _who_came(people)] == ["Ann Lowe", "Ben Tarn", "Cara Voss"]
