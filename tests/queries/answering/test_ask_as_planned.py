"""Whether a thing came as planned, who is on a body, lists in the next sentence, whom to ring."""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.own_library import own_library

PAPERS = {
    "minutes-march.md": """# Minutes of the Saltwick Ferry Board, 5 March 2030

Present: Cllr Ada Quill (Chair) and Cllr Bo Thrale

Apologies: Cllr Ivo Marsh

## 1. Night ferry

The pilot of the night ferry to Orrin Bay will run in June, with a report by the end of September
2030.

## 2. Crews

Hal Tarn reported that three crew panels have been set up to hear from the boats. These are Rope
and Sail; Lamps and Horns; and Tides.

The Board's Lantern Group was asked to walk the quays before the nights grow long again, to see
where a pilot who does not know the bay might take one light for another, and to tell the harbour
master which lamps are to be moved. Nell Orme leads the group, which comprises Cllrs Thrale and
Marsh. It will meet on the first Monday of the month at the house of the pilots.

The Harbour Office said that it would find out the costs of laying 300 moorings in the bay.
""",
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 11 June 2030

Present: Cllr Ada Quill (Chair), Cllr Ivo Marsh and Cllr Bo Thrale

## 1. Minutes

The minutes were agreed.
""",
    "update-october.md": """# Update from Cllr Ada Quill (Chair)

**Harbour Assembly, 8 October 2030**

## Boats

1. The pilot of the night ferry to Orrin Bay was launched on 3 June 2030 with two boats, and ran for
six weeks.

Four ports were visited by the Ring of Harbours in spring, which gave much advice.

Nell Orme accepted this and all the other advice in April 2030.

2. The UK should think of joining the Ring of Harbours, to be of one mind with its neighbours.

## Songs

3. Tide Turns, 4 March 2030

4. Home by Noon, 9 May 2030

## Contact details

Contact officer: Nell Orme
Position: Head of Piers
Phone no: 01632 960 422
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("as_planned"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    "question",
    [
        "Did the pilot of the night ferry to Orrin Bay start when it was planned?",
        "Did the night ferry pilot planned in March 2030 for Orrin Bay go ahead?",
        "Did the pilot of the night ferry to Orrin Bay run as the March minutes said it would?",
    ],
)
def test_the_plan_is_told_before_what_came_of_it(ferry: Searcher, question: str) -> None:
    plan, *later = answer(ferry, question).answer.splitlines()
    assert "will run in June" in plan
    assert "was launched on 3 June 2030" in "\n".join(later)


def test_who_is_on_a_group_is_told_by_the_sentence_that_says_so(ferry: Searcher) -> None:
    told = answer(ferry, "Who sat on the Board's Lantern Group?").answer
    assert "comprises Cllrs Thrale and Marsh" in told
    assert "first Monday" not in told


def test_a_list_may_stand_in_the_sentence_behind_the_number(ferry: Searcher) -> None:
    told = answer(ferry, "List the three crew panels that have been set up").answer
    assert "Rope and Sail; Lamps and Horns; and Tides" in " ".join(told.split())


def test_both_meetings_need_both(ferry: Searcher) -> None:
    once = answer(ferry, "Did Cllr Ivo Marsh attend both of the meetings in 2030?").answer
    assert once.startswith("No: ")
    each = answer(ferry, "Did Cllr Bo Thrale attend both of the meetings in 2030?").answer
    assert each.startswith("Yes: ")


def test_what_is_listed_under_a_heading_of_a_paper(ferry: Searcher) -> None:
    told = answer(ferry, "List the items under Songs in the chair's October 2030 update")
    assert told.answer.splitlines() == ["Tide Turns, 4 March 2030", "Home by Noon, 9 May 2030"]


def test_whom_to_ring(ferry: Searcher) -> None:
    told = answer(ferry, "Which officer should be rung about the chair's October 2030 update?")
    assert "Nell Orme" in told.answer
    assert "01632 960 422" in told.answer


def test_a_country_has_several_names(ferry: Searcher) -> None:
    assert "The UK should" in answer(ferry, "Should Britain join the Ring of Harbours?").answer


def test_what_was_asked_for_is_no_sum(ferry: Searcher) -> None:
    told = answer(ferry, "What did the Harbour Office say it would cost to lay the 300 moorings?")
    assert not told.answered
    assert told.note == "No passage that speaks of this names a sum of money."


def test_what_somebody_accepted_is_told_in_passing(ferry: Searcher) -> None:
    told = answer(ferry, "Did Nell Orme accept all of the advice to the ports?")
    assert "accepted this and all the other advice" in told.answer
