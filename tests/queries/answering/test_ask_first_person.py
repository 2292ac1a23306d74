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

3. Phase I of the works on the gates is led by the harbour master.

4. Cllr Bo Thrale said “I have always wanted the gates of the lock painted green”.

5. I attended the meeting on the sand bar.

6. Cllr Ivo Marsh told the Board that the price of rope has halved.
""",
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 4 June 2030

Present: Cllr Ada Quill (Chair) and Cllr Bo Thrale

## 1. Statement by Cllr Bo Thrale

Cllr Ada Quill said that the charts of the sands are wrong by a mile.
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


@pytest.mark.parametrize(
    "question",
    [
        "Who leads phase I of the works on the gates?",
        "Who wanted the gates of the lock painted green?",
        "Who chaired the meeting on the sand bar?",
    ],
)
def test_numerals_quotes_and_other_deeds_are_not_the_writers(
    ferry: Searcher, question: str
) -> None:
    told = answer(ferry, question)
    assert "“I” is" not in told.answer
    assert told.values == ()


def test_what_another_one_said_is_not_the_writers(ferry: Searcher) -> None:
    assert not answer(ferry, "What did Cllr Ada Quill say about the price of rope?").answered


def test_the_title_of_an_item_of_minutes_names_no_writer(ferry: Searcher) -> None:
    assert not answer(ferry, "What did Cllr Bo Thrale say about the charts of the sands?").answered
