"""Names are found however case, accents, apostrophes and "&" are written."""

from datetime import date

import pytest

from embeddings.names import Name
from kg.errors import NotFound
from kg.store.graph import KnowledgeGraph
from queries.actions import ActionFilter, actions
from queries.path import resource
from queries.texts.wording import bears
from tests.queries.following.test_action_lives import paper
from tests.support.people_papers import Paper, library
from tests.support.rdf_papers import IRIS, fill


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("Ferries & Quays Board", "ferries and quays", True),
        ("Ferries and Quays Board", "Ferries & Quays", True),
        ("Mara O’Shea", "O'Shea", True),
        ("Siân Wyn", "sian", True),
        ("Ferries & Quays Board", "Parks", False),
        ("Ferries & Quays Board", None, True),
        (None, "Parks", False),
        (None, "", True),
        ("Совет порта", "порта", True),
        ("Совет порта", "школы", False),
    ],
)
def test_whether_a_name_has_the_words_asked_for(
    name: str | None, words: str | None, found: bool
) -> None:
    assert bears(name, words) is found


def test_actions_of_a_board_that_writes_and_by_its_sign() -> None:
    given: dict[str, object] = {"assignee_as_written": "Mara O’Shea"}
    with KnowledgeGraph.open() as graph:
        fill(graph, (paper(date(2024, 3, 1), ("Buy rope", given), board="Ferries & Quays Board"),))
        found = actions(
            graph, date(2025, 1, 1), ActionFilter(owner="o'shea", board="ferries and quays board")
        )
        assert [one.text for one in found] == ["Buy rope"]


def test_a_person_is_found_by_either_apostrophe() -> None:
    with library([Paper(date(2021, 3, 4), listed={"Mara O’Shea": None})]) as graph:
        assert resource(graph, "Mara O'Shea") == IRIS.person("Mara O’Shea")


def test_a_form_of_a_name_by_its_iri_is_the_person_it_was_merged_into() -> None:
    spring, summer = date(2021, 3, 4), date(2021, 6, 10)
    listed = [{"Cllr Mara Tamm": None}, {"Cllr M Tamm": None}]
    days = (spring, summer)
    papers = [Paper(day, listed=some) for day, some in zip(days, listed, strict=True)]
    with library(papers) as graph:
        assert resource(graph, IRIS.person("M Tamm")) == IRIS.person("Mara Tamm")
        with pytest.raises(NotFound, match="holds nothing with the IRI"):
            resource(graph, IRIS.person("Nobody"))


def test_councils_are_known_by_the_initials_of_their_own_names() -> None:
    assert Name("c", "Council", "Mere, Tarn and Quay Council").initials == "MTQ"
    assert Name("c", "Council", "Tarn Valley Borough Council").initials == ""
    assert Name("p", "Person", "Mere Tarn Quay").initials == ""
