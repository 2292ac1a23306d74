"""What items and points of lists state, and matters of which no passage has a word."""

from pathlib import Path

import pytest

from kg.tables.load import matches
from queries.answering.choosing.listing import leads
from queries.answering.refusing.missing_matters import untold
from queries.answering.refusing.missing_words import unheard
from queries.ask import ask, inquire
from queries.graphs.place import Place
from queries.search import Searcher
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

PACK = f"{BASE}document/320409320409"
SPRING = f"<{BASE}meeting/harrowmere-2032-04-09>"
VISITORS = "3. Visitors must sign the book at the lock gate."
DECOY = "5. Duck decoy repairs"
NOTED = "The Board is asked to note:"
JETTY = "a) the club will use the north jetty on Sundays"
REEDS = "Reed cutting goes ahead this year as follows."
BANKS = ("- the east bank in March", "- the island in September")
CULLING = "The trust paid for the culling of mink on the island with a grant of the county."
TENDER = "A handbook for wardens has been out to tender with a view to printing it in autumn."
MARKED = "The marking of eels was looked at by the warden."
LINES = ("Harrowmere Lakes Trust, 9 April 2032", VISITORS, DECOY, NOTED, JETTY, REEDS, *BANKS)
ITEMS = {1: VISITORS, 2: DECOY, 4: JETTY}


def harrowmere() -> str:
    """An agenda pack whose items state things, as TriG."""
    board = f"<{BASE}board/harrowmere>"
    lines = paragraphs(PACK, (*LINES, CULLING, TENDER, MARKED))
    points = [line.startswith(("a)", "-")) for line in (*LINES, CULLING, TENDER, MARKED)]
    said = [
        line.replace('mb:kind "text"', 'mb:kind "list item"') if point else line
        for line, point in zip(lines, points, strict=True)
    ]
    pack = [
        f'{board} a mb:Board ; skos:prefLabel "Harrowmere Lakes Trust" .',
        f'<{PACK}> a mb:Document ; mb:fileName "a.txt" ; mb:kind "agenda pack" ;',
        f'  dct:date "2032-04-09"^^xsd:date ; mb:ofMeeting {SPRING} ; mb:sha256 "{"4" * 64}" .',
        f'{SPRING} a mb:Meeting ; dct:date "2032-04-09"^^xsd:date ; mb:heldBy {board} .',
        f'<{BASE}recommendation/mink> a mb:Recommendation ; mb:number "1" ;',
        f'  mb:text "{CULLING}" ; mb:statedIn <{PACK}/p8> .',
        *said,
        *(
            f'<{BASE}item/{at}> a mb:AgendaItem ; dct:title "{text[3:]}" ;'
            f" mb:statedIn <{PACK}/p{at}> ."
            for at, text in ITEMS.items()
        ),
        *(f"<{PACK}/p{at}> mb:ofMeeting {SPRING} ." for at in range(len(lines))),
    ]
    return f"<{PACK}> {{ {' '.join(pack)} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    folder: Path = tmp_path_factory.mktemp("items")
    return small_library(folder, harrowmere())


def test_an_item_that_states_something_tells_it(library: SmallLibrary) -> None:
    answer = ask(library, "What must visitors do at the lock gate?")
    assert answer.answer.startswith(VISITORS)


def test_a_point_among_items_is_told_with_its_lead_in(library: SmallLibrary) -> None:
    answer = ask(library, "Will the club use the north jetty on Sundays?")
    assert answer.answer.startswith(f"{NOTED}\n{JETTY}")


@pytest.mark.parametrize(
    ("line", "stating"),
    [
        (VISITORS, True),
        ("The fee stays at £40 a month", True),
        (DECOY, False),
        ("7. To agree whether the fee is raised", False),
        ("4. Minutes of the meeting that was held in May", False),
        ("2. Matters which have arisen", False),
        ("6. Planning applications: which trees must go?", False),
    ],
)
def test_what_states_something(line: str, stating: bool) -> None:
    assert matches(line, "questions", "stating") is stating


def test_what_follows_is_told_after_as_follows(library: SmallLibrary) -> None:
    answer = ask(library, "When does reed cutting go ahead this year?")
    assert "\n".join((REEDS, *BANKS)) in answer.answer


@pytest.mark.parametrize(
    ("text", "leading"),
    [
        ("as follows.", True),
        ("the following", True),
        ("set out below;", True),
        ("below par.", False),
    ],
)
def test_what_leads_in(text: str, leading: bool) -> None:
    assert leads(Place("p", f"It goes {text}", "d", "f", 0)) is leading


def test_what_a_board_is_asked_at_a_meeting_needs_no_minutes(library: SmallLibrary) -> None:
    answer = ask(library, "What is the Board asked to agree about culling mink in April 2032?")
    assert CULLING in answer.answer


@pytest.mark.parametrize(
    ("question", "way"),
    [
        ("What is the Board asked to note on reeds?", "recommendation"),
        ("What did the Board note on reeds?", "decision"),
    ],
)
def test_what_a_body_is_asked_to_note_is_not_yet_noted(
    library: SmallLibrary, question: str, way: str
) -> None:
    assert Searcher(library).understand(question).way == way


def test_what_a_report_finds_that_somebody_needs_to_do_is_no_action() -> None:
    assert not matches("what does the review say mira needs to do?", "questions", "tasks")
    assert matches("what does mira need to do?", "questions", "tasks")


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("Why was the culling cancelled?", "cancelled"),
        ("Why was the culling criticised?", None),
        ("Why did the culling of mink speak to the county?", None),
        ("Who paid for the culling of mink on the island?", None),
        ("Why was the culling by the bobbies cancelled?", None),
        ("Which printer won the tender for the wardens handbook?", "printer"),
    ],
)
def test_a_word_that_no_paper_has_is_asked_about(
    library: SmallLibrary, question: str, strange: str | None
) -> None:
    asking, _ = inquire(Searcher(library), question)
    assert unheard(asking) == strange


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("Is there an allotment on the island?", "allotment"),
        ("Was the wi-fi on the island mended?", "wi fi"),
        ("Who examined the eels?", None),
        ("Did the warden look at exams for eels?", "exams"),
    ],
)
def test_a_matter_of_which_no_passage_has_a_word(
    library: SmallLibrary, question: str, matter: str | None
) -> None:
    asking, _ = inquire(Searcher(library), question)
    assert untold(asking) == matter


def test_an_everyday_word_is_had_where_papers_call_the_thing(library: SmallLibrary) -> None:
    asking, _ = inquire(Searcher(library), "Who gave the handout?")
    assert asking.share("a grant of the county") > 0.0
    assert asking.share("a gift of the county") == 0.0
