"""Text as it is kept: without what no text has, so that it may stand in XML."""

from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.reading.normalise import clean, clean_line, visible
from kg.reading.read import read_document

ANY_TEXT = st.text(st.characters())
"""Any text that Python knows, lone surrogates among it."""
ODD = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF]))


def in_xml(text: str) -> str:
    """What a program that reads XML makes of a text."""
    return (
        ElementTree.fromstring(f"<a>{escape(text)}</a>".encode("utf-8", "surrogatepass")).text or ""
    )


@given(ANY_TEXT)
@example(ODD)
@example("\ud800\ufdd0")
def test_any_text_may_stand_in_xml_once_it_is_clean(text: str) -> None:
    assert in_xml(clean(text)) == clean(text)
    assert in_xml(visible(clean_line(text))) == clean_line(text)


@given(ANY_TEXT)
@example("e\uffff\u0301")
@example(f"a{ODD}b")
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "code",
    [0, 0x1B, 0x7F, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x2FFFF, 0x10FFFF],
    ids=hex,
)
def test_what_is_no_character_is_left_out(code: int) -> None:
    assert clean(f"The qu{chr(code)}ay was let.") == "The quay was let."


@pytest.mark.parametrize(
    "code", [0xE000, 0xFDCF, 0xFDF0, 0xFFFD, 0x1F600, 0x1FFFD, 0x20000, 0x10FFFD], ids=hex
)
def test_what_is_a_character_stays(code: int) -> None:
    assert clean(f"qu{chr(code)}ay") == f"qu{chr(code)}ay"


@pytest.mark.parametrize("name", ["paper.txt", "paper.md", "page.html"])
@given(words=ANY_TEXT)
@example(words=ODD[1:])
def test_the_text_of_any_paper_may_stand_in_xml(name: str, words: str) -> None:
    data = f"# Quay{words}\n\n| The lamps{words} | burn |\n".encode(errors="ignore")
    try:
        document = read_document(data, name)
    except ReadError:
        return
    for text in (document.title, document.text, *(p.text for p in document.paragraphs)):
        assert in_xml(text) == text
