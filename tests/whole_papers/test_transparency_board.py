"""The papers of a board with habits of its own, against what a careful reader found in them.

The gold was made from the papers read as text, before any rule was written for them. Its
meetings differ in layout; ``action_lives.json`` follows each action over the minutes that
gave it and the logs that report on it.
"""

from collections.abc import Iterator

import pytest

from kg.extraction.extract import extract
from kg.facts import Action
from kg.reading.read import read_document
from kg.reference import Councils
from queries.evaluation.facts import FactRow, Key, Spec, pair_rows, same_day, same_name, same_text
from tests.places import NEEDS_SHARED, SHARED, TESTS
from tests.support.words_of_papers import read_gold, write_gold
from tests.whole_papers.test_gold import scores

GOLD = TESTS / "transparency_board_gold"
PAPERS = SHARED / "corpus" / "transparency-board"

pytestmark = NEEDS_SHARED

LIFE = Spec(
    "life",
    (Key("paper", same_name), Key("text", same_text)),
    apart=(
        Key("number", same_name),
        Key("raised", same_day),
        Key("owner", same_text),
        Key("status", same_name),
        Key("due", same_day),
    ),
)


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> dict:
    return scores(PAPERS, write_gold(GOLD, PAPERS, tmp_path_factory.mktemp("gold")))


@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [
        ("meetings", 1.0, 1.0),
        ("attendance", 0.98, 0.97),
        ("agenda_items", 1.0, 1.0),
        ("decisions", 1.0, 1.0),
        ("actions", 1.0, 1.0),
    ],
)
def test_meetings_are_read_at_least_this_well(found, kind, precision, recall):
    assert found[kind].precision >= precision
    assert found[kind].recall >= recall


@pytest.fixture(scope="module")
def lives() -> dict:
    gold = read_gold(GOLD / "action_lives.json", PAPERS)
    papers = sorted({told["paper"] for life in gold for told in life["papers"]})
    wanted = [_wanted(life, told) for life in gold for told in life["papers"]]
    return pair_rows(wanted, [row for paper in papers for row in _found(paper)], LIFE)


def _wanted(life: dict, told: dict) -> FactRow:
    values = {
        "paper": told["paper"],
        "text": life["words"],
        "raised": life["raised"],
        "number": told["number"],
        "owner": told["owner"],
        "status": told["status"],
        "due": told["due_iso"],
    }
    return FactRow({name: (value,) for name, value in values.items() if value})


def _found(paper: str) -> Iterator[FactRow]:
    path = PAPERS / f"{paper}.pdf"
    for action in extract(read_document(path.read_bytes(), path.name), Councils.load()).actions:
        values = _stated(action)
        yield FactRow(
            {"paper": (paper,), **{name: (value,) for name, value in values.items() if value}}
        )


def _stated(action: Action) -> dict[str, str | None]:
    return {
        "text": action.text,
        "raised": action.arises_at.date.isoformat() if action.arises_at else None,
        "number": action.number,
        "owner": action.assignee_as_written,
        "status": action.status,
        "due": action.due.isoformat() if action.due else None,
    }


def test_every_row_of_every_log_is_an_action(lives):
    assert lives.recall == 1.0
    assert lives.precision == 1.0


@pytest.mark.parametrize(
    ("field", "share"),
    [("number", 1.0), ("raised", 1.0), ("owner", 0.99), ("status", 1.0), ("due", 0.96)],
)
def test_rows_of_logs_say_what_the_papers_say(lives, field, share):
    right, pairs = lives.apart[field]
    assert right / pairs >= share
