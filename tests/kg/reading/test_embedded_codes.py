"""PDFs whose fonts explain their codes in a table of their own, written by hand here."""

import io

import pdfplumber
import pytest

from kg.reading.pdf.embedded_codes import EmbeddedCodes
from kg.reading.read import read_document

_TEXT = "The board met on Monday"
_CHARACTERS = "".join(sorted(set(_TEXT)))
_CODES = {letter: 0x100 + at for at, letter in enumerate(_CHARACTERS)}
_GLYPHS = {letter: 7 + 2 * at for at, letter in enumerate(_CHARACTERS)}

_CHARS = "\n".join(f"<{_CODES[letter]:04x}> {_GLYPHS[letter]}" for letter in _CHARACTERS)
_LETTERS = "\n".join(f"<{_CODES[letter]:04x}> <{ord(letter):04x}>" for letter in _CHARACTERS)
_BY_CODE = f"{len(_CODES)} begincidchar\n{_CHARS}\nendcidchar"
_IN_ORDER = f"1 begincidrange\n<0100> <{0x100 + len(_CODES) - 1:04x}> 7\nendcidrange"


def _stream(content: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _pdf(table: str, *, letters: bool = True, width: int = 500) -> bytes:
    """A page that says the text in a font with this table; every glyph has the width."""
    shown = "".join(f"{_CODES[letter]:04x}" for letter in _TEXT)
    named = "/Type /CMap /CMapName /Own-0"
    widths = " ".join(f"{glyph} [{width}]" for glyph in _GLYPHS.values())
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
            " /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        _stream(f"BT /F1 12 Tf 50 700 Td <{shown}> Tj 0 -20 Td <{shown}> Tj ET"),
        (
            "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding 6 0 R /DescendantFonts [8 0 R]"
            f"{' /ToUnicode 7 0 R' if letters else ''} >>"
        ),
        _stream(f"begincmap\n{table}\nendcmap", named),
        _stream(f"begincmap\n{len(_CODES)} beginbfchar\n{_LETTERS}\nendbfchar\nendcmap"),
        (
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo"
            " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /FontDescriptor 9 0 R /W [{widths}] >>"
        ),
        "<< /Type /FontDescriptor /FontName /Own /Flags 4 >>",
    ]
    body = "".join(f"{at} 0 obj\n{entry}\nendobj\n" for at, entry in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF".encode("latin-1")


@pytest.mark.parametrize("table", [_BY_CODE, _IN_ORDER], ids=["one by one", "range"])
def test_text_in_a_font_with_its_own_table_is_read(table: str) -> None:
    document = read_document(_pdf(table), "paper.pdf")
    assert " ".join(document.paragraphs[0].text.split()) == f"{_TEXT} {_TEXT}"


def test_letters_are_as_wide_as_their_glyphs() -> None:
    with pdfplumber.open(io.BytesIO(_pdf(_BY_CODE, width=250))) as pdf:
        pdf.rsrcmgr = EmbeddedCodes()
        widths = {round(letter["x1"] - letter["x0"], 3) for letter in pdf.pages[0].chars}
    assert widths == {3.0}


def test_a_font_that_names_no_letters_is_read_by_its_glyphs() -> None:
    with pdfplumber.open(io.BytesIO(_pdf(_BY_CODE, letters=False))) as pdf:
        pdf.rsrcmgr = EmbeddedCodes()
        texts = [letter["text"] for letter in pdf.pages[0].chars[: len(_TEXT)]]
    assert texts == [f"(cid:{_GLYPHS[letter]})" for letter in _TEXT]


@pytest.mark.parametrize(
    "entry",
    [
        "1 begincidrange\n<0000> <ffffffff> 1\nendcidrange",
        "1 begincidrange\n<00000000> <ffffffff> 1\nendcidrange",
        "1 begincidrange\n<0100> (x) /y\nendcidrange",
        f"1 begincidchar\n<{'01' * 9}> 4\nendcidchar",
    ],
    ids=["lengths differ", "four thousand million", "no codes", "a long code"],
)
def test_entries_that_make_no_sense_cost_nothing_else(entry: str) -> None:
    document = read_document(_pdf(f"{_BY_CODE}\n{entry}"), "paper.pdf")
    assert _TEXT in " ".join(document.paragraphs[0].text.split())
