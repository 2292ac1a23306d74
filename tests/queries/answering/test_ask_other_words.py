"""Questions in other words than those of the papers, which answer them all the same."""

import pytest

from queries.answering.refusing.missing_words import unheard
from queries.ask import ask, inquire
from queries.search import Searcher
from queries.understanding.names import Names
from queries.understanding.question import understand
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

NOTES = f"{BASE}document/340506340506"
BELL = "Should the fire bell sound, all visitors walk to the quay and wait for the wardens."
SHEDS = "It was suggested that the sheds at Pell, Orrin, Tay and Munro be painted in spring."
COVERAGE = "68% of net licences were issued within the target of nine days in the last season."
LUNCH = "A midday meal of bread is served to all crews."
HEDGES = "Hedges along the towpath are cut after the birds have flown."
LINES = (
    *("Notes of a season", "Of bells and sheds", "For information", "By the warden"),
    *(BELL, SHEDS, COVERAGE, LUNCH, HEDGES),
)


def notes() -> str:
    """Notes on several matters, as TriG."""
    said = paragraphs(NOTES, LINES)
    return report_of(NOTES, "notes.txt", "2021-03-03", said)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("worded"), notes())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where do visitors walk if the fire bell peals?", BELL),
        ("Which four sheds were to be painted?", SHEDS),
        ("What share of net licences were issued within the target in the last season?", COVERAGE),
    ],
)
def test_words_of_asking_and_of_circumstance_may_be_others(
    library: SmallLibrary, question: str, told: str
) -> None:
    asking, answer = inquire(Searcher(library), question)
    assert unheard(asking) is None
    assert told in answer.answer


def test_what_is_asked_besides_is_no_circumstance(library: SmallLibrary) -> None:
    asking, _ = inquire(Searcher(library), "Which sheds were to be painted and when auctioned?")
    assert unheard(asking) == "auctioned"


@pytest.mark.parametrize(("closeness", "answered"), [(0.2, True), (0.08, False)])
def test_what_is_near_answers_without_a_word_of_the_question(
    library: SmallLibrary, closeness: float, answered: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("queries.answering.asking.Asking.closeness", closeness)
    assert ask(library, "What food do all sailors get to eat?").answered is answered


def test_attendees_who_did_something_are_not_asked_for() -> None:
    assert understand("Did attendees enjoy the fair?", Names([])).way == "passage"
    assert understand("List the attendees of the hearing", Names([])).way == "attendance"
