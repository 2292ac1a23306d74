"""The report that a question names by what it is on: what is asked with it is its own."""

from collections.abc import Sequence

from queries.answering.asking import Asking
from queries.retrieval.statements import Match
from queries.texts.wording import content_stems, found, stems

TITLED = 0.6
"""The least share of what a report is said to be on that its title has."""


def of_report_named(asking: Asking, matches: Sequence[Match]) -> list[Match]:
    """The facts told of in the report on what a question says ("the report on the quays"), where
    the title of one has enough of these words; else all of them.
    """
    on = set(content_stems(" ".join(found(asking.question.text, "report_on"))))
    shares = [_titled(match, on) for match in matches]
    most = max(shares, default=0.0)
    if most < TITLED:
        return list(matches)
    return [match for match, share in zip(matches, shares, strict=True) if share == most]


def _titled(match: Match, on: set[str]) -> float:
    """The most of some stems that one title of a fact has, as a share; 0 where there are none."""
    titles = (on & set(stems(title)) for title in match.statement.about)
    return max(map(len, titles), default=0) / len(on) if on else 0.0
