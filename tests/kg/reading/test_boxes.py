"""Boxes before list items are ticked or not, however a format draws them."""

import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from kg.model import Document, Kind
from kg.reading.read import read_document
from tests.kg.reading.test_reading_office import word

PAPER = "Members attending\n\n- {} Ann Lowe\n- {} Ben Tarn\n\nThe boats were brought in.\n"


def ticked(document: Document) -> dict[str, bool | None]:
    return {p.text: p.ticked for p in document.paragraphs if p.kind is Kind.LIST_ITEM}


@pytest.mark.parametrize("name", ["paper.txt", "paper.md"])
@pytest.mark.parametrize(("tick", "empty"), [("☒", "☐"), ("☑", "☐"), ("[x]", "[ ]"), ("✅", "⬜")])
def test_signs_before_names(name: str, tick: str, empty: str) -> None:
    document = read_document(PAPER.format(tick, empty).encode(), name)
    assert ticked(document) == {"Ann Lowe": True, "Ben Tarn": False}


def test_boxes_of_a_page() -> None:
    page = (
        "<ul><li><input type='checkbox' checked> Ann Lowe</li>"
        "<li><label><input type='checkbox'>Ben Tarn</label></li><li>Cara Voss</li></ul>"
    )
    found = ticked(read_document(page.encode(), "paper.html"))
    assert found == {"Ann Lowe": True, "Ben Tarn": False, "Cara Voss": None}


def test_boxes_for_bullets_in_word() -> None:
    def fill(document: WordDocument) -> None:
        document.add_paragraph("Ann Lowe", style="List Bullet")
        for sign in document.part.numbering_part.element.iter(qn("w:lvlText")):
            sign.set(qn("w:val"), "☒")

    assert ticked(word(fill)) == {"Ann Lowe": True}


def test_a_box_in_a_sentence_is_a_word() -> None:
    document = read_document("Put a ☒ before each name.\n".encode(), "paper.txt")
    assert [(p.text, p.ticked) for p in document.paragraphs] == [
        ("Put a ☒ before each name.", None)
    ]
