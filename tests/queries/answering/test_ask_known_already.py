"""What a question says it knows is not told; what stands under a numbered line is told by it; a
name before a thing is no place; somebody is told with the seat that is asked for.
"""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "report-may.md": """# Report to the Saltwick Ferry Board, 14 May 2030

## Lanterns on the quay

**Recommendations**

- That the Board note the cost of the lanterns of the quay.
- That the Board offer views on the colour of the lanterns.

Contact officer: Ivo Marsh

## Grant for the pilots

1. The grant for the pilots ended in March, and the office has the agreement of the Harbour
Assembly to draw £900 from its savings in 2030/31 so that the pilots can still be paid.

## Talks of the year

2. Knots for beginners, 3 June 2030

A talk on splices for children, with a comment by the harbour master.

3. Birds of the sands, 9 July 2030

A walk along the dunes with the warden and his dog.

## Study of the ferries

4. The school of seamanship at Dunmere finished its evaluation of the ferries in April.

5. Every ferry should be inspected by its crew every six weeks unless there is a storm.

6. For a place to leave a cart near the ticket office please ring the porter on 020 7946 0000.
""",
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 4 June 2030

| Present | Authority |
|---|---|
| Cllr Ada Quill (Chair) | Wyre Borough Council |
| Cllr Bo Thrale | Leeds City Council |
| Cllr Cy Moor (sub) | Oxford City Council |

## 1. Grant for the pilots

The Board noted the grant for the pilots.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("known_already"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        (
            "Apart from noting the cost, what was the Board recommended to do about the lanterns?",
            "offer views on the colour",
            "note the cost",
        ),
        ("What does the talk Birds of the sands offer?", "A walk along the dunes", "splices"),
        ("Which talk was given on 3 June 2030?", "A talk on splices", "dunes"),
        (
            "How often does the Dunmere evaluation say a ferry should be inspected?",
            "every six weeks",
            "",
        ),
        ("Which number do I ring about a place for a cart?", "020 7946 0000", ""),
        (
            "What has the Harbour Assembly agreed so that the pilots can still be paid in 2030/31?",
            "draw £900 from its savings",
            "The Board noted",
        ),
        (
            "Who came on 4 June 2030 as a substitute, and from which council?",
            "Cy Moor (Oxford City Council)",
            "Bo Thrale",
        ),
    ],
)
def test_what_is_asked_is_told_and_what_is_known_is_not(
    ferry: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(ferry, question, told, left_out)
