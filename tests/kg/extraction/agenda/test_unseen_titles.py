"""Which titles and numbers of minutes are items, in forms that few papers have."""

import pytest

from tests.support.read_papers import facts_of

HEAD = (
    "# Marl Harbour Trust\n\n## Minutes of the meeting of 4 March 2025\n\n"
    "Present: Ann Lowe, Ben Tarn, Cara Voss\n\n"
)


def titles(text: str, name: str = "minutes.md") -> list[str]:
    return [" ".join(filter(None, (one.number, one.title))) for one in facts_of(text, name).items]


def test_a_heading_that_says_who_reported_is_no_item() -> None:
    text = HEAD + (
        "### Matters arising:\n\nThe lamps of the quay were mended in the winter.\n\n"
        "### Ann Lowe reported:\n\nThe boats were painted and the sheds were cleared.\n\n"
        "### Ben Tarn sent in the following written report:\n\nThe ropes were all renewed.\n\n"
        "### Quorum met\n\nEnough members had come to the meeting.\n\n"
        "### Any other business:\n\nThe members were told of the fair in June.\n"
    )
    assert titles(text) == ["Matters arising", "Any other business"]


def test_a_part_in_bold_may_open_with_a_year() -> None:
    text = HEAD + (
        "1. LAMPS\n\n> a) **Quay lamps** These had been mended by the men of the yard.\n>\n"
        "> b) **2025 fair and its stalls** The stalls were to stand on the quay again.\n\n"
        "2. BOATS\n\nThe boats had been painted.\n\n3. CLOSE\n\nThe meeting ended at nine.\n"
    )
    assert titles(text)[:3] == ["1 LAMPS", "1a Quay lamps", "1b 2025 fair and its stalls"]


def test_numbers_of_questions_count_no_items() -> None:
    asked = "\n\n".join(
        f"Q{at}. Why was the {what} of the quay closed to the boats?\n\n"
        f"Mrs Lowe said that the {what} had been in need of new posts."
        for at, what in enumerate(("slip", "crane", "gate", "shed"), 1)
    )
    assert titles(HEAD + asked) == []


def test_an_item_may_be_named_by_a_number_and_an_ordinal() -> None:
    text = HEAD + (
        "# 1.&nbsp;&nbsp;Disclosures\n\nNone.\n\n# 2.&nbsp;&nbsp;Reports\n\n"
        "## 2.1&nbsp;&nbsp;6th Report of the Lamps Committee\n\nIt was received.\n\n"
        "# 3.&nbsp;&nbsp;Close\n\nThe meeting ended.\n"
    )
    assert "2.1 6th Report of the Lamps Committee" in titles(text)


def test_an_office_heads_an_item_where_it_was_filled() -> None:
    text = HEAD + (
        "### Reports\n\nThe reports of the officers were read to the members.\n\n"
        "### President\n\nNominations: Ann Lowe, Ben Tarn\n\nSuccessful candidate: Ann Lowe\n\n"
        "### Treasurer\n\nCara Voss elected with 12 votes\n\n"
        "### Close\n\nThe meeting ended at nine.\n\n### Secretary\n\n____________\n"
    )
    found = facts_of(text, "minutes.md")
    assert [one.title for one in found.items] == ["Reports", "President", "Treasurer", "Close"]
    assert [one.text for one in found.decisions] == [
        "Successful candidate: Ann Lowe",
        "Cara Voss elected with 12 votes",
    ]


def test_a_first_title_below_front_matter_says_that_a_paper_is_minutes() -> None:
    text = (
        "---\ntitle: Marl Technical Committee 2016 December\n---\n\n"
        "#### 15th December 2016 - WebEx - meeting minutes\n\n"
        "1. **Progress of the new crane**\n\t1. AL - Is it ready?\n\t2. BT - Yes, it was tried.\n"
        "\t3. AL - The ropes were renewed.\n\n2. **Close**\n\t1. AL - We meet in May.\n\n"
        "#### Participants\n\n- AL - Ann Lowe, Harbour Office [HO], Chair\n"
        "- BT - Ben Tarn, Rope Works [RW]\n- CV - Cara Voss, Rope Works [RW]\n"
    )
    found = facts_of(text, "2016-12-15-committee.md")
    assert found.meeting is not None and found.meeting.board == "Marl Technical Committee"
    assert [one.title for one in found.items] == ["Progress of the new crane", "Close"]
    assert [one.person.name for one in found.attendance] == ["Ann Lowe", "Ben Tarn", "Cara Voss"]


@pytest.mark.parametrize("dash", ["–", "--"])
def test_who_presents_an_item_stands_behind_a_dash(dash: str) -> None:
    text = (
        "# Marl Harbour Trust\n\n## Agenda for 4 March 2025\n\n"
        f"1. Apologies {dash} Mrs Ann Lowe\n2. Minutes {dash} Mr Ben Tarn\n"
        f"3. Lamps {dash} Ms Cara Voss\n"
    )
    found = facts_of(text, "agenda.md").items
    assert [one.title for one in found] == ["Apologies", "Minutes", "Lamps"]
    assert [who.name for one in found for who in one.presenters] == [
        "Ann Lowe",
        "Ben Tarn",
        "Cara Voss",
    ]


def test_headings_that_tell_how_a_meeting_runs_head_no_items_and_letters_are_parts() -> None:
    text = (
        "## Notice of Meeting\n\nThe Annual Meeting of Marl Trust will be held on 4 March 2025.\n\n"
        "## Agenda\n\n### The meeting will begin with the members:\n\n1. Election of a warden\n\n"
        "### There will then be the business of the trust:\n\n1. Minutes\n2. Accounts\n3. Boats\n\n"
        "### Stories of the year:\n\n1. Talks:<br>\n   a. The quay<br>\n   b. The fair\n\n"
        "2. Songs\n\n"
        "### The meeting will be followed by tea and buns.\n"
    )
    assert titles(text, "agenda.md") == [
        "1 Election of a warden",
        "1 Minutes",
        "2 Accounts",
        "3 Boats",
        "1 Talks",
        "1a The quay",
        "1b The fair",
        "2 Songs",
    ]


def test_headings_of_an_agenda_are_items_where_some_are_what_most_meetings_have() -> None:
    text = (
        "# Proposed Agenda for the 2018 Annual General Meeting of the Marl Lake Association\n\n"
        "Annual General Meeting - Marl Hall, August 18, 2018, 10:00 am\n\n"
        + "".join(
            f"## {one}\n\nMove\nSeconded\n\n"
            f"{'It was written out at some length for all who came to the lake. ' * 4}\n\n"
            f"{'There were some more words on it, of which nobody need know here. ' * 4}\n\n"
            for one in (
                "Approval of previous year's minutes",
                "Approve agenda for 2018 meeting",
                "Water tests",
                "Members open issues",
                "Move to adjourn",
            )
        )
    )
    assert titles(text, "agenda.md") == [
        "Approval of previous year's minutes",
        "Approve agenda for 2018 meeting",
        "Water tests",
        "Members open issues",
        "Move to adjourn",
    ]


def test_a_list_right_under_actions_is_of_what_is_to_be_done() -> None:
    text = (
        "---\ntitle: Autumn Lamps Group Meeting\ndate: 2025-03-04\n---\n\n## Agenda\n\n"
        "* Lamps\n* Boats\n* Any Other Business\n\n## Minutes\n\n### Attendance\n"
        "_Ann Lowe, Ben Tarn, Cara Voss, Dan Moss_\n\n### Actions\n\n"
        "1. Harbours to provide their lists of lamps [closed]\n"
        "2. To write to the rope works for a price [new for members]\n\n"
        "### Key Discussion Points\n\n* The lamps were mended. It was agreed to paint two boats.\n"
        "* There was talk of the fair.\n"
    )
    found = facts_of(text, "autumn.md")
    assert [one.title for one in found.items] == ["Lamps", "Boats", "Any Other Business"]
    assert len([one for one in found.actions if one.kind == "listed"]) == 2


def test_an_ordinal_calls_an_item_whose_title_opens_the_text_below() -> None:
    text = HEAD + (
        "## Business\n\n### 1st Order of business:\n\nLamps of the quay. "
        "Discussion of which lamps the yard could mend before the winter, and which would have to "
        "be bought anew from the chandler in the town, since the glass of some had been broken by "
        "the storm and the posts of others leant over the water.\n\n"
        "### 2nd Order of business:\n\nCan the trust spend \\$850 on the slip? "
        "Agreement that the slip could be mended in May.\n"
    )
    assert titles(text) == ["1 Lamps of the quay", "2 Can the trust spend $850 on the slip?"]


def test_a_label_of_an_item_stands_over_the_title_that_opens_its_text() -> None:
    text = HEAD + (
        "### Item 1:\n\nLamps. The lamps of the quay had been mended.\n\n"
        "### Item 2:\n\nBoats. The boats had been painted.\n\n"
        "### Item 3:\n\nSheds. The sheds were open again.\n"
    )
    assert titles(text) == ["1 Lamps", "2 Boats", "3 Sheds"]


def test_what_pays_no_tax_is_not_kept_from_the_public() -> None:
    text = HEAD + (
        "### 1. Status\n\nThe trust is now tax exempt.\n\n"
        "### 2. Lamps\n\nThe lamps were mended.\n\n"
        "### 3. Exempt business\n\nThe trust met without the public.\n"
    )
    told = {one.title: one.confidential for one in facts_of(text, "minutes.md").items}
    assert told["Status"] is None
    assert told["Exempt business"] is True


def test_the_title_with_its_day_and_the_names_of_those_who_came_are_no_items() -> None:
    text = (
        "Tuesday, August 4, 2009\n\nMarl Library Trustees Meeting\n\n"
        "## Minutes July 29, 2009\n\n### Ann Lowe, Ben Tarn, Cara Voss, Dan Moss\n\n"
        "The meeting was called to order at 11:00 am.\n\n"
        "## Director’s Report\n\nAnn reported that the work on the roof of the hall goes on, and "
        "that it will be done in May.\n\n"
        "## New Business\n\nIt was agreed to buy two lamps for the stairs of the house.\n\n"
        "## Old Business\n\nBen gave a report on the road and on what was found of it.\n"
    )
    assert titles(text, "a.md") == ["Director’s Report", "New Business", "Old Business"]


def test_when_a_meeting_ended_is_no_item() -> None:
    text = HEAD + (
        "### Lamps\n\nThe lamps of the quay were mended in the winter.\n\n"
        "### Boats\n\nThe boats were painted and the sheds were cleared.\n\n### Finish: 3:08pm\n"
    )
    assert titles(text) == ["Lamps", "Boats"]


def test_when_a_page_was_posted_is_no_item() -> None:
    text = (
        "Quay School PTO\n\nPTO Meeting Minutes June 3, 2008\n\n"
        "Posted Sep 21, 2008 | Category: Everything Else\n\n"
        "Introduction: The meeting began at 9:00 am. The PTO officers in attendance: Ann Lowe, Ben "
        "Tarn and Cara Voss.\n\nPTO President: Ann Lowe welcomed everyone to the meeting.\n\n"
        "Adopt Bylaws: A motion was made by Ann Lowe to adopt the bylaws. The motion passed.\n\n"
        "Buy Lamps: A motion was made by Ben Tarn to buy two lamps. The motion passed.\n\n"
        "Paint Boats: A motion was made by Ann Lowe to paint the boats. The motion passed.\n"
    )
    assert titles(text, "a.txt")[-3:] == ["Adopt Bylaws", "Buy Lamps", "Paint Boats"]
    assert not any(title.startswith("Posted") for title in titles(text, "a.txt"))


@pytest.mark.parametrize("sign", [" -", " –", ":", ":-", ""])
def test_lettered_titles_over_text_end_with_any_sign(sign: str) -> None:
    text = (
        "MARL PANEL\n\nMINUTES of a meeting held on 27th July, 2011.\n\nCouncillors A. Lowe and B. "
        f"Tarn.\n\n(a) Appointment of Chairman{sign}\n\nAGREED - T H A T Councillor Lowe be "
        f"appointed Chairman.\n\n(b) Apologies for Absence{sign}\n\nNone were received.\n\n"
        f"(c) Procedure{sign}\n\nThe Monitoring Officer outlined the process.\n"
    )
    assert titles(text, "minutes.txt") == [
        "a Appointment of Chairman",
        "b Apologies for Absence",
        "c Procedure",
    ]


@pytest.mark.parametrize(
    "head", ["the Marl Board, 7 May 2030", "Marl Council on Tuesday 7th May 2030"]
)
def test_an_agenda_that_is_of_a_body_and_a_day(head: str) -> None:
    text = f"# Agenda of {head}\n\n1. Declarations of Interest\n\n2. Lamps\n\n3. Ropes\n"
    assert titles(text) == ["1 Declarations of Interest", "2 Lamps", "3 Ropes"]
