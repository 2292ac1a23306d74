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


@pytest.mark.parametrize("kind", ["[!abstract]-", "[!NOTE]", "[!my-kind]+"])
def test_a_quote_in_a_box_is_one_under_its_title(kind: str) -> None:
    came = f"> {kind} Present:\n> Ann Lowe, Ben Tarn"
    text = f"# Marl Trust\n\n{came}\n\n> {kind}\n> The gate is shut.\n"
    document = read_document(text.encode(), "paper.md")
    assert [p.text for p in document.paragraphs] == [
        "Marl Trust",
        "Present:",
        "Ann Lowe, Ben Tarn",
        "The gate is shut.",
    ]


def test_a_heading_that_goes_on_in_a_line_set_in_is_one() -> None:
    text = "# 2. Repair of the\n  Crane\n   and Slip\n\nIt was mended.\n\n# 3. Close\n* All left.\n"
    document = read_document(text.encode(), "paper.md")
    assert [p.text for p in document.paragraphs] == [
        "2. Repair of the Crane and Slip",
        "It was mended.",
        "3. Close",
        "All left.",
    ]
