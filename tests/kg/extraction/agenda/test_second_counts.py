"""Items whose count begins anew, goes in bold letters, or lost its first number."""

from tests.support.read_papers import facts_of

HEAD = (
    "Marl Harbour Trust\nMinutes of the meeting of 4 March 2025\n\nPresent: Ann Lowe, Ben Tarn\n\n"
)


def titles(text: str, name: str = "a.txt") -> list[str]:
    return [" ".join(filter(None, (one.number, one.title))) for one in facts_of(text, name).items]


def test_two_meetings_of_one_day_have_a_count_each() -> None:
    text = (
        "<p>Minutes of the AGM of Marl Town Council held on 4 May 2022 at 6.30pm.<br><br>"
        "Present: Cllrs Lowe, Tarn &amp; Voss.<br><br>105.Apologies:  None.<br><br>"
        "106.Chairman's Report:  The year was wet.<br><br>"
        "107.Sheds:  The sale was proposed by Cllr"
        "<br>Lowe and very gladly seconded by Cllr <br>Tarn.<br><br><hr>"
        "Minutes of a meeting of Marl Town Council held on 4 May 2022 at 7.00pm.<br><br>"
        "Present: Cllrs Lowe, Tarn &amp; Voss.<br><br>2291.Apologies:  None.<br><br>"
        "2292.Lamps:  Cllr Voss said that two lamps were out.<br><br>"
        "2293.Donations:  Councillors agreed to give £20 to the fair.<br><br>"
        "2294.Close:  The meeting ended.</p>"
    )
    found = facts_of(text, "a.html")
    numbers = ["105", "106", "107", "2291", "2292", "2293", "2294"]
    assert [one.number for one in found.items] == numbers
    assert found.items[4].title == "Lamps"
    assert {one.item: one.text for one in found.decisions} == {
        "107": "The sale was proposed by Cllr Lowe and very gladly seconded by Cllr Tarn.",
        "2293": "Councillors agreed to give £20 to the fair.",
    }


def test_minutes_that_an_item_takes_open_no_meeting() -> None:
    text = (
        "Marl School Council Meeting Minutes\nTuesday June 15, 2021\n5:30 pm\n\n"
        "Parents present: Ann Lowe, Ben Tarn\n\nReview and Ratify Minutes from March 10, 2021:\n\n"
        "  • Minutes ratified by Ann Lowe 1st, Ben Tarn 2nd, all in favor\n\nOfficers:\n\n"
        "  • Chair: Ann Lowe- 1st Ben Tarn, 2nd Cy Voss, all in favor\n"
        "  • Secretary: Cy Voss- 1st Ann Lowe, 2nd Ben Tarn, all in favor\n\nNext Meeting:\n\n"
        "Oct. 20, 2021 - 5:30pm, Hall\n\n  • Talk of the plan\n"
    )
    found = facts_of(text)
    assert {(one.meeting.date.month, one.meeting.date.day) for one in found.decisions} == {(6, 15)}
    assert [(str(one.moved_by and one.moved_by.name), one.text[:9]) for one in found.decisions] == [
        ("Ann Lowe", "Minutes r"), ("Ben Tarn", "Chair: An"), ("Ann Lowe", "Secretary"),
    ]  # fmt: skip
    assert found.items == ()


def test_titles_in_bold_may_count_in_small_romans() -> None:
    text = (
        "# Marl Harbour Trust\n\nMinutes of 4 March 2025\n\n"
        "**Attending:**\n\n- Ann Lowe\n- Ben Tarn\n\n"
        "#### Old business:\n\n- The lamps were mended.\n\n#### New business:\n\n"
        "**i. 2024 Accounts.**\n\n- Ben read them and they were approved.\n\n"
        "**ii. Elections to the Trust:** Cara Voss (running for clerk).\n\n- Votes were cast.\n\n"
        "**iii. Any other items.**\n\n- The fair was spoken of.\n"
    )
    assert titles(text, "a.md")[-3:] == [
        "i 2024 Accounts", "ii Elections to the Trust", "iii Any other items",
    ]  # fmt: skip


def test_the_first_number_of_a_count_may_be_lost() -> None:
    text = HEAD + (
        "I. Apologies: Cara Voss\n\n"
        "2. Minutes of the meeting held on 3 April 2024 were read and agreed as a record.\n\n"
        "3. Matters Arising:\n\nThe lamps were spoken of.\n\n4. Boats:\n\nThey were sold.\n\n"
        "5. Close:\n\nThe meeting ended.\n"
    )
    assert titles(text)[0] == "2 Minutes of the meeting held on 3 April 2024"


def test_a_day_of_a_meeting_is_no_number() -> None:
    text = (
        "<h1>Marl Panel meeting note, 1 June 2025</h1><h3>Panel attendees:</h3>"
        "<p>Ann Lowe (Chair), Ben Tarn (Marl Council),"
        " Cara Voss (Fenn Trust)</p><h3>1 March meeting note</h3><p>The note was agreed.</p>"
        "<h3>Lamps</h3><p>The lamps were discussed by the panel.</p>"
    )
    assert titles(text, "a.html") == ["1 March meeting note", "Lamps"]


def test_a_title_may_have_dashes_up_to_the_one_that_ends_its_line() -> None:
    text = HEAD + (
        "22 APOLOGIES -\nNone.\n\n23 MINUTES -\nThey were read.\n\n"
        "24 SALE OF THE QUAY - B (CLOSED - PARAGRAPHS 2 AND 3) (XY) -\nThe sale was explained.\n\n"
        "RESOLVED -\n\n(1) T H A T the quay be sold.\n\n(2) T H A T the sheds be kept.\n"
    )
    assert titles(text)[2] == "24 SALE OF THE QUAY - B (CLOSED - PARAGRAPHS 2 AND 3) (XY)"
    assert [one.verb for one in facts_of(text).decisions] == ["resolved", "resolved"]


def test_a_title_right_over_those_who_came_is_no_item() -> None:
    text = (
        "---\ntitle: Marl Panel meeting, 1 June 2025\n---\n\n# Meeting note - actions\n\n"
        "### Panel attendees:\n\nAnn Lowe (Chair), Ben Tarn (Marl Council)\n\n### Lamps\n\n"
        "The lamps were discussed by the panel.\n\n### Boats\n\nThe boats were agreed to be sold.\n"
    )
    assert titles(text, "a.md") == ["Lamps", "Boats"]


def test_the_agenda_of_a_meeting_by_its_number_ends_the_items() -> None:
    told = (
        "# Marl Club\n\nMeeting 8, 4 March 2025\n\n"
        "# Attending\n\n- Ann Lowe, President\n- Ben Tarn\n\n"
        "# Lamps\n\n- Ann reported that two lamps were out.\n\n# Boats\n\n- They were sold.\n\n"
    )
    text = f"{told}## Agenda Meeting 9\n\n# Fair\n\n- What Ann proposed\n\n# Ropes\n\n- New?\n"
    assert titles(text, "a.md") == ["Lamps", "Boats"]
    again = f"{told}## Agenda Meeting 8\n\n# Fair\n\nBen reported that the fair was held.\n"
    assert "Fair" in titles(again, "a.md")


def test_sections_that_titles_part_may_go_on_with_their_count() -> None:
    told = "Recommendation: Approve it.\n\nAction: Approved the proposal of the clerk.\n\n"
    text = (
        "# Marl Harbour Trust\n\n## Minutes, 4 March 2025\n\nPresent: Ann Lowe, Ben Tarn\n\n"
        f"### CONSENT ITEMS\n\n#### 1. Minutes\n\n{told}#### 2. Two lamps\n\n{told}"
        f"### ACTION ITEMS\n\n#### 1. Budget\n\n{told}#### 2. Fees\n\n{told}"
        "### REPORTS\n\n#### 1. Chair\n\nNo report.\n\n"
        "### OPERATIONS\n\n#### 2. Committees\n\nNo report.\n"
    )
    found = facts_of(text, "a.md")
    numbered = [" ".join((one.number, one.title)) for one in found.items if one.number]
    assert numbered == ["1 Minutes", "2 Two lamps", "1 Budget", "2 Fees", "1 Chair", "2 Committees"]
    assert [one.item for one in found.decisions] == ["1", "2", "Budget", "Fees"]


def test_what_is_decided_below_the_last_part_may_be_on_the_whole_item() -> None:
    accounts = "1. Power\n£120.00\n2. Grass cutting\n£340.00\n3. Hall hire\n£20.00\n\n"
    text = (
        f"{HEAD}1. Apologies\nNone.\n\n2. Minutes\nThey were agreed.\n\n3. Accounts\n{accounts}"
        "It was resolved that all the accounts be paid.\n\n4. Close\n"
    )
    found = facts_of(text, "a.txt")
    assert "3.3" in [one.number for one in found.items]
    assert found.decisions[-1].item == "3"


def test_lists_under_motions_are_no_items_where_headings_count() -> None:
    lists = "**Council notes:**\n\n1. Tea is dear.\n\n**Council resolves:**\n\n1. To give tea.\n"
    text = (
        "# Marle Students' Union\n\nMinutes of the meeting of 6 May 2031\n\nPresent: Ann Lowe\n\n"
        f"### 1. Welcome\n\nAll came.\n\n### 2. Tea\n\n{lists}2. To look at it.\n\n"
        "### 3. End\n\nNone.\n"
    )
    facts = facts_of(text, "a.md")
    assert [(one.number, one.title) for one in facts.items] == [
        ("1", "Welcome"),
        ("2", "Tea"),
        ("3", "End"),
    ]
