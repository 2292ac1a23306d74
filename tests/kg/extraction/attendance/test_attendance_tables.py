"""Who was there, by tables and columns."""

import pytest

from tests.kg.extraction.attendance.test_attendance import attended, rows
from tests.kg.extraction.attendance.test_attendance_lists import came, present
from tests.support.read_papers import facts_of


def test_a_table_names_people_beside_their_roles_under_any_word() -> None:
    cells = {"Chair": "Ann Lowe", "Expert": "Ben Tarn", "Seat 2": "Cara Voss"}
    lines = "".join(f"<tr><td>{role}</td><td>{name}</td></tr>" for role, name in cells.items())
    said = f"## Participants\n\n<table><tr><th>Position</th><th>POC</th></tr>{lines}</table>"
    assert came(said) == present("Ann Lowe", "Ben Tarn", "Cara Voss")


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


@pytest.mark.parametrize(
    ("head", "yes", "no"), [("Present", "Y", "N"), ("Attending?", "Yes", "No")]
)
def test_answers_stand_in_front_of_the_names(head: str, yes: str, no: str) -> None:
    cells = [(head, "Director", "Company"), (yes, "Ann Lowe", "Marle AG"), (no, "Ben Tarn", "Bond")]
    said = "\n".join(f"| {' | '.join(row)} |" for row in [cells[0], ("---",) * 3, *cells[1:]])
    assert came(said) == {"Ann Lowe: present", "Ben Tarn: absent"}


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


def test_a_head_that_says_more_than_what_its_column_is() -> None:
    said = (
        "## Attendance\n\n| Names, initials and pronouns | Role and * for those away |\n|---|---|\n"
        "| Ann Lowe, AL, she/her | President |\n| Ben Tarn, BT, he/him | Catering |\n"
    )
    assert came(said) == present("Ann Lowe", "Ben Tarn")


def table(*lines: str) -> str:
    """A table of Markdown by its lines, the first of which is its head."""
    head, *below = (f"| {line} |" for line in lines)
    return "\n".join([head, "|---" * lines[0].count("|") + "|---|", *below])


def test_a_column_says_of_each_person_whether_they_came() -> None:
    said = table(
        "Attendee | Role | Attendance",
        "Councillor Ann Lowe | Chair | Present",
        "Councillor Ben Tarn | Committee Member | Apologies",
        "Councillor Cara Voss | Committee Member | Absent",
        "Councillor Dan Moss | Reserve | Present, as substitute",
        "Councillor Eve Reed | | In attendance",
        "Gus Hill | Head of Planning | Officer",
        "Councillor Ida Wren | Committee Member | Expected",
    )
    assert came(said) == {
        *present("Ann Lowe", "Dan Moss"),
        "Ben Tarn: apologies",
        "Cara Voss: absent",
        "Eve Reed: in attendance",
        "Gus Hill: in attendance",
    }


def test_answers_under_present_may_say_more() -> None:
    said = "## Attendance\n\n" + table(
        "Name | Position | Present?",
        "Ann Lowe | Chair of Council | ✔",
        "Ben Tarn | Sports | ✔ (left 7.20pm)",
        "Cara Voss | Welfare | Absent",
        "Dan Moss | Arts | Apologies (proxy: Eve Reed)",
        "Eve Reed | Proxy for Dan Moss | ✔ Zoom",
    )
    assert came(said) == {
        *present("Ann Lowe", "Ben Tarn", "Eve Reed"),
        "Cara Voss: absent",
        "Dan Moss: apologies",
    }


_CELLS = {
    "Executive and staff": "Ann Lowe, Director of Law\nBen Tarn, Clerk\nCara Voss, Head of Works",
    "In attendance": "Mr A Lowe, Tide Keeper\nMr B Tarn, Town Clerk\nMs C Voss, Reid Moss Ltd",
}


@pytest.mark.parametrize("label", _CELLS)
def test_people_on_lines_of_a_cell_are_apart(label: str) -> None:
    lines = _CELLS[label].split("\n")
    said = table(" | ", "Present | Eve Reed", f"{label} | {'<br>'.join(lines)}")
    names = [line.partition(",")[0].removeprefix("Mr ").removeprefix("Ms ") for line in lines]
    assert came(said) == {*present("Eve Reed"), *(f"{name}: in attendance" for name in names)}


def test_labels_in_two_languages_are_one() -> None:
    said = table(
        " | ",
        "Yn bresennol / Present: | Cyng./Cllr Ann Lowe (Cadeirydd/Chair)<br>Cyng./Cllr Ben Tarn",
        "Hefyd yn bresennol / Also present: | Cara Voss (Clerc/Clerk)",
        "Ymddiheuriadau / Apologies: | Cyng./Cllr Dan Moss, PCSO Eve Reed",
    )
    assert came(said) == {
        *present("Ann Lowe", "Ben Tarn"),
        "Cara Voss: in attendance",
        "Dan Moss: apologies",
        "Eve Reed: apologies",
    }


def test_groups_of_any_name_came_where_attendance_stands_over_the_table() -> None:
    said = "## Attendance\n\n" + table(
        " | ",
        "Primary (maintained) | Ann Lowe (Head, Mill Lane) – Chair; Ben Tarn (Governor, Quay)",
        "Trade unions | Vacancy",
        "LA officers (non voting) | Cara Voss (Director of Schools)",
        "Apologies | Dan Moss (Academies)",
    )
    assert came(said) == {
        *present("Ann Lowe", "Ben Tarn"),
        "Cara Voss: in attendance",
        "Dan Moss: apologies",
    }


def test_a_label_over_two_columns_is_that_of_both() -> None:
    said = (
        "<table><tr><th colspan=2>Directors present</th><th>Others</th></tr>"
        "<tr><td>Ann Lowe (AL) Chair</td><td>Ben Tarn (BT)</td><td>Cara Voss – Worker</td></tr>"
        "<tr><td>Dan Moss (DM)</td><td>Eve Reed (ER)</td><td></td></tr></table>"
    )
    people = present("Ann Lowe", "Ben Tarn", "Dan Moss", "Eve Reed")
    assert came(said) == {*people, "Cara Voss: in attendance"}


def test_an_agenda_does_not_tell_who_came_by_the_minutes_it_takes() -> None:
    text = (
        "# Marle Trust\n\nMeeting of the Board of Trustees, 13 June 2034\n\n# AGENDA\n\n"
        "Trustees: Lady Lowe (Chair), Ben Tarn, Cara Voss, Dan Moss, Eve Reed, Gus Hill\n\n"
        "Attending: Kit Dale, Chief Executive; Lou Marsh, Clerk to the Trustees, for all of it\n\n"
        "1. Apologies\n\n2. Minutes of the meeting of 14 March 2034\n\n3. Accounts\n"
    )
    assert attended(text.encode(), "paper.md") == ()


def test_places_below_a_blank_head_and_labels_of_no_group_are_nobody() -> None:
    places = table(
        "Present | | Apologies", "Ann Lowe | Mill Lane | Cara Voss", "Ben Tarn | Ash Vale |"
    )
    assert came(places) == {*present("Ann Lowe", "Ben Tarn"), "Cara Voss: apologies"}
    groups = table(
        " | ", "Trustees | Ann Lowe, Ben Tarn", "On leave | Eve Reed", "Venue | Lark Hall"
    )
    assert came(f"## Attendance\n\n{groups}") == present("Ann Lowe", "Ben Tarn")


def test_two_names_on_a_line_with_titles_are_two_people() -> None:
    said = "Present:\nCllr Ann Lowe, Ben Tarn\nCllr Cara Voss, Dan Moss\nCllr Eve Reed, Gus Hill"
    people = ("Ann Lowe", "Ben Tarn", "Cara Voss", "Dan Moss", "Eve Reed", "Gus Hill")
    assert came(said) == present(*people)


def test_what_stands_beside_a_name_under_a_label_in_columns_says_who_presides() -> None:
    text = (
        "<h1>Minutes of the Quay Board, 9 March 2024</h1><table><tr><td>Present:</td>"
        "<td>Ann Lowe</td><td>Chair</td></tr><tr><td></td><td>Tom Reed</td><td>Parent governor"
        "</td></tr><tr><td></td><td>Ida Moss</td><td>Governor</td></tr></table>"
        "<p>1. Lamps</p><p>The Board agreed to mend the lamps.</p>"
    )
    found = facts_of(text, "minutes.html").attendance
    assert [one.person.name for one in found] == ["Ann Lowe", "Tom Reed", "Ida Moss"]
    assert [one.person.name for one in found if one.capacity == "chair"] == ["Ann Lowe"]
