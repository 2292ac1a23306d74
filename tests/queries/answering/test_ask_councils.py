"""Which councils did a thing: told by passages in which the graph knows one, long ones too, or by a
sentence that lists names.
"""

import pytest

from queries.ask import ask
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

NOTES = f"{BASE}document/661205661205"
GIVEN = "So far four authorities had given tide tables: Quayham, Saltwick, Brackwell and Fenby."
MENDED = "Fenmarket Council mended the sluice of the long canal with its own hands."
REST = "The warden said more of it at length and in many words. " * 12
LENT = "Lanterns were lent to councils by Ivo Brack, Una Holt and Rolf Amsel."
LINES = ("Notes of a coast", "Of spring", "By the warden", GIVEN, f"{REST}{MENDED} {REST}", LENT)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    council = f"<{BASE}council/fenmarket>"
    said = [
        *paragraphs(NOTES, LINES),
        f'{council} a mb:Council ; skos:prefLabel "Fenmarket Council" .',
        f"<{NOTES}/p4> mb:mentions {council} .",
    ]
    return small_library(
        tmp_path_factory.mktemp("councils"), report_of(NOTES, "coast.txt", "2030-03-03", said)
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which authorities had given tide tables?", GIVEN),
        ("Which council mended the sluice of the long canal?", MENDED),
        ("Which councils sold the lanterns of the fair?", None),
    ],
)
def test_councils_are_told_by_mentions_or_lists_of_names(
    library: SmallLibrary, question: str, told: str | None
) -> None:
    answer = ask(library, question)
    assert answer.answered is (told is not None)
    assert told is None or told in answer.answer
