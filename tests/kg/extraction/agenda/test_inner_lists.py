"""Lists inside the lists of items: what stands in them has the number of its item too."""

import io

import pytest
from docx import Document
from docx.shared import Cm
from fpdf import FPDF

from kg.extraction.extract import extract
from kg.numbering import as_printed, of_item
from kg.reading.read import read_document
from kg.reference import Councils
from tests.support.read_papers import facts_of

AGENDA = "Harbour Committee"
DAY = "Agenda, Tuesday 4 March 2025"
HTML = (
    f"<h1>{AGENDA}</h1><h2>{DAY}</h2><ol><li>Apologies</li><li>Minutes</li>"
    "<li>Reports<ol{style}><li>Roof repairs</li><li>Hire fees</li></ol></li><li>Close</li></ol>"
)
MARKDOWN = (
    f"# {AGENDA}\n\n## {DAY}\n\n1. Apologies\n2. Minutes\n3. Reports\n"
    "   {one} Roof repairs\n   {two} Hire fees\n4. Close\n"
)


def items(text: str, name: str) -> list[tuple[str, str]]:
    facts = extract(read_document(text.encode(), name), Councils(()))
    return [(one.number, one.title) for one in facts.items]


def expected(one: str, two: str) -> list[tuple[str, str]]:
    whole = [("1", "Apologies"), ("2", "Minutes"), ("3", "Reports")]
    return [*whole, (one, "Roof repairs"), (two, "Hire fees"), ("4", "Close")]


@pytest.mark.parametrize(
    ("text", "name", "numbers"),
    [
        (HTML.replace("{style}", ""), "a.html", ("3.1", "3.2")),
        (HTML.replace("{style}", ' type="a"'), "a.html", ("3a", "3b")),
        (MARKDOWN.format(one="1.", two="2."), "a.md", ("3.1", "3.2")),
        (MARKDOWN.format(one="a.", two="b."), "a.md", ("3a", "3b")),
        (MARKDOWN.format(one="(a)", two="(b)"), "a.txt", ("3a", "3b")),
    ],
)
def test_an_item_of_a_list_inside_another_has_the_number_of_both(text, name, numbers) -> None:
    assert items(text, name) == expected(*numbers)


def paper(mark: str) -> str:
    """An agenda whose inner lists stand further right, each part with its mark: "{at}."."""
    marks = [mark.format(at=at, letter=letter) for at, letter in ("1a", "2b")]
    return "\n".join(
        [*LINES[:3], *(f"    {m} {t}" for m, t in zip(marks, LINES[3:5], strict=True)), LINES[5]]
    )


def printed(text: str) -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for line in text.split("\n"):
        pdf.set_x(pdf.l_margin + 2 * (len(line) - len(line.lstrip())))
        pdf.multi_cell(0, 6, line.strip(), new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def in_word(text: str) -> bytes:
    document = Document()
    for line in text.split("\n"):
        paragraph = document.add_paragraph(line.strip())
        paragraph.paragraph_format.left_indent = Cm((len(line) - len(line.lstrip())) / 4)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


MAKERS = {"a.txt": str.encode, "a.md": str.encode, "a.pdf": printed, "a.docx": in_word}
LINES = ("1. Apologies", "2. Minutes", "3. Reports", "Roof repairs", "Hire fees", "4. Close")


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize(
    ("mark", "numbers"),
    [
        ("{at}.", ("3.1", "3.2")),
        ("3.{at}", ("3.1", "3.2")),
        ("({letter})", ("3a", "3b")),
        ("{letter}.", ("3a", "3b")),
        ("3.{letter}.", ("3a", "3b")),
    ],
)
def test_a_list_that_stands_further_right_is_inside_an_item(name, mark, numbers) -> None:
    text = f"{AGENDA}\n\n{DAY}\n\n{paper(mark)}"
    facts = extract(read_document(MAKERS[name](text), name), Councils(()))
    assert [(one.number, one.title) for one in facts.items] == expected(*numbers)


def test_parts_in_brackets_have_their_own_numbers() -> None:
    text = f"{AGENDA}\n{DAY}\n\n1. Apologies\n2. Minutes\n3. Reports\n(3.1) Roof repairs\n"
    assert items(f"{text}(3.2) Hire fees\n4. Close\n", "a.txt") == expected("3.1", "3.2")


def test_digits_below_letters_and_roman_numbers_are_as_printed_and_count_in_their_item() -> None:
    text = (
        "I. Apologies\nII. Minutes\nIII. Reports\nA. Roof\n1. Slates\n2. Tar\nB. Fees\nIV. Close\n"
    )
    found = [number for number, _ in items(f"{AGENDA}\n{DAY}\n\n{text}", "a.txt")]
    assert found == ["I", "II", "III", "A", "1", "2", "B", "IV"]
    labels = [one.label for one in facts_of(f"{AGENDA}\n{DAY}\n\n{text}", "a.txt").items]
    assert labels == ["I", "II", "III", "III.A", "III.A.1", "III.A.2", "III.B", "IV"]


@pytest.mark.parametrize(
    ("number", "text", "printed"),
    [
        ("II.1", "1. Roof", ("II", "1")),
        ("II.1", "II.1. Roof", ("", "II.1")),
        ("II.1", "II (1) Roof", ("", "II.1")),
        ("II.A.1", "1) Slates", ("II.A", "1")),
        ("3.1", "1. Roof", ("", "3.1")),
        ("3a", "a) Roof", ("", "3a")),
    ],
)
def test_only_what_is_printed_of_a_number_below_a_section_is_the_number(
    number, text, printed
) -> None:
    assert as_printed(number, text) == printed


def test_numbers_in_the_middle_of_a_page_are_inside_none() -> None:
    lines = [f"{n}. {title}".center(60) for n, title in enumerate(("Gates", "A", "Benches"), 1)]
    text = "\n\n".join(f"{line}\n\nThe board agreed to wait." for line in lines)
    read = read_document(f"{AGENDA}\n\nMinutes\n\n{text}".encode(), "a.txt")
    assert {one.inside for one in read.paragraphs} == {None}


def test_numbers_that_begin_again_inside_an_item_end_no_count_of_minutes() -> None:
    head = "Minutes, Tuesday 4 March 2025\n\nPresent: Ann Lowe (Chair), Ben Tarn"
    text = MARKDOWN.format(one="1.", two="2.").replace(DAY, head)
    told = text.replace("4. Close", "4. Fences\n\n   It was agreed to mend them.")
    assert items(told, "a.md") == [*expected("3.1", "3.2")[:-1], ("4", "Fences")]


def test_titled_parts_over_text_in_minutes_have_the_numbers_that_are_printed() -> None:
    told = "The committee discussed it at length and agreed to wait."
    heads = ["III. Old Business", "  1. Benches", "  2. Gates", "IV. New Business", "  1. Lamps"]
    lines = ["I. Call to Order", "II. Minutes", *heads, "V. Adjournment"]
    text = "\n".join(f"{line}\n{told}\n" for line in lines)
    head = (
        f"{AGENDA}\nMinutes of the meeting on Tuesday 4 March 2025\n\nPresent: Ann Lowe, Ben Tarn"
    )
    found = [number for number, _ in items(f"{head}\n\n{text}", "a.txt")]
    assert found == ["I", "II", "III", "1", "2", "IV", "1", "V"]


@pytest.mark.parametrize("marks", [("  a) ", "  b) "), ("3.a. ", "3.b. ")])
def test_a_lettered_title_may_stand_on_a_line_over_its_text(marks) -> None:
    told = "The committee discussed it at length and agreed to wait."
    lines = ["1. Apologies", "2. Minutes", "3. Reports", "4. Close"]
    lines[3:3] = [f"{marks[0]}Roof repairs", f"{marks[1]}Hire fees"]
    text = "\n".join(f"{line}\n{told}\n" for line in lines)
    head = (
        f"{AGENDA}\nMinutes of the meeting on Tuesday 4 March 2025\n\nPresent: Ann Lowe, Ben Tarn"
    )
    assert items(f"{head}\n\n{text}", "a.txt") == expected("3a", "3b")


def test_letters_that_begin_before_any_number_are_items_themselves() -> None:
    text = (
        "Harbour Committee\nMinutes of the meeting held on Tuesday 4 March 2025\n\n"
        "A. Apologies\nNone.\n\nB. Benches\nAgreed to buy three.\n\nC. Gates\nNo news.\n"
    )
    assert items(text, "a.txt") == [("A", "Apologies"), ("B", "Benches"), ("C", "Gates")]


@pytest.mark.parametrize(
    ("item", "part", "number"),
    [
        ("3", "a", "3a"),
        ("3", "1", "3.1"),
        ("3.1", "2", "3.1.2"),
        ("IV", "A", "IV.A"),
        ("", "a", "a"),
        ("3", "3.1", "3.1"),
    ],
)
def test_a_part_has_the_number_of_its_item_before_its_own(item, part, number) -> None:
    assert of_item(item, part) == number


def test_lists_that_each_begin_at_one_under_headings_are_no_items() -> None:
    head = "# Harbour Committee\n\n## Minutes, 4 March 2025\n\nPresent: Ann Lowe, Ben Tarn\n\n"
    text = "".join(
        f"## {title}\n\n"
        + "".join(f"{at}. Point {at} on the {title.lower()}\n" for at in range(1, most))
        + "\n"
        for title, most in (("Roof", 3), ("Gate", 4), ("Wall", 6), ("Hut", 9))
    )
    assert items(head + text, "a.md") == [("", "Roof"), ("", "Gate"), ("", "Wall"), ("", "Hut")]


BOLD = """# Minutes of the Marl Community Council, 2 June 2025

Present: Ann Lowe, Ben Tarn, Cara Voss

1\\. MINUTES

These were moved as correct by Ann Lowe.

2\\. MATTERS ARISING

> a\\) **Barrows on the quay** Our Secretary reported that fewer of them were left there.
>
> b\\) **Walk round Marl** It was agreed to ask the planners to come.
>
> d\\) **Rents on the island** The tenants had not yet met.

3\\. BUSES

> a) **Routes or none** Our Chair told of the delay in the spring.

4\\. NEXT MEETING

7 July 2025.
"""


def test_titles_of_lettered_parts_end_with_their_bold() -> None:
    """A letter may be left out, and a list may have one part."""
    found = facts_of(BOLD, "a.md")
    assert [(one.number, one.title) for one in found.items if one.number not in "1234"] == [
        ("2a", "Barrows on the quay"),
        ("2b", "Walk round Marl"),
        ("2d", "Rents on the island"),
        ("3a", "Routes or none"),
    ]
    assert [one.item for one in found.decisions if "planners" in one.text] == ["2b"]


def test_headings_inside_an_update_are_no_items() -> None:
    told = "The keeper reported that the work had been done and that the bill had been paid."
    parts = "".join(f"### {title}\n\n{told}\n\n" for title in ("Harbour map", "Lamp posts"))
    text = (
        "# Minutes of the Marl Panel, 2 June 2025\n\nPresent: Ann Lowe, Ben Tarn\n\n"
        f"## 1. Minutes\n\n{told}\n\n## 2. Programme update\n\n{parts}## 3. Close\n\n{told}\n"
    )
    assert [one.title for one in facts_of(text, "a.md").items] == [
        "Minutes",
        "Programme update",
        "Close",
    ]


def test_questions_and_motions_that_somebody_submitted_head_business() -> None:
    text = (
        "Minutes of the Marl Area Committee held on 7 May 2014\n\n"
        "Members Present: Councillors Lowe, Tarn and Voss\n\n1. Adoption of Minutes\n\n"
        "The minutes were adopted.\n\n2. Matters Arising\n\nCllr. Lowe spoke of the fence.\n\n"
        "Questions submitted by Councillor Tarn:\n\n"
        "(i) “I will ask what is being done to mend the fence on the quay.”\n\n"
        "It was noted that the fence had been mended.\n\n"
        "Notice of Motion submitted by Councillor Voss:\n\n"
        "(i) “I will move that the lamps be lit.”\n\nThe engineer spoke on it.\n\n"
        "3. Any Other Business\n\nCllr. Voss spoke of the fair.\n"
    )
    titles = [one.title for one in facts_of(text, "a.md").items]
    assert "Questions submitted by Councillor Tarn" in titles
    assert "Notice of Motion submitted by Councillor Voss" in titles


CALL = "Marl Harbour Committee\n\nMeeting to be held on 9 May 2019 at 7pm\n\nAGENDA\n\n"


@pytest.mark.parametrize(
    ("listed", "parts"),
    [
        ("To adopt the minutes of the following meetings:\n(a) April 2019\n(b) May 2019", []),
        ("To receive reports from:\n(a) the Clerk\n(b) the Treasurer", ["2a", "2b"]),
        ("(a) Bills for:\n(b) Budget", ["2a", "2b"]),
    ],
)
def test_letters_that_a_line_leads_in_to_are_no_parts(listed: str, parts: list[str]) -> None:
    text = f"{CALL}1. Apologies\n2. Reports\n{listed}\n3. Boats\n4. Close\n"
    found = extract(read_document(text.encode(), "a.txt"), Councils.load()).items
    assert [item.number for item in found] == ["1", "2", *parts, "3", "4"]


def test_letters_below_a_point_of_a_roman_item_are_no_parts() -> None:
    points = "1. Warrants\n2. Accept reports for:\na. May\nb. June\n3. Cards"
    text = f"{CALL}I. Apologies\n\nII. Consent calendar\n{points}\n\nIII. Lamps\n\nIV. Close\n"
    found = extract(read_document(text.encode(), "a.txt"), Councils.load()).items
    assert {"II.a", "II.b", "2.a", "2.b"}.isdisjoint(item.number for item in found)


@pytest.mark.parametrize("title", ["Motion proposed by Cllr Lowe", "Question from Mr Voss"])
def test_what_members_hand_in_is_an_item_without_a_number(title: str) -> None:
    text = f"{CALL}1. Apologies\n\n2. Motions\n\n{title}\n\nThat the pier be lit.\n\n3. Close\n"
    found = extract(read_document(text.encode(), "a.txt"), Councils.load()).items
    assert [item.number for item in found] == ["1", "2", "", "3"]


def test_a_motion_on_the_item_above_is_none_of_its_own() -> None:
    moved = "Motion by Ann Lowe to approve the minutes"
    text = f"{CALL}1. Apologies\n\n2. Minutes\n\n{moved}\n\n3. Boats\n\n4. Close\n"
    found = extract(read_document(text.encode(), "a.txt"), Councils.load()).items
    assert [item.number for item in found] == ["1", "2", "3", "4"]


def test_a_sentence_that_begins_with_a_is_no_item_that_a_list_is_inside_of() -> None:
    document = Document()
    document.add_heading("Minutes of the Harbour Committee, 4 March 2025", level=1)
    document.add_paragraph("A committee meeting was held in the hall. Present: Ann Lowe, Ben Tarn")
    for title in (
        "Apologies",
        "Reports",
        "Any papers that came in since the last meeting",
        "Close",
    ):
        document.add_paragraph(title, style="List Number")
        document.add_paragraph("The committee spoke of it at some length.")
    file = io.BytesIO()
    document.save(file)
    read = read_document(file.getvalue(), "a.docx")
    assert {one.inside for one in read.paragraphs} == {None}
    assert [one.number for one in extract(read, Councils(())).items] == ["1", "2", "3", "4"]
