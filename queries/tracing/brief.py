"""The turning points of a history: what a reader needs who has one minute."""

from collections.abc import Sequence
from dataclasses import replace

from kg.tables.load import table
from queries.tracing.history import History, Step


def brief(history: History) -> History:
    """The history with its first and last step and, of each day, one step of each kind that
    turns a matter, the surest.
    """
    return replace(history, steps=tuple(_turning(history.steps)))


def _turning(steps: Sequence[Step]) -> list[Step]:
    turns = set(table("trace")["brief"]["kinds"])
    best: dict[tuple[object, str], Step] = {}
    for step in steps:
        held = best.get((step.date, step.kind))
        if step.kind in turns and (held is None or _weight(step) > _weight(held)):
            best[step.date, step.kind] = step
    kept = {id(step) for step in (*best.values(), *steps[:1], *steps[-1:])}
    return [step for step in steps if id(step) in kept]


def _weight(step: Step) -> tuple[float, bool]:
    """How much a step says: by its rule, then whether it concerns a fact."""
    rule = step.rule.partition("/")[0]
    return float(table("trace")["weight"][rule]), step.concerns is not None
