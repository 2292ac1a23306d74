"""Which of two things came first."""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from queries.understanding.which_first import of_each_thing
from tests.support.own_library import own_library

PAPERS = {
    "report-november.md": """# Report to the Saltwick Ferry Board, 5 November 2031

## Publications

1. Handbook of lamps, 3 October 2031

The handbook says how lamps are lit and kept.

2. Map of the moorings, 9 September 2031

The map shows every mooring of the sound.

3. Talk on ropes

A talk on ropes will be given in spring.
""",
}


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "Which came out first, the lamp handbook or the map?",
            ["the lamp handbook", "the map"],
        ),
        ("Which was published earlier: the map or the handbook?", ["the map", "the handbook"]),
        ("Was the map of knots issued before the guide?", ["the map of knots", "the guide"]),
        ("Was the map issued before the May meeting?", []),
        ("Which came first to mind at the meeting?", []),
        ("Which map came out first?", []),
        ("Was the map published before the end of the year or after it?", []),
    ],
)
def test_each_of_two_things_is_asked_after(text: str, things: list[str]) -> None:
    told = of_each_thing(text)
    assert [thing for thing, _ in told] == things
    assert [question for _, question in told] == [f"When did {one} come out?" for one in things]


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("first"), PAPERS) as library:
        yield Searcher(library)


def test_the_one_that_came_first_is_told_first(searcher: Searcher) -> None:
    said = answer(
        searcher, "Which came out first, the handbook of lamps or the map of the moorings?"
    )
    first, second = said.answer.splitlines()
    assert first.startswith("the map of the moorings: 9 September 2031")
    assert second.startswith("the handbook of lamps: 3 October 2031")
    assert said.values == ("9 September 2031", "3 October 2031")


def test_where_one_has_no_day_nothing_is_put_in_order(searcher: Searcher) -> None:
    said = answer(searcher, "Which came out first, the handbook of lamps or the talk on ropes?")
    assert not said.answer.startswith("the handbook of lamps:")
