"""Encoding questions through onnxruntime: no PyTorch, a third of a second cold.

The folder read here is written by `embeddings.onnx_export`.
"""

import json
import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings.embedder import Tokens, Vectors, normalised, without_marks
from kg.errors import StoreError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL = "model.onnx"
WEIGHTS = "weights.bin"
TOKENIZER = "tokenizer.json"
MANIFEST = "manifest.json"
SENTENCE, TOKENS = "sentence_embedding", "token_embeddings"
"""What an export gives; not every model gives the second."""
_FORMAT = 2
_KEPT = 16  # texts last encoded: one answer asks for its question several times


def export_folder(name: str, cache: Path) -> Path:
    """Where the export of the model called ``name`` (with its weights) lies in a cache."""
    return cache / f"onnx-{_FORMAT}" / re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def is_exported(name: str, cache: Path) -> bool:
    """Whether a cache holds the export of the model called ``name``."""
    return (export_folder(name, cache) / MANIFEST).is_file()


class OnnxEmbedder:
    """Encodes texts one at a time, on one thread, through an exported model.

    ``folder`` is one that `embeddings.onnx_export.export_model` wrote; raises
    StoreError where it is not.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise StoreError(
                f"there is no ONNX export in {folder}; delete it and ask again"
            ) from error
        self._folder = folder
        self._read_one = lru_cache(maxsize=_KEPT)(self._run)

    @property
    def name(self) -> str:
        """The name of the model the export was made from, with its digest."""
        return str(self._manifest["name"])

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self._manifest["dimension"])

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as states

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        try:
            return onnxruntime.InferenceSession(
                str(self._folder / MODEL), options, providers=["CPUExecutionProvider"]
            )
        except (states.Fail, states.InvalidProtobuf, states.NoSuchFile) as error:
            raise StoreError(f"the ONNX export in {self._folder} is damaged; delete it") from error

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / TOKENIZER))
        tokenizer.no_padding()
        tokenizer.enable_truncation(max_length=int(self._manifest["max_length"]))
        return tokenizer

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of texts as queries: float32 (len(texts), dimension), rows of length 1."""
        return self.read(texts)[0]

    def read(self, texts: Sequence[str]) -> tuple[Vectors, list[Tokens]]:
        """Vectors as of `encode`, and the tokens of each text; none where the model has none."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        tokens = []
        for row, text in enumerate(texts):
            vectors[row], told = self._read_one(str(self._manifest["prompt"]) + text)
            tokens.append(told)
        return normalised(vectors), tokens

    def _run(self, text: str) -> tuple[Vectors, Tokens]:
        encoding = self._tokenizer.encode(text)
        ids = np.array([encoding.ids], np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
        names = [output.name for output in self._session.get_outputs()]
        found = dict(zip(names, self._session.run(None, inputs), strict=True))
        vector: Vectors = found[SENTENCE][0]
        if TOKENS not in found:
            return vector, Tokens.of([], np.zeros((0, self.dimension), np.float32))
        return vector, without_marks(encoding.ids, encoding.special_tokens_mask, found[TOKENS][0])
