"""Who came of a party, a council or a list; for whom somebody sits who is told of by a deed."""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "pack-june.md": """# Saltwick Ferry Board

Agenda of the meeting held on 4 June 2030

## Membership 2030/31

| Councillor | Authority |
|---|---|
| **Conservative (2)** | |
| Cllr Ada Quill (Chair) | Leeds City Council |
| Cllr Bo Thrale | Oxford City Council |
| **Labour (2)** | |
| Cllr Cy Moor | Norwich City Council |
| Cllr Di Vane | Exeter City Council |

## Sessions of the fair

| Member | Session |
|---|---|
| Cllr Cy Moor | Knots for all, 1 May 2030. Cllr Cy Moor opened the talk on splices and ropes, \
with a demonstration by two sailors of the old school on how to keep a rope dry in storms and a \
show of blocks and pulleys from the museum of the town. The lamp race, 2 May 2030. Cllr Cy Moor \
presented the race of the lamp boats round the buoy and handed the cup to the youngest crew of \
the day, which had rowed the whole course in the dark. |
| Cllr Di Vane | Cllr Di Vane gave much to the plans of the fair but could not come to it. |
""",
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 4 June 2030

| Present | Authority |
|---|---|
| Cllr Ada Quill (Chair) | Leeds City Council |
| Cllr Cy Moor | Norwich City Council |

Apologies: Cllr Bo Thrale, Cllr Di Vane

## 1. Lamps

Cllr Cy Moor introduced the report on the lamps of the mole.

The Board agreed that the lamps be lit at dusk.
""",
    "minutes-july.md": """# Minutes of the Saltwick Ferry Board, 9 July 2030

| Present | Authority |
|---|---|
| Cllr Ada Quill (Chair) | Leeds City Council |
| Cllr Bo Thrale | Oxford City Council |

Apologies: Cllr Cy Moor

## 1. Ropes

The Board noted the ropes.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("who_of"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Which Labour member was absent on 4 June 2030?", "Di Vane", "Bo Thrale"),
        ("Which Conservative members attended on 4 June 2030?", "Ada Quill", "Cy Moor"),
        (
            "Who was there from Norwich at the first meeting of the summer, June 2030?",
            "Cy Moor",
            "Ada",
        ),
        (
            "Which of the two meetings of 4 June 2030 and 9 July 2030 did Cllr Cy Moor attend?",
            "present on 4 June 2030",
            "",
        ),
        ("Who sent apologies for the second meeting in July 2030?", "Cy Moor", "Di Vane"),
        (
            "Which council does the member who introduced the report on the lamps come from?",
            "Norwich City Council",
            "Leeds",
        ),
        (
            "Which council is the member of who gave much to the plans of the fair a member of?",
            "Exeter City Council",
            "Norwich",
        ),
        ("Which sessions of the fair did Cy Moor take part in?", "The lamp race", ""),
        ("Which sessions of the fair did Cy Moor take part in?", "Knots for all", ""),
    ],
)
def test_those_are_told_who_are_meant(
    ferry: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(ferry, question, told, left_out)


def test_each_meeting_that_is_named_is_told(ferry: Searcher) -> None:
    said = answer(ferry, "Which of the meetings of 4 June 2030 and 9 July 2030 did Cy Moor attend?")
    assert said.answer == (
        "Cy Moor was present on 4 June 2030, Cy Moor sent apologies on 9 July 2030."
    )
