"""Questions as councillors ask them, of the minutes of a parish council and of a guild: bodies
called by their kind, how matters stand, what is listed, and what is told of other things.
"""

from collections.abc import Iterator

import pytest

from embeddings.library import Library
from queries.answering.answer import Missing
from queries.answering.choosing.doing import by_leaving
from queries.ask import ask, inquire
from queries.search import Searcher
from queries.understanding.names import Names
from queries.understanding.question import understand
from tests.support.own_library import own_library
from tests.support.read_papers import facts_of

MARCH = """Minutes of Thistledon Parish Council Meeting held in the Old Forge

At 7.30pm on Tuesday 5 March 2030

1. Those Attending: Cllr A Quill (Chairman), Cllr B Marl, Cllr C Tench, Mr D Fenn (Clerk)

2. Apologies: Cllr E Rook and Cllr F Sedge

3. Duck Pond: The Clerk advised that two quotations for the railings round the pond were awaited.

4. Resignation: A statement on the resignation of Cllr Gorse was read. \
The Clerk advised that due to the resignation of Cllr Gorse the vacancy must be advertised.

5. Auditor: The Clerk informed the meeting that Mrs Wharf should be appointed as Internal Auditor. \
Cllr Marl proposed that Mrs Wharf be appointed as Internal Auditor seconded by Cllr Tench. Agreed

6. Planning Applications:

Supported by the Parish Council

Erection of a wooden porch at Plum Cottage, Mill Lane

7. Lamps: A grant for two new lamps in the village was had. \
The cost of replacing the others would be £412.50.

8. Village Sign: The old sign is to be painted by Cllr Tench.

9. Date of Next Meeting: Tuesday 2 April 2030 at 7.30pm
"""
APRIL = """Minutes of Thistledon Parish Council Meeting held in the Old Forge

At 7.30pm on Tuesday 2 April 2030

1. Those Attending: Cllr B Marl (Chairman), Cllr C Tench (Vice-Chair), Cllr E Rook, \
Mr D Fenn (Clerk)

2. Apologies: Cllr F Sedge

3. Duck Pond: The Clerk advised that the railings round the duck pond had been put up.

4. Planning Applications:

Supported by the Parish Council

Conversion of a loft to a studio at Quince House, Church Walk

Supported by the Borough

Change of use of the mill to a bakery

5. Payments: Hire of boat for the duck pond £12.00

6. Date of Next Meeting: Tuesday 7 May 2030 at 7.30pm
"""
GUILD = """# Lantern Guild monthly meeting, March 12, 2030

The meeting was led by Odile Penk.

Guild members in attendance were:

- Odile Penk
- Ivo Tarrow
- Una Brack

## Grants approved

- Wick Fair: £300.00
- Glass Week: £450.00

## Craft members approved

- Ada Thorne
- Jory Vell
- Merrin Oake

## Ongoing business

### Lantern Fair 2031 call for stalls

- Call published on the web site
- One stall offered so far
- Guild to tell all that the fair will be in Wickmouth

## New business

### Officer elections 2031

- President: Ivo Tarrow
- Vice President: Una Brack

### Yearly report

Will arrange a talk on the wardens outside of these meetings

## Action items

- Ivo Tarrow: Arrange a talk on the role of the chief warden
"""
NAMES = Names(())
PAPERS = {"march.txt": MARCH, "april.txt": APRIL, "guild.md": GUILD}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with own_library(tmp_path_factory.mktemp("everyday"), PAPERS) as opened:
        yield opened


def test_a_body_may_be_called_by_its_kind(library: Library) -> None:
    answer = ask(library, "Who attended the parish council meeting on 5 March 2030?")
    assert answer.kind == "attendance"
    assert len(answer.values) == 4
    away = ask(library, "Who was missing from the parish council meeting on 5 March 2030?")
    assert len(away.values) == 2
    asking, _ = inquire(Searcher(library), "What did the council say of the duck pond?")
    assert {"council"}.isdisjoint(asking.question.subject)
    assert len(asking.papers or ()) == 2


def test_a_kind_of_body_that_no_paper_is_of_names_none(library: Library) -> None:
    asking, _ = inquire(Searcher(library), "What did the planning committee say of the duck pond?")
    assert asking.papers is None


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Where have we got to with the railings round the duck pond?", "had been put up"),
        ("What is the latest on the duck pond?", "had been put up"),
        ("How do things stand with the duck pond railings?", "had been put up"),
        ("Have the railings round the duck pond been put up?", "had been put up"),
    ],
)
def test_how_a_matter_stands_is_told_by_the_last_paper(
    library: Library, question: str, first: str
) -> None:
    assert first in ask(library, question).answer.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "Which grants were approved in March 2030?",
            ("Wick Fair: £300.00", "Glass Week: £450.00"),
        ),
        ("Which individuals became craft members?", ("Ada Thorne", "Jory Vell", "Merrin Oake")),
        (
            "Which planning applications did Thistledon Parish Council support in 2030?",
            (
                "Erection of a wooden porch at Plum Cottage, Mill Lane",
                "Conversion of a loft to a studio at Quince House, Church Walk",
            ),
        ),
    ],
)
def test_what_stands_under_a_heading_for_it_is_a_list(
    library: Library, question: str, values: tuple[str, ...]
) -> None:
    assert ask(library, question).values == values


def test_what_is_listed_under_a_heading_is_counted(library: Library) -> None:
    assert ask(library, "How many craft members were approved in March 2030?").answer[:2] == "3:"


def test_who_led_a_meeting_was_in_its_chair(library: Library) -> None:
    chairs = [
        one.person.name for one in facts_of(GUILD, "guild.md").attendance if one.capacity == "chair"
    ]
    assert chairs == ["Odile Penk"]
    assert ask(library, "Who led the meeting of 12 March 2030?").values == ("Odile Penk",)
    assert ask(library, "Who was at the meeting of 12 March 2030?").kind == "attendance"


def test_what_minutes_say_nobody_said(library: Library) -> None:
    answer = ask(library, "Which applications do the April 2030 minutes say the Borough supported?")
    assert "bakery" in answer.answer


def test_a_year_may_be_part_of_a_name(library: Library) -> None:
    asking, answer = inquire(Searcher(library), "Has the Lantern Fair 2031 call been published?")
    assert asking.question.periods == ()
    assert answer.answered


@pytest.mark.parametrize(
    "question",
    [
        "How much did the new village sign cost?",
        "Who was appointed as the new clerk?",
        "Why did Cllr Gorse resign?",
        "Where will the talk on the wardens be held?",
    ],
)
def test_what_is_told_of_another_thing_is_no_answer(library: Library, question: str) -> None:
    assert not ask(library, question).answered


def test_what_came_of_a_resignation_is_no_reason_for_it(library: Library) -> None:
    asking, _ = inquire(Searcher(library), "Why did Cllr Gorse resign?")
    assert isinstance(by_leaving(asking), Missing)


def test_who_is_to_do_a_thing_is_told_by_what_somebody_has_to_do(library: Library) -> None:
    answer = ask(library, "Who has to arrange a talk on the wardens?")
    assert "Ivo Tarrow" in answer.answer
    assert "Will arrange" not in answer.answer


def test_the_next_meeting_is_the_one_that_the_minutes_announce(library: Library) -> None:
    answer = ask(library, "When did the council first meet after 5 March 2030?")
    assert "2 April 2030" in answer.answer


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("Which meetings did Cllr Tench attend?", ("5 March 2030", "2 April 2030")),
        ("Which meetings did Cllr Rook miss?", ("5 March 2030",)),
        ("How many meetings did Cllr Marl attend in 2030?", ("5 March 2030", "2 April 2030")),
        ("How many parish council meetings were held in 2030?", ("5 March 2030", "2 April 2030")),
        ("How many times did the council meet in 2030?", ("5 March 2030", "2 April 2030")),
    ],
)
def test_the_meetings_of_somebody_or_of_a_time_are_told_by_their_days(
    library: Library, question: str, days: tuple[str, ...]
) -> None:
    assert ask(library, question).values == days


def test_a_day_is_told_by_what_gives_one(library: Library) -> None:
    assert not ask(library, "What date was set for the Lantern Fair 2031?").answered


def test_a_time_asked_of_is_told_by_its_own_papers(library: Library) -> None:
    answer = ask(library, "What did the Clerk advise on the railings round the pond in March 2030?")
    assert "two quotations" in answer.answer.splitlines()[0]


def test_two_times_are_set_side_by_side_though_a_name_has_a_year(library: Library) -> None:
    question = "What changed on the duck pond between March and April 2030?"
    assert ask(library, question).answer.startswith("March: ")


def test_the_chair_of_one_body_is_no_president_of_another(library: Library) -> None:
    assert ask(library, "Who is the vice-chair?").values == ("C Tench",)
    assert "Una Brack" in ask(library, "Who is the vice president?").answer


def test_to_join_a_body_is_not_to_come_to_its_meeting(library: Library) -> None:
    assert understand("Who joined the meeting in May 2030?", NAMES).way == "attendance"
    assert understand("Who joined the council in May 2030?", NAMES).way != "attendance"


def test_a_place_that_a_passage_names_says_where(library: Library) -> None:
    assert "Wickmouth" in ask(library, "Where will the Lantern Fair be held?").answer


def test_a_line_under_a_heading_of_elections_tells_who_was_chosen(library: Library) -> None:
    answer = ask(library, "Who became president in the officer elections 2031?")
    assert "Ivo Tarrow" in answer.answer


def test_a_name_of_several_words_may_be_asked_to_do_a_thing() -> None:
    question = understand("What was Ada Mary Quill asked to do in May 2030?", NAMES)
    assert question.way == "actions"


def test_what_several_papers_say_in_the_same_words_is_told_once(library: Library) -> None:
    lines = ask(library, "What was supported by the Borough and by the Parish?").answer.splitlines()
    assert len(lines) == len(set(lines))
