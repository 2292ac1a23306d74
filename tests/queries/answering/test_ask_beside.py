"""What stands beside what is asked about: movers, votes, marks, next meetings, initials, bodies."""

import pytest

from embeddings.names import Name
from queries.answering.asking import Asking
from queries.ask import ask, inquire
from queries.search import Searcher
from queries.understanding.names import Names
from queries.understanding.two_parts import continued
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

PAPER = f"{BASE}document/999999999999"
MEETING = f"<{BASE}meeting/eelwater-2022-05-04>"
NEXT = f"<{BASE}meeting/eelwater-2022-07-06>"
MOVED = "It was proposed by Mr Reed and seconded by Mrs Sedge that the pump be sold."
SOLD = "RESOLVED: that the pump be sold."
ABSENT = "Members Absent: Hob Lowe, Tib Crane"
HELD = "The meeting was held in the Pump House"
GREASE = "TG to grease the winch."
COMING = "The following meeting is on 6 July at the weir."
BROUGHT = "The minutes of 6 April 2022 would be brought to the next meeting for approval."
TEXTS = (
    ("", "Eelwater Drainage Board, 4 May 2022"),
    ("", HELD),
    ("", ABSENT),
    ("Pump", MOVED),
    ("Pump", "Much was said of it."),
    ("Pump", SOLD),
    ("Clerk", "It was proposed by Mr Flag that the clerk be paid."),
    ("Culvert", "The culvert should be dug anew."),
    ("Culvert", "For: 9"),
    ("Culvert", "Against: 2"),
    ("Winch", GREASE),
    ("Winch", "Tam Gorse was thanked."),
    ("Ducks", "Ducks were seen on the towpath."),
    ("Minutes", BROUGHT),
    ("Ford", "Mr Obed Ford, Keeper of Eels, spoke."),
    ("Close", COMING),
    ("Business", "It was proposed that the barge be tarred."),
    ("Business", "RESOLVED: that the jetty be mended."),
    ("Business", "Carried: 7 for, 1 against."),
)


def eelwater() -> str:
    """An agenda of a drainage board on which its clerk wrote what came to pass, as TriG."""
    lines = [
        f'<{PAPER}> a mb:Document ; mb:fileName "eelwater.txt" ; mb:kind "agenda pack" ;',
        f'  dct:date "2022-05-04"^^xsd:date ; mb:ofMeeting {MEETING} ; mb:sha256 "{"9" * 64}" .',
        f'{MEETING} a mb:Meeting ; dct:date "2022-05-04"^^xsd:date ; mb:nextMeeting {NEXT} ;',
        f"  mb:heldBy <{BASE}board/eelwater> .",
        f'{NEXT} a mb:Meeting ; dct:date "2022-07-06"^^xsd:date ;',
        f"  mb:heldBy <{BASE}board/eelwater> .",
        f'<{BASE}board/eelwater> a mb:Board ; skos:prefLabel "Eelwater Drainage Board" .',
        f'<{BASE}person/tam> a foaf:Person ; foaf:name "Tam Gorse" .',
        f"<{PAPER}/p11> mb:mentions <{BASE}person/tam> .",
        f'<{BASE}person/obed> a foaf:Person ; foaf:name "Obed Ford" .',
        f"<{PAPER}/p14> mb:mentions <{BASE}person/obed> .",
        f'<{BASE}attendance/tam> a mb:Attendance ; mb:attendanceStatus "present" ;',
        f"  mb:atMeeting {MEETING} ; mb:person <{BASE}person/tam> ; mb:statedIn <{PAPER}/p11> .",
        f'<{BASE}action/winch> a mb:Action ; mb:text "grease the winch" ; mb:quote "{GREASE}" ;',
        f'  mb:assigneeAsWritten "TG" ; mb:ofMeeting {MEETING} ; mb:statedIn <{PAPER}/p10> .',
        f'<{BASE}decision/minutes> a mb:Decision ; mb:text "{BROUGHT}" ; mb:quote "{BROUGHT}" ;',
        f'  mb:outcome "agreed" ; mb:decidedAt {MEETING} ; mb:statedIn <{PAPER}/p13> .',
        f'<{BASE}decision/jetty> a mb:Decision ; mb:text "the jetty be mended" ;',
        '  mb:quote "RESOLVED: that the jetty be mended." ; mb:outcome "agreed" ;',
        f"  mb:decidedAt {MEETING} ; mb:statedIn <{PAPER}/p17> .",
    ]
    lines += paragraphs(PAPER, TEXTS)
    return f"<{PAPER}> {{ {' '.join(lines)} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("beside") / "keywords", eelwater())


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("Who seconded that the Eelwater pump be sold?", (MOVED,)),
        ("How did Eelwater vote on the culvert?", ("For: 9", "Against: 2")),
        ("Who was absent at Eelwater on 4 May 2022?", (ABSENT,)),
        ("Where did Eelwater meet on 4 May 2022?", (HELD,)),
    ],
)
def test_what_tells_it_comes_first(
    library: SmallLibrary, question: str, quotes: tuple[str, ...]
) -> None:
    told = [citation.quote for citation in ask(library, question).citations]
    assert tuple(told[: len(quotes)]) == quotes


@pytest.mark.parametrize("matter", ["pump", "barge"])
def test_the_vote_on_the_next_matter_is_not_told(library: SmallLibrary, matter: str) -> None:
    told = ask(library, f"How did Eelwater vote on the {matter}?")
    assert told.note == "No passage that speaks of this names a vote."


@pytest.mark.parametrize(
    "question",
    [
        "When does Eelwater meet after 4 May 2022?",
        "When was the next meeting after the May 2022 meeting of Eelwater?",
        "When is the next meeting of Eelwater?",
    ],
)
def test_the_next_meeting_is_the_one_that_is_announced(
    library: SmallLibrary, question: str
) -> None:
    answer = ask(library, question)
    assert (answer.values, answer.citations[0].quote) == (("6 July 2022",), COMING)


def test_initials_are_told_with_the_one_name_they_stand_for(library: SmallLibrary) -> None:
    answer = ask(library, "Who is to grease the Eelwater winch?")
    assert answer.answer == "grease the winch (TG, Tam Gorse)"


def test_an_action_is_found_by_the_initials_of_its_owner(library: SmallLibrary) -> None:
    assert ask(library, "What must TG do for Eelwater?").values == ("grease the winch",)


def test_a_post_that_stands_behind_a_name_is_told(library: SmallLibrary) -> None:
    answer = ask(library, "What is Obed Ford's post?")
    assert answer.citations[0].quote == "Mr Obed Ford, Keeper of Eels, spoke."


def test_what_is_only_spoken_of_was_not_decided(library: SmallLibrary) -> None:
    answer = ask(library, "What did Eelwater decide about ducks?")
    assert answer.note == "The papers held tell of no decision on it."


def test_what_is_to_be_brought_back_is_not_approved(library: SmallLibrary) -> None:
    answer = ask(library, "Did Eelwater approve the minutes of 6 April 2022?")
    assert answer.answer.startswith("No, it was put off: ")


def test_nothing_is_decided_after_the_last_paper(library: SmallLibrary) -> None:
    answer = ask(library, "What did Eelwater decide on the pump in May 2051?")
    assert answer.answered is False


def test_the_body_named_makes_its_papers_no_nearer(library: SmallLibrary) -> None:
    searcher = Searcher(library)
    asking, _ = inquire(searcher, "Which airline does the Eelwater Drainage Board like?")
    without = Asking(
        searcher, searcher.understand("Which airline does the like?"), within=asking.scope
    )
    assert asking.nearness == without.nearness


def test_the_second_question_is_asked_of_the_body_and_time_of_the_first(
    library: SmallLibrary,
) -> None:
    answer = ask(library, "Where did Eelwater meet on 4 May 2022, and who was absent?")
    assert {HELD, ABSENT} <= {citation.quote for citation in answer.citations}
    assert {citation.file for citation in answer.citations} == {"eelwater.txt"}


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        ("what does it cost?", "what does it cost sluice May 2022?"),
        ("who came in June 2022?", "who came in June 2022 sluice?"),
        ("why did the sluice leak in 2021?", "why did the sluice leak in 2021?"),
    ],
)
def test_a_second_question_takes_up_what_it_does_not_say(second: str, asked: str) -> None:
    assert continued(second, "sluice", ["May 2022"]) == asked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Did Cllr Hall speak?", True),
        ("Did Jo Hall speak?", True),
        ("Did Hall speak?", True),
        ("Hall spoke of the Mill", True),
        ("Was the Mill Hall sold?", False),
        ("Was Hall Lane closed?", False),
    ],
)
def test_a_common_word_in_another_name_is_no_surname(text: str, found: bool) -> None:
    names = Names([Name("person/jo", "Person", "J. Hall")])
    assert bool(names.mentions(text)) is found
