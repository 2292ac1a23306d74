"""What the program reads from papers, against what a careful reader found in them."""

from pathlib import Path

import pytest

from kg.extraction.extract import extract
from kg.reading.read import read_document
from kg.reference import Councils
from queries.evaluation.extraction import score_facts
from queries.evaluation.found import rows_from_facts
from queries.evaluation.gold import load_gold

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def scores(corpus: Path, gold_folder: Path) -> dict:
    gold = load_gold(gold_folder)
    councils = Councils.load()
    files = [f for f in sorted(corpus.iterdir()) if f.is_file() and f.name.startswith(gold.files)]
    facts = {f.name: extract(read_document(f.read_bytes(), f.name), councils) for f in files}
    return score_facts(gold, rows_from_facts(facts))


@pytest.fixture(scope="module")
def sample() -> dict:
    return scores(ROOT / "data" / "sample", ROOT / "data" / "gold")


@pytest.fixture(scope="module")
def shared() -> dict:
    if not SHARED.exists():
        pytest.skip("the shared corpus and its gold are not beside this checkout")
    return scores(SHARED / "corpus" / "lga", SHARED / "gold" / "lga")


@pytest.mark.parametrize(
    "kind",
    [
        "meetings",
        "attendance",
        "memberships",
        "agenda_items",
        "recommendations",
        "decisions",
        "actions",
        "councils",
        "persons",
    ],
)
def test_the_sample_is_read_without_a_miss(sample, kind):
    assert (sample[kind].missed, sample[kind].extra) == ((), ())


@pytest.mark.parametrize(
    ("kind", "f1"),
    [
        ("meetings", 1.0),
        ("attendance", 0.95),
        ("agenda_items", 0.95),
        ("decisions", 0.95),
        ("recommendations", 0.90),
        ("memberships", 0.90),
        ("actions", 0.90),
        ("councils", 0.95),
        ("programmes", 0.72),
    ],
)
def test_the_first_papers_are_read_as_a_careful_reader_does(shared, kind, f1):
    assert shared[kind].f1 >= f1


def test_nearly_all_figures_are_found(shared, sample):
    assert shared["figures"].recall >= 0.95
    assert sample["figures"].recall >= 0.85
