"""Where a matter stands, by what its steps say and how surely they belong."""

from datetime import date

import pytest

from queries.tracing.history import Step
from queries.tracing.standing import standing


def step(month: int, kind: str, rule: str = "names-it", concerns: str | None = None) -> Step:
    basis = "quoted" if rule == "names-it" else "inferred"
    day = date(2024, month, 1)
    return Step(
        day, kind, "Lamps", concerns, "a.txt", None, "p", "x", 0, 1, basis, f"{rule}/1", 0.8,
        recorded=day,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("steps", "stands"),
    [
        ([step(1, "assigned"), step(2, "completed")], "complete (1 February 2024)"),
        ([step(2, "completed"), step(3, "assigned")], "in hand (1 March 2024)"),
        ([step(2, "completed"), step(3, "assigned", "alike")], "complete (1 February 2024)"),
        ([step(2, "completed"), step(3, "assigned", "linked")], "in hand (1 March 2024)"),
        (
            [step(1, "assigned"), step(2, "completed", "linked"), step(3, "progressed")],
            "in progress (1 March 2024)",
        ),
        (
            [step(1, "assigned"), step(2, "completed", "linked"), step(3, "reported", "alike")],
            "complete (1 February 2024)",
        ),
        ([step(1, "discussed"), step(2, "decided", "nearest")], "discussed (1 January 2024)"),
        (
            [step(2, "decided", concerns="decision:lamps"), step(2, "published")],
            "decided (1 February 2024)",
        ),
    ],
)
def test_where_a_matter_stands(steps: list[Step], stands: str) -> None:
    assert standing(steps, {}) == stands


@pytest.mark.parametrize("outcome", ["deferred", "referred", "rejected", "withdrawn"])
def test_what_a_decision_came_to_is_where_the_matter_stands(outcome: str) -> None:
    steps = [step(1, "recommended"), step(2, "decided", concerns="decision:lamps")]
    stands = standing(steps, {"decision:lamps": outcome})
    assert stands == f"{outcome} (1 February 2024)"


def test_what_is_agreed_is_decided() -> None:
    steps = [step(2, "decided", concerns="decision:lamps")]
    assert standing(steps, {"decision:lamps": "agreed"}) == "decided (1 February 2024)"
