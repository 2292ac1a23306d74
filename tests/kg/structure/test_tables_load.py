"""Words of the tables as regular expressions."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.tables.load import one_of

WORDS = st.lists(st.text("ab. ", min_size=1, max_size=5).map(str.strip).filter(bool), max_size=8)
ANY = st.text("ab. ", max_size=8)


@given(WORDS, ANY)
def test_one_of_some_words_finds_the_longest_with_which_a_text_begins(
    words: list[str], text: str
) -> None:
    plain = [re.escape(word).replace(r"\ ", r"\s+") for word in words]
    begun = [match.end() for one in plain if (match := re.match(one, text))]
    found = re.match(one_of(words), text) if words else None
    assert (found.end() if found else 0) == max(begun, default=0)


def test_a_blank_in_a_word_stands_for_any_run_of_blanks() -> None:
    pattern = re.compile(one_of(["town clerk", "town", "mayor"]))
    found = pattern.findall("The town\n clerk, the mayor and the town")
    assert found == ["town\n clerk", "mayor", "town"]
