"""What somebody presented: the items that facts give to the person, else what near passages say."""

from collections.abc import Iterator

import pytest

from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 4 June 2030

Present: Cllr Ada Quill (Chair), Cllr Bo Thrale, Cllr Cy Moor

## 1. Hull survey

Cllr Bo Thrale introduced the report on the survey of the hulls, which were sound.

The Board noted the report.

## 2. Tolls

Cllr Cy Moor presented the paper on tolls, which had not changed since the war.

The Board agreed the tolls.
""",
    "minutes-august.md": """# Minutes of the Saltwick Ferry Board, 6 August 2030

Present: Cllr Ada Quill (Chair), Cllr Bo Thrale

## 1. Fog bell

Cllr Bo Thrale presented the report on the fog bell, which had been rung all night.

The Board noted the report.
""",
    "agenda-october.md": """# Agenda of the Saltwick Ferry Board, 1 October 2030

1. Apologies

2. Presentation from Cllr Ada Quill and Una Holt of the Dunmere Trust about their work on the wrecks
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("presented"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("What did Bo Thrale present?", "Hull survey", "Tolls"),
        ("What did Bo Thrale present?", "Fog bell", "Tolls"),
        ("What did Cllr Thrale present in August 2030?", "Fog bell", "Hull"),
        ("Which reports did Bo Thrale introduce?", "Hull survey", "Tolls"),
        ("What was presented by Cy Moor?", "Tolls", "Hull"),
        ("Which items has Cy Moor presented to the Board?", "Tolls", "Hull"),
        ("What did Una Holt present?", "work on the wrecks", "bell"),
        ("What is Una Holt to present?", "work on the wrecks", "bell"),
    ],
)
def test_what_somebody_presented(
    searcher: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(searcher, question, told, left_out)


def test_what_nobody_says_is_not_told(searcher: Searcher) -> None:
    finds(searcher, "What did Ada Quill present in June 2030?", "")


def test_whether_somebody_was_there_is_asked_otherwise(searcher: Searcher) -> None:
    finds(searcher, "Was Bo Thrale present in June 2030?", "Yes", "Hull")
    finds(searcher, "Which meetings was Bo Thrale present at?", "4 June 2030", "Hull")
