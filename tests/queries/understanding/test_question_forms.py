"""Many ways to ask the same thing are understood as the same way of asking."""

import pytest

from embeddings.names import Name
from queries.texts.wording import light, stopstems
from queries.understanding.names import Names
from queries.understanding.question import OPEN, understand

DAY = "10 February 2032"
FORMS = {
    "absence": [
        f"Who couldn't make it on {DAY}?",
        f"Who excused themselves from the meeting of {DAY}?",
        f"Which members were unable to be at the meeting on {DAY}?",
    ],
    "apologies": [f"Who apologised for {DAY}?", f"Who sent apologies on {DAY}?"],
    "attendance": [
        f"Who turned up on {DAY}?",
        f"attendees {DAY}",
        f"List everybody at the {DAY} meeting",
        f"Did she come on {DAY}?",
        f"Had she been at the meeting of {DAY}?",
        f"Who else came to the meeting of {DAY}?",
        f"Did she make it to the meeting of {DAY}?",
    ],
    "author": [
        "by whom was the moorings report written?",
        "Who drew up the moorings report?",
        "the moorings report: written by?",
    ],
    "contact": [
        "whom do I email about the moorings report?",
        "who can tell me more about the moorings report?",
        "Which officer leads on the moorings report?",
        "Who should I ring about moorings?",
    ],
    "decision": [
        "How was the matter of the moorings settled?",
        "outcome of the discussion on moorings",
        "what did they conclude on moorings",
        "the board's decision re moorings",
        "What else was decided on moorings?",
    ],
    "motion": [
        "Which member moved the closing of the weir?",
        "by whom was the closing of the weir moved?",
        "Who put forward the closing of the weir?",
        "voting figures on the closing of the weir",
        "Was the closing of the weir carried?",
        "By what majority was the closing of the weir passed?",
    ],
    "presenter": [
        "Who spoke on moorings?",
        "Who led the moorings item?",
        "Which officer introduced moorings?",
    ],
    "response": ["Was recommendation 7 on moorings accepted?"],
    "role": [f"Who presided over the {DAY} meeting?", f"who led the {DAY} meeting as chair"],
    "status": ["Where had the action on moorings got to?", "Where do moorings stand with weirs?"],
    "substitute": [f"Who came instead of Cllr Moor on {DAY}?"],
    "venue": [f"location of the {DAY} meeting"],
    "when": [
        f"When do they meet again after {DAY}?",
        f"when's the following meeting after the one on {DAY}",
    ],
}
SUBJECT = {"7", "moor", "close", "weir"}
"""The stems of all that is asked of."""


@pytest.mark.parametrize(
    ("way", "text"), [(way, text) for way, texts in FORMS.items() for text in texts]
)
def test_a_form_of_a_question_has_its_way(way: str, text: str) -> None:
    question = understand(text, Names([]))
    assert question.way == way
    assert set(question.subject) - light() - stopstems() <= SUBJECT


def test_what_a_person_agreed_to_do_is_an_action() -> None:
    names = Names([Name("p/ada", "Person", "Ada Quill", preferred=True)])
    assert understand("What did Ada Quill agree to do?", names).way == "actions"
    assert understand("What did the Quill Board agree to do?", names).way == "decision"


def test_a_time_of_day_is_no_day_of_a_meeting() -> None:
    question = understand("When was the September meeting opened?", Names([]))
    assert (question.way, question.expects) == (OPEN, "clock")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("number of eels in the weir", "number"),
        ("count of eels in the weir", "number"),
        ("What is the number of eels in the weir?", "number"),
        ("Which member moved it?", "mover"),
        ("by whom was it seconded?", "mover"),
        ("vote result on the weir", "vote"),
    ],
)
def test_a_form_of_a_question_wants_to_be_told(text: str, told: str) -> None:
    assert understand(text, Names([])).expects == told


def test_somebody_who_does_a_thing_is_not_asked_for() -> None:
    text = "Did anyone want somebody who speaks for eels among the members?"
    assert understand(text, Names([])).way == OPEN


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("What will it cost to mend the kiosk roof?", "money"),
        ("What was spent on the kiosk?", "money"),
        ("What is the charge for the kiosk?", "money"),
        ("What is the hourly rate for the kiosk?", "money"),
        ("What was the rate of flow at the kiosk?", None),
        ("What fine was paid for the kiosk?", "money"),
        ("What is the age of the kiosk?", "age"),
        ("How tall is the kiosk?", "measure"),
        ("What does the kiosk weigh?", "measure"),
        ("What is the date of the lantern fair?", "date"),
        ("How long ago was the kiosk built?", "date"),
        ("What number should people ring about the kiosk?", "phone"),
        ("What number stands on the kiosk?", "number"),
    ],
)
def test_sums_dates_and_numbers_to_ring_are_asked_for_in_many_forms(
    text: str, told: str | None
) -> None:
    assert understand(text, Names([])).expects == told


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("What rates were set for members for the season?", OPEN),
        ("Which members of the panel are substitutes?", "role"),
        ("Who could not make the June meeting of the panel?", "absence"),
        ("Was the amendment to the rules passed?", "decision"),
        ("Which Green councillors attended on 4 June 2030?", "attendance"),
    ],
)
def test_ways_of_asking_for_people_and_what_became_of_motions(text: str, way: str) -> None:
    assert understand(text, Names([])).way == way


@pytest.mark.parametrize(
    ("text", "known", "other"),
    [
        ("Apart from the note of the lamps, what was agreed?", "The note of lamps", "The ropes"),
        ("What was agreed besides the rope trial?", "A trial of rope", "The lamps"),
        ("What was agreed on the lamps?", "", "The lamps"),
    ],
)
def test_what_a_question_excepts(text: str, known: str, other: str) -> None:
    asked = understand(text, Names([]))
    assert asked.excepts(known) is bool(known)
    assert not asked.excepts(other)


ADA = Name("https://example.org/ada", "Person", "Ada Quill")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("What was Ada Quill's role on the board in March 2030?", "position"),
        ("What post did Cllr Ada Quill hold on the council in 2030?", "position"),
        ("What was Ada Quill's position on larger grants?", OPEN),
        ("What role did Ada Quill play in the handbook?", OPEN),
        ("Which office did Ada Quill resign from?", OPEN),
        ("What post did Ada Quill hold before 2030?", OPEN),
        ("What is Ada Quill's office address?", OPEN),
    ],
)
def test_a_post_is_told_where_nothing_else_is_asked_of_somebody(text: str, way: str) -> None:
    assert understand(text, Names([ADA])).way == way


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Who sat in as a substitute at the June 2030 meeting?", "attendance"),
        ("Which observers spoke at the meeting on 4 June 2030?", "role"),
        ("Who could not get a grant?", OPEN),
        ("Who was not able to come on 4 June 2030?", "absence"),
        ("Who was marked as not there on 4 June 2030?", "absence"),
        ("What council officials were at the panel on 4 June 2030?", "attendance"),
        ("What did the Board settle on for the mole?", "decision"),
        ("When did the Board sign off the handbook?", OPEN),
    ],
)
def test_who_was_there_and_what_was_settled_in_everyday_words(text: str, way: str) -> None:
    assert understand(text, Names([])).way == way


@pytest.mark.parametrize(
    ("text", "expects"),
    [
        ("What was paid to the contractor?", "money"),
        ("What was the firm paid to produce?", None),
        ("What did the roofers quote for the repairs?", "money"),
        ("What did Ada quote to the Board?", None),
    ],
)
def test_what_asks_for_a_sum(text: str, expects: str | None) -> None:
    assert understand(text, Names([])).expects == expects


def test_what_is_left_of_words_drawn_together_is_no_subject() -> None:
    asked = understand("I'm a member and can't come: which number do I use?", Names([]))
    assert {"m", "t"}.isdisjoint(asked.subject)


def test_the_last_meeting_of_a_year_is_the_one_of_its_month() -> None:
    text = "Who sent apologies to the last meeting of the council year, in July 2030?"
    assert understand(text, Names([])).subject == ()


def test_a_general_meeting_at_which_a_thing_was_is_no_part_of_it() -> None:
    asked = understand("How much was in the tin at the time of the 2030 AGM?", Names([]))
    assert asked.subject == ("tin",)
