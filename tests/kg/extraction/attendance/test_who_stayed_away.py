"""Who sent apologies or was absent: lists of them, signs for them, and what they are called."""

import pytest

from tests.kg.extraction.attendance.test_attendance import attended, rows
from tests.kg.extraction.attendance.test_attendance_lists import BEHIND, HEAD, came, present


@pytest.mark.parametrize(
    "said",
    [
        "1/25 To receive apologies for absence – Were received and accepted from Cllr Dan Moss.",
        "1/25 Apologies\n\nApologies were received and accepted for Dan Moss.",
    ],
)
def test_apologies_received_and_accepted(said: str) -> None:
    listed = "Present: Ann Lowe, Ben Tarn\n\n"
    assert came(listed + said) == {*present("Ann Lowe", "Ben Tarn"), "Dan Moss: apologies"}


@pytest.mark.parametrize("number", ["2.1", "2.1.", "a)"])
def test_names_alone_stand_below_a_numbered_item_on_apologies(number: str) -> None:
    said = f"Present: Ann Lowe, Ben Tarn\n\n**2. Apologies for absence**\n\n{number} Cy Voss"
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), "Cy Voss: apologies"}


def test_the_next_item_of_a_list_by_points_is_no_person() -> None:
    said = "Present: Ann Lowe, Ben Tarn\n\n2. Apologies: Cllr Cy Voss\n\n2.1 Marle Green"
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), "Cy Voss: apologies"}


@pytest.mark.parametrize(
    "said",
    ["1pm 19/06/25 (advance apologies: Ben Tarn, Cy Voss)", "Apologies for next meeting: Ben, Cy"],
)
def test_apologies_for_a_meeting_to_come_are_none_of_this_one(said: str) -> None:
    text = f"{HEAD}Present: Ann Lowe, Ben Tarn, Cy Voss{BEHIND}\n\n#### Next Meeting\n\n{said}\n"
    found = rows(attended(text.encode(), "paper.md"))
    assert found == present("Ann Lowe", "Ben Tarn", "Cy Voss")


def test_who_sent_apologies_is_nobody_of_one_surname_who_came() -> None:
    said = "Present: Ann Lowe, Ben Tarn\n\nApologies: Cara Voss, Cllr Lowe\n\n"
    said += "Minute Secretary: Ben Tarn"
    assert came(said) == {
        *present("Ann Lowe", "Ben Tarn"),
        "Cara Voss: apologies",
        "Lowe: apologies",
    }


def test_a_sign_stands_for_what_an_equation_says() -> None:
    said = "- Ann Lowe, chair (Tide Trust)\n\n- Ben Tarn (Weir Library) \\*\n\n\\* = regrets"
    assert came(f"Present\n\n{said}") == {"Ann Lowe: present", "Ben Tarn: apologies"}


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("Missing", "absent"),
        ("Did not come", "absent"),
        ("Non-attendees", "absent"),
        ("No shows", "absent"),
        ("Unable to join us", "apologies"),
        ("Leave of absence", "apologies"),
    ],
)
def test_those_who_stayed_away_are_called_so_in_many_words(label: str, status: str) -> None:
    said = f"Present: Cllr A Lowe, Cllr B Tarn\n\n{label}: Cllr C Voss"
    assert came(said) == {*present("A Lowe", "B Tarn"), f"C Voss: {status}"}


def test_those_listed_as_absent_who_sent_apologies_are_told_once() -> None:
    said = (
        "Present: Cllr A Lowe, Cllr B Tarn\n\nAbsent: Cllrs C Voss, D Moss\n\n1. Apologies\n\n"
        "Apologies had been received from Cllr C Voss and were accepted."
    )
    away = {"C Voss: apologies", "D Moss: absent"}
    assert came(said) == {*present("A Lowe", "B Tarn"), *away}
