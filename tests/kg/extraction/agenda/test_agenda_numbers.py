"""Agendas are read whole, whatever form their numbers have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.agenda import numbers as agenda_numbers
from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils
from tests.support.read_papers import facts_of

HEAD = (
    "LITTLE HOLMBY PARISH COUNCIL\n\n"
    "A meeting of Little Holmby Parish Council will be held on Tuesday 12 March 2019 at 7.30pm.\n\n"
    "AGENDA\n\n"
)


def items(listed: str) -> list[tuple[str, str]]:
    """The numbers and titles of an agenda below an invented head."""
    document = read_document((HEAD + listed).encode(), "agenda.txt")
    return [(item.number, item.title) for item in extract(document, Councils.load()).items]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            (
                "1.To hear apologies\n2.Finance\n2.1To approve payments\n2.2To note the balance\n"
                "3.Highways\n"
            ),
            [
                ("1", "To hear apologies"),
                ("2", "Finance"),
                ("2.1", "To approve payments"),
                ("2.2", "To note the balance"),
                ("3", "Highways"),
            ],
        ),
        (
            "1. Welcome\n2. Officer reports\n2a President\n2b Treasurer\n3. Motions\n",
            [
                ("1", "Welcome"),
                ("2", "Officer reports"),
                ("2a", "President"),
                ("2b", "Treasurer"),
                ("3", "Motions"),
            ],
        ),
        (
            "718 Apologies\n*719 Ditches\n720 Hedges\n720a Footpath 12\n*721 Accounts\n",
            [
                ("718", "Apologies"),
                ("*719", "Ditches"),
                ("720", "Hedges"),
                ("720a", "Footpath 12"),
                ("*721", "Accounts"),
            ],
        ),
        (
            (
                "AM/14/01 Apologies\n\nAM/14/02 Cemetery\nTo consider the fees for 2014/15.\n\n"
                "AM/14/03 Play areas\nTo receive the report.\n\n"
            ),
            [("AM/14/01", "Apologies"), ("AM/14/02", "Cemetery"), ("AM/14/03", "Play areas")],
        ),
        (
            "Item 1. Opening\nItem 2. Matters:\n(a) Pipes\n(b) Rivers\nItem 3. End\n",
            [
                ("1", "Opening"),
                ("2", "Matters"),
                ("2a", "Pipes"),
                ("2b", "Rivers"),
                ("3", "End"),
            ],
        ),
        (
            (
                "I. CALL TO ORDER\nII. OLD BUSINESS\nA. Bridge\nB. Dog park\nIII. NEW BUSINESS\n"
                "A. Tree warden\nIV. ADJOURNMENT\n"
            ),
            [
                ("I", "CALL TO ORDER"),
                ("II", "OLD BUSINESS"),
                ("A", "Bridge"),
                ("B", "Dog park"),
                ("III", "NEW BUSINESS"),
                ("A", "Tree warden"),
                ("IV", "ADJOURNMENT"),
            ],
        ),
        (
            (
                "A1 Apologies\nA2 Declarations\nA3 Minutes (Pages 5 - 12)\nB1 Street lighting\n"
                "C1 Work programme\n"
            ),
            [
                ("A1", "Apologies"),
                ("A2", "Declarations"),
                ("A3", "Minutes"),
                ("B1", "Street lighting"),
                ("C1", "Work programme"),
            ],
        ),
        (
            (
                "14:15 (Item 1) Seeds (Ben Holt)\n14:35 (Item 2) Harvest (Anna Farrow)\n"
                "15:05 (Item 3) Supper (Anna Farrow)\n"
            ),
            [("1", "Seeds"), ("2", "Harvest"), ("3", "Supper")],
        ),
        (
            ("Apologies\n\nMinutes of last meeting\n\nPlant sale in June\n\nAny other business\n"),
            [
                ("", "Apologies"),
                ("", "Minutes of last meeting"),
                ("", "Plant sale in June"),
                ("", "Any other business"),
            ],
        ),
    ],
    ids=["dotted", "joined", "running", "series", "called", "roman", "letters", "items", "none"],
)
def test_an_agenda_is_read_whole(listed: str, expected: list[tuple[str, str]]) -> None:
    assert items(listed) == expected


def test_the_day_under_a_notice_is_no_item() -> None:
    lines = ["1 Apologies", "2 Minutes", "3 Finance", "5 May 2013"]
    assert list(agenda_numbers.whole(lines)) == [0, 1, 2]


def test_hours_tell_the_items_of_an_agenda_without_numbers() -> None:
    listed = "10:00 Welcome\n10:05 Lamps on the quay\n10:30 Close\n"
    text = f"Pond Group\n\nAgenda for Tuesday 4 March 2025\n\n{listed}"
    found = extract(read_document(text.encode(), "a.txt"), Councils.load())
    assert [one.title for one in found.items] == ["Welcome", "Lamps on the quay", "Close"]


def test_the_number_of_a_house_under_a_day_is_no_year() -> None:
    text = "Pond Group\nAgenda\nTuesday 4 March\n20 Mill Lane\n\n1. Apologies\n2. Lamps\n"
    found = extract(read_document(text.encode(), "a.txt"), Councils.load())
    assert found.meeting is None


def test_a_day_without_a_year_is_no_item() -> None:
    lines = ["1 Apologies", "2 Minutes", "3 Finance", "4 Sept, as agreed"]
    assert list(agenda_numbers.whole(lines)) == [0, 1, 2]


def meeting(head: str) -> tuple[str, str]:
    """The body and day of minutes with an invented head."""
    text = f"{head}\n\nPresent: Cllr Ann Farrow (Chair)\n\n1. Minutes\n\nThe minutes were agreed.\n"
    facts = extract(read_document(text.encode(), "paper.txt"), Councils.load())
    (found,) = facts.meetings
    return found.key.board, found.key.date.isoformat()


def test_the_day_of_a_revision_is_not_that_of_the_meeting() -> None:
    head = "Elmstead Pool\n\nBoard of Managers\n\nMinutes revised 2/20/2017\n\n"
    assert meeting(head + "Thursday February 9, 2017")[1] == "2017-02-09"


def test_a_cabinet_is_no_committee_whose_minutes_it_has() -> None:
    assert meeting("CABINET\n\nCommittee Minutes\n\nFri Jul 5 2013") == ("Cabinet", "2013-07-05")


def test_those_a_summons_is_sent_to_are_no_body() -> None:
    head = "TO ALL MEMBERS OF COUNCIL\n\nYou are summoned to a meeting of Elmstead Town Council"
    assert meeting(f"{head} on 27 February 2020.")[0] == "Elmstead Town Council"


def test_sections_with_letters_head_items_that_count_through_them() -> None:
    lines = ["A. Opening", "1. Apologies", "2. Minutes", "B. Reports", "3. Roads", "C. Other"]
    lines += ["4. Fees", "5. Closing"]
    assert [number.number for number in agenda_numbers.whole(lines).values()] == list("12345")


def test_letters_head_the_lists_below_them() -> None:
    lines = ["A. Opening", "B. Roads", "1. Bridge", "2. Signs", "C. Fees", "D. Closing"]
    assert [number.number for number in agenda_numbers.whole(lines).values()] == list("ABCD")


def test_the_list_under_an_item_of_a_series_is_no_agenda() -> None:
    lines = ["AM/14/01 Apologies", "AM/14/02 Payments", "1. Hedges", "2. Paint", "3. Salt"]
    lines += ["AM/14/03 Closing"]
    assert list(agenda_numbers.whole(lines)) == [0, 1, 5]


@given(first=st.integers(100, 900), count=st.integers(3, 12))
def test_numbers_that_run_on_are_all_found(first: int, count: int) -> None:
    lines = [f"{first + at} Business of the {at}th kind" for at in range(count)]
    found = agenda_numbers.whole(lines)
    assert [found[at].number for at in range(count)] == [str(first + at) for at in range(count)]


def test_letters_in_a_row_inside_an_item_are_its_parts_and_not_the_items() -> None:
    told = "The keeper reported that the work had been done and that the bill had been paid."
    text = (
        "# Minutes of the Marl Board held on 4 May 2021\n\nPresent: Ann Lowe, Ben Tarn\n\n"
        f"1. Call to Order\n\n{told}\n\n2. Lamps\n\n{told}\n\n3. Fords\n\n{told}\n\n"
        "4. New Business\n\nA. Motion to adopt the list.\n\nMotion carried.\n\n"
        "B. Report on staff\n\nC. Award of prizes\n\n5. Close\n\nThe meeting closed at 9 pm.\n"
    )
    found = [one.number for one in facts_of(text, "a.md").items]
    assert [number for number in found if number and number.isdigit()] == ["1", "2", "3", "4", "5"]


def test_how_long_lines_take_tells_the_items_of_an_agenda_from_the_papers_below_them() -> None:
    said = (
        "1pm Chair's welcome (5 mins)\n\n1.05pm Minutes (5 mins)\nWHB 13/07/01\n\n"
        "Annual report of the warden (30 mins)\nWHB 13/07/02\n\n2.10pm Break (15 mins)\n\n"
        "Lamps on the quay (45 mins)\nWHB 13/07/03\nAnn Lowe\n\n3pm Any other business\n"
    )
    paper = f"Board meeting agenda: 16 July 2031\n\nAgenda\n\n{said}"
    assert [one.title for one in facts_of(paper, "agenda.txt").items] == [
        "Chair's welcome",
        "Minutes",
        "Annual report of the warden",
        "Lamps on the quay",
        "Any other business",
    ]


def test_numbers_in_brackets_go_on_from_none_without() -> None:
    listed = "1. Lamps\n2. Boats\n3. New business:\n(1) Ropes\n(2) Nets\n(3) Sails\n(4) Keys\n"
    assert [title for _, title in items(listed)][:3] == ["Lamps", "Boats", "New business"]
    assert ("4", "Keys") not in items("1. Lamps\n2. Boats\n3. New business:\n(4) Keys\n")


def test_a_bracket_that_a_scan_lost_ends_no_count() -> None:
    found = items("(1) Lamps\n(2) Boats\n3) Ropes\n4) Nets\n(5) Sails\n")
    assert [number for number, _ in found] == ["1", "2", "3", "4", "5"]
