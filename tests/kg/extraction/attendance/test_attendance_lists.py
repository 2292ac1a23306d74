"""Who was there, by lists that clerks write in haste: no commas, labels misspelt."""

import pytest

from tests.kg.extraction.attendance.test_attendance import attended, rows

HEAD = "# Marle Parish Council\n\nMinutes of the meeting of 12 May 2025\n\n"
BEHIND = "\n\n1. Lamps\n\nIt was agreed to buy two lamps.\n"


def came(said: str, name: str = "paper.md") -> set[str]:
    """Who came and how, without what they are."""
    found = rows(attended((HEAD + said + BEHIND).encode(), name))
    return {one.partition(",")[0] for one in found}


def present(*people: str) -> set[str]:
    return {f"{one}: present" for one in people}


def test_a_dash_parts_those_whose_office_stands_before_a_colon() -> None:
    said = (
        "Attendees:\n\nAnn Lowe (Tide Trust), Ben Tarn (Quay Council) – Ex Officio: Cara Voss (LOT)"
    )
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cara Voss")


def test_somebody_is_listed_behind_also() -> None:
    said = "PRESENT Cllr A Lowe, Cllr B Tarn, Mrs C Voss (Clerk) ALSO Cllr D Moss (MCC)"
    assert came(said) == {*present("A Lowe", "B Tarn", "C Voss"), "D Moss: in attendance"}


@pytest.mark.parametrize("label", ["In Attendace", "Attendence", "Attendace"])
def test_a_label_may_be_misspelt(label: str) -> None:
    assert came(f"{label}: Ann, Ben and Cara") == present("Ann", "Ben", "Cara")


def test_a_list_that_breaks_off_behind_an_initial() -> None:
    said = "Present:\n\nA. Lowe, Mrs. Tarn, C.\n\nVoss - Borough Councillor and two others."
    assert came(said, "paper.txt") == present("A. Lowe", "Tarn", "C. Voss")


def test_front_matter_may_begin_on_the_line_of_its_rule() -> None:
    front = '+++ title = "Marle Meeting Minutes (12/05/25)"\n\n[extra] \n+++ \n\n'
    came = "# Attendance\n- Ann\n- Ben T.\n- Cy\n\n"
    text = f"{front}{came}# Notes\n## Agenda I: Lamps\n- Two bought.\n"
    assert set(rows(attended(text.encode(), "paper.md"))) == present("Ann", "Ben T", "Cy")


@pytest.mark.parametrize(
    ("label", "status"), [("Present", "present"), ("Attendees", "in attendance")]
)
def test_an_observer_is_as_the_label_says(label: str, status: str) -> None:
    said = f"## {label}\n\n* Ann Lowe (@alowe)\n* Ben Tarn (@bt, observer)\n* Cy Voss"
    assert came(said) == {*present("Ann Lowe", "Cy Voss"), f"Ben Tarn: {status}"}


def test_notes_that_say_no_more_than_a_day_and_who_came_keep_their_facts() -> None:
    text = "2015-05-04\n\nAttendees:\n- Ann Lowe\n- Ben Tarn\n- Cy Voss\n\nAL: We meet in June.\n"
    found = attended(text.encode(), "notes.md")
    assert set(rows(found)) == present("Ann Lowe", "Ben Tarn", "Cy Voss")
    assert {one.meeting.date.isoformat() for one in found} == {"2015-05-04"}


def test_members_whose_meeting_it_is_are_no_body() -> None:
    came = "Members in attendance: Ann, Ben, Cy"
    text = f"## 2024-06-03 Member's Meeting\n\n{came}\n\n### Lamps\n\nNone.\n"
    assert {one.meeting.board for one in attended(text.encode(), "a.md")} == {"Unnamed body (a)"}


def test_those_who_serve_a_village_stand_behind_what_they_are() -> None:
    said = "Present: Cllr Ann Lowe, Cllr Ben Tarn\n\nVillage Handyman: - Cy Voss (CV)"
    said += "\n\nClerk to the Council: Eve Penn"
    aside = {f"{one}: in attendance" for one in ("Cy Voss", "Eve Penn")}
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), *aside}


def test_a_list_goes_on_behind_words_in_brackets_that_stand_alone() -> None:
    said = "Present: Mrs. Ann Lowe. (Clubs)\n\nMr. Ben Tarn (Paper Editor)\n\nMr. Cy Voss (2Mills)"
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cy Voss")


@pytest.mark.parametrize(
    "said",
    [
        "Upon roll call the following members were present: Ann Lowe, Ben Tarn and Cy Voss.",
        "The following members of the Board of Quays were present: Ann Lowe, Ben Tarn, Cy Voss.",
        "Roll was called and the following were found to be present: Ann Lowe, Ben Tarn, Cy Voss",
        "Answering roll call were: Ann Lowe, Ben Tarn and Cy Voss.",
        "A quorum was present, consisting of Ann Lowe, Ben Tarn and Cy Voss.",
        "Ann Lowe (Chair) opened the meeting at 7 pm. Also attending were Ben Tarn and Cy Voss.",
        "It was called to order by Ann Lowe with the following in attendance: Ben Tarn, Cy Voss.",
    ],
)
def test_sentences_that_list_who_came(said: str) -> None:
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cy Voss")


def test_a_meeting_opened_to_the_public_has_no_chair_in_it() -> None:
    assert came("Present: Ann Lowe\n\nCllr Tarn opened the meeting to the public.") == present(
        "Ann Lowe"
    )


def test_labels_in_words_of_their_own_open_the_list_of_those_who_came() -> None:
    said = "Boad Attendance: President Ann Lowe, Secretary Ben Tarn\n\n"
    said += "Mill owners in attendance via Zoom: Cy Voss, Dan Moss"
    aside = {"Cy Voss: in attendance", "Dan Moss: in attendance"}
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), *aside}


def test_a_councillor_of_another_council_on_a_line_below_is_in_attendance() -> None:
    said = "Present - Cllr Ann Lowe, Cllr Ben Tarn.\n\nMr C Voss - County Councillor"
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), "C Voss: in attendance"}


def test_a_label_may_say_that_it_counts_only_some() -> None:
    said = "Members present included:\n\n- Ann Lowe\n- Ben Tarn\n- Cara Voss"
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cara Voss")


def test_who_came_from_afar_stands_under_a_label_of_their_own() -> None:
    said = "> [!note]- Present:\n> A. Lowe, B. Tarn\n\n> [!note]- Remote Attendance:\n> E. Voss"
    assert came(said) == {*present("A. Lowe", "B. Tarn"), "E. Voss: in attendance"}


def test_irish_labels_of_those_there_and_beside() -> None:
    said = "I láthair: Ann Lowe, Ben Tarn\n\nI bhfreastal: Cara Voss, Dan Moss"
    beside = {f"{one}: in attendance" for one in ("Cara Voss", "Dan Moss")}
    assert came(said) == present("Ann Lowe", "Ben Tarn") | beside


def test_a_numbered_title_below_a_list_on_the_line_of_its_label_is_nobody() -> None:
    said = "**Attendees:** Ann Lowe, Ben Tarn\n\n**1. Creston Repeater (VE7)** - Marle Hill\n\n"
    said += "Ann gave the status.\n\n**2. Wold Repeater (VE8)** - Wold Hill\n\nNo news."
    assert came(said) == present("Ann Lowe", "Ben Tarn")


def test_members_who_attended_by_a_line_were_present() -> None:
    said = "Present: Ann Lowe, Ben Tarn\n\nMember Cara Voss attended via teleconference."
    assert "Cara Voss: present" in came(said)


def test_lines_on_how_somebody_came_do_not_end_the_list() -> None:
    said = (
        "Present\n\nChair\n\nAnn Lowe\n\nMembers\n\nBen Tarn\n\nabsent from 1.30pm to 3.49pm\n\n"
        "Cara Voss\n\nleft the meeting at 4.39pm\n\nDan Moss"
    )
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cara Voss", "Dan Moss")


def test_those_in_the_chair_stand_above_the_members() -> None:
    said = "Chairman Lowe\n\nVice Chairman Tarn\n\nCouncillors: C. Voss, D. Moss"
    assert came(said, "paper.txt") == present("Lowe", "Tarn", "C. Voss", "D. Moss")


def test_people_listed_by_whom_they_came_for() -> None:
    said = (
        "## Attendees\n\nBoard members present:\n\n- Ann Lowe, Lamps Ltd\n- Ben Tarn, Oars Ltd\n\n"
        "For the Harbour Trust:\n\n- Cara Voss, Trust\n- Dan Moss, Trust\n"
    )
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cara Voss", "Dan Moss")


def test_a_title_of_minutes_labels_nobody() -> None:
    said = "Minutes of the Staff Council - Harbour Term Week\n\nPresent: Ann Lowe, Ben Tarn"
    assert came(said, "paper.txt") == present("Ann Lowe", "Ben Tarn")


def test_a_list_may_break_off_behind_initials() -> None:
    said = "PRESENT:\n\nCllr A Lowe, Cllr. B.\n\nTarn, Cllr. C. O’\n\nVoss, Ms.\n\nD Moss"
    assert came(said) == present("A Lowe", "B. Tarn", "C. O’ Voss", "D Moss")


def test_whoever_is_in_the_chair_is_present_among_those_in_attendance() -> None:
    said = (
        "The following were in attendance:\n\nIN THE CHAIR:\n\nCllr A Lowe\n\nPRESENT:\n\n"
        "Cllr B Tarn\n\nIN ATTENDANCE:\n\nMs C Voss, Clerk"
    )
    assert came(said) == {*present("A Lowe", "B Tarn"), "C Voss: in attendance"}
