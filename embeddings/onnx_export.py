"""Exporting a sentence-transformers model to ONNX, once, so that questions need no PyTorch.

The whole model is exported (transformer, pooling, normalisation), optimised by
onnxruntime, and written with its weights in a file of their own, which
onnxruntime maps into memory instead of reading.
"""

import json
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embeddings.embedder import Model, SentenceTransformerEmbedder, load_model
from embeddings.onnx_encoder import (
    MANIFEST,
    MODEL,
    SENTENCE,
    TOKENIZER,
    TOKENS,
    WEIGHTS,
    OnnxEmbedder,
    export_folder,
    is_exported,
)
from kg.errors import IndexMismatch, StoreError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_OPSET = 17
_INPUTS = ("input_ids", "attention_mask")
_PROBES = ("The board noted the report.", "Actions: officers to write to every council by May.")


def export_model(model: Model, cache: Path) -> Path:
    """Export a model into ``cache`` and return its folder; does nothing when it is there.

    The folder appears whole or not at all. Raises IndexMismatch where the
    exported model does not agree with the one it was made from.
    """
    folder = export_folder(model.name, cache)
    if is_exported(model.name, cache):
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix="export-", dir=folder.parent))
    except OSError as error:
        raise StoreError(
            f"the cache {cache} cannot be written ({error.strerror}); name another"
        ) from error
    try:
        _write_export(model, draft)
        _publish(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def _publish(draft: Path, folder: Path) -> None:
    draft.chmod(0o755)
    try:
        draft.rename(folder)
    except OSError as error:
        if not (folder / MANIFEST).is_file():  # another process may have been faster
            raise StoreError(f"{folder} cannot be written ({error.strerror}); delete it") from error


def _write_export(model: Model, draft: Path) -> None:
    loaded = load_model(model)
    plain = draft / "plain.onnx"
    _trace(loaded, plain)
    _optimise(plain, draft / MODEL)
    plain.unlink()
    loaded.tokenizer.backend_tokenizer.save(str(draft / TOKENIZER))
    manifest = {
        "format": 1,
        "name": model.name,
        "sha256": model.sha256,
        "dimension": int(loaded.get_embedding_dimension() or 0),
        "max_length": int(loaded.max_seq_length or 512),
        "prompt": (loaded.prompts or {}).get("query") or "",
    }
    (draft / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    _check(model, draft)


def _trace(loaded: "SentenceTransformer", target: Path) -> None:
    """Export by tracing: torch's own older exporter, which needs no further package."""
    import torch

    class Whole(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.inner = loaded

        def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, ...]:
            found = self.inner(dict(zip(_INPUTS, (ids, mask), strict=True)))
            return tuple(found[name] for name in outputs)

    sample = loaded.tokenizer(list(_PROBES), padding=True, return_tensors="pt")
    outputs = [name for name in (SENTENCE, TOKENS) if name in loaded(dict(sample))]
    axes = {name: {0: "batch", 1: "length"} for name in (*_INPUTS, TOKENS)}
    axes[SENTENCE] = {0: "batch"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Whole().eval(),
            tuple(sample[name] for name in _INPUTS),
            str(target),
            input_names=list(_INPUTS),
            output_names=outputs,
            dynamic_axes={name: axes[name] for name in (*_INPUTS, *outputs)},
            opset_version=_OPSET,
            dynamo=False,
        )


def _optimise(source: Path, target: Path) -> None:
    """Fuse what does not depend on the machine, and put the weights into their own file."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    entry = "session.optimized_model_external_initializers_"
    options.add_session_config_entry(entry + "file_name", WEIGHTS)
    options.add_session_config_entry(entry + "min_size_in_bytes", "1024")
    onnxruntime.InferenceSession(str(source), options, providers=["CPUExecutionProvider"])
    if not (target.parent / WEIGHTS).is_file():
        raise StoreError(f"onnxruntime did not write {target.parent / WEIGHTS}; is the disk full?")


def _check(model: Model, draft: Path) -> None:
    expected = SentenceTransformerEmbedder(model).encode(_PROBES)
    found = OnnxEmbedder(draft).encode(_PROBES)
    if float(np.min(np.sum(expected * found, axis=1))) < 0.9999:
        raise IndexMismatch(
            f"the ONNX export of {model.title} does not agree with it; choose another model"
        )
