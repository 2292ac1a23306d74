"""One action told by several papers."""

from datetime import date

import pytest

from kg.store.values import Iri
from queries.fold import Record
from queries.same_actions import bare_words, same_actions


def action(name: str, text: str) -> tuple[Iri, Record]:
    iri = Iri(f"urn:{name}")
    return iri, Record(iri, {"text": (text,), "board": ("Parks Board",)})


def told(name: str, paper: str, day: date, owner: str = "Ann Lowe") -> tuple[Iri, list[Record]]:
    values = {"document": (paper,), "day": (day,), "assignee": (owner,)}
    return Iri(f"urn:{name}"), [Record(Iri(f"urn:{name}-{paper}"), values)]


@pytest.mark.parametrize(
    ("text", "owner", "words"),
    [
        (
            "Ann Lowe to paint the old railings by 31 May 2024.",
            "Ann Lowe",
            "paint the old railings",
        ),
        ("Paint the old railings", "AL", "paint the old railings"),
        ("Write to the mayor", None, "write to the mayor"),
    ],
)
def test_owner_and_date_are_no_part_of_what_is_to_be_done(text, owner, words):
    assert bare_words(text, owner) == words


def test_minutes_and_log_tell_of_one_action_and_a_paper_never_of_one_twice():
    records = dict(
        [
            action("a", "Ann Lowe to paint the old railings by 31 May 2024."),
            action("b", "Paint the old railings"),
            action("c", "Paint the old benches and gates"),
            action("d", "Paint the old railings"),
        ]
    )
    entries = dict(
        [
            told("a", "minutes", date(2024, 3, 1)),
            told("b", "log", date(2024, 6, 1)),
            told("c", "log", date(2024, 6, 1)),
            told("d", "log", date(2024, 6, 1)),
        ]
    )
    assert same_actions(records, entries) == [["urn:a", "urn:b"], ["urn:c"], ["urn:d"]]
