"""What a paper tells that has no day of its own is told of the months that it is of."""

from collections.abc import Iterator

import pytest

from embeddings.library import Library
from queries.ask import ask
from tests.support.own_library import own_library

PAPERS = {
    "july-2031.md": """# Minutes of the Saltwick Ferry Board, 21 July 2031

Present: Cllr Ada Quill (Chair), Cllr Ivo Marsh

## 4. Harbour Wardens

The Harbour Wardens programme was off to a good start: 60 Harbour Wardens had been recruited.

Decision: the Board noted the report.
""",
    "quarter.md": """# Report to members: October - December 2031

## Harbour Wardens

96 Harbour Wardens have now been recruited for the Harbour Wardens programme.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with own_library(tmp_path_factory.mktemp("months"), PAPERS) as opened:
        yield opened


def test_a_number_of_a_report_on_a_quarter_is_of_the_quarter(library: Library) -> None:
    answer = ask(library, "How did the number of Harbour Wardens change after July 2031?")
    assert answer.answered
    assert "21 July 2031" in answer.answer
    assert "October to December 2031" in answer.answer
    assert "31 December" not in answer.answer
