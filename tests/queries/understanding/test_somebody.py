"""Somebody whom a question tells of: who that is, and the question with a name."""

import pytest

from queries.understanding.somebody import told_of


@pytest.mark.parametrize(
    ("question", "asked", "named"),
    [
        (
            "What did the officer who moved the levy say about ropes?",
            "Who moved the levy?",
            "What did Ada Quill say about ropes?",
        ),
        (
            "Which council does the person who chaired the fair represent in 2030?",
            "Who chaired the fair?",
            "Which council does Ada Quill represent in 2030?",
        ),
        (
            "Which party is the councillor who opened the fair in?",
            "Who opened the fair?",
            "Which party is Ada Quill in?",
        ),
        (
            "Which authority is the Board member from who introduced the sailor?",
            "Which Board member introduced the sailor?",
            "Which authority is Ada Quill from?",
        ),
        (
            "What is the phone number of the clerk who sat in for the chair?",
            "Who sat in for the chair?",
            "What is the phone number of Ada Quill?",
        ),
        (
            "Did the Isle of Marl councillor come in 2030?",
            "Who represents Isle of Marl?",
            "Did Ada Quill come in 2030?",
        ),
        (
            "Which party did the councillor presenting the fair belong to?",
            "Who was presenting the fair?",
            "Which party did Ada Quill belong to?",
        ),
    ],
)
def test_what_was_done_ends_where_the_question_goes_on(
    question: str, asked: str, named: str
) -> None:
    ways = {one.asked: one.named("Ada Quill") for one in told_of(question)}
    assert ways[asked] == named


@pytest.mark.parametrize(
    "question",
    [
        "Who moved the levy?",
        "What did Ada Quill move?",
        "Is the lamp that broke mended?",
        "Did the Marl councillors come?",
        "What is the Marl councillor’s post?",
        "What did the Marl councillor say?",
    ],
)
def test_nobody_is_told_of(question: str) -> None:
    assert not list(told_of(question))
