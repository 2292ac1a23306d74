"""What was decided on an item whose decision and title share no word with the question."""

import pytest

from queries.ask import ask
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

MINUTES, BOARD = f"{BASE}document/330105330105", f"<{BASE}board/wend>"
MEETING, ITEM = f"<{BASE}meeting/wend-2033-01-05>", f"<{MINUTES}/i1>"
SAID = (
    "The warden introduced a round-up of how other locks keep swans off their gates.",
    "Members thanked the warden.",
    "Members noted the report.",
)
NOTED = SAID[2]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    told = [
        f'<{MINUTES}> a mb:Document ; mb:fileName "january.txt" ; mb:kind "minutes" ;',
        f'  dct:date "2033-01-05"^^xsd:date ; mb:ofMeeting {MEETING} ; mb:sha256 "{"33" * 32}" .',
        f'{BOARD} a mb:Board ; skos:prefLabel "Wend Lock Trust" .',
        f'{MEETING} a mb:Meeting ; dct:date "2033-01-05"^^xsd:date ; mb:heldBy {BOARD} .',
        f'{ITEM} a mb:AgendaItem ; dct:title "Progress elsewhere" ; mb:atMeeting {MEETING} ;',
        f"  mb:statedIn <{MINUTES}/p0> .",
        f'<{MINUTES}/d1> a mb:Decision ; mb:text "{NOTED}" ; mb:outcome "noted" ;',
        f"  mb:decidedAt {MEETING} ; mb:onItem {ITEM} ; mb:statedIn <{MINUTES}/p2> .",
        *paragraphs(MINUTES, SAID),
        *(f"<{MINUTES}/p{at}> mb:onItem {ITEM} ." for at in range(len(SAID))),
    ]
    folder = tmp_path_factory.mktemp("decided-on-item")
    return small_library(folder / "index", more=f"<{MINUTES}> {{ {' '.join(told)} }}")


@pytest.mark.parametrize(
    "question",
    [
        "What did the trust decide in January 2033 on the warden's round-up of swans at gates?",
        "What was the upshot of the item on swans at the gates of other locks in January 2033?",
    ],
)
def test_the_decision_on_the_item_of_the_passage_is_told(
    library: SmallLibrary, question: str
) -> None:
    answer = ask(library, question)
    assert answer.answer == f"Wend Lock Trust, 5 January 2033, on “Progress elsewhere”: {NOTED}"
    assert [citation.quote for citation in answer.citations] == [NOTED]


def test_an_item_on_another_matter_tells_nothing(library: SmallLibrary) -> None:
    answer = ask(library, "What did the trust decide in January 2033 on the dredging of silt?")
    assert not answer.answered
