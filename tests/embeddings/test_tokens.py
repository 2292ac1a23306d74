"""The token index against the sum worked out plainly, its reuse, and what it refuses."""

import json
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings.embedder import SCALE, Tokens, Vectors, normalised, read
from embeddings.passages import Passage
from embeddings.tokens import TokenIndex, build
from kg.errors import IndexMismatch
from tests.support.letters import Letters

ANGLES = {letter: place * math.pi / 10 for place, letter in enumerate("abcdef")}
"""The vector of each letter, by its angle: neighbours in the alphabet are alike."""


class Spelt(Letters):
    """Reads each letter from a to f as a token; keeps what it was asked to read."""

    def read(self, texts: Sequence[str]) -> tuple[Vectors, list[Tokens]]:
        vectors = self.encode(texts)
        return vectors, [spelt(text) for text in texts]


def spelt(text: str) -> Tokens:
    letters = [letter for letter in text if letter in ANGLES]
    rows = [[math.cos(ANGLES[x]), math.sin(ANGLES[x]), 0, 0] for x in letters]
    return Tokens.of(
        ["abcdef".index(letter) for letter in letters],
        np.array(rows, np.float32).reshape(-1, 4),
    )


def passage(number: int | str, text: str, form: str = "text") -> Passage:
    return Passage(f"https://x.example/p{number}", text, "https://x.example/doc", form=form)


def index(folder: Path, passages: list[Passage], before: TokenIndex | None = None) -> TokenIndex:
    build(passages, Spelt(), before, folder, "graph-1")
    return TokenIndex(folder)


def by_hand(question: str, texts: list[str], text: str) -> float:
    """The likeness of each letter to its nearest in the text, rare letters weighing most."""
    total = weighed = 0.0
    for token, vector in zip(question, spelt(question).vectors.astype(int), strict=True):
        holding = sum(token in other for other in texts)
        weight = math.log(1 + len(texts) / (1 + holding)) ** 2
        rows = spelt(text).vectors.astype(int)
        weighed += weight * max((int(row @ vector) for row in rows), default=0) / SCALE**2
        total += weight
    return weighed / total


spellings = st.lists(st.text("abcdef", max_size=6), min_size=1, max_size=20)


@settings(deadline=None, max_examples=60)
@given(spellings, st.text("abcdef", min_size=1, max_size=5))
def test_scores_are_those_worked_out_plainly(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], question: str
) -> None:
    held = [passage(f"{n:02}", text) for n, text in enumerate(texts)]
    built = index(tmp_path_factory.mktemp("index"), held)
    scores = built.answering(spelt(question), [one.id for one in held])
    assert scores == pytest.approx([by_hand(question, texts, t) for t in texts], abs=2e-6)


def test_a_passage_with_every_word_scores_one_and_one_without_tokens_nothing(
    tmp_path: Path,
) -> None:
    held = [passage(1, "abc"), passage(2, "zzz"), passage(3, "f")]
    scores = index(tmp_path, held).answering(spelt("ab"), [one.id for one in held])
    assert scores[0] == pytest.approx(1, abs=0.01)
    assert scores[1] == 0
    assert 0 < scores[2] < 0.5


def test_a_rare_word_weighs_more_than_a_common_one(tmp_path: Path) -> None:
    held = [passage(n, "a") for n in range(9)] + [passage("x", "f")]
    built = index(tmp_path, held)
    common, rare = built.answering(spelt("af"), [held[0].id, held[-1].id])
    assert rare > 0.8 > 0.2 > common


def test_a_question_without_tokens_scores_nothing(tmp_path: Path) -> None:
    built = index(tmp_path, [passage(1, "a")])
    assert built.answering(spelt(""), [passage(1, "a").id]) == [0.0]
    assert built.answering(spelt("a"), []) == []


def test_each_token_has_its_nearest_of_some_passages(tmp_path: Path) -> None:
    held = [passage(1, "ab"), passage(2, "c"), passage(3, "f")]
    built = index(tmp_path, held)
    near = [held[0].id, held[1].id]
    a, c, f = built.nearest(spelt("acf"), near)
    assert (a, c) == pytest.approx((1, 1), abs=0.01)
    assert f == pytest.approx(built.nearest(spelt("f"), [held[1].id])[0])
    assert built.nearest(spelt("ab"), [passage(9, "a").id]) == [0.0, 0.0]


def test_headings_and_lead_ins_are_read_with_a_passage_and_headings_are_none(
    tmp_path: Path,
) -> None:
    point = Passage("https://x.example/p1", "a", "https://x.example/doc", ("f",), lead="d:")
    build([point, passage(2, "b", "heading")], Spelt(), None, tmp_path, "g")
    built = TokenIndex(tmp_path)
    assert len(built) == 1
    assert built.answering(spelt("fda"), [point.id])[0] == pytest.approx(1, abs=0.01)


def test_nothing_new_is_not_read_again(tmp_path: Path) -> None:
    before = index(tmp_path / "1", [passage(1, "aa"), passage(2, "b")])
    reader = Spelt()
    moved = [passage(2, "aa"), passage(3, "c")]
    build(moved, reader, before, tmp_path / "2", "g")
    assert reader.asked == ["c"]
    after, fresh = TokenIndex(tmp_path / "2"), index(tmp_path / "3", moved)
    ids = [one.id for one in moved]
    assert after.answering(spelt("abc"), ids) == fresh.answering(spelt("abc"), ids)


def test_what_is_kept_and_what_is_new_make_the_index_of_both(tmp_path: Path) -> None:
    one, two = passage(1, "ab"), passage(2, "fe")
    before = index(tmp_path / "1", [two])
    build([one], Spelt(), before, tmp_path / "2", "graph-1", keep=lambda name: name == two.id)
    index(tmp_path / "whole", [one, two])
    for file in sorted((tmp_path / "whole").iterdir()):
        assert (tmp_path / "2" / file.name).read_bytes() == file.read_bytes()


def test_tokens_of_another_model_are_not_taken_over(tmp_path: Path) -> None:
    before = index(tmp_path / "1", [passage(1, "aa")])
    other = Spelt()
    other.name = "letters@2"
    build([passage(1, "aa")], other, before, tmp_path / "2", "g")
    assert other.asked == ["aa"]


def test_an_embedder_that_tells_of_no_tokens_makes_an_index_without(tmp_path: Path) -> None:
    build([passage(1, "abc")], Letters(), None, tmp_path, "g")
    assert TokenIndex(tmp_path).answering(spelt("abc"), [passage(1, "").id]) == [0.0]
    assert [len(told.numbers) for told in read(Letters(), ["a", "b"])[1]] == [0, 0]


def test_an_empty_index_can_be_opened(tmp_path: Path) -> None:
    assert len(index(tmp_path, [])) == 0


@pytest.mark.parametrize("file", ["vectors.npy", "starts.npy", "ids.npy", "manifest.json"])
def test_a_damaged_index_is_refused(tmp_path: Path, file: str) -> None:
    index(tmp_path, [passage(1, "a")])
    (tmp_path / file).write_bytes(b"")
    with pytest.raises(IndexMismatch, match="add"):
        TokenIndex(tmp_path)


def test_an_array_whose_head_says_nothing_is_damaged(tmp_path: Path) -> None:
    index(tmp_path, [passage(1, "a")])
    file = tmp_path / "frequencies.npy"
    file.write_bytes(file.read_bytes().replace(b"}", b" "))
    with pytest.raises(IndexMismatch, match="damaged"):
        TokenIndex(tmp_path)


def test_an_index_that_lost_a_row_is_refused(tmp_path: Path) -> None:
    index(tmp_path, [passage(1, "ab")])
    np.save(tmp_path / "numbers.npy", np.zeros(1, np.int32))
    with pytest.raises(IndexMismatch, match="not whole"):
        TokenIndex(tmp_path)


@pytest.mark.parametrize("change", [{"model": "letters@2"}, {"graph": "graph-2"}])
def test_an_index_of_another_model_or_graph_is_refused(
    tmp_path: Path, change: dict[str, str]
) -> None:
    built = index(tmp_path, [passage(1, "a")])
    built.require(model="letters@1", graph="graph-1")
    with pytest.raises(IndexMismatch, match="another"):
        built.require(**{"model": "letters@1", "graph": "graph-1", **change})


def test_a_manifest_of_another_format_is_refused(tmp_path: Path) -> None:
    index(tmp_path, [passage(1, "a")])
    file = tmp_path / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "format": 99}))
    with pytest.raises(IndexMismatch, match="format 99"):
        TokenIndex(tmp_path)


def test_token_vectors_have_one_length_whatever_length_they_come_with() -> None:
    told = Tokens.of([1, 2], normalised(np.array([[3, 4, 0], [0, 0, 9]], np.float32)) * 7)
    assert told.vectors.tolist() == [[76, 102, 0], [0, 0, 127]]


words = st.lists(st.text("abcdef", min_size=1, max_size=4), min_size=1, max_size=6)


@settings(deadline=None, max_examples=60)
@given(words, words, st.sets(st.integers(0, 5)))
def test_an_index_brought_up_to_date_is_that_of_all_its_passages(
    tmp_path_factory: pytest.TempPathFactory, held: list[str], new: list[str], gone: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("index")
    old = [passage(number, text) for number, text in enumerate(held)]
    fresh = [passage(10 + number, text) for number, text in enumerate(new)]
    kept = [one for number, one in enumerate(old) if number not in gone]
    ids = {one.id for one in kept}
    before = index(folder / "before", old)
    build(fresh, Spelt(), before, folder / "after", "graph-1", keep=ids.__contains__)
    index(folder / "whole", [*kept, *fresh])
    files = sorted(one.name for one in (folder / "whole").iterdir())
    assert sorted(one.name for one in (folder / "after").iterdir()) == files
    for name in files:
        assert (folder / "after" / name).read_bytes() == (folder / "whole" / name).read_bytes()


def test_texts_are_read_some_at_a_time_and_told_of(tmp_path: Path) -> None:
    texts = [f"a{number}" for number in range(1100)]
    told: list[tuple[int, int]] = []
    passages = [passage(f"{number:04}", text) for number, text in enumerate(texts)]
    build(passages, Spelt(), None, tmp_path, "g", told=lambda *now: told.append(now))
    assert told == [(0, 1100), (512, 1100), (1024, 1100), (1100, 1100)]
    assert TokenIndex(tmp_path).answering(spelt("a"), [passages[-1].id]) == [1.0]
