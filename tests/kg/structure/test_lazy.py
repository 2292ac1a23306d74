"""Regular expressions that are compiled when they are first used."""

import copy
import re
from types import ModuleType

import pytest

from kg.extraction import dates, numbers
from kg.extraction.people import names
from kg.lazy import lazily
from kg.structure.names import body_names


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


@pytest.mark.parametrize("module", [dates, numbers, names, body_names])
def test_all_that_are_lazy_compile(module: ModuleType) -> None:
    lazy = [one for one in vars(module).values() if type(one).__name__ == "_Lazy"]
    assert lazy
    for one in lazy:
        one.search("Cllr Ada Quill, 3 May 2030")


def test_it_can_be_copied() -> None:
    assert copy.copy(lazily("lamp")).search("a lamp") is not None
