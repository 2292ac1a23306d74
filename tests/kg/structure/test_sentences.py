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


@pytest.mark.parametrize("title", ["Councillors", "Trustees", "Mayor", "Commissioners"])
def test_a_title_that_is_a_whole_word_may_end_a_sentence(title: str) -> None:
    said = f"Lowe proposed that Tarn and Voss be made {title}."
    assert read(f"{said} Agreed by all.") == [said, "Agreed by all."]


@pytest.mark.parametrize("title", ["Cllrs", "Messrs", "Mrs", "Capt"])
def test_a_stop_behind_a_shortened_title_ends_nothing(title: str) -> None:
    text = f"They met {title}. Lowe at the mill."
    assert read(text) == [text]


def test_a_number_of_a_cheque_is_no_end() -> None:
    text = "Seed for the green £40.00 (Ch. No. 212) was paid."
    assert read(text) == [text]


def test_a_sentence_may_end_behind_an_hour() -> None:
    said = ["The Chair opened the meeting at 6:01 p.m.", "All present: Members Lowe and Tarn."]
    assert read(" ".join(said)) == said
