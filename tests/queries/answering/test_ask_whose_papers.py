"""Whose papers are asked where several bodies share the words of their names, and who holds an
office in a body that papers call by its initials.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer, ask
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.invented_graph import BASE
from tests.support.own_library import own_library
from tests.support.small_library import SmallLibrary, paragraphs, small_library

BODIES = ("Moss Vale Water District", "Tarn Pike Water District", "Elm Marsh Fire District")
AWAY = ("Ada Fenn", "Rolf Amsel", "Una Holt")
SAID = (
    "The sluice of the upper pond was scraped. Ivo Brack confirmed that the sluice holds.",
    "Bela Quill was appointed the chair of EUG at the fair.",
    "The Eel User Group (EUG) speaks for those who catch eels.",
    "A pike was seen in the tarn, and moss in the vale.",
)


def _minutes(at: int) -> str:
    """The minutes of one of the bodies, as TriG."""
    paper, meeting = f"{BASE}document/{str(at) * 12}", f"<{BASE}meeting/m{at}>"
    board = f"<{BASE}board/b{at}>"
    said = [
        f'<{paper}> a mb:Document ; mb:fileName "m{at}.txt" ; mb:kind "minutes" ;',
        f'  dct:date "2030-03-03"^^xsd:date ; mb:sha256 "{str(at) * 64}" ;',
        f"  mb:ofMeeting {meeting} .",
        f'{meeting} a mb:Meeting ; dct:date "2030-03-03"^^xsd:date ; mb:heldBy {board} .',
        f'{board} a mb:Board ; skos:prefLabel "Board {at}" .',
        *paragraphs(paper, (BODIES[at], f"Absent: {AWAY[at]}.", *(SAID if not at else ()))),
        f'<{BASE}person/p{at}> a foaf:Person ; foaf:name "{AWAY[at]}" .',
        f"<{paper}/a> a mb:Attendance ; mb:person <{BASE}person/p{at}> ;",
        f'  mb:attendanceStatus "absent" ; mb:atMeeting {meeting} ; mb:statedIn <{paper}/p1> .',
    ]
    return f"<{paper}> {{ {' '.join(said)} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    term = (
        f'<{BASE}group/eug> a mb:Organisation ; skos:prefLabel "Eel User Group" ;'
        f' skos:altLabel "EUG" . <{BASE}document/{"0" * 12}/p4> mb:mentions <{BASE}group/eug> .'
    )
    papers = " ".join(map(_minutes, range(len(BODIES))))
    return small_library(tmp_path_factory.mktemp("whose"), f"{papers} <{BASE}g/eug> {{ {term} }}")


@pytest.mark.parametrize("at", [0, 1])
def test_a_body_is_named_by_all_words_of_its_name(library: SmallLibrary, at: int) -> None:
    answer = ask(library, f"Who was absent from the {BODIES[at]} meeting?").answer
    assert AWAY[at] in answer
    assert not any(other in answer for other in AWAY if other != AWAY[at])


def test_an_office_is_told_of_a_body_by_its_initials(library: SmallLibrary) -> None:
    assert ask(library, "Who chairs the Eel User Group?").answer.startswith("Bela Quill")


def test_what_somebody_confirmed_is_what_he_said(library: SmallLibrary) -> None:
    assert "holds" in ask(library, "What did Ivo Brack say about the sluice?").answer


GROUPS = {
    "open-standards.md": """# Open Standards Board

Minutes of the meeting held on 3 May 2030

Present: Ann Lowe, Ben Tarn

## 1. Charts of the Kelp.UK site

Of the charts that we tried none was right.
""",
    "kelp.md": """# Kelp:UK

Minutes of the annual meeting held on 5 June 2030

Present: Cara Voss, Dan Moss

## 1. Accounts

The tin holds £90.

Kelp:UK met in the Kelp:UK hut on 5 June 2030 in the rain.

It was agreed that the AGM of next year would be held in the loft on Friday 8th August.

Skot moves to accept the new lease of the hut. All accept.

Dan Moss would send a letter on the eels to the Fenland Office. The Fenland Office has a new boat.

## 2. Next meeting

The next annual meeting is on 3 September 2031.
""",
}


@pytest.fixture(scope="module")
def groups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("groups"), GROUPS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many of the Kelp.UK charts tried by the Open Standards Board were right?", "none"),
        ("How much was in the tin of Kelp:UK at the time of the 2030 AGM?", "£90"),
        ("When is Kelp:UK holding its next annual meeting?", "3 September 2031"),
    ],
)
def test_a_body_named_in_full_is_meant_whatever_else_is_named(
    groups: Searcher, question: str, told: str
) -> None:
    assert told in answer(groups, question).answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("On what date will Kelp:UK hold the AGM of next year?", "Friday 8th August"),
        ("Which members were there when Kelp:UK met on 5 June 2030?", "Cara Voss"),
        ("For how many years does the new lease of the hut of Kelp:UK run?", ""),
        ("What did the Fenland Office reply to the letter on the eels of Kelp:UK?", ""),
    ],
)
def test_what_is_asked_of_a_body_is_told_or_it_is_said_that_it_is_not_there(
    groups: Searcher, question: str, told: str
) -> None:
    finds(groups, question, told)
