"""A list that is asked for is told whole, and alone."""

import pytest

from queries.ask import ask
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, report_of, small_library

NOTES = f"{BASE}document/350709350709"
RACE = "5. The crews of the otter race also include:"
CREWS = ("5.1. Gull Rock", "5.2. Tarn Foot", "5.3. Wend")
SPOKEN = "6. The crews of the otter race spoke of the tide, the weather and the otters in the race."
FLAGS = "The flags of the race are of three colours, blue, white and green."
BELLS = (
    "The bells of the race are rung by the warden, who stands by the mill with two ropes in hand. "
    "They rest on the five parts of a frame, which is old. In a fog the warden rings them for as "
    "long as there is a crew on the water, and then once for each crew that is in, so that those "
    "who wait on the bank with rope and tar know at once which boat it is that comes home, and "
    "which of them is still out by the weir. "
    "The bells have three notes, low, middle and high, and one that is cracked."
)
WAYS = "8. Wardens can lower the toll of the ferry in two ways;"
TOLLS = (
    "8.1. By lending boats that need new paint to the clubs of the valley for a season.",
    "8.2. By oars.",
)
SIGN = "The sign of the otter race is *otters"
PLAN = "Plan of the landing"
AIMS = ("Aim 1: Dry feet", "Aim 2: Lamps at night")
LINES = (
    *("Notes of a season", "Of crews and flags", "For information"),
    *(RACE, *CREWS, SPOKEN, FLAGS, BELLS, WAYS, *TOLLS, SIGN),
    *((PLAN, line) for line in (AIMS[0], "The steps are cut anew.", AIMS[1], "Oil is bought.")),
    (PLAN, "The plan of the landing has aims."),
    ("Another plan", "Aim 1: Cheaper tolls"),
)


def notes() -> str:
    """Notes with several lists, as TriG."""
    texts = [line if isinstance(line, str) else line[1] for line in LINES]
    numbers = {at: text.split(" ")[0].rstrip(".") for at, text in enumerate(texts)}
    said = [
        *paragraphs(NOTES, LINES),
        *(f'<{NOTES}/p{at}> mb:number "{one}" .' for at, one in numbers.items() if one[0] in "568"),
    ]
    return report_of(NOTES, "notes.txt", "2021-03-03", said)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    return small_library(tmp_path_factory.mktemp("whole"), notes())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What are the three crews of the otter race?", "\n".join((RACE, *CREWS))),
        ("What are the three colours of the flags of the race?", FLAGS),
        ("What are the three notes of the bells of the race?", BELLS.split(". ")[-1]),
        ("In which two ways can wardens lower the toll?", "\n".join((WAYS, *TOLLS))),
        ("What are the two aims of the plan of the landing?", "\n".join(AIMS)),
        ("What are the aims of the plan of the landing?", "\n".join(AIMS)),
    ],
)
def test_the_list_asked_for_is_told_alone(library: SmallLibrary, question: str, told: str) -> None:
    assert ask(library, question).answer == told


def test_a_numbered_point_is_told_with_its_list(library: SmallLibrary) -> None:
    assert "\n".join((RACE, *CREWS)) in ask(library, "Who else, as Tarn Foot, is a crew?").answer


def test_as_many_parts_as_are_asked_for_are_told(library: SmallLibrary) -> None:
    answer = ask(library, "What are the four aims of the plan of the landing?")
    assert answer.answer != "\n".join(AIMS)


def test_a_short_line_that_states_something_is_told_without_what_is_on_another_matter(
    library: SmallLibrary,
) -> None:
    assert ask(library, "What is the sign of the otter race?").answer.splitlines()[0] == SIGN
    assert ask(library, "Which colours have the flags?").answer == FLAGS
