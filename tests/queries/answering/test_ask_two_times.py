"""The same asked of two times: each is asked by itself, and the answers stand side by side."""

from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.library import Library
from queries.ask import ask
from queries.search import Searcher
from queries.understanding.times_apart import of_each_time
from tests.support.own_library import own_library

PAPERS = {
    "may-2030.md": """# Minutes of the Saltwick Ferry Board, 7 May 2030

Present: Cllr Ada Quill (Chair), Cllr Ivo Marsh and Cllr Bo Thrale

Apologies: Cllr Una Firth

## 3. Moorings

Rosa Wend (Harbour Officer) introduced the report on moorings. The Board noted the report.
""",
    "june-2031.md": """# Minutes of the Saltwick Ferry Board, 3 June 2031

Present: Cllr Ivo Marsh (Chair), Cllr Una Firth and Cllr Bo Thrale

In attendance: Nell Garth and Tom Wray (residents)

Apologies: Cllr Ada Quill

## 4. Moorings

Jem Tarrow (Head of Piers) introduced the report on moorings. The Board agreed to dredge the basin.

Telephone of the ferry office: 01632 960111
""",
    "members-2031.md": """# Saltwick Ferry Board: membership 2031/32

| Councillor | Role |
|---|---|
| Cllr Ivo Marsh | Chair |
| Cllr Una Firth | Member |
| Cllr Lew Orme | Substitute |
| Cllr Pia Dell | Substitute |
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with own_library(tmp_path_factory.mktemp("two-times"), PAPERS) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "of_first", "of_second"),
    [
        (
            "Who introduced the report on moorings in May 2030 and who did in June 2031?",
            "Rosa Wend",
            "Jem Tarrow",
        ),
        ("Who chaired the board in May 2030, and in June 2031?", "Ada Quill", "Ivo Marsh"),
        ("apologies May 2030 and June 2031 meetings", "Una Firth", "Ada Quill"),
        ("What was Ivo Marsh's role in May 2030 and in June 2031?", "Marsh", "Chair"),
    ],
)
def test_the_answers_for_two_times_stand_side_by_side(
    library: Library, question: str, of_first: str, of_second: str
) -> None:
    answer = ask(library, question)
    first, second = answer.answer.split("\nJune 2031: ")
    assert first.startswith("May 2030: ")
    assert of_first in first
    assert of_second in second
    assert answer.citations[0].file == "may-2030.md"
    assert answer.citations[1].file in {"june-2031.md", "members-2031.md"}


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        (
            "Did Ada Quill come to the May 2030 board and the June 2031 one?",
            [
                ("May 2030", "Did Ada Quill come to the May 2030 board one?"),
                ("June 2031", "Did Ada Quill come to the June 2031 board one?"),
            ],
        ),
        (
            "Ivo Marsh role 2030 and 2031",
            [("2030", "Ivo Marsh role 2030"), ("2031", "Ivo Marsh role 2031")],
        ),
        ("How did the tolls change between May 2030 and June 2031?", []),
        ("Who was in the chair in May 2030?", []),
        ("Was the wall promised in May 2030 built before the boats came in June 2031?", []),
    ],
)
def test_a_question_is_parted_where_its_two_times_stand_side_by_side(
    library: Library, text: str, questions: list[tuple[str, str]]
) -> None:
    assert list(of_each_time(Searcher(library).understand(text))) == questions


def test_one_time_without_an_answer_leaves_the_question_whole(library: Library) -> None:
    answer = ask(library, "Who introduced the report on moorings in May 2030 and in July 1999?")
    assert not answer.answer.startswith("May 2030: ")


def test_who_was_marked_as_away_and_who_may_stand_in(library: Library) -> None:
    away = ask(library, "Which members were marked absent on 7 May 2030?")
    assert away.values == ("Una Firth",)
    standing_in = ask(library, "Ferry Board substitutes 2031")
    assert standing_in.kind == "role"
    assert [one.split(" (")[0] for one in standing_in.values] == ["Lew Orme", "Pia Dell"]


def test_who_came_besides_the_members_is_who_was_in_attendance(library: Library) -> None:
    others = ask(library, "Who else was in attendance on 3 June 2031 besides the members?")
    assert others.values == ("Nell Garth", "Tom Wray")


def test_the_words_that_ask_for_a_number_need_not_stand_beside_it(library: Library) -> None:
    answer = ask(library, "ferry office telephone for the June 2031 meeting")
    assert answer.answer.startswith("01632 960111")
    assert Searcher(library).understand("office telephone for June 2031").periods[0].first == (
        date(2031, 6, 1)
    )


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Did the raft planned in May 2030 for the weir go ahead?", []),
        ("Has the pack due by the end of May 2030 come out?", []),
        ("Was the raft planned in May 2030?", ["May 2030"]),
        ("Did the raft come in May 2030?", ["May 2030"]),
        ("Which actions due in May 2030 are open?", ["May 2030"]),
    ],
)
def test_the_time_for_which_a_thing_was_foretold_is_not_the_time_asked_of(
    library: Library, text: str, asked: list[str]
) -> None:
    question = Searcher(library).understand(text)
    assert [text[one.begin : one.end] for one in question.periods] == asked
