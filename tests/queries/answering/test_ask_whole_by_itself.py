"""Who asks and why is passed over; what is asked behind a statement may stand by itself; reports
without a contact; two lists of which one is not held; the narrower of two times; who held an office
in a year; what costs and motions must be told of.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-march.md": """# Minutes of the Saltwick Ferry Board, 5 March 2030

Present: Cllr Ada Quill (Chair), Cllr Ivo Marsh and Cllr Bo Thrale

## 1. Lamp campaign

The Board approved £4,200 for a chart of the sandbanks of Nether Creek.

The Pilots' Guild launched a lamp network, with 40 pilots signing up, and 31 attending the first \
meeting.

## 2. Evaluation of ferry visits: response to the recommendations

| Recommendation | Response |
|---|---|
| 1. Set out clear recommendations in all reports of visits. | Crews are trained to write. |
| 2. Say plainly that a visit is no inspection. | This is said in each letter. |

## 4. Notice of Motion submitted by Councillor B. Thrale

I will move at the next meeting that the mole be paved.

## 5. Ferry house

The roof of the ferry house will be mended, and the house painted, before the spring.

## 6. Bell buoys

The Board asked for more on the bell buoys at the next meeting.

## 3. Handbook

48. A mate's handbook on handling ropes, 11 February 2030. It tells how ropes are kept dry.
""",
    "report-april.md": """Is this report confidential? No

Summary

This report tells of the dredging of the basin by the Saltwick Ferry Board.

Dredging of the Inner Basin, January to March 2030

Background

1. The basin was dredged to four metres.
""",
    "agenda-may.md": """# Agenda of the Saltwick Ferry Board, 7 May 2030

1. Minutes of the last meeting

2. Bell buoys: presentation

3. Mate Ivo Marsh of the Pilots' Guild to speak on ropes

## Appendix A: Attendance 2029/30

| Councillors | 12/11/29 | 14/01/30 |
|---|---|---|
| Ada Quill | Yes | Yes |
| Ivo Marsh | No | Yes |
| Bo Thrale | Yes | No |
""",
}


REPORTER = "I'm a reporter in Marlow looking at rivers. "
CHART = "What sum did the Board approve for the chart of Nether Creek in March 2030?"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("whole"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        (CHART, "£4,200", ""),
        (f"{REPORTER}{CHART}", "£4,200", ""),
        ("date the handbook on handling ropes was published", "11 February 2030", ""),
        ("lamp network sign-ups and turnout at first meeting", "31 attending the first", ""),
        ("Pilots' Guild Lamp Network first meeting attendance", "31 attending the first", ""),
        (
            "What was the response to the recommendation to set out clear recommendations?",
            "Crews are trained to write.",
            "This is said in each letter.",
        ),
        ("Who is the contact officer of the paper 'Dredging of the Inner Basin'?", "", ""),
        (
            "Which councillors attended both the March 2030 and the June 2030 meetings?",
            "",
            "",
        ),
        (
            "In the 2029/30 attendance table, who is marked 'No' for 12 November 2029?",
            "Ivo Marsh",
            "Bo Thrale",
        ),
        ("What is the mending of the roof of the ferry house costing?", "", ""),
        ("Was Councillor Thrale's motion on the mole passed?", "", ""),
        (
            "In March 2030 members wanted more on the bell buoys. Did it come back to the board?",
            "7 May 2030",
            "",
        ),
        ("What role did the 2030 board chair have?", "Ada Quill", ""),
        ("Wasn't there once a handbook on handling ropes?", "handling ropes", ""),
    ],
)
def test_what_is_asked(searcher: Searcher, question: str, told: str, left_out: str) -> None:
    finds(searcher, question, told, left_out)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        (
            "The Board met on 5 March 2030. What sum was approved for the chart?",
            "£4,200",
            "",
        ),
        ("How many meetings were held in 2030 and in March 2030?", "1", ""),
        ("I'm with the Pilots' Guild. How many pilots signed up to this lamp network?", "40", ""),
        ("Was the date of the next meeting moved?", "", "Yes"),
    ],
)
def test_what_must_not_be_passed_over(
    searcher: Searcher, question: str, told: str, left_out: str
) -> None:
    said = answer(searcher, question).answer
    assert told in said
    assert not left_out or left_out not in said
