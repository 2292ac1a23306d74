"""Lists that break off, signs for those who stayed away, and what these are called."""

import pytest

from tests.kg.extraction.attendance.test_attendance_lists import came, present


def test_a_list_may_break_off_behind_initials() -> None:
    said = "PRESENT:\n\nCllr A Lowe, Cllr. B.\n\nTarn, Cllr. C. O’\n\nVoss, Ms.\n\nD Moss"
    assert came(said) == present("A Lowe", "B. Tarn", "C. O’ Voss", "D Moss")


def test_a_sign_stands_for_what_an_equation_says() -> None:
    said = "- Ann Lowe, chair (Tide Trust)\n\n- Ben Tarn (Weir Library) \\*\n\n\\* = regrets"
    assert came(f"Present\n\n{said}") == {"Ann Lowe: present", "Ben Tarn: apologies"}


def test_whoever_is_in_the_chair_is_present_among_those_in_attendance() -> None:
    said = (
        "The following were in attendance:\n\nIN THE CHAIR:\n\nCllr A Lowe\n\nPRESENT:\n\n"
        "Cllr B Tarn\n\nIN ATTENDANCE:\n\nMs C Voss, Clerk"
    )
    assert came(said) == {*present("A Lowe", "B Tarn"), "C Voss: in attendance"}


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
