"""Where a sentence of a paper ends, and where a stop stands inside one."""

import pytest

from kg.structure.sentences import sentences


def read(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize("month", ["October", "May", "Sept."])
def test_a_stop_between_a_day_and_its_month_ends_nothing(month: str) -> None:
    text = f"The gate was hung on 26th. {month} 2016 by the smith."
    assert read(text) == [text]


@pytest.mark.parametrize("next_one", ["May we go?", "March past the mill was agreed."])
def test_a_word_that_a_month_has_too_may_begin_a_sentence(next_one: str) -> None:
    assert read(f"It met on the 26th. {next_one}") == ["It met on the 26th.", next_one]
