"""Plain questions on the papers of one board: what came out, whom to call, lists, sums, firms."""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.own_library import own_library

PAPERS = {
    "agenda-march.md": """# Saltwick Ferry Board

## Agenda

Tuesday 5 March 2030 at 2.00 pm

### Ferry contact:

Ina Morrow, 01632 960222, ina.morrow@saltwick.example

1. Minutes of the previous meeting
2. Pilots' handbook
""",
    "minutes-march.md": """# Minutes of the Saltwick Ferry Board, 5 March 2030

Present: Cllr Ada Quill (Chair), Cllr Ivo Marsh and Cllr Bo Thrale

## 1. Minutes of the previous meeting

The minutes of the previous meeting, held on 4 February 2030, were agreed.

## 2. Pilots' handbook

The Board discussed the pilots' handbook. The pilots' handbook was being rewritten, with the aim of
publishing it in the summer of 2030.

The Board agreed that the handbook be rewritten.

## 3. Tides

Members said that the tide tables of the harbour master were wrong.

The Board thanked former Cllr Ned Orme and Cllr Ada Quill, who was standing down.
""",
    "report-october.md": """# Report to the Saltwick Ferry Board, 8 October 2030

## Piers to Pilots

21. In May 2030 the Ferry Office won a grant for Piers to Pilots, a scheme to train young people.

22. 14 ports take part in the first year, which will train up to 33 pilots.

## Lamps

23. A lighting contractor has been found and is drawing the lamps of the north pier.

24. The Tidal Wall Barrage Fund 2 opens in spring 2031 with up to £70 million for sea walls.

25. We opened the Night Crossing Club, with 130 boatmen registering as members.

26. The lamps were lit at a feast. The feast heard speeches from 4 councils about their piers.

27. Repairs of lamps by night have been tried in: Pellham, Orrin Bay, Tarrow and Quenby.

28. The scheme is paid for by a £16m pier grant from the Ministry of Piers.

## Publications

29. Pilots' Handbook, 9 August 2030

30. Chart of the Sands, 2 September 2030

## Friends of the ferry

31. The charter of the ferry was put to friends of the river who include:

31.1. Pell Rowing Club

31.2. Orrin Choir

31.3. Tarrow Scouts
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("plainly"), PAPERS) as library:
        yield Searcher(library)


def told(searcher: Searcher, question: str) -> str:
    """The answer to a question; empty where there is none."""
    return answer(searcher, question).answer


@pytest.mark.parametrize(
    "question",
    [
        "Was the pilots' handbook published?",
        "Did the pilots' handbook promised in March 2030 come out?",
        "When was the pilots' handbook published?",
        "On what date was the pilots' handbook published?",
    ],
)
def test_what_came_out_is_told_by_the_line_it_is_published_under(searcher, question):
    assert told(searcher, question).startswith("9 August 2030, published: 29. Pilots' Handbook")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("contact for March 2030 meeting", "Ina Morrow"),
        ("Who was the ferry contact for the 5 March 2030 board?", "Ina Morrow"),
        ("Who was at the Saltwick Ferry Board in March 2030?", "Ivo Marsh"),
        ("Were the minutes of the previous meeting approved on 5 March 2030?", "Yes"),
        ("Did the Board accept the record of its meeting of 4 February 2030?", "were agreed"),
        ("How many pilots does Piers to Pilots want?", "up to 33 pilots"),
        ("How many boatmen registered for the Night Crossing Club?", "130 boatmen"),
        ("How much money is in the TWBF2 for sea walls?", "£70 million"),
        ("How big is the pier grant from the Ministry of Piers?", "£16m"),
        ("Where have repairs of lamps by night been tried?", "Orrin Bay"),
        ("Which places have tried repairs of lamps by night?", "Quenby"),
        ("What did the Board say about the tide tables?", "were wrong"),
    ],
)
def test_a_plain_question_is_answered(searcher, question, words):
    assert words in told(searcher, question)


@pytest.mark.parametrize(
    "question",
    [
        "Which four councils gave speeches at the feast of the lamps?",
        "Which lighting contractor draws the lamps of the north pier?",
        "lamps of the north pier name of lighting contractor",
    ],
)
def test_what_is_only_counted_or_spoken_of_is_not_named(searcher, question):
    assert told(searcher, question) == ""


def test_a_list_is_told_in_its_order(searcher):
    list_told = told(searcher, "Who are the friends to whom the charter of the ferry was put?")
    places = [list_told.find(one) for one in ("include:", "Pell Rowing", "Orrin Choir", "Tarrow")]
    assert places == sorted(places) and places[0] >= 0


def test_that_somebody_left_does_not_say_who_came_after(searcher):
    found = answer(searcher, "Who took over as chair of the board when Cllr Ada Quill stood down?")
    assert found.note == "The papers held do not say who held that office after Ada Quill."
