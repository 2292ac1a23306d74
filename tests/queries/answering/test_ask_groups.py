"""Who of a group came, or stayed away, where a table of several meetings names the groups."""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-march.md": """# Minutes of the Saltwick Ferry Board, 5 March 2030

Present: Cllr Ada Quill (Chair), Cllr Bo Thrale, Cllr Hal Crane

## 1. Wardens

The Board noted the wardens.

# Saltwick Ferry Board attendance 2029/30

| Councillors | 5 March 2030 | 4 December 2029 |
|---|---|---|
| Ada Quill | Yes | Yes |
| Bo Thrale | Yes | No |
| Lead Peers | | |
| Hal Crane | Yes | No |
| Ivo Marsh | No | Yes |
| Observers | | |
| Una Reeve | No | Yes |
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("groups"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Which lead peers missed the March 2030 meeting?", "Ivo Marsh", "Una Reeve"),
        ("Which lead peers missed the December 2029 meeting?", "Hal Crane", "Bo Thrale"),
        ("Which lead peers attended the March 2030 meeting?", "Hal Crane", "Ada Quill"),
        ("Which observers missed the March 2030 meeting?", "Una Reeve", "Ivo Marsh"),
    ],
)
def test_those_of_a_group_are_told_by_the_line_above_them(
    ferry: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(ferry, question, told, left_out)


def test_a_group_that_no_table_has_came_to_nothing(ferry: Searcher) -> None:
    assert not answer(ferry, "Which substitutes missed the March 2030 meeting?").answered
