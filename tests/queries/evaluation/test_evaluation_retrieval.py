"""Scoring of ranked hits, answers and histories, by hand."""

from itertools import permutations
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.evaluation.answers import GivenAnswer, judge, key_tokens, present, tallies_by_type
from queries.evaluation.gold import GoldHistory, GoldPassage, GoldQuestion
from queries.evaluation.histories import follow, related
from queries.evaluation.passages import FoundPassage, covers
from queries.evaluation.retrieval import ALL, Ranking, compare, means_by_type, score_search
from queries.evaluation.significance import Difference, difference

TUG = "the board agreed to buy a second tug for the northern quay"
LAMP = "members noted that the lamp of the old lighthouse had failed"
ROPE = "officers reported that the price of rope had doubled since may"

QUESTION = GoldQuestion(
    "q1", "decision", "What did the board buy?", "A second tug", answerable=True,
    relevant=(
        GoldPassage("minutes", TUG, 2), GoldPassage("minutes", LAMP, 1),
        GoldPassage("report", ROPE, 1),
    ),
)  # fmt: skip
NOTHING_KNOWN = GoldQuestion(
    "q2", "unanswerable", "Who sank it?", "", answerable=False, relevant=()
)

tug = FoundPassage("minutes.pdf", f"4. At the meeting {TUG}, at once.")
lamp = FoundPassage("minutes.pdf", LAMP)
rope = FoundPassage("report.pdf", ROPE)
other = FoundPassage("minutes.pdf", "there were no declarations of interest at this meeting at all")


def test_half_of_the_four_grams_in_the_same_file_cover_a_passage() -> None:
    passage = GoldPassage("minutes", "one two three four five six seven")  # four 4-grams
    two, one = "zero one two three four five", "zero one two three four"  # of its 4-grams
    assert covers(FoundPassage("minutes.pdf", two), passage)
    assert not covers(FoundPassage("minutes.pdf", one), passage)
    assert not covers(FoundPassage("report.pdf", passage.snippet), passage)


def test_a_snippet_shorter_than_four_words_is_one_gram() -> None:
    assert covers(FoundPassage("a.pdf", "They met on 4 May in the hall"), GoldPassage("a", "4 May"))
    assert not covers(FoundPassage("a.pdf", "May 4"), GoldPassage("a", "4 May"))
    assert not covers(FoundPassage("a.pdf", "anything"), GoldPassage("a", "**"))


def test_markup_in_a_snippet_does_not_matter() -> None:
    passage = GoldPassage("a", "**Distribute** the <u>final</u> findings of the tug’s survey")
    assert covers(
        FoundPassage("a.pdf", "Distribute the final findings of the tug's survey."), passage
    )


def test_ndcg_of_three_hits_worked_out_by_hand() -> None:
    # Gains are 2^grade - 1: tug 3, lamp 1, rope 1. The hits are lamp, other, tug:
    # DCG = 1/log2(2) + 0 + 3/log2(4) = 2.5; the ideal is 3/log2(2) + 1/log2(3) + 1/log2(4).
    score = score_search(QUESTION, [lamp, other, tug])
    assert score.ndcg10 == pytest.approx(2.5 / (3 + 1 / log2(3) + 1 / 2))
    assert score.recall5 == pytest.approx(2 / 3)
    assert (score.hit1, score.hit5) == (0.0, 1.0)


def test_a_passage_counts_once() -> None:
    # The second tug gains nothing, and rope comes third: 3 + 0 + 1/log2(4).
    score = score_search(QUESTION, [tug, tug, rope])
    assert score.ndcg10 == pytest.approx(3.5 / (3 + 1 / log2(3) + 1 / 2))


def test_a_hit_that_covers_several_passages_stands_for_each() -> None:
    both = FoundPassage("minutes.pdf", f"{LAMP}. {TUG}")
    score = score_search(QUESTION, [both, rope])
    assert (score.ndcg10, score.recall5, score.hit1) == (pytest.approx(1.0), 1.0, 1.0)


def test_only_the_first_five_hits_count_for_recall_and_hit() -> None:
    late = score_search(QUESTION, [other] * 5 + [tug])
    assert (late.recall5, late.hit5) == (0.0, 0.0)
    assert late.ndcg10 > 0
    assert score_search(QUESTION, [other] * 10 + [tug]).ndcg10 == 0.0


def test_no_hits_score_nothing() -> None:
    assert score_search(QUESTION, []).ndcg10 == 0.0


def test_the_ideal_order_scores_one_and_every_other_order_less() -> None:
    scores = {
        order: score_search(QUESTION, order).ndcg10 for order in permutations((tug, lamp, rope))
    }
    best = {order for order, score in scores.items() if score == pytest.approx(1.0)}
    assert best == {(tug, lamp, rope), (tug, rope, lamp)}


@given(st.lists(st.sampled_from([tug, lamp, rope, other]), max_size=12))
def test_scores_lie_between_zero_and_one(hits: list[FoundPassage]) -> None:
    score = score_search(QUESTION, hits)
    assert 0 <= score.ndcg10 <= 1 + 1e-9
    assert 0 <= score.hit1 <= score.hit5 <= 1
    assert 0 <= score.recall5 <= 1


def test_systems_are_compared_side_by_side_over_answerable_questions() -> None:
    systems = {"good": lambda _: [tug, lamp, rope], "bad": lambda _: [other]}
    scores = compare([QUESTION, NOTHING_KNOWN], systems)
    assert {name: list(each) for name, each in scores.items()} == {"good": ["q1"], "bad": ["q1"]}
    good = means_by_type([QUESTION, NOTHING_KNOWN], scores["good"])
    assert list(good) == ["decision", ALL]
    assert good[ALL].ndcg10 == pytest.approx(1.0)
    assert good[ALL].questions == 1


def answer(text: str, *citations: FoundPassage, answered: bool = True) -> GivenAnswer:
    return GivenAnswer(answered, text, (), citations)


def test_key_tokens_are_numbers_names_and_content_words() -> None:
    assert key_tokens("Up to £75,000 for the tug of Ada Fenn") == {"75000", "tug", "ada", "fenn"}


def test_the_share_of_key_tokens_counts_answer_values_and_quotes() -> None:
    said = GivenAnswer(True, "bought", ("tug",), (FoundPassage("a.pdf", "in May"),))
    # bought, tug and may of bought, red, tug, may
    assert present("It bought a red tug in May", said) == pytest.approx(3 / 4)


def test_an_answer_is_right_when_answered_cited_and_worded() -> None:
    assert judge(QUESTION, answer("A second tug", tug)).right
    assert not judge(QUESTION, answer("A second tug", tug, answered=False)).right
    assert not judge(QUESTION, answer("A second tug", lamp)).cited
    assert not judge(QUESTION, answer("A lamp", lamp)).worded


def test_only_the_first_three_citations_count() -> None:
    assert judge(QUESTION, answer("A second tug", other, lamp, tug)).right
    assert not judge(QUESTION, answer("A second tug", other, lamp, rope, tug)).cited


def test_an_unanswerable_question_is_right_when_it_is_not_answered() -> None:
    assert judge(NOTHING_KNOWN, answer("", answered=False)).right
    assert not judge(NOTHING_KNOWN, answer("Ada Fenn", tug)).right


def test_answers_are_counted_by_type() -> None:
    verdicts = {"q1": judge(QUESTION, answer("none")), "q2": judge(NOTHING_KNOWN, answer("x"))}
    tallies = tallies_by_type([QUESTION, NOTHING_KNOWN], verdicts)
    assert list(tallies) == ["decision", "unanswerable", ALL]
    assert (tallies[ALL].right, tallies[ALL].answered, tallies[ALL].questions) == (0, 1, 2)


HISTORY = GoldHistory(
    "t1", "the second tug of the northern quay",
    (GoldPassage("report", ROPE), GoldPassage("minutes", TUG), GoldPassage("minutes", LAMP)),
)  # fmt: skip


def step(hit: FoundPassage, day: str) -> FoundPassage:
    return FoundPassage(hit.file, hit.text, day)


def test_a_history_scored_by_hand() -> None:
    # Two of three stops; two of three steps are stops; they stand in the gold's order.
    steps = [step(rope, "2031-01-01"), step(other, "2031-02-01"), step(tug, "2031-03-01")]
    course = follow(HISTORY, steps)
    assert course.recall == pytest.approx(2 / 3)
    assert course.on_stop == course.on_matter == pytest.approx(2 / 3)
    assert course.order == 1.0


def test_dates_that_run_against_the_golds_order_are_counted() -> None:
    # Of the pairs rope-tug, rope-lamp and tug-lamp only the last is in order.
    steps = [step(rope, "2031-09-01"), step(tug, "2031-01-01"), step(lamp, "2031-02-01")]
    assert follow(HISTORY, steps).order == pytest.approx(1 / 3)


def test_order_needs_two_stops() -> None:
    assert follow(HISTORY, [step(tug, "2031-01-01")]).order is None


def test_a_step_may_stand_on_another_passage_of_the_matter() -> None:
    # Half of second, tug, northern, quay names the matter.
    named = FoundPassage("letter.pdf", "The tug at the northern end is late.")
    assert follow(HISTORY, [named]).on_matter == 1.0
    assert follow(HISTORY, [other]).on_matter == 0.0
    assert follow(HISTORY, [other], [GoldPassage("minutes", other.text)]).on_matter == 1.0
    assert follow(HISTORY, [named]).on_stop == 0.0


def test_questions_that_share_a_passage_lend_theirs_to_the_matter() -> None:
    assert related(HISTORY, [QUESTION, NOTHING_KNOWN]) == list(QUESTION.relevant)
    apart = GoldQuestion("q3", "fact", "?", "", True, (GoldPassage("minutes", other.text),))
    assert related(HISTORY, [apart]) == []


def test_no_steps_score_nothing() -> None:
    course = follow(HISTORY, [])
    assert (course.recall, course.on_stop, course.on_matter, course.order) == (0, 0, 0, None)


def scored(*values: float) -> dict[str, Ranking]:
    return {f"q{at}": Ranking(value, 0.0, 0.0, 0.0) for at, value in enumerate(values)}


def test_three_questions_gained_of_three_leave_one_exchange_in_eight_either_way() -> None:
    # of the 8 ways to exchange three pairs, only all and none differ by as much
    found = difference(scored(0.5, 0.7, 0.9), scored(0.3, 0.5, 0.7))
    assert found.mean == pytest.approx(0.2)
    assert found.p == pytest.approx(2 / 8)


def test_equal_systems_do_not_differ() -> None:
    assert difference(scored(0.5, 0.7), scored(0.5, 0.7)) == Difference(0.0, 1.0)


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=6))
def test_a_difference_turns_its_sign_with_the_systems(pairs: list[tuple[float, float]]) -> None:
    one, other = scored(*(a for a, _ in pairs)), scored(*(b for _, b in pairs))
    there, back = difference(one, other), difference(other, one)
    assert there.mean == pytest.approx(-back.mean)
    assert there.p == pytest.approx(back.p)
