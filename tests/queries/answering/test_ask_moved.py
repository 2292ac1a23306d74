"""Which actions slipped or changed hands, and what of an action changed from paper to paper."""

import pytest

from queries.ask import ask
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

OARS, TAR = "order new oars", "buy tar for the slipway"
TOLD = {
    "2033-01-05": {
        OARS: ("Ivo", "March 2033", "2033-03-31"),
        TAR: ("Una", "May 2033", "2033-05-31"),
    },
    "2033-02-09": {
        OARS: ("Ivo", "June 2033", "2033-06-30"),
        TAR: ("Una", "May 2033", "2033-05-31"),
    },
    "2033-04-06": {OARS: ("Odile", "Ongoing", None), TAR: ("Una", "May 2033", "2033-05-31")},
}


def log(day: str) -> str:
    """A log of actions of a day, as TriG."""
    name = f"{BASE}document/{day.replace('-', '')}beef"
    rows = [f"{text}, {owner}, {due}" for text, (owner, due, _) in TOLD[day].items()]
    said = [
        f'<{name}> a mb:Document ; mb:fileName "{day}.txt" ; mb:kind "action log" ;',
        f'  dct:date "{day}"^^xsd:date ; mb:sha256 "{day[5:7] * 32}" .',
        *paragraphs(name, rows),
    ]
    for at, (text, (owner, written, due)) in enumerate(TOLD[day].items()):
        dated = f' mb:dueDate "{due}"^^xsd:date ;' if due else ""
        said.append(
            f'<{BASE}action/{at}> a mb:Action ; mb:text "{text}" ; mb:assigneeAsWritten "{owner}" ;'
            f' mb:actionStatus "open" ; mb:dueAsWritten "{written}" ;{dated}'
            f" mb:statedIn <{name}/p{at}> ."
        )
    return f"<{name}> {{ {' '.join(said)} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("moved"), " ".join(map(log, TOLD)))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Which actions slipped in 2033?",
            f"{OARS} (March 2033 to June 2033)\n{OARS} (June 2033 to Ongoing)",
        ),
        ("Which actions slipped in February 2033?", f"{OARS} (March 2033 to June 2033)"),
        ("Which actions of 2021 were put back?", "write to Northmoor Council by 30 April 2021"),
        ("Which actions changed hands in 2033?", f"{OARS} (Ivo to Odile)"),
    ],
)
def test_the_actions_that_moved_are_told(library: SmallLibrary, question: str, told: str) -> None:
    answer = ask(library, question)
    assert answer.answer.startswith(told)
    assert TAR not in answer.answer


def test_what_changed_of_an_action_is_its_life(library: SmallLibrary) -> None:
    answer = ask(library, "What changed about the action to order new oars?")
    assert answer.answer == (
        "open, Ongoing, Odile (6 April 2033); before: open, June 2033, Ivo (9 February 2033); "
        "open, March 2033, Ivo (5 January 2033)"
    )


def test_whether_an_action_slipped_is_told_by_its_due_dates(library: SmallLibrary) -> None:
    assert ask(library, "Has the action to order new oars slipped?").answer.startswith("Yes: ")
    answer = ask(library, "Has the action to buy tar for the slipway slipped?").answer
    assert answer.startswith("No, as far as the papers say: ")


def test_by_how_much_one_slipped_is_told_by_its_due_dates(library: SmallLibrary) -> None:
    found = ask(library, "By how much did the action to order new oars slip?").answer
    assert found.startswith("open, Ongoing")
    assert "open, June 2033" in found
    assert "open, March 2033" in found


def test_where_none_changed_hands_that_is_said(library: SmallLibrary) -> None:
    answer = ask(library, "Which actions changed hands in January 2033?")
    assert answer.note == "No paper asked of tells of an action that moved so."
