"""Where a matter was dealt with: the item on which it is spoken of, the time that is named, the log
of a day, the minutes that name somebody in short.
"""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.asked import finds
from tests.support.own_library import own_library

PAPERS = {
    "minutes-march.md": """# Minutes of the Gannet Rock Board, 3 March 2031

Present: Ada Quill (AQ), Bo Thrale (BT), Cy Moor (CM), Dee Lark (sub)

Apologies: Eve Finch

## 1. Lamp of the Old Beacon

### Project description

- The proposal is to give the Old Beacon a new lamp with a lens of four tiers.

### Points made in discussion

- The Board felt that a brighter light would be welcome to crews.

### Decision

- The board approve the costs of a trial (£2,400), and further stages will be considered later.

## 2. Rope Walk

### Project description

- The proposal is to roof the walk where ropes are laid.

### Decision

- The Board thought the works good and approved funding, but the builder must address the noise.

## 3. Letter about the ferry timetable

Families on the north shore wrote that the printed timetable of the ferry had many wrong hours.

### Action

- BT to send the harbour office a list of corrections.

## 4. Ways of working

BT told members how the course for new pilots was going: two crews had passed.

AQ volunteered to keep the key of the store.

## 5. Tool for tides

The Tide Office showed its tool for comparing tides. It draws a curve for each quay.

The Board challenged that the curves could not be copied into other charts.

## 6. Six working groups

Six groups of users were set up for the review of the moorings, to which members may come. These are
Yachts and Dinghies; Fishing; Rowing; Pilots; Wardens; and Visitors.
""",
    "log-april.md": """# Gannet Rock Board: action log, 14 April 2031

| Action | Owner | Due | Status |
|---|---|---|---|
| Paint the bell buoy | CM | May 2031 | No action taken yet |
| Order the lens | AQ | April 2031 | Complete |
| Count the seals | BT | June 2031 | On track |
""",
    "log-june.md": """# Gannet Rock Board: action log, 16 June 2031

| Action | Owner | Due | Status |
|---|---|---|---|
| Paint the bell buoy | CM | July 2031 | On track |
| Count the seals | BT | June 2031 | Complete |
""",
    "pack-2031.md": """# Gannet Rock Board: agenda, 2 September 2031

Under the scheme of the Board an allowance of £7.10 an hour is paid to keepers for the care of
children while they sit at meetings.
""",
    "pack-2035.md": """# Gannet Rock Board: agenda, 4 September 2035

Under the scheme of the Board an allowance of £9.80 an hour is paid to keepers for the care of
children while they sit at meetings.
""",
    "update-2032.md": """# Gannet Rock Board: update, 9 January 2032

On 17 December 2031 members agreed to a round of changes to the signals of the outer pier.

Fay Teal has succeeded Gil Rook as warden of the outer pier.

Gil Rook retires after many years on the pier.
""",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("dealt-with"), PAPERS) as library:
        yield Searcher(library)


TRIAL = "The board approve the costs of a trial (£2,400)"


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("What did the Board decide about the Old Beacon project?", TRIAL, "noise"),
        ("Did the Board fund the Old Beacon project?", TRIAL, "noise"),
        (
            "Who is to put right the wrong hours in the timetable of the ferry?",
            "BT to send the harbour office a list of corrections.",
            "bell buoy",
        ),
        (
            "What criticisms were made of the device for comparing tides when it was shown?",
            "could not be copied",
            "a curve for each quay",
        ),
        (
            "What were the six user groups set up for the review of the moorings?",
            "Yachts and Dinghies; Fishing; Rowing; Pilots; Wardens; and Visitors",
            "",
        ),
    ],
)
def test_what_was_done_on_the_item_that_is_spoken_of_is_told(
    searcher: Searcher, question: str, told: str, left_out: str
) -> None:
    finds(searcher, question, told, left_out)


def test_initials_are_told_with_the_name_that_they_stand_for(searcher: Searcher) -> None:
    said = answer(searcher, "Who told members in March 2031 how the course for pilots was going?")
    assert said.answer.splitlines()[-1] == "BT is Bo Thrale."
    assert "Bo Thrale" in said.values
    assert "Bo Thrale (BT)" in said.citations[-1].quote


def test_a_log_is_asked_for_how_things_stood_in_it(searcher: Searcher) -> None:
    finds(
        searcher,
        "Which jobs on the April 2031 action log had not been started?",
        "Paint the bell buoy (CM, May 2031, No action taken yet)",
        "Count the seals",
    )
    finds(searcher, "Which actions on the April 2031 log were complete?", "Order the lens", "seals")
    finds(searcher, "Which actions on the June 2031 log were complete?", "Count the seals", "buoy")


def test_the_same_said_with_another_number_is_a_change(searcher: Searcher) -> None:
    said = answer(searcher, "How did the sum for childminding change?")
    first, second = said.answer.splitlines()
    assert first.startswith("2 September 2031: ")
    assert "£7.10 an hour" in first
    assert second.startswith("4 September 2035: ")
    assert "£9.80 an hour" in second


def test_a_feast_is_the_month_it_is_in(searcher: Searcher) -> None:
    finds(
        searcher,
        "What did members agree about the signals of the outer pier just before Christmas 2031?",
        "On 17 December 2031 members agreed to a round of changes",
    )


def test_who_followed_somebody_is_told_before_what_else_is_said_of_him(searcher: Searcher) -> None:
    said = answer(searcher, "Who took over from Gil Rook as warden of the outer pier?")
    assert said.citations[0].quote.startswith("Fay Teal has succeeded Gil Rook")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Were there any substitutes at the March 2031 meeting?", "Dee Lark"),
        ("Did anyone stand in for another member in March 2031?", "Dee Lark"),
        ("Who stood in for Eve Finch in March 2031?", ""),
        ("Did any substitutes come to the April 2031 meeting?", ""),
    ],
)
def test_a_substitute_is_one_whom_the_minutes_call_so(
    searcher: Searcher, question: str, told: str
) -> None:
    finds(searcher, question, told)


def test_who_stayed_away_and_how_many_came_are_both_told(searcher: Searcher) -> None:
    finds(searcher, "Who sent excuses to the Board in March 2031?", "Eve Finch", "Ada Quill")
