"""Search over a committee's transcript: answers are found by the questions they answer."""

from collections.abc import Iterator

import pytest

from embeddings.ingest import add
from embeddings.library import Library
from queries.search import search

SPOKEN = """Q1 Chair: Welcome to this session on island ferries. How often do they fail?

Ms Orla Penhale: Last winter one sailing in eight did not run.

Q2 Tom Rusk: Would hovercraft be an answer for the outer islands?

Ms Orla Penhale: No. They cannot carry lorries and they stop in high waves.

Q3 Tom Rusk: What does a cancelled crossing cost a patient?

Mr Idris Vaughan: A missed appointment waits nine weeks for another.

Q4 Chair: Should branches of the library be run by volunteers?

Mr Karim Ashdown: Where they were, three in ten had closed within five years.
"""
ANSWERS = {
    "hovercraft for the outer islands": "They cannot carry lorries",
    "cost of a cancelled crossing": "A missed appointment waits nine weeks",
    "library branches run by volunteers": "three in ten had closed",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("spoken")
    (folder / "evidence.txt").write_text(SPOKEN, "utf-8")
    add(folder / "library", [folder / "evidence.txt"])
    with Library.open(folder / "library") as held:
        yield held


@pytest.mark.parametrize(("asked", "answer"), ANSWERS.items())
def test_the_answer_stands_before_the_question_that_it_answers(
    library: Library, asked: str, answer: str
) -> None:
    assert answer in search(library, asked).hits[0].place.text


@pytest.mark.parametrize(("asked", "answer"), ANSWERS.items())
def test_an_answer_is_found_by_words_of_its_question(
    library: Library, asked: str, answer: str
) -> None:
    found = [hit for hit in search(library, asked).hits if answer in hit.place.text]
    assert found[0].why["keyword"] is not None
