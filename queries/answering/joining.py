"""Two questions in one sentence: what answers the second stands beside what answers the whole."""

from dataclasses import replace

from queries.answering.answer import Answer, Citation

LEADING = 2
"""How many citations of the whole come before the first of the second part."""


def joined(whole: Answer, second: Answer) -> Answer:
    """The answer to a question with that to its second part; ``whole`` if the latter has none."""
    if not (whole.answered and second.answered):
        return whole
    said = whole.answer.splitlines()
    new = [line for line in second.answer.splitlines() if line not in said]
    return replace(
        whole,
        answer="\n".join([*said, *new]),
        values=tuple(dict.fromkeys((*whole.values, *second.values))),
        citations=_woven(whole.citations, second.citations),
        sparql=whole.sparql or second.sparql,
    )


def _woven(first: tuple[Citation, ...], second: tuple[Citation, ...]) -> tuple[Citation, ...]:
    order = (*first[:LEADING], *second[:1], *first[LEADING:], *second[1:])
    kept: dict[str, Citation] = {}
    for one in order:
        kept.setdefault(one.paragraph, one)
    return tuple(kept.values())
