"""Answers that are lists, and which part of a longer passage is told."""

import pytest

from queries.ask import ask, inquire
from queries.search import Searcher
from queries.understanding.aliases import sections
from queries.understanding.names import Names
from queries.understanding.question import understand
from tests.support.asked import tells
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

NOTES = f"{BASE}document/350708350708"
OFFERS = "6. The tackle scheme has the following three offers:"
TITLES = ("7. Rope exchange", "8. Sail loans", "9. Tar days")
MORE = "10. Net mending"
FARES = "It was suggested to try the lower fares on:"
PELL, ORRIN = "i. Pell Ferry.", "ii. Orrin Ferry."
TRIALS = "Trials of eel nets are taking place at:"
PLACES = ("Marlow (nets of hemp):", "Skerrow (nets of wire):")
BURSAR = "Each port must have a s151 officer."
TALKS = "An engineer met the acting harbour warden. "
FILLER = "The tide was high and the sheds were full of rope and tar for most of the month. " * 3
WARDEN = "Later, to the sound of pipes and drums, crews met the acting harbour engineer, Ivo Penk."
SURVEY = "A survey of the piers looked at rot and rust in the timbers. "
MADE = "The survey was carried out by Lantern Works."
ROPES = "The ropes of the bell buoy were tested by a company from Orrin, Fern Vale."
MASTS = "The masts of the punts were tested by a company in the yard."
BOATS = "Owner\\tBoats\\nOffice of Ferry Fares\\t3\\nOffice of Weirs and of all Locks\\tnone yet"
PASS = "If you have no pass for the loft, please email the warden with your name."
LOFT = "Passes for the loft are blue."
NUMBERS = {OFFERS: "6", **{title: title.split(".")[0] for title in (*TITLES, MORE)}}
FORMS = {**dict.fromkeys((PELL, ORRIN, *PLACES), "list item"), BOATS: "table"}
LINES = (
    *("Notes of a season", "Of tackle and fares", "For information", "By the warden"),
    OFFERS,
    *(line for title in TITLES for line in (title, "Crews may ask the warden for it.")),
    *(MORE, "Nets are mended in the loft.", FARES, PELL, ORRIN, TRIALS, *PLACES),
    *(BURSAR, TALKS + FILLER + WARDEN, SURVEY + FILLER + MADE, ROPES, MASTS, BOATS, PASS, LOFT),
)


def notes() -> str:
    """Notes with several lists, as TriG."""
    said = [
        *(
            line.replace('mb:kind "text"', f'mb:kind "{FORMS.get(text, "text")}"')
            for text, line in zip(LINES, paragraphs(NOTES, LINES), strict=True)
        ),
        *(
            f'<{NOTES}/p{at}> mb:number "{NUMBERS[text]}" .'
            for at, text in enumerate(LINES)
            if text in NUMBERS
        ),
    ]
    return report_of(NOTES, "notes.txt", "2021-03-03", said)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("lists"), notes())


def test_the_numbered_titles_under_a_lead_in_are_its_points(library: SmallLibrary) -> None:
    answer = ask(library, "What are the three offers of the tackle scheme?")
    assert answer.answer.startswith("\n".join((OFFERS, *TITLES)))
    assert MORE not in answer.answer


def test_a_point_that_only_names_is_told_with_its_lead_in(library: SmallLibrary) -> None:
    answer = ask(library, "Is the Orrin Ferry among those for lower fares?")
    assert f"{FARES}\n{ORRIN}" in answer.answer


def test_towns_that_open_points_tell_which_councils(library: SmallLibrary) -> None:
    answer = ask(library, "Which councils took part in the trials of eel nets?")
    assert answer.answer.startswith("\n".join((TRIALS, *PLACES)))


def test_a_section_is_named_in_full_or_in_short(library: SmallLibrary) -> None:
    assert sections("a section 114 report, a s151 officer") == {
        "s114": "section 114",
        "s151": "section 151",
    }
    asking, answer = inquire(Searcher(library), "Must each port have a section 151 officer?")
    assert asking.covered == 1.0
    assert BURSAR in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who is the acting harbour engineer?", WARDEN),
        ("Who carried out the survey of the piers?", MADE),
    ],
)
def test_the_sentence_with_the_words_side_by_side_or_the_doer_is_told(
    library: SmallLibrary, question: str, told: str
) -> None:
    assert told in ask(library, question).answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which company tested the ropes of the bell buoy?", ROPES),
        ("Which company tested the masts of the punts?", ""),
        ("How many boats does the Office of Ferry Fares own?", "Fares"),
        ("How many weirs does the Office of Ferry Fares own?", ""),
    ],
)
def test_a_firm_is_named_and_a_number_stands_under_its_head(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells(library, question, told)


def test_what_the_asker_must_do_is_told_by_what_guides(library: SmallLibrary) -> None:
    assert PASS in ask(library, "What must I do if I have no pass for the loft?").answer


def test_all_items_of_an_agenda_are_told(library: SmallLibrary) -> None:
    assert ask(library, "What was on the agenda on 3 March 2021?").values == ("Tide gauges",)


def test_who_was_there_at_both_times(library: SmallLibrary) -> None:
    answer = ask(library, "Who sat on the board in both March 2021 and 2022?")
    assert answer.values == ("Ada Quill",)


@pytest.mark.parametrize(
    ("question", "way"),
    [
        ("How many crews attended the first training session in May 2031?", "passage"),
        ("How many members attended the meeting on training in May 2031?", "attendance"),
    ],
)
def test_who_attends_an_event_attends_no_meeting(question: str, way: str) -> None:
    assert understand(question, Names([])).way == way
