"""Scoring of facts, on invented rows whose scores are worked out by hand."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.evaluation import normalise
from queries.evaluation.facts import (
    NOTHING,
    FactRow,
    Key,
    Spec,
    pair_rows,
    same_day,
    same_meeting,
    same_name,
    same_person,
    same_role,
    same_text,
)
from queries.evaluation.specs import SPECS

DECISIONS = SPECS["decisions"]
MEETING = "2031-05-04 Harbour Board"
WORDS = ["tug", "ferry", "buoy", "quay", "lamp", "rope"]


def decision(item: str, text: str, *, meeting: str = MEETING, optional: bool = False) -> FactRow:
    return FactRow({"meeting": (meeting,), "item": (item,), "text": (text,)}, optional)


def attendance(person: str, status: str, *, optional: bool = False) -> FactRow:
    return FactRow({"meeting": (MEETING,), "person": (person,), "status": (status,)}, optional)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("**Bold** &amp; <u>under</u>", "bold and under"),
        ("The LGA’s work — done.", "the lgas work done"),
        ("£75,000 or 7.20 per hour", "75000 or 7.20 per hour"),
        ("2016/17", "2016 17"),
        ("Improvement & Innovation", "improvement and innovation"),
    ],
)
def test_text_is_compared_without_case_markup_and_punctuation(written: str, plain: str) -> None:
    assert normalise.text(written) == plain


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Cllr Ada Fenn MBE", "ada fenn"),
        ("The Rt Hon Dr Ada Fenn OBE JP", "ada fenn"),
        ("Cllr Ada Fenn (Deputy Chair)", "ada fenn"),
        ("Fenn (A)", "a fenn"),
        ("Mayor", "mayor"),
    ],
)
def test_persons_are_compared_without_titles_and_honours(written: str, name: str) -> None:
    assert normalise.person(written) == name


def test_numbers_drop_their_punctuation_and_keep_their_parts() -> None:
    assert [normalise.number(n) for n in ("7.1.", "(3) a", "4B")] == ["7.1", "3a", "4b"]


def test_texts_match_at_a_token_set_similarity_of_ninety() -> None:
    asked = "Noted the report and thanked the officers."
    assert same_text(asked, "noted the report, and thanked THE officers") == 1.0
    assert 0 < same_text(asked, "Noted the report") < 1.0
    assert same_text(asked, "Agreed to close the ferry") == 0.0


def test_an_exact_text_beats_one_that_only_holds_the_same_words() -> None:
    asked = "Noted the report"
    assert same_text(asked, asked) > same_text(asked, "Noted the report and the map")


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("2031-05-04", "2031-05-04", True),
        ("2031-05", "2031-05-31", True),
        ("2031-05-04", "2031-05-05", False),
        ("2031-0", "2031-05-05", False),
    ],
)
def test_days_match_exactly_as_far_as_the_gold_goes(gold: str, found: str, same: bool) -> None:
    assert bool(same_day(gold, found)) is same


def test_meetings_match_by_day_and_body() -> None:
    assert same_meeting(MEETING, "2031-05-04 The Harbour Board")
    assert not same_meeting(MEETING, "2031-05-05 Harbour Board")
    assert not same_meeting(MEETING, "2031-05-04 Lighthouse Committee")


def test_roles_match_in_the_contracts_words() -> None:
    assert same_role("Chairman", "chair")
    assert not same_role("Chair", "vice-chair")


def test_names_must_be_equal() -> None:
    assert same_person("Cllr Ada Fenn", "Ada Fenn OBE")
    assert not same_person("Ada Fenn", "Fenn")
    assert not same_name(
        "Wigan Metropolitan Borough Council", "Wirral Metropolitan Borough Council"
    )


def test_scores_worked_out_by_hand() -> None:
    # Four gold rows, of which two are found; three found rows, of which one is none of them.
    gold = [
        decision("1", "Noted the minutes."),
        decision("2", "Agreed the budget for the coming year."),
        decision("3", "Deferred the ferry timetable."),
        decision("4", "Thanked the harbour master."),
    ]
    found = [
        decision("1", "noted the minutes"),
        decision("2", "Agreed the budget for the coming year"),
        decision("3", "Closed the lighthouse to visitors."),
    ]
    score = pair_rows(gold, found, DECISIONS)
    assert (score.matched, len(score.missed), len(score.extra)) == (2, 2, 1)
    assert score.precision == pytest.approx(2 / 3)
    assert score.recall == pytest.approx(2 / 4)
    assert score.f1 == pytest.approx(4 / 7)  # 2PR / (P + R) = (2/3) / (7/6)


def test_nothing_found_scores_nothing_and_nothing_asked_scores_one() -> None:
    empty = pair_rows([decision("1", "Noted.")], [], DECISIONS)
    assert (empty.precision, empty.recall, empty.f1) == (0.0, 0.0, 0.0)
    assert pair_rows([], [], DECISIONS).f1 == 1.0
    assert pair_rows([], [decision("1", "Noted.")], DECISIONS).f1 == 0.0


def test_each_gold_row_is_matched_once() -> None:
    gold = [decision("1", "Agreed to buy a tug.")]
    found = [decision("1", "Agreed to buy a tug."), decision("1", "Agreed to buy a red tug.")]
    score = pair_rows(gold, found, DECISIONS)
    assert (score.matched, len(score.extra)) == (1, 1)
    assert score.extra[0].get("text") == ("Agreed to buy a red tug.",)


def test_as_many_rows_are_matched_as_can_be() -> None:
    # "Noted" fits both gold rows and the long text only the first: taking the
    # best pair first must not leave the second without its only partner.
    gold = [decision("1", "Noted the report on tugs"), decision("1", "Noted the report on ferries")]
    found = [decision("1", "Noted the report"), decision("1", "Noted the report on tugs")]
    assert pair_rows(gold, found, DECISIONS).matched == 2


def test_gold_rows_that_say_the_same_count_once() -> None:
    gold = [attendance("Ada Fenn", "present"), attendance("Cllr Ada Fenn", "present")]
    spec = SPECS["attendance"]
    assert pair_rows(gold[:1] * 2, [attendance("Ada Fenn", "present")], spec).recall == 1.0


def test_statuses_must_be_equal() -> None:
    gold = [attendance("Ada Fenn", "apologies")]
    assert pair_rows(gold, [attendance("Ada Fenn", "absent")], SPECS["attendance"]).f1 == 0.0


def test_optional_gold_rows_neither_help_nor_hurt() -> None:
    gold = [decision("1", "Agreed the plan."), decision("2", "Asked for tea.", optional=True)]
    found = [decision("1", "Agreed the plan.")]
    assert pair_rows(gold, found, DECISIONS).f1 == 1.0
    assert pair_rows(gold, [*found, decision("2", "Asked for tea.")], DECISIONS).f1 == 1.0
    assert pair_rows(gold, [decision("2", "Asked for tea.")], DECISIONS).f1 == 0.0


def test_optional_found_rows_may_match_and_are_never_errors() -> None:
    gold = [decision("1", "Agreed the plan.")]
    beside = decision("9", "Lit the lamp.", optional=True)
    assert pair_rows(gold, [decision("1", "Agreed the plan."), beside], DECISIONS).precision == 1.0
    optional = decision("1", "Agreed the plan.", optional=True)
    assert pair_rows(gold, [optional], DECISIONS).recall == 1.0


def test_an_item_said_again_in_other_words_is_no_error() -> None:
    def item(title: str) -> FactRow:
        return FactRow({"meeting": (MEETING,), "number": ("3",), "title": (title,)})

    found = [item("Ferry timetable"), item("Timetables of summer boats")]
    score = pair_rows([item("Ferry timetable")], found, SPECS["agenda_items"])
    assert (score.precision, score.recall) == (1.0, 1.0)


def test_any_alternative_matches() -> None:
    spec = SPECS["programmes"]
    gold = [FactRow({"name": ("Safer Quays Programme", "SQP")})]
    assert pair_rows(gold, [FactRow({"name": ("sqp",)})], spec).f1 == 1.0
    assert pair_rows(gold, [FactRow({"name": ("Quays",)})], spec).f1 == 0.0


@pytest.mark.parametrize(
    ("value", "about", "matches"),
    [
        ("60", ("Tide Experts",), True),
        ("60.0", ("60 recruits", "expert"), True),
        ("61", ("Tide Experts",), False),
        ("60", ("GBP", "£60"), False),
        ("60", ("the", "of"), False),
    ],
)
def test_a_figure_matches_by_its_number_and_a_word_of_what_it_counts(
    value: str, about: tuple[str, ...], matches: bool
) -> None:
    gold = FactRow({"file": ("a",), "value": ("60",), "about": ("experts of the tide", "experts")})
    found = FactRow({"file": ("a",), "value": (value,), "about": about})
    assert (pair_rows([gold], [found], SPECS["figures"]).f1 == 1.0) is matches


def test_the_same_quantity_said_twice_counts_once() -> None:
    def figure(text: str) -> FactRow:
        values = {"file": ("a",), "value": ("5",), "unit": ("days",), "about": ("days", text)}
        return FactRow(values)

    score = pair_rows([figure("5 days")], [figure("5 days"), figure("five days")], SPECS["figures"])
    assert (score.precision, score.recall) == (1.0, 1.0)


def test_an_unstated_field_matches_only_an_unstated_one() -> None:
    spec = Spec("test", (Key("number", same_name),))
    unnumbered = FactRow({"number": ("1", NOTHING)})
    assert pair_rows([unnumbered], [FactRow({})], spec).f1 == 1.0
    assert pair_rows([FactRow({"number": ("1",)})], [FactRow({})], spec).f1 == 0.0


def test_status_and_due_date_of_actions_are_scored_on_matched_pairs() -> None:
    def action(text: str, status: str, due: str) -> FactRow:
        place = ("file minutes", f"meeting {MEETING}")
        return FactRow({"place": place, "text": (text,), "status": (status,), "due": (due,)})

    gold = [
        action("Paint the buoys", "open", "2031-06-30"),
        action("Mend the crane", "complete", NOTHING),
        action("Buy rope", "open", NOTHING),
    ]
    found = [
        action("Paint the buoys", "complete", "2031-06-30"),
        action("Mend the crane", "complete", "2031-07-01"),
    ]
    score = pair_rows(gold, found, SPECS["actions"])
    assert score.matched == 2
    assert score.apart == {"status": (1, 2), "due": (1, 2)}


rows = st.lists(
    st.builds(
        decision,
        st.sampled_from("12"),
        st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join),
    ),
    max_size=6,
)


@given(rows)
def test_the_gold_itself_scores_one(gold: list[FactRow]) -> None:
    score = pair_rows(gold, gold, DECISIONS)
    assert (score.precision, score.recall, score.missed, score.extra) == (1.0, 1.0, (), ())


@given(rows, rows, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    gold: list[FactRow], found: list[FactRow], random: Random
) -> None:
    shuffled = [random.sample(gold, len(gold)), random.sample(found, len(found))]
    assert pair_rows(gold, found, DECISIONS) == pair_rows(*shuffled, DECISIONS)


@given(rows, rows)
def test_scores_lie_between_zero_and_one(gold: list[FactRow], found: list[FactRow]) -> None:
    score = pair_rows(gold, found, DECISIONS)
    assert all(0 <= value <= 1 for value in (score.precision, score.recall, score.f1))
