"""Where a fact is said, and the sentence before words that point back to it."""

from datetime import date

import pytest

from queries.actions import actions
from queries.graphs.sources import said_before
from queries.loose_ends import NO_DATE, loose_ends
from tests.support.read_papers import graph_of

HEAD = (
    "# Minutes of Quayham Parish Council, 2 March 2021\n\n"
    "Present: Councillor Ann Reed (Chair), Councillor Tom Ford\n\n## 1. Roads\n\n"
)


@pytest.mark.parametrize(
    ("said", "action", "before"),
    [
        ("A grid in Mill Lane is broken. This will be reported to the county.", "This", True),
        ("A grid in Mill Lane is broken. The Clerk will report it to the county.", "The", False),
        ("4.1 This will be reported to the county.", "This", False),
    ],
)
def test_words_that_point_back_bring_the_sentence_before(
    said: str, action: str, before: bool
) -> None:
    with graph_of({"q.md": HEAD + said}) as graph:
        (row,) = actions(graph, date(2021, 12, 1))
        (end,) = loose_ends(graph, date(2021, 12, 1), kind=NO_DATE)
    wanted = "A grid in Mill Lane is broken." if before else None
    assert row.text.startswith(action)
    assert (said_before(row.sources), said_before(end.sources)) == (wanted, wanted)
