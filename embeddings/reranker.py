"""A cross-encoder, which reads a question together with a text: slow, and only where asked for."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from embeddings.embedder import Model, checked, offline
from kg.errors import IndexMismatch

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


class Reranker(Protocol):
    """Whatever says how well texts answer a question."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """A number for each text, greater for one that answers better."""
        ...


class CrossEncoderReranker:
    """Scores through sentence-transformers, which is loaded at the first question.

    Pairs are read one at a time, so that a text has one score whatever stands beside it.
    """

    def __init__(self, model: Model) -> None:
        self._model = model

    @cached_property
    def _loaded(self) -> "CrossEncoder":
        checked(self._model)
        with offline():
            from sentence_transformers import CrossEncoder
            from transformers.utils import logging

            logging.disable_progress_bar()
            loaded = CrossEncoder(str(self._model.folder), device="cpu", local_files_only=True)
        if loaded.num_labels != 1:
            raise IndexMismatch(
                f"{self._model.title} gives {loaded.num_labels} numbers for a pair, not one; "
                f"name a cross-encoder made for ranking"
            )
        return loaded

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """The model's score of each text, to 6 decimals."""
        pairs = [(question, text) for text in texts]
        found = self._loaded.predict(pairs, batch_size=1, show_progress_bar=False)
        return [round(float(score), 6) for score in found]
