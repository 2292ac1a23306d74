"""Questions as officers of democratic services put them: who of an office came, what members
suggested, two things told of one person, two things asked of which one is of another time.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.own_library import own_library

PAPERS = {
    "minutes-2031-05-14.md": """# Minutes of the Puffin Sound Board, 14 May 2031

| Position/Role | Councillor | Authority |
|---|---|---|
| Chair | Cllr Ada Quill | Leeds City Council |
| Deputy Chair | Cllr Bo Thrale | Oxford City Council |
| Members | Cllr Cy Moor | Exeter City Council |
| In attendance | Cllr Flo Wren | Exeter City Council |

Apologies: Cllr Dee Lark, Cllr Eb Stone.

## 1. Quay survey

Una Reeve introduced the draft of the quay survey.

### Discussion

- It was suggested that the survey be put into plain words for visitors.
- Members suggested a version for anglers.
- Concern was expressed about the cost of printing.

### Decision

The Board noted the report.

## 2. Boatyard trial

The trial of WSC is run by Oxford City Council.

17. Grants were made for three projects:

17.1. Fewer nets lost at sea – Exeter and Dawlish Council.

17.2. Less rope on beaches – Leeds City Council.

17.3. More moorings for visitors – LB Brent and Harrow.

## 3. Tern lamp

The Tern Lamp was tried by Leeds City Council.

## 4. Money

£812.40 in the bank. The treasurer thanked all who gave.
""",
    "report-2031-07-02.md": """# Puffin Sound Board, 2 July 2031

## Report: Events

1. Cllr Dee Lark and Cllr Gus Hale were judges of the harbour prize for 2031.

2. The Tern Lamp handbook, 12 August 2031

3. The presentation on cranes was given by Cllr Bo Thrale and Una Reeve.
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("officers"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Which deputy chairs were at the 14 May 2031 meeting?", {"Bo Thrale"}),
        ("Which deputy chairmen were there on 14 May 2031?", {"Bo Thrale"}),
        ("Which councillors from Exeter were there on 14 May 2031?", {"Cy Moor", "Flo Wren"}),
        (
            "Which councillor who sent apologies in May 2031 was a judge of the harbour prize?",
            {"Dee Lark"},
        ),
    ],
)
def test_those_are_told_of_whom_all_is_true_that_is_asked(
    searcher: Searcher, question: str, values: set[str]
) -> None:
    assert set(answer(searcher, question).values) == values


def test_nobody_did_both_where_no_passage_names_one_of_them(searcher: Searcher) -> None:
    asked = "Which councillor who sent apologies in May 2031 was a judge of the boat race?"
    assert answer(searcher, asked).values != ("Dee Lark",)


def test_suggestions_are_told_together_though_one_alone_names_what_is_asked(
    searcher: Searcher,
) -> None:
    told = answer(searcher, "What suggestions did members make about anglers and the quay survey?")
    assert "anglers" in told.answer.splitlines()[0]
    assert "plain words" in told.answer
    assert "printing" not in told.answer


def test_concerns_that_somebody_raised_are_told_by_what_he_said_alone(searcher: Searcher) -> None:
    told = answer(searcher, "What objections did Cllr Dee Lark raise to the quay survey?")
    assert not told.answered
    assert told.note == "No passage that speaks of this tells what Cllr Dee Lark said."


def test_a_second_question_that_asks_when_is_of_any_time(searcher: Searcher) -> None:
    asked = "Which council tried the Tern Lamp in spring 2031 and when did the handbook come out?"
    told = answer(searcher, asked).answer
    assert "Leeds City Council" in told
    assert "12 August 2031" in told


def test_of_two_who_presented_a_councillor_is_the_one_so_called(searcher: Searcher) -> None:
    asked = "Which council does the councillor presenting the cranes represent?"
    assert answer(searcher, asked).values == ("Oxford City Council",)


def test_the_day_on_which_a_thing_came_out_is_asked_for_in_few_words(searcher: Searcher) -> None:
    told = answer(searcher, "Tern Lamp handbook publication date")
    assert told.citations[0].quote == "2. The Tern Lamp handbook, 12 August 2031"


def test_what_is_in_the_bank_is_told_though_nothing_else_is_named(searcher: Searcher) -> None:
    told = answer(searcher, "How much does the Puffin Sound Board have in the bank?")
    assert "£812.40" in told.answer


def test_a_thing_that_papers_name_by_its_initials_is_read_so(searcher: Searcher) -> None:
    told = answer(searcher, "Which council runs the trial of watery sliding cranes?")
    assert "Oxford City Council" in told.answer
    assert "“watery sliding cranes” is read as “WSC”" in (told.note or "")


def test_names_behind_a_dash_belong_to_what_stands_before_it(searcher: Searcher) -> None:
    told = answer(searcher, "Which councils have a project for more moorings?")
    assert told.citations[0].quote.startswith("17.3. More moorings for visitors – LB Brent")


def test_the_pay_of_somebody_is_no_other_thing_about_him(searcher: Searcher) -> None:
    assert not answer(searcher, "What is Una Reeve's salary at the Board?").answered
