"""Who was there, in the many ways that minutes say it. All names and places are invented."""

import re
import tomllib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import perf_counter

import docx
import pytest
from fpdf import FPDF

from kg.extraction.extract import extract
from kg.extraction.people.lists import entries
from kg.facts import Attendance
from kg.reading.read import read_document
from kg.reference import Councils

HEAD = "Minutes of the Marle Green Parish Council meeting held on Monday 12 May 2025\n\n"
TAIL = """
1. Declarations of interest

Nobody at the table had an interest.

2. Bench repairs

It was RESOLVED that the benches on Long Common Lane be repaired. Proposed by Cllr Lowe, seconded
by Cllr Tarn.

3. Date of next meeting

The next meeting is on 9 June 2025 in the Village Hall, Quay Street, Marle Green.
"""


def attended(paper: bytes, name: str) -> tuple[Attendance, ...]:
    return extract(read_document(paper, name), Councils.load()).attendance


def rows(found: tuple[Attendance, ...]) -> set[str]:
    """Rows as "name: status" or "name: status, capacity"."""
    return {f"{a.person.name}: {', '.join(filter(None, (a.status, a.capacity)))}" for a in found}


def of_text(opening: str, name: str = "paper.txt") -> set[str]:
    return rows(attended(f"{HEAD}{opening}\n{TAIL}".encode(), name))


OPENINGS = tomllib.loads(Path(__file__).with_name("attendance_openings.toml").read_text("utf-8"))


@pytest.mark.parametrize("shape", OPENINGS["text"])
def test_lines_and_sentences(shape: str) -> None:
    case = OPENINGS["text"][shape]
    assert of_text(case["opening"]) == set(case["rows"])


@pytest.mark.parametrize("shape", OPENINGS["markdown"])
def test_markdown(shape: str) -> None:
    case = OPENINGS["markdown"][shape]
    paper = f"# {HEAD}{case['opening']}\n{re.sub(r'(?m)^(?=[0-9]+[.])', '## ', TAIL)}"
    assert rows(attended(paper.encode(), "paper.md")) == set(case["rows"])


def test_an_html_table_of_people_there_and_away() -> None:
    page = (
        f"<html><body><h1>{HEAD.strip()}</h1><table><tr><th>Present</th><th>Apologies</th></tr>"
        "<tr><td>Ann Lowe (Chair)<br>Ben Tarn</td><td>Dee Moss</td></tr>"
        "<tr><td>Cara Voss</td><td></td></tr></table>"
        "<h2>1. Bench repairs</h2><p>It was agreed that the benches be repaired.</p></body></html>"
    )
    assert rows(attended(page.encode(), "paper.html")) == {
        "Ann Lowe: present, chair",
        "Ben Tarn: present",
        "Cara Voss: present",
        "Dee Moss: apologies",
    }


def test_a_word_table_of_label_name_and_organisation() -> None:
    paper = docx.Document()
    paper.add_heading(HEAD.strip(), 1)
    table = paper.add_table(rows=0, cols=3)
    for row in (
        ("Present:", "Ann Lowe (Chair)", "Wexbury Museum"),
        ("", "Ben Tarn", "Marle Trust"),
        ("In attendance:", "Dee Moss", "Wexbury Borough Council"),
        ("Apologies:", "Eve Pike", "Quay Society"),
    ):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    paper.add_heading("1. Bench repairs", 2)
    paper.add_paragraph("It was agreed that the benches be repaired before the summer.")
    stream = BytesIO()
    paper.save(stream)
    found = attended(stream.getvalue(), "paper.docx")
    assert rows(found) == {
        "Ann Lowe: present, chair",
        "Ben Tarn: present",
        "Dee Moss: in attendance",
        "Eve Pike: apologies",
    }
    assert {a.person.name: a.representing for a in found}["Dee Moss"] == "Wexbury Borough Council"


def printed(write: Callable[[FPDF], None]) -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 14)
    pdf.multi_cell(0, 8, HEAD.strip(), new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    pdf.ln(6)
    write(pdf)
    pdf.ln(6)
    pdf.set_font("Helvetica", "B", 11)
    pdf.cell(0, 8, "1. Bench repairs", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 6, "It was agreed that the benches be repaired before the summer, and " * 3)
    return bytes(pdf.output())


def side_by_side(pdf: FPDF, pairs: tuple[tuple[str, str], ...]) -> None:
    for left, right in pairs:
        pdf.cell(90, 6, left)
        pdf.cell(90, 6, right, new_x="LMARGIN", new_y="NEXT")


def test_pdf_columns_with_a_label_over_each() -> None:
    pairs = (
        ("Present:", "In attendance:"),
        ("Ann Lowe (Chair)", "Dee Moss, Head of Works"),
        ("Ben Tarn", "Eve Pike (Clerk)"),
        ("Cara Voss", ""),
    )
    assert rows(attended(printed(lambda pdf: side_by_side(pdf, pairs)), "paper.pdf")) == {
        "Ann Lowe: present, chair",
        "Ben Tarn: present",
        "Cara Voss: present",
        "Dee Moss: in attendance",
        "Eve Pike: in attendance, officer",
    }


def test_pdf_names_in_two_columns_under_one_label() -> None:
    pairs = (
        ("Cllr Ann Lowe (Chair)", "Cllr Dee Moss"),
        ("Cllr Ben Tarn", "Cllr Eve Pike"),
        ("Cllr Cara Voss", "Cllr Hal Dane"),
    )

    def write(pdf: FPDF) -> None:
        pdf.cell(0, 8, "Present:", new_x="LMARGIN", new_y="NEXT")
        side_by_side(pdf, pairs)
        pdf.cell(0, 8, "Apologies: Cllr Ivy Quill", new_x="LMARGIN", new_y="NEXT")

    names = ("Ben Tarn", "Cara Voss", "Dee Moss", "Eve Pike", "Hal Dane")
    assert rows(attended(printed(write), "paper.pdf")) == {
        "Ann Lowe: present, chair",
        *(f"{name}: present" for name in names),
        "Ivy Quill: apologies",
    }


def test_a_pdf_label_beside_its_names() -> None:
    pairs = (
        ("Present:", "Cllr Ann Lowe (Chair)"),
        ("", "Cllr Ben Tarn"),
        ("", "Cllr Cara Voss"),
        ("Apologies:", "Cllr Dee Moss"),
        ("In attendance:", "Eve Pike, Clerk"),
    )
    assert rows(attended(printed(lambda pdf: side_by_side(pdf, pairs)), "paper.pdf")) == {
        "Ann Lowe: present, chair",
        "Ben Tarn: present",
        "Cara Voss: present",
        "Dee Moss: apologies",
        "Eve Pike: in attendance, officer",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Present: 3 members of the public",
        "Apologies: None",
        "The Chair thanked those present for coming.",
        "Members: Annual Report and Budget Monitoring",
        "Attendance: 45 people came to the Spring Fair.",
        "Cllr Ann Lowe attended the Spring Fair.",
        "Mr Ben Tarn was present at the site visit.",
        "2. Election of officers\n\nElected were:\n\nChair: Cara Voss\nClerk: Dee Moss",
    ],
)
def test_no_person_is_made_of_other_words(text: str) -> None:
    assert of_text(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Members thanked the trainer, Ivy Quill, who was leaving.", {"Ivy Quill"}),
        ("Meeting contact:\nIvy Quill\n01234 567890 / ivy.quill@example.org", {"Ivy Quill"}),
        ("Write to the Quay Museum at info@example.org.", set()),
        ("Marle Green and 5 neighbouring villages.", set()),
        ("Lord Lowe’s plan was read.", {"Lowe"}),
    ],
)
def test_people_named_in_the_text(text: str, expected: set[str]) -> None:
    facts = extract(read_document(f"{HEAD}{text}\n".encode(), "paper.txt"), Councils.load())
    assert {mention.person.name for mention in facts.people} == expected


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Ivy Quill, Minister for the Quays Office welcomed all.", "Minister for the Quays Office"),
        ("Ivy Quill, Head of integrated moorings, spoke.", "Head of integrated moorings"),
        ("Ivy Quill, Director of Quays said little.", "Director of Quays"),
    ],
)
def test_a_position_ends_where_the_sentence_goes_on(text: str, position: str) -> None:
    facts = extract(read_document(f"{HEAD}{text}\n".encode(), "paper.txt"), Councils.load())
    found = {mention.person.name: mention.position for mention in facts.people}
    assert found["Ivy Quill"] == position


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Baroness Penn spoke of it.", "Penn"),
        ("Cllr Penn spoke of it.", "Ann Penn"),
    ],
)
def test_a_surname_stands_for_nobody_whose_titles_differ(text: str, name: str) -> None:
    paper = f"# Notes of the Quays Board, 3 May 2021\n\nPresent: Cllr Ann Penn\n\n{text}\n"
    facts = extract(read_document(paper.encode(), "paper.md"), Councils.load())
    assert facts.people[-1].person.name == name


@pytest.mark.parametrize(
    "word", ["Mr ", "Cllr A (B) ", "Ann Lowe ", "Chair - ", "of Of ", "AB, C "]
)
def test_endless_lists_are_read_in_no_time(word: str) -> None:
    started = perf_counter()
    entries(word * 400, labelled=True)
    assert perf_counter() - started < 2


def test_what_an_ampersand_joins_is_two_people_in_a_list_of_people() -> None:
    assert entries("Profit & Loss Account") == ()
    assert [one.name.name for one in entries("B & J Lowe")] == ["B Lowe", "J Lowe"]
    listed = entries("Cara & Dan Voss", labelled=True)
    assert [one.name.name for one in listed] == ["Cara Voss", "Dan Voss"]


def test_a_surname_in_capitals_is_no_acronym_before_a_name() -> None:
    assert entries("LOWE Ann Maria, TARN Ben Carl", labelled=True) == ()
    assert [one.name.name for one in entries("MP Cllr Ann Lowe")] == ["Ann Lowe"]


@pytest.mark.parametrize("word", ["Cllr ", "Dr. ", "A-", "Xx-"])
def test_endless_titles_and_hyphens_are_read_in_no_time(word: str) -> None:
    started = perf_counter()
    assert of_text(f"Present: Ben Tarn (BT)\n\n{word * 5000}(AL), Clerk") == {"Ben Tarn: present"}
    assert perf_counter() - started < 4


@pytest.mark.parametrize("label", ["Board - ", "I. ", "Item 1. ", "Present | "])
def test_endless_labels_name_nobody(label: str) -> None:
    assert of_text(f"{label * 1_000}Ann Lowe") == set()


def test_apologies_in_a_list_and_no_in_a_grid_are_both_told() -> None:
    paper = f"""# {HEAD}
Present: Cllr Ann Lowe

Apologies: Cllr Ben Tarn

## 1. Bench repairs

The benches on Long Common Lane were discussed and it was agreed that they be repaired.

# Marle Green Parish Council attendance 2025

| Councillor | 12 May 2025 | 9 June 2025 |
|---|---|---|
| Ann Lowe | Yes | |
| Ben Tarn | No | Yes |
"""
    found = {
        (a.person.name, a.meeting.date.month, a.status) for a in attended(paper.encode(), "p.md")
    }
    assert found == {
        ("Ann Lowe", 5, "present"),
        ("Ben Tarn", 5, "apologies"),
        ("Ben Tarn", 5, "absent"),
        ("Ben Tarn", 6, "present"),
    }


def test_a_name_that_two_paragraphs_share_is_quoted_in_both() -> None:
    opening = "Members present: Cllr Ann Lowe, Mr Dan\n\nMoss and Ms Eve Pike.\n"
    document = read_document(f"{HEAD}{opening}{TAIL}".encode(), "paper.txt")
    found = {a.person.name: a.evidence for a in extract(document, Councils.load()).attendance}
    quotes = [document.paragraphs[e.paragraph].text[e.start : e.end] for e in found["Dan Moss"]]
    assert quotes == ["Mr Dan", "Moss"]


def councillors(page: str) -> set[str]:
    return rows(attended(f"<h1>{HEAD.strip()}</h1>{page}<h2>1. Bench</h2>".encode(), "p.html"))


def table_of(*lines: tuple[str, str]) -> str:
    return "<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in lines) + "</table>"


def test_what_stands_beside_councillors_in_a_table_without_a_label_is_minded() -> None:
    listed = table_of(
        ("Cllr Ann Lowe", "Chair"),
        ("Cllr Ben Tarn", "Apologies"),
        ("Cllr Cara Voss", "Resigned"),
        ("Cllr Dan Moss", "Not present"),
        ("Cllr Eve Pike", "County Councillor"),
        ("Finn Quill", "Clerk"),
        ("PC Gil Rook", "Upper Marle Police"),
        ("Hal Sands", "Resigned"),
    )
    assert councillors(listed) == {
        "Ann Lowe: present, chair",
        "Ben Tarn: apologies",
        "Dan Moss: absent",
        "Eve Pike: present",
        "Finn Quill: in attendance, officer",
        "Gil Rook: in attendance",
    }


def test_a_table_of_duties_above_the_label_of_those_present_tells_not_who_came() -> None:
    duties = table_of(("Cllr Ann Lowe", "Chair"), ("Cllr Ben Tarn", ""), ("Cllr Cara Voss", ""))
    told = "<p>Present: Cllr Ann Lowe, Cllr Cara Voss</p><p>Apologies: Cllr Ben Tarn</p>"
    assert {row.split(",")[0] for row in councillors(duties + told)} == {
        "Ann Lowe: present",
        "Cara Voss: present",
        "Ben Tarn: apologies",
    }


def test_a_table_of_names_alone_lists_those_who_came() -> None:
    page = (
        f"<html><body><h1>{HEAD.strip()}</h1><table>"
        "<tr><td>Cllr Ann Lowe (in the Chair)</td><td>Cllr Ben Tarn</td></tr>"
        "<tr><td>Cllr Cara Voss</td><td>Cllr Dee Moss</td></tr></table>"
        "<p>Mrs Eve Pike, Clerk</p><h2>1. Benches</h2><p>It was agreed to mend them.</p>"
        "</body></html>"
    )
    assert rows(attended(page.encode(), "paper.html")) == {
        "Ann Lowe: present, chair",
        "Ben Tarn: present",
        "Cara Voss: present",
        "Dee Moss: present",
        "Eve Pike: in attendance, officer",
    }


def test_offices_beside_names_under_no_label_list_those_who_came() -> None:
    page = (
        f"<html><body><h1>{HEAD.strip()}</h1><table><tr><td>Ann Lowe</td><td>Chair</td></tr>"
        "<tr><td>Ben Tarn</td><td>Secretary</td></tr><tr><td>Cara Voss</td><td>Patient</td></tr>"
        "</table><h2>1. Benches</h2><p>It was agreed to mend them.</p></body></html>"
    )
    assert rows(attended(page.encode(), "paper.html")) == {
        "Ann Lowe: present, chair",
        "Ben Tarn: present",
        "Cara Voss: present",
    }


@pytest.mark.parametrize(
    ("marks", "dee"),
    [(("X", "X", ""), None), (("✓", "✓", "X"), "absent"), (("Y", "Y", "N"), "absent")],
)
def test_a_cross_is_a_yes_where_no_other_mark_is(marks: tuple[str, ...], dee: str | None) -> None:
    people = zip(
        ("Ann Lowe", "Ben Tarn", "Dee Moss"), ("Chair", "Clerk", "Warden"), marks, strict=True
    )
    cells = "".join(f"<tr><td>{'</td><td>'.join(one)}</td></tr>" for one in people)
    page = (
        f"<html><body><h1>{HEAD.strip()}</h1><table><tr><th>Name</th><th>Title</th>"
        f"<th>Present</th></tr>{cells}</table><h2>1. Benches</h2><p>It was agreed to mend them.</p>"
        "</body></html>"
    )
    found = {a.person.name: a.status for a in attended(page.encode(), "paper.html")}
    assert found == {"Ann Lowe": "present", "Ben Tarn": "present"} | (
        {"Dee Moss": dee} if dee else {}
    )


def test_honours_and_the_title_of_the_next_are_no_name() -> None:
    listed = entries("Cllr Ann Lowe MBE Cllr Ben Tarn", labelled=True)
    assert [(one.name.name, one.beside) for one in listed] == [("Ann Lowe", ""), ("Ben Tarn", "")]


SALTWICK = "# Saltwick Board\n\nMinutes of the meeting held on 4 June 2030\n\n"


def came(people: str) -> list[tuple[str, str | None, str | None]]:
    """Name, capacity and body of those whom a paper lists."""
    paper = f"{SALTWICK}{people}\n"
    found = extract(read_document(paper.encode(), "minutes.md"), Councils(())).attendance
    return [(one.person.name, one.capacity, one.representing) for one in found]


def test_what_a_machine_calls_somebody_is_no_body() -> None:
    assert came("Present: Ann Lowe (Chair, Sysadmin, al307), Ben Tarn (Bay Trust)") == [
        ("Ann Lowe", "chair", None),
        ("Ben Tarn", None, "Bay Trust"),
    ]


def test_a_councillor_of_another_council_comes_from_no_body_of_that_name() -> None:
    assert came("Present: Cllr Ann Lowe, Mr B Tarn – County Councillor") == [
        ("Ann Lowe", None, None),
        ("B Tarn", None, None),
    ]
