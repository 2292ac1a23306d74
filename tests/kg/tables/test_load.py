"""Tables of words: a list that another names stands once."""

import pytest

from kg.tables.load import matches, table, words


def test_that_a_list_names_others_and_has_their_words() -> None:
    assert table("dates")["months"][:2] == ["January", "February"]
    assert table("dates")["months"][-1] == "Dec"
    assert {"none", "seven", "ninety"} <= set(words("verbs", "votes", "words"))


def test_that_a_list_may_name_one_that_names_another() -> None:
    titles = table("people")["titles"]
    assert {"Cllr", "Mrs", "Rt Hon", "Councillor"} <= set(titles)
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("text", ["in the second week of May", "on a Wednesday"])
def test_that_a_pattern_finds_any_word_of_a_list_that_it_names(text: str) -> None:
    assert matches(text, "questions", "dated")
    assert not matches("in the second week, on the quiet", "questions", "dated")
