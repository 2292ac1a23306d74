"""Who was there, by lists that clerks write in haste: no commas, handles, labels misspelt."""

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


def test_a_table_names_people_beside_their_roles_under_any_word() -> None:
    cells = {"Chair": "Ann Lowe", "Expert": "Ben Tarn", "Seat 2": "Cara Voss"}
    lines = "".join(f"<tr><td>{role}</td><td>{name}</td></tr>" for role, name in cells.items())
    said = f"## Participants\n\n<table><tr><th>Position</th><th>POC</th></tr>{lines}</table>"
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cara Voss")


def test_front_matter_may_begin_on_the_line_of_its_rule() -> None:
    front = '+++ title = "Marle Meeting Minutes (12/05/25)"\n\n[extra] \n+++ \n\n'
    came = "# Attendance\n- Ann\n- Ben T.\n- Cy\n\n"
    text = f"{front}{came}# Notes\n## Agenda I: Lamps\n- Two bought.\n"
    assert set(rows(attended(text.encode(), "paper.md"))) == present("Ann", "Ben T", "Cy")


def test_initials_before_names_and_words_behind_them() -> None:
    said = (
        "Attending\n---------\n\n* AL: Ann Lowe (Univ of Marle)\n* BCT: Ben Cy Tarn (Tide Lab) - "
        "chair\n* CV: Cara Voss (Quay Fund) - nonvoting\n\nActions\n-------\n\n* AL: buy lamps"
    )
    assert came(said) == present("Ann Lowe", "Ben Cy Tarn", "Cara Voss")


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


def test_who_serves_somebody_is_not_the_one_served() -> None:
    said = "Present: Ann Lowe, Dr Cy Voss MP, Ben Tarn, Assistant to Dr Voss\nApologies: Dan Moss"
    assert came(said) == {*present("Ann Lowe", "Cy Voss", "Ben Tarn"), "Dan Moss: apologies"}


def test_those_who_serve_a_village_stand_behind_what_they_are() -> None:
    said = "Present: Cllr Ann Lowe, Cllr Ben Tarn\n\nVillage Handyman: - Cy Voss (CV)"
    said += "\n\nClerk to the Council: Eve Penn"
    aside = {f"{one}: in attendance" for one in ("Cy Voss", "Eve Penn")}
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), *aside}


@pytest.mark.parametrize("number", ["2.1", "2.1.", "a)"])
def test_names_alone_stand_below_a_numbered_item_on_apologies(number: str) -> None:
    said = f"Present: Ann Lowe, Ben Tarn\n\n**2. Apologies for absence**\n\n{number} Cy Voss"
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), "Cy Voss: apologies"}


def test_the_next_item_of_a_list_by_points_is_no_person() -> None:
    said = "Present: Ann Lowe, Ben Tarn\n\n2. Apologies: Cllr Cy Voss\n\n2.1 Marle Green"
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), "Cy Voss: apologies"}


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


def test_a_councillor_of_a_county_written_as_one_word() -> None:
    said = "Present: Ann Lowe, Ben Tarn. Clerk: Cy Voss. CountyCouncillor: Dan Moss (DM)."
    aside = {"Cy Voss: in attendance", "Dan Moss: in attendance"}
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), *aside}


def test_a_health_board_behind_a_name_is_no_person() -> None:
    said = "Present:\n\n- Ann Lowe (AL) (Chair) - Marle and Vale UHB\n- Ben Tarn (BT) - Quay Trust"
    assert came(said) == present("Ann Lowe", "Ben Tarn")


def test_labels_in_words_of_their_own_open_the_list_of_those_who_came() -> None:
    said = "Boad Attendance: President Ann Lowe, Secretary Ben Tarn\n\n"
    said += "Mill owners in attendance via Zoom: Cy Voss, Dan Moss"
    aside = {"Cy Voss: in attendance", "Dan Moss: in attendance"}
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), *aside}


SIDES = (
    "<h1>Marle Parish Council</h1><p>Minutes of the meeting of 12 May 2025</p><table>"
    "<tr><td>Present:</td><td></td><td></td><td></td></tr>"
    "<tr><td>Ann Lowe (ALO)</td><td>Clerk</td><td>Apologies:</td><td>Ben Tarn (BTA)</td></tr>"
    "<tr><td>Cy Voss (CVO)</td><td>Councillor/Chairman</td><td></td><td>Dan Moss</td></tr>"
    "<tr><td>Eve Penn</td><td>Councillor</td><td>Chair:</td><td>Cy Voss</td></tr>"
    "<tr><td>Gus Hill</td><td>Councillor</td><td>Distribution:</td><td>Marle Hall</td></tr>"
    "</table><h2>1. Lamps</h2><p>It was agreed to buy two lamps.</p>"
)


def test_a_table_with_those_present_on_one_side_and_apologies_on_the_other() -> None:
    found = rows(attended(SIDES.encode(), "paper.html"))
    away = {"Ben Tarn: apologies", "Dan Moss: apologies"}
    assert {one.partition(",")[0] for one in found} == {
        *present("Ann Lowe", "Cy Voss", "Eve Penn", "Gus Hill"),
        *away,
    }


def test_a_councillor_of_another_council_on_a_line_below_is_in_attendance() -> None:
    said = "Present - Cllr Ann Lowe, Cllr Ben Tarn.\n\nMr C Voss - County Councillor"
    assert came(said) == {*present("Ann Lowe", "Ben Tarn"), "C Voss: in attendance"}


def test_the_club_that_meets_is_none_of_those_who_came() -> None:
    text = (
        "# Black Marle Joggers\n\nMinutes of the meeting of 12 May 2025\n\nPresent:\n\n- Ann Lowe\n"
    )
    text += f"- Ben Tarn\n- Black Marle Joggers{BEHIND}"
    assert rows(attended(text.encode(), "paper.md")) == present("Ann Lowe", "Ben Tarn")


@pytest.mark.parametrize(
    "said",
    ["1pm 19/06/25 (advance apologies: Ben Tarn, Cy Voss)", "Apologies for next meeting: Ben, Cy"],
)
def test_apologies_for_a_meeting_to_come_are_none_of_this_one(said: str) -> None:
    text = f"{HEAD}Present: Ann Lowe, Ben Tarn, Cy Voss{BEHIND}\n\n#### Next Meeting\n\n{said}\n"
    found = rows(attended(text.encode(), "paper.md"))
    assert found == present("Ann Lowe", "Ben Tarn", "Cy Voss")


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


@pytest.mark.parametrize(
    ("head", "yes", "no"), [("Present", "Y", "N"), ("Attending?", "Yes", "No")]
)
def test_answers_stand_in_front_of_the_names(head: str, yes: str, no: str) -> None:
    cells = [(head, "Director", "Company"), (yes, "Ann Lowe", "Marle AG"), (no, "Ben Tarn", "Bond")]
    said = "\n".join(f"| {' | '.join(row)} |" for row in [cells[0], ("---",) * 3, *cells[1:]])
    assert came(said) == {"Ann Lowe: present", "Ben Tarn: absent"}


def test_a_label_may_say_that_it_counts_only_some() -> None:
    said = "Members present included:\n\n- Ann Lowe\n- Ben Tarn\n- Cara Voss"
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cara Voss")


def test_first_names_in_brackets_tell_two_of_one_surname_apart() -> None:
    said = "Present: Councillors Lowe, Tarn (Ann), Tarn (Ben), Voss (Chair) and Voss"
    assert {"Ann Tarn: present", "Ben Tarn: present", "Lowe: present"} <= came(said)


def test_who_sent_apologies_is_nobody_of_one_surname_who_came() -> None:
    said = "Present: Ann Lowe, Ben Tarn\n\nApologies: Cara Voss, Cllr Lowe\n\n"
    said += "Minute Secretary: Ben Tarn"
    assert came(said) == {
        *present("Ann Lowe", "Ben Tarn"),
        "Cara Voss: apologies",
        "Lowe: apologies",
    }


def test_initials_in_brackets_behind_an_office_are_of_a_name_where_others_have_a_title() -> None:
    said = "Attended: Director, Roads (Mr A. Lowe), Director, Quays & Slips (B. Tarn)(remotely)"
    assert came(said) == present("A. Lowe", "B. Tarn")


def test_who_came_from_afar_stands_under_a_label_of_their_own() -> None:
    said = "> [!note]- Present:\n> A. Lowe, B. Tarn\n\n> [!note]- Remote Attendance:\n> E. Voss"
    assert came(said) == {*present("A. Lowe", "B. Tarn"), "E. Voss: in attendance"}


def test_irish_labels_of_those_there_and_beside() -> None:
    said = "I láthair: Ann Lowe, Ben Tarn\n\nI bhfreastal: Cara Voss, Dan Moss"
    beside = {f"{one}: in attendance" for one in ("Cara Voss", "Dan Moss")}
    assert came(said) == present("Ann Lowe", "Ben Tarn") | beside


def test_a_few_first_names_stand_among_many_people_named_in_full() -> None:
    said = "Attendees: Gavin, Ann Lowe, Ben Tarn, Cara Voss, Dan Moss, Eve Brisk, Finn Crake, Lara"
    assert {"Gavin: present", "Lara: present", "Ann Lowe: present"} <= came(said)


def test_places_between_people_named_in_full_are_nobody() -> None:
    said = "Attendees: Ann Lowe, Marle, Ben Tarn, Fenmoor, Cara Voss, Thornby, Dan Moss, Wold"
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cara Voss", "Dan Moss")


def test_members_of_a_body_with_letters_for_a_name_share_a_surname() -> None:
    said = "In attendance: President Ann Lowe, Secretary Ben Tarn, MHA members Cara and Dan Voss"
    assert {"Cara Voss", "Dan Voss"} <= {one.partition(":")[0] for one in came(said)}


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


def test_those_in_the_chair_stand_above_the_members() -> None:
    said = "Chairman Lowe\n\nVice Chairman Tarn\n\nCouncillors: C. Voss, D. Moss"
    assert came(said, "paper.txt") == present("Lowe", "Tarn", "C. Voss", "D. Moss")


def test_people_listed_by_whom_they_came_for() -> None:
    said = (
        "## Attendees\n\nBoard members present:\n\n- Ann Lowe, Lamps Ltd\n- Ben Tarn, Oars Ltd\n\n"
        "For the Harbour Trust:\n\n- Cara Voss, Trust\n- Dan Moss, Trust\n"
    )
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cara Voss", "Dan Moss")


def test_names_below_a_name_in_the_column_beside_a_label() -> None:
    said = (
        "PRESENT\nCouncillors:  Ann Lowe (Chairman)\n              Ben Tarn\n"
        "              Cara Voss\nOfficers:     Dan Moss (Town Clerk)\n"
    )
    assert came(said, "paper.txt") == {
        *present("Ann Lowe", "Ben Tarn", "Cara Voss"),
        "Dan Moss: in attendance",
    }


def test_a_row_that_fills_its_column_does_not_run_into_the_next_person() -> None:
    said = (
        "PRESENT:\nAnn Lowe (Chair)\nBen Tarn\nCara Voss\n\nAdvisers\n"
        "Dan Moss      Chief Keeper\nEve Hart      Director of Lamps and Harbour Services\n"
        "Fay Gale      Lamp Officer\nGuy Penn      Oar Officer\n"
    )
    aside = ("Dan Moss", "Eve Hart", "Fay Gale", "Guy Penn")
    assert came(said, "paper.txt") == {
        *present("Ann Lowe", "Ben Tarn", "Cara Voss"),
        *(f"{one}: in attendance" for one in aside),
    }


def test_a_title_of_minutes_labels_nobody() -> None:
    said = "Minutes of the Staff Council - Harbour Term Week\n\nPresent: Ann Lowe, Ben Tarn"
    assert came(said, "paper.txt") == present("Ann Lowe", "Ben Tarn")


def test_a_head_that_says_more_than_what_its_column_is() -> None:
    said = (
        "## Attendance\n\n| Names, initials and pronouns | Role and * for those away |\n|---|---|\n"
        "| Ann Lowe, AL, she/her | President |\n| Ben Tarn, BT, he/him | Catering |\n"
    )
    assert came(said) == present("Ann Lowe", "Ben Tarn")
