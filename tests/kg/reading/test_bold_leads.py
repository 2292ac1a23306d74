"""Titles in bold that run into their text, and how deep headings stand by how they are set."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from fpdf import FPDF

from kg.model import Document, Kind
from kg.reading.hyphens import Mender
from kg.reading.read import read_document
from kg.reading.text.inline import join_bold
from tests.support.office_papers import odt, word

HEAD = ("MINUTES OF THE FENWICK GREEN COMMITTEE", "4 May 2021", "Present: Ann Lowe, Ben Tarn")
PARTS = (
    ("a) Lamps on the quay", " The keeper said that two of them were dark."),
    (
        "b) Paths and steps along the river bank from the mill as far as the bridge and the ferry",
        " The warden had walked them all and found none that was safe in the wet.",
    ),
    ("c) Boats", " Nobody had come to see them."),
)


def page() -> FPDF:
    made = FPDF()
    made.add_page()
    return made


def lines(made: FPDF, texts: Sequence[str], *, style: str = "", size: int = 11) -> None:
    """Paragraphs of a line each."""
    made.set_font("helvetica", style=style, size=size)
    for text in texts:
        made.cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
        made.ln(5)


def read(made: FPDF) -> Document:
    return read_document(bytes(made.output()), "paper.pdf")


def headings(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs if p.kind is Kind.HEADING]


def test_bold_of_a_pdf_runs_over_the_line_to_where_the_plain_words_begin() -> None:
    made = page()
    lines(made, HEAD)
    lines(made, ["1. Matters arising"], style="B")
    for title, told in PARTS:
        made.set_font("helvetica", style="B", size=11)
        made.write(6, title)
        made.set_font("helvetica", size=11)
        made.write(6, told)
        made.ln(12)
    assert headings(read(made))[-3:] == [title for title, _ in PARTS]


def test_a_lettered_title_in_bold_may_be_all_of_its_line() -> None:
    made = page()
    lines(made, HEAD)
    lines(made, ["1. Matters arising"], style="B")
    for title, told in PARTS[::2]:
        lines(made, [f"{title}: old business"], style="B")
        lines(made, [told.strip()])
    assert headings(read(made))[-2:] == [f"{title}: old business" for title, _ in PARTS[::2]]


def test_bold_of_word_keeps_the_blank_behind_its_number() -> None:
    def fill(document: WordDocument) -> None:
        for text in (*HEAD, "1. Matters arising"):
            document.add_paragraph(text)
        for title, told in PARTS:
            paragraph = document.add_paragraph(title[:2])
            paragraph.add_run(title[2:]).bold = True
            paragraph.add_run(told)

    assert headings(word(fill))[-3:] == [title for title, _ in PARTS]


def test_bold_of_an_opendocument_text_runs_into_plain_words() -> None:
    bold = '<style:style style:name="B" style:family="text">{}</style:style>'.format(
        '<style:text-properties fo:font-weight="bold"/>'
    )
    plain = "<text:p>{}</text:p>".format
    titled = '<text:p>{}<text:span text:style-name="B">{}</text:span>{}</text:p>'.format
    body = [plain(text) for text in (*HEAD, "1. Matters arising")]
    body += [titled(title[:2], title[2:], told) for title, told in PARTS]
    assert headings(odt("".join(body), bold))[-3:] == [title for title, _ in PARTS]


def test_a_list_of_word_below_a_heading_typed_by_hand_is_not_inside_it() -> None:
    def fill(document: WordDocument) -> None:
        for text in (*HEAD, "I. WELCOME", "Ann Lowe opened the meeting.", "II. EVENTS"):
            document.add_paragraph(text)
        for text in ("The fair on the green", "The race to the mill"):
            document.add_paragraph(text, style="List Number")
            document.add_paragraph("Nothing was known of it yet, and it was left for the autumn.")

    inside = {p.text: p.inside for p in word(fill).paragraphs}
    assert inside["1. The fair on the green"] is None


def test_a_list_of_word_goes_on_behind_letters_typed_further_left() -> None:
    def fill(document: WordDocument) -> None:
        for text in HEAD:
            document.add_paragraph(text)
        for text in ("The fair", "The race"):
            document.add_paragraph(text, style="List Number")
        for text in ("a) The mill was painted.", "b) The gate was shut."):
            document.add_paragraph(text)
        document.add_paragraph("The green", style="List Number")

    inside = {p.number: p.inside for p in word(fill).paragraphs if p.number}
    assert inside == {"1": None, "2": None, "a": None, "b": None, "3": None}


def test_headings_of_one_size_stand_at_one_depth_where_another_size_is_deeper() -> None:
    made = page()
    for title, below in (("The quay", "Lamps"), ("The green", "Boats")):
        lines(made, [title, f"More {title.lower()}"], style="B", size=16)
        lines(made, [below], style="B", size=13)
        lines(made, ["The keeper said that nothing had been done about it, and why that was so."])
    levels = {p.text: p.level for p in read(made).paragraphs if p.kind is Kind.HEADING}
    assert levels["The quay"] == levels["More the quay"] == levels["The green"]
    assert levels["Lamps"] == levels["Boats"] != levels["The green"]


def test_a_bullet_a_little_above_its_words_stands_before_them() -> None:
    made = page()
    lines(made, ["Present:"])
    for name in ("Ann Lowe, Fenwick Boats", "Ben Tarn, Fenwick Mill"):
        made.cell(0, 6, "\u00b7", new_x="LMARGIN", new_y="NEXT")
        made.set_x(made.l_margin + 5)
        made.cell(0, 6, name, new_x="LMARGIN", new_y="NEXT")
    listed = [p.text for p in read(made).paragraphs if p.kind is Kind.LIST_ITEM]
    assert listed == ["Ann Lowe, Fenwick Boats", "Ben Tarn, Fenwick Mill"]


def test_a_hyphen_that_only_programs_write_breaks_a_word() -> None:
    mender = Mender(["the so\u2010", "cial club of well-known", "people"])
    assert mender.join("the so\u2010", "cial club") == "the social club"
    assert mender.join("of well\u2010", "known people") == "of well\u2010known people"


def test_bold_that_ends_in_the_middle_of_a_word_is_bold_to_its_end() -> None:
    assert join_bold("**Open Spac**es: nothing") == "**Open Spaces**: nothing"
    assert join_bold("**Lamps** on **posts** by **A**nn") == "**Lamps** on **posts** by **Ann**"
