"""Two things that a question tells of the people whom it asks for."""

import pytest

from queries.understanding.both_told import both_told


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "Which councillor who sent apologies in May was a judge of the prize?",
            "Which councillor sent apologies in May?",
            "Which councillor was a judge of the prize?",
        ),
        (
            "Which of the members?",
            None,
            None,
        ),
        (
            "Which Board members who came to both meetings also judged the prize?",
            "Which Board members came to both meetings?",
            "Which Board members also judged the prize?",
        ),
        ("Which councillor sent apologies in May?", None, None),
        ("Who was a judge of the prize?", None, None),
    ],
)
def test_each_is_a_question_of_its_own(
    question: str, first: str | None, second: str | None
) -> None:
    assert both_told(question) == (None if first is None else (first, second))
