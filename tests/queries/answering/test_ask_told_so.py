"""What papers tell in the way they put it: by how much, whose a thing is, how an action stands,
what answers a point that asks.
"""

import pytest

from tests.support.asked import tells, tells_first
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

NOTES = f"{BASE}document/202611282026"
LAMPS = "Broken lamps dropped by 40% on the quay, though the winter was dark."
SAVED = "The windmill has saved £310."
OTTERS = "The Otter Openers Guild held its first meeting on 10 July 2032."
GUESTS = "Some lodgers prefer the old causeway, others a ferry from the north."
FORGE = "The forge is owned by Tilda Marsh."
KILN = "The kiln of the pottery was swept by its wardens."
MOVED = "These were moved as correct by Esme Thorn and Bror Wick."
MARSHES = "Wardens to walk the salt marshes before the frost."
ASKS = "Should the velvet armchair stay?"
VOTES = ("Strongly against: 3", "Strongly in favour: 6")
CLOSED = "The meeting closed at 19:12."
QUORUM = "The wreath was left, for a quorum of eight was wanting."
LONG = (
    "Of the members some said at the meeting on 1 August 2032 that they had no boat on the water."
    " The members at the meeting said that the rule on boats may be lifted for the members of"
    " August 2032 alone, and that all members who said so at the meeting had to be told of it by a"
    f" letter of the members before the next meeting. {QUORUM}"
)
LINES: tuple[str | tuple[str, str], ...] = (
    *("Notes of a summer", LAMPS, OTTERS, GUESTS, FORGE, KILN, LONG, CLOSED),
    ("The windmill of the miller", SAVED),
    ("Minutes of the spring fair", MOVED),
    ("Progress", MARSHES),
    ("Progress", "In progress."),
    *(("Chairs", line) for line in (ASKS, *VOTES)),
)
APOLOGIES = "Apologies came from Hew Larch (on holiday), Bo Tern and Ida Wren due to illness."
INQUIRED = "Rolf Pell inquired as to how long the boathouse would be shut."
REPLIED = "Una Spry said that work would begin on 25 December 2032."
FINED = "The skittles club was fined GBP40.00 for a broken window."
LAID = "New cobbles were laid at Lower Tinker St. by the mason."
KEEPER = "The keeper told villagers to shout in a flood, instead of a walk to the belfry."
CHAIR = "Chair: Orla Mace"
BARGE = "The coal barge arrived at 9:36 a.m. in fog."
CHOIR = "The choir of herons will sing as soon as the stage comes."
PICK = "Next rook club meeting on 21 November 2032"
ROOKS = "The rook club meeting of 2 May 2032 talked of ladders."
LINES += (
    *(FINED, LAID, KEEPER, CHAIR, BARGE, CHOIR, ROOKS, PICK),
    ("Apologies", APOLOGIES),
    *(("Boats", line) for line in (INQUIRED, REPLIED)),
)
POINTS = frozenset({ASKS, *VOTES})


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    said = [
        *(
            line.replace('mb:kind "text"', 'mb:kind "list item"')
            if any(f'"{point}"' in line for point in POINTS)
            else line
            for line in paragraphs(NOTES, LINES)
        ),
    ]
    return small_library(
        tmp_path_factory.mktemp("so"), report_of(NOTES, "summer.txt", "2032-08-01", said)
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("By how much have broken lamps gone down on the quay?", LAMPS),
        ("How much has been saved by the new windmill of the miller?", SAVED),
        ("When was the first meeting of the Otter Openers Guild?", OTTERS),
        ("What did lodgers say about the causeway?", GUESTS),
        ("Who moved the minutes of the spring fair?", MOVED),
        ("At what time on 1 August 2032 did the meeting finish?", CLOSED),
    ],
)
def test_a_thing_is_told_in_the_way_that_papers_put_it(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells(library, question, told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why did Hew Larch miss the meeting?", APOLOGIES),
        ("Why was Ida Wren not at the meeting?", APOLOGIES),
        ("Why did Bo Tern miss the meeting?", ""),
    ],
)
def test_why_somebody_stayed_away_is_told_beside_the_name(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells_first(library, question, told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When will the boathouse be shut?", f"{INQUIRED}\n{REPLIED}"),
        ("How much was the skittles club fined?", FINED),
        ("Who laid the cobbles at Lower Tinker Street?", LAID),
        ("What should villagers do in a flood rather than ringing the belfry?", KEEPER),
        ("Who is the chair of the velvet armchair?", ""),
        ("When did the coal barge arrive?", BARGE),
        ("When will the choir of herons sing?", CHOIR),
        ("When is the next meeting of the rook club?", PICK),
    ],
)
def test_what_is_asked_in_other_words_than_the_papers_is_told(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells_first(library, question, told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who owns the forge?", FORGE),
        ("Who owns the kiln of the pottery?", ""),
        ("Which company made the kiln of the pottery?", ""),
        ("Where was the kiln of the pottery made?", ""),
    ],
)
def test_whose_a_thing_is_and_where_it_was_made_must_be_said_of_it(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells_first(library, question, told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How is the walk of the salt marshes going?", f"{MARSHES}\nIn progress."),
        ("Is the velvet armchair to stay?", "\n".join((ASKS, *VOTES))),
    ],
)
def test_what_follows_an_action_or_a_point_that_asks_is_told_with_it(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells_first(library, question, told)


def test_of_a_long_passage_the_sentence_is_told_that_has_the_subject(
    library: SmallLibrary,
) -> None:
    question = "Did members say at the meeting on 1 August 2032 that a quorum was wanting?"
    tells(library, question, QUORUM)
