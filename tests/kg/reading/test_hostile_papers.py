"""Papers odd by accident or on purpose: a reader finds what they say, as in any other."""

import os

import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kg.errors import ReadError
from kg.model import Document, Kind
from kg.reading.read import read_document
from tests.support.office_papers import word

NO_LETTERS = "<000700090003>"
"""Three signs of a font that does not say which letters they are."""
ONE_SIGN = "<0007>"


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def page_of_lines(*lines: str, foot: str = "") -> bytes:
    """A PDF page of lines, as a PDF writes strings; those in "<>" are in a font without letters."""
    places = [(750 - 20 * at, line) for at, line in enumerate(lines)]
    drawn = "".join(
        f"BT /{'Odd' if line[0] == '<' else 'Plain'} 12 Tf 50 {height} Td {line} Tj ET\n"
        for height, line in [*places, *([(10, foot)] if foot else [])]
    )
    fonts = "<< /Plain 5 0 R /Odd 6 0 R >>"
    page = f"/MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font {fonts} >>"
    odd = "/BaseFont /Odd /Encoding /Identity-H /DescendantFonts [7 0 R]"
    system = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {page} >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Type /Font /Subtype /Type0 {odd} >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo {system} >>",
    ]
    body = "".join(f"{at} 0 obj\n{part}\nendobj\n" for at, part in enumerate(parts, 1))
    return f"%PDF-1.4\n{body}trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n".encode()


HEADED = "(Minutes of the club of the quay.)"
LEASE = "(The lease of the quay was renewed.)"


@pytest.mark.parametrize(
    "data",
    [
        page_of_lines(HEADED, NO_LETTERS, LEASE),
        page_of_lines(HEADED, LEASE, foot=NO_LETTERS),
        page_of_lines(NO_LETTERS, HEADED, ONE_SIGN, LEASE),
    ],
    ids=["amid the lines", "in the margin", "first and alone"],
)
def test_a_line_in_a_font_without_letters_says_nothing(data: bytes) -> None:
    found = " ".join(texts(read_document(data, "a.pdf"))).replace("\u2022 ", "")
    assert found == f"{HEADED[1:-1]} {LEASE[1:-1]}"


def test_a_pdf_without_any_letters_is_refused() -> None:
    with pytest.raises(ReadError, match="holds no text"):
        read_document(page_of_lines(*[NO_LETTERS] * 9), "a.pdf")


def test_a_row_of_fewer_cells_than_the_head_has_the_rest_empty() -> None:
    rows = (
        "<tr><th>Item</th><th>Discussion</th><th>Decision</th></tr>"
        "<tr><td>1. Lease</td><td>The lease was read at length.</td><td>Renew it</td></tr>"
        "<tr><td>2. Quay</td><td>The quay was seen.</td></tr>"
    )
    document = read_document(f"<table>{rows}</table>".encode(), "a.html")
    assert texts(document)[1:] == [
        *("1. Lease", "The lease was read at length.", "Decision", "Renew it"),
        *("2. Quay", "The quay was seen."),
    ]


def test_a_table_has_as_many_cells_in_each_row() -> None:
    rows = "<tr><th>Boat</th><th>Berth</th><th>Owner</th></tr><tr><td>Heron</td><td>4</td></tr>"
    (boats,) = read_document(f"<table>{rows}</table>".encode(), "a.html").paragraphs
    assert [[boats.cell_text(cell) for cell in row] for row in boats.rows()] == [
        ["Boat", "Berth", "Owner"],
        ["Heron", "4", ""],
    ]


@pytest.mark.parametrize(
    "opening", ["<!DOCTYPE html>", '<html lang="en">', "<body>", "</div>", "<?xml version='1.0'?>"]
)
def test_markdown_that_opens_a_page_of_html_is_read(opening: str) -> None:
    data = f"# Heron Club\n\n{opening}\n\nThe lease was renewed.\n".encode()
    assert texts(read_document(data, "a.md")) == ["Heron Club", "The lease was renewed."]


@pytest.mark.parametrize("opening", ["&lt;html&gt;", "&lt;!DOCTYPE html&gt;"])
def test_an_item_of_a_portal_may_open_a_page_of_html(opening: str) -> None:
    item = (
        f"<agendaitemtitle>Lease</agendaitemtitle><agendatext>{opening}</agendatext>"
        "<minutesnonemptyhtmlbody>&lt;p&gt;It was renewed.&lt;/p&gt;</minutesnonemptyhtmlbody>"
    )
    data = f"<meeting><agendaitems><agendaitem>{item}</agendaitem></agendaitems></meeting>"
    assert texts(read_document(data.encode(), "a.xml")) == ["Lease", "It was renewed."]


@pytest.mark.parametrize(
    "encoding",
    ["undefined", "punycode", "utf-16", "utf-32", "utf-7", "unicode_escape", "cp037", "no-such"],
)
def test_a_page_of_an_encoding_it_cannot_be_in_is_read_as_any_text(encoding: str) -> None:
    data = f'<meta charset="{encoding}"><p>The café was let: \\ud800 +2AA- at noon. </p>'
    data += " " * (-len(data.encode()) % 4)
    (paragraph,) = read_document(data.encode(), "a.html").paragraphs
    assert paragraph.text == "The café was let: \\ud800 +2AA- at noon."


@pytest.mark.parametrize(
    "declaration",
    [
        '<?xml version="1.0" encoding="utf-8">',
        '<?xml version="1.0" encoding="utf-8"',
        '<?xml version="1.0"?><?xml version="1.0" encoding="utf-8"?>',
    ],
)
def test_a_page_with_a_broken_declaration_of_xml_is_read(declaration: str) -> None:
    data = f"{declaration}\n<p>The lease was renewed.</p>".encode()
    assert texts(read_document(data, "a.html")) == ["The lease was renewed."]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_text_may_speak_of_the_mark_of_a_pdf(name: str) -> None:
    words = "A file that begins with %PDF-1.4 is one that the clerk can print."
    assert texts(read_document(words.encode(), name)) == [words]


def test_a_name_in_an_older_encoding_becomes_text() -> None:
    document = read_document(b"The lease was renewed.", os.fsdecode(b"caf\xe9.txt"))
    assert document.source.name == "caf\ufffd.txt"


@pytest.mark.parametrize("depth", ["\u00b2", "9" * 5000, "-1", "x"])
def test_a_depth_that_is_no_number_is_none(depth: str) -> None:
    def fill(document: WordDocument) -> None:
        item = document.add_paragraph("Renew the lease.", style="List Number")
        place = item._p.get_or_add_pPr().get_or_add_numPr()
        place.get_or_add_numId().val = 1
        place.append(_element("w:ilvl", depth))
        plain = document.add_paragraph("The lease is of the quay.")
        plain._p.get_or_add_pPr().append(_element("w:outlineLvl", depth))

    found = [(p.kind, p.text.split(" ", 1)[-1]) for p in word(fill).paragraphs]
    assert [kind for kind, _ in found if kind is Kind.HEADING] == []
    assert len(found) == 2


def _element(tag: str, value: str) -> OxmlElement:
    made = OxmlElement(tag)
    made.set(qn("w:val"), value)
    return made
