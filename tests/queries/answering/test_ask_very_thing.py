"""The very thing that is asked about: a decision with the number asked for, an action that names
what was to be done, whatever else the question names; what a body settled is told first.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-june.md": """# Minutes of the Saltwick Ferry Board, 4 June 2030

Present: Cllr Ada Quill (Chair), Cllr Bo Thrale, Cllr Cy Moor

## 1. Times of meetings

The Board agreed the minutes of the meeting before.

From now on the Board will meet every 9 weeks at the quay.

## 2. Index of wrecks

The proposal is to print an index of the wrecks between 1871 and 1904 that the museum holds.

The Board thought it a good project and approved the money, but the museum must first ask the
families.

## 3. Findings on ropes

The Board asked that the last findings of the rope trial be sent round when they are printed.

The rope trial had begun in May with two crews, and its findings were awaited by all.

## 4. Grant for the pilots

The grant from the Dunmere Trust for the pilots is £700 a year, for two years.

The Dredging Works at Hollow Point are to end on 3 August 2030.

## 5. Guide to knots

The guide to knots is being set in type and should be out by the autumn.

## Actions

| Action | Owner | Due | Status |
|---|---|---|---|
| Put the terms of the pilots' committee on the notice board | AQ | May 2030 | Done |
| Write a part on storms for the terms of the committee | BT | July 2030 | Open |
| Mend the bell of the ferry house by means of a new rope | CM | August 2030 | Open |
""",
    "update-august.md": """# Update of the Saltwick Ferry Board, 20 August 2030

## Works

1. A new rope for the bell of the ferry house was ordered, which should be mended by October 2030.

## Publications

2. Guide to knots, 15 August 2030

A book on knots for children.

3. Map of the sands, 16 August 2030

A map of the sands in two colours.
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("very_thing"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How often did the Board decide in June 2030 that it would meet?", "every 9 weeks"),
        ("index of wrecks 1871-1904 - did they pay for it?", "an index of the wrecks"),
        ("Did the Board pay for the index of wrecks?", "approved the money"),
        ("What did members ask about the last findings of the rope trial?", "be sent round"),
        ("What is the value of the grant for the pilots?", "£700"),
        ("When are the Dredging Works at Hollow Point to end?", "3 August 2030"),
        ("When are the Dredging Works at Ember Point to end?", ""),
        (
            "The guide to knots was being set in type in June 2030 - did it ever come out?",
            "Guide to knots, 15 August 2030",
        ),
        ("By when is the bell of the ferry house due to be mended?", "by October 2030"),
    ],
)
def test_what_is_told_first_is_of_the_very_thing(ferry: Searcher, question: str, told: str) -> None:
    finds(ferry, question, told)


def test_an_action_with_other_words_is_no_yes(ferry: Searcher) -> None:
    said = answer(ferry, "Has the part on storms been put on the terms of the committee?")
    assert not said.answer.startswith("Yes")
