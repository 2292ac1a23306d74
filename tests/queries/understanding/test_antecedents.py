"""What the pronouns and times of a question stand for that it names before them."""

import pytest

from queries.understanding.antecedents import headed, in_place_of_pronoun, set_out, with_years


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("How many in July 2030, and by the end of that year?", "by the end of 2030?"),
        ("Was it lit in 2029, and who paid the same year?", "who paid 2029?"),
        ("What was done that year?", "What was done that year?"),
    ],
)
def test_that_year_is_the_one_before_it(text: str, told: str) -> None:
    assert with_years(text).endswith(told)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        (
            "A lamp was promised in May; was it lit by June?",
            ("A lamp was promised in May", "was it lit by June?"),
        ),
        (
            "The papers tell of a fair. Did it go ahead, and where?",
            ("The papers tell of a fair", "Did it go ahead, and where?"),
        ),
        ("Was the lamp lit? And when?", None),
        ("What did the Board do; and why?", None),
    ],
)
def test_what_is_told_before_what_is_asked(text: str, both: tuple[str, str] | None) -> None:
    assert set_out(text) == both


def test_the_thing_that_heads_a_question() -> None:
    assert headed("Lamp handbook: when was it due?") == "the Lamp handbook"
    assert headed("The lamp - is it lit?") == "the lamp"
    assert headed("When was the lamp handbook due?") is None


@pytest.mark.parametrize(
    ("text", "thing", "person", "told"),
    [
        ("when did it come out?", "the handbook", False, "when did the handbook come out?"),
        ("what is her post?", "Ada Quill", True, "what is Ada Quill's post?"),
        ("what is its price?", "the lamp", False, "what is the lamp's price?"),
        ("what did he say of it?", "Bo Thrale", True, "what did Bo Thrale say of it?"),
        ("who paid?", "the lamp", False, None),
    ],
)
def test_a_thing_stands_where_its_pronoun_stood(
    text: str, thing: str, person: bool, told: str | None
) -> None:
    assert in_place_of_pronoun(text, thing, person=person) == told
