"""A paper that opens with the name of a body is asked for it, though it is told of another body
whose people came, and though lines about the file stand before its first words. What its papers
say of the meetings of others is no day of its own.
"""

import pytest

from queries.ask import ask
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

BODIES = ("Eldmoor Community Council", "Sallowshire Council", "Quenby Fell Council")
HEADER = ("title: Minutes of March", "type: minutes", "date: 2031-03-05")
CREW = "The lifeboat crew meet again on 17 March 2031."
NEXT = "The date of the next meeting of the council is 19 April 2031."
SAID = (
    ("Eldmoor Community Council", "The ferry fund stands at £90."),
    (*HEADER, "Held in the hall of Eldmoor.", "The boat fund stands at £40.", CREW, NEXT),
    ("Quenby Fell Council", "The boat fund stands at £70."),
)


def _paper(at: int) -> str:
    """The minutes of a body, as TriG; lines about a file are furniture."""
    paper, meeting = f"{BASE}document/{str(at) * 12}", f"<{BASE}meeting/m{at}>"
    board = f"<{BASE}board/b{at}>"
    texts = paragraphs(paper, SAID[at])
    lines = [
        text.replace('"text"', '"furniture"') if said in HEADER else text
        for said, text in zip(SAID[at], texts, strict=True)
    ]
    said = [
        f'<{paper}> a mb:Document ; mb:fileName "m{at}.txt" ; mb:kind "minutes" ;',
        f'  dct:date "2031-03-05"^^xsd:date ; mb:sha256 "{str(at) * 64}" ;',
        f"  mb:ofMeeting {meeting} .",
        f'{meeting} a mb:Meeting ; dct:date "2031-03-05"^^xsd:date ; mb:heldBy {board} .',
        f'{board} a mb:Board ; skos:prefLabel "{BODIES[at]}" .',
        *lines,
    ]
    return f"<{paper}> {{ {' '.join(said)} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("opening"), " ".join(map(_paper, range(3))))


@pytest.mark.parametrize("name", ["Eldmoor", BODIES[0]])
@pytest.mark.parametrize(("fund", "money"), [("boat", "£40"), ("ferry", "£90")])
def test_papers_that_open_with_the_name_are_asked(
    library: SmallLibrary, name: str, fund: str, money: str
) -> None:
    answer = ask(library, f"How much is in the {fund} fund of {name}?").answer
    assert money in answer
    assert "£70" not in answer


def test_when_others_than_a_body_meet_is_told_of_them(library: SmallLibrary) -> None:
    assert ask(library, "When will the Eldmoor lifeboat crew next meet?").answer.startswith(CREW)
