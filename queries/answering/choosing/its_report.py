"""The report that a question names by what it is on: what is asked with it is its own."""

from dataclasses import replace

from queries.answering.asking import Asking
from queries.retrieval.evidence import LEAST, wanted
from queries.retrieval.statements import Match, day_spans, match
from queries.texts.wording import content_stems, found, stems

TITLED = 0.6
"""The least share of what a report is said to be on that its title has."""


def of_report_named(asking: Asking) -> list[Match]:
    """The recommendations told in the report on what a question says ("the report on the quays"),
    each with the share of these words that its title has; none where no title has enough of them.
    """
    on = tuple(content_stems(" ".join(found(asking.question.text, "report_on"))))
    if not on:
        return []
    question = replace(asking.question, subject=on)
    facts = asking.searcher.library.facts
    near = match(facts, question, wanted(question, "Recommendation", day_spans(question)), LEAST)
    told = [replace(one, share=_titled(one, on)) for one in near if asking.asked_of(one.statement)]
    most = max((one.share for one in told), default=0.0)
    return [one for one in told if one.share == most >= TITLED]


def _titled(told: Match, on: tuple[str, ...]) -> float:
    """The most of some stems that one title of a fact has, as a share."""
    titles = (set(on) & set(stems(title)) for title in told.statement.about)
    return max(map(len, titles), default=0) / len(on)
