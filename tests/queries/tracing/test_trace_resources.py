"""The history of an action or a decision that is given by its IRI."""

import pytest

from kg.store.values import Iri
from queries.search import Searcher
from queries.trace import history
from queries.tracing.history import History
from tests.support.invented_graph import BASE, LATER
from tests.support.small_library import small_library

OWNER = "Harbour Works Team with members of the Harbour Towns Forum"


def row(ordinal: int, name: str, text: str, more: str = "", paper: str = LATER) -> str:
    """A paragraph that states an action or a decision, with what else is said of that."""
    paragraph = f"<{BASE}document/{paper}/p{ordinal}>"
    meeting = " ; mb:ofMeeting meeting:harbour-towns-board-2021-06-09" if paper == LATER else ""
    return f"""
      {paragraph} a mb:Paragraph ; mb:inDocument doc:{paper} ; mb:ordinal {ordinal} ;
        mb:text "{text}" ; mb:start {ordinal * 100} ; mb:end {ordinal * 100 + len(text)} ;
        mb:kind "text"{meeting} .
      {name} mb:text "{text}" ; mb:statedIn {paragraph} {more} ."""


ACTION = f' ; a mb:Action ; mb:assigneeAsWritten "{OWNER}"'
PAPERS = (
    f"GRAPH doc:{LATER} {{"
    'doc:eeeeeeeeeeee a mb:Document ; mb:fileName "2021-07-01-log.txt" .'
    + row(3, "action:lamps", f"{OWNER} to paint the lamps of the mole", ACTION)
    + row(4, "action:sluice", f"{OWNER} to mend the sluice", ACTION)
    + row(5, "action:crane", f"{OWNER} to oil the crane: complete", ACTION)
    + row(
        6,
        "action:again",
        f"{OWNER} to paint the lamps of the mole: ongoing",
        f"{ACTION} ; mb:sameActionAs action:lamps",
        "eeeeeeeeeeee",
    )
    + row(
        8,
        "decision:gate",
        "The Board agreed to mend the sluice gate.",
        "; a mb:Decision",
        "eeeeeeeeeeee",
    )
    + row(
        7,
        "decision:moorings",
        "The Board agreed to let the moorings for a year, to 31 March 2024.",
        "; a mb:Decision ; mb:decidedAt meeting:harbour-towns-board-2021-06-09",
    )
    + "}"
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return Searcher(small_library(tmp_path_factory.mktemp("given") / "keywords", PAPERS))


def concerned(told: History) -> set[str]:
    return {str(step.concerns).rsplit("/", 1)[-1] for step in told.steps}


def test_the_other_actions_of_an_owner_are_no_part_of_it(searcher: Searcher) -> None:
    assert concerned(history(searcher, Iri(f"{BASE}action/lamps"))) == {"lamps", "again"}


def test_an_action_stands_as_its_own_tellings_say(searcher: Searcher) -> None:
    assert history(searcher, Iri(f"{BASE}action/sluice")).status == "in hand (9 June 2021)"


def test_a_day_in_the_words_of_what_is_given_is_not_its_time(searcher: Searcher) -> None:
    assert concerned(history(searcher, Iri(f"{BASE}decision/moorings"))) >= {"moorings"}
