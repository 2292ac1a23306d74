"""Names that a question spells with a letter double where papers have it once, or the other way
round.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.own_library import own_library

PAPERS = {
    "minutes-may.md": """# Minutes of the Puffin Sound Board, 14 May 2031

| Position/Role | Councillor | Authority |
|---|---|---|
| Chair | Cllr Ada Quill | Leeds City Council |
| Members | Cllr Bo Fleming | Oxford City Council |

## 1. Cimmarron hall

The Board agreed to lease the Cimmarron hall for ten years.
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("spelling"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "name", "form"),
    [
        ("Which council is Cllr Bo Flemming from?", "Oxford City Council", "Flemming", "Fleming"),
        ("What did the Board agree on the Cimarron hall?", "ten years", "Cimarron", "Cimmarron"),
    ],
)
def test_a_name_is_read_as_papers_spell_it_and_that_is_said(
    searcher: Searcher, question: str, told: str, name: str, form: str
) -> None:
    said = answer(searcher, question)
    assert said.answered
    assert said.question == question
    assert told in said.answer
    assert said.note == f"“{name}” is read as “{form}”, as the papers write it."


@pytest.mark.parametrize(
    "question",
    [
        "Which council is Cllr Bo Flemings from?",
        "Which council is Cllr Bo Flening from?",
        "What did the Board agree on the Cimmaron road in Wexford?",
    ],
)
def test_another_name_is_no_other_spelling(searcher: Searcher, question: str) -> None:
    said = answer(searcher, question)
    assert not said.answered
    assert "names" in (said.note or "")


def test_a_name_that_papers_have_is_left_as_it_is(searcher: Searcher) -> None:
    assert answer(searcher, "Which council is Cllr Bo Fleming from?").note is None
