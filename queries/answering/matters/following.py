"""What became of something: the steps of its history, and where it stands."""

from collections.abc import Collection, Sequence
from datetime import date

from kg.tables.load import table
from queries.answering.answer import Found, Quote
from queries.answering.asking import Asking
from queries.answering.business.deciding import UNTOLD
from queries.answering.choosing.doing import deed
from queries.texts.wording import content_stems, first_match, says, stems, stems_of, stripped
from queries.trace import history
from queries.tracing.history import Step
from queries.tracing.standing import ENDS, REOPENS
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


def by_coming_out(asking: Asking) -> Found | None:
    """Whether or when a thing came out: the line that it is published under, and what was told
    before that; None where the papers have none, or something else is asked.
    """
    match = first_match(asking.question.text, "came_out")
    if match is None or _no_paper(asking.question.text, match["thing"]):
        return None
    steps = _named_steps(asking, stripped(match["thing"], "foretold_of"))
    out = [at for at, step in enumerate(steps) if _bears_name(asking, step)]
    return _ended(steps[: out[-1] + 1]) if out else None


def _no_paper(question: str, thing: str) -> bool:
    """Whether it is asked whether a thing is done or ready that is not written."""
    return says(question, "made_ready") and not says(thing, "written_things")


def by_plan(asking: Asking) -> Found | None:
    """What was planned, and what the papers tell after it, where it is asked whether that came as
    planned; None where they tell no plan, or nothing later.
    """
    match = first_match(asking.question.text, "as_planned")
    if match is None or asking.question.way not in table("questions")["foretelling"]:
        return None
    steps = history(asking.searcher, stripped(match["thing"], "planned_so")).steps
    plans = [step for step in steps if step.kind in REOPENS]
    plan = next(filter(_named, plans), next(iter(plans), None))
    later = [one for one in steps if plan and one.kind not in REOPENS and _after(one, plan)]
    return _found([plan, *later[-MOST:]]) if plan and later else None


def _after(step: Step, plan: Step) -> bool:
    """Whether a step is of a later day than a plan."""
    return (step.date or date.min) > (plan.date or date.max)


def by_end(asking: Asking) -> Found | None:
    """Whether a matter came to its end: the passage of the last day that says it was done, and
    what was told before it; None where none says that of the deed asked about.
    """
    done = deed(asking) if asking.question.whether else set()
    steps = _named_steps(asking, asking.question.text) if done else []
    ended = bool(steps) and steps[-1].kind in ENDS
    return _ended(steps) if ended and done & set(stems(steps[-1].quote)) else None


def _named_steps(asking: Asking, thing: str) -> list[Step]:
    """The steps of a thing whose words name it."""
    return [step for step in history(asking.searcher, thing).steps if _named(step)]


def _ended(steps: Sequence[Step]) -> Found:
    """The last steps of a matter, the last one first."""
    return _found(steps[: -MOST - 1 : -1])


def _found(steps: Sequence[Step]) -> Found:
    """Steps as they come, with their days."""
    return Found(
        answer="\n".join(map(step_line, steps)),
        values=tuple(dict.fromkeys(long_date(step.date) for step in steps if step.date)),
        quotes=[Quote(step.paragraph, step.quote) for step in steps],
    )


def _bears_name(asking: Asking, step: Step) -> bool:
    """Whether a step is that a thing came out which bears the name asked about and little else."""
    title = {stem for stem in content_stems(step.quote) if stem.isalpha()}
    title -= stems_of("dates", "months")
    own = title & set(asking.question.subject)
    return step.kind == "published" and len(own) >= HALF * len(title)


def _named(step: Step) -> bool:
    return step.basis == "quoted"


def later_steps(asking: Asking, day: date | None, told: Collection[str]) -> list[Step]:
    """The last steps of the matter whose words name it, after a day and not in paragraphs that are
    told already; none without a day.
    """
    steps = _named_steps(asking, asking.question.text) if day else ()
    return [
        step
        for step in steps
        if (step.date or date.min) > (day or date.max) and step.paragraph not in told
    ][-MOST:]


def step_line(step: Step) -> str:
    """A step with its day and what it was, marked where its words do not name the matter."""
    day = step.time or (long_date(step.date) if step.date else "undated")
    inferred = "" if _named(step) else " (inferred)"
    return f"{day}, {step.kind}{inferred}: {step.quote}"
