"""The words of passages, each with the vector that it has where it stands.

The vector of a text tells what it speaks of as a whole. How well it answers each single
word of a question is told by the nearest of its words (late interaction). Source: Khattab
and Zaharia, "ColBERT: efficient and effective passage search via contextualized late
interaction over BERT", SIGIR 2020; here with the token vectors of the model that also
embeds the passages.

A directory holds, in order of the passages' ids, ``ids.npy``, ``digests.npy`` (what was
read), ``starts.npy`` (where each passage's tokens begin), ``numbers.npy`` and
``vectors.npy`` (a row for each token), ``frequencies.npy`` (how many passages hold each
token of the model's vocabulary) and ``manifest.json``, written last.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import SCALE, Embedder, Tokens, Vectors, read
from embeddings.ids import Ids
from embeddings.passages import PASSED_OVER, Passage, text_digest, under_headings
from kg.errors import IndexMismatch

FORMAT = 1
RARITY = 2
"""The power to which the rarity of a token is raised: rare words count most."""

_CURE = "build the indexes again with `minutebook add`"
_AT_ONCE = 256  # tokens
_FILES = ("digests", "starts", "numbers", "vectors", "frequencies")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index belongs to: the embedder's name, and the digest of the graph."""

    format: int
    model: str
    graph: str
    passages: int


class TokenIndex:
    """The tokens of passages, mapped from disk: only those that are asked for are read."""

    def __init__(self, directory: Path) -> None:
        """Open the index in a directory; raises IndexMismatch where it is not whole."""
        try:
            self.manifest = Manifest(**json.loads((directory / "manifest.json").read_text("utf-8")))
            self._ids = Ids(directory / "ids.npy")
            held = [_mapped(directory / f"{name}.npy") for name in _FILES]
            self._digests, self._starts, self._numbers, self._vectors, self._frequencies = held
        except (OSError, ValueError, TypeError, EOFError) as error:
            raise IndexMismatch(f"the token index in {directory} is damaged; {_CURE}") from error
        if self.manifest.format != FORMAT:
            raise IndexMismatch(
                f"the token index has format {self.manifest.format}, not {FORMAT}; {_CURE}"
            )
        whole = (len(self._ids), len(self._digests), len(self._starts) - 1)
        tokens = (len(self._numbers), len(self._vectors))
        if set(whole) != {self.manifest.passages} or set(tokens) != {int(self._starts[-1])}:
            raise IndexMismatch(f"the token index in {directory} is not whole; {_CURE}")

    def require(self, *, model: str, graph: str) -> None:
        """Raise IndexMismatch unless the index is of this model and this graph (digest)."""
        if (self.manifest.model, self.manifest.graph) != (model, graph):
            raise IndexMismatch(f"the tokens belong to another model or graph; {_CURE}")

    def __len__(self) -> int:
        return self.manifest.passages

    def answering(self, question: Tokens, held: Sequence[str]) -> list[float]:
        """How well passages answer the words of a question, one by one, in [-1, 1].

        For each passage the mean, over the tokens of the question, of the likeness (cosine)
        of its nearest token; rare tokens weigh more. ``held`` are ids that the index holds;
        a passage without a token, and every passage where nothing is asked, has 0.
        """
        if not len(question.numbers) or not held:
            return [0.0] * len(held)
        rows = self._ids.firsts(held)
        spans = list(zip(self._starts[rows].tolist(), self._starts[rows + 1].tolist(), strict=True))
        tokens = np.concatenate([self._vectors[first:last] for first, last in spans])
        nearest = _nearest(_likeness(tokens, question), [last - first for first, last in spans])
        scores: list[float] = (nearest @ self._weights(question.numbers)).tolist()
        return [round(score, 6) for score in scores]

    def _weights(self, numbers: NDArray[np.int32]) -> NDArray[np.float64]:
        """What each token of a question weighs; what equal tokens score sums to 1."""
        seen = numbers < len(self._frequencies)
        holding = np.zeros(len(numbers))
        holding[seen] = self._frequencies[numbers[seen]]
        rarity = np.log(1 + len(self) / (1 + holding)) ** RARITY
        weights: NDArray[np.float64] = rarity / rarity.sum() / SCALE**2
        return weights

    def known(self) -> dict[bytes, int]:
        """From the digest of a text that was read to a row that holds its tokens."""
        blob = self._digests.tobytes()
        return {blob[row * 16 : row * 16 + 16]: row for row in range(len(self))}

    def rows(self, keep: Callable[[str], bool]) -> list[tuple[str, bytes]]:
        """The ids that ``keep`` accepts, each with the digest of what was read for it."""
        blob = self._digests.tobytes()
        ids = enumerate(self._ids.all())
        return [(one, blob[row * 16 : row * 16 + 16]) for row, one in ids if keep(one)]

    def tokens(self, row: int) -> Tokens:
        """The tokens of the passage in a row."""
        first, last = int(self._starts[row]), int(self._starts[row + 1])
        return Tokens(self._numbers[first:last], self._vectors[first:last])


def _mapped(file: Path) -> NDArray[Any]:
    """An array that stays on disk until it is looked at."""
    array: NDArray[Any] = np.load(file, mmap_mode="r").view(np.ndarray)
    return array


def _likeness(tokens: NDArray[np.int8], question: Tokens) -> Vectors:
    """How alike each token is to each of a question, times the square of ``SCALE``.

    Few rows at a time, which the processor keeps at hand. Sums of products of whole numbers
    below 2**24 are exact as floats, in whatever order they are added.
    """
    asked = np.ascontiguousarray(question.vectors.astype(np.float32).T)
    found = np.empty((len(tokens), asked.shape[1]), np.float32)
    for start in range(0, len(tokens), _AT_ONCE):
        part = tokens[start : start + _AT_ONCE].astype(np.float32)
        np.matmul(part, asked, out=found[start : start + _AT_ONCE])
    return found


def _nearest(likeness: Vectors, lengths: Sequence[int]) -> NDArray[np.float64]:
    """For each passage and token of a question the likeness of the nearest token.

    ``likeness`` has a row for each token of the passages, one after the other, and a column
    for each of the question; a passage without tokens has 0.
    """
    filled = np.array(lengths) > 0
    starts = np.cumsum([0, *lengths[:-1]])[filled]
    found = np.zeros((len(lengths), likeness.shape[1]))
    if len(starts):
        found[filled] = np.maximum.reduceat(likeness, starts, axis=0)
    return found


def build(
    passages: Iterable[Passage],
    embedder: Embedder,
    previous: TokenIndex | None,
    directory: Path,
    graph: str,
    keep: Callable[[str], bool] = lambda _: False,
) -> None:
    """Write the index of passages, without headings, into an empty directory.

    Tokens of ``previous`` whose ids ``keep`` accepts stay, and are taken over where the same
    model read the same text; the embedder reads only the rest. ``graph`` is the digest of
    the graph that the passages come from.
    """
    reused = previous if previous and previous.manifest.model == embedder.name else None
    rows = reused.rows(keep) if reused else []
    known = reused.known() if reused else {}
    texts: dict[bytes, str] = {}
    for passage in passages:
        if passage.form not in PASSED_OVER:
            text = under_headings(passage)
            rows.append((passage.id, text_digest(text)))
            texts[rows[-1][1]] = text
    fresh = sorted(texts.keys() - known.keys(), key=lambda digest: (len(texts[digest]), digest))
    new = dict(zip(fresh, _read(embedder, [texts[digest] for digest in fresh]), strict=True))
    directory.mkdir(parents=True, exist_ok=True)
    rows.sort()

    def tokens(digest: bytes) -> Tokens:
        return reused.tokens(known[digest]) if reused and digest in known else new[digest]

    _write(directory, [digest for _, digest in rows], tokens)
    Ids.write(directory / "ids.npy", [one for one, _ in rows])
    manifest = Manifest(FORMAT, embedder.name, graph, len(rows))
    (directory / "manifest.json").write_text(json.dumps(asdict(manifest), indent=2) + "\n", "utf-8")


def _read(embedder: Embedder, texts: Sequence[str]) -> list[Tokens]:
    return read(embedder, texts)[1] if texts else []


def _write(directory: Path, digests: Sequence[bytes], tokens: Callable[[bytes], Tokens]) -> None:
    """Write the tokens of passages in order, one passage at a time."""
    lengths = [len(tokens(digest).numbers) for digest in digests]
    starts = np.cumsum([0, *lengths], dtype=np.int64)
    dimension = tokens(digests[0]).vectors.shape[1] if digests else 0
    memory = np.lib.format.open_memmap
    numbers = memory(directory / "numbers.npy", "w+", np.int32, (int(starts[-1]),))
    vectors = memory(directory / "vectors.npy", "w+", np.int8, (int(starts[-1]), dimension))
    holding: dict[int, int] = {}
    for row, digest in enumerate(digests):
        held = tokens(digest)
        numbers[starts[row] : starts[row + 1]] = held.numbers
        vectors[starts[row] : starts[row + 1]] = held.vectors
        for number in set(held.numbers.tolist()):
            holding[number] = holding.get(number, 0) + 1
    np.save(directory / "starts.npy", starts)
    np.save(directory / "digests.npy", np.frombuffer(b"".join(digests), np.uint8).reshape(-1, 16))
    np.save(directory / "frequencies.npy", _table(holding))


def _table(holding: Mapping[int, int]) -> NDArray[np.int32]:
    """Counts by number as an array; 0 where there is none."""
    counts = np.zeros(max(holding, default=0) + 1, np.int32)
    for number, count in holding.items():
        counts[number] = count
    return counts
