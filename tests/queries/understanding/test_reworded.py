"""Questions in the words of papers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.tables.load import table
from queries.retrieval.ranking import readings
from queries.understanding.reworded import reworded

STRANGE = st.text(alphabet="jqxz 0123456789.,;:?!'-\n", max_size=80)
"""Texts that hold no word of English."""


@pytest.mark.parametrize(
    ("asked", "in_papers"),
    [
        ("Do the kids like it?", "Do the child like it?"),
        ("Who called the COPPERS?", "Who called the police?"),
        ("Were bobbies seen?", "Were police seen?"),
        ("Were cabbies seen?", "Were taxi seen?"),
        ("Is there room to leave the car?", "Is there room to parking?"),
        ("What did the kidney doctor say?", "What did the kidney doctor say?"),
        ("Which minutes were approved?", "Which minutes were approved?"),
    ],
)
def test_everyday_words_give_way_to_those_of_papers(asked: str, in_papers: str) -> None:
    assert reworded(asked) == in_papers


def test_a_question_in_the_words_of_papers_is_read_once() -> None:
    asked = "Do the kids like it?"
    assert readings(asked, 1.0) == [asked]
    assert readings(asked, 0.2) == [asked, "Do the child like it?"]
    assert readings("Which minutes were approved?", 0.2) == ["Which minutes were approved?"]


def test_every_everyday_word_stands_for_one_thing() -> None:
    words = [
        word for group in table("plain_words").values() for some in group.values() for word in some
    ]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)


@given(STRANGE, STRANGE)
def test_what_is_no_everyday_word_stays_as_it_is(before: str, after: str) -> None:
    assert reworded(before) == before
    assert reworded(f"{before} kid {after}") == f"{before} child {after}"
