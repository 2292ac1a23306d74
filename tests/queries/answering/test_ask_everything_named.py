"""What a question says besides what it asks for: by the day, in total, by a time to come, late, in
which list, from which paper, how a thing is.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-may.md": """# Minutes of the Puffin Sound Board, 14 May 2031

Present: Ada Quill (Chair), Bo Thrale, Cy Moor

In attendance: Una Reeve

Apologies: Dee Lark

Absent: Eve Finch

## 1. Lawn tractor

The Board agreed to postpone a decision on what to do with the tractor that Bo Thrale keeps.

## 2. Beacon fund

The Board noted the overview of the beacon fund and agreed that the comments be used in planning.

It was asked when the wardens would go on to the radio. Cy Moor said that a licence was awaited.

## 3. Accounts

Money held at the end of April 2031: Harbour Account £8,319.07, Reserve Account £3,460.74

## 4. Wardens

Welcome to Fay Teal, who has succeeded Gil Rook as warden of the pier.

Gil Rook leaves at the end of May after successfully rebuilding the pier.

By now 96 wardens had been recruited.

A grant of £1,925 was paid to the wardens of the pier.

## 5. Regatta halls

It was agreed that the Board reserves both the north and the south hall for the summer regatta. This
will ensure that there is a second hall if the north one has to close.
""",
    "paper-returns.md": """# Returns sent by quays straight to the register, May to August 2031

| Quay | Returns sent straight to the register |
|---|---|
| North Quay of the Sound | 31 |
| South Quay of the Sound | 14 |
| West Quay of the Sound | 11 |
| East Quay of the Sound | 10 |
| Old Quay of the Sound | 9 |
| New Quay of the Sound | 7 |
| Inner Quay of the Sound | 4 |
| Outer Quay of the Sound | 4 |
| Upper Quay of the Sound | 3 |
| Lower Quay of the Sound | 3 |
| Mill Quay of the Sound | 1 |
| Grand Total | 97 |
""",
    "agenda-2029.md": """# Agenda of the Puffin Sound Board, 4 June 2029

## Membership

| Position/Role | Councillor | Authority |
|---|---|---|
| Chair | Cllr Ada Quill | Leeds City Council |
| Members | Cllr Ian Dow | Oxford City Council |
""",
    "agenda-2031.md": """# Agenda of the Puffin Sound Board, 3 February 2031

## Membership

| Position/Role | Councillor | Authority |
|---|---|---|
| Chair | Cllr Ada Quill | Leeds City Council |
| Members | Cllr Bo Thrale | Oxford City Council |
""",
    "minutes-december.md": """# Minutes of the Puffin Sound Board, 9 December 2031

## 1. Store

Cash boxes with two locks were bought for the store.

## 2. Wardens

The Board saw the rota of the winter.
""",
    "log-june.md": """# Puffin Sound Board: action log, 16 June 2031

| No | Action | Owner | Due | Status |
|---|---|---|---|---|
| 14 | Paint the bell buoy | CM | July 2031 | On track |
| 15 | Agree a pack for new keepers | BT | June 2031 | Complete |
""",
    "report-pupils.md": """# Report to the Puffin Sound Board, 11 June 2031

## Pilot register

The pilot register is part of the evidence for the work of the Sound and its pilots; the office
backs better access to the register.

More use of the register by crews was seen in the requests for the pilot register:

- 57 outside requests came in April and May 2031, against 33 in the same months of 2030.
- 90 % of all were dealt with in time.
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("named"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        (
            "Who is put down as 'in attendance' on 14 May 2031, apart from the members?",
            "Una Reeve",
            "Bo Thrale",
        ),
        ("Who sent word that they could not come on 14 May 2031?", "Dee Lark", "Cy Moor"),
        ("Was anyone missing or late when the Board met on 14 May 2031?", "Eve Finch", "Cy Moor"),
        (
            "Which names turn up on both the June 2029 and the February 2031 membership lists?",
            "Ada Quill",
            "Bo Thrale",
        ),
    ],
)
def test_people_are_told_by_what_the_question_calls_them(
    searcher: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(searcher, question, told, left_out)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "What came out of the May 2031 discussion of the beacon fund?",
            "agreed that the comments",
        ),
        ("Has the Board decided yet what happens to the tractor?", "agreed to postpone"),
        (
            "When somebody asked about wardens going on the radio, what was said?",
            "said that a licence was awaited",
        ),
        ("Who took over Gil Rook's job?", "Fay Teal, who has succeeded Gil Rook"),
        ("What cash was held at the end of April 2031?", "£8,319.07"),
        (
            "Altogether, how many returns did quays send straight to the register in 2031?",
            "Grand Total\t97",
        ),
        (
            "What has been done about recommendation 15 on the pack for new keepers?",
            "Agree a pack for new keepers",
        ),
        ("Why are two halls being booked for the summer regatta?", "This will ensure"),
        (
            "How did outside requests for the pilot register in spring 2031 compare with before?",
            "57 outside requests",
        ),
    ],
)
def test_what_is_asked_for_is_told(searcher: Searcher, question: str, told: str) -> None:
    finds(searcher, question, told)


@pytest.mark.parametrize(
    ("question", "day", "file"),
    [
        ("When did the Board last discuss wardens?", "9 December 2031", "minutes-december.md"),
        ("When did the Board first discuss wardens?", "14 May 2031", "minutes-may.md"),
    ],
)
def test_the_day_that_is_told_is_the_one_that_is_cited(
    searcher: Searcher, question: str, day: str, file: str
) -> None:
    said = answer(searcher, question)
    assert said.values == (day,)
    assert {one.file for one in said.citations} == {file}


@pytest.mark.parametrize(
    "question",
    [
        "How much are the wardens of the pier paid a day?",
        "How many wardens had been recruited by summer 2033?",
        "What has been done about recommendation 15 on bin lorries?",
    ],
)
def test_what_no_paper_can_tell_is_refused(searcher: Searcher, question: str) -> None:
    finds(searcher, question, "")
