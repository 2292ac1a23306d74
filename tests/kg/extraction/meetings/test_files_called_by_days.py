"""The meeting of papers whose heads say little: by the name of the file, fields, or a title."""

from datetime import date

import pytest

from kg.facts import MeetingKey
from tests.support.read_papers import facts_of

NOTES = "## Lamps\n\nTwo of them are out.\n\n## Boats\n\nAll were brought in.\n"


def meeting(text: str, name: str) -> MeetingKey | None:
    return facts_of(text, name).meeting


@pytest.mark.parametrize("name", ["2019-05-13.md", "20190513.md", "2019_05_13-minutes.md"])
def test_notes_in_a_file_called_by_a_day_are_of_a_meeting(name: str) -> None:
    found = meeting(NOTES, name)
    assert found is not None and found.date == date(2019, 5, 13)


@pytest.mark.parametrize("name", ["2019-05-13-boats.md", "2019-05-13-action-log.md"])
def test_a_file_with_a_day_and_other_words_is_of_none(name: str) -> None:
    assert meeting(NOTES, name) is None


@pytest.mark.parametrize("name", ["2019-03-04.md", "20190304.md"])
def test_the_name_of_a_file_says_which_number_is_the_month(name: str) -> None:
    found = meeting(f"# Tide Club Minutes 3/4/19\n\nPresent: Ann Lowe, Ben Tarn\n\n{NOTES}", name)
    assert found == MeetingKey("Tide Club", date(2019, 3, 4))


def test_fields_without_rules_tell_body_and_day() -> None:
    text = (
        "committee: Tide Watch\nopened: 2019-05-13 18:03\npresent: Ann Lowe, Ben Tarn\n"
        "apologies: Cara Voss\n\n= Lamps\n- Ann Lowe reported that two are out.\n\n= Boats\n"
        "- It was agreed to bring them in.\n"
    )
    facts = facts_of(text, "minutes.md")
    assert facts.meeting == MeetingKey("Tide Watch", date(2019, 5, 13))
    assert [one.person.name for one in facts.attendance] == ["Ann Lowe", "Ben Tarn", "Cara Voss"]
    assert [one.title for one in facts.items] == ["Lamps", "Boats"]


def test_remarks_in_front_matter_are_no_headings() -> None:
    text = (
        f"---\n# WHAT YOU MAY CHANGE\ntitle: Tide Council Meeting\ndate: 2019-05-13\n---\n{NOTES}"
    )
    assert meeting(text, "notes.md") == MeetingKey("Tide Council", date(2019, 5, 13))


def test_a_year_may_stand_before_a_month_in_words() -> None:
    text = f"# Tide Club Agenda\n\nHeld remotely on 2019-MAY-13\n\n{NOTES}"
    assert meeting(text, "agenda.md") == MeetingKey("Tide Club", date(2019, 5, 13))


def test_words_that_point_name_no_body() -> None:
    text = (
        "Title: Council Meeting Minutes May 2019\nDate: 2019-05-13\n\n## TIDE COMMUNITY COUNCIL\n\n"
        f"These meeting minutes were approved in June.\n\nPresent: Ann Lowe, Ben Tarn\n\n{NOTES}"
    )
    assert meeting(text, "minutes.md") == MeetingKey("Tide Community Council", date(2019, 5, 13))


def test_what_tells_of_the_last_meeting_is_not_of_it() -> None:
    text = f"# Status of Tide Board actions from last meeting 13.05.19\n\n{NOTES}"
    assert meeting(text, "status.md") is None


def test_a_field_beside_the_text_gives_the_whole_of_a_name() -> None:
    text = (
        "---\nbody: Tide County Building Authority\ndate: 2019-05-13\n---\n"
        f"Tide County\n\nBuilding Authority\n\nMeeting Minutes\n\nPresent: Ann Lowe\n\n{NOTES}"
    )
    assert meeting(text, "a.md") == MeetingKey("Tide County Building Authority", date(2019, 5, 13))


def test_a_workshop_of_a_council_is_no_body() -> None:
    text = (
        "---\nbody: Workshop\ndate: 2019-05-13\n---\n"
        "# Tide County Council — Workshop — 2019-05-13\n\n"
        f"Present: Ann Lowe, Ben Tarn\n\n{NOTES}"
    )
    assert meeting(text, "a.md") == MeetingKey("Tide County Council", date(2019, 5, 13))


PRINTED = "6/1/21, 10:54 AM Marl Papers\n\n"
CALLED = "Marl Ferry Board\nMeeting Minutes\nMay 18, 2021\n\n"
EARLIER = (
    "Present: Ann Lowe, Ben Tarn\n\nThe minutes of the meeting of April 20, 2021 were approved.\n"
)


@pytest.mark.parametrize(
    "name", ["2021-05-18_board.md", "5.18.21 Board.md", "05-18-2021 minutes.md"]
)
def test_the_day_that_file_and_head_give_is_that_of_the_meeting(name: str) -> None:
    """The page was printed on another day, which stands first."""
    found = meeting(PRINTED + CALLED + EARLIER, name)
    assert found is not None and found.date == date(2021, 5, 18)


def test_a_file_called_by_the_day_of_an_earlier_meeting_gives_none() -> None:
    found = meeting(CALLED + EARLIER, "2021-04-20.md")
    assert found is not None and found.date == date(2021, 5, 18)


@pytest.mark.parametrize("title", ["MINUTES – UNAPPROVED", "DRAFT MINUTES", "Minutes (final)"])
def test_minutes_below_their_agenda_are_of_its_meeting_however_final(title: str) -> None:
    head = "Marl Ferry Board Meeting Agenda\n\nTuesday, May 18, 2021 at 6:30 p.m.\n\n"
    told = "1. Call to order\n\nMembers present were Ann Lowe, Ben Tarn and Cara Voss.\n"
    found = facts_of(f"{head}# {title}\n\n{told}", "a.md")
    assert [row.meeting.date for row in found.attendance] == [date(2021, 5, 18)] * 3


def test_the_body_in_the_name_of_a_file_of_minutes() -> None:
    text = "### Monday, January 11, 2021\n\n7:10 - Start\n\n7:11 - Reading of minutes\n"
    found = meeting(text, "2021-01-11-marl-civic-club-minutes.md")
    assert found == MeetingKey("Marl Civic Club", date(2021, 1, 11))


NAMELESS = (
    "# CALL TO ORDER\n\nAnn Lowe called the meeting of May 18, 2021 to order.\n\n"
    "# ROLL CALL OF DIRECTORS\n\nPresent: Ann Lowe, Ben Tarn, Cara Voss.\n\n# LAMPS\n\n"
    "Dan Moss asked the Marl Quay Association for a lamp. It was agreed to buy one.\n"
)


@pytest.mark.parametrize("name", ["marl-quay-association-2021.md", "Marl Quay Association May.md"])
def test_the_body_in_the_name_of_a_file_that_its_text_names_too(name: str) -> None:
    found = meeting(NAMELESS, name)
    assert found == MeetingKey("Marl Quay Association", date(2021, 5, 18))


@pytest.mark.parametrize("name", ["other-quay-association-2021.md", "2021-05-18.md"])
def test_a_roll_call_of_directors_is_no_body(name: str) -> None:
    found = meeting(NAMELESS, name)
    assert found is not None and "Roll Call" not in found.board


@pytest.mark.parametrize(
    "line", ["t: 01632 960001", "e: clerk@marl.example", "w: www.marl.example"]
)
def test_the_call_to_a_meeting_stands_below_telephone_numbers(line: str) -> None:
    """A letterhead that a scan spoilt names no body that begins with "&"."""
    text = (
        f"& Lane Marle City and County Council,\n\nTide House,\n\n{line}\n\n1 May 2021.\n\n"
        "Dear Councillor,\n\nYou are requested to attend a Meeting of the Municipal District of "
        "Tarn to be held in the Town Hall on Tuesday, 18 May 2021 at 3 p.m. The business is set "
        "out in the agenda below, and any papers for it are sent with this letter to each member."
        "\n\nAGENDA\n\n1. Minutes\n\n2. Lamps\n\n3. Boats\n"
    )
    assert meeting(text, "a.md") == MeetingKey("Municipal District of Tarn", date(2021, 5, 18))


def test_the_sentence_behind_the_hour_is_no_place() -> None:
    text = (
        "Marl Tide Council\n\nA meeting of the Tide Council is to be held on Tuesday, 18 May 2021 "
        "at 3 p.m. The business is set out on the agenda.\n\nAGENDA\n\n1. Minutes\n\n2. Lamps\n"
    )
    assert [one.venue for one in facts_of(text, "a.md").meetings] == [None]


def test_a_meeting_that_was_moved_is_held_on_its_new_day() -> None:
    html = (
        "<html><body><h1>Agenda and minutes</h1><h2>Moved from 9th October 2018, Marl Quay Board - "
        "Tuesday, 2nd October, 2018 2.00 pm</h2><p>Venue: Room 3 - Tide House. <a href='#'>View "
        "directions</a></p><h3>1. Lamps</h3><p>Resolved that two lamps be bought.</p></body></html>"
    )
    (found,) = facts_of(html, "minutes.html").meetings
    assert found.key.date == date(2018, 10, 2)
    assert found.venue == "Room 3 - Tide House"
