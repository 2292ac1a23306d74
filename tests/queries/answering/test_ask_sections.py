"""What a passage is of may be said by the paragraphs before it, as long as they stand in its
section.
"""

import pytest

from queries.ask import ask
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

NOTES = f"{BASE}document/551204551204"
JOINED = "By then 567 people had signed the list."
CHOSEN = "It ought to be Brackwell Sails."
LINES = (
    "Notes of a harbour",
    "Of spring",
    "By the warden",
    ("In April", "The Saltwick harbour sweep takes place in April."),
    ("In April", "Ivo Brack spoke and thanked everybody."),
    ("In April", JOINED),
    ("Awnings", "Some firms may sew the awning of the ferry."),
    ("Awnings", CHOSEN),
    ("Lanterns", "The Quenby lantern parade takes place in May."),
    ("Ducks", "There were 890 people on the pond path."),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    said = paragraphs(NOTES, LINES)
    return small_library(
        tmp_path_factory.mktemp("sections"), report_of(NOTES, "spring.txt", "2030-03-03", said)
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many people had signed up for the Saltwick harbour sweep?", JOINED),
        ("How many people had signed up for the Quenby lantern parade?", None),
        ("Which firm will sew the ferry awning?", CHOSEN),
    ],
)
def test_paragraphs_before_one_say_what_it_is_of(
    library: SmallLibrary, question: str, told: str | None
) -> None:
    answer = ask(library, question)
    assert answer.answered is (told is not None)
    assert told is None or told in answer.answer
