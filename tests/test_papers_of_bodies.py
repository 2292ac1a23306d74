"""Bodies, days, items and decisions of invented papers in the habits of many bodies."""

import pytest

from kg.extraction.extract import extract
from kg.facts import Facts, MeetingKey
from kg.reading.read import read_document
from kg.reference import Councils
from kg.structure import bodies
from tests.papers_of_bodies import PAPERS, Paper

COUNCILS = Councils(())


def facts(paper: Paper) -> Facts:
    return extract(read_document(paper.text.encode(), paper.name), COUNCILS)


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_the_meeting_is_named_with_its_body_and_its_day(paper: Paper) -> None:
    found = facts(paper).meeting
    assert found is not None
    assert (bodies.key(found.board), found.date) == (bodies.key(paper.body), paper.day)


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_the_items_have_the_numbers_and_titles_of_the_paper(paper: Paper) -> None:
    assert [(item.number, item.title) for item in facts(paper).items] == list(paper.items)


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_the_decisions_are_those_of_the_paper_and_no_talk(paper: Paper) -> None:
    found = facts(paper)
    numbers = {item.label: item.number for item in found.items}
    decided = [(numbers.get(d.item or "", ""), d.outcome, d.text) for d in found.decisions]
    assert [(number, outcome) for number, outcome, _ in decided] == [
        (number, outcome) for number, outcome, _ in paper.decisions
    ]
    for (_, _, words), (_, _, text) in zip(paper.decisions, decided, strict=True):
        assert words in text
