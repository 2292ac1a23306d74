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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import SCALE, Embedder, Tokens, Vectors, read
from embeddings.ids import Digests, Ids, mapped
from embeddings.passages import PASSED_OVER, Passage, text_digest, under_headings
from kg.errors import CURE, IndexMismatch

FORMAT = 1
RARITY = 2
"""The power to which the rarity of a token is raised: rare words count most."""

_AT_ONCE = 256  # tokens
_READ_AT_ONCE = 512  # texts
_FILES = ("starts", "numbers", "vectors", "frequencies")


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
            self._digests = Digests(directory / "digests.npy")
            held = [mapped(directory / f"{name}.npy") for name in _FILES]
            self._starts, self._numbers, self._vectors, self._frequencies = held
        except (OSError, ValueError, TypeError, EOFError) as error:
            raise IndexMismatch(f"the token index in {directory} is damaged; {CURE}") from error
        if self.manifest.format != FORMAT:
            raise IndexMismatch(
                f"the token index has format {self.manifest.format}, not {FORMAT}; {CURE}"
            )
        whole = (len(self._ids), len(self._digests), len(self._starts) - 1)
        tokens = (len(self._numbers), len(self._vectors))
        if set(whole) != {self.manifest.passages} or set(tokens) != {int(self._starts[-1])}:
            raise IndexMismatch(f"the token index in {directory} is not whole; {CURE}")

    def require(self, *, model: str, graph: str) -> None:
        """Raise IndexMismatch unless the index is of this model and this graph (digest)."""
        if (self.manifest.model, self.manifest.graph) != (model, graph):
            raise IndexMismatch(f"the tokens belong to another model or graph; {CURE}")

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
        nearest = self._nearest(question, self._ids.firsts(held))
        scores: list[float] = (nearest @ self._weights(question.numbers)).tolist()
        return [round(score, 6) for score in scores]

    def nearest(self, question: Tokens, among: Sequence[str]) -> list[float]:
        """How alike (cosine) each token of a question is to the nearest one of some passages, in
        [-1, 1]; 0 where the index holds none of them.
        """
        found = self._nearest(question, self._ids.rows(among)) / SCALE**2
        best: list[float] = found.max(axis=0, initial=-1.0).tolist() if len(found) else []
        return best or [0.0] * len(question.numbers)

    def _nearest(self, question: Tokens, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """For each of some rows and each token of a question the likeness of the nearest token,
        times the square of ``SCALE``.
        """
        spans = list(zip(self._starts[rows].tolist(), self._starts[rows + 1].tolist(), strict=True))
        tokens = np.concatenate([self._vectors[:0], *(self._vectors[a:b] for a, b in spans)])
        return _nearest(_likeness(tokens, question), [last - first for first, last in spans])

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
        return self._digests.known()

    def rows(self, keep: Callable[[str], bool]) -> list[tuple[str, bytes]]:
        """The ids that ``keep`` accepts, each with the digest of what was read for it."""
        return self._digests.rows(self._ids, keep)

    def held(self) -> "_Held":
        """The tokens of all passages."""
        return _Held(self._starts, self._numbers, self._vectors, self._frequencies)


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
    told: Callable[[int, int], None] = lambda *_: None,
) -> None:
    """Write the index of passages, without headings, into an empty directory.

    Tokens of ``previous`` whose ids ``keep`` accepts stay, and are taken over where the same
    model read the same text; the embedder reads only the rest, some texts at a time, and
    ``told`` hears how many it has read of how many. ``graph`` is the digest of the graph that
    the passages come from.
    """
    reused = previous if previous and previous.manifest.model == embedder.name else None
    rows = reused.rows(keep) if reused else []
    texts: dict[bytes, str] = {}
    for passage in passages:
        if passage.form not in PASSED_OVER:
            text = under_headings(passage)
            rows.append((passage.id, text_digest(text)))
            texts[rows[-1][1]] = text
    rows.sort()
    directory.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=directory) as aside:
        held = [reused.held()] if reused else []
        places = {digest: (0, row) for digest, row in reused.known().items()} if reused else {}
        fresh = sorted(texts.keys() - places.keys(), key=lambda one: (len(texts[one]), one))
        if fresh:
            held.append(_read(Path(aside), embedder, [texts[one] for one in fresh], told))
            places |= {digest: (len(held) - 1, row) for row, digest in enumerate(fresh)}
        _write(directory, [digest for _, digest in rows], held, places)
    Ids.write(directory / "ids.npy", [one for one, _ in rows])
    manifest = Manifest(FORMAT, embedder.name, graph, len(rows))
    (directory / "manifest.json").write_text(json.dumps(asdict(manifest), indent=2) + "\n", "utf-8")


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """The tokens of texts, one after the other; those of a row begin at ``starts``.

    ``counted``, where it is known, is how many rows hold each token of the vocabulary.
    """

    starts: NDArray[np.int64]
    numbers: NDArray[np.int32]
    vectors: NDArray[np.int8]
    counted: NDArray[np.int32] | None = None

    @property
    def vocabulary(self) -> int:
        """How many tokens the vocabulary has, as far as it is known here."""
        if self.counted is not None:
            return len(self.counted)
        return int(self.numbers.max(initial=0)) + 1

    def span(self, first: int, last: int) -> slice:
        """Where the tokens of some rows stand, ``last`` among them."""
        return slice(int(self.starts[first]), int(self.starts[last + 1]))


def _read(
    aside: Path, embedder: Embedder, texts: Sequence[str], told: Callable[[int, int], None]
) -> _Held:
    """The tokens of texts, put aside on disk as they are read."""
    lengths = [0]
    with (aside / "numbers").open("wb") as numbers, (aside / "vectors").open("wb") as vectors:
        for first in range(0, len(texts), _READ_AT_ONCE):
            told(first, len(texts))
            for tokens in read(embedder, texts[first : first + _READ_AT_ONCE])[1]:
                numbers.write(tokens.numbers.tobytes())
                vectors.write(tokens.vectors.tobytes())
                lengths.append(len(tokens.numbers))
    told(len(texts), len(texts))
    starts = np.cumsum(lengths, dtype=np.int64)
    shape = int(starts[-1]), embedder.dimension
    if not shape[0]:  # an empty file cannot be mapped
        return _Held(starts, np.zeros(0, np.int32), np.zeros(shape, np.int8))
    return _Held(
        starts,
        np.memmap(aside / "numbers", np.int32, "r", shape=shape[:1]).view(np.ndarray),
        np.memmap(aside / "vectors", np.int8, "r", shape=shape).view(np.ndarray),
    )


def _write(
    directory: Path,
    digests: Sequence[bytes],
    held: Sequence[_Held],
    places: Mapping[bytes, tuple[int, int]],
) -> None:
    """Write the tokens of passages in order; ``places`` says which of ``held``, and its row."""
    wanted = [places[digest] for digest in digests]
    spans = [held[one].span(row, row) for one, row in wanted]
    starts = np.cumsum([0, *(span.stop - span.start for span in spans)], dtype=np.int64)
    dimension = held[-1].vectors.shape[1] if digests else 0
    memory = np.lib.format.open_memmap
    numbers = memory(directory / "numbers.npy", "w+", np.int32, (int(starts[-1]),))
    vectors = memory(directory / "vectors.npy", "w+", np.int8, (int(starts[-1]), dimension))
    for first, last in _runs(wanted):
        one, row = wanted[first]
        source = held[one].span(row, row + last - first)
        target = slice(starts[first], starts[last + 1])
        numbers[target] = held[one].numbers[source]
        vectors[target] = held[one].vectors[source]
    np.save(directory / "starts.npy", starts)
    Digests.write(directory / "digests.npy", digests)
    np.save(directory / "frequencies.npy", _frequencies(held, wanted))


def _runs(wanted: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The first and the last of those that stand one after the other at one place."""
    first = 0
    for at in range(1, len(wanted) + 1):
        if at == len(wanted) or wanted[at] != (wanted[at - 1][0], wanted[at - 1][1] + 1):
            yield first, at - 1
            first = at


def _frequencies(held: Sequence[_Held], wanted: Sequence[tuple[int, int]]) -> NDArray[np.int32]:
    """How many passages hold each token of the vocabulary.

    Only rows are looked at that are wanted more or less often than they have been counted.
    """
    counts = np.zeros(max((one.vocabulary for one in held), default=1), np.int32)
    for at, one in enumerate(held):
        rows = np.array([row for source, row in wanted if source == at], np.int64)
        often = np.bincount(rows, minlength=len(one.starts) - 1)
        if one.counted is not None:
            counts[: one.vocabulary] += one.counted
            often -= 1
        for row in np.flatnonzero(often).tolist():
            counts[np.unique(one.numbers[one.span(row, row)])] += often[row]
    return counts[: int(np.flatnonzero(counts).max(initial=0)) + 1]
