"""The vector index against numpy, its reuse of vectors, and what it refuses."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings import vectors
from embeddings.embedder import Vectors
from embeddings.ids import Ids
from embeddings.passages import IndexHit, Passage, embedding_texts
from embeddings.vectors import VectorIndex, build
from kg.errors import IndexMismatch, StoreError
from tests.support.letters import Letters

FILES = ("vectors.faiss", "ids.npy", "digests.npy", "manifest.json")


def passage(number: int | str, text: str) -> Passage:
    return Passage(f"https://x.example/p{number}", text, "https://x.example/doc")


def index(folder: Path, passages: list[Passage]) -> VectorIndex:
    build(passages, Letters(), None, folder, "graph-1")
    return VectorIndex.open(folder)


def check(hits: list[IndexHit], passages: list[Passage], query: Vectors, k: int) -> None:
    """Hold hits to the oracle: every inner product by numpy, the ``k`` highest of them."""
    by_id = {
        one.id: float((Letters().encode(embedding_texts(one)) @ query).max()) for one in passages
    }
    best = sorted(by_id.values(), reverse=True)[:k]
    assert [hit.score for hit in hits] == pytest.approx(best, abs=2e-6)
    assert [hit.score for hit in hits] == pytest.approx([by_id[h.id] for h in hits], abs=2e-6)
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.id))
    assert [hit.rank for hit in hits] == list(range(1, len(best) + 1))
    assert len({hit.id for hit in hits}) == len(hits)


texts = st.lists(st.text("abcd ", max_size=6), min_size=1, max_size=60)


@settings(deadline=None, max_examples=60)
@given(texts, st.text("abcd", min_size=1, max_size=5), st.integers(1, 80), st.booleans())
def test_finds_what_numpy_finds(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], query: str, k: int, narrow: bool
) -> None:
    passages = [passage(f"{n:03}", text) for n, text in enumerate(texts)]
    built = index(tmp_path_factory.mktemp("index"), passages)
    vector = Letters().encode([query])[0]
    allowed = passages[::2] if narrow else passages
    hits = built.search(vector, k, [one.id for one in allowed] if narrow else None)
    check(hits, allowed, vector, k)


@settings(deadline=None, max_examples=30)
@given(texts, st.lists(st.text("abcd", min_size=1, max_size=5), max_size=4), st.integers(1, 80))
def test_several_vectors_find_what_each_finds_alone(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], queries: list[str], k: int
) -> None:
    built = index(
        tmp_path_factory.mktemp("index"), [passage(n, one) for n, one in enumerate(texts)]
    )
    asked = Letters().encode(queries).reshape(len(queries), 4)
    assert built.search_each(asked, k) == [built.search(one, k) for one in asked]


def test_ties_come_in_order_of_id_even_at_the_end_of_the_list(tmp_path: Path) -> None:
    passages = [passage(f"{n:04}", "ab") for n in range(500)]
    np.random.default_rng(7).shuffle(passages)
    hits = index(tmp_path, passages).search(Letters().encode(["ab"])[0], 3)
    assert [hit.id[-4:] for hit in hits] == ["0000", "0001", "0002"]


def test_more_hits_than_passages_are_not_made_up(tmp_path: Path) -> None:
    built = index(tmp_path, [passage(1, "a"), passage(2, "b")])
    assert len(built.search(Letters().encode(["a"])[0], 50)) == 2


@pytest.mark.parametrize("k", [0, -1])
def test_no_hits_are_no_hits(tmp_path: Path, k: int) -> None:
    assert index(tmp_path, [passage(1, "a")]).search(Letters().encode(["a"])[0], k) == []


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    built = index(tmp_path, [])
    assert len(built) == 0
    assert built.search(Letters().encode(["a"])[0], 5) == []


def test_ids_that_are_not_held_are_not_found(tmp_path: Path) -> None:
    built = index(tmp_path, [passage(1, "a"), passage(2, "b")])
    vector = Letters().encode(["a"])[0]
    assert built.search(vector, 5, ["https://x.example/p", "zzz", ""]) == []
    assert [hit.id[-2:] for hit in built.search(vector, 5, ["zzz", passage(2, "").id])] == ["p2"]


def test_a_passage_is_embedded_in_its_place_under_its_headings_alone_and_by_sentences() -> None:
    text = "The grant was raised to £7,500. Cllr. Mora asked why. No."
    place = ("Harbour Board", "Finance", "3 May 2021")
    one = Passage("p", text, "d", headings=("Finance", "Decisions"), place=place)
    assert embedding_texts(one) == (
        f"Harbour Board\n3 May 2021\nFinance\nDecisions\n{text}",
        f"Finance\nDecisions\n{text}",
        text,
        "The grant was raised to £7,500.",
        "Cllr. Mora asked why.",
    )


@settings(deadline=None, max_examples=30)
@given(texts, st.text("abcd", min_size=1, max_size=5), st.integers(0, 60))
def test_the_whole_of_a_passage_is_compared_whichever_papers_came_first(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], query: str, first: int
) -> None:
    folder = tmp_path_factory.mktemp("index")
    passages = [
        Passage(f"https://x.example/p{n:03}", text, "d", place=(text[::-1], "board"))
        for n, text in enumerate(texts)
    ]
    before = index(folder / "before", passages[:first])
    build(passages[first:], Letters(), before, folder / "after", "graph-2", lambda _: True)
    built = VectorIndex.open(folder / "after")
    vector = Letters().encode([query])[0]
    wholes = Letters().encode([embedding_texts(one)[0] for one in passages]) @ vector
    held = [one.id for one in passages]
    assert built.whole(vector, held) == pytest.approx([float(x) for x in wholes], abs=2e-6)


def test_a_text_that_says_the_same_twice_is_embedded_once() -> None:
    assert embedding_texts(Passage("p", "It was agreed.", "d")) == ("It was agreed.",)


def test_a_passage_is_as_near_as_its_nearest_sentence(tmp_path: Path) -> None:
    mixed = passage(1, "b bb bbb bbbb bbbbb bbbbb. A aa aaa aaaa aaaaa aaaaa.")
    other = passage(2, "A ab ab ab aaa aaa aaa aaa.")
    hits = index(tmp_path, [mixed, other]).search(Letters().encode(["a"])[0], 2)
    assert [(hit.id[-2:], round(hit.score, 3)) for hit in hits] == [("p1", 1.0), ("p2", 0.981)]
    assert len(VectorIndex.open(tmp_path)) == 2


def test_only_new_texts_are_embedded(tmp_path: Path) -> None:
    before = index(tmp_path / "1", [passage(1, "aa"), passage(2, "b"), passage(3, "b")])
    embedder = Letters()
    later = [passage(1, "aa"), passage(2, "c"), passage(9, "b"), passage(8, "c")]
    built = build(later, embedder, before, tmp_path / "2", "graph-2")
    assert embedder.asked == ["c"]
    assert (built.count, built.embedded) == (4, 1)
    assert (tmp_path / "2" / "vectors.faiss").read_bytes() == (
        fresh(tmp_path / "3", later) / "vectors.faiss"
    ).read_bytes()


def fresh(folder: Path, passages: list[Passage]) -> Path:
    build(passages, Letters(), None, folder, "graph-2")
    return folder


class Unloadable(Letters):
    """An embedder that must not be used: not even its dimension is asked for."""

    @property
    def dimension(self) -> int:  # type: ignore[override]
        raise AssertionError("the dimension was asked for")

    def encode(self, texts: Sequence[str]) -> Vectors:
        raise AssertionError("something was embedded")


def test_nothing_new_never_loads_the_embedder(tmp_path: Path) -> None:
    before = index(tmp_path / "1", [passage(1, "aa"), passage(2, "b")])
    assert build([passage(2, "aa")], Unloadable(), before, tmp_path / "2", "g").embedded == 0


def test_vectors_of_another_model_are_not_taken_over(tmp_path: Path) -> None:
    before = index(tmp_path / "1", [passage(1, "aa")])
    other = Letters()
    other.name = "letters@2"
    assert build([passage(1, "aa")], other, before, tmp_path / "2", "g").embedded == 1


@pytest.mark.parametrize("flat", [50_000, 40], ids=["flat", "lists"])
def test_files_do_not_depend_on_the_order_of_adding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flat: int
) -> None:
    monkeypatch.setattr(vectors, "FLAT_UP_TO", flat)
    chooser = np.random.default_rng(3)
    passages = [passage(n, "".join(chooser.choice([*"abcd"], 9))) for n in range(200)]
    build(passages, Letters(), None, tmp_path / "1", "g")
    chooser.shuffle(passages)
    build(passages, Letters(), None, tmp_path / "2", "g")
    for name in FILES:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name


def test_lists_find_the_same_as_comparing_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "FLAT_UP_TO", 100)
    monkeypatch.setattr(vectors, "_PROBES", 1000)
    chooser = np.random.default_rng(5)
    passages = [passage(f"{n:04}", "".join(chooser.choice([*"abcd"], 12))) for n in range(400)]
    build(passages, Letters(), None, tmp_path, "g")
    built = VectorIndex.open(tmp_path)
    vector = Letters().encode(["abbcccdddd"])[0]
    check(built.search(vector, 30), passages, vector, 30)
    allowed = passages[:30]
    check(built.search(vector, 20, [one.id for one in allowed]), allowed, vector, 20)


def test_the_manifest_says_what_the_index_belongs_to(tmp_path: Path) -> None:
    index(tmp_path, [passage(1, "a")])
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert {"faiss-cpu", "numpy"} == set(manifest.pop("versions"))
    assert manifest == {
        "format": 3,
        "model": "letters@1",
        "dimension": 4,
        "metric": "inner product",
        "count": 1,
        "passages": 1,
        "graph": "graph-1",
    }


@pytest.mark.parametrize(
    ("model", "graph", "words"),
    [
        ("letters@2", "graph-1", "the model letters@1, not letters@2"),
        ("letters@1", "graph-2", "another state of the graph"),
    ],
    ids=["model", "graph"],
)
def test_an_index_of_something_else_is_refused(
    tmp_path: Path, model: str, graph: str, words: str
) -> None:
    built = index(tmp_path, [passage(1, "a")])
    built.require(model="letters@1", graph="graph-1")
    with pytest.raises(IndexMismatch, match=words):
        built.require(model=model, graph=graph)


@pytest.mark.parametrize(
    "change", [{"count": 3}, {"dimension": 5}, {"format": 1}, {"odd": 1}], ids=str
)
def test_a_manifest_that_does_not_fit_is_refused(tmp_path: Path, change: dict[str, int]) -> None:
    index(tmp_path, [passage(1, "a"), passage(2, "b")])
    file = tmp_path / "manifest.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | change), "utf-8")
    with pytest.raises(IndexMismatch):
        VectorIndex.open(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_or_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    index(tmp_path, [passage(1, "a")])
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(IndexMismatch, match="add"):
        VectorIndex.open(tmp_path).known()
    (tmp_path / name).unlink()
    with pytest.raises(IndexMismatch, match="add"):
        VectorIndex.open(tmp_path).known()


@pytest.mark.parametrize(
    "vector",
    [np.ones(3, np.float32), np.ones((1, 4), np.float32), np.ones(4, np.float64)],
    ids=["short", "two-dimensional", "double"],
)
def test_a_query_vector_that_does_not_fit_is_refused(tmp_path: Path, vector: Vectors) -> None:
    with pytest.raises(IndexMismatch, match="does not fit"):
        index(tmp_path, [passage(1, "a")]).search(vector, 1)


def test_two_passages_of_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two passages"):
        build([passage(1, "a"), passage(1, "b")], Letters(), None, tmp_path, "g")


def test_ids_of_any_script_are_kept(tmp_path: Path) -> None:
    names = sorted(["é", "z", "日本", "a", "\U0001f389", "aa"])
    build([passage(n, n) for n in names], Letters(), None, tmp_path, "g")
    ids = Ids(tmp_path / "ids.npy")
    wanted = [passage(n, "").id for n in names]
    assert list(ids.all()) == [one.decode("utf-8") for one in ids.at(np.arange(len(ids)))] == wanted
    for row, one in enumerate(wanted):
        assert ids.rows([one, "zzz", f"{one}x", ""]).tolist() == [row]
    assert ids.rows(reversed(wanted)).tolist() == list(range(len(names)))
    assert ids.rows([]).tolist() == []


def test_a_digest_stands_for_the_text_and_not_for_the_id(tmp_path: Path) -> None:
    built = index(tmp_path, [passage(1, "a"), passage(2, "b"), passage(3, "a")])
    digest = hashlib.sha256(b"a").digest()[:16]
    assert built.known()[digest] in {0, 2}
    assert len(built.known()) == 2


def test_an_index_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "vectors.faiss").mkdir()
    with pytest.raises(StoreError, match="cannot be written"):
        index(tmp_path, [passage(1, "a")])


def test_headings_get_no_vector(tmp_path: Path) -> None:
    heading = replace(passage(1, "a"), form="heading")
    built = index(tmp_path, [heading, passage(2, "b")])
    assert [hit.id for hit in built.search(Letters().encode(["a"])[0], 5)] == [passage(2, "b").id]
