"""Who was there where the head of minutes says it in words of its own. All names are invented."""

import tomllib
from pathlib import Path

import pytest

from tests.kg.extraction.attendance.test_attendance import attended, rows

OPENINGS = tomllib.loads(Path(__file__).with_name("one_by_one.toml").read_text("utf-8"))
PAPER = """# Marle Harbour Board Meeting Minutes

12 May 2025

{opening}

## Old business

The budget was discussed, and the benches are to be repaired.

## Close

The meeting closed at 8pm.
"""


@pytest.mark.parametrize("shape", OPENINGS)
def test_heads_of_minutes(shape: str) -> None:
    case = OPENINGS[shape]
    paper = PAPER.format(opening=case["opening"]).encode()
    assert rows(attended(paper, "paper.md")) == set(case["rows"])


def test_an_agenda_into_which_notes_were_written_says_who_came() -> None:
    paper = b"""# Marle Harbour Board, 12 May 2025

## Attendance

- Ann Lowe, Quay Works
- Ben Tarn, Harbour Archive

## Apologies

- Cara Voss

## Agenda

1. Welcome
2. Benches
3. Next meeting
"""
    told = {"Ann Lowe: present", "Ben Tarn: present", "Cara Voss: apologies"}
    assert rows(attended(paper, "agenda.md")) == told
