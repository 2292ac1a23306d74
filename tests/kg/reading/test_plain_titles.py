"""Titles of plain texts: announced by a list, behind a label, set alike, or by what is below."""

from kg.model import Kind
from kg.reading.read import read_document
from tests.support.pdf_papers import BODY, paper
from tests.support.pdf_papers import read as read_pdf

REPORTS = """\
Present: Ann Lowe, Ben Tarn

Harbour Report

The keeper told of the lamps on the quay and of those that are out at the mill.

Mill Report

The sluice was opened on Monday, and the water stands lower than it did last year.
"""


def headings(text: str) -> list[str]:
    document = read_document(text.encode(), "paper.txt")
    return [p.text for p in document.paragraphs if p.kind is Kind.HEADING]


def test_a_line_that_repeats_an_entry_of_the_list_above_is_a_title() -> None:
    text = """Present: Ann Lowe, Ben Tarn

Contents

1.  Lamps - Ann
2.  (10 min) Fences
3.  Boats

Lamps - Ann

- Two are lit.

(10 min) Fences

- Nothing new.
"""
    assert headings(text)[-2:] == ["Lamps - Ann", "(10 min) Fences"]


def test_one_line_said_again_is_no_title() -> None:
    text = "Present: Ann Lowe\n\n- Lamps\n- Boats\n\nLamps\n\nBoth\n\nThey were lit at dusk.\n"
    assert headings(text) == []


def test_a_list_of_people_ends_with_its_bullets() -> None:
    text = """Present

- Ann Lowe
- Ben Tarn

Harbour Lights

- Two of them are out, and the keeper will have them mended before the spring.

Mill Race

- The sluice was opened on Monday, and the water stands lower than it did last year.
"""
    assert headings(text) == ["Present", "Harbour Lights", "Mill Race"]


def test_names_below_apologies_are_no_titles() -> None:
    text = "Apologies\n\nAnn Lowe\n\nBen Tarn\n\nThe keeper told of the lamps on the quay.\n"
    assert not {"Ann Lowe", "Ben Tarn"} & set(headings(text))


def test_titles_behind_a_label_that_several_have_head_the_lists_below() -> None:
    text = """Present: Ann Lowe, Ben Tarn

Proposal: Light the mill

- Ann Lowe told of the lamps.

Proposal: Mend the sluice

- Ben Tarn asked for a price.

Motion: Buy two lamps

- Carried.
"""
    found = headings(text)
    assert {"Proposal: Light the mill", "Proposal: Mend the sluice"} <= set(found)
    assert "Motion: Buy two lamps" not in found


def test_lists_that_count_under_plain_titles_number_no_titles() -> None:
    text = f"""{REPORTS}
Next time

1.  Lamps
2.  Boats
3.  Fences
4.  Nets
"""
    assert {"Harbour Report", "Mill Report"} <= set(headings(text))


def test_a_sum_of_money_is_told_below_a_title_where_titles_are_usual() -> None:
    text = f"""{REPORTS}
Boat Report

The boats were brought in before the storm, and none of them was lost that night.

Balance

USD $1,204.50
"""
    assert headings(text)[-1] == "Balance"


def test_a_line_set_as_the_headings_are_is_one() -> None:
    made = paper()
    titles = ["Trees", "Lamps", "Nets", "Oars", "2025 boats", "(Ann) Fences"]
    for title in titles:
        made.heading(title)
        made.body(BODY)
    assert [p.text for p in read_pdf(made).paragraphs if p.kind is Kind.HEADING] == titles


def test_what_is_said_several_times_on_the_pages_is_no_running_line() -> None:
    made = paper()
    for at in range(3):
        if at:
            made.add_page()
        for title in ("lamps", "boats", "fences", "nets"):
            made.body(f"To pay for the {title} of {2020 + at}.")
            made.body("Carried by all.")
    kinds = {p.kind for p in read_pdf(made).paragraphs if p.text == "Carried by all."}
    assert kinds == {Kind.TEXT}


def test_a_list_below_a_numbered_heading_is_inside_no_other_list() -> None:
    made = paper()
    for number, title in (("I", "Old boats"), ("II", "New boats")):
        made.heading(f"{number}. {title.upper()}")
        made.set_x(made.l_margin + 8)
        made.body("1. The fee for the year")
        made.body(BODY)
    inside = {p.inside for p in read_pdf(made).paragraphs if p.number == "1"}
    assert inside == {None}


def test_titles_over_paragraphs_that_count_through_a_paper() -> None:
    said = "told of the lamps on the quay, and of all that had been done there since the spring"
    titles = ["Chair’s report", "Lamps: results of the count for 2024 (HB(24)11)", "Ferries",
              "Imported lamps: draft advice", "Any other business"]  # fmt: skip
    parts = [
        f"{title}\n\n{2 * at + 1}. The keeper {said}. It was noted.\n\n"
        f"{2 * at + 2}. Ann Lowe {said}. Members asked about the cost.\n"
        for at, title in enumerate(titles)
    ]
    came = "\nBen Tarn arrived at 7.20pm\n\n11. The keeper told of a boat.\n"
    assert headings("Present: Ann Lowe, Ben Tarn\n\n" + "\n".join(parts) + came) == titles
