"""What is asked as done and the papers do not tell as done: a deed they know of nothing like, a
day of what is only possible, words of somebody on another matter.
"""

import pytest

from queries.answering.refusing.missing_words import undone
from queries.ask import ask, inquire
from queries.search import Searcher
from tests.support.asked import tells, tells_first
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

NOTES = f"{BASE}document/370809370809"
DONE = ["gilded", "scraped", "levelled", "primed", "varnished", "wiped", "measured", "drawn"]
NAMES = ["Amsel", "Brack", "Corrin", "Dunlop", "Ebbing", "Farrow", "Gant", "Hale"]
SUNDIALS = [
    f"The sundial of the orchard was {done} by {name}."
    for done, name in zip(DONE, NAMES, strict=True)
]
BARN = "Carters may drive to the barn in the frost of winter."
LADDER = "The ladder of the loft has not been mended yet and may be mended in May 2031."
TROUGH = "The trough of the paddock was mended in May 2031."
QUARREL = "Orla Finch said that the quarrel about the ferry bell was over."
SEXTON = "Ned Sorrel was nominated and seconded and elected as sexton of the vestry."
USHER = "Ivy Crake was nominated as usher of the gallery by Rolf Amsel and seconded by Mia Kell."
SHED = "The tool shed leans on the wall behind the orchard."
BENCH = "The faulty bench of the wharf had been repaired by the warden."
OAK = "The crooked oak of the common is 300 years old and was priced at £40 by a Mr Brown."
RAFT = "The 12 people of the raft club sold the raft for £90."
PANES = "The club is applying to the glass guild for new panes of the conservatory."
STILE = "The stile of the meadow was mended by the guild, which is seeking more oak for gates."
LINES = (
    *("Notes of a season", "Of sundials", "For information", "By the warden"),
    *(SEXTON, *SUNDIALS),
    *(BARN, LADDER, TROUGH, QUARREL, USHER, SHED, BENCH, OAK, RAFT, PANES, STILE),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    said = paragraphs(NOTES, LINES)
    return small_library(
        tmp_path_factory.mktemp("undone"), report_of(NOTES, "season.txt", "2030-03-03", said)
    )


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("Who drove into the sundial of the orchard?", "drove"),
        ("Which firm drove into the sundial of the orchard?", "drove"),
        ("Who gilded the sundial of the orchard?", None),
        ("Why have sundials gone from the orchard?", None),
    ],
)
def test_a_deed_of_which_no_near_passage_has_anything_is_asked_about(
    library: SmallLibrary, question: str, strange: str | None
) -> None:
    asking, answer = inquire(Searcher(library), question)
    assert undone(asking) == strange
    assert answer.answered is (strange is None)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When was the ladder of the loft mended?", ""),
        ("When was the ladder of the loft meant to be mended?", LADDER),
        ("When was the trough of the paddock mended?", TROUGH),
    ],
)
def test_what_may_be_done_tells_of_no_day_on_which_it_was(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells_first(library, question, told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Orla Finch say about the quarrel over the ferry bell?", QUARREL),
        ("What did Orla Finch say about the sundial of the orchard?", ""),
    ],
)
def test_what_somebody_said_of_another_matter_is_not_asked(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells_first(library, question, told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who seconded the nomination of Ned Sorrel as sexton of the vestry?", ""),
        ("Who seconded the nomination of Ivy Crake as usher of the gallery?", USHER),
    ],
)
def test_that_a_thing_was_seconded_does_not_tell_by_whom(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells_first(library, question, told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why was the sundial of the orchard levelled?", SUNDIALS[2]),
        ("Why was the trough of the paddock levelled?", ""),
        ("When was the trough of the paddock mended?", TROUGH),
        ("When was the trough of the paddock gilded?", ""),
        ("Did the warden object to the trough of the paddock?", ""),
        ("Has the bench of the wharf been mended?", BENCH),
        ("How much was the raft sold for?", RAFT),
        ("How much was the crooked oak of the common sold for?", ""),
        ("How many people sold the raft?", RAFT),
        ("How many people burned the raft?", ""),
        ("How much did it cost to build the raft?", ""),
        ("Why was the trough of the paddock painted green?", ""),
        ("How old is the crooked oak of the common?", OAK),
        ("How old is the raft?", ""),
        ("How tall is the crooked oak of the common?", ""),
        ("What colour is the crooked oak of the common?", ""),
    ],
)
def test_a_deed_is_told_of_the_thing_that_it_was_done_to(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells(library, question, told)


def test_passages_without_a_word_of_the_question_are_told_with_a_warning(
    library: SmallLibrary,
) -> None:
    answer = ask(library, "How many people of the raft club drowned?")
    assert "raft club" in answer.answer
    assert "“drowned”" in (answer.note or "")


def test_passages_that_give_neither_the_deed_nor_a_reason_do_not_say_why(
    library: SmallLibrary,
) -> None:
    answer = ask(library, "Why did the trough of the paddock sink?")
    assert not answer.answered
    assert "“sink”" in (answer.note or "")


@pytest.mark.parametrize(
    ("question", "told"),
    [("Where is the tool shed?", SHED), ("Where is the trough of the paddock?", "")],
)
def test_where_a_thing_is_is_told_by_what_names_a_place(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells_first(library, question, told)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Did the glass guild give the club new panes for the conservatory?", False),
        ("Has the club applied to the glass guild for panes of the conservatory?", True),
        ("Was the faulty bench of the wharf repaired?", True),
        ("Was the stile of the meadow mended?", True),
    ],
)
def test_what_is_only_sought_has_not_come_about(
    library: SmallLibrary, question: str, answered: bool
) -> None:
    told = ask(library, question)
    assert told.answered is answered
    assert (
        answered
        or told.note == "The papers held say that this was sought, and not what came of it."
    )


def test_it_is_said_where_nothing_told_gives_the_reason_asked_for(library: SmallLibrary) -> None:
    told = ask(library, "Why was the sundial of the orchard levelled?")
    assert told.note == "Nothing here says in so many words that it is the reason."
