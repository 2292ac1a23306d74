"""The paragraphs of a paper that stand near one another."""

from queries.graphs.place import places
from queries.graphs.window import Neighbour, ahead, around, behind, window
from tests.support.invented_graph import BASE, DOCUMENTS, MINUTES, graph

PAPER = f"{BASE}document/{MINUTES}"
MORE = (
    f'graph:more {{ <{PAPER}/p2> mb:kind "list item" ; mb:number "2." ; mb:heading "Gauges" . }}\n'
)


def near(ordinals: list[int]) -> list[tuple[str, int, str]]:
    texts = DOCUMENTS[MINUTES][1:]
    return [(f"{PAPER}/p{one}", one, texts[one]) for one in ordinals]


def told(found: list[Neighbour]) -> list[tuple[str, int, str]]:
    return [(one.paragraph, one.ordinal, one.text) for one in found]


def test_a_window_holds_both_its_ends_in_order() -> None:
    assert told(window(graph(), PAPER, 1, 3)) == near([1, 2, 3])


def test_a_window_ends_where_the_paper_does() -> None:
    assert told(window(graph(), PAPER, 3, 9)) == near([3, 4])
    assert window(graph(), PAPER, 5, 9) == []


def test_a_neighbour_knows_its_form_number_and_heading() -> None:
    plain, listed = window(graph(more=MORE), PAPER, 1, 2)
    assert (plain.form, plain.number, plain.heading) == (None, None, None)
    assert (listed.form, listed.number, listed.heading) == ("list item", "2.", "Gauges")
    assert listed.quoted == (f"{PAPER}/p2", DOCUMENTS[MINUTES][3])


def test_what_stands_before_behind_and_around_a_paragraph() -> None:
    held = graph()
    place = places(held, [f"{PAPER}/p2"])[f"{PAPER}/p2"]
    assert told(ahead(held, place, 1)) == near([1])
    assert told(behind(held, place, 1)) == near([3])
    assert told(around(held, place, 1, 2)) == near([1, 2, 3, 4])
