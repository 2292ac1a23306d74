"""Scoring a library against a folder of gold, end to end."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from queries import ask, trace
from queries.evaluation import answers, histories, links, retrieval
from queries.evaluation.answers import Answerer, GivenAnswer
from queries.evaluation.extraction import score_facts
from queries.evaluation.facts import Score
from queries.evaluation.found import rows_from_graph
from queries.evaluation.gold import Gold, load_gold
from queries.evaluation.histories import Tracer
from queries.evaluation.passages import FoundPassage
from queries.evaluation.report import AnswerScores, HistoryScores, Report, SearchScores
from queries.evaluation.retrieval import System
from queries.evaluation.significance import difference
from queries.evaluation.systems import SEARCH, own_systems
from queries.search import Searcher

if TYPE_CHECKING:
    from embeddings.library import Library


def evaluate(library: "Library", gold: Path, beside: Mapping[str, System] | None = None) -> Report:
    """Score facts, links, search, answers and histories of ``library``, as far as the gold goes.

    ``beside`` are further systems that answer the same questions by ranked
    hits, to be reported next to the library's own search, which is scored with
    each choice of its signals.

    Raises ``ReadError`` when the gold cannot be read, and what the library
    raises when it cannot be used.
    """
    wanted = load_gold(gold)
    systems = {**own_systems(Searcher(library)), **(beside or {})}
    return Report(
        facts=_facts(library, wanted),
        search=_search(wanted, systems),
        answers=_answers(wanted, answerer(library)),
        histories=_histories(wanted, tracer(library)),
        links=links.score_links(wanted.links, links.links_from_graph(library.graph), wanted.files),
    )


def answerer(library: "Library") -> Answerer:
    """The library's own short answers."""
    own = Searcher(library)

    def answer(question: str) -> GivenAnswer:
        said = ask.answer(own, question)
        quotes = tuple(FoundPassage(one.file, one.quote) for one in said.citations)
        return GivenAnswer(said.answered, said.answer, said.values, quotes)

    return answer


def tracer(library: "Library") -> Tracer:
    """The library's own histories."""

    def follow(start: str) -> list[FoundPassage]:
        steps = trace.trace(library, start).steps
        return [
            FoundPassage(step.file, step.quote, step.date.isoformat() if step.date else None)
            for step in steps
        ]

    return follow


def _facts(library: "Library", gold: Gold) -> dict[str, Score]:
    return score_facts(gold, rows_from_graph(library.graph)) if gold.rows else {}


def _search(gold: Gold, systems: Mapping[str, System]) -> dict[str, SearchScores]:
    compared = retrieval.compare(gold.questions, systems)
    return {
        name: SearchScores(
            retrieval.means_by_type(gold.questions, rankings),
            rankings,
            None if name == SEARCH else difference(compared[SEARCH], rankings),
        )
        for name, rankings in compared.items()
        if rankings
    }


def _answers(gold: Gold, answerer: Answerer) -> AnswerScores | None:
    verdicts = answers.judge_all(gold.questions, answerer)
    if not verdicts:
        return None
    return AnswerScores(answers.tallies_by_type(gold.questions, verdicts), verdicts)


def _histories(gold: Gold, tracer: Tracer) -> HistoryScores | None:
    courses = histories.follow_all(gold.histories, gold.questions, tracer)
    mean = histories.mean(courses)
    return HistoryScores(mean, courses) if mean else None
