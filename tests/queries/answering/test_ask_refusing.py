"""What is refused and what is not: for reasons that the papers give, not for words alone."""

from pathlib import Path

import pytest

from embeddings.ingest import add
from embeddings.library import Library
from kg.tables.load import matches
from queries.answering.choosing.numbering import says_how_many
from queries.ask import ask
from queries.understanding.two_parts import parts
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

AGENDA = f"{BASE}document/310312310312"
LATER = f"{BASE}document/310611310611"
SPRING = f"<{BASE}meeting/thornmere-2031-03-12>"
SUMMER = f"<{BASE}meeting/thornmere-2031-06-11>"
REPORT = f"<{BASE}report/weir-repairs>"
LIMIT = "Set the size of the boat fleet - we decided to keep six boats"
ORCHARD = "To agree a lease for the orchard."
AGREED = "At its March meeting the Board agreed to a working party on the eel pass."
OYSTERS = "The villages that the oyster scheme may work with ask for help with oyster beds. " * 9
COUNT = "The oyster scheme now works with 21 villages, against an aim of 30."
HITS = "The toll page was delivered to time and budget and had 3 million visits since its launch."
MOVED = "Anselm motions to rename the osprey hide. Brida seconds."
WEIR = "Contact officer: Ivo Sandgren, ivo.sandgren@thornmere.example"
CLERK = "Contact: Petra Lomax, 01632 960333"
CLOSED = "The Chair closed the meeting at 8.45 pm."
NOTICE = "To consider a motion on kingfishers put down by the warden:"
KINGFISHERS = "“That three banks be left unmown.”"
HOLDER = "Vice-Chair, Orsolya Penk"
NOTHING = "There was no other business."
QUESTIONNAIRE = "The Board noted the questionnaire on moorings and its next steps."
VILLAGES = "How many villages does the oyster scheme work with?"
BEFORE = (
    ("", "Thornmere Rivers Board, 12 March 2031"),
    ("Fleet", LIMIT),
    ("Orchard", ORCHARD),
    ("", "The meeting will start at 7.30 pm."),
)
"""The lines of the agenda, each with its heading."""
AFTERWARDS = (
    ("", "Minutes of the Thornmere Rivers Board, 11 June 2031"),
    ("", CLERK),
    ("Eel pass", AGREED),
    ("Oyster beds", OYSTERS + COUNT),
    ("Toll page", HITS),
    ("Osprey hide", MOVED),
    ("Weir repairs", WEIR),
    ("Moorings questionnaire", QUESTIONNAIRE),
    ("Any other business", NOTHING),
    ("Kingfishers", NOTICE),
    ("Kingfishers", KINGFISHERS),
    ("Close", CLOSED),
    ("Election of officers", "The following should be officers:"),
    ("Election of officers", "Treasurer, Milo Fenwick"),
    ("Election of officers", HOLDER),
)
"""Those of the minutes."""


def thornmere() -> str:
    """An agenda with a decision in its lines, and the minutes of a later meeting, as TriG."""
    board = f"<{BASE}board/thornmere>"
    named = f'{board} a mb:Board ; skos:prefLabel "Thornmere Rivers Board" .'
    before = [
        named,
        f'<{AGENDA}> a mb:Document ; mb:fileName "a.txt" ; mb:kind "agenda pack" ;',
        f'  dct:date "2031-03-12"^^xsd:date ; mb:ofMeeting {SPRING} ; mb:sha256 "{"3" * 64}" .',
        f'{SPRING} a mb:Meeting ; dct:date "2031-03-12"^^xsd:date ; mb:heldBy {board} .',
        *paragraphs(AGENDA, BEFORE),
    ]
    after = [
        named,
        f'<{LATER}> a mb:Document ; mb:fileName "b.txt" ; mb:kind "minutes" ;',
        f'  dct:date "2031-06-11"^^xsd:date ; mb:ofMeeting {SUMMER} ; mb:sha256 "{"6" * 64}" .',
        f'{SUMMER} a mb:Meeting ; dct:date "2031-06-11"^^xsd:date ; mb:heldBy {board} .',
        f'{REPORT} a mb:Report ; dct:title "Weir repairs" .',
        f"<{LATER}/p6> mb:inReport {REPORT} .",
        f'<{BASE}recommendation/eels> a mb:Recommendation ; mb:number "4" ;',
        f'  mb:text "That an eel pass be built." ; mb:statedIn <{LATER}/p2> .',
        f'<{BASE}decision/moorings> a mb:Decision ; mb:text "{QUESTIONNAIRE}" ;',
        f'  mb:decidedAt {SUMMER} ; mb:outcome "noted" ; mb:statedIn <{LATER}/p7> ;',
        f'  mb:quote "{QUESTIONNAIRE}" .',
        *paragraphs(LATER, AFTERWARDS),
        *(f"<{LATER}/p{at}> mb:ofMeeting {SUMMER} ." for at in range(len(AFTERWARDS))),
    ]
    return f"<{AGENDA}> {{ {' '.join(before)} }} <{LATER}> {{ {' '.join(after)} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("refusing"), thornmere())


def test_a_later_paper_tells_what_was_decided_where_no_minutes_are_held(
    library: SmallLibrary,
) -> None:
    answer = ask(library, "What did the Board agree about the eel pass at its March 2031 meeting?")
    assert answer.answered
    assert AGREED in answer.answer


def test_an_agenda_that_only_proposes_tells_of_no_decision(library: SmallLibrary) -> None:
    answer = ask(library, "What did the Board decide about the orchard lease on 12 March 2031?")
    assert not answer.answered
    assert "minutes of that meeting are not" in (answer.note or "")


def test_the_sentence_with_the_number_asked_for_is_told(library: SmallLibrary) -> None:
    answer = ask(library, VILLAGES)
    assert COUNT in answer.answer
    assert len(answer.citations[0].quote.split()) < len(OYSTERS.split())


def test_a_million_of_something_is_no_sum_of_money(library: SmallLibrary) -> None:
    answer = ask(library, "How much did the toll page cost to launch?")
    assert answer.note == "No passage that speaks of this names a sum of money."


def test_the_contact_for_another_report_is_none_for_this_one(library: SmallLibrary) -> None:
    answer = ask(library, "Who is the contact officer for the osprey hide report?")
    assert answer.note == "No paper held gives a contact for it."
    assert "Ivo Sandgren" in ask(library, "Who is the contact for the weir repairs report?").answer


def test_whom_to_ring_is_told_by_the_line_of_the_paper(library: SmallLibrary) -> None:
    answer = ask(library, "Whom can I ring about the eel pass?")
    assert answer.answer == CLERK


def test_who_moved_is_told_in_the_present_tense(library: SmallLibrary) -> None:
    answer = ask(library, "Who moved to rename the osprey hide, and who seconded it?")
    assert MOVED in answer.answer


def test_what_a_body_decided_stands_for_what_it_asked_for(library: SmallLibrary) -> None:
    question = "What did the Board ask officers to do about the moorings questionnaire?"
    answer = ask(library, question)
    assert QUESTIONNAIRE in answer.answer
    assert answer.note == "The papers held give no action on it; this was decided."


def test_that_there_was_nothing_is_a_no(library: SmallLibrary) -> None:
    answer = ask(library, "Was there any other business on 11 June 2031?")
    assert answer.answer.startswith(f"No: {NOTHING}")


def test_a_question_of_which_papers_have_no_word_is_refused(library: SmallLibrary) -> None:
    answer = ask(library, "Do walruses juggle?")
    assert answer.note == "Nothing in the papers comes close enough to the question to answer it."


@pytest.mark.parametrize(
    ("question", "split"),
    [
        ("When and where is the next meeting?", False),
        ("When is the next meeting and where is it held?", True),
    ],
)
def test_two_words_of_asking_are_one_question(question: str, split: bool) -> None:
    assert (parts(question) is not None) is split


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much had thefts fallen?", "extent"),
        ("How much was the fine?", "money"),
        ("When did the AGM close?", "clock"),
        ("By what vote was she elected?", "vote"),
    ],
)
def test_what_is_to_be_told(question: str, told: str) -> None:
    assert matches(question.lower(), "questions", "expects", told)


def test_the_minutes_of_a_day_are_not_those_of_the_meeting_that_approved_them(
    library: SmallLibrary,
) -> None:
    text = "Did the Board approve the minutes of 4 December 2030 at its meeting on 12 March 2031?"
    answer = ask(library, text)
    assert not answer.answered


def test_what_is_of_another_year_does_not_answer(library: SmallLibrary) -> None:
    assert ask(library, "Who asked for help with oyster beds in 2031?").answered
    other = ask(library, "Who asked for help with oyster beds in 2032?")
    assert not other.answered
    assert "in or of 2032" in (other.note or "")


@pytest.mark.parametrize(
    ("text", "thing", "told"),
    [
        ("a 3-day course of pathways", "pathway", False),
        ("3 pathways", "pathway", True),
        ("two-thirds of pathways", "pathway", True),
    ],
)
def test_a_part_of_a_word_counts_nothing(text: str, thing: str, told: bool) -> None:
    assert says_how_many(text, frozenset([thing])) is told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What time did the board's June 2031 meeting finish?", CLOSED),
        ("What motion was put down on kingfishers?", KINGFISHERS),
    ],
)
def test_what_stands_apart_is_told(library: SmallLibrary, question: str, told: str) -> None:
    assert told in ask(library, question).answer


def test_a_session_of_a_council_is_no_council() -> None:
    assert not matches("which council session was it?", "questions", "expects", "council")
    assert matches("which council was it?", "questions", "expects", "council")


def test_a_line_with_an_office_and_a_name_tells_who_holds_it(library: SmallLibrary) -> None:
    assert ask(library, "Who was elected Vice-Chair?").answer.startswith(HOLDER)


def test_a_recommendation_of_a_number_that_none_bears_is_not_there(library: SmallLibrary) -> None:
    answer = ask(library, "What was the response to recommendation 19?")
    assert answer.note == "No paper held has a recommendation 19."
    other = ask(library, "What was the response to recommendation 4 on the eel pass?")
    assert other.note != "No paper held has a recommendation 4."


def test_a_substitute_for_another_is_no_answer(library: SmallLibrary) -> None:
    answer = ask(library, "Who substituted for Cllr Ada Quill in June 2031?")
    assert answer.note == "No paper held names a substitute."


def test_the_end_of_a_meeting_is_not_told_by_its_start(library: SmallLibrary) -> None:
    answer = ask(library, "What time did the March 2031 meeting finish?")
    assert not answer.answered


def test_who_came_to_earlier_meetings_is_not_who_came_to_the_one_of_an_agenda(
    tmp_path: Path,
) -> None:
    (tmp_path / "agenda.md").write_text(
        "# Quay Board\n\nAgenda for the meeting on 8 March 2031\n\n## Attendance for 2030/31\n\n"
        "| Members | 29/11/30 | 24/01/31 |\n| --- | --- | --- |\n| Ada Quill | Yes | Yes |\n"
        "| Ben Tarn | Yes | No |\n| Cara Voss | No | Yes |\n\n## Agenda\n\n"
        "1. Declarations of interest\n2. Minutes of the last meeting\n3. The quay lamps\n",
        "utf-8",
    )
    add(tmp_path / "library", [tmp_path / "agenda.md"])
    with Library.open(tmp_path / "library") as held:
        refused = ask(held, "Who attended the 8 March 2031 meeting?")
        told = ask(held, "Who attended the meeting of 24 January 2031?")
    assert not refused.answered
    assert refused.note and "the minutes of that meeting are not" in refused.note
    assert told.answer == "Ada Quill, Cara Voss"


def test_a_recommendation_is_told_by_its_number_alone(library: SmallLibrary) -> None:
    assert ask(library, "recommendation 4").answer == "That an eel pass be built."
