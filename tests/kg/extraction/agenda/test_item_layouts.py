"""How real papers lay out their items, each form in a paper of its own."""

import pytest

from tests.support.read_papers import facts_of

HEAD = (
    "Tarnby Parish Council\n\nMinutes of the meeting held on 4 March 2019\n\n"
    "Present: Cllr Ann Lowe (Chairman), Cllr Ben Voss\n\n"
)
TOLD = "The clerk reported that the work had been done and that the bill had been paid in full."


def items(text: str) -> list[tuple[str, str]]:
    facts = facts_of(text, "a.txt")
    return [(one.number, one.title) for one in facts.items]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (  # a number and a title in two cells of a table whose borders are strokes
            f"1 / Lamps\n{TOLD}\n2 / Ford\n{TOLD}\n3 / Hall\n{TOLD}",
            [("1", "Lamps"), ("2", "Ford"), ("3", "Hall")],
        ),
        (  # one number of minutes among titles without
            f"PRAYERS\n\nThese were said.\n\n147/12/13 LAMPS AND PATHS\n\n{TOLD}\n\nFORD\n\n{TOLD}",
            [("", "PRAYERS"), ("147/12/13", "LAMPS AND PATHS"), ("", "FORD")],
        ),
        (  # the only item
            f"17.32 CHOICE OF WARDEN\n\n{TOLD}",
            [("17.32", "CHOICE OF WARDEN")],
        ),
        (  # two long numbers before titles in capitals
            f"20871 LAMP POSTS\n{TOLD}\n\n20872 FORD\n{TOLD}",
            [("20871", "LAMP POSTS"), ("20872", "FORD")],
        ),
        (  # what was done is no part of the title of usual business
            (
                "1. Apologies were received from: Cllr Dee.\n\n2. Minutes of the meeting of 5 May "
                f"were signed.\n\n3. Matters arising: none\n\n4. Lamps\n\n{TOLD}"
            ),
            [
                ("1", "Apologies"),
                ("2", "Minutes of the meeting of 5 May"),
                ("3", "Matters arising"),
                ("4", "Lamps"),
            ],
        ),
        (  # minutes that are approved right below their name
            (
                f"Minutes of the Meeting on 5 May 2018:-\n\nThese were approved.\n\nLamps:-\n\n"
                f"{TOLD}\n\nFord:-\n\n{TOLD}"
            ),
            [("", "Minutes of the Meeting on 5 May 2018"), ("", "Lamps"), ("", "Ford")],
        ),
        (  # a meeting about the Wi-Fi is no guidance for visitors
            f"1. Lamps:\nNone.\n2. Ford:\nNone.\n3. Hall\nWiFi meeting. Many.\n4. Road. {TOLD}",
            [("1", "Lamps"), ("2", "Ford"), ("3", "Hall"), ("4", "Road")],
        ),
        (  # a sentence about the minutes of another meeting is parted before no name
            (
                f"1. Minutes of the 2018 Tarnby Parish Meeting were agreed.\n\n2. Lamps. {TOLD}\n\n"
                f"3. Ford. {TOLD}"
            ),
            [("1", "Minutes of the 2018 Tarnby Parish Meeting"), ("2", "Lamps"), ("3", "Ford")],
        ),
        (  # numbers alone on their lines, those of parts too
            (
                "1\n\nLAMPS\n\n1.1\n\nThere were none.\n\n2\n\nFORD\n\n2.1\n\nIt was shut."
                "\n\n3\n\nHALL\n\n3.1\n\n(2.1) Roof - this was mended."
            ),
            [("1", "LAMPS"), ("2", "FORD"), ("3", "HALL")],
        ),
        (  # who left is no item, and letters are of the item they stand in
            (
                f"1. Lamps\n\n{TOLD}\n\n2. Ford\n\na. Report of the warden. Cllr Voss left the "
                f"meeting\n\n{TOLD}\n\nCllr Voss returned to the meeting\n\nb. Fees of it.\n\n"
                f"{TOLD}\n\n3. Hall\n\n{TOLD}"
            ),
            [("1", "Lamps"), ("2", "Ford"), ("2b", "Fees of it"), ("3", "Hall")],
        ),
    ],
)
def test_items_of_minutes(minutes: str, expected: list[tuple[str, str]]) -> None:
    assert items(HEAD + minutes) == expected


def test_titles_in_capitals_part_one_paragraph() -> None:
    text = (
        "Senate of Tarnby College\n\nRECORD OF SENATE MEETING 4 March 2019 CALL TO ORDER Chair "
        "Lowe called the meeting to order at 4:10 p.m. APPROVAL OF THE MINUTES_________ Motion to "
        "approve by Ben Voss. It passed. NEW BUSINESS A plan for the ford was shown and discussed. "
        "OLD BUSINESS Nothing was said, as all of it had been dealt with at the last meeting."
    )
    assert [title for _, title in items(text)][-4:] == [
        "CALL TO ORDER",
        "APPROVAL OF THE MINUTES",
        "NEW BUSINESS",
        "OLD BUSINESS",
    ]


def test_a_roll_call_is_an_item_though_it_names_people() -> None:
    text = (
        "Senate of Tarnby College\n\nMinutes of 4 March 2019\n\nROLL CALL\n\nMembers present: Ann "
        f"Lowe, Ben Voss.\n\nCollege members absent without proxy: Cy Dee.\n\nFORD\n\n{TOLD}\n\n"
        f"LAMPS\n\n{TOLD}"
    )
    assert [title for _, title in items(text)] == ["ROLL CALL", "FORD", "LAMPS"]


def test_a_title_of_an_agenda_ends_before_sentences() -> None:
    text = (
        "Tarnby Town Council\n\nAgenda for Monday 4 March 2019\n\n1. Apologies\n\n2. Gift "
        "of a bench to the wardens who have kept the ford until this year – The Council may say "
        "who carries it there.\n\n3. Declarations of Interest Members are asked to tell of any "
        "that they have in what is to be taken up at this meeting or the next."
    )
    assert items(text) == [
        ("1", "Apologies"),
        ("2", "Gift of a bench to the wardens who have kept the ford until this year"),
        ("3", "Declarations of Interest"),
    ]


def test_bullets_below_the_name_of_an_agenda_are_its_items() -> None:
    text = (
        "Tarnby Ford Society\n04/03/2019\nA meeting was held of the Tarnby Ford Society.\n"
        "Agenda for the Spring Meeting\n- Elect a chair\n- Agree on aims\n- Set a fee"
    )
    assert [title for _, title in items(text)] == ["Elect a chair", "Agree on aims", "Set a fee"]


def test_titles_over_lists_of_their_own_are_the_items_of_an_agenda() -> None:
    text = (
        "Tarnby Church Council\n\nAgenda for Meeting\n6:40 pm Monday 4 March 2019\n\n"
        "Opening and Hymn\n\nApologies\n\nMinutes of the last meeting\n\nMatters Arising\n\n"
        "Roof\n\n  1. Mend it\n  2. Paint it\n\nReports\n\n  1. Hall\n  2. Fees\n\nDates\n\n"
        "Any Other Business\n"
    )
    assert items(text) == [
        ("", "Opening and Hymn"),
        ("", "Apologies"),
        ("", "Minutes of the last meeting"),
        ("", "Matters Arising"),
        ("", "Roof"),
        ("", "Reports"),
        ("", "Dates"),
        ("", "Any Other Business"),
    ]


def test_the_hour_before_a_numbered_title_is_no_part_of_it() -> None:
    text = (
        "Tarnby Select Board\n\nMeeting Agenda, March 4, 2019\n\n1. 7:45 P.M. – Open Meeting\n"
        "2. Old Business\n3. Adjournment\n"
    )
    assert items(text) == [("1", "Open Meeting"), ("2", "Old Business"), ("3", "Adjournment")]


def test_bullets_in_capitals_are_the_items_of_an_agenda_that_names_itself_nowhere() -> None:
    text = (
        "Board Meeting - 3/4/2019\nTARNBY FORD BOARD OF WARDENS MEETING March 4, 2019\n"
        "9:10 a.m.\n- PLEDGE OF ALLEGIANCE\n- ROLL CALL\n- PUBLIC COMMENT (Three minutes each.)\n"
        "- MINUTES: February 4, 2019\nProposed: 1. Read them.\n2. Approve them.\n"
        "- BUDGET OF THE YEAR\nProposed: Adopt it.\n- ADJOURNMENT\n"
    )
    assert [title for _, title in items(text)] == [
        "PLEDGE OF ALLEGIANCE",
        "ROLL CALL",
        "PUBLIC COMMENT",
        "MINUTES",
        "BUDGET OF THE YEAR",
        "ADJOURNMENT",
    ]


def test_a_title_in_capitals_with_a_note_is_a_heading_and_the_first_line_may_be_one() -> None:
    text = (
        "CALL TO ORDER:\nROLL CALL:\nPUBLIC COMMENT (if anyone wishes to speak):\nOLD BUSINESS:\n"
        "Any item may be put off to the next meeting of the Tarnby Library Board on 4 March 2019.\n"
        "REGULAR AGENDA:\nADJOURNMENT:\n"
    )
    titles = [title for _, title in items(text)]
    assert titles[:2] == ["CALL TO ORDER", "ROLL CALL"]
    assert "PUBLIC COMMENT (if anyone wishes to speak)" in titles


def test_titles_far_before_their_sentences_are_items() -> None:
    text = (
        "Tarnby Hall Committee\n\nDraft Minutes of Meeting Held on 4th March 2019\n\n"
        "Present               D Marr, A Orr, B Voss\n\nApologies/Absent     C Dee, E Finn\n\n"
        f"Treasurer’s Report  Mr Voss said that all was well and had been for a year. {TOLD}\n\n"
        f"Booking Report  The list was shown, with the days that are still to be had. {TOLD}"
    )
    assert [title for _, title in items(text)] == ["Treasurer’s Report", "Booking Report"]


def test_lists_that_begin_again_under_headings_are_no_items() -> None:
    text = (
        "Minutes of meeting on the 4th March 2019 of Tarnby Parish Council\n\n"
        "PRESENT Mr. Lowe (Chairman), B. Voss, Mrs. Orr and Miss Dee.\n\nMATTERS ARISING\n\n"
        f"1. Mud at the ford.\n{TOLD}\n\n2. A bench is to come.\n\nPLANNING\n\n"
        "1. Orr, shed. Approved.\n\n2. Finn, wall. Approved.\n\nCORRESPONDENCE\n\n"
        "1. Letter of the mill. To be answered.\n\n2. A poem was read.\n"
    )
    assert items(text) == [("", "MATTERS ARISING"), ("", "PLANNING"), ("", "CORRESPONDENCE")]


def test_what_minutes_tell_below_the_list_of_their_agenda_are_the_items() -> None:
    text = (
        "# Tarnby Foundation Meeting 2019-03-04\n\n## Present\n\n* Ann Lowe\n* Ben Voss\n\n"
        "## Agenda\n\n### Tarnby/Board\n\n* Ford\n* Fees\n\n### Review\n\n* Lamps\n\n"
        f"## Minutes\n\n### Ford\n\n{TOLD}\n\n### Fees\n\n{TOLD}\n"
    )
    facts = facts_of(text, "a.md")
    assert [one.title for one in facts.items] == ["Ford", "Fees"]


def test_bullets_below_an_agenda_are_the_items_of_minutes_that_tell_nothing() -> None:
    text = (
        "# Tarnby Governance Committee Meetings\n## March 4, 2019\n**Chair:** Ann Lowe\n"
        "**Present:** Ann Lowe, Ben Voss\n### Agenda\n"
        "* Name a scribe\n* Old tasks\n* Any mud?\n"
    )
    facts = facts_of(text, "a.md")
    assert [one.title for one in facts.items] == ["Name a scribe", "Old tasks", "Any mud?"]


def test_a_number_of_its_own_behind_that_of_a_list_that_counts_anew_is_the_number() -> None:
    text = (
        f"{HEAD}1. LAMPS\n\n{TOLD}\n\n2 .FORD\n\n{TOLD}\n\n  1. 3.    HALL\n\n{TOLD}\n\n"
        f"TARNBY COUNCIL MEETING\n\n  1. 4.   FEES\n\n{TOLD}\n\nAB/CD\n\n{TOLD}"
    )
    assert items(text) == [("1", "LAMPS"), ("2", "FORD"), ("3", "HALL"), ("4", "FEES")]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (  # a colon and a dash behind each title, and two full stops behind a number
            (
                "1. Apologies:- Cllr Dee.\n\n2. Lamps:- None.\n\n3. Notes of the last meeting:-\n\n"
                "They were signed.\n\n4. Ford:- He told of it.\n\n5.. Hall:- No report received.\n"
            ),
            ["1 Apologies", "2 Lamps", "3 Notes of the last meeting", "4 Ford", "5 Hall"],
        ),
        (  # a full stop behind each title, and small letters behind some
            (
                "1.Apologies. none\n2. Minutes of last meeting. agreed\n3. Ford issues. Low Ford "
                "is open.\n4. Plans for AGM. Ann is to collect keys.\n"
            ),
            ["1 Apologies", "2 Minutes of last meeting", "3 Ford issues", "4 Plans for AGM"],
        ),
        (  # how a vote was taken is no item, though what else is of a meeting may be
            (
                f"WEBCAST OF COUNCIL MEETING\n\n{TOLD}\n\nFORD\n\n{TOLD}\n\n"
                f"VOICE VOTE ON THE FORD MADE BY ANN LOWE\n\n{TOLD}\n\nLAMPS\n\n{TOLD}\n"
            ),
            [" WEBCAST OF COUNCIL MEETING", " FORD", " LAMPS"],
        ),
        (  # numbers of minutes and titles in cells behind strokes
            f"58/16 / Lamps.\n{TOLD}\n59/16 / Ford\n{TOLD}\n60/16 / Hall and Fees\n{TOLD}\n",
            ["58/16 Lamps", "59/16 Ford", "60/16 Hall and Fees"],
        ),
        (  # each number of a list given twice
            f"  1. 1.   LAMPS\n\n{TOLD}\n\n  2. 2.   FORD\n\n{TOLD}\n\n  3. 3.   HALL\n\n{TOLD}\n",
            ["1 LAMPS", "2 FORD", "3 HALL"],
        ),
        (  # numbers that leave some out, all titles
            f"1. Choice of officers\n\n{TOLD}\n\n5. Groups to be formed\n\n{TOLD}\n",
            ["1 Choice of officers", "5 Groups to be formed"],
        ),
        (  # how each voted, and when a page was posted, are no items
            (
                "Posted: March 9, 2019\n\nTown of Tarnby\n\nLamps. Moved by Ann Lowe to mend "
                f"them. {TOLD}\n\nVoting AYE: Lowe and Voss\n\nVoting Nay: none\n\nFord. {TOLD}\n\n"
                f"Voting AYE: Lowe and Voss\n\nVoting Nay: none\n\nHall. {TOLD}\n"
            ),
            [" Lamps", " Ford", " Hall"],
        ),
    ],
)
def test_items_by_their_marks(minutes: str, expected: list[str]) -> None:
    assert [f"{number} {title}" for number, title in items(HEAD + minutes)] == expected


def test_bullets_below_an_agenda_with_a_colon_are_its_items_though_headings_tell_of_each() -> None:
    text = (
        "# Weir TC Meeting 2019-03-04\n\n## Present\n\n- Ann Lowe @lowe\n- Ben Voss @voss\n\n"
        "## Agenda:\n\n- Move the sluice\n- New sign\n- Ford account\n\n"
        "### Move the sluice\n\n- Ann agreed to move it.\n\n### New sign\n\n- No time to discuss\n"
    )
    facts = facts_of(text, "a.md")
    assert [one.title for one in facts.items] == ["Move the sluice", "New sign", "Ford account"]


def test_an_hour_before_a_number_is_no_part_of_it_where_a_paper_lost_its_lines() -> None:
    text = (
        "Agenda of a meeting of Weir Library Board to be held on 4 March 2019 at Ford Hall at 7pm\n"
        "\nAll members of the public are welcome to come on 4 March 2019.\n\n"
        "7.30 PM 32 APOLOGIES FOR ABSENCE\n7.35 PM 33 DECLARATIONS OF INTEREST\n"
        "7.50 PM 34 MINUTES OF THE LAST MEETING\n8.05 PM 35 FINANCE\n8.15 PM 36 SPRING CONCERT\n"
        "8.30 PM 37 NOTICEBOARDS\n8.40 PM 38 PLANNING APPLICATIONS\n8.50 PM 39 BOATHOUSE LEASE\n"
    )
    assert [number for number, _ in items(text)] == [str(number) for number in range(32, 40)]
