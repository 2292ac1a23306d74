"""The embedders: one model, through sentence-transformers and through ONNX."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from embeddings.embedder import (
    DEFAULT_MODEL,
    Model,
    SentenceTransformerEmbedder,
    Tokens,
    Vectors,
    find_model,
    load_model,
    normalised,
    weights_digest,
)
from embeddings.onnx_encoder import MANIFEST, MODEL, OnnxEmbedder, export_folder, is_exported
from embeddings.onnx_export import export_model
from kg.errors import IndexMismatch, NotFound, StoreError
from tests.places import ROOT

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

SENTENCES = (
    "The board noted the report on the tide gauges.",
    "Members agreed that officers write to every harbour authority by 30 April 2021.",
    "Cllr Ada Quill (Chair), Sam Reed, and Tom Vane were present",
    "£1.5m over 3 years - 60% of it for dredging; see paragraph 7.1",
    "Naïve café — “quotes”, ‘apostrophes’, an ellipsis… and 🎉",
    "日本語の文 и русский текст",
    "a",
    "?!",
)
TEXTS = [
    "",
    " ",
    *SENTENCES,
    *(" ".join(SENTENCES[: n % 8 + 1]) for n in range(20)),
    *((SENTENCES[n % 8] + " ") * (n * 7 + 1) for n in range(18)),
    "harbour " * 400,
    "supercalifragilistic" * 60,
]


@pytest.fixture(scope="module")
def model() -> Model:
    return find_model()


@pytest.fixture(scope="module")
def embedder(model: Model) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(model)


@pytest.fixture(scope="module")
def encoded(embedder: SentenceTransformerEmbedder) -> Vectors:
    """The vectors of all texts, encoded together."""
    return embedder.encode(TEXTS)


@pytest.fixture(scope="module")
def cache(model: Model, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    export_model(model, folder)
    return folder


@pytest.fixture(scope="module")
def onnx(model: Model, cache: Path) -> OnnxEmbedder:
    return OnnxEmbedder(export_folder(model.name, cache))


def test_the_packaged_model_is_the_published_one(model: Model) -> None:
    assert model.name == f"{DEFAULT_MODEL}@{SHA256[:12]}"
    assert weights_digest(model.folder) == SHA256


def test_onnx_and_sentence_transformers_agree(
    embedder: SentenceTransformerEmbedder, encoded: Vectors, onnx: OnnxEmbedder
) -> None:
    assert len(TEXTS) == 50
    cosines = np.sum(encoded * onnx.encode(TEXTS), axis=1)
    assert cosines.min() > 0.99999
    assert (embedder.name, embedder.dimension) == (onnx.name, onnx.dimension)


def test_vectors_are_those_of_sentence_transformers_itself(encoded: Vectors, model: Model) -> None:
    wanted = load_model(model).encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    assert np.abs(encoded - wanted).max() < 1e-6


def test_a_text_has_one_vector_whatever_it_is_encoded_with(
    embedder: SentenceTransformerEmbedder, encoded: Vectors
) -> None:
    some = [25, 7, 0, 2, 31, 3]
    assert (embedder.encode([TEXTS[row] for row in some]) == encoded[some]).all()
    assert (embedder.encode([TEXTS[7]])[0] == encoded[7]).all()


@pytest.fixture(scope="module")
def told(embedder: SentenceTransformerEmbedder) -> list[Tokens]:
    """The tokens of all texts, read together."""
    return embedder.read(TEXTS)[1]


def test_reading_gives_the_vectors_of_encoding_and_a_token_for_each_piece(
    embedder: SentenceTransformerEmbedder, encoded: Vectors, told: list[Tokens], model: Model
) -> None:
    assert (embedder.read(TEXTS[:4])[0] == encoded[:4]).all()
    tokenizer = load_model(model).tokenizer
    for text, tokens in zip(TEXTS, told, strict=True):
        pieces = tokenizer(text, add_special_tokens=False)["input_ids"]
        assert tokens.numbers.tolist() == pieces[:254]
        assert (tokens.vectors.shape, tokens.vectors.dtype) == ((len(tokens.numbers), 384), np.int8)


def test_tokens_are_the_same_through_onnx_and_whatever_they_are_read_with(
    embedder: SentenceTransformerEmbedder, onnx: OnnxEmbedder, told: list[Tokens]
) -> None:
    for text, tokens, other in zip(TEXTS, told, onnx.read(TEXTS)[1], strict=True):
        assert (tokens.numbers == other.numbers).all()
        assert np.abs(tokens.vectors.astype(int) - other.vectors).max(initial=0) <= 1, text
    for row in (2, 7, 31):
        assert (embedder.read([TEXTS[row]])[1][0].vectors == told[row].vectors).all()


def test_a_word_has_another_vector_in_another_sentence(onnx: OnnxEmbedder) -> None:
    _, (money, river) = onnx.read(["The bank lent the money.", "The bank of the river flooded."])
    assert money.numbers[1] == river.numbers[1]
    likeness = int(money.vectors[1].astype(int) @ river.vectors[1])
    assert 0 < likeness < 0.95 * 127**2


@pytest.mark.parametrize("which", ["embedder", "onnx"])
def test_vectors_are_always_two_dimensional_single_floats_of_length_one(
    which: str, request: pytest.FixtureRequest
) -> None:
    encoder = request.getfixturevalue(which)
    for texts in ([], ["a"], ["", "b"]):
        vectors = encoder.encode(texts)
        assert (vectors.shape, vectors.dtype) == ((len(texts), 384), np.float32)
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(texts)), abs=1e-5)


def test_near_texts_are_nearer_than_far_ones(onnx: OnnxEmbedder) -> None:
    query, near, far = onnx.encode(
        [
            "Who pays for keeping the harbour deep?",
            "The cost of dredging the port is met by the towns.",
            "Apologies were received from two members.",
        ]
    )
    assert query @ near > query @ far + 0.2


def test_an_export_is_made_once_and_whole(model: Model, cache: Path) -> None:
    folder = export_folder(model.name, cache)
    before = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    assert export_model(model, cache) == folder
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == before
    assert sorted(before) == ["manifest.json", "model.onnx", "tokenizer.json", "weights.bin"]
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]
    assert is_exported(model.name, cache)


QUESTION = """
import sys
from pathlib import Path
from embeddings.onnx_encoder import OnnxEmbedder
from embeddings import keywords, library, vectors
vector = OnnxEmbedder(Path(sys.argv[1])).encode(["What was decided?"])
print(vector.shape, sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[2:])))
"""


def test_a_question_imports_neither_torch_nor_transformers(model: Model, cache: Path) -> None:
    heavy = ["torch", "transformers", "sentence_transformers", "huggingface_hub", "rdflib", "onnx"]
    folder = export_folder(model.name, cache)
    command = [sys.executable, "-c", QUESTION, str(folder), *heavy]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[0] == "(1, 384) []"
    assert done.stderr == ""


def test_other_weights_under_the_models_name_are_refused(model: Model, tmp_path: Path) -> None:
    shutil.copytree(model.folder, tmp_path / "model")
    with (tmp_path / "model" / "model.safetensors").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\x01")
    changed = Model(model.title, tmp_path / "model", model.sha256)
    with pytest.raises(IndexMismatch, match="install the model again"):
        SentenceTransformerEmbedder(changed).encode(["a"])


def test_a_model_in_a_folder_is_named_by_folder_and_weights(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "model.safetensors").write_bytes(b"weights")
    found = find_model(str(tmp_path / "mine"))
    assert found.name == "mine@" + found.sha256[:12]
    (tmp_path / "mine" / "model.safetensors").write_bytes(b"others")
    assert find_model(str(tmp_path / "mine")).name != found.name


def test_a_folder_without_weights_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no weights"):
        find_model(str(tmp_path))


def test_a_folder_without_an_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no ONNX export"):
        OnnxEmbedder(tmp_path)


def test_a_damaged_export_is_refused(model: Model, cache: Path, tmp_path: Path) -> None:
    shutil.copytree(export_folder(model.name, cache), tmp_path / "export")
    (tmp_path / "export" / MODEL).write_bytes(b"no model")
    with pytest.raises(StoreError, match="damaged"):
        OnnxEmbedder(tmp_path / "export").encode(["a"])
    (tmp_path / "export" / MANIFEST).write_text("{", "utf-8")
    with pytest.raises(StoreError, match="no ONNX export"):
        OnnxEmbedder(tmp_path / "export")


def test_a_cache_that_cannot_be_written_is_an_error(model: Model, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(StoreError, match="name another"):
        export_model(model, tmp_path / "file")


def test_a_row_of_zeros_stays_one() -> None:
    rows = normalised(np.array([[3, 4], [0, 0]], np.float32))
    assert rows.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0]]
