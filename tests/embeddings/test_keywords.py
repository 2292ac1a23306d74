"""The keyword index: BM25 by its formula, whatever happened to the index before."""

import math
import os
import random
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings.keywords import KeywordIndex, clone, matched_spans, terms, write
from embeddings.passages import EVERYTHING, TELLING, Filter, Passage
from kg.errors import IndexMismatch, StoreError

WORDS = ("harbour", "gauge", "dredge", "tide", "lamp", "rope", "quay", "ferry")


def document(name: str, texts: Iterable[str]) -> list[Passage]:
    return [
        Passage(f"{name}/p{number}", text, name, headings=("Harbour matters",))
        for number, text in enumerate(texts)
    ]


def index(folder: Path, *documents: list[Passage]) -> KeywordIndex:
    """An index to which documents were added one after the other, each to a clone."""
    write(folder / "0", [])
    for number, passages in enumerate(documents):
        clone(folder / str(number), folder / str(number + 1))
        write(folder / str(number + 1), passages)
    return KeywordIndex(folder / str(len(documents)))


def bm25(passages: list[Passage], word: str) -> list[tuple[str, float]]:
    """BM25 of one word over the text alone (k1 1.2, b 0.75), as Robertson wrote it."""
    lengths = [len(one.text.split()) for one in passages]
    mean = sum(lengths) / len(lengths)
    counts = [one.text.split().count(word) for one in passages]
    holding = sum(1 for count in counts if count)
    idf = math.log(1 + (len(passages) - holding + 0.5) / (holding + 0.5))
    scores = [
        idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length / mean))
        for count, length in zip(counts, lengths, strict=True)
    ]
    found = [(one.id, score) for one, score in zip(passages, scores, strict=True) if score]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
documents = st.lists(st.lists(texts, min_size=1, max_size=8), min_size=2, max_size=5)


def test_scores_are_those_of_the_formula(tmp_path: Path) -> None:
    chooser = np.random.default_rng(1)
    lines = [" ".join(chooser.choice(WORDS, chooser.integers(1, 30))) for _ in range(60)]
    passages = document("a", lines)
    hits = index(tmp_path, passages).search("tide", 60, context_weight=0)
    wanted = bm25(passages, "tide")
    assert [hit.id for hit in hits] == [one for one, _ in wanted]
    assert [hit.score for hit in hits] == pytest.approx([score for _, score in wanted], rel=1e-5)


@settings(deadline=None, max_examples=25)
@given(documents, st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.randoms())
def test_order_of_adding_changes_no_hit_and_no_score(
    tmp_path_factory: pytest.TempPathFactory,
    documents: list[list[str]],
    query: list[str],
    chooser: random.Random,
) -> None:
    papers = [document(f"d{number}", lines) for number, lines in enumerate(documents)]
    shuffled = chooser.sample(papers, len(papers))
    one = index(tmp_path_factory.mktemp("one"), *papers)
    other = index(tmp_path_factory.mktemp("other"), *shuffled)
    whole = index(tmp_path_factory.mktemp("whole"), [p for paper in papers for p in paper])
    for k in (1, 3, 100):
        hits = one.search(" ".join(query), k)
        assert hits == other.search(" ".join(query), k) == whole.search(" ".join(query), k)
        assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.id))
        assert list(other.nearest(" ".join(query), k)) == [hit.id for hit in hits]


@settings(deadline=None, max_examples=25)
@given(documents, st.lists(st.integers(0, 70), unique=True, max_size=45))
def test_each_passage_is_told_the_words_it_holds(
    tmp_path_factory: pytest.TempPathFactory, documents: list[list[str]], asked: list[int]
) -> None:
    papers = [document(f"d{number}", lines) for number, lines in enumerate(documents)]
    passages = [one for paper in papers for one in paper]
    words = [(*terms(" ".join(WORDS)), "matter")[n] if n < 9 else f"word{n}" for n in asked]
    wanted = {
        one.id: set(words) & set(terms(f"{one.text} Harbour matters")) for one in passages[::2]
    }
    built = index(tmp_path_factory.mktemp("held"), *papers)
    assert built.holding(words, wanted) == {one: held for one, held in wanted.items() if held}


def test_scores_stay_the_same_over_many_segments(tmp_path: Path) -> None:
    chooser = np.random.default_rng(2)
    vocabulary = [f"word{number}" for number in range(60)]
    papers = [
        document(f"d{n}", (" ".join(chooser.choice(vocabulary, 20)) for _ in range(30)))
        for n in range(12)
    ]
    grown = index(tmp_path / "grown", *papers)
    whole = index(tmp_path / "whole", [one for paper in reversed(papers) for one in paper])
    for _ in range(100):
        query = " ".join(chooser.choice(vocabulary, chooser.integers(1, 9)))
        hits = whole.search(query, 25)
        assert grown.search(query, 25) == hits
        assert list(grown.nearest(query, 25)) == [hit.id for hit in hits]


def test_headings_are_left_out_where_only_what_tells_is_wanted(tmp_path: Path) -> None:
    heading = Passage("d/p1", "Tide", "d", form="heading")
    built = index(tmp_path, [heading, Passage("d/p2", "The tide gauge was read.", "d")])
    assert [hit.id for hit in built.search("tide", 5)] == ["d/p1", "d/p2"]
    assert built.nearest("tide", 5, TELLING) == ("d/p2",)
    assert built.matching(TELLING) == ["d/p2"]


def test_a_word_scores_what_its_best_passage_does(tmp_path: Path) -> None:
    built = index(tmp_path, document("d", ["tide", "tide and rope and lamp", "rope"]))
    assert built.best_score("tide") == pytest.approx(built.search("tide", 1)[0].score)
    assert built.best_score("buoy") == 0.0


def test_ties_come_in_order_of_id_even_at_the_end_of_the_list(tmp_path: Path) -> None:
    papers = [document(f"d{number:03}", ["the lamp is lit"]) for number in (90, 5, 40)]
    many = [Passage(f"e{number:03}", "the lamp is lit", "e") for number in range(300, 0, -1)]
    hits = index(tmp_path, *papers, many).search("lamp", 2, context_weight=0)
    assert [hit.id for hit in hits] == ["d005/p0", "d040/p0"]


def test_a_clone_grows_without_changing_what_it_was_made_from(tmp_path: Path) -> None:
    first = document("a", ["a rope", "a lamp"])
    write(tmp_path / "1", first)
    before = {file.name: file.read_bytes() for file in sorted((tmp_path / "1").iterdir())}
    held = KeywordIndex(tmp_path / "1")
    clone(tmp_path / "1", tmp_path / "2")
    write(tmp_path / "2", document("b", ["a rope and a rope"]))
    assert {f.name: f.read_bytes() for f in sorted((tmp_path / "1").iterdir())} == before
    assert [hit.id for hit in held.search("rope", 5)] == ["a/p0"]
    assert len(KeywordIndex(tmp_path / "1")) == 2
    assert len(KeywordIndex(tmp_path / "2")) == 3


def test_a_clone_outlives_what_it_was_made_from(tmp_path: Path) -> None:
    write(tmp_path / "1", document("a", ["a rope"]))
    clone(tmp_path / "1", tmp_path / "2")
    for file in (tmp_path / "1").iterdir():
        file.unlink()
    assert [hit.id for hit in KeywordIndex(tmp_path / "2").search("rope", 5)] == ["a/p0"]


def test_a_clone_is_a_copy_where_files_cannot_be_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    write(tmp_path / "1", document("a", ["a rope"]))
    clone(tmp_path / "1", tmp_path / "2")
    assert len(KeywordIndex(tmp_path / "2")) == 1


FACETED = [
    Passage(
        "p1", "the rope", "d1", board="b1", dated=date(2020, 1, 31), kinds=("minutes", "decision"),
        people=("ada", "ben"), programmes=("gauges",), organisations=("northmoor",),
    ),
    Passage("p2", "the rope", "d1", board="b1", dated=date(2020, 2, 1), kinds=("minutes",)),
    Passage("p3", "the rope", "d2", board="b2", people=("ben",), kinds=("report",)),
    Passage("p4", "a lamp", "d2", board="b2", dated=date(2021, 1, 1), kinds=("report",)),
]  # fmt: skip

NARROWED = {
    "board": (Filter(board="b1"), "p1 p2"),
    "person": (Filter(person="ben"), "p1 p3"),
    "programme": (Filter(programme="gauges"), "p1"),
    "organisation": (Filter(organisation="northmoor"), "p1"),
    "kind": (Filter(kind="report"), "p3 p4"),
    "document": (Filter(document="d2"), "p3 p4"),
    "after": (Filter(after=date(2020, 2, 1)), "p2 p4"),
    "before": (Filter(before=date(2020, 2, 1)), "p1 p2"),
    "between": (Filter(after=date(2020, 1, 31), before=date(2020, 1, 31)), "p1"),
    "two": (Filter(board="b1", kind="decision"), "p1"),
    "none": (Filter(board="b1", document="d2"), ""),
    "all": (EVERYTHING, "p1 p2 p3 p4"),
}


@pytest.mark.parametrize(("where", "wanted"), NARROWED.values(), ids=NARROWED)
def test_filters_keep_what_they_say(tmp_path: Path, where: Filter, wanted: str) -> None:
    built = index(tmp_path, FACETED)
    assert built.matching(where) == wanted.split()
    hits = built.search("rope", 10, where)
    assert [hit.id for hit in hits] == [one for one in wanted.split() if one != "p4"]
    unnarrowed = {hit.id: hit.score for hit in built.search("rope", 10)}
    assert all(hit.score == unnarrowed[hit.id] for hit in hits)


@pytest.mark.parametrize(
    "query",
    ['"', "rope AND (", "text:rope", "rope~2 ^3", "*", "[a TO z]", "ro*", "\x00rope", "🎉 rope"],
)
def test_no_sign_in_a_query_means_anything(tmp_path: Path, query: str) -> None:
    found = [hit.id for hit in index(tmp_path, FACETED).search(query, 10)]
    assert found == (["p1", "p2", "p3"] if re.search(r"\brope\b", query) else [])


@settings(deadline=None, max_examples=100)
@given(st.text() | st.lists(st.sampled_from(["rope", "lamp", "AND", "(", '"', "^2"])).map(" ".join))
def test_any_text_is_a_query(tmp_path_factory: pytest.TempPathFactory, query: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    if not folder.exists():
        index(folder, FACETED)
    hits = KeywordIndex(folder / "1").search(query, 4)
    holding = {one.id for one in FACETED if set(one.text.split()) & set(terms(query))}
    assert {hit.id for hit in hits} == holding
    assert hits == sorted(hits, key=lambda hit: -hit.score)


@settings(deadline=None)
@given(st.text(), st.text())
def test_spans_lie_in_the_text_and_in_order(query: str, text: str) -> None:
    spans = matched_spans(query, text)
    ends = [0, *(end for _, end in spans)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(start >= before for (start, _), before in zip(spans, ends, strict=False))


def test_spans_show_the_words_that_were_matched() -> None:
    text = "Über 🎉 the Café’s improvements improved it in 2016/17"
    words = [text[start:end] for start, end in matched_spans("how to improve a cafe, 17", text)]
    assert words == ["Café", "improvements", "improved", "17"]


def test_words_that_say_nothing_count_only_alone() -> None:
    assert terms("What is the improvement of the harbours?") == ["what", "improv", "harbour"]
    assert terms("to be or not to be") == ["to", "be", "or", "not"]
    assert terms("tide tides TIDE") == ["tide"]


def test_headings_and_place_are_searched_and_weigh_less(tmp_path: Path) -> None:
    passages = [
        Passage("p1", "It was agreed today.", "d", headings=("Tide gauges",)),
        Passage("p2", "Tide was agreed today.", "d", headings=("Other gauges",)),
        Passage("p3", "It was agreed today.", "d", place=("Harbour Board",)),
    ]
    built = index(tmp_path, passages)
    assert [hit.id for hit in built.search("tide", 5)] == ["p2", "p1"]
    assert [hit.id for hit in built.search("harbour board", 5)] == ["p3"]
    assert [hit.id for hit in built.search("tide", 5, context_weight=0)] == ["p2"]


@pytest.mark.parametrize("k", [0, -3])
def test_no_hits_are_no_hits(tmp_path: Path, k: int) -> None:
    assert index(tmp_path, FACETED).search("rope", k) == []


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    built = index(tmp_path)
    assert (len(built), built.search("rope", 5), built.matching(EVERYTHING)) == (0, [], [])


def test_a_damaged_index_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "1", FACETED)
    for file in sorted((tmp_path / "1").glob("*.store")):
        file.write_bytes(b"")
    with pytest.raises(IndexMismatch, match="add"):
        KeywordIndex(tmp_path / "1").search("rope", 1)


def test_an_index_that_cannot_be_written_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "index", FACETED)
    for file in (tmp_path / "index").glob(".*.lock"):
        file.unlink()
    monkeypatch.setattr(os, "access", lambda *_: False)
    built = KeywordIndex(tmp_path / "index")
    assert len(built.search("rope", 5)) == 3
    assert not list((tmp_path / "index").glob(".*.lock"))
    modes = {file.stat().st_mode & 0o44 for file in (tmp_path / "index").iterdir()}
    assert len(modes) == 1


@pytest.mark.parametrize("name", ["meta.json", "count.json"])
def test_an_index_without_its_manifest_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, FACETED)
    (tmp_path / name).unlink()
    with pytest.raises(IndexMismatch, match="add"):
        KeywordIndex(tmp_path)


def test_an_index_with_passages_missing_is_refused(tmp_path: Path) -> None:
    write(tmp_path, FACETED)
    (tmp_path / "count.json").write_text('{"format": 1, "count": 7}', "utf-8")
    with pytest.raises(IndexMismatch, match="not whole"):
        KeywordIndex(tmp_path)


@pytest.mark.parametrize("told", ["{}", "[]", "7", '{"format": 2}'])
def test_a_manifest_that_says_nothing_is_damaged(tmp_path: Path, told: str) -> None:
    write(tmp_path, FACETED)
    (tmp_path / "count.json").write_text(told, "utf-8")
    with pytest.raises(IndexMismatch, match="damaged"):
        KeywordIndex(tmp_path)


def test_a_file_that_is_gone_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    write(tmp_path, FACETED)
    for file in tmp_path.glob("*.pos"):
        file.unlink()
    with pytest.raises(IndexMismatch, match="damaged"):
        KeywordIndex(tmp_path)


def test_a_directory_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        write(tmp_path / "file" / "index", FACETED)
