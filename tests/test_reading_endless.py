"""Papers made to be endless in one thing are read in no time, whatever it is."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reading.inline import is_strong
from kg.reading.read import read_document


def seconds(text: str, name: str) -> float:
    """How long the reading of a paper takes."""
    started = perf_counter()
    read_document(text.encode(), name)
    return perf_counter() - started


@pytest.mark.parametrize("signs", ["*****a", "****a", "***a", "_____a", "**a** ", "**a**__b__ "])
def test_endless_signs_of_bold(signs: str) -> None:
    assert seconds(f"**a{signs * 400}!\n", "paper.md") < 2
    assert seconds(f"**a{signs * 400}!\n", "paper.txt") < 2


@given(st.lists(st.sampled_from(["**quay**", "***quay***", "__quay__"]), min_size=1))
def test_runs_of_bold_words_are_bold_however_they_meet(runs: list[str]) -> None:
    assert is_strong("".join(runs))
    assert is_strong(": ".join(runs))
    assert not is_strong("".join(runs) + " ropes")
    assert not is_strong("ropes " + "".join(runs))
