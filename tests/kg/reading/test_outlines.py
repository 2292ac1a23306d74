"""Headings of other plain notations are headings."""

import pytest

from kg.model import Kind
from kg.reading.read import read_document
from kg.reading.text.outlines import with_hashes


@pytest.mark.parametrize("name", ["paper.txt", "paper.md"])
@pytest.mark.parametrize("form", ["= {}", "== {} ==", "=={}=="])
def test_signs_of_equality_mark_headings(name: str, form: str) -> None:
    text = "\n\n".join(
        f"{form.format(one)}\n\nIt was told at length." for one in ("Lamps", "Boats")
    )
    document = read_document(text.encode(), name)
    assert [p.text for p in document.paragraphs if p.kind is Kind.HEADING] == ["Lamps", "Boats"]


@pytest.mark.parametrize("text", ["==lit== lamps\n==old== boats\n", "a = b\n= =\n", "One\n====\n"])
def test_other_signs_of_equality_mark_none(text: str) -> None:
    assert with_hashes(text) == text
