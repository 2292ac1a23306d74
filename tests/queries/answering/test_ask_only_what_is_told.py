"""What comes near a question and does not tell it: what was settled and not why, one who was put up
and not chosen, another office, another report, another body; and what does tell it there.
"""

from collections.abc import Iterator

import pytest

from kg.tables.load import matches
from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "n01.md": """# Minutes of Marlow Parish Council, 4 May 2032

Present: Ann Reed (Chair), Tom Sparrow, Una Pike

## 1. Planning

It was resolved to report the felling of the old lime avenue in Cressbrook Lane.

## 2. Staff

Tom Sparrow moved to appoint Una Pike as the person to write the notice for a new bee warden.
Carried.

## 3. Survey

Visitors to the May fair were asked for their views, and all were pleased with it.
""",
    "n02.md": """# Annual General Meeting of the Dunmere Rowing Society, 6 March 2032

## Elections

### Secretary

- Flora Gannet stands (proposed: Hugh, seconded: Ida)
- Elected unanimously (9)

### Treasurer

- Jack Heron stands (proposed: Ida, seconded: Hugh)
- Elected unanimously (9)
""",
    "n03.md": """# Report to the Quillhaven Improvement Board, 9 March 2032

## Other boards' improvement activity

1. This paper says what others did.

### Recommendation

That the Board notes the progress made by the others.
""",
    "n04.md": """# Report to the Quillhaven Improvement Board, 9 March 2032

## Evaluation of the review programme

1. This paper gives what the evaluation found of the programme.

### Recommendation

That the Board works closely with councils to shape the improvement reviews.
""",
    "n07.md": """# Report to the Quillhaven Improvement Board, 9 March 2032

## Otter Programme

### Purpose

1. This report tells the Board of the Otter Programme.

2. The Otter Programme is of projects that help councils to save money.

3. The Otter Programme has paid for nine projects.

4. The Otter Programme will be paid for from the grant.
""",
    "n08.md": """# Minutes of the Quillhaven Improvement Board, 21 July 2032

Present: Ann Lowe (Chair), Ben Tarn

## 5. Assurance framework

The Board noted the report and agreed that their views be put into the work programme.
""",
    "n05_dales_standards_board_2032-02-26_minutes.md": """# Minutes

Welcome by AK. The group talked of where to keep its standards.

## Actions

1. AK to make a page for the standards and tell the group of it at the next meeting.
""",
    "n06_dtsb_agenda_2032-05-30.md": """+++
title = "On those who write programs"
date = 2032-05-30T09:30:00Z
+++

1. Review of minutes and of the log.
2. Talk on how programs are written in Dales (Rhys Marten, for Gwen Osprey)
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("only-told"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    "question",
    [
        "Why was the old lime avenue in Cressbrook Lane felled?",
        "Who has been hired as the new bee warden of Marlow?",
        "What score did visitors give the May fair in Marlow?",
    ],
)
def test_what_only_comes_near_is_no_answer(searcher: Searcher, question: str) -> None:
    said = answer(searcher, question)
    assert not said.answered, said.answer


@pytest.mark.parametrize(
    ("words", "score"),
    [("8.5/10", True), ("96 per cent", True), ("2031/32", False), ("9/5/10", False)],
)
def test_a_year_or_a_day_is_no_score(words: str, score: bool) -> None:
    assert matches(words, "questions", "shows", "score") is score


def test_an_item_of_which_minutes_say_less_than_reports_is_not_the_one(searcher: Searcher) -> None:
    said = answer(
        searcher, "What did the Quillhaven Improvement Board agree on the Otter Programme?"
    )
    assert said.note == "The papers held tell of no decision on it."


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        (
            "Who was appointed to write the notice for a new bee warden?",
            "appoint Una Pike",
            "",
        ),
        (
            "Who was elected secretary of the Dunmere Rowing Society in March 2032?",
            "Flora Gannet stands (proposed: Hugh, seconded: Ida)\nElected unanimously (9)",
            "Jack Heron",
        ),
        (
            "What was the Board asked to do with the report on other boards' improvement work?",
            "notes the progress made by the others",
            "works closely",
        ),
        (
            "Who will talk about how programs are written in Dales on 30 May 2032?",
            "Rhys Marten",
            "AK",
        ),
    ],
)
def test_what_tells_it(searcher: Searcher, question: str, told: str, left_out: str) -> None:
    finds(searcher, question, told, left_out)
