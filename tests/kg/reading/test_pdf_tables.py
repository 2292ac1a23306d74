"""Tables of PDF files, ruled or not, and columns side by side."""

import pytest
from fpdf import FPDF

from kg.model import Kind
from tests.support.pdf_papers import BODY, cells, paper, read, ruled, texts

LOG = [
    ("Date", "Action", "Deadline", "Progress"),
    ("11/01/2011", f"Officers to write. {BODY}", "May", "On track"),
    ("02/03/2011", f"Members to visit. {BODY}", "June", "Complete"),
]

NAMES = ("Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")


def test_a_ruled_action_log_keeps_its_rows_and_cells() -> None:
    made = paper()
    made.heading("Action log")
    ruled(made, LOG, (20, 60, 20, 20))
    tables = [p for p in read(made).paragraphs if p.kind is Kind.TABLE]
    assert cells(tables) == LOG
    assert [p.text.count("\n") for p in tables] == [1, 0]
    assert all(cell.header == (cell.row == 0) for p in tables for cell in p.cells)


def test_a_ruled_table_goes_on_over_the_page() -> None:
    made = paper()
    made.heading("Action log")
    rows = [LOG[0], *[(f"{n:02}/03/2011", BODY, "June", "Complete") for n in range(1, 25)]]
    ruled(made, rows, (20, 60, 20, 20))
    document = read(made)
    tables = [p for p in document.paragraphs if p.kind is Kind.TABLE]
    assert document.pages is not None
    assert document.pages > 1
    assert {p.table for p in tables} == {0}
    assert cells(tables) == rows
    assert sorted({p.page for p in tables if p.page}) == list(range(1, document.pages + 1))


def test_two_columns_of_names_without_rulings_come_out_as_a_table() -> None:
    made = paper()
    made.set_font("helvetica", size=11)
    rows = [
        ("Present:", "Also present:"),
        ("Ada Stone (Chair)", "Cy Marsh (Secretariat)"),
        ("Bo Reed", "Di Fenn (Teal Council)"),
        ("Ed Moss", "Flo Burn (Teal Council)"),
    ]
    for left, right in rows:
        made.cell(90, 6, left)
        made.cell(90, 6, right, new_x="LMARGIN", new_y="NEXT")
    made.ln(8)
    made.body(BODY)
    document = read(made)
    assert cells([p for p in document.paragraphs if p.kind is Kind.TABLE]) == rows
    assert texts(document, Kind.TEXT) == [BODY]


def test_two_columns_of_running_text_are_read_one_after_the_other() -> None:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=10)
    words = BODY.split()
    left, right = " ".join(words[:24]), " ".join(words[24:])
    top = made.get_y()
    made.multi_cell(80, 5, left)
    made.set_xy(110, top)
    made.multi_cell(80, 5, right)
    joined = " ".join(p.text.replace("\n", " ") for p in read(made).paragraphs)
    assert joined == BODY


def test_a_table_of_names_without_rulings_has_its_columns_and_their_heads() -> None:
    made = paper()
    rows = [
        ("Name", "Call sign", "Office"),
        ("Ada Stone", "HX1AS", "President"),
        ("Bo Reed", "HX2BR", "Treasurer"),
        ("Cy Marsh", "HX3CM", "Visitor"),
        ("Di Fenn", "HX4DF", "Member"),
    ]
    made.heading("Present")
    for at, row in enumerate(rows):
        made.set_font("helvetica", style="" if at else "B", size=10)
        for text in row:
            made.cell(60, 6, text, align="L" if at else "C")
        made.ln(6)
    made.ln(8)
    made.body(BODY)
    assert cells([p for p in read(made).paragraphs if p.kind is Kind.TABLE]) == rows


@pytest.mark.parametrize("place", ["TOP", "MIDDLE"])
def test_rows_that_only_their_numbers_part_are_rows(place: str) -> None:
    long = "To hear what the wardens found when they walked the shore and to say what is to be done"
    rows = [
        ("No", "Proposal", "Proposer"),
        ("1", "To open the meeting", ""),
        ("2", long, "Ada Stone, Bo Reed and all wardens who walked"),
        ("3", "To choose a day", "Cy Marsh"),
        ("4", long, ""),
    ]
    made = paper()
    made.heading("Agenda")
    made.set_font("helvetica", size=10)
    top = made.get_y()
    with made.table(
        col_widths=(10, 40, 30),
        borders_layout="SINGLE_TOP_LINE",
        text_align="LEFT",
        v_align=place,
    ) as table:
        for words in rows:
            row = table.row()
            for text in words:
                row.cell(text)
    bottom = made.get_y()
    for x in (10, 33.75, 128.75, 200):
        made.line(x, top, x, bottom)
    for y in (top, bottom):
        made.line(10, y, 200, y)
    assert cells([p for p in read(made).paragraphs if p.kind is Kind.TABLE]) == rows


def test_numbers_begin_the_rows_of_a_table_without_rulings() -> None:
    rows = [
        ("Item", "Subject", "Lead"),
        ("1", "Election of the mayor", "Clerk"),
        ("2", "Minutes of the meeting held in the hall on the third day of May", "Mayor"),
        ("3", "Lamps", "Cllr Ada Stone"),
        ("4", "Close", "Mayor"),
    ]
    made = paper()
    made.heading("Agenda")
    made.set_font("helvetica", size=10)
    with made.table(col_widths=(10, 30, 30), borders_layout="NONE", text_align="LEFT") as table:
        for words in rows:
            row = table.row()
            for text in words:
                row.cell(text)
    assert cells([p for p in read(made).paragraphs if p.kind is Kind.TABLE]) == rows


def test_a_table_without_rulings_goes_on_over_the_page() -> None:
    made = paper()
    rows = [("Attendee", "Role", "Attendance")]
    rows += [(f"Councillor {name} Reed", "Member", "Present") for name in NAMES]
    made.set_font("helvetica", style="B", size=11)
    for number, row in enumerate(rows):
        for text, width in zip(row, (70, 50, 50), strict=True):
            made.cell(width, 7, text, new_x="RIGHT", new_y="TOP")
        made.ln(8)
        made.set_font("helvetica", size=11)
        if number == len(rows) // 2:
            made.add_page()
    made.ln(8)
    made.body(BODY)
    document = read(made)
    assert document.pages == 2
    assert cells([p for p in document.paragraphs if p.kind is Kind.TABLE]) == rows
    assert texts(document, Kind.TEXT) == [BODY]
