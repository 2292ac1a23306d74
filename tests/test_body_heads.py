"""The body of a paper by its head, where a committee is named again and again in its text."""

import tomllib
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
