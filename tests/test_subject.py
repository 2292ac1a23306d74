"""Whether a passage speaks of a matter, by the name of a programme alone."""

import pytest

from queries.names import Mention
from queries.question import Question
from queries.tracing.subject import Subject
from queries.wording import content_stems

SQP = ("Safer Quays Programme", "SQP")


def subject(text: str) -> Subject:
    at = text.index(SQP[0])
    mention = Mention(("programme:sqp",), "Programme", SQP, at, at + len(SQP[0]))
    terms = tuple(content_stems(text))
    asked = Question(
        text, "passage", None, (mention,), (), terms, terms, (), (), (),
        minutes=False, meeting=False,
    )  # fmt: skip
    return Subject(asked, ["The SQP went on.", "Another text about boats."])


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("the Safer Quays Programme", True),
        ("Safer Quays Programme and its lamps", True),
        ("audit of costs and risks of the Safer Quays Programme", False),
        (
            "costs, lamps and risks that Saltmouth University told of in the Safer Quays Programme",
            False,
        ),
    ],
)
def test_a_programme_stands_for_a_subject_that_it_is_the_greater_part_of(
    text: str, stands: bool
) -> None:
    assert subject(text).named("In May the SQP began.") is stands
    assert not subject(text).named("In May the boats began.")
