"""What an evaluation found, as values, as JSON and as tables."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from queries.evaluation.answers import Tally, Verdict
from queries.evaluation.facts import FactRow, Score
from queries.evaluation.histories import Course
from queries.evaluation.retrieval import ALL, Ranking
from queries.evaluation.significance import Difference


@dataclass(frozen=True)
class SearchScores:
    """A system's search: means by type of question, and the score of each question by id.

    ``behind`` is how far it stays behind the library's search, None for that itself.
    """

    by_type: Mapping[str, Ranking]
    by_question: Mapping[str, Ranking]
    behind: Difference | None = None


@dataclass(frozen=True)
class AnswerScores:
    """Answers counted by type of question, and the verdict on each question by id."""

    by_type: Mapping[str, Tally]
    by_question: Mapping[str, Verdict]


@dataclass(frozen=True)
class HistoryScores:
    """The means over all histories and the scores of each by id."""

    mean: Course
    by_history: Mapping[str, Course]


@dataclass(frozen=True)
class Report:
    """All scores; a part is empty or None where the gold has nothing to score it with.

    ``facts`` is by type, ``links`` by kind, ``search`` by name of system.
    """

    facts: Mapping[str, Score] = field(default_factory=dict)
    search: Mapping[str, SearchScores] = field(default_factory=dict)
    answers: AnswerScores | None = None
    histories: HistoryScores | None = None
    links: Mapping[str, Score] = field(default_factory=dict)


@dataclass(frozen=True)
class ReportTable:
    """A table for people: numbers are already written out, nothing is an empty cell."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_json(report: Report) -> dict[str, object]:
    """The report as plain values for JSON; missed and extra facts are listed in full."""
    answers, histories = report.answers, report.histories
    return {
        "facts": {name: _score(score) for name, score in report.facts.items()},
        "search": {name: asdict(one) for name, one in report.search.items()},
        "answers": {
            "by_type": {name: asdict(tally) for name, tally in answers.by_type.items()},
            "by_question": {
                name: {**asdict(one), "right": one.right}
                for name, one in answers.by_question.items()
            },
        }
        if answers
        else None,
        "histories": asdict(histories) if histories else None,
        "links": {name: _score(score) for name, score in report.links.items()},
    }


def tables(report: Report) -> list[ReportTable]:
    """One table for each part that was scored."""
    made = [_facts_table("Facts", report.facts)] if report.facts else []
    made += [_facts_table("Links", report.links)] if report.links else []
    made += [_search_table(report.search), _types_table(report.search)] if report.search else []
    made += [_answers_table(report.answers)] if report.answers else []
    made += [_histories_table(report.histories)] if report.histories else []
    return made


def failures(report: Report) -> ReportTable:
    """What was missed, found beyond the gold, or found with another status or date."""
    listed: list[tuple[str, str, str]] = []
    for name, score in {**report.facts, **report.links}.items():
        listed += [(name, "missed", _words(row)) for row in score.missed]
        listed += [(name, "extra", _words(row)) for row in score.extra]
        listed += [
            (name, f"{field}: {_said(found, field)} for {_said(gold, field)}", _words(gold))
            for field, pairs in score.differing.items()
            for gold, found in pairs
        ]
    return ReportTable("Facts that differ from the gold", ("type", "what", "fact"), tuple(listed))


def _score(score: Score) -> dict[str, object]:
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "matched": score.matched,
        "apart": {name: {"right": a, "of": of} for name, (a, of) in score.apart.items()},
        "missed": [dict(row.values) for row in score.missed],
        "extra": [dict(row.values) for row in score.extra],
    }


def _facts_table(title: str, facts: Mapping[str, Score]) -> ReportTable:
    columns = ("type", "precision", "recall", "F1", "matched", "missed", "extra", "apart")
    rows = tuple(
        (
            name.replace("_", " "),
            *(_share(value) for value in (score.precision, score.recall, score.f1)),
            *(str(n) for n in (score.matched, len(score.missed), len(score.extra))),
            ", ".join(f"{key} {right}/{of}" for key, (right, of) in score.apart.items()),
        )
        for name, score in facts.items()
    )
    return ReportTable(title, columns, rows)


def _search_table(systems: Mapping[str, SearchScores]) -> ReportTable:
    """The systems side by side over all questions."""
    columns = ("system", "nDCG@10", "recall@5", "hit@1", "hit@5", "behind search", "p")
    rows = tuple(
        (
            name,
            *(_share(value) for value in (one.ndcg10, one.recall5, one.hit1, one.hit5)),
            f"{ranked.behind.mean:+.3f}" if ranked.behind else "",
            f"{ranked.behind.p:.4f}" if ranked.behind else "",
        )
        for name, ranked in systems.items()
        for one in (ranked.by_type[ALL],)
    )
    return ReportTable("Search", columns, rows)


def _types_table(systems: Mapping[str, SearchScores]) -> ReportTable:
    """nDCG@10 of the systems by type of question."""
    kinds = {kind: one.questions for it in systems.values() for kind, one in it.by_type.items()}
    rows = tuple(
        (
            kind.replace("_", " "),
            str(questions),
            *(_share(ranked.by_type[kind].ndcg10) for ranked in systems.values()),
        )
        for kind, questions in kinds.items()
    )
    return ReportTable("Search: nDCG@10 by type", ("type", "questions", *systems), rows)


def _answers_table(answers: AnswerScores) -> ReportTable:
    columns = ("type", "questions", "right", "answered rightly", "cited", "worded")
    rows = tuple(
        (
            name.replace("_", " "),
            *(str(n) for n in (one.questions, one.right, one.answered, one.cited, one.worded)),
        )
        for name, one in answers.by_type.items()
    )
    return ReportTable("Answers", columns, rows)


def _histories_table(traced: HistoryScores) -> ReportTable:
    columns = (
        "history",
        "stops",
        "recall",
        "steps",
        "on a stop",
        "on the matter",
        "dates in order",
    )
    courses = {**traced.by_history, "all": traced.mean}
    rows = tuple(
        (
            name,
            str(one.stops),
            _share(one.recall),
            str(one.steps),
            _share(one.on_stop),
            _share(one.on_matter),
            _share(one.order) if one.order is not None else "",
        )
        for name, one in courses.items()
    )
    return ReportTable("Histories", columns, rows)


def _share(value: float) -> str:
    return f"{value:.3f}"


def _said(row: FactRow, name: str) -> str:
    return " / ".join(row.get(name)) or "nothing"


def _words(row: FactRow) -> str:
    shown = (" / ".join(values) for name, values in row.values.items() if name != "place")
    return " | ".join(value for value in shown if value)
