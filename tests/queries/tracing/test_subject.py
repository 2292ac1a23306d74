"""Whether a passage or a title speaks of a matter, by the names that the matter goes by."""

import pytest

from queries.texts.wording import content_stems
from queries.tracing.subject import Subject, names
from queries.understanding.names import Mention
from queries.understanding.question import Question

SQP = ("Safer Quays Programme", "SQP")


def subject(text: str) -> Subject:
    at = text.find(SQP[0])
    programme = Mention(("programme:sqp",), "Programme", SQP, at, at + len(SQP[0]))
    mentions = (programme,) if at >= 0 else ()
    terms = tuple(content_stems(text))
    asked = Question(
        text, "passage", None, mentions, (), terms, terms, (), (), (),
        minutes=False, meeting=False,
    )  # fmt: skip
    return Subject.of(asked, ["The SQP went on.", "Another text about boats."])


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("the Safer Quays Programme", True),
        ("Safer Quays Programme and its lamps", True),
        ("Safer Quays Programme exhibition", False),
        ("Safer Quays Programme update", True),
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


@pytest.mark.parametrize(
    ("matter", "text", "stands"),
    [
        ("lamps on quays (Lantern project, harbour lights)", "The Lantern project began.", True),
        ("lamps on quays (Lantern project, harbour lights)", "The project began.", False),
        ("grants for quays: Quay Experts, Lamp Fund", "Two Quay Experts were sent.", True),
        ("grants for quays: planning, delivery and feedback", "The delivery was late.", False),
    ],
)
def test_other_names_in_brackets_or_a_list_stand_for_a_subject(
    matter: str, text: str, stands: bool
) -> None:
    assert subject(matter).named(text) is stands


@pytest.mark.parametrize(
    ("matter", "title", "named"),
    [
        ("#BrightQuays: a resource for harbours", "#BrightQuays: lighting harbours", True),
        ("bright and safe resources for harbours", "Bright: lighting harbours", False),
        ("evaluation of the Safer Quays Programme", "Safer Quays Programme", False),
        ("evaluation of the Safer Quays Programme", "Safer Quays Programme: evaluation", True),
        ("delivery of the Safer Quays Programme", "Safer Quays Programme", True),
        ("lamps on quays (Lantern project, harbour lights)", "Harbour lights update", True),
    ],
)
def test_what_a_title_names(matter: str, title: str, named: bool) -> None:
    assert names(subject(matter), title) is named


def test_what_has_only_the_name_of_a_programme_hardly_speaks_of_what_became_of_it() -> None:
    evaluation = subject("evaluation of the Safer Quays Programme")
    assert evaluation.share("The SQP began in May.") <= 0.5
    assert evaluation.share("The evaluation of the SQP began in May.") == 1


def test_a_title_that_lacks_a_word_of_a_short_name_is_of_something_else() -> None:
    matter = subject("boats experts programme")
    heard = Subject.of(matter.question, ["The boats went out.", "Two experts on boats came."] * 3)
    assert not names(heard, "Boats Programme")
    assert names(heard, "Boats Experts Programme")
