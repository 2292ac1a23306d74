"""Motions whose resolves are listed before the vote on them: "Council resolves:", 1, 2, "Vote:"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.decisions import sayings, verdicts
from kg.extraction.decisions.statements import Statement

_STOP = re.compile(r"(?<=\.)\s+")


def with_votes(found: Sequence[Statement]) -> list[Statement]:
    """The statements in order, those of a list that are voted on behind it with their fate.

    What says no more than the vote is then no statement of its own.
    """
    told: list[Statement] = []
    for statement in found:
        listed = _listed_last(told) if _only_votes(statement) else 0
        if not listed:
            told.append(statement)
            continue
        verb, outcome = verdicts.verdict_of(statement.text) or ("", "")
        fate = verb if outcome == "rejected" else ""
        told[-listed:] = [
            replace(one, after=statement.text, verdict=one.verdict or fate)
            for one in told[-listed:]
        ]
    return told


def _listed_last(told: Sequence[Statement]) -> int:
    """How many of the last statements are of one list, and no vote on it is told yet."""
    last = told[-1] if told else None
    if last is None or last.number is None or not last.lead or last.after:
        return 0
    of_list = [one.number is not None and one.lead == last.lead for one in reversed(told)]
    return next((at for at, same in enumerate(of_list) if not same), len(of_list))


def _only_votes(statement: Statement) -> bool:
    """Whether words count the votes, and say no more than what came of it."""
    said = _STOP.split(statement.text)
    votes = sayings.is_votes(said[0]) and verdicts.votes(said[0]).votes_for is not None
    return votes and all(sayings.is_verdict(one) or sayings.is_votes(one) for one in said)
