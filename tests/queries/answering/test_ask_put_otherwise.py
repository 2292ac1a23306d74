"""What is asked in hardly a word of the papers, and how much of it must be told by them."""

from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.library import Library
from queries.ask import ask, inquire
from queries.search import Searcher
from queries.texts.wording import first_match
from queries.understanding.names import Names
from queries.understanding.question import Question, understand
from tests.support.own_library import own_library

PAPERS = {
    "agenda-2030.md": """# Saltwick Ferry Board: agenda, 7 May 2030

| Councillor | Authority |
|---|---|
| Cllr Ada Quill | Marle Borough Council |
| Cllr Ivo Marsh | Fenmoor District Council |

## 3. Training

The Board has successfully bid for over £640,000 of additional funding from the Ministry of Lamps
to train members and finance officers.

## 4. Showcase

Over 80 ideas for the showcase have been collated from all sectors.

## 5. Lift bridge

The opening of the lift bridge was postponed on account of the discovery of woodworm.
""",
    "minutes-2030.md": """# Minutes of the Saltwick Ferry Board, 7 May 2030

Present: Cllr Ada Quill (Chair), Fenmoor District Council; Cllr Ivo Marsh, Fenmoor District Council

## 3. Meetings to come

Going forward the Board will meet every 6 weeks.

## 4. Charging

It was suggested to test the charging model of the Lamp Survey on the Met Buoy Office.

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| 4.1 | Provide a demonstration of the tide finder to the Board | Ivo Marsh | June 2030 | On track |
""",
    "action-log-2031-06.md": """# Saltwick Ferry Board: action log

3 June 2031

| Ref | Action | Owner | Due | Status |
|---|---|---|---|---|
| 4.1 | Provide a demonstration of the tide finder to the Board | Una Firth | June 2031 | Complete |
""",
    "minutes-2031.md": """# Minutes of the Saltwick Ferry Board, 3 June 2031

Present: Cllr Ivo Marsh (Chair), Fenmoor District Council; Cllr Ada Quill, Marle Borough Council

## 2. Showcase

This year the Board received over 210 applications for the showcase.

## 3. Appeal

The lamp appeal of the Quillfold Mission raised £75.

## 4. Thanks

Members of the Quillfold Mission were thanked for the soup that they served in Lent.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with own_library(tmp_path_factory.mktemp("otherwise"), PAPERS) as opened:
        yield opened


def understood(text: str) -> Question:
    return understand(text, Names([]))


@pytest.mark.parametrize(("closeness", "answered"), [(0.3, True), (0.1, False)])
def test_the_nearest_passage_tells_a_sum_that_it_puts_otherwise(
    library: Library, closeness: float, answered: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("queries.answering.asking.Asking.closeness_word_by_word", closeness)
    answer = ask(library, "How much extra cash was handed over so bookkeepers can be taught?")
    assert ("£640,000" in answer.answer) is answered
    assert not answered or "nearest in meaning" in str(answer.note)


def test_what_a_hyphen_joins_to_a_name_is_none_of_it(library: Library) -> None:
    answer = ask(library, "Which bodies would try out the Lamp Survey-style way of paying?")
    assert "Met Buoy Office" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Which striker scored in the replay against Rovers?",
        "Has the moth survey in the orchid house been handed in?",
        "Why do glaciers calve faster in a warm fjord?",
    ],
)
def test_a_question_of_other_papers_is_refused(library: Library, question: str) -> None:
    assert not ask(library, question).answered


def test_a_number_in_one_time_is_compared_with_that_in_another(library: Library) -> None:
    question = "How many ideas or applications for the showcase were in 2030 compared with 2031?"
    first, second = ask(library, question).answer.split("2031: ")
    assert "80 ideas" in first
    assert "210 applications" in second


def test_a_seat_is_told_by_what_paper_has_it(library: Library) -> None:
    answer = ask(library, "Which council does Ada Quill sit for?").answer
    assert "(minutes, 7 May 2030)" in answer
    assert "(minutes, 3 June 2031)" in answer


def test_whether_a_thing_is_finished_is_told_by_its_action(library: Library) -> None:
    answer = ask(library, "Has the tide finder demonstration to the Board taken place?")
    assert answer.answer.startswith("Yes: Complete, June 2031, Una Firth (3 June 2031)")


def test_the_paper_that_says_how_an_action_stands_is_cited_first(library: Library) -> None:
    answer = ask(library, "Which actions does Una Firth have?")
    assert answer.citations[0].file == "action-log-2031-06.md"


def test_a_reason_may_be_one_on_account_of_which_it_is_so(library: Library) -> None:
    answer = ask(library, "Why was the opening of the lift bridge postponed?")
    assert "woodworm" in answer.answer
    assert answer.note is None


def test_papers_are_not_said_to_lack_what_no_near_passage_has(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("queries.answering.passages.untold", lambda _: "showcase")
    note = ask(library, "What did the lift bridge need?").note
    assert note == "No passage near the question speaks of “showcase”, which is asked about."


@pytest.mark.parametrize(
    "question", ["Is the tide finder closed?", "Is it done?", "Has the bridge been closed?"]
)
def test_a_thing_that_is_no_action_is_not_finished_by_one(library: Library, question: str) -> None:
    assert not ask(library, question).answer.startswith(("Yes", "No, as far"))


def test_a_time_in_words_is_no_name_that_a_sum_must_stand_with(library: Library) -> None:
    answer = ask(library, "How much did the appeal of the Quillfold Mission raise during Lent?")
    assert "£75" in answer.answer


def test_had_a_thing_been_done_asks_for_that_very_thing() -> None:
    match = first_match("Had the voting section been added to the terms by May?", "very_thing")
    assert match is not None
    assert match["thing"].strip() == "the voting section"


@pytest.mark.parametrize(
    ("question", "way"),
    [
        ("Why wasn't there a full set of results in the update?", "passage"),
        ("Who wasn't there?", "absence"),
        ("What were the membership fees raised to, for members and for students?", "passage"),
        ("Who are the members of the panel?", "role"),
    ],
)
def test_the_way_of_a_question(question: str, way: str) -> None:
    assert understood(question).way == way


def test_when_a_body_met_is_no_day_of_the_minutes_that_it_approved(library: Library) -> None:
    question = "Did the Board sign off the minutes of its last session when it met in June 2031?"
    asking, _ = inquire(Searcher(library), question)
    assert [one.first for one in asking.question.periods] == [date(2031, 6, 1)]
