"""What became of something: the steps of its history, and where it stands."""

from collections.abc import Collection
from datetime import date

from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.business.deciding import UNTOLD
from queries.answering.choosing.doing import deed
from queries.texts.wording import content_stems, stems, stems_of
from queries.trace import history
from queries.tracing.history import Step
from queries.tracing.standing import ENDS
from queries.understanding.periods import long_date

HALF = 0.5
"""The least part of the words of what came out that are the thing's own."""
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
    notes = [*([UNTOLD] if undecided else []), *told.gaps]
    return Found(
        answer="\n".join([f"Where it stands: {told.status}.", *map(step_line, steps)]),
        values=(told.status,),
        quotes=[Quote(step.paragraph, step.quote) for step in reversed(steps)],
        note=" ".join(notes) or None,
    )


def by_end(asking: Asking) -> Found | None:
    """Whether a matter came to its end: the passage of the last day that says it was done or
    published, and what was told before it; None where none says that of the deed asked about.
    """
    done = deed(asking) if asking.question.whether else set()
    if not done:
        return None
    steps = [one for one in history(asking.searcher, asking.question.text).steps if _named(one)]
    if not steps or steps[-1].kind not in ENDS:
        return None
    if not done & set(stems(steps[-1].quote)) and not _published(asking, steps[-1], done):
        return None
    told = steps[: -MOST - 1 : -1]
    return Found(
        answer="\n".join(map(step_line, told)),
        quotes=[Quote(step.paragraph, step.quote) for step in told],
    )


def _published(asking: Asking, step: Step, done: Collection[str]) -> bool:
    """Whether a step is that the thing asked about came out, where that is asked: what came out
    bears its name and little else.
    """
    title = {stem for stem in content_stems(step.quote) if stem.isalpha()}
    title -= stems_of("dates", "months")
    own = title & set(asking.question.subject)
    asked = bool(stems_of("questions", "asking", "publishing") & set(done))
    return asked and step.kind == "published" and len(own) >= HALF * len(title)


def _named(step: Step) -> bool:
    return step.basis == "quoted"


def later_steps(asking: Asking, day: date | None, told: Collection[str]) -> list[Step]:
    """The last steps of the matter whose words name it, after a day and not in paragraphs that are
    told already; none without a day.
    """
    steps = history(asking.searcher, asking.question.text).steps if day else ()
    return [
        step
        for step in steps
        if _named(step)
        and (step.date or date.min) > (day or date.max)
        and step.paragraph not in told
    ][-MOST:]


def step_line(step: Step) -> str:
    """A step with its day and what it was."""
    day = step.time or (long_date(step.date) if step.date else "undated")
    return f"{day}, {step.kind}: {step.quote}"
