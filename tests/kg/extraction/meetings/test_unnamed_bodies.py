"""The body of papers whose head names none, by what else they say, and the year of their items."""

import pytest

from tests.kg.extraction.meetings.test_body_heads import told
from tests.support.read_papers import facts_of

SHORTENED = (
    "A report on the state of the UK Tide Association. The UKTA has £5K of reserves. Ann spoke for "
    "the UKTA. The rules of our charity were sent to the Charity Commission twice, and the Charity "
    "Commission read them."
)
CAME = "\n\nPresent: Ann Lowe, Ben Tarn\n\n1. Roof\n\n"


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("The Parish Council had the funds and councillors chose slate.", "Parish Council"),
        ("A lamp for TideSoc. How much can TideSoc pay?", "TideSoc"),
        ("Tidesoc talks start. A room for Tidesoc talks is free.", "Tidesoc"),
        ("The membership of the Tide Watch group was read out.", "Tide Watch group"),
        (
            "Friends of Marle Pier met here. Friends of Marle Pier will paint.",
            "Friends of Marle Pier",
        ),
        ("The Parish Council has not answered our letter.", "Unnamed body (notes)"),
        (SHORTENED, "UK Tide Association"),
    ],
)
def test_a_body_that_only_the_text_names(said: str, body: str) -> None:
    text = f"Minutes of the meeting held on 12 May 2015{CAME}{said}\n\n2. Close\n\nAt nine.\n"
    assert told(text, "notes.txt") == (body, "2015-05-12")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "Marle Lamps Limited Board\n\nPart I Minutes of the Meeting held on",
            "Marle Lamps Limited Board",
        ),
        ("FGB Minutes\n\nMarle Primary School\n\n", "Marle Primary School FGB"),
        (
            "The Governing Body of Marle School\n\nSpring Term Meeting,",
            "Governing Body of Marle School",
        ),
        (
            "Marle and WickChurch of England School\n\nMinutes of the Governors' Meeting\n\n",
            "Marle and Wick Church of England School Governors",
        ),
    ],
)
def test_what_is_part_of_a_paper_or_year_is_no_body(head: str, body: str) -> None:
    assert told(f"{head} 12 May 2015{CAME}It leaks.\n", "notes.txt") == (body, "2015-05-12")


def test_the_next_committee_is_no_body() -> None:
    text = (
        "# Minutes for 2015-05-12\n\n## Present\n\n* Ann Lowe\n* Ben Tarn\n\n"
        "### Composition of ABC Lamps group\n\nNobody left.\n\n"
        "### Next committee meeting\n\n* In June.\n"
    )
    assert told(text, "notes.md") == ("ABC Lamps group", "2015-05-12")


def test_a_council_is_what_the_text_calls_it() -> None:
    text = (
        "Minutes of the Annual Meeting of the Council held on 12 May 2015"
        f"{CAME}The Parish Council will meet in June.\n"
    )
    assert told(text, "notes.txt") == ("Parish Council", "2015-05-12")


def test_the_numbers_of_items_tell_the_year_of_a_day_of_the_week() -> None:
    text = (
        "Marle School\n\nMinutes of the Governors' Meeting\n\nTuesday 12th May at 7pm\n\n"
        "Present: Ann Lowe, Ben Tarn\n\n8/15 Apologies\nNone.\n\n"
        "9/15 Roof\nIt may last to 2019.\n\n10/15 Close\nAt nine.\n"
    )
    assert told(text, "notes.txt") == ("Marle School Governors", "2015-05-12")


@pytest.mark.parametrize(
    ("line", "body"),
    [
        (
            "Co-ordinating Overview and Scrutiny Group - Thursday 14th May 2015 6.00 pm",
            "Co-ordinating Overview and Scrutiny Group",
        ),
        ("Marle Development Group, Thursday 14th May 2015", "Marle Development Group"),
        ("Quay Hall - Thursday 14th May 2015 6.00 pm", "Unnamed body (agenda)"),
    ],
)
def test_a_group_that_the_head_names_with_a_day(line: str, body: str) -> None:
    text = (
        f"Agenda\n\n{line}\n\nVenue: Court Room, Marle\n\nItems\n\n1.\n\nAppointment of Chair"
        "\n\nTo appoint a Chair\n\n2.\n\nApologies\n\nThe Chair to note any apologies.\n"
    )
    assert told(text, "agenda.txt") == (body, "2015-05-14")


def test_the_count_of_a_meeting_is_no_part_of_what_met() -> None:
    text = (
        "# Marle Seed Agency\n\n## Minutes of the 57th Board Meeting\n\nHeld on Wednesday "
        "25 September 2024\n\nPresent: Ann Lowe (Chair), Ben Tarn\n\n## 1. Fees\n\nThe Board noted "
        "the fees.\n"
    )
    (found,) = facts_of(text, "minutes.md").meetings
    assert found.key.board == "Marle Seed Agency Board"
