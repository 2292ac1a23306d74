"""Where a matter stands, by the steps of its history."""

from collections.abc import Mapping, Sequence

from kg.tables.load import table
from queries.tracing.history import Step
from queries.understanding.periods import long_date

_NEAREST = "nearest/1"
_SURE = "quoted"
LIKE = frozenset({"alike/1", "nearest/1", "speaks-of-it/1"})
"""The rules of what is only like the matter."""
ENDS = ("completed", "published")
_FOLLOWING = ("assigned", "decided")
"""What follows on a day from what ended of it, by another fact."""
_GOING_ON = "progressed"
REOPENS = ("proposed", "recommended", "decided", "assigned")
"""The kinds that say what is to be, so that what had ended is open again."""


def _same_day(step: Step, ended: Step) -> bool:
    """Whether a step is told on the day of an end by another fact."""
    return (step.date, step.recorded) == (ended.date, ended.recorded) and (
        step.concerns != ended.concerns
    )


def _goes_on(step: Step, ended: Step) -> bool:
    """Whether a step opens a matter again: it asks or decides something, or tells that what had
    ended is going on. What is only like the matter opens nothing that surely ended, and what
    surely belongs goes on after what only likely ended it.
    """
    if ended.basis == _SURE and step.rule in LIKE:
        return False
    if step.basis == _SURE and ended.basis != _SURE:
        return step.kind not in ENDS
    again = step.kind == _GOING_ON and step.concerns is not None
    return step.kind in REOPENS or (again and step.concerns == ended.concerns)


def standing(steps: Sequence[Step], outcomes: Mapping[str, str]) -> str:
    """Where the matter stands: what its last dated step says, by the ``outcomes`` of decisions.

    What is complete or published stays so, unless something new is asked or decided, a later
    paper tells that it is still going on, or an action is given or a decision taken that day.
    """
    said = [step for step in steps if step.date is not None]
    dated = [step for step in said if step.rule != _NEAREST] or said
    if not dated:
        return "The papers tell no step of this matter."
    ended = [at for at, step in enumerate(dated) if step.kind in ENDS]
    if not ended or any(_goes_on(step, dated[ended[-1]]) for step in dated[ended[-1] :]):
        last = dated[-1]
    else:
        end = dated[ended[-1]]
        after = [step for step in dated if step.kind in _FOLLOWING and _same_day(step, end)]
        last = min(after, key=lambda step: _FOLLOWING.index(step.kind), default=end)
    day = long_date(last.date) if last.date else ""
    told = table("trace")["outcomes"].get(outcomes.get(last.concerns or ""))
    return f"{told or table('trace')['status'][last.kind]} ({last.time or day})"
