"""Initials that no paper has stand for a name that the papers write out, however far from the words
of the question it stands.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

FILLER = "\n\n".join(
    f"{at}. What is paid for the {thing} of the ferry is paid by the quarter, as the clerk asked."
    for at, thing in enumerate(
        (
            *("ropes", "sails", "lamps", "bells", "planks", "nails", "pumps", "tar", "oars"),
            *("flags", "buoys", "nets", "paint", "coal", "soap", "bread", "ink", "hats", "boots"),
            *("gloves", "maps", "glass", "oil", "wood", "iron", "tin", "wax", "salt", "rum"),
            *("chains", "hooks", "masts", "tents", "carts", "bricks", "tiles"),
        ),
        1,
    )
)
PAPERS = {
    "minutes-june.md": f"""# Minutes of the Saltwick Ferry Board, 4 June 2030

Present: Cllr Ada Quill (Chair), Cllr Bo Thrale

## 1. Payments

{FILLER}

## 2. Gardens

A school of moss and fern, funded by Crown Botanical Society, was opened in November.

The Board thanked Crown Botanical Society for the school of moss.
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("initials"), PAPERS) as library:
        yield Searcher(library)


def test_initials_are_spelled_out_by_the_names_of_the_graph(searcher: Searcher) -> None:
    finds(searcher, "What is the CBS paying for?", "A school of moss and fern")
    note = answer(searcher, "What is the CBS paying for?").note
    assert note == "“CBS” is read as “Crown Botanical Society”, as the papers write it."


def test_initials_of_no_name_stand_for_nothing(searcher: Searcher) -> None:
    assert not searcher.written_out("What is the XQZ paying for?")


def test_what_no_paper_explains_is_not_explained(searcher: Searcher) -> None:
    finds(searcher, "What does CBS stand for?", "")
