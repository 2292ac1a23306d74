"""What is asked of somebody whom a question tells of; who came from a kind of organisation, or to a
place; how the number of a thing grew; whether a thing came out that stands before the question.
"""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-march.md": """# Minutes of the Saltwick Ferry Board, 5 March 2030, Quay House, Saltwick

Venue: Quay House, Saltwick

| Position/Role | Councillor | Authority |
|---|---|---|
| Chair | Cllr Ada Quill | Leeds City Council |
| Members | Cllr Bo Thrale (sub) | Oxford City Council |
| In Attendance | Dr Cy Moor | Saltwick University |
| Apologies | Cllr Di Vane | Exeter City Council |

## 1. Wardens

Sam Pole, Wardens Adviser, introduced the report on wardens. The Board heard that 31 wardens had \
been trained. A handbook for wardens would come out in the summer.

The Board noted the wardens.

Contact officer: Sam Pole
Phone no: 01632 960001
""",
    "minutes-november.md": """# Minutes of the Saltwick Ferry Board, 5 November 2030

| Position/Role | Councillor | Authority |
|---|---|---|
| Chair | Cllr Di Vane | Exeter City Council |
| Members | Cllr Ada Quill | Leeds City Council |

## 1. Wardens

The Board heard that 58 wardens had now been trained. Four boats had sunk.

The Board noted the wardens.

## 2. Knots

The Board heard that Cllr Ada Quill speaks for the Board on knots at the Ferry Assembly. \
At the Ferry Assembly Cllr Ada Quill showed the nets of Exeter City Council.

## Publications

3. Wardens Handbook, 7 September 2030
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("somebody"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        (
            "Which council does the councillor who chaired the March 2030 meeting represent?",
            "Leeds City Council",
            "Exeter",
        ),
        (
            "What does the one who chaired the Board in March 2030 speak on at the Assembly?",
            "Ada Quill speaks for the Board on knots",
            "wardens",
        ),
        (
            "What does the Leeds councillor speak on at the Assembly?",
            "Ada Quill speaks for the Board on knots",
            "wardens",
        ),
        (
            "Which council's nets did Ada Quill show at the Ferry Assembly?",
            "Ada Quill showed the nets of Exeter",
            "Ada Quill: Leeds City Council",
        ),
        ("Which council's representative is Ada Quill?", "Leeds City Council", "Exeter"),
        ("Which academics attended on 5 March 2030?", "Cy Moor (Saltwick University)", "Ada Quill"),
        ("Who couldn't make it to the March 2030 session at Quay House?", "Di Vane", "Bo Thrale"),
        ("Who sat in as a substitute at the March 2030 meeting?", "Bo Thrale", "Ada Quill"),
        (
            "How far did the number of wardens trained grow between March 2030 and the autumn?",
            "58 wardens",
            "four boats",
        ),
        ("The wardens handbook: did it come out, and when?", "7 September 2030", ""),
    ],
)
def test_those_and_that_are_told_who_are_meant(
    ferry: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(ferry, question, told, left_out)
