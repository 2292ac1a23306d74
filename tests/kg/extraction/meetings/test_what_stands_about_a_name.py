"""The name of a body without how it sat, and without the hall that it met in."""

import pytest

from tests.kg.extraction.meetings.test_body_heads import told

BEHIND = "\n\n1. Accounts\n\nThe accounts were approved.\n\n2. Lamps\n\nTwo lamps were bought.\n"
DAY = "2015-05-12"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("MINUTES OF THE MAY 12, 2015 REGULAR SESSION LARK QUAY COUNCIL", "Lark Quay Council"),
        ("SUMMARY OF LARK SENATE MEETING 12 May 2015", "Lark Senate"),
    ],
)
def test_how_a_body_sat_is_no_part_of_its_name(head: str, body: str) -> None:
    assert told(head + BEHIND, "paper.txt") == (body, DAY)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("ROADS / STREET LAMPS COMMITTEE", "Roads/Street Lamps Committee"),
        ("Paths & Ponds / Rescue Panel", "Paths & Ponds/Rescue Panel"),
        ("Harbour Council / Ferry Panel", "Harbour Council"),
        ("Minutes / Ferry Panel", "Ferry Panel"),
    ],
)
def test_a_stroke_between_words_of_the_name_of_a_committee(head: str, body: str) -> None:
    came = "\nMinutes of a meeting held on 12 May 2015.\nPresent: Councillors A. Lowe and B. Tarn"
    assert told(f"{head}{came}\n1 ROOF\nThe Council's roof leaks.", "p.txt") == (body, DAY)


def test_the_hall_below_the_day_owns_no_board_that_meets_in_it() -> None:
    head = "LIBRARY BOARD MEETING\nTuesday, May 12, 2015\nCentral Library\n7:00 p.m."
    assert told(head + BEHIND, "paper.txt") == ("Library Board", DAY)


def test_an_organisation_above_the_day_owns_its_board() -> None:
    head = "LIBRARY BOARD MEETING\nMarl Library\nTuesday, May 12, 2015"
    assert told(head + BEHIND, "paper.txt") == ("Marl Library Board", DAY)


def test_a_sentence_of_one_long_line_says_who_met() -> None:
    line = (
        "(02) RECORD 5/12/2015 I. INVOCATION Ann Lowe gave the invocation with the pledge to the "
        "flag. The Quay Council of the Port of Marl met in Regular Session on Tuesday, May 12, "
        "2015 at 8 a.m. in the hall, with the following members present: Ann Lowe, Ben Tarn and "
        "Cara Voss, and the clerk. Lamps were talked of."
    )
    assert told(line, "minutes.txt") == ("Quay Council of the Port of Marl", DAY)


def test_a_heading_that_opens_the_sentence_below_it_names_business() -> None:
    head = (
        "Quorum\nQuorum reached and meeting called to order at 17:04.\nAttendees\nBoard Members\n"
        "- Ann\n- Ben\n- Cara\nTopics\nThe Board talked of lamps.\nThe Board thanked Ann."
    )
    assert told(head, "minutes20150512.txt") == ("Board", DAY)


def test_a_day_without_a_year_in_the_title_is_the_whole_day_told_below() -> None:
    head = (
        "Senate meeting minutes, Sept. 29\n\nSeptember 30, 2015\n\nNews Senate\n\n"
        "Senate meeting minutes\nSept. 29, 2015\n\nMembers present: Ann Lowe, Ben Tarn"
    )
    assert told(head + BEHIND, "paper.txt")[1] == "2015-09-29"
