"""Questions that begin with what was promised, lists that go on, days and posts at two times."""

from collections.abc import Iterator

import pytest

from queries.ask import answer
from queries.search import Searcher
from tests.support.own_library import own_library

PAPERS = {
    "minutes-march.md": """# Minutes of the Saltwick Ferry Board, 5 March 2030

Present: Cllr Ada Quill (Chair), Cllr Ivo Marsh and Cllr Bo Thrale

## 1. Induction pack

Nell Orme, Head of Piers, introduced the report. An induction pack for pilots was due to be written
by June 2030.

The Board agreed that the pack be written.
""",
    "update-october.md": """# Saltwick Ferry Board – Update from Cllr Ada Quill (Chair)

**Harbour Assembly, 8 October 2030**

## Trials of lamps

16. Money for lamps was awarded this year, and the following trials take place:

16.1. Lamps on the quays of Pellham.

16.2. Lamps on the boats of Orrin Bay.

17. Money has been awarded to two further trials:

17.1. Lamps on the beach of Tarrow.

17.2. Lamps on the wall of Quenby.

## Prizes

18. The pilots of the Golden Anchor 2030 were announced in May, from ports in the north and south.

19. The report on the tides of May 2030 said that the tide tables should be printed anew. The
Harbour Office took up that advice of the report on the tides in July 2030.

20. The annual regatta was in Pellham in 2030. The place of the regatta in 2033 will be looked for.

## Media releases

21. Ferry finds its feet, 4 June 2030

A release on the winter timetable.

22. Lamps for all, 9 August 2030 A release on the lamps of the quays.

## Publications

23. Induction Pack for Pilots, 2 September 2030

What a pilot has to know.

24. Chart of the Sands, 9 September 2030

25. Nell Orme, Director of Harbours, opened the new pier.

26. A survey of the use of council services looks at libraries and parking.

## Contact

Contact officer: Hal Tarn
Position: Keeper of the Lights
Phone no: 01632 960 411

## Songs

27. Tide Turns, 4 March 2030

28. Oars Up

29. Home by Noon, 9 May 2030
""",
}


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with own_library(tmp_path_factory.mktemp("onwards"), PAPERS) as library:
        yield Searcher(library)


@pytest.mark.parametrize(
    "question",
    [
        "The induction pack for pilots was due by June 2030: when did it come out?",
        "The March 2030 minutes promised the Board an induction pack. When was it published?",
        "Has the induction pack for pilots due in June 2030 been finished?",
    ],
)
def test_what_was_promised_is_asked_for_by_what_came_before(ferry: Searcher, question: str) -> None:
    told = answer(ferry, question)
    assert told.answer.startswith("2 September 2030, published")


def test_a_list_goes_on_where_the_next_one_says_so(ferry: Searcher) -> None:
    told = answer(ferry, "Which trials of lamps was money awarded to?").answer
    places = [told.find(one) for one in ("Pellham", "Orrin Bay", "further trials", "Tarrow")]
    assert places == sorted(places) and places[0] >= 0
    assert "Quenby" in told


def test_dated_titles_are_a_list_without_what_is_said_of_them(ferry: Searcher) -> None:
    told = answer(ferry, "What media releases are listed in the Chair's October 2030 update?")
    assert told.answer.splitlines() == [
        "Ferry finds its feet, 4 June 2030",
        "Lamps for all, 9 August 2030",
    ]


def test_a_line_without_a_day_stays_in_a_list_of_dated_titles(ferry: Searcher) -> None:
    told = answer(ferry, "Which songs are listed in the Chair's October 2030 update?")
    assert [line.split(",")[0] for line in told.answer.splitlines()] == [
        "Tide Turns",
        "28. Oars Up",
        "Home by Noon",
    ]


def test_a_time_of_the_question_is_no_day(ferry: Searcher) -> None:
    told = answer(ferry, "When was the advice of the report on the tides of May 2030 taken up?")
    assert "July 2030" in told.answer


def test_the_post_of_a_contact_card_is_told(ferry: Searcher) -> None:
    told = answer(ferry, "What is Hal Tarn's job title?")
    assert told.answer == "Hal Tarn: Keeper of the Lights"


def test_a_position_on_a_matter_is_no_post(ferry: Searcher) -> None:
    told = answer(ferry, "What was Nell Orme's position on lamps in March 2030 and October 2030?")
    assert "Head of Piers" not in told.answer.splitlines()


def test_what_is_not_written_does_not_come_out(ferry: Searcher) -> None:
    told = answer(ferry, "Are the pilots of the induction ready?")
    assert not told.answer.startswith("2 September 2030, published")


def test_posts_are_told_at_each_of_two_times(ferry: Searcher) -> None:
    told = answer(ferry, "Nell Orme job title March 2030 vs October 2030")
    assert told.answer.splitlines() == [
        "March 2030: Head of Piers",
        "October 2030: Director of Harbours",
    ]


@pytest.mark.parametrize("question", ["Golden Anchor 2030 winner", "Who won the Golden Anchor?"])
def test_a_winner_who_is_not_named_is_not_told(ferry: Searcher, question: str) -> None:
    assert not answer(ferry, question).answered


def test_what_is_asked_of_a_year_is_told_where_that_is_written(ferry: Searcher) -> None:
    told = answer(ferry, "Which port will have the annual regatta in 2033?")
    assert "2033 will be looked for" in told.answer


def test_of_two_parts_the_one_with_an_answer_is_told(ferry: Searcher) -> None:
    question = "Who won the Golden Anchor, and when were its pilots announced?"
    told = answer(ferry, question)
    assert "announced in May" in told.answer
    assert told.note == "On the first part: No passage that speaks of this names who was chosen."
    assert told.question == question


def test_who_came_is_told_with_the_day(ferry: Searcher) -> None:
    told = answer(ferry, "Ivo Marsh attendance 2030")
    assert told.answer == "Ivo Marsh was present on 5 March 2030."


def test_services_of_councils_are_no_councils(ferry: Searcher) -> None:
    told = answer(ferry, "Which council services does the survey look at?")
    assert "libraries and parking" in told.answer
