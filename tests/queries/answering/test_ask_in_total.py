"""What there was in all is not told by what counts a part, nor an average without a figure."""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "report-july.md": """# Saltwick Ferry Board

Report to the meeting on 21 July 2030

## 1. Lantern Fair

1.1 The tents of the Lantern Fair were full on all three days, many with standing room only. A
session on the Wednesday morning was the best loved, when over 200 people visited the fair.

## 2. Shows

2.1 The Fog Bell Show was visited on each of its two nights. In total 450 people visited the show.

2.2 On the Friday evening 80 people sailed on the Moonlight Cruise.

## 3. Hull surveys

3.1 Councils that host a hull survey say that it costs them less than they feared.

3.2 There are no financial implications of the report on hull surveys for councils.

## 4. Tea room

4.1 The tea room takes £300 a day on average.
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("in_total"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    "question",
    [
        "How many people visited the Lantern Fair in total?",
        "How many people visited the Lantern Fair altogether?",
        "How many people sailed on the Moonlight Cruise in all?",
    ],
)
def test_a_part_is_not_what_there_was_in_all(searcher: Searcher, question: str) -> None:
    finds(searcher, question, "")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many people visited the Fog Bell Show in total?", "In total 450 people"),
        ("How many people visited the Lantern Fair in total on Wednesday morning?", "200 people"),
        ("How many people sailed on the Moonlight Cruise?", "80 people"),
    ],
)
def test_what_there_was_in_all_or_of_the_part_asked(
    searcher: Searcher, question: str, told: str
) -> None:
    finds(searcher, question, told)


def test_an_average_needs_a_figure(searcher: Searcher) -> None:
    finds(searcher, "What is the average cost to a council of hosting a hull survey?", "")
    finds(searcher, "How much does the tea room take on average?", "£300")
