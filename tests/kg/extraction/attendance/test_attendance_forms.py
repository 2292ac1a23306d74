"""Who was there, where headings, front matter or marks stand beside the names. All invented."""

import time

import pytest

from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils
from tests.kg.extraction.attendance.test_attendance import HEAD, attended, of_text, rows

SHORT = "# Marle Makers, 12 May 2025\n\n{}\n\nLamps\n\nIt was agreed to buy two lamps.\n"


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        (
            "Present: Ann Lowe, Ben Tarn, Cara Voss\n\nApologies: Dan Moss",
            ["Ann Lowe: present", "Ben Tarn: present", "Cara Voss: present", "Dan Moss: apologies"],
        ),
        ("Present: Ann, Ben and Cara", ["Ann: present", "Ben: present", "Cara: present"]),
        ("Apologies: Dan\n\nPresent: Ann, Ben", ["Dan: apologies", "Ann: present", "Ben: present"]),
    ],
    ids=["whole names", "first names", "apologies first"],
)
@pytest.mark.parametrize("name", ["paper.txt", "paper.md"])
def test_a_heading_of_one_word_behind_a_list_names_nobody(
    opening: str, found: list[str], name: str
) -> None:
    assert rows(attended(SHORT.format(opening).encode(), name)) == set(found)


def test_one_first_name_alone_in_a_list_of_its_own() -> None:
    text = SHORT.format("## Present\n\n- Ann\n- Ben\n\n## Absent\n\n- Dan").replace(
        "Lamps", "## Lamps"
    )
    assert rows(attended(text.encode(), "paper.md")) == {
        "Ann: present",
        "Ben: present",
        "Dan: absent",
    }


@pytest.mark.parametrize(
    "said",
    [
        "present: [Ann Lowe, Ben Tarn]",
        'present: ["Ann Lowe", "Ben Tarn"]',
        "present:\n  - Ann Lowe\n  - Ben Tarn",
    ],
    ids=["names", "quoted names", "lines"],
)
def test_front_matter_says_who_came(said: str) -> None:
    front = f"---\ntitle: Marle Makers Meeting\ndate: 2025-05-12\n{said}\nabsent: []\n---\n\n"
    text = f"{front}# Minutes\n\n## Lamps\n\nIt was agreed to buy two lamps.\n"
    assert rows(attended(text.encode(), "paper.md")) == {"Ann Lowe: present", "Ben Tarn: present"}


def test_crosses_in_a_column_for_each_status() -> None:
    marks = {"Ann Lowe": "<td>X</td><td></td>", "Ben Tarn": "<td>X</td><td></td>"}
    marks["Dee Moss"] = "<td></td><td>X</td>"
    cells = "".join(f"<tr><td>{name}</td>{cell}</tr>" for name, cell in marks.items())
    page = (
        f"<html><body><h1>{HEAD.strip()}</h1><table><tr><th>Member</th><th>Present</th>"
        f"<th>Apologies</th></tr>{cells}</table><h2>1. Benches</h2><p>They were mended.</p>"
        "</body></html>"
    )
    assert rows(attended(page.encode(), "paper.html")) == {
        "Ann Lowe: present",
        "Ben Tarn: present",
        "Dee Moss: apologies",
    }


def test_a_label_may_say_of_which_body_the_members_are() -> None:
    opening = (
        "Planning board members present:\nAnn Lowe (AL), planning board member and chair;\nBen Tarn"
    )
    assert of_text(opening) == {"Ann Lowe: present, chair", "Ben Tarn: present, member"}


def test_a_list_twice_as_long_is_read_in_about_twice_the_time() -> None:
    firsts = ("Ann", "Ben", "Cora", "Dan", "Eve", "Finn", "Gwen", "Hal", "Ida", "Jon")
    lasts = [
        a + b for a in ("Fen", "Os", "Quil", "Lar", "Tar") for b in ("ton", "ley", "ford", "by")
    ]
    surnames = [f"{one}-{other}" for one in lasts for other in lasts]
    names = [f"{first} {last}" for last in surnames for first in firsts]

    def seconds(number: int) -> float:
        text = SHORT.format("Present: " + ", ".join(names[:number]))
        begun = time.process_time()
        assert len(attended(text.encode(), "paper.md")) == number
        return time.process_time() - begun

    seconds(10)
    assert seconds(4000) < 10 * seconds(1000)


def test_minutes_whose_long_title_ends_in_a_full_stop_list_who_came_under_no_label() -> None:
    text = (
        "Marle Rowers\n\nMinutes of a special Boats Committee meeting that sat in the upper room of"
        " the old ferry house, after the tide, on Friday April 3rd 2015.\n\nAnn Lowe Chairman\nBen"
        " Tarn Equipment Manager\nCara Voss Member\n\n1 Apologies were received from Dan Moss\n\n2"
        " The oars were counted and two were found to be split\n"
    )
    assert {"Ann Lowe: present, chair", "Ben Tarn: present"} <= rows(
        attended(text.encode(), "paper.txt")
    )


def test_an_agenda_that_says_who_attended_is_read_as_minutes() -> None:
    text = (
        "Marle Rowing Club\n\nTrustees Meeting Agenda\n\nFriday 3rd April 2015, 19.30\n\nAttended"
        " by: A Lowe, B Tarn, C Voss.\n\n1 Apologies for Absence were received from D Moss.\n\n"
        "2 The notes of 6th March 2015 were agreed.\n\n3 Boats\n\nThe skiff was mended.\n"
    )
    assert rows(attended(text.encode(), "paper.txt")) == {
        "A Lowe: present",
        "B Tarn: present",
        "C Voss: present",
        "D Moss: apologies",
    }


@pytest.mark.parametrize(
    "key", ["Present members in bold", "Members present are in bold", "Names in bold were present"]
)
def test_of_a_list_those_in_bold_came_where_a_line_says_so(key: str) -> None:
    text = (
        "# Marle Archive Committee\n\n- **Ann Lowe, chair (Marle Archive)**\n"
        "- Ben Tarn (Fenmoor Library,\n  Lower Hall)\n- Cara Voss (Holmby Press)\n"
        f"- **Dan Moss (Ferry House) **\n\n**{key}**\n\n# Agenda 2024-10-16\n\n"
        "1. Lamps\n\n    1. Ann said that two lamps were lit.\n\n2. Oars\n\n"
        "    1. Dan reported that the oars had been counted.\n\n3. Closing\n"
    )
    document = read_document(text.encode(), "paper.md")
    facts = extract(document, Councils.load())
    assert rows(facts.attendance) == {
        "Ann Lowe: present, chair",
        "Ben Tarn: absent",
        "Cara Voss: absent",
        "Dan Moss: present",
    }
    assert not facts.actions


def test_a_task_with_a_box_and_whose_it_is_in_brackets_stays_a_task() -> None:
    text = (
        f"{HEAD}Present: Ann Lowe, Ben Tarn\n\n1. Hall\n\nThe hall was looked at by all.\n\n"
        "## Actions\n\n- [ ] Boat Hire (Ben)\n- [ ] Ring the mill (Ann)\n"
    )
    document = read_document(text.encode(), "paper.md")
    assert len(extract(document, Councils.load()).actions) == 2


RANKED = (
    "| | | |\n|---|---|---|\n| Present | Chairman: | Mrs Lowe |\n"
    "| | Parish Councillor: | Mrs Tarn |\n"
    "| | | Voss |\n| | | Dan Moss (QDC) |\n| In attendance | Clerk: | Eve Hale |"
)


def test_ranks_stand_between_the_label_and_the_names() -> None:
    assert rows(attended(SHORT.format(RANKED).encode(), "paper.md")) == {
        "Lowe: present, chair",
        "Tarn: present, member",
        "Voss: present, member",
        "Dan Moss: present, member",
        "Eve Hale: in attendance, officer",
    }


def test_an_apology_by_office_below_councillors_leaves_them_a_list() -> None:
    opening = (
        "MEMBERS PRESENT:\n\nCouncillors Lowe, Tarn, E Voss, M Voss and Moss.\n\n"
        "Apologies: Director, Roads and Bridges (Mr. B. Reed)"
    )
    assert rows(attended(SHORT.format(opening).encode(), "paper.md")) == {
        "Lowe: present, member",
        "Tarn: present, member",
        "E Voss: present, member",
        "M Voss: present, member",
        "Moss: present, member",
        "B. Reed: apologies",
    }
