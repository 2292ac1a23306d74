"""What was overdue at a time is told, however long before it papers last spoke of it."""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "log-january.md": """# Action log of the Saltwick Ferry Board, 8 January 2031

| Action | Owner | Due | Status |
|---|---|---|---|
| Mend the bell of the quay | Ivo Marsh | 31 January 2031 | In progress |
| Paint the lamps of the slipway | Una Stack | 30 June 2031 | In progress |
""",
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 4 June 2031

Present: Ada Quill (Chair), Cy Moor

## 1. Tides

The Board noted the tide tables.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("overdue"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("Which actions were overdue in June 2031?", "Mend the bell", "Paint the lamps"),
        ("Which actions were overdue by the end of 2031?", "Paint the lamps", ""),
    ],
)
def test_what_was_overdue_is_told_as_of_the_end_of_the_time(
    ferry: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(ferry, question, told, left_out)
