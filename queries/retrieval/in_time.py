"""Ranking for a question that names a time, of which the best passages may be of another."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from embeddings.library import Library
from embeddings.passages import EVERYTHING, Filter
from kg.store.graph import KnowledgeGraph
from queries.graphs.place import days, texts
from queries.retrieval.fusion import Fused, fuse
from queries.retrieval.ranking import CONSTANT, WEIGHTS, Ranked, rank
from queries.texts.wording import says
from queries.understanding.periods import Period
from queries.understanding.question import Question

HEADS = 3
"""Among so many of the best passages one is of the time named or writes it, or it is looked into
by itself."""
OF_THE_TIME = 0.5
"""What the order of its passages weighs beside that of all."""


def rank_in_time(
    library: Library,
    question: Question,
    where: Filter = EVERYTHING,
    *,
    signals: Collection[str] = tuple(WEIGHTS),
) -> Ranked:
    """The paragraphs that bear on a question as `rank` orders them, joined with those of the time
    that it names where none of the best is of that time or writes it.
    """
    found = rank(library, question, where, signals=signals)
    named = [one for one in question.periods if _is_asked_of(question.text, one)]
    heads = [entry.key for entry in found.entries[:HEADS]]
    if not named or where.after or where.before:
        return found
    if _of_time(library.graph, question, named, heads):
        return found
    within = [replace(where, after=period.first, before=period.last) for period in named]
    inside = [rank(library, question, one, signals=signals).entries for one in within]
    known = {entry.key: entry for some in (*inside, found.entries) for entry in some}
    orders = {"search": [entry.key for entry in found.entries]}
    orders |= {str(at): [entry.key for entry in some] for at, some in enumerate(inside)}
    weights = dict.fromkeys(orders, OF_THE_TIME / len(named)) | {"search": 1.0}
    joined = fuse(orders, weights, CONSTANT)
    return replace(
        found, entries=tuple(Fused(one.key, one.score, known[one.key].ranks) for one in joined)
    )


def _is_asked_of(text: str, period: Period) -> bool:
    """Whether a period is a short one in which something was, and not by which it was due."""
    return period.is_short and not says(text[: period.begin], "due")


def _of_time(
    graph: KnowledgeGraph, question: Question, named: Sequence[Period], heads: Sequence[str]
) -> bool:
    """Whether a paragraph is of a time that a question names, or writes it as the question does."""
    held, told = days(graph, heads), texts(graph, heads)
    written = [question.text[one.begin : one.end].casefold() for one in named]
    return any(
        (one in held and any(period.holds(held[one]) for period in named))
        or any(time in told.get(one, "").casefold() for time in written)
        for one in heads
    )
