"""What the program reads from papers, against what a careful reader found in them."""

import json
from pathlib import Path

import pytest

from kg.extraction.extract import extract
from kg.facts import Facts
from kg.reading.read import read_document
from kg.reference import Councils
from queries.evaluation.extraction import score_facts
from queries.evaluation.gold import load_gold
from queries.evaluation.naming import file_of
from tests.places import NEEDS_SHARED, SAMPLE, SAMPLE_GOLD, SHARED
from tests.support.rows_of_facts import rows_from_facts


def scores(corpus: Path, gold_folder: Path) -> dict:
    gold = load_gold(gold_folder)
    councils = Councils.load()
    files = [f for f in sorted(corpus.iterdir()) if f.is_file() and f.name.startswith(gold.files)]
    facts = {f.name: extract(read_document(f.read_bytes(), f.name), councils) for f in files}
    return score_facts(gold, rows_from_facts(facts))


@pytest.fixture(scope="module")
def sample() -> dict:
    return scores(SAMPLE, SAMPLE_GOLD)


@pytest.fixture(scope="module")
def shared() -> dict:
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


@NEEDS_SHARED
@pytest.mark.parametrize(
    ("kind", "f1"),
    [
        ("meetings", 1.0),
        ("attendance", 0.98),
        ("agenda_items", 0.98),
        ("decisions", 0.98),
        ("recommendations", 0.98),
        ("memberships", 0.98),
        ("actions", 0.98),
        ("councils", 0.95),
        ("programmes", 0.78),
    ],
)
def test_the_first_papers_are_read_as_a_careful_reader_does(shared, kind, f1):
    assert shared[kind].f1 >= f1


@NEEDS_SHARED
def test_nearly_all_figures_are_found(shared, sample):
    assert shared["figures"].recall >= 0.96
    assert sample["figures"].recall >= 0.95


def defined(facts: Facts) -> set[tuple[str, str]]:
    """Every short form of a paper with the name it stands for, in lower case."""
    pairs = {(one.acronym, one.name) for one in facts.programmes if one.acronym}
    pairs |= {(one.written, one.name) for one in facts.organisations if one.written != one.name}
    pairs |= {(one.initials, one.person.name) for one in facts.people if one.initials}
    return {(short.casefold(), name.casefold()) for short, name in pairs}


@pytest.mark.parametrize(
    ("corpus", "gold", "share"),
    [
        (SAMPLE, SAMPLE_GOLD, 1.0),
        pytest.param(SHARED / "corpus" / "lga", SHARED / "gold" / "lga", 0.78, marks=NEEDS_SHARED),
    ],
)
def test_short_forms_stand_for_what_the_papers_say_beside_them(corpus, gold, share):
    told = json.loads((gold / "extraction" / "acronyms.json").read_text("utf-8"))
    wanted = [one for one in told if one["stated_together"]]
    found: dict[str, set[tuple[str, str]]] = {}
    for file in sorted(corpus.iterdir()):
        facts = extract(read_document(file.read_bytes(), file.name), Councils.load())
        found[file_of(file.name, load_gold(gold).files) or ""] = defined(facts)
    missed = [
        one["acronym"]
        for one in wanted
        if (one["acronym"].casefold(), one["expansion"].casefold()) not in found[one["file"]]
    ]
    assert len(missed) <= (1 - share) * len(wanted), missed
