"""A quarter of a year is the same in every form in which papers and questions write it."""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from queries.understanding.aliases import quarters
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-july.md": """# Minutes of the Saltwick Ferry Board, 21 July 2030

Present: Cllr Ada Quill (Chair), Cllr Bo Thrale

## 3. Ferry Support Programme: Q1 report

Members received a confidential update on Q1 performance for the 2030/31 Ferry Support Programme.

## 4. Communications: Q1 update

Bo Thrale updated members on progress and noted that across the first quarter there had been a
step change in the support for communications of the scheme.
""",
    "report-december.md": """# Weirside Harbour Council

Report to members, 12 December 2030

## Support

4. The next performance report comes at the end of quarter 3. This report covers what was done up
to November. The council will have the whole update on Q3 performance at its next meeting.

5. The Pilots' Circle has 21 pilots in its first cohort, of almost 500 who applied to it by letter.
""",
    "update-january.md": """# Dunmere Lifeboat Trust

Chair's update, 25 January 2031

## Support

18. Highlights from Quarter Three include:

18.1. 1822 people have read of the Be a Pilot campaign, and 189 sign ups to its newsletter came in.

18.2. 6 academies for mates have begun with a total of 88 mates.
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("quarters"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    "written", ["Q3", "q3", "quarter 3", "Quarter Three", "third quarter", "3rd quarter"]
)
def test_a_quarter_is_known_in_every_form(written: str) -> None:
    ((said, forms),) = quarters(f"What came in by {written} of 2030/31?")
    assert said == written
    assert {"Q3", "quarter 3", "quarter three", "third quarter"} <= set(forms)


@pytest.mark.parametrize("text", ["three quarters of the crew", "the headquarters", "a quarter"])
def test_other_quarters_are_none_of_a_year(text: str) -> None:
    assert not quarters(text)


@pytest.mark.parametrize(
    "question",
    [
        "Be a Pilot newsletter sign ups Q3 2030/31",
        "Be a Pilot newsletter sign ups third quarter",
    ],
)
def test_a_quarter_names_no_body(searcher: Searcher, question: str) -> None:
    finds(searcher, question, "189 sign ups", "500")


def test_what_is_of_a_quarter_has_it_in_any_form(searcher: Searcher) -> None:
    question = (
        "Was the update on first quarter performance of the Ferry Support Programme given to "
        "members in confidence?"
    )
    finds(searcher, question, "Members received a confidential update")
