"""A mayor asked for by the place is the person whom papers call mayor and seat for its council."""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.own_library import own_library

MINUTES = """# Minutes of the Tidal Barrier Board, 4 March 2030

**Present:**

| Name | Authority |
| --- | --- |
| Mayor Orla Finch | Bedford Borough Council |
| Cllr Ned Sorrel | Watford Borough Council |
| Cllr Ivy Crake | Kent County Council |

**Apologies:** Cllr Rolf Amsel

## 1. Minutes

The minutes of the last meeting were agreed.
"""


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("mayors"), {"minutes.md": MINUTES}) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "kind", "written"),
    [
        ("Was the Mayor of Bedford there?", "Person", "the Mayor of Bedford"),
        ("Was the mayor for Bedford there?", "Person", "the mayor for Bedford"),
        ("Was the Mayor of Watford there?", "Council", "Watford"),
        ("Was anybody from Bedford there?", "Council", "Bedford"),
    ],
)
def test_a_mayor_is_meant_where_papers_know_one_of_that_council(
    searcher: Searcher, question: str, kind: str, written: str
) -> None:
    (mention,) = searcher.understand(question).mentions
    assert (mention.kind, question[mention.start : mention.end]) == (kind, written)


def test_whether_a_mayor_came_is_told_by_name(searcher: Searcher) -> None:
    told = answer(searcher, "Did the Mayor of Bedford turn up to the March 2030 meeting?")
    assert told.answer == "Yes: Orla Finch was present on 4 March 2030."
