"""Texts of which a converter has set each line of a page apart by blank lines."""

from hypothesis import given
from hypothesis import strategies as st

from kg.reading.text.spread import together
from tests.support.read_papers import facts_of

LINES = """MINUTES
OF
PROCEEDINGS AT MEETING OF THE
MUNICIPAL DISTRICT OF MARL FERRY HELD IN THE TOWN
HALL, MARL FERRY, ON WEDNESDAY, 7TH MARCH, 2018.
MEMBERS PRESENT**:**
Councillors Lowe, Tarn, Voss and Pell.
OFFICIALS IN ATTENDANCE**:**
Director, Service Operations (Mr. G. Salt), Senior Executive Engineer, North Division (Mr. B.
Reed), Meetings Administrator, Marl Ferry (Ms. M. Brook), Executive Engineer, Roads Division
(Mr. P. Stone)
1. Lamps
The Engineer stated that the works on the quay had gone on well over the winter and that the
Council had been given a grant for the lamps of Tarn Street by the Department. He noted that
It was agreed that the Meetings Administrator would write to the Department of the Harbours
Service to ask for the second grant.
2. Fords
The Members complimented all who had dealt with the flood in the spring and asked when the
Ford of Marl would be opened again to the public.
The Engineer stated that it would be opened in the week before the fair, as soon as the new
Posts were set.
Councillor Lowe thanked him.
The Meeting then ended.
""".replace(" He noted that\n", "\n")
SPREAD = LINES.replace("\n", "\n\n")


def test_lines_of_a_paragraph_are_together_again() -> None:
    found = together(SPREAD).split("\n\n")
    assert found[0].startswith(
        "MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL DISTRICT OF MARL"
    )
    assert found[1] == "MEMBERS PRESENT**:**"
    assert found[5] == "1. Lamps"
    assert found[-4] == (
        "The Engineer stated that it would be opened in the week before the fair, "
        "as soon as the new Posts were set."
    )


def test_facts_of_a_spread_paper() -> None:
    found = facts_of(SPREAD, "minutes.md")
    assert found.meeting is not None and found.meeting.board == "Municipal District of Marl Ferry"
    assert [(one.person.name, one.status) for one in found.attendance] == [
        *((name, "present") for name in ("Lowe", "Tarn", "Voss", "Pell")),
        *((name, "in attendance") for name in ("G. Salt", "B. Reed", "M. Brook", "P. Stone")),
    ]
    (decided,) = found.decisions
    assert decided.text == (
        "It was agreed that the Meetings Administrator would write to the Department of the "
        "Harbours Service to ask for the second grant."
    )


def test_a_text_whose_lines_stand_together_stays() -> None:
    assert together(LINES) == LINES


def test_bold_and_a_word_go_on_over_lines() -> None:
    bold = "**MINUTES OF THE BOARD OF MARL-**\n**FERRY HELD ON 8TH** **MAY, 2022 AT 12:30 P.M.**\n"
    found = together(f"{bold}**1.**\n".replace("\n", "\n\n") + SPREAD).split("\n\n")
    assert (
        found[0] == "**MINUTES OF THE BOARD OF MARL-FERRY HELD ON 8TH** **MAY, 2022 AT 12:30 P.M.**"
    )


@given(st.lists(st.sampled_from([*LINES.split("\n"), "", "# A", "- b"]), max_size=120))
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    assert together(text).replace("-", "").split() == text.replace("-", "").split()


def test_short_lines_of_a_table_do_not_hide_that_others_go_on() -> None:
    cells = "\n\n".join(f"B0{at}\n\nQuay {at}\n\n{at}00" for at in range(1, 9))
    head, sep, rest = SPREAD.partition("1. Lamps")
    found = together(f"{head}{cells}\n\n{sep}{rest}{rest.replace('2. Fords', '3. Boats')}")
    assert "Quay 3\n\n300\n\nB04" in found
    assert "MEETING OF THE MUNICIPAL DISTRICT OF MARL FERRY HELD IN THE TOWN HALL" in found
