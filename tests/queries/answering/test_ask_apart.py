"""What stands in a paragraph of its own beside the one that says what it is of."""

import pytest

from queries.answering.answer import Found
from queries.answering.choosing.apart import said_beside
from queries.ask import inquire
from queries.search import Searcher
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

NOTES = f"{BASE}document/480480480480"
HOUSE = ["The gate of Gull House was painted.", "It has a stove."]
BASED = "The pilots are based at Gull House."
TELEX = "The wharf has no telex."
NUMBERS = "Tel: 01632 960001 Fax: 01632 960002"
LINES = (
    *HOUSE,
    "Few came.",
    BASED,
    NUMBERS,
    "Ferries go to the wharf.",
    "Boats too.",
    "No boat sank.",
    TELEX,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    said = paragraphs(NOTES, LINES)
    return small_library(
        tmp_path_factory.mktemp("apart"), report_of(NOTES, "gulls.txt", "2031-05-04", said)
    )


def beside(library: SmallLibrary, question: str, line: str, word: str) -> Found | None:
    """What is told where a line of the papers is none of the nearest passages."""
    asking, _ = inquire(Searcher(library), question)
    near = [hit for hit in asking.result.hits if hit.place.text != line]
    return said_beside(asking, near, word)


def test_a_number_is_told_that_stands_below_the_name_of_its_house(library: SmallLibrary) -> None:
    told = beside(library, "Gull House fax number", NUMBERS, "fax")
    assert told is not None
    assert told.answer == NUMBERS
    assert [one.words for one in told.quotes] == [NUMBERS, BASED]


def test_a_word_that_stands_far_from_the_house_is_not_told_of_it(library: SmallLibrary) -> None:
    assert beside(library, "Gull House telex number", TELEX, "telex") is None
