"""How many actions a plan lists, on an invented paper."""

from pathlib import Path

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

### Theme 1: Boats

| | Actions | Timescale | Update |
| --- | --- | --- | --- |
| 1 | Paint the hulls | End of May 2031 | Begun |
| 2 | Count the oars | End of June 2031 | Complete |

### Theme 2: People

| | Actions | Timescale | Update |
| --- | --- | --- | --- |
| 3 | Train two pilots | End of July 2031 | Begun |
"""


def test_the_actions_of_a_plan_are_those_under_its_heading(tmp_path: Path) -> None:
    (tmp_path / "minutes.md").write_text(PLAN, "utf-8")
    add(tmp_path / "library", [tmp_path / "minutes.md"])
    with Library.open(tmp_path / "library") as held:
        answer = ask(held, "How many actions are in the ferry review action plan?")
    assert answer.values == ("3",)
