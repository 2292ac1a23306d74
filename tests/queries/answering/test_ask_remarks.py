"""What was said on a matter is told by the discussion of its item in minutes."""

import pytest

from queries.ask import ask
from tests.support.invented_graph import BASE
from tests.support.small_library import SmallLibrary, paragraphs, small_library

BOARD = f"<{BASE}board/wend>"
MINUTES, AGENDA = f"{BASE}document/330105330105", f"{BASE}document/330209330209"
NAMES = {"2033-01-05": MINUTES, "2033-02-09": AGENDA}
LOCKS, WEED = "Painting of the lock gates", "Cutting of weed"
OPENED = "The warden introduced the item on the lock gates."
LIKED = "Members liked the blue of the gates."
ASKED = "Clarification was sought on who would paint the gates in the frost."
SLIP = (
    "The warden said that tar had been ordered from the chandler at Orrin and would come by barge "
    "in the spring, when the lock is dry and the gates can be reached from both of the banks. "
)
FEARED = "Concern was expressed about the slipway."
AGREED = "The painting of the lock gates in blue was agreed."
BRIEFLY = "In discussion the price of scythes was compared with that of a boat."
FORMS = {
    "Comments and questions": "heading",
    "Decision": "heading",
    **dict.fromkeys((LIKED, ASKED, SLIP + FEARED), "list item"),
}
SAID = (OPENED, "Comments and questions", LIKED, ASKED, SLIP + FEARED, "Decision", AGREED)


def paper(day: str, items: dict[str, tuple[str, ...]], kind: str) -> str:
    """A paper of a meeting with what it says on each of its items, as TriG."""
    name, meeting = NAMES[day], f"<{BASE}meeting/wend-{day}>"
    lines = [(item, text) for item, texts in items.items() for text in texts]
    said = [
        line.replace('mb:kind "text"', f'mb:kind "{FORMS.get(text, "text")}"')
        for (_, text), line in zip(
            lines, paragraphs(name, [text for _, text in lines]), strict=True
        )
    ]
    on = [f"<{name}/p{at}> mb:onItem <{name}/{item}> ." for at, (item, _) in enumerate(lines)]
    told = [
        f'<{name}> a mb:Document ; mb:fileName "{day}.txt" ; mb:kind "{kind}" ;',
        f'  dct:date "{day}"^^xsd:date ; mb:ofMeeting {meeting} ; mb:sha256 "{day[5:7] * 32}" .',
        f'{meeting} a mb:Meeting ; dct:date "{day}"^^xsd:date ; mb:heldBy {BOARD} .',
        *(
            f'<{name}/{item}> a mb:AgendaItem ; dct:title "{title}" ; mb:atMeeting {meeting} ;'
            f" mb:statedIn <{name}/p0> ."
            for item, title in (("i1", LOCKS), ("i2", WEED), ("i3", "Willows"))
            if item in items
        ),
    ]
    return f"<{name}> {{ {' '.join((*told, *said, *on))} }}"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SmallLibrary:
    board = f'<{BASE}g/wend> {{ {BOARD} a mb:Board ; skos:prefLabel "Wend Lock Trust" . }}'
    minutes = paper("2033-01-05", {"i1": SAID, "i2": (BRIEFLY,)}, "minutes")
    agenda = paper("2033-02-09", {"i3": ("The willows by the lock need a price.",)}, "agenda pack")
    folder = tmp_path_factory.mktemp("remarks")
    return small_library(folder, f"{board} {minutes} {agenda}")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did members say about the painting of the lock gates?", (LIKED, ASKED, SLIP[:-1])),
        ("What questions did members ask about the painting of the lock gates?", (ASKED,)),
        ("What concerns were raised about the painting of the lock gates?", (FEARED,)),
        ("What did the board say about the lock gates in the frost?", (ASKED,)),
        ("What was said about the cutting of weed?", (BRIEFLY,)),
    ],
)
def test_what_was_said_is_told_by_the_discussion(
    library: SmallLibrary, question: str, told: tuple[str, ...]
) -> None:
    answer = ask(library, question)
    assert answer.answer == "5 January 2033: " + "\n".join(told)
    assert answer.values == told
    assert {one.file for one in answer.citations} == {"2033-01-05.txt"}


def test_where_no_minutes_are_held_nobody_said_anything(library: SmallLibrary) -> None:
    answer = ask(library, "What did members say about the willows?")
    assert answer.note == "It was on the agenda for 9 February 2033; no minutes of that are held."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When did the board first discuss the cutting of weed?", ("5 January 2033",)),
        ("How many times was the painting of the lock gates discussed?", ("5 January 2033",)),
    ],
)
def test_when_and_how_often_a_matter_was_discussed(
    library: SmallLibrary, question: str, told: tuple[str, ...]
) -> None:
    answer = ask(library, question)
    assert answer.values == told
    assert answer.answer.startswith("1:") == ("How many" in question)
