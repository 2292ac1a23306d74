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


WRAPPED = """\
# 2. Repair of the
  Crane
   and Slip

It was mended.

# 3. Close
* All left.
"""
OLDER = """\
##Minutes of the Trust {:.wide}

[The map](a.pdf "Opens" target="_blank") and [a fee](b.pdf){:target="_blank"}.
{: .notice}

###1. Lamps

#142 is mended.
"""


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (
            WRAPPED,
            [
                (Kind.HEADING, "2. Repair of the Crane and Slip"),
                (Kind.TEXT, "It was mended."),
                (Kind.HEADING, "3. Close"),
                (Kind.LIST_ITEM, "All left."),
            ],
        ),
        (
            OLDER,
            [
                (Kind.HEADING, "Minutes of the Trust"),
                (Kind.TEXT, "The map and a fee."),
                (Kind.HEADING, "1. Lamps"),
                (Kind.TEXT, "#142 is mended."),
            ],
        ),
    ],
    ids=["a heading goes on in a line set in", "no blank behind hashes, and attributes"],
)
def test_headings_in_older_forms_of_markdown(text: str, paragraphs: list[tuple[Kind, str]]) -> None:
    document = read_document(text.encode(), "paper.md")
    assert [(p.kind, p.text) for p in document.paragraphs] == paragraphs


@pytest.mark.parametrize(("text", "kind"), [("###Lamps\n", Kind.HEADING), ("#Lamps\n", Kind.TEXT)])
def test_a_lone_line_behind_several_hashes_is_a_heading(text: str, kind: Kind) -> None:
    (paragraph,) = read_document(text.encode(), "paper.md").paragraphs
    assert paragraph.kind is kind


@pytest.mark.parametrize(
    "text", ["Oars<br>\nand masts", "Oars\n<br/>and masts", "Oars<br>and masts"]
)
def test_a_break_that_the_page_shows_stays_at_the_end_of_a_line_of_the_source(text: str) -> None:
    (paragraph,) = read_document(text.encode(), "paper.md").paragraphs
    assert paragraph.text == "Oars\nand masts"
