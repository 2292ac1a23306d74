"""Two questions in one sentence: what answers the one stands beside what answers the other."""

from collections.abc import Sequence
from dataclasses import replace

from queries.answering.answer import Answer, Citation
from queries.understanding.question import OPEN

LEADING = 2
"""How many citations of the whole come before the first of the second part."""


def joined_answers(whole: Answer, second: Answer) -> Answer:
    """The answer to a question with that to its second part; one of them where the other has none,
    with the reason why the first has none.
    """
    if not second.answered:
        return whole
    if not whole.answered:
        return replace(second, note=_both(f"On the first part: {whole.note}", second.note))
    said = whole.answer.splitlines()
    new = [line for line in second.answer.splitlines() if line not in said]
    return replace(
        whole,
        answer="\n".join([*said, *new]),
        values=tuple(dict.fromkeys((*whole.values, *second.values))),
        citations=_woven(whole.citations, second.citations),
        sparql=whole.sparql or second.sparql,
        note=_both(whole.note, second.note),
    )


def _both(first: str | None, second: str | None) -> str | None:
    """Two notes as one, each once."""
    return " ".join(dict.fromkeys(filter(None, (first, second)))) or None


def side_by_side(question: str, told: Sequence[tuple[str, Answer]]) -> Answer:
    """The answers for two times or things, each behind its name as written; both have one."""
    (_, first), (_, second) = told
    return replace(
        first,
        question=question,
        answer="\n".join(f"{time}: {one.answer}" for time, one in told),
        values=tuple(dict.fromkeys((*first.values, *second.values))),
        citations=_woven(first.citations[:1], (*second.citations, *first.citations[1:])),
        sparql=first.sparql or second.sparql,
        note=_both(first.note, second.note),
    )


def _woven(first: tuple[Citation, ...], second: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The citations of both, one of each paragraph: the longer where that holds the other."""
    order = (*first[:LEADING], *second[:1], *first[LEADING:], *second[1:])
    kept: dict[str, Citation] = {}
    for one in order:
        known = kept.get(one.paragraph, one)
        holds = one.start <= known.start and known.end <= one.end
        kept[one.paragraph] = one if holds else known
    return tuple(kept.values())


def fuller(whole: Answer, first: Answer, second: Answer) -> Answer:
    """The answer to a question of two parts, or to the first alone where facts give that one and
    the whole was taken for another kind of question, or not answered, or answers the second alone,
    or where facts give each of two that ask for the same kind.
    """
    if not whole.answered or (first.answered and whole.answer == second.answer):
        return first
    if OPEN not in {first.kind, second.kind} and first.answered and second.answered:
        return first
    return first if first.answered and first.kind not in {OPEN, whole.kind} else whole
