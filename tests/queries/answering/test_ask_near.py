"""Questions near the matters of the papers that the papers do not answer, and some that they do."""

from datetime import date

import pytest

from embeddings.names import Name
from queries.answering.refusing.missing_words import unheard
from queries.ask import ask, inquire
from queries.search import Searcher
from queries.understanding.names import Names
from queries.understanding.question import understand
from tests.support.asked import tells
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

NOTES = f"{BASE}document/330415330415"
BEACON = "Mira Holt, chair of the Beacon Panel, spoke of the lamps."
DREDGING = "The Dredging Panel met twice in spring."
PILOTS = "The register of pilots holds 40 pilots, and two were added to it in the year."
REMOVED = "Weed was removed from the slipway."
KIOSK = "A kiosk for tickets was opened in Marlstead, and the kiosk sells maps."
SKERROW = "The lamps of Skerrow were lit."
TAXI = "An evening about taxi licensing was held for harbour masters."
TITLE = ("Notes of a season", "Of lamps and quays", "For information", "By the harbour master")
AWARD = "Agreement was reached on 1 March on a pay award for pilots of 3 per cent."
LICENCE = "The harbour master praised a mooring licence that:"
POINT = "needs no deposit from boat owners;"
FILLER = (
    "Crates of rope and tar were carried from the sheds to the yard and stacked in rows of nine. "
    * 4
)
ASKED = "Boatmen asked whether the tide tables could be used for fares."
REASON = "The tide tables were not used, because they left out the winter."
TABLES = f"{ASKED} {FILLER}{REASON}"
PAINTER = "Members heard of a course in design for quays. Signs for the pilot house were put up."
PAINTED = "The bell tower was painted by Rolf Amsel in June."
WELCOMED = "The Chair welcomed Bela Tarn of Lantern Wardens. She said that the ropes were old."
LANTERN = "It was agreed that the Lantern Committee be a working group."
PURSER = "Moved: to appoint Odo as purser of the punts. Passed."
CALLED = "The harbour master called Ada Quill (AQ) to speak of sails."
SPOKEN = "AQ said that the ropes of the bell buoy had worn thin in the frost."
LINES = (
    *TITLE,
    BEACON,
    DREDGING,
    PILOTS,
    REMOVED,
    KIOSK,
    TAXI,
    SKERROW,
    AWARD,
    LICENCE,
    POINT,
    TABLES,
    PAINTER,
    PAINTED,
    WELCOMED,
    LANTERN,
    PURSER,
    CALLED,
    SPOKEN,
)


def notes() -> str:
    """Notes on several matters, as TriG."""
    said = [
        f'<{BASE}board/lantern> a mb:Board ; skos:prefLabel "Lantern Committee" .',
        *(
            line.replace('mb:kind "text"', 'mb:kind "list item"') if POINT in line else line
            for line in paragraphs(NOTES, LINES)
        ),
    ]
    return report_of(NOTES, "notes.txt", "2021-03-03", said)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("near"), notes())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who chairs the Dredging Panel?", ""),
        ("Who chairs the Buoys Committee?", ""),
        ("Who chairs the Beacon Panel?", BEACON),
        ("Who chaired the Board?", "Ada Quill"),
        ("Who chaired the Harbour Towns Board?", "Ada Quill"),
    ],
)
def test_the_chair_of_one_body_is_not_that_of_another(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells(library, question, told)


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("How many pilots were removed from the register?", "removed"),
        ("Were pilots removed from the register?", None),
        ("How many pilots were added to the register?", None),
        ("What was removed from the slipway?", None),
    ],
)
def test_a_word_that_is_far_from_the_matter_is_asked_about(
    library: SmallLibrary, question: str, strange: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("queries.answering.asking.HITS", 1)
    asking, _ = inquire(Searcher(library), question)
    assert unheard(asking) == strange


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Was a kiosk for tickets opened in Marlstead?", True),
        ("Was a kiosk for tickets opened in Skerrow?", False),
        ("Was a kiosk for tickets opened in spring?", True),
        ("Was a kiosk for tickets opened by Plan 9 Skerrow?", True),
    ],
)
def test_what_is_told_of_one_place_is_not_of_another(
    library: SmallLibrary, question: str, answered: bool
) -> None:
    assert ask(library, question).answered is answered


def test_everyday_words_are_not_held_to_be_asked_about(library: SmallLibrary) -> None:
    asking, answer = inquire(Searcher(library), "What was put on about cabbies?")
    assert unheard(asking) is None
    assert TAXI in answer.answer


def test_who_is_asked_of_is_no_doer_where_it_is_the_asker() -> None:
    names = Names([Name("o/ferries", "Organisation", "Ferry Office", preferred=True)])
    asked = understand("What was the Ferry Office to do after the May 2031 meeting?", names)
    assert (asked.way, asked.periods[0].first) == ("actions", date(2031, 5, 1))
    assert understand("What must I do to board the ferry?", names).way == "passage"


def test_a_word_of_the_name_of_a_body_is_no_capacity() -> None:
    names = Names([Name("b/quays", "Board", "Public Quays Board", preferred=True)])
    assert understand("Who chairs the Public Quays Board?", names).capacities == ("chair",)


def test_a_name_that_is_told_is_in_its_place(library: SmallLibrary) -> None:
    answer = ask(library, "What was lit in Skerrow?")
    assert answer.citations[0].quote == SKERROW


def test_a_short_point_is_told_with_its_lead_in(library: SmallLibrary) -> None:
    answer = ask(library, "Is a deposit from boat owners needed?")
    assert answer.answer.startswith(f"{LICENCE}\n{POINT}")


def test_the_sentence_with_the_reason_is_told(library: SmallLibrary) -> None:
    answer = ask(library, "Why could the tide tables not be used for fares?")
    assert REASON in answer.answer


def test_a_report_tells_what_was_agreed_in_its_month(library: SmallLibrary) -> None:
    answer = ask(library, "What pay award was agreed for pilots in March 2021?")
    assert AWARD in answer.answer


def test_those_who_went_are_not_asked_for() -> None:
    assert understand("How pleased were those who went to the fair?", Names([])).way == "passage"
    assert understand("Who went to the meeting?", Names([])).way == "attendance"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who designed the ticket kiosk in Marlstead?", ""),
        ("Who painted the bell tower?", PAINTED),
    ],
)
def test_who_did_a_thing_is_told_by_a_sentence_on_it(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells(library, question, told)


def test_apologies_are_no_reason_for_themselves(library: SmallLibrary) -> None:
    answer = ask(library, "Why did Cllr Tom Vane send apologies on 3 March 2021?")
    assert answer.note == "No passage that speaks of this gives a reason."
    assert ask(library, "Did Cllr Tom Vane send apologies on 3 March 2021?").answered


def test_what_somebody_said_is_told_by_initials(library: SmallLibrary) -> None:
    answer = ask(library, "What did Ada Quill say about ropes?")
    assert answer.answer.startswith(SPOKEN)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Bela Tarn say about the ropes?", WELCOMED),
        ("What did Rolf Amsel say about the bell tower?", ""),
        ("Did Rolf Amsel reply to the letter about the bell tower?", ""),
        ("What did Rolf Amsel say at the meeting of 3 March 2021?", ""),
        ("What did members say about the ropes?", SPOKEN),
    ],
)
def test_what_somebody_said_is_told_where_they_say_something(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells(library, question, told)


def test_what_a_body_agreed_about_another_one_is_told(library: SmallLibrary) -> None:
    question = "What did the Harbour Towns Board agree about the Lantern Committee?"
    asking, answer = inquire(Searcher(library), question)
    assert asking.question.subject == ("lantern",)
    assert answer.answer.startswith(LANTERN)


def test_one_name_behind_the_verb_tells_who_was_chosen(library: SmallLibrary) -> None:
    assert PURSER in ask(library, "Who was appointed purser of the punts?").answer


def test_nobody_follows_himself(library: SmallLibrary) -> None:
    answer = ask(library, "Who replaced Ada Quill as chair of the Harbour Towns Board?")
    assert answer.note == "The papers held do not say who held that office after Ada Quill."
