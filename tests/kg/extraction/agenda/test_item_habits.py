"""Habits of real papers in numbering their items, each in an invented paper of its own."""

import pytest

from kg.reading.headings.numbers_inside import begun_inside
from kg.reading.read import read_document
from kg.structure.parts import PartKind, parts
from tests.support.read_papers import facts_of

HEAD = (
    "# Tarnby Parish Council\n\nMinutes of the meeting held on 4 March 2019\n\n"
    "Present: Cllr Ann Lowe (Chairman), Cllr Ben Voss\n\n"
)
CALL = "# Tarnby Parish Council\n\nA meeting will be held on 4 March 2019.\n\n## Agenda\n\n"
TOLD = "The clerk reported that the work had been done and that the bill had been paid in full."


def items(text: str, name: str = "a.md") -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in facts_of(text, name).items]


def test_lists_that_count_anew_under_titles_in_capitals_hold_no_items() -> None:
    lists = {
        "MATTERS ARISING": ("Gravel not removed.", f"Village sign. {TOLD}", "Gate still shut."),
        "PLANNING": ("Moss, High St. Window.", "Hart, Shed.", "Pell, Wall.", f"Hill, Lane. {TOLD}"),
        "CORRESPONDENCE": ("Award noted.", "List.", "Sign.", "Vase.", f"Bridge Work. {TOLD}"),
        "ANY OTHER BUSINESS": ("Path is broken.", "Car left in the lane.", "The bin is full."),
    }
    told = "\n\n".join(
        "\n\n".join([title, *(f"{at}\\. {line}" for at, line in enumerate(lines, 1))])
        for title, lines in lists.items()
    )
    assert items(HEAD + told) == [("", title) for title in lists]


LISTED = (
    "1. Fees\n    1. {first}\n    1. {second}\n\n2. Lamps\n    1. Costs\n        * All agreed.\n"
)


def test_points_in_the_list_of_an_item_are_none_unless_all_are_titles() -> None:
    whole = [("1", "Fees"), ("2", "Lamps")]
    told = LISTED.format(first="Ann and Ben to ring", second="Talk of this was put off, agreed.")
    assert items(HEAD + told) == whole
    titles = items(HEAD + LISTED.format(first="Hall hire", second="Boat hire"))
    assert ("1.1", "Hall hire") in titles


def test_small_roman_numerals_count_the_parts_of_an_item_of_an_agenda() -> None:
    listed = "1. Apologies\n2. To renew these policies:\n(i) Risk\n(ii) Fees\n(iii) Leave\n3. Lamps"
    assert items(CALL + listed) == [
        ("1", "Apologies"),
        ("2", "To renew these policies"),
        ("2i", "Risk"),
        ("2ii", "Fees"),
        ("2iii", "Leave"),
        ("3", "Lamps"),
    ]


def test_parts_that_run_on_behind_the_title_of_their_item_are_set_apart() -> None:
    told = (
        f"1\\. Apologies There were none.\n\n2\\. Reports 2.1 Chairman’s Report {TOLD}\n\n"
        f"2.2 Clerk’s Report {TOLD}\n\n3\\. Lamps {TOLD}\n\n"
        "4\\. Planning 4.1 19/00707/F New gate at Moss Lane\n\n"
        f"4.2 19/00708/F New wall at Moss Lane\n\n5\\. Ford {TOLD}"
    )
    assert items(HEAD + told) == [
        ("1", "Apologies"),
        ("2", "Reports"),
        ("2.1", "Chairman’s Report"),
        ("2.2", "Clerk’s Report"),
        ("3", "Lamps"),
        ("4", "Planning"),
        ("4.1", "19/00707/F New gate at Moss Lane"),
        ("4.2", "19/00708/F New wall at Moss Lane"),
        ("5", "Ford"),
    ]


def test_a_heading_with_a_number_and_a_letter_was_put_between_two_items() -> None:
    told = f"## 1. Lamps\n\n{TOLD}\n\n## 2A. RETURN\n\n{TOLD}\n\n## 2. Ford\n\n{TOLD}\n\n## 3. Hall"
    assert [number for number, _ in items(HEAD + told)] == ["1", "2A", "2", "3"]


def test_what_is_said_again_and_again_under_an_item_heads_none() -> None:
    planning = f"PL/1\n\n**NO OBJECTIONS**\n\nPL/2\n\n**NO OBJECTIONS**\n\n## 3. Hall\n\n{TOLD}"
    told = f"## 1. Lamps\n\n{TOLD}\n\n## 2. Planning\n\n{planning}"
    assert items(HEAD + told) == [("1", "Lamps"), ("2", "Planning"), ("3", "Hall")]


def test_a_called_number_without_a_title_is_the_title() -> None:
    told = "\n\n".join(f"## Topic #{at}\n\n{TOLD} {TOLD} {TOLD}" for at in (1, 2, 3))
    assert items(HEAD + told) == [(str(at), f"Topic #{at}") for at in (1, 2, 3)]


def test_bullets_with_hours_are_the_items_under_headings_that_group_them() -> None:
    told = (
        "## Minutes\n\n- 19:00 The meeting opened.\n\n"
        "## Reports\n\n- 19:05 Lamps (10 min, Ann Lowe)\n- 19:15 Ford (5 min, Ben Voss)\n\n"
        "## Votes\n\n- 19:20 Warden (5 min, Ann Lowe)\n    - Ann Lowe was elected.\n"
        "- 19:25 Treasurer's fund (5 min, Ben Voss)\n\n## Talk\n\n"
        "- 19:30 Hall hire (5 min, Ben Voss)\n- 19:35 Boats (5 min, Ben Voss)\n\n"
        "## Close\n\n- 19:46 The meeting ended.\n"
    )
    titles = ["Lamps", "Ford", "Warden", "Treasurer's fund", "Hall hire", "Boats"]
    assert items(HEAD + told) == [("", title) for title in titles]


def test_a_series_of_its_own_in_an_item_counts_its_parts() -> None:
    aims = "\n\n".join(f"#### G{at} ({aim})\n\n{TOLD}" for at, aim in enumerate("abc", 1))
    told = f"### 1. Lamps\n\n{TOLD}\n\n### 2. Aims\n\n{aims}\n\n### 3. Ford\n\n{TOLD}"
    assert [number for number, _ in items(HEAD + told)] == ["1", "2", "G1", "G2", "G3", "3"]


def test_a_heading_that_only_groups_others_is_no_item() -> None:
    reports = "".join(f"### {who} Report\n\n{TOLD}\n\n" for who in ("Warden", "Rota", "Boat"))
    told = f"## Lamps\n\n{TOLD}\n\n## Officer Reports\n\n{reports}## Ford\n\n{TOLD}"
    titles = ["Lamps", "Warden Report", "Rota Report", "Boat Report", "Ford"]
    assert [title for _, title in items(HEAD + told)] == titles


@pytest.mark.parametrize("letters", ["ab", "abc"])
def test_letters_before_titles_that_run_into_their_text_count_parts(letters: str) -> None:
    offices = dict(zip(letters, ("Chairman", "Election of Secretary", "Treasurer"), strict=False))
    parts = "\n\n".join(
        f"{letter}. {office}. It was agreed that Ann Lowe be elected."
        for letter, office in offices.items()
    )
    told = f"1. Lamps\n\n{TOLD}\n\n2. Election of Officers:\n\n{parts}\n\n3. Ford\n\n{TOLD}"
    found = items(HEAD + told)
    assert found[2:-1] == [(f"2{letter}", office) for letter, office in offices.items()]


def test_plain_titles_over_what_was_said_stand_among_numbered_ones() -> None:
    plain = "".join(f"{title}\n\n{TOLD}\n\n" for title in ("Internal Audit", "Bank", "Flag Pole"))
    told = (
        f"1\\. Minutes:\n\n{TOLD}\n\n2\\. Matters Arising:\n\n{TOLD}\n\n{plain}3\\. Planning:\n\n"
    )
    found = items(f"{HEAD}{told}Shed at Moss Lane\n\n4\\. Accounts:\n\nThe Hall - £40\n")
    assert [title for _, title in found] == [
        *("Minutes", "Matters Arising"),
        *("Internal Audit", "Bank", "Flag Pole"),
        *("Planning", "Accounts"),
    ]


def test_an_item_without_a_title_has_parts_and_parts_have_parts() -> None:
    told = (
        f"1\\. Lamps. {TOLD}\n\n2\\. Ford. {TOLD}\n\n3\\. 3.1 Warden’s Report. {TOLD}\n\n"
        f"3.2 Clerk’s Report. 3.2.1 Sign. {TOLD} 3.2.2 Plan. {TOLD} Decisions. None 4. Hall. "
        f"4.1 Roof. {TOLD}\n\n4.2 Doors. {TOLD}\n\n5\\. Boat. {TOLD}"
    )
    assert [number for number, _ in items(HEAD + told)] == [
        *("1", "2", "3.1", "3.2", "3.2.1", "3.2.2"),
        *("4", "4.1", "4.2", "5"),
    ]


def test_a_purpose_before_a_colon_is_no_title_alone() -> None:
    told = "\n\n".join(
        f"{at}/19 To {purpose}: {what} {TOLD}"
        for at, purpose, what in (
            (94, "Review and Approve", "Standing Orders"),
            (95, "Approve", "Dog Bins"),
            (96, "Note", "Hall Fees"),
        )
    )
    assert items(HEAD + told) == [
        ("94/19", "To Review and Approve: Standing Orders"),
        ("95/19", "To Approve: Dog Bins"),
        ("96/19", "To Note: Hall Fees"),
    ]


def test_numbers_of_a_year_may_begin_inside_the_paragraph_of_those_present() -> None:
    text = "Public: 11 Also Mr Dan Moss, Warden 94/19 Fire Drill was read. 95/19 Notice"
    assert [text[at : at + 5] for at, _ in begun_inside(text)] == ["94/19", "95/19"]
    assert begun_inside("Public: 11 1. Drill was read. 2. Notice") == []


def test_what_became_of_applications_heads_no_business() -> None:
    told = f"## Lamps\n\n{TOLD}\n\n## Approved by the Borough\n\nShed at Moss Lane\n\n## Ford\n\n"
    assert [title for _, title in items(HEAD + told + TOLD)] == ["Lamps", "Ford"]


def test_points_about_items_of_earlier_minutes_are_no_parts() -> None:
    points = f"a) Item 7 - {TOLD}\n\nb) Item 9 - {TOLD}\n\n"
    told = f"1\\. Lamps:\n\n{TOLD}\n\n2\\. Matters Arising:\n\n{points}3\\. Ford:\n\n{TOLD}"
    assert [number for number, _ in items(HEAD + told)] == ["1", "2", "3"]


def test_a_list_that_runs_on_behind_a_title_is_no_part_of_it() -> None:
    ends = f"3\\. FORD {TOLD}\n\n4\\. HALL {TOLD}"
    told = f"1\\. LAMPS a. {TOLD}\n\n2\\. Apologies:No Apologies\n\n{ends}"
    found = [title for _, title in items(HEAD + told)]
    assert found == ["LAMPS", "Apologies", "FORD", "HALL"]


def test_a_number_left_out_ends_no_count() -> None:
    told = (
        f"1\\. Lamps. {TOLD}\n\n2\\. Ford. {TOLD}\n\n4\\. Reports. 4.1 Warden’s Report. {TOLD}\n\n"
        f"4.2 Clerk’s Report. {TOLD}\n\n5\\. Boat. {TOLD}"
    )
    assert [number for number, _ in items(HEAD + told)] == ["1", "2", "4", "4.1", "4.2", "5"]


def test_minutes_that_somebody_proposed_to_approve_are_an_item() -> None:
    told = (
        "**Minutes of Annual Parish Meeting 2014**\n\nA Lowe proposed approval; B Voss seconded; "
        f"**Carried**.\n\n**Lamps**\n\n{TOLD}\n\n**Ford**\n\n{TOLD}"
    )
    titles = [title for _, title in items(HEAD + told)]
    assert titles == ["Minutes of Annual Parish Meeting 2014", "Lamps", "Ford"]


def test_a_number_of_minutes_may_stand_before_that_of_an_application() -> None:
    told = f"7/16 Lamps\n\n{TOLD}\n\n8/16 16/00501/OM New houses\n\n{TOLD}\n\n9/16 Ford\n\n{TOLD}"
    assert [number for number, _ in items(HEAD + told)] == ["7/16", "8/16", "9/16"]


def test_a_point_that_opens_with_no_is_no_head_of_a_list() -> None:
    told = (
        "- Goals\n    - May: a choice\n- Badges\n    - No specific requirements on the testing\n"
        "    - Main idea\n        - Start weak\n    - Old pages\n- News\n    - None\n"
    )
    assert [title for _, title in items(CALL + told)] == ["Goals", "Badges", "News"]


def test_headings_no_deeper_than_a_report_are_what_it_tells_of() -> None:
    told = (
        f"## 1. Lamps\n\n{TOLD}\n\n## 2. Reports from Councillors\n\n## Street Furniture\n\n{TOLD}"
        f"\n\n## Footpaths\n\n{TOLD}\n\n## 3. Ford\n\n{TOLD}\n\n## Bench\n\n{TOLD}\n\n## 4. Hall"
    )
    titles = [title for _, title in items(HEAD + told)]
    assert titles == ["Lamps", "Reports from Councillors", "Ford", "Bench", "Hall"]


def test_headings_that_count_from_1_again_behind_others_are_items_too() -> None:
    matters = "".join(f"### {at}. Matter {at}\n\n{TOLD}\n\n" for at in (1, 2, 3, 4))
    listed = "1. Staffing: many left, few came\n2. Garden: it needs care\n"
    points = "".join(f"### {at}. Point {at}\n\n{TOLD}\n\n" for at in (1, 2, 3))
    told = f"## Matters arising\n\n{matters}## Points discussed\n\n{points}{listed}"
    found = items(HEAD + told)
    numbers = [number for number, _ in found]
    assert numbers == ["1", "2", "3", "4", "1", "2", "3"]


def test_the_agenda_of_the_next_meeting_holds_no_items_of_this_one() -> None:
    told = "".join(
        f"### {title}\n\n{TOLD} {TOLD}\n\n" for title in ("Lamps", "Ford", "Hall", "Boat")
    )
    after = "### 17:15, Wednesday 21 September 2022, the hall\n\n#### Agenda\n\n"
    listed = "1. Fees\n2. Handbook\n3. Gate\n4. Path\n"
    titles = [title for _, title in items(f"{HEAD}{told}## Next meeting\n\n{after}{listed}")]
    assert titles == ["Lamps", "Ford", "Hall", "Boat", "Next meeting"]


def test_a_numbered_list_that_is_led_in_to_below_one_of_several_headings_is_no_items() -> None:
    page = (
        "<h1>Lark Data Board minutes, 4 March 2025</h1><p>Present: Ann Lowe, Ben Tarn</p>"
        "<h2>Welcome</h2><p>All were welcomed.</p><h2>Ponds</h2><p>It was agreed to dig one.</p>"
        "<h2>Progress</h2><p>Three proposals were seen as crucial:</p>"
        "<p>1. Open by default</p><p>It should be so.</p><p>2. Control of lamps</p>"
        "<p>It must move.</p>"
        "<p>3. The right to ponds</p><p>A right for all.</p>"
        "<h2>Other business</h2><p>None.</p>"
    )
    assert [title for _, title in items(page, "minutes.html")] == [
        "Welcome",
        "Ponds",
        "Progress",
        "Other business",
    ]


def test_points_that_speakers_make_are_no_parts_of_the_items_of_an_agenda() -> None:
    listed = (
        "1. Welcome\n   1. AL\n2. Minutes\n   1. AL\n3. Leases\n   1. BT - The lease of the hall\n"
        "   2. Full list of leases\n4. Accounts\n   1. Budget\n      1. AL\n5. Closing\n   1. AL\n"
    )
    assert items(CALL + listed) == [
        ("1", "Welcome"),
        ("2", "Minutes"),
        ("3", "Leases"),
        ("4", "Accounts"),
        ("4.1", "Budget"),
        ("5", "Closing"),
    ]
    few = items(CALL + "1. Reports\n   1. PTA\n   2. Hall hire\n2. Lamps\n3. Fees\n")
    assert ("1.1", "PTA") in few


@pytest.mark.parametrize(
    "line",
    [
        "TOTAL £600.00",
        "NO OBJECTIONS",
        "Summary of outcomes",
        "Proposals discussed at this meeting",
    ],
)
def test_sums_and_summaries_in_bold_head_no_items(line: str) -> None:
    told = (
        f"## Planning\n\n{TOLD}\n\n**{line}**\n\n{TOLD}\n\n## Lamps\n\n{TOLD}\n\n## Ford\n\n{TOLD}"
    )
    assert [title for _, title in items(HEAD + told)] == ["Planning", "Lamps", "Ford"]


def test_a_heading_over_a_table_of_figures_opens_no_roll_of_members() -> None:
    told = (
        "# Committee meeting of Fenmoor Boat Club 11 May 2019\n\n#### Members present\n\n"
        "- Present: Ann Lowe, Ben Voss, Cara Tarn\n\n#### Previous minutes\n\nAccepted.\n\n"
        "### AGENDA\n\n- Membership\n- Boats\n\n#### Membership\n\n"
        "| Qty | Fee | Kind |\n|---|---|---|\n| 4 | 25 | Junior |\n| 9 | 40 | Senior |\n\n"
        f"#### Boats\n\n{TOLD}\n\n#### Slipway\n\n{TOLD}\n"
    )
    assert [title for _, title in items(told)] == [
        "Previous minutes",
        "Membership",
        "Boats",
        "Slipway",
    ]
    assert len(facts_of(told, "a.md").attendance) == 3


def test_headings_below_agenda_over_bullets_are_its_items() -> None:
    told = (
        "# Fenmoor Boat Group Agenda\n\n### 4 March 2019, 3-4pm\n\n### Conveners\n\n- Ann Lowe\n\n"
        "## Agenda\n\n### Announcements\n\n- A lamp is lit\n\n### Boats\n\n- Paint\n- Oars\n\n"
        "### Open talk\n\nTopics can include:\n\n- Ropes\n\n### Notes\n\n### Boats\n\n### Ford\n"
    )
    found = [title for _, title in items(told)]
    assert found == ["Announcements", "Boats", "Open talk"]


def test_headings_with_nothing_but_bullets_under_them_are_the_items_of_an_agenda() -> None:
    told = (
        "# Agenda for Fenmoor Boat Club meeting 4 March 2019\n\n## Apologies\n\n- people\n\n"
        "## Old Minutes\n\n- Vote\n- Notes\n- More notes\n- Corrections\n\n## Boats\n\n"
        "## Lamps\n\n- Buy some\n- Sell some\n- Mend some\n- Paint some\n\n## Oars\n\n"
        "## Slipway\n\n- Costs\n\n## Meeting Finish: 5pm\n"
    )
    found = [title for _, title in items(told)]
    assert found[-5:] == ["Old Minutes", "Boats", "Lamps", "Oars", "Slipway"]
    assert len(facts_of(told, "a.md").meetings) == 1


POINTS = f"a) Mill Way - {TOLD}\n\nb) Fence between the Old Mill and Weir Farm - {TOLD}\n\n"


def test_letters_count_the_parts_of_an_item_without_a_number() -> None:
    told = f"## Matters Arising\n\n{POINTS}c) Ford - {TOLD}\n\n## Lamps\n\n{TOLD}\n\n"
    assert items(HEAD + told) == [
        ("", "Matters Arising"),
        ("a", "Mill Way"),
        ("b", "Fence between the Old Mill and Weir Farm"),
        ("c", "Ford"),
        ("", "Lamps"),
    ]


@pytest.mark.parametrize(
    "line", ["Received after publication of agenda", "Late additions to the agenda"]
)
def test_what_came_after_an_agenda_opens_no_agenda_of_its_own(line: str) -> None:
    told = "".join(f"**Lamp {at}:**\n\n{TOLD}\n\n" for at in range(12))
    paper = f"{HEAD}{told}{line}\n\nA porch at 2 Mill Lane\n\n**Ford:**\n\n{TOLD}\n\n"
    kinds = [part.kind for part in parts(read_document(paper.encode(), "a.md"))]
    assert kinds == [PartKind.MINUTES]
    assert ("", "Ford") in items(paper)
