"""Elections told as offices and names with what became of them, which list nobody who came."""

from kg.extraction.extract import extract
from kg.facts import Facts
from kg.reading.read import read_document
from kg.reference import Councils

MINUTES = (
    "# Minutes of Quay Society 2007 AGM - 24 September 2007\n\n## President's Report\n\n"
    "## Lamps\n\nIt was proposed to buy two lamps.\n\n**Passed.**\n\n## Election of Officers\n\n"
    "**President:** Ann Lowe - Passed\n\n**Treasurer:** Ben Tarn - Passed\n\n"
    "**Committee:** Cara Voss, Dee Moss, Tom Reed - Passed\n\nMeeting closed 9pm\n"
)


def read(text: str, name: str = "a.md") -> Facts:
    return extract(read_document(text.encode(), name), Councils(()))


def test_those_who_were_elected_are_no_list_of_who_came() -> None:
    found = read(MINUTES)
    assert found.attendance == ()
    assert [one.title for one in found.items] == [
        "President's Report",
        "Lamps",
        "Election of Officers",
    ]
    assert [one.item for one in found.decisions] == ["Lamps", *3 * ["Election of Officers"]]


def test_titles_that_open_the_lines_of_one_heading_are_a_list_under_it() -> None:
    lines = "".join(f"{name}: It was agreed to mend it.\n\n" for name in ("Roof", "Gate", "Wall"))
    head = "# Minutes of Quay Society – 24 September 2007\n\nPresent: Ann Lowe\n\n"
    text = f"{head}## Money\n\nNone.\n\n## Repairs\n\n{lines}## Close\n\nAt 9.\n"
    assert [one.title for one in read(text).items] == ["Money", "Repairs", "Close"]


def test_a_hall_whose_minutes_a_title_says_it_is_of_is_the_body() -> None:
    head = (
        "Little Wick Village Hall\n(Registered Charity No, 123456)\nMinutes of the Annual General "
        "Meeting held at the Hall on Wednesday 14th November 2018 at 7.00pm\n\nPresent: A Lowe\n\n"
        "1. Accounts\nUpon the proposition of B Tarn it was resolved that they be approved.\n\n"
        "2. Closure\nAt 8.\n"
    )
    found = read(head, "a.txt")
    assert found.meeting is not None
    assert found.meeting.board == "Little Wick Village Hall"
    assert [one.title for one in found.items] == ["Accounts", "Closure"]


def test_a_vote_on_a_motion_told_under_a_label_of_its_own_is_what_became_of_it() -> None:
    motion = "Ann Lowe made the motion to buy two lamps. Ben Tarn seconded the motion."
    said = f"{motion}\n\nVote on Motion: The motion PASSED unanimously."
    text = f"# Quay Panel Minutes – 12 July 2017\n\nPresent: Ann Lowe\n\n## Lamps\n\n{said}\n"
    ((told, outcome),) = [(one.text, one.outcome) for one in read(text).decisions]
    assert (told, outcome) == (said.replace("\n\n", " "), "agreed")


def test_a_change_that_passed_is_decided() -> None:
    text = "# Quay Panel Minutes – 12 July 2017\n\nPresent: Ann Lowe\n\n## Rules\n\n"
    assert [one.text for one in read(f"{text}The changes of rules passed.\n").decisions] == [
        "The changes of rules passed."
    ]


def test_candidates_are_no_list_of_who_came() -> None:
    text = (
        "# Minutes of Quay Society 2007 AGM - 24 September 2007\n\n## Lamps\n\n"
        "It was agreed to buy two lamps.\n\n## Captain\n\n### Candidates\n\n"
        "- Ann Lowe\n- Ben Tarn\n- Cara Voss\n\nSuccessful candidate: Ann Lowe\n\n"
        "Meeting closed 9pm\n"
    )
    assert read(text).attendance == ()
    assert len(read(text.replace("Candidates", "Round the table")).attendance) == 3
