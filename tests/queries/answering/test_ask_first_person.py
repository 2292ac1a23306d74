"""Who says "I" in a paper is whom its title names as its writer."""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.own_library import own_library

PAPERS = {
    "update-april.md": """# Saltwick Ferry Board – Update from Cllr Ada Quill (Chair)

**Harbour Assembly, 20 April 2030**

## Lamps

1. I chaired a meeting on the lamps of the north pier, which heard from three ports.

2. The price of oil has doubled since the winter, and the lamps must burn less of it.
""",
    "report-may.md": """# Report to the Saltwick Ferry Board, 14 May 2030

## Tides

1. I opened the talks on the tide tables with the harbour master.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("first_person"), PAPERS) as library:
        yield Searcher(library)


def test_the_writer_is_told_with_her_title(ferry: Searcher) -> None:
    told = answer(ferry, "Who chaired the meeting on the lamps of the north pier?")
    assert told.answer.endswith(
        "“I” is Cllr Ada Quill: Saltwick Ferry Board – Update from Cllr Ada Quill (Chair)"
    )
    assert "Cllr Ada Quill" in told.values
    assert any(one.quote.startswith("Saltwick Ferry Board – Update") for one in told.citations)


def test_what_she_wrote_is_what_she_said(ferry: Searcher) -> None:
    told = answer(ferry, "What did Cllr Ada Quill say about the price of oil?")
    assert "has doubled since the winter" in told.answer


def test_a_paper_without_a_writer_tells_nobody(ferry: Searcher) -> None:
    told = answer(ferry, "Who opened the talks on the tide tables with the harbour master?")
    assert "“I” is" not in told.answer


def test_nothing_is_added_where_nobody_is_asked_for(ferry: Searcher) -> None:
    told = answer(ferry, "When was the meeting on the lamps of the north pier chaired?")
    assert "“I” is" not in told.answer
