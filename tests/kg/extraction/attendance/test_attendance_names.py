"""What is one person of a list, by handles, initials, titles and shared surnames."""

import pytest

from tests.kg.extraction.attendance.test_attendance import attended, rows
from tests.kg.extraction.attendance.test_attendance_lists import BEHIND, HEAD, came, present


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Present: annw, Ben7, CyMarr, dan, Eve", ("annw", "Ben7", "CyMarr", "dan", "Eve")),
        ("**Present**: annw, Ben7\\*, cym^, dan~, Eve", ("annw", "Ben7", "cym", "dan", "Eve")),
    ],
)
def test_people_called_by_what_they_are_called_on_a_site(said: str, people: tuple[str]) -> None:
    assert came(said) == present(*people)


def test_titles_alone_part_people_and_offices_stand_before_them() -> None:
    said = (
        "Attendance: Chairman Mrs A Lowe Vice Chairman Mr B Tarn Councillors Mrs C Voss "
        "Mrs D Moss BCllr E F Rook Footpath Warden Mr G Penn"
    )
    assert came(said) == present("A Lowe", "B Tarn", "C Voss", "D Moss", "E F Rook", "G Penn")


def test_an_office_before_brackets_with_a_name_and_what_was_done() -> None:
    said = (
        "PRESENT Vice Chairman (Mr. Moss, who took the chair), Mrs. Lowe and Messrs Tarn, Voss and "
        "Penn, plus eight members of the public."
    )
    assert came(said) == present("Moss", "Lowe", "Tarn", "Voss", "Penn")


def test_initials_before_names_and_words_behind_them() -> None:
    said = (
        "Attending\n---------\n\n* AL: Ann Lowe (Univ of Marle)\n* BCT: Ben Cy Tarn (Tide Lab) - "
        "chair\n* CV: Cara Voss (Quay Fund) - nonvoting\n\nActions\n-------\n\n* AL: buy lamps"
    )
    assert came(said) == present("Ann Lowe", "Ben Cy Tarn", "Cara Voss")


def test_who_serves_somebody_is_not_the_one_served() -> None:
    said = "Present: Ann Lowe, Dr Cy Voss MP, Ben Tarn, Assistant to Dr Voss\nApologies: Dan Moss"
    assert came(said) == {*present("Ann Lowe", "Cy Voss", "Ben Tarn"), "Dan Moss: apologies"}


def test_a_councillor_of_a_county_written_as_one_word() -> None:
    said = "Present: Ann Lowe, Ben Tarn. Clerk: Cy Voss. CountyCouncillor: Dan Moss (DM)."
    aside = {"Cy Voss: in attendance", "Dan Moss: in attendance"}
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), *aside}


def test_a_health_board_behind_a_name_is_no_person() -> None:
    said = "Present:\n\n- Ann Lowe (AL) (Chair) - Marle and Vale UHB\n- Ben Tarn (BT) - Quay Trust"
    assert came(said) == present("Ann Lowe", "Ben Tarn")


def test_the_club_that_meets_is_none_of_those_who_came() -> None:
    text = (
        "# Black Marle Joggers\n\nMinutes of the meeting of 12 May 2025\n\nPresent:\n\n- Ann Lowe\n"
    )
    text += f"- Ben Tarn\n- Black Marle Joggers{BEHIND}"
    assert rows(attended(text.encode(), "paper.md")) == present("Ann Lowe", "Ben Tarn")


def test_initials_behind_a_surname_open_the_next_name() -> None:
    said = "Attendance: Chairman Mrs D Lowe Vice Chairman Mrs C Tarn Councillors M Voss J Moss"
    found = came(f"{said} K Hart County Councillor B Pell")
    assert present("D Lowe", "C Tarn", "M Voss", "J Moss", "K Hart") <= found


def test_guests_who_share_a_surname_have_it_both() -> None:
    said = "Present were trustees Ann Lowe and Ben Tarn, clerk Cy Voss and guests Dan and Eve Moss."
    assert came(said) == {
        *present("Ann Lowe", "Ben Tarn", "Cy Voss"),
        "Dan Moss: in attendance",
        "Eve Moss: in attendance",
    }


def test_first_names_in_brackets_tell_two_of_one_surname_apart() -> None:
    said = "Present: Councillors Lowe, Tarn (Ann), Tarn (Ben), Voss (Chair) and Voss"
    assert {"Ann Tarn: present", "Ben Tarn: present", "Lowe: present"} <= came(said)


def test_initials_in_brackets_behind_an_office_are_of_a_name_where_others_have_a_title() -> None:
    said = "Attended: Director, Roads (Mr A. Lowe), Director, Quays & Slips (B. Tarn)(remotely)"
    assert came(said) == present("A. Lowe", "B. Tarn")


def test_a_few_first_names_stand_among_many_people_named_in_full() -> None:
    said = "Attendees: Gavin, Ann Lowe, Ben Tarn, Cara Voss, Dan Moss, Eve Brisk, Finn Crake, Lara"
    assert {"Gavin: present", "Lara: present", "Ann Lowe: present"} <= came(said)


def test_places_between_people_named_in_full_are_nobody() -> None:
    said = "Attendees: Ann Lowe, Marle, Ben Tarn, Fenmoor, Cara Voss, Thornby, Dan Moss, Wold"
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cara Voss", "Dan Moss")


def test_members_of_a_body_with_letters_for_a_name_share_a_surname() -> None:
    said = "In attendance: President Ann Lowe, Secretary Ben Tarn, MHA members Cara and Dan Voss"
    assert {"Cara Voss", "Dan Voss"} <= {one.partition(":")[0] for one in came(said)}


def test_a_generation_behind_a_comma_is_nobody() -> None:
    said = "Present: Councilmembers Ann Lowe, Jr., Ben Tarn, III, Cara Voss and Dan Moss, Sr."
    assert came(said) == present("Ann Lowe Jr", "Ben Tarn III", "Cara Voss", "Dan Moss Sr")


def test_generations_keep_two_of_one_name_apart() -> None:
    said = "Present: Ben Lowe Jr., Ben Lowe Sr. and Cara Voss"
    assert came(said) == present("Ben Lowe Jr", "Ben Lowe Sr", "Cara Voss")


def test_who_serves_a_council_shares_no_title_with_its_members() -> None:
    said = "Present: Councilmembers Ann Lowe and Ben Tarn; City Manager Cara Voss, Dan Moss"
    found = attended((HEAD + said + BEHIND).encode(), "paper.md")
    assert [one.person.honorifics for one in found] == [
        ("Councilmember",),
        ("Councilmember",),
        (),
        (),
    ]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Attending: al, bt, cv, dm, pc (from 7pm)", ["al", "bt", "cv", "dm", "pc"]),
        (
            "Attending: al, bt, cv, dm, eg\nKeeper: bt\nScribe: al",
            ["al", "bt", "cv", "dm", "eg"],
        ),
        (
            "Present: Anna, Ben Tarn, Cara, DJ, Dan, Ezra, Fay, KT, Gus",
            ["Anna", "Ben Tarn", "Cara", "DJ", "Dan", "Ezra", "Fay", "KT", "Gus"],
        ),
        (
            "Present: Anna, Ben Tarn, Cara, Dan, Ezra, Fay, KT, Gus",
            ["Anna", "Ben Tarn", "Cara", "Dan", "Ezra", "Fay", "KT", "Gus"],
        ),
        ("Present: Ann Lowe, Ben Tarn, JP, Cara Voss", ["Ann Lowe", "Ben Tarn", "Cara Voss"]),
        (
            "Present: were board members Ann Lowe, Ben Tarn, and Cara Voss.",
            ["Ann Lowe", "Ben Tarn", "Cara Voss"],
        ),
    ],
)
def test_people_are_called_by_letters(line: str, people: list[str]) -> None:
    assert came(line) == present(*people)
