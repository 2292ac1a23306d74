"""A question that is the title of an item asks for what stands under it, cited with that title."""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-july.md": """# Minutes of the Saltwick Ferry Board, 21 July 2030

Present: Cllr Ada Quill (Chair), Cllr Bo Thrale

## 1. Declarations of interest

No declarations of interest were made.

## 2. Talks for the business of the port

The talks for the business of the port were opened by the elder of a business of sail makers.

## 3. Any other business

There was no further business.
""",
    "report-july.md": """# Report to the Saltwick Ferry Board, 21 July 2030

## Fair

4. The fair was the best for business on the quay, with talks by elders of the business elite.

5. Leaders of business on the quay were thanked for their part in the fair.
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("by_title"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    "question",
    [
        "any other business July 2030",
        "What was said under any other business on 21 July 2030?",
        "Was there any other business at the meeting on 21 July 2030?",
    ],
)
def test_only_what_stands_under_the_title_is_told(searcher: Searcher, question: str) -> None:
    finds(searcher, question, "There was no further business.", "elite")
    finds(searcher, question, "There was no further business.", "sail makers")


def test_what_says_little_is_cited_with_its_title(searcher: Searcher) -> None:
    cited = answer(searcher, "Were there any declarations of interest on 21 July 2030?").citations
    assert [one.quote for one in cited] == [
        "1. Declarations of interest",
        "No declarations of interest were made.",
    ]


def test_a_word_of_a_title_is_not_the_title(searcher: Searcher) -> None:
    finds(searcher, "Who opened the talks for business in July 2030?", "elder", "further")
