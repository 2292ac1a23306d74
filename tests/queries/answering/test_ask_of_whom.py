"""Who wanted a thing, why somebody left, and what is said of one place and not of another."""

import pytest

from queries.ask import ask
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

NOTES = f"{BASE}document/370809370809"
ROPES = "A course on the splicing of hemp ropes was held for the bargemen in the loft."
SWANS = "Mr Tove Rill asked that the swans on the weir be counted in frost."
FAREWELL = (
    "OP told the wardens that a letter of resignation from Greta Loam was accepted. OP also said "
    "that she would be resigning as treasurer at midsummer due to new duties abroad."
)
NAMED = "The treasurer is Orla Pike (OP)."
COST = "The lamp oil has risen in price and the old lamps burn more of it."
RAISED = "With these facts in mind the wardens saw no way but to raise the lantern levy."
ASKED = "The bargemen talked of why the lantern levy was raised."
HEAD = "Present: Ada Fenn, Rolf Amsel and 23 members of the public."
BUILDING = "The old building, the loft of rope, was looked at on 4 May 2029."
HANDBOOK = "The wardens spoke of the handbook of knots."
PRINTED = "A list of the tides was printed in the almanac."
BUOYS = "Quotes for a mooring buoy range from £40 for a red one to £75 for a striped one."
OTHER = "The motion on the pier at Quillstead was proposed by Ada Fenn and seconded by Rolf Amsel."
MOVED = (
    ("Piers", OTHER),
    ("Lamps", "I shall move that the pier at Marlhythe be given a lamp."),
    ("Lamps", "The motion was proposed by Una Holt and seconded by Bela Tarn."),
)
FEES = "Mooring fees were talked over. Una Holt proposed that they stay as they were."
LATER = (BUILDING, HANDBOOK, PRINTED, FEES)


def _notes() -> str:
    """The notes of the wardens, as TriG."""
    said = [
        f'<{NOTES}> a mb:Document ; mb:fileName "notes.txt" ; mb:kind "minutes" ;',
        f'  dct:date "2030-03-03"^^xsd:date ; mb:sha256 "{"5" * 64}" ;',
        f"  mb:ofMeeting <{BASE}meeting/w> .",
        f'<{BASE}meeting/w> a mb:Meeting ; dct:date "2030-03-03"^^xsd:date ;',
        f"  mb:heldBy <{BASE}board/w> .",
        f'<{BASE}board/w> a mb:Board ; skos:prefLabel "Lamp Wardens" .',
        f'<{BASE}person/op> a foaf:Person ; foaf:name "Orla Pike" .',
        *paragraphs(
            NOTES,
            (HEAD, ROPES, SWANS, FAREWELL, NAMED, ASKED, COST, RAISED, BUOYS, *MOVED, *LATER),
        ),
        f"<{NOTES}/p4> mb:mentions <{BASE}person/op> .",
        f'<{NOTES}/d1> a mb:Decision ; mb:text "{OTHER}" ; mb:quote "{OTHER}" ;',
        f"  mb:decidedAt <{BASE}meeting/w> ; mb:statedIn <{NOTES}/p9> ;",
        f"  mb:movedBy <{BASE}person/af> .",
        f'<{BASE}person/af> a foaf:Person ; foaf:name "Ada Fenn" .',
        f"<{NOTES}/a1> a mb:Attendance ; mb:person <{BASE}person/af> ; mb:statedIn <{NOTES}/p0> ;",
        f'  mb:attendanceStatus "present" ; mb:atMeeting <{BASE}meeting/w> .',
        f"<{NOTES}/a2> a mb:Attendance ; mb:person <{BASE}person/op> ; mb:statedIn <{NOTES}/p0> ;",
        '  mb:capacity "substitute" ; mb:attendanceStatus "present" ;',
        f"  mb:atMeeting <{BASE}meeting/w> .",
    ]
    return f"<{NOTES}> {{ {' '.join(said)} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("wardens"), _notes())


def test_who_asked_for_a_thing_is_told_only_where_somebody_did(library: SmallLibrary) -> None:
    refused = ask(library, "Who asked that the splicing of hemp ropes be held in the loft?")
    assert refused.note == "No passage that speaks of this says that anybody asked."
    refused = ask(library, "Which warden of the weir opposed the splicing of hemp ropes?")
    assert refused.note == "No passage that speaks of this says that anybody objected."
    told = ask(library, "Who asked that the swans on the weir be counted?")
    assert told.answer == SWANS


def test_why_somebody_left_is_told_of_nobody_else(library: SmallLibrary) -> None:
    left = ask(library, "Why is Orla Pike stepping down as treasurer?")
    assert left.answer.startswith("OP also said") and left.answer.endswith("new duties abroad.")
    assert not ask(library, "Why did Greta Loam resign?").answered


def test_a_reason_that_stands_before_is_told_with_what_points_back_to_it(
    library: SmallLibrary,
) -> None:
    answer = ask(library, "Why was the lantern levy raised?").answer
    assert f"{COST}\n{RAISED}" in answer


def test_a_range_tells_the_largest(library: SmallLibrary) -> None:
    assert BUOYS in ask(library, "Which of the quotes for a mooring buoy was largest?").answer


def test_a_motion_on_another_place_in_like_words_is_another_one(library: SmallLibrary) -> None:
    answer = ask(library, "Who seconded the motion on the pier at Marlhythe?").answer
    assert "Bela Tarn" in answer and "Amsel" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "How many members of the public came in March 2030?",
        "How many parishioners turned up to the meeting?",
        "How many residents attended the meeting of the Lamp Wardens on 3 March 2030?",
    ],
)
def test_the_public_who_came_are_counted(library: SmallLibrary, question: str) -> None:
    assert ask(library, question).answer == "3 March 2030: 23"


def test_when_a_thing_was_built_is_not_told_of_a_building(library: SmallLibrary) -> None:
    assert not ask(library, "When was the loft of rope built?").answered


def test_what_was_done_to_another_thing_says_not_whether_it_was_done(
    library: SmallLibrary,
) -> None:
    answer = ask(library, "Has the handbook of knots been printed?")
    assert answer.note == "No passage that speaks of this says whether it was."


def test_who_voted_against_is_not_told_by_who_moved(library: SmallLibrary) -> None:
    answer = ask(library, "Which warden voted against the motion on the pier at Quillstead?")
    assert answer.note == "No passage that speaks of this names a vote."


def test_what_was_proposed_tells_what_was_agreed_of(library: SmallLibrary) -> None:
    assert ask(library, "What did the Lamp Wardens agree about mooring fees?").answer == FEES


def test_a_substitute_is_not_counted_as_a_member(library: SmallLibrary) -> None:
    told = ask(library, "How many members do the Lamp Wardens have?").answer
    assert told == "1 on 3 March 2030: Ada Fenn"
