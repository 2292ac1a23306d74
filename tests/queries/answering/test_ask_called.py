"""What a thing is called, where it was, and who spoke: told only where the papers give that."""

import pytest

from tests.support.asked import tells
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

NOTES = f"{BASE}document/470470470470"
FILM = "The evening opened with a short film by ferrymen of the northern lakes about their nets."
PLAY = "The harvest play of the weavers, The Idle Shuttle, was seen by 80 people."
SONG = "The choir sang a song of the quarry men named ‘seven stone steps’ at the supper."
TALKS = "The autumn talks on hedge laying drew on a letter of the hedgers and on a wider debate."
GREEN = "The Hedge Office wrote a paper on the hedge laying of the talks."
FAIR = "The spring fair of the potters was held in Kiln Meadow by the weir."
LINES = ("Notes of a year", FILM, PLAY, SONG, TALKS, GREEN, FAIR)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    said = paragraphs(NOTES, LINES)
    return small_library(
        tmp_path_factory.mktemp("called"), report_of(NOTES, "year.txt", "2031-06-06", said)
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was the harvest play of the weavers called?", PLAY),
        ("title of the song of the quarry men", SONG),
        ("What was the film by the ferrymen of the lakes called?", ""),
        ("title of the film about the nets of the ferrymen", ""),
        ("Where was the spring fair of the potters held?", FAIR),
        ("Where were the autumn talks on hedge laying held?", ""),
    ],
)
def test_a_name_or_a_place_is_told_where_the_sentence_on_it_gives_one(
    library: SmallLibrary, question: str, told: str
) -> None:
    tells(library, question, told)
