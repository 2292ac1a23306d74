"""A library of the sample papers scored against the sample's gold, end to end."""

from pathlib import Path

import pytest

from embeddings.library import Library
from queries.evaluation.evaluate import evaluate
from queries.evaluation.gold import load_gold
from queries.evaluation.passages import FoundPassage
from queries.evaluation.report import Report
from queries.evaluation.retrieval import ALL
from tests.places import SAMPLE_GOLD

WANTED = {
    "meetings": 1.0,
    "attendance": 0.98,
    "agenda_items": 0.98,
    "decisions": 0.98,
    "recommendations": 0.95,
    "memberships": 0.98,
    "actions": 0.95,
    "persons": 0.98,
    "councils": 0.98,
    "programmes": 0.88,
    "referred": 0.95,
    "citations": 0.94,
    "figures": 0.95,
}


def all_knowing(question: str) -> list[FoundPassage]:
    """The gold's own passages, best grade first."""
    (asked,) = (one for one in load_gold(SAMPLE_GOLD).questions if one.question == question)
    ranked = sorted(asked.relevant, key=lambda passage: -passage.grade)
    return [FoundPassage(f"{passage.file}.pdf", passage.snippet) for passage in ranked]


@pytest.fixture(scope="module")
def report(sample_library: Path) -> Report:
    with Library.open(sample_library) as library:
        beside = {"all-knowing": all_knowing, "silent": lambda _: []}
        return evaluate(library, SAMPLE_GOLD, beside)


def test_every_kind_of_fact_is_scored(report: Report) -> None:
    assert report.facts.keys() == WANTED.keys()


@pytest.mark.parametrize("kind", WANTED)
def test_facts_of_the_sample_are_those_of_its_gold(report: Report, kind: str) -> None:
    score = report.facts[kind]
    assert score.f1 >= WANTED[kind], (score.missed, score.extra)


def test_search_of_the_sample_is_far_better_than_keywords_alone(report: Report) -> None:
    scores = {name: ranked.by_type[ALL].ndcg10 for name, ranked in report.search.items()}
    assert scores["search"] >= 0.86
    assert scores["search"] >= scores["keywords"] + 0.2


def test_one_who_knows_all_scores_one_and_one_who_is_silent_nothing(report: Report) -> None:
    best = report.search["all-knowing"].by_question
    assert {name for name, one in best.items() if one.ndcg10 != pytest.approx(1.0)} == set()
    assert {one.hit1 for one in best.values()} == {1.0}
    silent = report.search["silent"].by_type[ALL]
    assert (silent.ndcg10, silent.recall5, silent.hit1, silent.hit5) == (0, 0, 0, 0)


def test_joined_signals_are_not_behind_any_of_them_alone(report: Report) -> None:
    scores = {name: ranked.by_type[ALL].ndcg10 for name, ranked in report.search.items()}
    assert scores["search"] >= scores["keywords and vectors"]
    assert scores["keywords and vectors"] >= max(scores["keywords"], scores["vectors"])
    behind = report.search["keywords"].behind
    assert behind is not None
    assert behind.p < 0.05


def test_systems_answer_the_same_questions(report: Report) -> None:
    asked = [list(ranked.by_question) for ranked in report.search.values()]
    assert all(one == asked[0] for one in asked)
    answerable = [one.id for one in load_gold(SAMPLE_GOLD).questions if one.answerable]
    assert asked[0] == answerable


def test_every_question_is_judged_and_nearly_all_are_answered_rightly(report: Report) -> None:
    assert report.answers is not None
    assert len(report.answers.by_question) == len(load_gold(SAMPLE_GOLD).questions)
    total = report.answers.by_type[ALL]
    assert total.right == sum(verdict.right for verdict in report.answers.by_question.values())
    assert total.right >= 68


def test_every_history_is_followed(report: Report) -> None:
    assert report.histories is not None
    wanted = {one.id: len(one.stops) for one in load_gold(SAMPLE_GOLD).histories}
    courses = report.histories.by_history
    assert {name: course.stops for name, course in courses.items()} == wanted
    assert report.histories.mean.stops == sum(wanted.values())
    assert report.histories.mean.recall >= 0.95
    assert report.histories.mean.on_matter >= 0.95


def test_a_part_without_gold_is_not_scored(sample_library: Path, tmp_path: Path) -> None:
    (tmp_path / "extraction").mkdir()
    decisions = (SAMPLE_GOLD / "extraction" / "decisions.json").read_text("utf-8")
    (tmp_path / "extraction" / "decisions.json").write_text(decisions, "utf-8")
    with Library.open(sample_library) as library:
        alone = evaluate(library, tmp_path)
    assert list(alone.facts) == ["decisions"]
    assert (alone.search, alone.answers, alone.histories) == ({}, None, None)
