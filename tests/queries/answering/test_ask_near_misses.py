"""Questions near to what the sample's papers say: answered where they say it, and only there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.library import Library
from queries.ask import answer
from queries.search import Searcher


@pytest.fixture(scope="module")
def searcher(sample_library: Path) -> Iterator[Searcher]:
    with Library.open(sample_library) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    "question",
    [
        "How many of the 26 agents pulled out?",
        "How many people bought the handbook?",
        "Which nine regions share one trainer?",
        "Why couldn't Cllr Gerald Pomfret get to the October 2021 meeting?",
        "What did members make of the Ready Streets progress report in June 2022?",
        "When's the Board meeting in March 2020?",
        "Total cost of the Rotterdam copies",
        "number of burglaries on the night of 16 December",
        "Ready Streets number of burglaries stopped",
        "What was the handbook levy per coordinator?",
        "How much did the Harbourside Volunteers' Alliance pay towards the street coordinators?",
        "What made Gerald Pomfret change his mind about the Ready Streets grant?",
    ],
)
def test_what_no_paper_says_is_not_answered(searcher: Searcher, question: str) -> None:
    told = answer(searcher, question)
    assert not told.answered
    assert told.note


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many of the 41 street coordinators live beside a river?", "Only six coordinators"),
        ("How many times was the handbook downloaded?", "410 times"),
        ("Were the October 2021 minutes signed off?", "14 October 2021 be approved"),
        ("What does the June 2022 Ready Streets report want from the Board?", "a second trainer"),
        ("What came of the discussion of the street coordinators' handbook?", "handbook"),
        ("Did the handbook for street coordinators ever get published?", "Yes: Complete"),
        ("What number do I ring about the Ready Streets progress report?", "020 7946 0138"),
        (
            "Conservative members and substitutes on the Board",
            "Ferris (Dover District Council, sub",
        ),
    ],
)
def test_what_a_paper_says_is_found(searcher: Searcher, question: str, said: str) -> None:
    assert said in answer(searcher, question).answer


def test_only_the_minutes_asked_about_are_told_of(searcher: Searcher) -> None:
    told = answer(searcher, "Were the October 2021 minutes signed off?").answer
    assert "2022" not in told


@pytest.mark.parametrize(
    ("question", "note"),
    [
        (
            "What made Gerald Pomfret change his mind about the Ready Streets grant?",
            "No passage that speaks of this names Gerald Pomfret.",
        ),
    ],
)
def test_it_is_said_what_is_missing(searcher: Searcher, question: str, note: str) -> None:
    assert answer(searcher, question).note == note
