"""The body of a paper by its head, where a committee is named again and again in its text."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils
from kg.structure import bodies

HEADS = tomllib.loads(Path(__file__).with_name("body_heads.toml").read_text("utf-8"))["heads"]
BUSINESS = """

Present: Ann Lowe (Chair), Ben Tarn, Cara Voss

## FOOTPATHS COMMITTEE

The Footpaths Committee reported that the Footpaths Committee had met.

## FINANCE

Ann Lowe reported on the accounts. It was agreed to pay the Footpaths Committee.

## CLOSING

The meeting was closed at 9pm.
"""


@pytest.mark.parametrize("one", HEADS, ids=[one["body"] for one in HEADS])
def test_the_head_names_the_body(one: dict[str, str]) -> None:
    text = one["head"].strip() + BUSINESS
    meeting = extract(read_document(text.encode(), "paper.md"), Councils(())).meeting
    assert meeting is not None
    assert bodies.key(meeting.board) == bodies.key(one["body"])


def test_the_day_is_not_that_of_minutes_approved_nor_of_a_rule_in_force() -> None:
    text = (
        "Marl Ferry Community Council\n\nThe Monthly Meeting of the Council was held on Thursday"
        " 4th June at 6pm, 2020\n\nThe rules for remote meetings remain in force until 30th April"
        " 2021.\n\nPresent: Ann Lowe\n\nThe approval of the minutes from the May 7, 2020 meeting"
        " was the first item. It was agreed.\n"
    )
    meeting = extract(read_document(text.encode(), "June 20 minutes.txt"), Councils(())).meeting
    assert meeting is not None
    assert meeting.date == date(2020, 6, 4)
