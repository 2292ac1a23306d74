"""Plain lines of minutes: which are titles, and which are entries of a list or conditions."""

from tests.support.read_papers import facts_of

HEAD = """Minutes of Fenmoor Parish Council held on 12 May 2021

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss

Minutes of the last meeting:

Cllr Lowe proposed acceptance of the minutes of April, seconded by Cllr Tarn

Road gritting:

The question of gritting the side roads in winter was raised again by residents of Mill Lane.

"""
TAIL = """

Other business:

Cllr Voss advised that the sign on the quay had been painted over by somebody in April.
"""


def titles(text: str) -> list[str]:
    return [item.title for item in facts_of(text, "paper.md").items]


def test_lines_in_a_row_that_name_whom_they_tell_of_are_entries_and_no_titles() -> None:
    letters = """Correspondence:

County - Casual Vacancy in the Ward

Stonecraft of Fenmoor - Memorial for John Fell

Highways Team - works begin on the footpath from School Lane towards the quay on 15 May

Clerks' Society - Annual Meeting

Rural Forum - Seminar on Compost

Ann Weir - a street party on the quay on 3 June, and closing part of the road for the day"""
    found = titles(f"{HEAD}{letters}{TAIL}")
    assert found == [
        "Minutes of the last meeting",
        "Road gritting",
        "Correspondence",
        "Other business",
    ]


def test_a_long_title_before_a_colon_is_one_where_colons_end_titles() -> None:
    words = "Progress on Plans for the Summer Fair on the Quay:\n\nThe Chair hoped for an archer."
    assert "Progress on Plans for the Summer Fair on the Quay" in titles(f"{HEAD}{words}{TAIL}")


def test_a_title_with_a_number_may_come_some_numbers_after_the_last() -> None:
    text = """Minutes of Fenmoor Parish Council held on 12 May 2021

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss

1. Minutes

The minutes of April were signed with this change.

9. AOB ii) was replaced with "BT said that the sign would be back by May".

2. Matters arising

BT has spoken with the officer.

3. Planning

There are no new applications.

6. Any other business

Tyres lie on Kiln Road.

7. Date of next meeting

13 June at the hall.
"""
    assert [item.number for item in facts_of(text).items] == ["1", "2", "3", "6", "7"]


RESOLUTIONS = """Minutes of Fenmoor Township Council held on 12 May 2021

Present: Mayor Ann Lowe, Councillors Ben Tarn and Cara Voss

R21-40 B. Tarn, C. Voss: That the minutes of 14 April 2021 be adopted. Carried.

R21-41 C. Voss, B. Tarn: That we recommend the lot for approval, subject to the following:
1. The lot must comply with the plan.
2. The shed is to be taken down.
3. A copy of the plan be sent to the Township. Carried.

R21-42 B. Tarn, C. Voss: That we resume in public. Time: 8:33 p.m. Carried.
"""


def test_a_resolution_behind_its_mover_and_seconder_is_one_decision() -> None:
    first, lot, public = facts_of(RESOLUTIONS).decisions
    outcomes = [one.outcome for one in (first, lot, public)]
    assert outcomes == ["agreed", "agreed with changes", "agreed"]
    assert public.moved_by is not None and public.moved_by.name == "B. Tarn"
    assert public.seconded_by is not None and public.seconded_by.name == "C. Voss"
    assert "That we resume in public." in public.text
    assert "The lot must comply" in lot.text and lot.text.endswith("Carried.")


def test_resolutions_behind_their_movers_and_seconders_are_no_items() -> None:
    assert facts_of(RESOLUTIONS).items == ()


def test_talks_held_over_a_matter_put_nothing_off() -> None:
    text = f"{HEAD}Footpath:\n\nDiscussions were held over the possibility of a path.{TAIL}"
    (minutes,) = facts_of(text, "paper.md").decisions
    assert "the minutes of April" in minutes.text and minutes.outcome != "deferred"


def test_what_is_undertaken_with_the_help_of_another_is_promised() -> None:
    text = f"{HEAD}Fair:\n\nCllr Tarn agreed with the help of the Chair to prepare a leaflet.{TAIL}"
    assert [one.assignee_as_written for one in facts_of(text, "paper.md").actions] == ["Cllr Tarn"]


ELECTION = """Election of Chairman:

Cllr Tarn was proposed by Cllr Lowe, seconded by Cllr Voss.
All in favour. Cllr Tarn duly elected."""


def test_who_is_elected_on_a_vote_is_one_decision_with_it() -> None:
    found = [one.text for one in facts_of(f"{HEAD}{ELECTION}{TAIL}", "paper.md").decisions]
    assert [text for text in found if "Tarn" in text and "proposed by" in text][-1].endswith(
        "Cllr Tarn duly elected."
    )
    assert "Cllr Tarn duly elected." not in found


def test_a_question_put_for_the_next_meeting_is_no_promise_and_keeps_its_title() -> None:
    text = """Minutes of Fenmoor Town Council held on 12 May 2021

Present: Councillor Ann Lowe (Chair), Councillor Ben Tarn

1. Adoption of Minutes

The minutes of April were adopted.

2. Question submitted by Councillor B. Tarn

I will ask at the next Meeting for an update on the repairs to the quay.

3. Lamps

Councillor Tarn spoke of the lamps.
"""
    found = facts_of(text)
    assert [item.title for item in found.items][1] == "Question submitted by Councillor B. Tarn"
    assert found.actions == ()
