"""What is asked of a body whose papers are not held is told as other papers tell it, or not at all;
who came is told by the kind of council; a near miss is refused.
"""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 4 June 2030

| Present | Authority |
|---|---|
| Cllr Ada Quill (Chair) | Newport City Council |
| Cllr Bo Thrale | Leeds City Council |
| Cllr Cy Moor | London Borough of Lewisham |

## 1. Charter for the pilots

The Harbour Council accepted the charter for the pilots and all its conditions at its meeting in
April 2030.

**Decision**

The Board noted the charter for the pilots.

## 2. Strategy for the lanterns

Ada Quill said that the Board had seen a first paper on the strategy for the lanterns in February
2030.

**Decision**

The Board agreed the strategy for the lanterns.
""",
    "report-july.md": """# Report to the Saltwick Ferry Board, 9 July 2030

## Help for crews

1. The Rope Experts programme gives each crew a grant of £600 towards a project.

2. The Tide Experts programme has worked with six crews so far, and saved them £7,100 a year.

## Fair of the ferries

3. The fair of the ferries was held at the start of May. Forty crews heard a talk that was given by
the warden.

## Book of knots

4. The office is commissioning a supplier to refresh the book of knots by October. Saltwick Ferry
Weekly wrote of it.

## Consultations

5. The county consults on draft rules for moorings, with a closing date of 15 August 2030.

6. The office replied to the consultation on draft tariffs for cranes.

## Homes for pilots

7. On the sites by the quay 632 homes have been finished since March.
""",
    "agenda-july.md": """# Agenda of the Saltwick Ferry Board, 9 July 2030

1. Apologies

2. Renaming of the slipway: Presentation

3. Book of knots, presented by Ivo Marsh
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("unheld"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Did the Harbour Council accept the charter?", "accepted the charter", "noted"),
        ("What did the Harbour Council decide in April 2030?", "accepted the charter", "noted"),
        ("What did the Harbour Council decide in May 2030?", "", ""),
        ("What did the Quay Committee decide about the lanterns?", "", ""),
        ("What did the Board decide about the lanterns?", "agreed the strategy", ""),
        ("Who attended the Quay Committee in June 2030?", "", ""),
        ("Did Ada Quill attend the Quay Committee in June 2030?", "", ""),
        ("Who attended the Board in June 2030?", "Ada Quill", ""),
        ("How many times did the Quay Committee meet in 2030?", "", ""),
    ],
)
def test_a_body_whose_papers_are_not_held_is_told_by_what_others_say(
    ferry: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(ferry, question, told, left_out)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Which members from Welsh councils were present on 4 June 2030?", "Ada Quill", "Thrale"),
        ("Who from London boroughs attended on 4 June 2030?", "Cy Moor", "Thrale"),
        ("Who was present from metropolitan councils on 4 June 2030?", "Bo Thrale", "Moor"),
    ],
)
def test_who_came_is_told_by_the_kind_of_their_councils(
    ferry: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(ferry, question, told, left_out)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What grant does each Rope Experts project get?", "£600"),
        ("Where was the fair of the ferries held?", ""),
        ("Which outside firm was commissioned to refresh the book of knots?", ""),
        ("What is the closing date of the consultation on rules for moorings?", "15 August 2030"),
        ("What is the closing date of the consultation on tariffs for cranes?", ""),
        ("Who gave the presentation on the renaming of the slipway on 9 July 2030?", ""),
        ("Who was due to speak on the book of knots on 9 July 2030?", "Ivo Marsh"),
        ("How many houses have been finished by the quay?", "632 homes"),
        ("Book of knots: when will it be refreshed?", "by October"),
    ],
)
def test_what_is_near_and_another_thing_is_no_answer(
    ferry: Searcher, question: str, told: str
) -> None:
    finds(ferry, question, told)
