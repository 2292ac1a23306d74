"""The body and the day of papers whose lines run on, and of pages with the words of their site."""

import pytest

from tests.kg.extraction.meetings.test_body_heads import told

BEHIND = "\n\n1. Accounts\n\nThe accounts were approved.\n\n2. Next meeting\n\n9 June 2015\n"
ROLL = " Roll Call Council Members Present: Ann Lowe, Ben Tarn. The quay was discussed at length. "
DAY = "2015-05-12"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "MINUTES OF THE REGULAR SESSION OF THE QUAY COUNCIL May 12, 2015 6:30 p.m.",
            "Quay Council",
        ),
        (
            "MINUTES LARK QUAY SENATE MEETING #96 TUESDAY, MAY 12, 2015 WOOD HALL",
            "Lark Quay Senate",
        ),
        ("Loading...\nMARL QUAY COMMISSION REGULAR MEETING MAY 12, 2015", "Marl Quay Commission"),
        (
            "Regular Meeting MinutesMARL QUAY COUNCIL REGULAR MEETING -MAY 12, 2015 HALL 7 P.M.",
            "Marl Quay Council",
        ),
        (
            "THE MEETING OF THE MARL COUNTY BOARD OF SUPERVISORS HELD MAY 12, 2015",
            "Marl County Board of Supervisors",
        ),
    ],
)
def test_a_paper_of_one_line_is_of_the_body_and_day_before_its_list_of_people(head, body):
    assert told(head + ROLL * 4, "paper.txt") == (body, DAY)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Browse By\n\nParish Council Minutes 12 May 2015", "Parish Council"),
        (
            "Catalog Your Account Email Sign Up\n\nMeeting of the Board of Trustees\n\n12 May 2015",
            "Board of Trustees",
        ),
        (
            "From Kestrel Makers Wiki\nJump to search\n\nCalled to Order\n\n12 May 2015",
            "Kestrel Makers",
        ),
        ("Resolutions & Meeting Minutes\n\nQM Senate Meeting Minutes\n\n12 May 2015", "QM Senate"),
        (
            "Q1\n\n– DRAFT –\nLamp Coordination Call Teleconference\n\n12 May 2015",
            "Lamp Coordination",
        ),
        (
            "M I N U T E S\n\nof the\n\nFIRST MEETING\n\nOF\n\nKESTREL FOUNDATION\n\n12 May 2015",
            "Kestrel Foundation",
        ),
        ("Marl Vale - Quay Rowing Club Minutes\n\n12 May 2015", "Marl Vale - Quay Rowing Club"),
        ("Kestrel Makers Business Meeting Minutes for 12 May 2015", "Kestrel Makers"),
        ("Minutes of the Extra-Ordinary Full Council Meeting held on 12 May 2015", "Council"),
        (
            "Quay Trust meeting - May\n\nMarl Quay Trust Management Committee Meeting\n12 May 2015",
            "Marl Quay Trust Management Committee",
        ),
        (
            "Proceedings of the Board of Supervisors\n\nMARL COUNTY, OLDSHIRE\n\n12 May 2015",
            "Marl County Board of Supervisors",
        ),
        ("Meeting Minutes - QZBA\n\n12 May 2015", "QZBA"),
        (
            "There was a Quay Association Membership Meeting held on 12 May 2015.",
            "Quay Association",
        ),
    ],
)
def test_neither_the_words_of_a_site_nor_the_kind_of_meeting_are_of_the_name(head, body):
    assert told(f"{head}\n\nPresent: Ann Lowe, Ben Tarn{BEHIND}", "paper.txt") == (body, DAY)


@pytest.mark.parametrize(
    "head",
    [
        "ZQB Minutes 05.12.15\n\nMAY 12, 2015",
        "05-12-2015 Regular Meeting of the ZQB\n\nHELD THE TWELFTH DAY OF MAY",
        "ZQB Meeting\n\nTuesday, May 12, 20157:30 P.M.",
        "Minutes of the ZQB meeting. On May 12th. 2015 in the hall",
        "ZQB Minutes\n\n12 May 2015\n\nThe minutes of the May 5, 2015 meeting were presented.",
        "ZQB meeting notes\n\nBE IT REMEMBERED, that the first meeting of those who founded it "
        + "and of all who were then of its number, by whatever name they went, " * 3
        + "was called and held at the principal office, at 8:00 p.m., on May 12, 2015, by notice",
    ],
)
def test_the_day_of_a_meeting_in_odd_forms(head):
    meeting = told(f"{head}\n\nPresent: Ann Lowe, Ben Tarn\n\n1. Accounts\n\nApproved.\n", "z.txt")
    assert meeting is not None
    assert meeting[1] == DAY


def test_the_number_of_a_phone_is_no_item_above_the_day_of_an_agenda() -> None:
    head = "MARL COUNTY\nBOARD OF SUPERVISORS\n\n(530) 555-0192\n\nAGENDA\n\nREGULAR MEETING\n\n"
    paper = f"{head}Tuesday, May 12, 2015, 9:00 AM\n\n1. Lamps\n\n2. Quay\n"
    assert told(paper, "paper.txt") == ("Marl County Board of Supervisors", DAY)
