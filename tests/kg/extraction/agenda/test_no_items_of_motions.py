"""Lines about motions that head nothing, agendas above an account, and the shortest counts."""

import pytest

from tests.support.read_papers import facts_of

HEAD = "Oxwick Council\nMinutes of the meeting held on 4 May 2015\n\nPresent: Ann Lowe\n\n"
TOLD = "The clerk reported that the work had been done and that the bill had been paid in full."


def items(text: str) -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in facts_of(text, "a.txt").items]


def decided(text: str) -> list[tuple[str | None, str]]:
    return [(one.item, one.text) for one in facts_of(text, "a.txt").decisions]


def test_the_parts_of_a_motion_are_no_items_and_its_fate_is_read() -> None:
    motion = "a. Motion: Ann Lowe\n\nb. Second: Ben Tarn\n\nc. Measure: pass\n\n"
    text = f"{HEAD}I. Agenda\n\n{motion}II. Minutes\n\n{motion}III. Lamps\n\n{TOLD}"
    assert items(text) == [("I", "Agenda"), ("II", "Minutes"), ("III", "Lamps")]
    assert [one.partition(" Motion")[0] for _, one in decided(text)] == ["Agenda", "Minutes"]


def test_two_names_above_a_motion_and_its_verdict_below_it_head_nothing() -> None:
    text = (
        f"{HEAD}TARN - LOWE\n\nMotion to approve the agenda.\n\nAdopted Unanimously\n\n"
        "LOWE - TARN\n\nMotion to buy two lamps for the quay.\n\nAdopted Unanimously\n"
    )
    assert items(text) == []
    assert decided(text) == [
        (None, "Motion to approve the agenda. Adopted Unanimously"),
        (None, "Motion to buy two lamps for the quay. Adopted Unanimously"),
    ]


def test_a_resolution_with_its_number_and_two_names_before_it_heads_nothing() -> None:
    text = (
        f"{HEAD}R2015-07 A. Lowe, B. Tarn: That we buy two lamps for the quay. Carried.\n\n"
        "R2015-08 B. Tarn, A. Lowe: That the lane be closed to carts. Defeated.\n"
    )
    assert items(text) == []
    found = facts_of(text, "a.txt").decisions
    assert [(one.item, one.outcome) for one in found] == [(None, "agreed"), (None, "rejected")]
    assert [one.moved_by and one.moved_by.name for one in found] == ["A. Lowe", "B. Tarn"]


AGENDA = (
    "May 4, 2015 Meeting Minutes\nAGENDA\nBOARD MEETING\nMAY 4, 2015\n9:00 AM\n1. Call to Order\n"
    "2. Approval of the Agenda\n3. Public Comment\n4. Committee Reports\n5. Adjournment\n"
    "OXWICK COUNTY BOARD MEETING\nMAY 4, 2015\n"
    "The Oxwick County Board met in the hall on May 4, 2015 at 9 am, and Ann Lowe took the chair. "
    "The members of the board who had come were counted, and they were enough to decide.\n"
    "The chair took up the agenda. Ben Tarn made a motion to approve the agenda as presented. "
    "Ann Lowe seconded the motion. All voted “aye”. The motion has passed.\n"
    "Public Comment-none\nCommittee Reports-none\n"
    f"{TOLD}\n"
)


def test_the_items_of_an_agenda_are_those_of_the_account_below_it() -> None:
    assert sorted(items(AGENDA)) == [
        ("1", "Call to Order"),
        ("2", "Approval of the Agenda"),
        ("3", "Public Comment"),
        ("4", "Committee Reports"),
        ("5", "Adjournment"),
    ]


def test_what_is_told_below_an_agenda_is_decided_on_the_item_it_speaks_of() -> None:
    found = decided(AGENDA)
    assert len(found) == 1
    assert found[0][0] == "2"
    assert found[0][1].startswith("Ben Tarn made a motion to approve the agenda")


def test_one_and_two_in_roman_numerals_are_a_count_with_lettered_parts() -> None:
    text = (
        "Minutes of the Board of Trustees Meeting\nTuesday May 12, 2015\n\nPresent: Ann Lowe\n\n"
        "I.    Welcomes: There were no announcements.\n\n"
        "a)    June Minutes (http://www.example.org/1) : Ann Lowe moved to accept them.  "
        "Ben Tarn seconded the motion.  The motion was approved unanimously.\n"
        "b)    Gifts Received: No gifts were received.\n\nII.    Old Business: \n"
        f"a)    Lamp Policy – {TOLD}\nb)    Boat Policy—{TOLD}\n"
        "c)    The list of guests was finalized to include staff and the trustees.\n"
    )
    assert items(text) == [
        ("I", "Welcomes"),
        ("a", "June Minutes"),
        ("b", "Gifts Received"),
        ("II", "Old Business"),
        ("a", "Lamp Policy"),
        ("b", "Boat Policy"),
    ]


def test_names_of_who_acts_behind_a_sentence_do_not_join_the_next_title_to_it() -> None:
    said = "The account has been moved to the bank on the quay, and a new keeper will be sought."
    text = (
        "Minutes Trustees meeting 10th December 2019\n\nPresent: Ann Lowe, Ben Tarn, Cara Voss\n\n"
        f"Lamps – {said} Ann\n\nMoney – {said}  Ann, Ben\n\nRoof – {said} Ann and Cara\n\n"
        f"Boats – {said} Ben\n"
    )
    assert [title for _, title in items(text)] == ["Lamps", "Money", "Roof", "Boats"]


def test_titles_before_colons_stand_over_motions_in_lines_of_their_own() -> None:
    moved = "Motion to approve: Senator Lowe\n\nSecond: Senator Tarn\n\nVote: 9 of 9 approved.\n\n"
    text = (
        "Senate Minutes\n\nOxwick Student Senate: May 4th, 2015\n\nCall to Order: 7:32pm\n\n"
        f"Approval of the Agenda:\n\n{moved}Approval of last session’s minutes:\n\n{moved}"
        f"Boat Club Report: {TOLD}\n\nMill House Report: {TOLD}\n"
    )
    assert items(text) == [
        ("", "Call to Order"),
        ("", "Approval of the Agenda"),
        ("", "Approval of last session’s minutes"),
        ("", "Boat Club Report"),
        ("", "Mill House Report"),
    ]
    words = " ".join(moved.split("\n\n")).strip()
    assert decided(text) == [
        ("Approval of the Agenda", words),
        ("Approval of last session’s minutes", words),
    ]
    found = facts_of(text, "a.txt").decisions[0]
    assert (found.moved_by and found.moved_by.name) == "Lowe"
    assert (found.seconded_by and found.seconded_by.name) == "Tarn"


def test_what_is_decided_below_an_agenda_is_on_the_item_all_of_whose_title_it_speaks_of() -> None:
    text = (
        "# Orchard Working Group Meeting\n\n- Meeting Date: February 19, 2015\n\n"
        "Present: Ada Pell, Ben Moss, Cleo Hart\n\n## Agenda\n\n- Ladders\n"
        "- Election of Secretary\n- Orchard paths\n\n## Meeting Notes\n\n"
        "- Cleo Hart was elected Secretary\n"
        "- The group voted to buy a longer ladder.\n- It was agreed to mow the orchard in May.\n"
    )
    found = [(one.item, one.text) for one in facts_of(text, "a.md").decisions]
    assert found == [
        ("Election of Secretary", "Cleo Hart was elected Secretary"),
        ("Ladders", "The group voted to buy a longer ladder."),
        (None, "It was agreed to mow the orchard in May."),
    ]


def test_where_a_meeting_was_held_heads_nothing() -> None:
    head = (
        "# Minutes of OXLUG AGM - 4 May 2015\n\n**Held at the Mill**\n\nMeeting opened at 7:16pm."
    )
    titles = ["Lamps", "Ford", "Paths"]
    told = (f"## {at}. {title}\n\n{TOLD}" for at, title in enumerate(titles, 1))
    text = "\n\n".join((head, *told))
    assert [one.title for one in facts_of(text, "a.md").items] == titles


@pytest.mark.parametrize(
    "title",
    [
        "Meeting held on 3 May with Highways",
        "Meeting held by residents about the quarry",
        "Held in trust: the almshouse fund",
        "Meeting Held at the Request of Residents",
    ],
)
def test_business_that_was_held_is_an_item(title: str) -> None:
    text = "".join(f"## {one}\n\n{TOLD}\n\n" for one in ("Lamps", title, "Ford"))
    found = facts_of(f"# OXLUG Minutes - 4 May 2015\n\nPresent: Ann Lowe\n\n{text}", "a.md").items
    assert [one.title for one in found] == ["Lamps", title, "Ford"]


@pytest.mark.parametrize(
    "place", ["Held at the Mill, Weir Lane", "Held on 4 May 2015", "Meeting held via Zoom"]
)
def test_a_line_of_a_day_or_place_is_no_item(place: str) -> None:
    text = "".join(f"## {one}\n\n{TOLD}\n\n" for one in (place, "Lamps", "Ford"))
    found = facts_of(f"# OXLUG Minutes - 4 May 2015\n\nPresent: Ann Lowe\n\n{text}", "a.md").items
    assert [one.title for one in found] == ["Lamps", "Ford"]


@pytest.mark.parametrize(
    ("said", "item"),
    [
        ("The group agreed to change the electricity supplier.", None),
        ("The group voted to ask the police to patrol.", None),
        ("The group agreed to give 50 to the community hall.", None),
        ("Ben Moss was elected chair.", "Elections"),
        ("It was agreed that the policies be read in May.", "Policies"),
    ],
)
def test_words_that_only_begin_alike_name_no_item(said: str, item: str | None) -> None:
    text = (
        "# Orchard Group\n\nMeeting Date: February 19, 2015\n\nPresent: Ada Pell, Ben Moss\n\n"
        "## Agenda\n\n- Elections\n- Policies\n- Communications\n\n## Meeting Notes\n\n"
    )
    found = facts_of(f"{text}- {said}\n", "a.md").decisions
    assert [(one.item, one.text) for one in found] == [(item, said)]
