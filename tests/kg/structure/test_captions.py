"""Short numbered lines over paragraphs."""

import pytest

from kg.reading.read import read_document
from kg.structure.captions import captions

HEAD = "# Notes of a harbour\n\n## Papers\n\n"
KNOTS = "1. Knots for beginners, 3 June 2030\n\nA book on splices for children.\n\n"
BIRDS = "2. Birds of the sands\n\nA guide to the terns.\n\nIt has forty plates.\n\n"


def over(text: str, items: tuple[int, ...] = ()) -> dict[str, str]:
    """The captions by the words of the paragraphs under them."""
    document = read_document((HEAD + text).encode(), "notes.md")
    found = captions(document.paragraphs, items)
    return {document.paragraphs[at].text: line for at, line in found.items()}


def test_each_paragraph_has_the_line_it_stands_under() -> None:
    assert over(KNOTS + BIRDS) == {
        "A book on splices for children.": "1. Knots for beginners, 3 June 2030",
        "A guide to the terns.": "2. Birds of the sands",
        "It has forty plates.": "2. Birds of the sands",
    }


@pytest.mark.parametrize(
    "text",
    [
        KNOTS,
        KNOTS + "## Walks\n\n" + BIRDS,
        "1. The book is out.\n\nIt sold well.\n\n2. The guide is late.\n\nIt is at the printer.\n",
        "1. The books are:\n\nKnots for beginners.\n\n2. The walks are:\n\nBirds of the sands.\n",
    ],
)
def test_one_alone_a_sentence_and_a_lead_in_are_none(text: str) -> None:
    assert over(text) == {}


def test_an_item_of_an_agenda_is_none() -> None:
    document = read_document((HEAD + KNOTS + BIRDS).encode(), "notes.md")
    items = tuple(one.ordinal for one in document.paragraphs if one.number)
    assert len(items) == 2
    assert over(KNOTS + BIRDS, items) == {}
