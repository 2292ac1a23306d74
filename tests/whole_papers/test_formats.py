"""The same paper as PDF, Word, HTML, Markdown and text gives the same facts."""

from itertools import combinations

import pytest

from tests.support.agreement import PAPERS, by_type, facts
from tests.support.formats import FORMATS, HABITS

WANTED = 0.98
"""The least agreement of two formats, over all facts and over those of one type."""


@pytest.mark.parametrize("pair", list(combinations(FORMATS, 2)), ids=" ".join)
def test_two_formats_give_the_same_facts(pair: tuple[str, str]) -> None:
    check(pair)


@pytest.mark.parametrize("name", list(HABITS))
def test_a_paper_set_by_hand_gives_the_facts_of_one_with_styles(name: str) -> None:
    check(("paper.docx", name))


def check(pair: tuple[str, str]) -> None:
    found = by_type(pair)
    for kind, share in found.items():
        assert share is not None, kind
        assert share >= WANTED, (kind, found)


def test_the_papers_state_facts_of_every_type_that_is_compared() -> None:
    held = [facts(source, "paper.docx") for source in PAPERS]
    for kind in ("meetings", "attendance", "agenda_items", "decisions", "actions", "memberships"):
        assert sum(one[kind].total() for one in held) >= 5, kind
    assert all(sum(len(found) for found in one.values()) >= 5 for one in held)
