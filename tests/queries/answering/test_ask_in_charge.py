"""Who leads on a matter of which nobody is said to: who presented it, or the contact for it."""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.own_library import own_library

PAPERS = {
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 4 June 2030

Present: Cllr Ada Quill (Chair), Cllr Bo Thrale

## 1. Hull Support Review update

Cllr Bo Thrale introduced the report on the review.

The Board noted the report.

## 2. Fog bell trial

Una Reeve leads on the fog bell trial for the Board.
""",
    "report-june.md": """# Saltwick Ferry Board, 4 June 2030

# Hull Support Review update

## Purpose of report

For information.

Contact officer: Una Reeve

Position: Harbour Adviser

## Hull Support Review: actions

| Number | Action | Due |
|---|---|---|
| 1 | Hull Support Review: ask crews what lead on the keel costs | End of May 2030 |
| 2 | Hull Support Review: lead mates to look at the plan of the review | End of July 2030 |
| 3 | Hull Support Review: lead surveyors of hulls to be told of the review | End of August 2030 |
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("in_charge"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    "question",
    ["Who is leading on the Hull Support Review?", "Who is in charge of the Hull Support Review?"],
)
def test_where_nobody_is_said_to_lead_who_presented_it_is_told(
    searcher: Searcher, question: str
) -> None:
    told = answer(searcher, question)
    assert told.answer.startswith("Bo Thrale")
    assert "says who leads" in str(told.note)


def test_who_is_said_to_lead_is_told(searcher: Searcher) -> None:
    told = answer(searcher, "Who is leading on the fog bell trial?")
    assert "Una Reeve leads" in told.answer
    assert told.note is None
