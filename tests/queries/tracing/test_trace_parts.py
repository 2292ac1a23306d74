"""A matter put as a list is followed by what tells of its parts, where little tells of the whole;
what its item decides in words that name nothing is a step too.
"""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from queries.trace import history
from queries.tracing.clauses import clauses
from tests.support.own_library import own_library

PAPERS = {
    "report-march.md": """# Report to the Saltwick Ferry Board, 5 March 2030

## Visits to harbours

1. A list of the harbours that have had no visit should be published by the office.

2. Every harbour should have a visit every four years, and the office will say so.

## Lamps

3. The lamps of the quay were lit on 1 March 2030.
""",
    "minutes-april.md": """# Minutes of the Saltwick Ferry Board, 9 April 2030

## 1. Fair of the ferries

The fair of the ferries opened on 2 April 2030 with forty stalls.

Cllr Ada Quill thanked those who planned the fair of the ferries.

**Decision**

The Board noted the report.

## 2. Tides

The tide tables were printed anew.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("parts"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("the fair of the ferries", []),
        (
            "harbours without a visit: publish a list of them, expect a visit every four years",
            [
                "harbours without a visit",
                "publish a list of them",
                "expect a visit every four years",
            ],
        ),
        (
            "the new quay - its yearly cost and the lamps on the wall",
            ["the new quay", "its yearly cost", "the lamps on the wall"],
        ),
    ],
)
def test_words_for_a_matter_are_parted_where_they_list_things(words: str, parts: list[str]) -> None:
    assert clauses(words) == parts


def test_what_tells_of_a_part_is_a_step_inferred(ferry: Searcher) -> None:
    told = history(
        ferry,
        "harbours not visited by the office: publish a list of harbours that had no visit, and "
        "every harbour to have a visit every four years",
        freely=True,
    )
    said = {one.quote: one for one in told.steps}
    assert any("A list of the harbours" in quote for quote in said)
    assert any("Every harbour should have a visit" in quote for quote in said)
    assert not any("lamps" in quote or "tide" in quote for quote in said)


def test_what_is_decided_on_the_item_of_a_matter_is_a_step(ferry: Searcher) -> None:
    told = history(ferry, "fair of the ferries", freely=True)
    assert any("The Board noted the report." in one.quote for one in told.steps)
