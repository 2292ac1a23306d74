"""Links between papers held to a gold, by numbers worked out by hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

import pytest

from embeddings.library import Library
from queries.evaluation.facts import FactRow, pair_rows
from queries.evaluation.gold import load_gold
from queries.evaluation.links import (
    DECIDED,
    MINUTED,
    SPECS,
    links_from_graph,
    rows_of_gold,
    score_links,
)
from tests.places import SAMPLE_GOLD


def test_the_links_that_a_gold_states() -> None:
    decisions = [{"text": "Agreed to paint.", "decides_on": ["r1", "x1"], "file": "minutes"}]
    asked = [
        {"id": "r1", "text": "Paint the quay.", "kind": "board recommendation"},
        {"id": "x1", "text": "Paint more.", "kind": "recommendation by others"},
    ]
    item = {"meeting": ("2024-03-01 Quay Board",), "number": ("4",)}
    items = [FactRow({**item, "file": ("pack", "minutes")}), FactRow({**item, "file": ("pack",)})]
    found = rows_of_gold(decisions, asked, items)
    assert [row.get("asked") for row in found[DECIDED]] == [("Paint the quay.",)]
    assert [row.get("file") for row in found[MINUTED]] == [("pack",), ("minutes",)]


def test_a_gold_that_says_nothing_of_links_scores_none() -> None:
    assert rows_of_gold([{"text": "Agreed.", "file": "m"}], [], []) == {}


def test_a_link_is_right_when_both_ends_are() -> None:
    def link(decided: str, asked: str, file: str = "minutes") -> FactRow:
        return FactRow({"decided": (decided,), "asked": (asked,), "file": (file,)})

    wanted = {DECIDED: [link("Agreed to paint", "Paint"), link("Noted the tides", "Note tides")]}
    found = {
        DECIDED: [
            link("Agreed to paint", "Paint", "minutes.pdf"),
            link("Agreed to paint", "Dredge the harbour mouth", "minutes.pdf"),
            link("Agreed to sing", "Sing", "elsewhere.pdf"),
        ]
    }
    score = score_links(wanted, found, ("minutes",))[DECIDED]
    assert (score.matched, len(score.missed), len(score.extra)) == (1, 1, 1)


@pytest.fixture(scope="module")
def sample(sample_library: Path) -> Iterator[Library]:
    with Library.open(sample_library) as held:
        yield held


SURE = """
SELECT ?decided ?asked ?confidence ?basis {
  ?link a mb:Link ; rdf:predicate mb:decidesOn ; rdf:subject ?decision ; rdf:object ?one ;
    mb:confidence ?confidence ; mb:basis ?basis .
  ?decision mb:text ?decided . ?one mb:text ?asked .
  FILTER NOT EXISTS { ?one mb:kind "external" }
}
"""


def test_inferred_links_hold_as_often_as_they_say(sample: Library) -> None:
    gold = load_gold(SAMPLE_GOLD)
    links = [link for link in sample.graph.select(SURE).dicts() if link["basis"] == "inferred"]
    found = {
        DECIDED: [
            FactRow(
                {"decided": (str(link["decided"]),), "asked": (str(link["asked"]),), "file": ()}
            )
            for link in links
        ]
    }
    wanted = {DECIDED: [FactRow({**row.values, "file": ()}) for row in gold.links[DECIDED]]}
    score = pair_rows(wanted[DECIDED], found[DECIDED], SPECS[DECIDED])
    said = fmean(float(str(link["confidence"])) for link in links)
    assert len(links) >= 20
    assert said - 0.05 <= score.matched / len(links)
    assert said >= 0.9


def test_the_links_of_the_sample(sample: Library) -> None:
    gold = load_gold(SAMPLE_GOLD)
    scores = score_links(gold.links, links_from_graph(sample.graph), gold.files)
    assert {kind: score.f1 for kind, score in scores.items()} == {DECIDED: 1.0, MINUTED: 1.0}
    assert len(gold.links[DECIDED]) == sum(
        len(one["decides_on"])
        for one in json.loads((SAMPLE_GOLD / "extraction/decisions.json").read_text("utf-8"))
        if one.get("decides_on")
    )
