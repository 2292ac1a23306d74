"""Other ways of asking: for an average, for what has none, for what somebody concluded."""

from collections.abc import Iterator

import pytest

from queries.answering.answer import Answer
from queries.ask import answer
from queries.search import Searcher
from queries.texts.excerpt import excerpt
from queries.texts.wording import says
from tests.support.own_library import own_library

PAPERS = {
    "minutes-june.md": """# Minutes of the Gullmouth Lifeboat Board, 5 June 2031

Present: Cllr Ada Quill (Chair), Cllr Ivo Marsh and Cllr Bo Thrale

## 1. Wages

In discussion it was noted that habits change. In 1962 Brask's Almanac printed the names and wages
of all lightkeepers; and pilots have at times been seen as tradesmen and at times as servants.

## 2. Beacon Office

The Board thanked the Beacon Office for what it presented. In discussion these points were made:

- the Beacon Office said that its lamps were sold at cost to any pilot who asks for one;
- the Board complained that it was hard to find out which lamps the Beacon Office had put up.

The Beacon Office presented its beacons in the hall.

AQ concluded that storm lamps would come first.

## 3. Review of the moles

Dr Orla Finch told of her review of the moles. She had reached some early conclusions:

- Stone blocks from the old quay are too soft for a mole.
- The present manner of tending the moles, by the crews and not by masons, should be kept.

## 3. Tide fees

The basis of the fees was discussed. One approach was based on a fee model of the Tide Office which
includes:

- that tables should be free wherever they can be given away to pilots;
- that tables which are sold should be sold at what it costs to print them;
- that the Board should agree any list of tables that are sold to pilots.

It was suggested to test this model on a few of the tables already picked by the Board:

- Lamp House
- Pilot Registry
- Weather Tower

## 4. Slipways

The slipway scheme of the Board and of the pilots was discussed, and what it may rest on.

It was decided that this bold scheme should be borne by the rules for keels.
""",
    "report-may.md": """# Report to the Gullmouth Lifeboat Board, 7 May 2031

## Tower website

The tower website was read by more people on one day than the old one was in all its
years.

Readers like to compare, as the average user spends around 4 minutes 12 seconds on it.

## Returns

| Harbour | Returns sent since May 2030 |
|---|---|
| Pell | 12 |
| Quenby | 4 |
| Orrin Bay | 0 |
| Tarrow | 0 |
| Total | 16 |

## Rescues

| Harbour | Rescues in 2029 | Rescues in 2030 | Tows |
|---|---|---|---|
| Pell | 12 | 1 | 3 |
| Quenby | 4 | 9 | 40* |
| Orrin Bay | 0 | 5 | 2 |
| Tarrow | 3 | 2 | 1 |
""",
    "progress-november.md": """# Progress report to the Gullmouth Lifeboat Board, 19 November 2031

| Due | Promise | Progress |
|---|---|---|
| September 2031 | All tenders for hulls on one site from September 2031 | As at 14 November 137 \
tenders had been put on the harbour site |
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("ways"), PAPERS) as library:
        yield Searcher(library)


def told(searcher: Searcher, question: str) -> Answer:
    found = answer(searcher, question)
    assert found.answered, found.note
    return found


def test_whether_there_was_ever_such_a_thing_is_no_question_of_something_done(
    searcher: Searcher,
) -> None:
    question = "Was there ever a book that printed what every lightkeeper earned?"
    assert "Brask's Almanac" in told(searcher, question).answer
    assert not says(question, "deed", "done")
    assert says("Was there a window broken?", "deed", "done")


def test_an_average_is_told_where_one_is_asked_for(searcher: Searcher) -> None:
    found = told(searcher, "On average, how long did a visitor stay on the tower website?")
    assert "4 minutes 12 seconds" in found.answer
    assert "one day" not in found.answer


def test_what_somebody_concluded_is_told_first(searcher: Searcher) -> None:
    found = told(searcher, "What did the minister conclude once the Beacon Office had presented?")
    assert found.answer.startswith("AQ concluded")


def test_the_names_behind_another_list_are_told_where_names_are_asked_for(
    searcher: Searcher,
) -> None:
    question = "Which bodies' tables was the fee model of the Tide Office to be tried out on?"
    found = told(searcher, question).answer
    assert all(name in found for name in ("Lamp House", "Pilot Registry", "Weather Tower"))
    assert "print them" not in found


@pytest.mark.parametrize(
    "question", ["Which harbours sent no returns?", "Which harbours didn't send any returns?"]
)
def test_the_rows_that_have_none_are_told(searcher: Searcher, question: str) -> None:
    assert told(searcher, question).answer == "Orrin Bay\nTarrow"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which harbour sent the most returns?", "Pell: 12"),
        ("Which harbours sent the fewest returns?", "Orrin Bay: 0\nTarrow: 0"),
        ("Which harbour had the most rescues in 2030?", "Quenby: 9"),
        ("Which harbour had the most rescues in 2029?", "Pell: 12"),
    ],
)
def test_the_rows_that_have_the_most_or_the_fewest_are_told(
    searcher: Searcher, question: str, names: str
) -> None:
    assert told(searcher, question).answer == names


def test_of_numbers_with_signs_none_is_the_most(searcher: Searcher) -> None:
    assert not answer(searcher, "Which harbour had the most tows?").answered


def test_an_excerpt_takes_the_other_neighbour_where_the_better_one_is_too_long() -> None:
    text = "A first sentence that is rather long for it. The best one. The last."
    span = excerpt(text, lambda texts: [2.0, 3.0, 1.0][: len(texts)], longest=6)
    assert text[span.start : span.end] == "The best one. The last."


def test_what_settles_it_is_told_first_where_a_decision_is_the_source(searcher: Searcher) -> None:
    question = "What was the slipway scheme to rest on, according to the decision of 5 June 2031?"
    assert told(searcher, question).answer.startswith("It was decided that this bold scheme")


def test_a_day_without_a_year_is_of_the_time_of_its_paper(searcher: Searcher) -> None:
    question = "How many tenders for hulls had been put on the harbour site by mid November 2031?"
    assert "137 tenders" in told(searcher, question).answer


def test_a_point_is_told_by_what_leads_in_to_it(searcher: Searcher) -> None:
    found = told(searcher, "What did Dr Finch conclude about the present manner of tending moles?")
    assert "by the crews and not by masons, should be kept" in found.answer
