"""Which and how many actions a plan lists, on an invented paper."""

from collections.abc import Iterator

import pytest

from embeddings.ingest import add
from embeddings.library import Library
from queries.ask import ask

PLAN = """# Quay Board

Minutes of the meeting on 8 March 2031

Present: Ada Quill, Ben Tarn

## 1. Lamps

It was agreed to mend the lamps.

Action: Ben Tarn to ring the smith about the lamps.

## Appendix A - Ferry Review Action Plan

| Theme 1: Boats | | | |
| --- | --- | --- | --- |
| Actions | | Timescale | Update |
| 1 | Paint the hulls | End of May 2031 | Begun |
| 2 | Count the oars | End of June 2031 | Complete |
| Theme 2: People | | | |
| 3 | Train two pilots | End of July 2031 | Begun |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("plan")
    (folder / "minutes.md").write_text(PLAN, "utf-8")
    add(folder / "library", [folder / "minutes.md"])
    with Library.open(folder / "library") as held:
        yield held


def test_the_actions_of_a_plan_are_those_under_its_heading(library: Library) -> None:
    answer = ask(library, "How many actions are in the ferry review action plan?")
    assert answer.values == ("3",)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which actions in the ferry review plan are complete?", ("Count the oars",)),
        (
            "Which actions in the ferry review plan are still open?",
            ("Paint the hulls", "Train two pilots"),
        ),
        ("Which actions are due in July 2031?", ("Train two pilots",)),
        ("What is due by June 2031?", ("Count the oars",)),
    ],
)
def test_actions_are_told_by_plan_and_due_date(
    library: Library, question: str, told: tuple[str, ...]
) -> None:
    assert ask(library, question).values == told


def test_the_theme_with_most_actions_is_counted(library: Library) -> None:
    answer = ask(library, "Which theme of the ferry review action plan has the most actions?")
    assert answer.answer == "Theme 1: Boats: 2 (Paint the hulls, Count the oars)"
