"""Regular expressions that are compiled when they are first used."""

import re

import pytest

from kg.lazy import lazily


def test_it_finds_what_the_compiled_one_finds() -> None:
    form = lazily(r"(?P<what>lamp|buoy)s?", re.IGNORECASE)
    found = form.search("Two LAMPS")
    assert found is not None
    assert found["what"] == "LAMP"
    assert form.findall("lamps, buoys") == ["lamp", "buoy"]
    assert form.pattern == r"(?P<what>lamp|buoy)s?"


def test_a_faulty_one_is_told_when_it_is_used() -> None:
    form = lazily("(lamp")
    with pytest.raises(re.error):
        form.search("lamp")
