"""Files that cannot be read give one clear line, whatever is wrong with them."""

import io
import random
import zipfile
from collections.abc import Callable

import docx
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.reading import read as reading
from kg.reading.read import SUFFIXES, read_document


def pdf(text: str = "Words of a paper that can be read.", password: str | None = None) -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=11)
    if text:
        made.multi_cell(0, 6, text)
    if password:
        made.set_encryption(password, password)
    return bytes(made.output())


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("Words of a paper.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", data)
    return buffer.getvalue()


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "ha ha ha ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;">]><meeting><agendaitems>&c;</agendaitems></meeting>'
)

BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.txt", lambda: b"", "is empty"),
    "blank": ("a.pdf", lambda: b" \n\t", "is empty"),
    "truncated pdf": ("a.pdf", lambda: pdf()[:-400], "is cut short"),
    "pdf with its head only": ("a.pdf", lambda: pdf()[:300] + b"\n%%EOF", "is a damaged PDF"),
    "pdf that is none": ("a.pdf", lambda: b"just words\n%%EOF", "is a damaged PDF"),
    "encrypted pdf": ("a.pdf", lambda: pdf(password=str(1234)), "locked by a password"),
    "pdf of pictures": ("a.pdf", lambda: pdf(text=""), "holds no text, only pictures"),
    "docx that is no zip": ("a.docx", lambda: b"just words", "is a damaged Word document"),
    "docx cut short": ("a.docx", lambda: word()[:-200], "is a damaged Word document"),
    "docx of other parts": ("a.docx", lambda: archive(other=b"<x/>"), "is a damaged Word document"),
    "docx without its types": (
        "a.docx",
        lambda: archive(word__document=b"<x/>"),
        "is a damaged Word document",
    ),
    "docx that expands a thousandfold": (
        "a.docx",
        lambda: archive(word__document=b"0" * 50_000_000),
        "expands beyond reason",
    ),
    "odt that is no zip": ("a.odt", lambda: b"just words", "is a damaged OpenDocument"),
    "odt with broken xml": ("a.odt", lambda: archive(content=b"<x"), "is a damaged OpenDocument"),
    "xml cut short": ("a.xml", lambda: b"<meeting><agendaitems>", "is damaged XML"),
    "xml of something else": ("a.xml", lambda: b"<committees/>", "holds no meeting"),
    "xml with entities": ("a.xml", lambda: BOMB, "declares entities"),
    "binary text": ("a.txt", lambda: bytes(range(256)) * 8, "holds binary data"),
    "wrong byte order mark": ("a.txt", lambda: b"\xff\xfe\x00", "is marked as utf-16"),
    "html without words": ("a.html", lambda: b"<script>alert(1)</script>", "holds no text"),
    "markup without words": ("a.md", lambda: b"***\n\n---\n", "holds no text"),
    "unknown kind": ("a.xlsx", lambda: b"words", "is of a kind that cannot be read"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gives_one_clear_line(case: str) -> None:
    name, data, message = BAD[case]
    with pytest.raises(ReadError, match=message) as caught:
        read_document(data(), name)
    said = str(caught.value)
    assert said.startswith(name)
    assert "\n" not in said
    assert ";" in said, "the message says what to do"


def test_a_file_above_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 10)
    with pytest.raises(ReadError, match="is larger than"):
        read_document(b"words of a paper", "a.txt")


def test_a_name_with_a_line_feed_is_shown_on_one_line() -> None:
    with pytest.raises(ReadError, match=r"^a\\nb\.txt is empty") as caught:
        read_document(b"", "a\nb.txt")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"], ids=lambda name: name
)
def test_text_in_the_usual_encodings_is_read(encoding: str) -> None:
    words = "The café’s budget – £5 – was “agreed”."
    assert read_document(words.encode(encoding), "a.txt").text == words


def test_a_page_in_the_encoding_it_declares_is_read() -> None:
    data = '<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2")
    assert read_document(data, "a.html").text == "Łódź"


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.PDF"])
def test_a_pdf_is_known_by_its_first_bytes(name: str) -> None:
    assert read_document(pdf(), name).source.media_type == "application/pdf"


def refusal(data: bytes, name: str) -> str:
    """Why a file is not read; nothing if it is."""
    try:
        read_document(data, name)
    except ReadError as error:
        return str(error)
    return ""


@given(data=st.binary(min_size=1, max_size=400), suffix=st.sampled_from(sorted(SUFFIXES)))
@settings(max_examples=150)
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str) -> None:
    assert "\n" not in refusal(data, "paper" + suffix)


@pytest.mark.parametrize(("name", "make"), [("a.pdf", pdf), ("a.docx", word)], ids=["pdf", "docx"])
def test_damaged_files_are_read_or_refused(name: str, make: Callable[[], bytes]) -> None:
    whole = make()
    for seed in range(60):
        chance = random.Random(seed)
        data = bytearray(whole)
        for _ in range(chance.choice([1, 5, 40])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert "\n" not in refusal(bytes(data), name)
