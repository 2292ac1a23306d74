"""Boards of one common name are told apart by who sits on them."""

from collections.abc import Iterable
from datetime import date

import pytest

from tests.support.people_papers import Paper, library

VILLAGE = ("Ida Moss", "Hugh Barr", "Wilf Tarn", "Nora Fell")
TOWN = ("Meg Stone", "Owen Pike", "Rhoda Vale", "Saul Finch")
MAY, JUNE, LATER = date(2021, 5, 4), date(2021, 6, 1), date(2029, 6, 5)


def paper(day: date, people: Iterable[str], board: str = "Council") -> Paper:
    return Paper(day, board, listed=dict.fromkeys(people))


@pytest.mark.parametrize(
    ("papers", "boards"),
    [
        ([paper(MAY, VILLAGE), paper(JUNE, TOWN)], 2),
        ([paper(MAY, VILLAGE), paper(JUNE, (*TOWN, "Ida Moss"))], 1),
        ([paper(MAY, VILLAGE), paper(JUNE, TOWN[:2])], 1),
        ([paper(MAY, VILLAGE), paper(LATER, TOWN)], 1),
        ([paper(MAY, VILLAGE, "Oldquay Council"), paper(JUNE, TOWN, "Oldquay Council")], 1),
        ([paper(MAY, VILLAGE), paper(JUNE, TOWN), paper(LATER, (*TOWN[:3], "Ann Reed"))], 2),
    ],
)
def test_papers_of_a_common_name_are_of_one_board_unless_people_say_otherwise(
    papers: list[Paper], boards: int
) -> None:
    with library(papers) as graph:
        held = graph.select("SELECT DISTINCT ?board { ?meeting mb:heldBy ?board }").rows
        names = graph.select("SELECT DISTINCT ?name { ?m mb:heldBy/skos:prefLabel ?name }").rows
    assert len(held) == boards
    assert {str(name) for (name,) in names} == {papers[0].board}
