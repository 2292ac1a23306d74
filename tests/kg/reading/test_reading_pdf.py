"""PDF files made here and read back: lines, paragraphs, running lines, boxes and margins."""

import io

import pdfplumber
import pytest
from fpdf import FPDF

from kg.model import Kind
from kg.reading.pdf.lean_page import LeanPage
from tests.support.pdf_papers import BODY, Paper, paper, read, texts


def test_wrapped_lines_are_one_paragraph_under_a_bold_heading() -> None:
    made = paper()
    made.heading("Care of trees")
    made.body(BODY)
    made.body("1. A second paragraph.")
    document = read(made)
    assert texts(document, Kind.TEXT) == [BODY, "1. A second paragraph."]
    assert document.paragraphs[-2].headings == ("Care of trees",)
    assert document.pages == 1


def test_a_paragraph_over_two_pages_is_one_and_running_lines_are_furniture() -> None:
    made = paper()
    made.heading("Care of trees")
    made.body(" ".join([BODY] * 30))
    made.body("The end.")
    document = read(made)
    assert document.pages is not None
    assert document.pages > 1
    assert texts(document, Kind.TEXT) == [" ".join([BODY] * 30), "The end."]
    furniture = set(texts(document, Kind.FURNITURE))
    assert "UNCLASSIFIED" in furniture
    assert "Heron District Council 2" in furniture


def test_headings_that_look_alike_stand_at_one_depth() -> None:
    made = paper()
    for heading, below in (("The old oaks", "River bank"), ("The young limes", "Market square")):
        made.heading(heading)
        made.body(BODY)
        made.set_font("helvetica", style="U", size=11)
        made.multi_cell(0, 6, below, new_x="LMARGIN", new_y="NEXT")
        made.ln(3)
        made.body(f"{below} was seen. {BODY}")
    paths = {p.text.split(" was")[0]: p.headings for p in read(made).paragraphs}
    assert paths["River bank"] == ("The old oaks", "River bank")
    assert paths["Market square"] == ("The young limes", "Market square")


def test_bold_numbered_lines_without_words_of_their_own_are_a_list() -> None:
    made = paper()
    made.heading("Agenda")
    for number, title in enumerate(("Welcome", "The oaks", "The limes", "Close"), start=1):
        made.heading(f"{number}. {title}")
    found = [(p.kind, p.number) for p in read(made).paragraphs if p.number]
    assert found == [(Kind.TEXT, str(number)) for number in range(1, 5)]


def test_every_paragraph_knows_its_page() -> None:
    made = paper()
    made.body("On the first page.")
    made.add_page()
    made.body("On the second page.")
    found = {p.text: p.page for p in read(made).paragraphs}
    assert found["On the first page."] == 1
    assert found["On the second page."] == 2


class Letter(FPDF):
    """A paper with a letterhead of seven lines on every page."""

    LINES = (
        "Town of Saltmarsh",
        "Town Hall",
        "12 Quay Road",
        "Saltmarsh",
        "saltmarsh.example",
        "Whoever needs help to come to a meeting may ask the office for it, by letter",
        "or by telephone, a day before the meeting at the latest.",
    )

    def header(self) -> None:
        self.set_font("helvetica", size=11)
        for line in self.LINES:
            self.cell(0, 6, line, align="C", new_x="LMARGIN", new_y="NEXT")
        self.ln(6)


def test_a_letterhead_of_many_lines_on_every_page_is_furniture() -> None:
    made = Letter()
    for place in ("quay", "mill", "park"):
        made.add_page()
        made.set_font("helvetica", size=11)
        made.multi_cell(0, 6, f"The board walked to the {place} and saw the trees there.")
    document = read(made)
    assert set(texts(document, Kind.FURNITURE)) == set(Letter.LINES)
    assert texts(document, Kind.TEXT) == [
        f"The board walked to the {place} and saw the trees there."
        for place in ("quay", "mill", "park")
    ]


def test_words_broken_at_a_line_end_are_mended_and_compounds_kept() -> None:
    made = paper()
    made.set_font("helvetica", size=11)
    for line in (
        "The officers will collect the infor-",
        "mation on a self-",
        "service basis.",
    ):
        made.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    text = " ".join(texts(read(made), Kind.TEXT)).replace("\n", " ")
    assert text == "The officers will collect the information on a self-service basis."


@pytest.mark.parametrize("bullet", ["-", "\u00b7"], ids=["dash", "dot"])
def test_lists_are_items(bullet: str) -> None:
    made = paper()
    made.body("The board noted:")
    made.set_font("helvetica", size=11)
    for thing in ("ten oaks;", "thirty limes."):
        made.cell(0, 6, f"{bullet}  {thing}", new_x="LMARGIN", new_y="NEXT")
    assert texts(read(made), Kind.LIST_ITEM) == ["ten oaks;", "thirty limes."]


def test_a_ruled_box_is_one_paragraph_with_its_lines() -> None:
    made = paper()
    made.body(BODY)
    made.set_font("helvetica", size=11)
    made.multi_cell(150, 6, "Action 1: Bo Reed to write to the councils.\nDue: May 2011.", border=1)
    assert texts(read(made), Kind.TEXT)[-1] == (
        "Action 1: Bo Reed to write to the councils.\nDue: May 2011."
    )


def beside(made: Paper, text: str, note: str) -> None:
    """Text with a note in the margin beside its last line."""
    made.set_font("helvetica", size=11)
    made.multi_cell(135, 6, text, align="L", new_x="LMARGIN", new_y="NEXT")
    made.set_xy(172, made.get_y() - 6)
    made.cell(25, 6, note, new_x="LMARGIN", new_y="NEXT")
    made.ln(3)


def test_a_margin_headed_action_stands_apart_from_the_text_beside_it() -> None:
    made = paper()
    beside(made, "Minutes", "Action")
    beside(made, BODY, "JB")
    beside(made, "The tide tables were noted.", "")
    beside(made, "The lamp is out.", "Clerk")
    document = read(made)
    assert texts(document, Kind.TEXT)[-5:] == [
        BODY,
        "JB",
        "The tide tables were noted.",
        "The lamp is out.",
        "Clerk",
    ]
    assert "Action" in texts(document, Kind.FURNITURE)


def test_the_word_action_at_the_end_of_a_line_makes_no_margin() -> None:
    made = paper()
    made.body(f"{BODY} Action")
    made.body(BODY)
    assert texts(read(made), Kind.TEXT) == [f"{BODY} Action", BODY]


def test_numbers_of_items_at_the_edges_of_pages_are_no_page_numbers() -> None:
    made = FPDF()
    made.set_auto_page_break(auto=False)
    made.set_font("helvetica", size=11)
    for page in (0, 1):
        made.add_page()
        for at in range(4):
            for line in (str(31 + 4 * page + at), f"Matter {'ABCDEFGH'[4 * page + at]}"):
                made.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
                made.ln(8)
        made.set_y(-12)
        made.cell(0, 6, str(page + 1), align="C")
    document = read(made)
    assert texts(document, Kind.FURNITURE) == ["1", "2"]
    assert [p.number for p in document.paragraphs if p.number] == [str(n) for n in range(31, 39)]


def test_a_label_over_people_is_parted_from_a_bold_title_above_it() -> None:
    made = paper()
    made.set_font("helvetica", style="B", size=11)
    title = "MINUTES OF THE TEAL COUNCIL HELD ON 3 MAY 2013 IN THE ROOM ABOVE THE HARBOUR STORE"
    made.multi_cell(0, 6, title, new_x="LMARGIN", new_y="NEXT")
    made.multi_cell(0, 6, "Present:", new_x="LMARGIN", new_y="NEXT")
    made.body("Ada Stone, Bo Reed")
    assert "Present:" in texts(read(made), Kind.HEADING)


def test_paragraphs_of_one_line_each_are_apart() -> None:
    made = paper()
    lines = [
        f"{word}: The members spoke of the {word.lower()}."
        for word in ("Finance", "Lamps", "Trees", "Rivers", "Roads", "Quays")
    ]
    for line in lines:
        made.set_font("helvetica", size=10)
        made.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
        made.ln(4)
    assert texts(read(made), Kind.TEXT) == lines


def test_a_lean_page_has_the_words_of_a_whole_one() -> None:
    made = paper()
    made.set_page_background((230, 240, 250))
    made.heading("Care of trees")
    made.body(BODY)
    with made.rotation(90, x=100, y=150):
        made.text(100, 150, "On its side")
    with pdfplumber.open(io.BytesIO(bytes(made.output()))) as pdf:
        whole, lean = pdf.pages[0], LeanPage.of(pdf.pages[0])
        wanted = {"extra_attrs": ["fontname", "size"]}
        assert lean.extract_words(**wanted) == whole.extract_words(**wanted)
        assert (lean.rects, lean.lines, lean.curves) == (whole.rects, whole.lines, whole.curves)
        assert {word["upright"] for word in lean.extract_words()} == {True, False}


def test_a_heading_smaller_than_those_of_items_stands_below_them() -> None:
    made = paper()
    for number, size, line in ((1, 14, "1. Reports"), (1, 11, "Membership"), (2, 14, "2. Lamps")):
        made.set_font("helvetica", "B", size)
        made.cell(0, 9, line, new_x="LMARGIN", new_y="NEXT")
        made.set_font("helvetica", size=11)
        made.body(f"{BODY} {number}")
        made.set_font("helvetica", "B", 11)
        made.cell(0, 9, f"Quay {line[-4:]}", new_x="LMARGIN", new_y="NEXT")
        made.set_font("helvetica", size=11)
        made.body(BODY)
    levels = {p.text: p.level for p in read(made).paragraphs if p.kind is Kind.HEADING}
    assert levels["Membership"] == levels["1. Reports"] + 1


def test_a_number_alone_on_a_line_opens_a_paragraph() -> None:
    made = paper()
    for line in ("The board resolved as follows.", "2.", "The lamps were mended by the keeper."):
        made.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    assert not any("follows. 2." in p.text or "\n2." in p.text for p in read(made).paragraphs)
