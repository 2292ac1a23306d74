"""The body and the day of a paper by heads of many forms, and meetings of electors."""

import pytest

from tests.kg.extraction.meetings.test_body_heads import told

BEHIND = (
    "\n\nPresent: Ann Lowe, Ben Tarn\n\n1. Accounts\n\nApproved.\n\n2. Date of next meeting\n\n"
    "9 June 2015\n"
)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("The Kestrel Makers met on 12 May 2015 at the Mill.", "Kestrel Makers"),
        ("Kestrel Makers met in regular session.\n\nTuesday 12/5/15", "Kestrel Makers"),
        (
            "Kestrel Makers logo\n\nMinutes of Committee Meeting\n\n12 May 2015",
            "Kestrel Makers Committee",
        ),
        (
            "Lark Hall Trust | Board of Trustees\n\nMinutes 12.05.15",
            "Lark Hall Trust Board of Trustees",
        ),
        ("Kestrel Makers\n\nthe 12th day of May 2015\n\nMinutes", "Kestrel Makers"),
        ("Organisation: Kestrel Makers\nMeeting date: 12 May 2015", "Kestrel Makers"),
        (
            "Marl Open Lamp Foundation\n\nMOLF MEETING MINUTES\n\n12 May 2015",
            "Marl Open Lamp Foundation",
        ),
        (
            "Minutes\n\nMeeting of 12 May 2015, 7pm, The Hall\n\nCommittee: Lark Ringers",
            "Lark Ringers",
        ),
        ("Committee meeting for Kestrel Makers 12 May 2015", "Kestrel Makers"),
        ("What: Kestrel Meeting\n\nVenue: The Mill\n\nDate: 12 May 2015", "Kestrel"),
        ("Annual Members' Meeting - Kestrel Makers\n\nDate: 12 May 2015", "Kestrel Makers"),
        (
            "MINUTES OF MEETING OF THE HARBOUR\nLAMPS STRATEGIC\nCOMMITTEE HELD IN MARL\n\n12/5/15",
            "Harbour Lamps Strategic Committee",
        ),
        (
            "MINUTES OF MEETING FOR THE MUNICIPAL DISTRICT OF MARL HELD IN MARL\n\n12 May 2015",
            "Municipal District of Marl",
        ),
        (
            "Kestrel Bell Club meeting\n\nHELD ON l2th MAY 2015\n\nTO DISCUSS THE NEW CLUB HALL",
            "Kestrel Bell Club",
        ),
        (
            "AB-SC-2015-May-12-Minutes\n\nSteering Committee Meeting (May 12, 2015)",
            "Steering Committee",
        ),
        (
            "5th Special Council Meeting\n\nMay 12, 2015\n\nThe Special Council made by-law 7.",
            "Council",
        ),
    ],
)
def test_the_furniture_of_a_head_does_not_hide_its_body(head: str, body: str) -> None:
    assert told(head + BEHIND, "notes.txt") == (body, "2015-05-12")


@pytest.mark.parametrize(
    "head",
    [
        "Marl Ferry Club\n\nMinutes of the meeting held on 12th May",
        "Marl Ferry Club\nClerk: Ada Finch\nMill Lane\n\nMinutes\n\nof the meeting held 12 May",
        "The Marl Ferry Club met on Tuesday 12 May in the Mill.",
        "Marl Ferry Club Meeting\n\nWhen: 12th May 7pm\nWhere: The Mill",
    ],
)
def test_a_day_without_a_year_is_before_days_of_business(head: str) -> None:
    assert told(head + BEHIND, "notes.txt") == ("Marl Ferry Club", "2015-05-12")


@pytest.mark.parametrize(
    "front",
    [
        'title: "Marl Ferry Club - 2015-05-12"\nauthor: Ada Finch',
        'title: Marl Ferry Club\nmeetingDate: "2015-05-12"\ndate: 2015-05-20',
    ],
)
def test_front_matter_gives_the_day_of_a_meeting(front: str) -> None:
    text = f"---\n{front}\n---\n\n# Minutes{BEHIND}"
    assert told(text, "notes.md") == ("Marl Ferry Club", "2015-05-12")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "LARKBY PARISH COUNCIL\n\nANNUAL PARISH MEETING\n\n12 May 2015",
            "Larkby Annual Parish Meeting",
        ),
        (
            "Minutes of the Annual Parish Meeting of Larkby, 12 May 2015",
            "Larkby Annual Parish Meeting",
        ),
        (
            "Larkby Town Council\n\nMinutes of the Annual Meeting of Electors, 12 May 2015",
            "Larkby Annual Meeting of Electors",
        ),
        (
            "Larkby Parish Council\n\nMinutes of the Annual Parish Council Meeting, 12 May 2015",
            "Larkby Parish Council",
        ),
        (
            "Larkby Parish Council Minutes\n\n12 May 2015\n\nAnnual Parish Meeting will be 20 May",
            "Larkby Parish Council",
        ),
        (
            (
                "Minutes of the Annual Meeting of Larkby Parish Council\n\n"
                "MINUTES OF LARKBY PARISH ANNUAL MEETING\n\nHELD ON 12 MAY 2015 AT THE HALL"
            ),
            "Larkby Parish Annual Meeting",
        ),
        (
            (
                "Minutes of the Annual Meeting of Larkby Parish Council\n\n"
                "Minutes of Ternby Annual Parish Meeting\n\nHeld on 12 May 2015"
            ),
            "Larkby Parish Council",
        ),
    ],
)
def test_a_meeting_of_electors_is_none_of_the_council(head: str, body: str) -> None:
    assert told(head + BEHIND, "notes.txt") == (body, "2015-05-12")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("LARKBY ANNUAL PARISH MEETING 2015", "Larkby Annual Parish Meeting"),
        ("Lark Technical Committee Working Meeting", "Lark Technical Committee"),
    ],
)
def test_a_title_beside_the_text_names_who_meet(title: str, body: str) -> None:
    text = f'---\ntitle: "{title}"\ndate: "2015-05-12"\n---\n\n**Attendance:** Cllr Ann Lowe\n\n'
    text += "**1.0 Lamps**\n\n1.1 It was agreed to mend two."
    assert told(text, "notes.md") == (body, "2015-05-12")


def test_an_item_of_an_agenda_is_no_body_where_the_title_names_one() -> None:
    text = "---\nstart: 2015-05-12T15:00\ntitle: Spring Lamp Group Meeting\n---\n\n## Agenda\n\n"
    text += "To be discussed\n\n* Greetings to Project Managers\n* Wicks\n\n## Minutes\n\n"
    text += "### Attendance\nAnn Lowe, Ben Tarn, Cat Moss\n"
    assert told(text, "notes.md") == ("Spring Lamp Group", "2015-05-12")


def test_a_day_without_a_year_is_the_one_nearest_to_the_first_whole_day() -> None:
    head = "Lamp Board\n\nMinutes of the meeting held on 13 December at the Mill\n\n"
    text = "Present: Ann Lowe, Ben Tarn\n\n1. Lamps\n\n" + "The lamps were mended.\n\n" * 25
    text += "2. Terms\n\nThe terms are due on 31 January 2012.\n"
    assert told(head + text, "notes.txt") == ("Lamp Board", "2011-12-13")


def test_a_committee_meets_for_a_club() -> None:
    head = "# Committee meeting for Marl Ferry Club 12th May 2015"
    assert told(head + BEHIND, "notes.md") == ("Marl Ferry Club", "2015-05-12")


def test_labels_in_bold_on_lines_that_markdown_joins() -> None:
    head = (
        "## Minutes of the Meeting of May 12, 2015\n\n**Body:** Quay Review Board of Lark, Inc.\n"
        "**Date:** Tuesday, May 12, 2015\n**Place:** The Mill"
    )
    assert told(head + BEHIND, "notes.md") == ("Quay Review Board of Lark Inc.", "2015-05-12")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Marl Council\n\nMeeting Minutes 05.23.2020", "2020-05-23"),
        ("Marl Council\n\nMeeting: Council (2020 May 23)", "2020-05-23"),
        ("Marl Council\n\nTo be approved at next meeting\n\nSaturday 23rd May 2020", "2020-05-23"),
        (
            "MEETING OF THE MARL LIBRARY BOARD APPROVED MINUTES Saturday, May 23, 2020 5:30 P.M.",
            "2020-05-23",
        ),
        (
            "Marl Council – Meeting 23 May 2020 *DRAFT SUBJECT TO APPROVAL AT THE NEXT MEETING*",
            "2020-05-23",
        ),
        ("Marl Council\n\nMinutes 23 05 20", "2020-05-23"),
        ("Marl Council\n\n20200523 Minutes", "2020-05-23"),
        ("Marl Council met on May the 23rd.\n\nMinutes 2020", "2020-05-23"),
    ],
)
def test_the_day_of_a_head(head: str, day: str) -> None:
    text = f"{head}\n\nPresent: Ann Lowe, Ben Tarn\n\n1. Lamps\n\nIt was agreed to buy two.\n"
    meeting = told(text, "paper.txt")
    assert meeting is not None
    assert meeting[1] == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("council_23_05_2020.txt", "2020-05-23"),
        ("council 23 05 20.txt", "2020-05-23"),
        ("council-200523.txt", "2020-05-23"),
        ("council-2020-23-05.txt", "2020-05-23"),
        ("council-230520.txt", "2020-05-23"),
        ("council-123456.txt", None),
    ],
)
def test_a_day_in_the_name_of_a_file(name: str, day: str | None) -> None:
    text = (
        "Marl Council Minutes\n\nPresent: Ann Lowe, Ben Tarn\n\n1. Lamps\n\nTwo bought in 2020.\n"
    )
    meeting = told(text, name)
    assert (meeting and meeting[1]) == day


def test_a_title_that_is_a_day_comes_before_the_day_of_posting() -> None:
    front = "---\ntitle: 2015-05-12\ndate: 2019-01-04T02:49:39Z\n---\n\n"
    text = f"{front}# Marl Ferry Club minutes{BEHIND}"
    assert told(text, "notes.md") == ("Marl Ferry Club", "2015-05-12")


def test_a_day_whose_letters_are_set_apart_in_bold() -> None:
    head = "**MARL FERRY CLUB**\n\n**Minutes of the meeting held on Tuesday 12****th** **May 2015**"
    assert told(head + BEHIND, "notes.md") == ("Marl Ferry Club", "2015-05-12")


def test_letters_that_name_a_site_of_the_paper_are_its_body() -> None:
    text = "# 12th May 2015\n\nThe MFRC store is full. Prices are on https://mfrc.org/store."
    assert told(text + BEHIND, "notes.md") == ("MFRC", "2015-05-12")


def test_letters_that_own_a_meeting_are_its_body_without_the_apostrophe() -> None:
    text = "The minutes for MFRC's 2015 AGM, held on 2015-05-12" + BEHIND
    assert told(text, "notes.txt") == ("MFRC", "2015-05-12")


def test_a_heading_below_the_members_gives_the_day() -> None:
    members = "".join(f"- Ann {letter}. Lowe (Lark)\n\n" for letter in "ABCDEFGHIJKLMNOP")
    text = f"# Quay Editorial Committee\n\n{members}# Agenda 2015-05-12\n\n1. Lamps\n\n2. AOB\n"
    assert told(text, "notes.md") == ("Quay Editorial Committee", "2015-05-12")


def test_counted_people_are_no_body() -> None:
    text = "Minutes\n\n12 May 2015\n\nTwo Directors spoke. The Two Directors agreed.\n" + BEHIND
    assert told(text, "notes.txt") == ("Unnamed body (notes)", "2015-05-12")


def test_the_masthead_of_a_site_names_the_council_above() -> None:
    page = (
        "<html><body><div role='banner'><a href='#x'>Skip to text</a><div>Lark Vale Community "
        "Council<br>FOR LARK</div></div><p>Minutes of a meeting of the above Council held on "
        "12 May 2015 in the Mill.</p><p>Present: Cllrs Ann Lowe and Ben Tarn.</p>"
        "<p>LVCC agreed to buy lamps. LVCC members thanked LVCC.</p></body></html>"
    )
    assert told(page, "notes.html") == ("Lark Vale Community Council", "2015-05-12")
