"""Who was to come to a meeting is told by its agenda."""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "agenda-july.md": """# Saltwick Ferry Board

Agenda for the meeting of 9 July 2030

1. Minutes of the last meeting

2. Lanterns of the quay

## Attendees

### Officials

- Ivo Marsh, Harbour Office
- Una Stack, Lamp House

### Apologies

- Bo Thrale
""",
    "minutes-may.md": """# Minutes of the Saltwick Ferry Board, 7 May 2030

Present: Ada Quill (Chair), Cy Moor

## 1. Lanterns of the quay

The Board agreed the lanterns.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("expected"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Who was expected at the meeting of 9 July 2030?", "Una Stack, Lamp House", "Thrale"),
        ("Who was due to attend the meeting of 9 July 2030?", "Ivo Marsh", "Thrale"),
        (
            "Which Harbour Office officials were down to attend the meeting of 9 July 2030?",
            "Ivo Marsh",
            "Stack",
        ),
        ("Who attended the meeting of 7 May 2030?", "Cy Moor", "Stack"),
    ],
)
def test_who_was_to_come_is_told_by_the_agenda(
    ferry: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(ferry, question, told, left_out)
