"""What became of a recommendation, asked in its own words, held to the gold ledger."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.library import Library
from queries.ask import answer
from queries.search import Searcher
from tests.places import SAMPLE_GOLD
from tests.support.sample_gold import Record

_LEDGER: list[Record] = json.loads((SAMPLE_GOLD / "ledger.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def searcher(sample_library: Path) -> Iterator[Searcher]:
    with Library.open(sample_library) as library:
        yield Searcher(library)


@pytest.mark.parametrize("row", _LEDGER, ids=lambda row: row["recommendation"])
def test_what_was_decided_on_a_recommendation_is_told(searcher: Searcher, row: Record) -> None:
    told = answer(searcher, f"What became of the recommendation to {row['text'].rstrip('.;')}?")
    assert told.kind == "history"
    for decision in row["decisions"]:
        assert decision["snippet"] in told.answer


def test_how_a_decision_answers_what_was_asked_is_told(searcher: Searcher) -> None:
    told = answer(searcher, "What happened to the recommendation to raise the limit on a grant?")
    first, asked, decided = told.answer.splitlines()
    assert first == "Where it stands: 13 October 2022, rejected."
    assert asked.startswith("13 October 2022, recommended: Raise the limit")
    assert decided.startswith("13 October 2022, rejected (inferred): The Board rejected")
    assert told.note is None


def test_a_decision_on_the_responses_is_told_of_each_as_in_the_ledger(searcher: Searcher) -> None:
    recommendation = "publish every report in full within six weeks of the visit"
    told = answer(searcher, f"What became of the recommendation to {recommendation}?").answer
    assert told.startswith("Where it stands: 10 February 2022, deferred.")
    assert "save for the response to recommendation 7" in told


def test_several_that_may_be_meant_are_each_told(searcher: Searcher) -> None:
    told = answer(searcher, "What became of the recommendation on equipment grants?").answer
    assert [line.split(": ")[0] for line in told.splitlines()] == [
        "14 October 2021, recommended",
        "14 October 2021, agreed with changes (inferred)",
        "13 October 2022, recommended",
        "13 October 2022, rejected (inferred)",
        "9 February 2023, recommended",
        "9 February 2023, agreed with changes (inferred)",
    ]


@pytest.mark.parametrize("when", ["in March 2020", "on 4 March 2020"])
def test_nobody_chaired_a_meeting_that_was_not_held(searcher: Searcher, when: str) -> None:
    told = answer(searcher, f"Who chaired the meeting {when}?")
    assert told.note == f"The papers held tell of no meeting {when}."
