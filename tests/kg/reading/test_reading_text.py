"""Plain text of several makings becomes the paragraphs a person would call so."""

import pytest

from kg.model import Document, Kind
from kg.reading.read import read_document


def read(text: str, name: str = "paper.txt") -> Document:
    return read_document(text.encode(), name)


def texts(document: Document, kind: Kind | None = None) -> list[str]:
    return [p.text for p in document.paragraphs if kind is None or p.kind is kind]


WRAPPED = """\
Report of the Director of Parks

Background

1.  The board agreed in March that every park in the district should
    have a plan for the care of its trees, and that officers should re-
    port on progress to each of its meetings until all plans are in
    place.
2.  Nine plans are in place. Three parks have none as yet, for want of
    a survey of the older trees that stand along the river and are in
    need of care.

Next steps

3.  Officers will bring the three plans that are wanting to the meeting
    in September, together with the cost of the surveys that have been
    made for them.
"""


def test_wrapped_lines_are_joined_and_broken_words_mended() -> None:
    document = read(WRAPPED)
    first = next(p for p in document.paragraphs if p.number == "1")
    assert first.text == (
        "1. The board agreed in March that every park in the district should have a plan for the"
        " care of its trees, and that officers should report on progress to each of its meetings"
        " until all plans are in place."
    )
    assert [p.number for p in document.paragraphs if p.number] == ["1", "2", "3"]


def test_sections_stand_below_the_title() -> None:
    document = read(WRAPPED)
    third = next(p for p in document.paragraphs if p.number == "3")
    assert third.headings[-1] == "Next steps"
    assert "Background" not in third.headings


def test_a_text_of_one_paragraph_a_line_keeps_its_lines() -> None:
    long = "The programme goes on as planned and has reached more councils than last year. " * 3
    lines = []
    for count in range(1, 6):
        lines += [
            f"Area {'ABCDE'[count - 1]}",
            f"{count}. {long.strip()}",
            f"An article on it. {long}",
        ]
    document = read("\n".join(lines))
    assert len(texts(document, Kind.HEADING)) == 5
    assert len(texts(document, Kind.TEXT)) == 10


def test_a_sentence_split_over_a_page_is_one_paragraph() -> None:
    document = read(
        "Officers meet the department every fortnight and have spoken to leaders at the annual\n\n"
        "conference and at two regional meetings.\n\nNext steps\n\nNone."
    )
    assert texts(document)[0].endswith("at the annual conference and at two regional meetings.")


def test_a_running_header_inside_a_sentence_is_furniture() -> None:
    document = read(
        "The peers will visit every district council in the region before the end of the\n\n"
        "Heron Forum 4 May 2021\n\nyear and report to the board.\n\n"
        "Other words of the same paper stand here at some length, as they would.\n\n"
        "Heron Forum 4 May 2021\n"
    )
    assert texts(document, Kind.FURNITURE) == ["Heron Forum 4 May 2021"] * 2
    assert "before the end of the year and report" in texts(document, Kind.TEXT)[0]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["adjacent", "parted by blank lines"])
def test_contact_details_are_one_paragraph(gap: str) -> None:
    lines = ["Contact officer: Ada Stone", "Position: Head of Parks", "Phone no: 01632 960000"]
    document = read("Summary\n\nWords.\n\nContact details\n\n" + gap.join(lines) + "\n")
    assert "\n".join(lines) in texts(document, Kind.TEXT)


@pytest.mark.parametrize(
    ("line", "number", "text"),
    [
        ("13. Words follow here.", "13", "13. Words follow here."),
        ("7.1. Words follow here.", "7.1", "7.1. Words follow here."),
        ("2.1.1 Words follow here.", "2.1.1", "2.1.1 Words follow here."),
        ("1) Words follow here.", "1", "1) Words follow here."),
        ("(i) Words follow here.", "i", "(i) Words follow here."),
        ("a) Words follow here.", "a", "a) Words follow here."),
        ("Item 4 Words follow here.", "4", "Item 4 Words follow here."),
        ("- 18.4. Words follow here.", "18.4", "18.4. Words follow here."),
        ("1.\tWords follow here.", "1", "1. Words follow here."),
        ("3.1Words follow here.", "3.1", "3.1Words follow here."),
        ("3.1Kg of words follow.", None, "3.1Kg of words follow."),
        ("2.5 million words follow.", None, "2.5 million words follow."),
        ("10.30 am for eleven.", None, "10.30 am for eleven."),
        ("J. Smith spoke at length.", None, "J. Smith spoke at length."),
    ],
)
def test_numbers_are_parsed_and_kept(line: str, number: str | None, text: str) -> None:
    paragraph = read(f"Summary\n\n{line}\n").paragraphs[1]
    assert (paragraph.number, paragraph.text) == (number, text)


@pytest.mark.parametrize("bullet", ["·", "•", "*", "-", "\uf0b7", "–"])
def test_bullets_make_list_items_and_are_dropped(bullet: str) -> None:
    document = read(f"Summary\n\n{bullet} one thing\n{bullet} another thing\n")
    assert texts(document, Kind.LIST_ITEM) == ["one thing", "another thing"]


@pytest.mark.parametrize(
    "line",
    [
        "Friday, 21 July 2023",
        "11.00 am",
        "The members;",
        "Cllr Ada Stone, Heron District Council",
        "Bo Reed, Director of Communications",
        "For information.",
        "Is this report confidential? No",
        "Plan Theme: Strong voices",
        "Committee Room 2, Town Hall",
        "ada.stone@heron.example",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    body = "Words of a paragraph that is long enough to stand under a heading, and goes on."
    document = read(f"Summary\n\nShort.\n\n{line}\n\n{body}\n")
    assert line not in texts(document, Kind.HEADING)


def test_two_headings_in_a_row_are_nested_and_a_known_one_ends_it() -> None:
    body = "Words of a paragraph that is long enough to stand under a heading, and goes on."
    document = read(
        f"Smarter buying\n\nProcurement\n\n1. {body}\n\nEnergy\n\n2. {body}\n\n"
        f"Next steps\n\n3. {body}"
    )
    paths = [p.headings for p in document.paragraphs if p.number]
    assert paths == [
        ("Smarter buying", "Procurement"),
        ("Smarter buying", "Energy"),
        ("Next steps",),
    ]


def test_guidance_for_visitors_is_furniture_and_the_paper_goes_on_after_it() -> None:
    document = read(
        "Agenda\n\nGuidance notes for members and visitors\n\nSecurity\n\nPlease sign in.\n\n"
        "Toilets\n\nThey are on the ground floor.\n\nHeron Board\n6 June 2018\n\n"
        "The Heron Board will meet.\n\nCarers' Allowance\n\nUp to £7 an hour.\n"
    )
    assert texts(document, Kind.FURNITURE) == [
        "Guidance notes for members and visitors",
        "Security",
        "Please sign in.",
        "Toilets",
        "They are on the ground floor.",
    ]
    assert "Up to £7 an hour." in texts(document, Kind.TEXT)


def test_markdown_signs_in_a_plain_text_are_removed() -> None:
    document = read(
        "Summary\n\nThe board **noted** the [report](#) and its <u>appendix</u>.\n\n"
        "*In addition, she sat on a group.\n"
    )
    assert texts(document, Kind.TEXT) == [
        "The board noted the report and its appendix.",
        "*In addition, she sat on a group.",
    ]


MARKED = (
    "Minutes of last Heron Board meeting\nFriday, 2 July 2021\n"
    "\tItem\n\tDecisions and actions\n\n\n"
    "<AI1>\n\n\t1  \n\tWelcome\n \n\t\n\n\t\n\tThe Chair welcomed all.\n\xa0\nDecision:\n"
    "Heron Board noted the update.\n\n\t\n\n\n</AI1>\n\n<TRAILER_SECTION>\n"
    "Appendix A -Attendance \n\n"
    "\tRole\n\tCouncillor\n\tAuthority\n\n\tChair\n\t Cllr Ada Stone\n\tHeron Council\n\n"
    "\tMembers\n\tCllr Bo Reed\n\tTeal Council\n\n\t\n\tCllr Cy Marsh\n\tWigeon Council\n"
)


def test_moderngov_text_gives_items_sections_and_an_attendance_table() -> None:
    document = read(MARKED)
    decision = next(p for p in document.paragraphs if p.text == "Heron Board noted the update.")
    assert decision.headings == ("Minutes of last Heron Board meeting", "1 Welcome", "Decision:")
    groups = [p.text.split("\n") for p in document.paragraphs if p.kind is Kind.TABLE]
    assert groups[-1] == ["Members\tCllr Bo Reed\tTeal Council", "\tCllr Cy Marsh\tWigeon Council"]
    assert "<AI1>" not in document.text


def test_form_feeds_and_carriage_returns_are_breaks() -> None:
    document = read("Summary\r\n\r\nOne.\r\n\fTwo.\r\n")
    assert texts(document) == ["Summary", "One.", "Two."]


ALIGNED = """\
Annex: action log

Ref    Action                                     Owner   Due             Status
03/01  Print the list of the moorings             AW      30 April 2025   Complete
03/02  Ask the county whether the slipway may be  PS      23 May 2025     Open
       closed in winter

The log was noted.
"""


def test_columns_aligned_by_blanks_are_a_table() -> None:
    document = read(ALIGNED)
    rows = [
        [p.cell_text(cell) for cell in row]
        for p in document.paragraphs
        if p.kind is Kind.TABLE
        for row in p.rows()
    ]
    assert rows == [
        ["Ref", "Action", "Owner", "Due", "Status"],
        ["03/01", "Print the list of the moorings", "AW", "30 April 2025", "Complete"],
        [
            "03/02",
            "Ask the county whether the slipway may be closed in winter",
            "PS",
            "23 May 2025",
            "Open",
        ],
    ]
    assert texts(document)[-1] == "The log was noted."


def test_lines_parted_by_gaps_that_run_down_all_of_them_are_a_table() -> None:
    lines = (
        "Name          Call sign  Office     Paid",
        "Ada Stone     HX1AS      President  Yes",
        "Bo Reed       HX2BR      Treasurer",
        "Visitors",
        "Cy Marsh      HX3CM      Guest      No",
    )
    document = read("Present:\n\n" + "\n".join(lines) + "\n\nThe meeting was opened.\n")
    found = [p for p in document.paragraphs if p.kind is Kind.TABLE]
    rows = [[p.cell_text(cell) for cell in row] for p in found for row in p.rows()]
    assert [row[:3] for row in rows] == [
        ["Name", "Call sign", "Office"],
        ["Ada Stone", "HX1AS", "President"],
        ["Bo Reed", "HX2BR", "Treasurer"],
        ["Visitors", "", ""],
        ["Cy Marsh", "HX3CM", "Guest"],
    ]
    assert texts(document)[-1] == "The meeting was opened."


def test_an_address_set_apart_by_blanks_is_no_table() -> None:
    document = read("Tel: 01234 567890      Harbour Office\n\nThe office is open on Mondays.\n")
    assert not texts(document, Kind.TABLE)


def test_the_links_over_a_saved_page_are_furniture() -> None:
    text = b"Skip to main content\n\nMinutes of the Board\n\nHeld on 4 May 2021\n"
    document = read_document(text, "page.txt")
    assert [p.kind is Kind.FURNITURE for p in document.paragraphs] == [True, False, False]
