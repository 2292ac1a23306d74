"""What became of something: the steps of its history, and where it stands."""

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.trace import history
from queries.tracing.history import Step
from queries.understanding.periods import long_date

MOST = 4
"""The most steps an answer tells."""


def by_history(asking: Asking) -> Found | None:
    """The last steps of the matter, oldest first; None where the papers tell none."""
    told = history(asking.searcher, asking.question.text)
    steps = told.steps[-MOST:]
    if not steps:
        return None
    undecided = "Recommendation" in asking.question.facts and not any(
        step.kind == "decided" for step in told.steps
    )
    notes = [*(["No paper held tells of a decision on it."] if undecided else []), *told.gaps]
    return Found(
        answer="\n".join([f"Where it stands: {told.status}.", *map(_line, steps)]),
        values=(told.status,),
        quotes=[Quote(step.paragraph, step.quote) for step in reversed(steps)],
        note=" ".join(notes) or None,
    )


def _line(step: Step) -> str:
    """A step with its day and what it was."""
    day = step.time or (long_date(step.date) if step.date else "undated")
    return f"{day}, {step.kind}: {step.quote}"
